"""Tables, measured: rows of cells, split between rows or inside one, with the header repeated."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import ClassVar

from pipeline.render.layout.boxes import Box, Canvas, ParagraphBox, Stack
from pipeline.render.layout.lines import EPSILON
from pipeline.render.layout.tabledrawing import draw_rows
from pipeline.render.layout.tableedges import widest
from pipeline.render.tags import Node
from pipeline.render.tree import Border, Cell, Row


@dataclass(slots=True, eq=False)
class CellBox:
    """A cell: its content, its place from the table's left edge and its element.

    ``turn`` tells that its text runs "up" or "down", in lines of ``length``; ``hollow`` that its empty paragraph takes
    no room (w:hideMark).
    """

    cell: Cell
    content: Stack
    x: float
    width: float
    node: Node | None
    turn: str = ""
    length: float = 0.0
    hollow: bool = False
    framed: bool = False

    @property
    def inner_width(self) -> float:
        """Return the width between the margins."""
        return max(self.width - self.cell.margins.left - self.cell.margins.right, 1.0)

    @property
    def height(self) -> float:
        """Return the height that the content asks for, margins included."""
        margins = self.cell.margins
        inside = 0.0 if self.hollow else self.length if self.turn else self.content.height
        return inside + margins.top + margins.bottom

    @property
    def first_line(self) -> float:
        """Return the height of its first line, margins included."""
        first = next(self.content.paragraphs(), None)
        margins = self.cell.margins
        line = first.lines[0].height if first is not None and not self.turn and first.lines else 0.0
        return line + margins.top + margins.bottom


@dataclass(slots=True, eq=False)
class RowBox:
    """A row: its own cells, and its height once those of the whole table are settled.

    ``tops``, ``bottoms`` and ``sides`` are the lines around its columns; ``spacing`` stands around each cell instead
    where cells are apart; ``fillers`` are the elements that stand for columns which the row leaves out.
    """

    row: Row
    cells: list[CellBox]
    node: Node | None
    height: float = 0.0
    spacing: float = 0.0
    tops: Sequence[Border | None] = ()
    bottoms: Sequence[Border | None] = ()
    sides: Sequence[Border | None] = ()
    fillers: dict[int, Node] = field(default_factory=dict)

    @property
    def lead(self) -> float:
        """Return the room that the lines above the row take: it stands in the row (measured in Word's own PDFs)."""
        return widest(self.tops)

    @property
    def foot(self) -> float:
        """Return the room that the lines below the row take where it is the last."""
        return widest(self.bottoms)

    def natural_height(self) -> float:
        """Return the height that cells of this row alone ask for, by the height rule."""
        needed = max((cell.height for cell in self.cells if cell.cell.rows == 1), default=0.0)
        needed += 2 * self.spacing
        if self.row.height_rule != "auto":
            needed = self.row.height if self.row.height_rule == "exact" else max(needed, self.row.height)
        return needed + self.lead

    @property
    def keep_next(self) -> bool:
        """Return whether the first paragraph of the row wants to stand with the next row."""
        first = next((box for cell in self.cells for box in cell.content.boxes[:1]), None)
        return first is not None and first.keep_next

    @property
    def break_before(self) -> bool:
        """Return whether the first paragraph of the row wants to begin a page."""
        first = next((box for cell in self.cells for box in cell.content.boxes[:1]), None)
        return first is not None and first.break_before


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
                above, below = _parted(self.rows, count)
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
            above, below = _parted(self.rows, count)
            parts = self._split_row(below[0], room)
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
        above, below = _parted(self.rows, count)
        return self._part(above), self._rest(below)

    def _part(self, rows: list[RowBox]) -> TableBox:
        return replace(self, rows=_closed_below(rows), after=0.0)

    def _rest(self, rows: list[RowBox]) -> TableBox:
        return replace(self, rows=_closed_above(rows), before=0.0, continued=True)

    @staticmethod
    def _split_row(row: RowBox, room: float) -> tuple[RowBox, RowBox] | None:
        """Return the two parts of a row, or None when not even a first line of each cell fits.

        A cell over several rows ends in the upper part and goes on in the lower one.
        """
        if row.row.height_rule == "exact":
            return None
        upper, lower = [], []
        inside = room - row.lead - row.foot - 2 * row.spacing
        for cell in row.cells:
            margins = cell.cell.margins
            first, rest = _cut(cell, inside - margins.top - margins.bottom)
            if not first.boxes and cell.content.boxes:
                return None
            upper.append(replace(cell, content=first, cell=replace(cell.cell, rows=1)))
            lower.append(replace(cell, content=rest or Stack(continued=True), turn="", hollow=False))
        if all(not cell.content.boxes for cell in lower):
            return None
        room_taken = row.lead + 2 * row.spacing
        height = max(cell.height for cell in upper) + room_taken
        below = max((cell.height for cell in lower if cell.cell.rows == 1), default=0.0) + room_taken
        return replace(row, cells=upper, height=min(height, room)), replace(row, cells=lower, height=below)

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


def _cut(cell: CellBox, room: float) -> tuple[Stack, Stack | None]:
    """Return the parts of a cell's content above and below a page's end; turned text stays together."""
    return (cell.content, None) if cell.turn else cell.content.split(room)


def _reaching(rows: list[RowBox], count: int) -> list[tuple[int, CellBox]]:
    """Return the cells of the rows above ``count`` that reach below it, with the index of their row."""
    return [(index, cell) for index in range(count) for cell in rows[index].cells if index + cell.cell.rows > count]


def _parted(rows: list[RowBox], count: int) -> tuple[list[RowBox], list[RowBox]]:
    """Return the rows above and below ``count``; a cell that reaches over it goes on in the first row below."""
    reaching = _reaching(rows, count)
    if not reaching:
        return rows[:count], rows[count:]
    end = _end_of_spans(rows, count, max(index + cell.cell.rows for index, cell in reaching))
    above, below = [replace(row, cells=[*row.cells]) for row in rows[:count]], [replace(row) for row in rows[count:end]]
    carried: list[CellBox] = []
    for index, cell in reaching:
        margins = cell.cell.margins
        room = sum(row.height for row in rows[index:count]) - rows[index].lead - margins.top - margins.bottom
        first, rest = _cut(cell, room)
        at = next(number for number, other in enumerate(above[index].cells) if other is cell)
        above[index].cells[at] = replace(cell, content=first, cell=replace(cell.cell, rows=count - index))
        left = replace(cell.cell, rows=index + cell.cell.rows - count)
        carried.append(replace(cell, content=rest or Stack(continued=True), cell=left))
    below[0].cells = sorted([*below[0].cells, *carried], key=lambda cell: cell.cell.column)
    settle_heights(below)
    return above, [*below, *rows[end:]]


def _end_of_spans(rows: list[RowBox], start: int, end: int) -> int:
    """Return the row behind the last that the cells of the rows from ``start`` reach, and those of what they reach."""
    index = start
    while index < min(end, len(rows)):
        end = max([end, *(index + cell.cell.rows for cell in rows[index].cells)])
        index += 1
    return min(end, len(rows))


def _closed_below(rows: list[RowBox]) -> list[RowBox]:
    """Return the rows above a page's end with a line below the cells that go on behind it."""
    last = rows[-1]
    if not last.bottoms or None not in last.bottoms:
        return rows
    ending = [cell for index, row in enumerate(rows) for cell in row.cells if index + cell.cell.rows >= len(rows)]
    return [*rows[:-1], replace(last, bottoms=_filled(last.bottoms, ending, "bottom"))]


def _closed_above(rows: list[RowBox]) -> list[RowBox]:
    """Return the rows below a page's end with a line above the cells that go on there."""
    first = rows[0]
    if not first.tops or None not in first.tops:
        return rows
    return [replace(first, tops=_filled(first.tops, first.cells, "top")), *rows[1:]]


def _filled(lines: Sequence[Border | None], cells: Sequence[CellBox], side: str) -> list[Border | None]:
    found = list(lines)
    for cell in (box.cell for box in cells):
        for column in range(cell.column, min(cell.column + cell.columns, len(found))):
            found[column] = found[column] or getattr(cell.borders, side)
    return found


def settle_heights(rows: list[RowBox]) -> None:
    """Give every row its height; what a cell over several rows lacks is added to the last of them.

    A row that such cells alone reach into is as high as a line of theirs: Word sets their mark in it.
    """
    over: list[tuple[CellBox, int]] = []
    for index, row in enumerate(rows):
        row.height = row.natural_height()
        over = [(cell, last) for cell, last in over if last > index]
        over += [(cell, index + cell.cell.rows) for cell in row.cells if cell.cell.rows > 1]
        if row.row.height_rule != "exact" and all(cell.cell.rows > 1 for cell in row.cells):
            line = max((cell.first_line for cell, _ in over), default=0.0)
            row.height = max(row.height, line + row.lead)
    for index, row in enumerate(rows):
        for cell in row.cells:
            if cell.cell.rows > 1:
                spanned = rows[index : index + cell.cell.rows]
                lacking = cell.height + row.lead - sum(item.height for item in spanned)
                if lacking > 0 and spanned[-1].row.height_rule != "exact":
                    spanned[-1].height += lacking
