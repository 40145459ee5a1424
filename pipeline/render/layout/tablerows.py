"""The rows and cells of a table, measured: what each asks for of height, and the lines around them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.render.layout.boxes import Stack
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

    def height_within(self, limit: float) -> float:
        """Return the height, or one beyond the limit where it is that high."""
        beyond = 0.0 if self.hollow or self.turn else self.content.height_within(limit)
        return beyond if beyond > limit else self.height

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
    where cells are apart; ``fillers`` are the elements that stand for columns which the row leaves out; ``aside`` is
    how far to the right of its table's place it stands.
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
    aside: float = 0.0

    @property
    def lead(self) -> float:
        """Return the room that the lines above the row take: it stands in the row (measured in Word's own PDFs)."""
        return widest(self.tops)

    @property
    def foot(self) -> float:
        """Return the room that the lines below the row take where it is the last."""
        return widest(self.bottoms)

    @property
    def _exact(self) -> float:
        """Return an exact height as Word takes it: with the largest margin below a cell (MS-OI29500 2.1.180 d)."""
        return self.row.height + max((cell.cell.margins.bottom for cell in self.cells), default=0.0)

    def natural_height(self) -> float:
        """Return the height that cells of this row alone ask for, by the height rule."""
        needed = max((cell.height for cell in self.cells if cell.cell.rows == 1), default=0.0)
        needed += 2 * self.spacing
        if self.row.height_rule != "auto":
            needed = self._exact if self.row.height_rule == "exact" else max(needed, self.row.height)
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
