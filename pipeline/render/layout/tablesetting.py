"""A table set into a width: its columns, the boxes of its cells, and its elements."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from pipeline.render.layout.borderlines import thickness
from pipeline.render.layout.boxes import Box, ParagraphBox, Stack
from pipeline.render.layout.contentwidths import TURNED, ContentWidths
from pipeline.render.layout.floats import cell_area, settle
from pipeline.render.layout.tablebox import TableBox
from pipeline.render.layout.tableedges import Edges, edges_of
from pipeline.render.layout.tablerows import CellBox, RowBox
from pipeline.render.layout.tablesplit import settle_heights
from pipeline.render.layout.tabletags import TableTags, gaps_of
from pipeline.render.layout.tablewidths import column_widths
from pipeline.render.layout.vertical import standing
from pipeline.render.tags import Node
from pipeline.render.tree import Block, Cell, Paragraph, Row, Settings, Table, TextRun

UPRIGHT = {"tbRl", "tb-rl", "rl"}
CELL_BORDER_MODE = 15
GROWTH = 1.5  # by how much a line of turned text is made longer until the lines fit beside each other
MOST_PLACES = 2_000_000  # rows times columns: in larger tables cells have frames of their own, and gaps stay gaps
LONGEST = 600.0  # points that a line of turned text grows to
Contents = Callable[[Sequence[Block], float, Node | None], list[Box]]


@dataclass
class Surroundings:
    """Where a table stands: the room for it, whether in a cell, and what measures and sets its content."""

    width: float
    nested: bool
    settings: Settings
    measure: ContentWidths
    contents: Contents


class TableSetting:
    """Sets one table in its surroundings; ``node`` is its element, None among artifacts, ``name`` its name in IDs."""

    def __init__(self, table: Table, around: Surroundings, node: Node | None, name: str) -> None:
        self.table = table
        self.around = around
        self.node = node
        self.tags = None if node is None else TableTags(table, node, name)
        vast = len(table.rows) * len(table.columns) > MOST_PLACES
        self.apart = table.spacing > 0 or vast
        self.edges = Edges([], []) if self.apart else edges_of(table)
        self.gaps = [] if vast else list(gaps_of(table))
        self.columns = column_widths(table, self._room(), around.measure.of_cell)
        self.borders = self._boundaries()

    @property
    def _overhangs(self) -> bool:
        """Return whether the cells' text, not their edge, stands flush with the text around (before Word 2013)."""
        return not self.around.nested and self.around.settings.compatibility < CELL_BORDER_MODE

    def _room(self) -> float:
        """Return the width that the table may fill: where it overhangs, so much more that its text fills the line."""
        cells = self.table.rows[0].cells
        if not self._overhangs or not cells:
            return self.around.width
        return self.around.width + cells[0].margins.left + cells[-1].margins.right

    def _boundaries(self) -> list[float]:
        """Return where the columns begin and the last ends; from right to left in a table set so (17.4.1)."""
        found = [0.0, *itertools.accumulate(self.columns)]
        return [found[-1] - at for at in found] if self.table.rtl else found

    def box(self) -> TableBox:
        """Return the table's box."""
        rows = [self._row(index) for index in range(len(self.table.rows))]
        settle_heights(rows)
        if self._turn(rows):
            settle_heights(rows)
        header = list(itertools.takewhile(lambda row: row.row.header, rows))
        return TableBox(rows, header if len(header) < len(rows) else [], self._x(), self.node, self.borders)

    def _x(self) -> float:
        return self._place(self.table.align, sum(self.columns))

    def _aside(self, row: Row) -> float:
        """Return how far from the table's place a row stands that has another one (w:jc in its w:trPr)."""
        if not row.align or self.table.anchor is not None or not row.cells:
            return 0.0
        ends = [self.borders[at] for cell in row.cells for at in (cell.column, self._end(cell))]
        kept = 0.0 if row.align == "left" else min(ends)
        return self._place(row.align, max(ends) - min(ends)) - kept - self._x()

    def _end(self, cell: Cell) -> int:
        return min(cell.column + cell.columns, len(self.columns))

    def _place(self, align: str, total: float) -> float:
        """Return where something as wide as that begins that is aligned so."""
        table, room = self.table, self.around.width
        if table.anchor is not None:
            return -self._outside() if table.anchor.horizontal.align in {"", "left"} else 0.0
        if table.rtl:
            align = {"left": "right", "right": "left"}.get(align, align)
        if align == "center":
            return (room - total) / 2
        if table.rtl and align == "right":
            return room - total - table.indent + self._outside()
        return room - total if align == "right" else table.indent - self._outside()

    def _outside(self) -> float:
        """Return how far the table begins before its indent: by the margin of its first cell, or not at all.

        Since Word 2013 the outer edge of the border stands there, else its middle.
        """
        cells = self.table.rows[0].cells
        if self._overhangs:
            return cells[0].margins.left if cells else 0.0
        first = self.edges.down[0][0] if self.edges.down else None
        return 0.0 if self.around.nested else -thickness(first) / 2

    def _row(self, index: int) -> RowBox:
        row = self.table.rows[index]
        cells = [self._cell(cell) for cell in row.cells]
        tags, edges = self.tags, self.edges
        box = RowBox(row, cells, tags.rows[index] if tags else None, spacing=self.table.spacing)
        if edges.across:
            box.tops, box.bottoms, box.sides = edges.across[index], edges.across[index + 1], edges.down[index]
        if tags is not None and self.gaps:
            box.fillers = tags.fillers(index, self.gaps[index])
        box.aside = self._aside(row)
        return box

    def _cell(self, cell: Cell) -> CellBox:
        ends = self.borders[cell.column], self.borders[self._end(cell)]
        node = self.tags.cells[id(cell)] if self.tags else None
        if self.table.rtl:
            cell = replace(cell, margins=replace(cell.margins, left=cell.margins.right, right=cell.margins.left))
        spacing = self.table.spacing
        width = max(abs(ends[1] - ends[0]) - 2 * spacing, 0.0)
        box = CellBox(cell, Stack(), min(ends) + spacing, width, node, framed=self.apart)
        if cell.direction in TURNED:
            box.turn = "up" if cell.direction in {"btLr", "bt-lr", "lr"} else "down"
        else:
            box.content = self._content(cell, box.inner_width, node)
        box.hollow = cell.hide_mark and not any(_has_text(block) for block in cell.blocks)
        return box

    def _content(self, cell: Cell, width: float, node: Node | None) -> Stack:
        blocks = self._fitted(cell.blocks, width) if cell.fit_text else cell.blocks
        blocks = standing(blocks) if cell.direction in UPRIGHT else blocks
        boxes = self.around.contents(blocks, width, node)
        if len(boxes) > 1 and isinstance(boxes[-2], TableBox) and _is_empty(boxes[-1]):
            boxes.pop()  # the paragraph that must follow a nested table takes no room when it is empty
        content = Stack(boxes)
        settle(content, cell_area(width))
        return content

    def _fitted(self, blocks: Sequence[Block], width: float) -> list[Block]:
        """Return the paragraphs with letters made narrower or set apart so that each fills its line (w:tcFitText)."""
        return [self._stretched(block, width) if isinstance(block, Paragraph) else block for block in blocks]

    def _stretched(self, block: Paragraph, width: float) -> Paragraph:
        count = sum(len(run.text) for run in block.content if isinstance(run, TextRun))
        if not count:
            return block
        natural = self.around.measure.of_blocks([block]).most or width
        scale, extra = min(width / natural, 1.0), max(width - natural, 0.0) / count
        runs = (
            replace(run, style=replace(run.style, scale=run.style.scale * scale, spacing=run.style.spacing + extra))
            if isinstance(run, TextRun)
            else run
            for run in block.content
        )
        return replace(block, content=tuple(runs))

    def _turn(self, rows: list[RowBox]) -> bool:
        """Set the content of turned cells along the height that their rows have by now; tell whether there was any."""
        found = False
        for index, row in enumerate(rows):
            for box in row.cells:
                if box.turn:
                    height = sum(item.height for item in rows[index : index + box.cell.rows]) - row.lead
                    self._set_turned(box, height, grows=row.row.height_rule != "exact")
                    found = True
        return found

    def _set_turned(self, box: CellBox, height: float, *, grows: bool) -> None:
        """Set text that runs upwards or downwards; where its lines do not fit beside each other, the row grows."""
        margins, blocks = box.cell.margins, box.cell.blocks
        length = max(height - margins.top - margins.bottom, 1.0)
        extent = self.around.measure.of_blocks(blocks)
        if grows:
            length = max(length, extent.least)
        box.content = self._content(box.cell, length, box.node)
        while grows and box.content.height > box.inner_width and length < min(extent.most, LONGEST):
            length = min(length * GROWTH, extent.most)
            box.content = self._content(box.cell, length, box.node)
        box.length = length


def _has_text(block: Block) -> bool:
    return not isinstance(block, Paragraph) or bool(block.text.strip()) or block.label is not None


def _is_empty(box: Box) -> bool:
    return isinstance(box, ParagraphBox) and not box.paragraph.content and box.paragraph.label is None
