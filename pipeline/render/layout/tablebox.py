"""Tables, measured: split between rows or inside one, with the header repeated."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from pipeline.render.layout.boxes import Box, Canvas, ParagraphBox
from pipeline.render.layout.lines import EPSILON
from pipeline.render.layout.tabledrawing import draw_rows
from pipeline.render.layout.tablerows import RowBox
from pipeline.render.layout.tablesplit import below_header, closed_above, closed_below, parted, split_row
from pipeline.render.tags import Node


@dataclass(slots=True, eq=False)
class TableBox:
    """Rows of a table. ``header`` are the rows that repeat; ``continued`` tells that this is not the first part.

    ``boundaries`` are the edges of the columns from the table's left edge.
    """

    rows: list[RowBox]
    header: list[RowBox]
    x: float
    node: Node | None
    boundaries: Sequence[float] = ()
    continued: bool = False
    before: float = 0.0
    after: float = 0.0
    is_out_of_flow: ClassVar[bool] = False

    @property
    def style_key(self) -> tuple[str, bool]:
        """Return a key that equals no paragraph style."""
        return "\0table", False

    @property
    def break_before(self) -> bool:
        """Return whether the first paragraph asks for a new page."""
        first = next(self.paragraphs(), None)
        return first is not None and first.break_before and not self.continued

    @property
    def keep_next(self) -> bool:
        """Return whether the last row wants to stand with what follows."""
        return self.rows[-1].keep_next

    @property
    def _repeated(self) -> list[RowBox]:
        return self.header if self.continued else []

    @property
    def height(self) -> float:
        """Return the height of all rows and of the header where it is repeated."""
        return sum(row.height for row in [*self._repeated, *self.rows]) + self.rows[-1].foot

    @property
    def width(self) -> float:
        """Return how far right the cells reach from its left edge."""
        return max((cell.x + cell.width for row in self.rows for cell in row.cells), default=0.0)

    def head(self) -> float:
        """Return the height of the rows that must stand together at first: the header and the row below it."""
        count = 0 if self.continued else len(self.header)
        height = sum(row.height for row in [*self._repeated, *self.rows[:count]])
        for row in self.rows[count:]:
            if not row.keep_next:
                return height + (self._row_head(row) if row.row.may_split else row.height)
            height += row.height
        return height

    @staticmethod
    def _row_head(row: RowBox) -> float:
        heads = [cell.content.head() + cell.cell.margins.top + cell.cell.margins.bottom for cell in row.cells]
        return min(max(heads, default=row.height), row.height)

    def split(self, room: float, *, force: bool) -> tuple[Box | None, Box | None]:
        """Split between rows, or inside a row that may be split; a header too high for the page is not repeated."""
        if force and self._repeated and self.head() > room + EPSILON:
            return replace(self, header=[]).split(room, force=force)
        used = sum(row.height for row in self._repeated)
        count = 0
        for row in self.rows:
            if count and row.break_before:
                above, below = parted(self.rows, count)
                return self._part(above), self._rest(below)
            if used + row.height + row.foot > room + EPSILON:
                break
            used += row.height
            count += 1
        if count == len(self.rows):
            return self, None
        return self._split_at(count, room - used, force=force)

    def _split_at(self, count: int, room: float, *, force: bool) -> tuple[Box | None, Box | None]:
        row = self.rows[count]
        header_rows = 0 if self.continued else len(self.header)
        if count >= header_rows and (row.row.may_split or (force and count == header_rows)):
            above, below = parted(self.rows, count)
            parts = split_row(below[0], room)
            if parts is not None:
                return self._part([*above, parts[0]]), self._rest([parts[1], *below[1:]])
        wanted = count
        while wanted > 0 and self.rows[wanted - 1].keep_next:
            wanted -= 1
        count = wanted or (count if force else 0)
        if count <= header_rows and not (force and count):
            if not force:
                return None, self
            count = max(count, header_rows + 1, 1)
        if count >= len(self.rows):
            return self, None
        above, below = parted(self.rows, count)
        return self._part(above), self._rest(below)

    def _part(self, rows: list[RowBox]) -> TableBox:
        return replace(self, rows=closed_below(rows), after=0.0)

    def _rest(self, rows: list[RowBox]) -> TableBox:
        return replace(self, rows=below_header(closed_above(rows), self.header), before=0.0, continued=True)

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        """Draw the rows; a header that is repeated is an artifact."""
        if self._repeated:
            canvas.artifact(True)  # noqa: FBT003 - the canvas's switch
            y = draw_rows(canvas, self._repeated, self.boundaries, (x + self.x, y))
            canvas.artifact(False)  # noqa: FBT003
        draw_rows(canvas, self.rows, self.boundaries, (x + self.x, y))

    def paragraphs(self) -> Iterator[ParagraphBox]:
        """Yield the paragraph boxes of all cells."""
        for row in self.rows:
            for cell in row.cells:
                yield from cell.content.paragraphs()
