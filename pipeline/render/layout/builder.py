"""Blocks become boxes: paragraphs are set into a width, tables measured, and each gets its element."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.render.layout.atoms import Resolve
from pipeline.render.layout.boxes import Box, ParagraphBox, Stack
from pipeline.render.layout.formats import Formats
from pipeline.render.layout.lines import Measure
from pipeline.render.layout.setting import ParagraphSetting
from pipeline.render.layout.tablebox import CellBox, RowBox, TableBox, settle_heights
from pipeline.render.tags import ListTagger, Node
from pipeline.render.tree import Block, Cell, Paragraph, Row, Settings, Table

CELL_BORDER_MODE = 15


@dataclass
class Tagger:
    """Gives the blocks of one container their elements; ``parent`` None means artifacts."""

    parent: Node | None
    headings: list[int]
    lists: ListTagger | None = field(init=False)
    contents: Node | None = None

    def __post_init__(self) -> None:
        self.lists = None if self.parent is None else ListTagger(self.parent)

    def paragraph(self, paragraph: Paragraph) -> tuple[Node | None, Node | None]:
        """Return a paragraph's element and that of its label."""
        if self.parent is None or self.lists is None:
            return None, None
        if paragraph.contents:
            return self._entry(), None
        self.contents = None
        level = paragraph.style.outline_level
        if level is not None and paragraph.text.strip():
            self.lists.close()
            return self.parent.child(f"H{self._heading(level + 1)}"), None
        if paragraph.label is not None and paragraph.text.strip():
            label = paragraph.label
            label_node, body = self.lists.item(label.number_id, label.level, label.numbering)
            return body.child("P"), label_node
        self.lists.close()
        return self.parent.child("P"), None

    def _entry(self) -> Node:
        assert self.parent is not None
        if self.contents is None:
            self.contents = self.parent.child("TOC")
        return self.contents.child("TOCI").child("Reference")

    def _heading(self, level: int) -> int:
        """Return the level without a jump: how many headings it stands below, and one (ISO 14289-1, 7.4.2)."""
        while self.headings and self.headings[-1] >= level:
            self.headings.pop()
        self.headings.append(level)
        return min(len(self.headings), 6)

    def table(self) -> Node | None:
        """Return a new table's element."""
        if self.parent is None or self.lists is None:
            return None
        self.lists.close()
        self.contents = None
        return self.parent.child("Table")


@dataclass
class Builder:
    """Makes boxes; ``headings`` are the levels of the headings that the next block stands below."""

    formats: Formats
    settings: Settings
    resolve: Resolve
    headings: list[int] = field(default_factory=list)

    def boxes(self, blocks: Sequence[Block], width: float, parent: Node | None, *, in_cell: bool = False) -> list[Box]:
        """Return the boxes of a container, in order."""
        tagger = Tagger(parent, self.headings)
        boxes: list[Box] = []
        for block in blocks:
            if isinstance(block, Paragraph):
                boxes.append(self._paragraph(block, width, tagger, in_cell=in_cell))
            else:
                boxes.append(self._table(block, width, tagger.table()))
        _join_borders(boxes)
        return boxes

    def _paragraph(self, paragraph: Paragraph, width: float, tagger: Tagger, *, in_cell: bool) -> ParagraphBox:
        node, label_node = tagger.paragraph(paragraph)
        measure = Measure(width, paragraph.style, self.settings.default_tab, in_cell)
        setting = ParagraphSetting(paragraph, self.formats, measure, node, label_node)
        setting.set_lines(self.resolve)
        style = paragraph.style
        return ParagraphBox(setting, 0, len(setting.lines), style.before, style.after)

    def _table(self, table: Table, width: float, node: Node | None) -> TableBox:
        columns = _column_widths(table, width)
        if node is not None and table.alt:
            node.set("Table", "Summary", table.alt)
        rows = [self._row(row, columns, node) for row in table.rows]
        _fill_gaps(rows, len(columns))
        settle_heights(rows)
        header: list[RowBox] = []
        for row in rows:
            if not row.row.header:
                break
            header.append(row)
        if len(header) == len(rows):
            header = []
        return TableBox(rows, header, self._table_x(table, sum(columns), width), node)

    def _table_x(self, table: Table, table_width: float, width: float) -> float:
        if table.align == "center":
            return (width - table_width) / 2
        if table.align == "right":
            return width - table_width
        first = next((cell for row in table.rows for cell in row.cells), None)
        outside = first.margins.left if first is not None and self.settings.compatibility < CELL_BORDER_MODE else 0.0
        return table.indent - outside

    def _row(self, row: Row, columns: tuple[float, ...], table: Node | None) -> RowBox:
        node = table.child("TR") if table is not None else None
        return RowBox(row, [self._cell(cell, columns, node) for cell in row.cells], node)

    def _cell(self, cell: Cell, columns: tuple[float, ...], row: Node | None) -> CellBox:
        width = sum(columns[cell.column : cell.column + cell.columns])
        node = None
        if row is not None:
            node = row.child("TH" if cell.header else "TD")
            if cell.header:
                node.set("Table", "Scope", cell.header)
            if cell.columns > 1:
                node.set("Table", "ColSpan", cell.columns)
            if cell.rows > 1:
                node.set("Table", "RowSpan", cell.rows)
        inner = max(width - cell.margins.left - cell.margins.right, 1.0)
        content = Stack(self.boxes(cell.blocks, inner, node, in_cell=True))
        return CellBox(cell, content, sum(columns[: cell.column]), width, node)


def _fill_gaps(rows: list[RowBox], columns: int) -> None:
    """Give rows that are shorter than the grid an empty cell in the structure tree, so that none is ragged."""
    reach = [0] * columns
    for index, row in enumerate(rows):
        for cell in (box.cell for box in row.cells):
            for column in range(cell.column, min(cell.column + cell.columns, columns)):
                reach[column] = index + cell.rows
        missing = sum(1 for until in reach if until <= index)
        if missing and row.node is not None:
            row.padding = row.node.child("TD")
            if missing > 1:
                row.padding.set("Table", "ColSpan", missing)


def _column_widths(table: Table, width: float) -> tuple[float, ...]:
    """Return the columns' widths: the grid's, scaled to the preferred width where that is a share of the text."""
    total = sum(table.columns)
    wanted = -table.width * width if table.width < 0 else 0.0
    factor = wanted / total if wanted and total else 1.0
    return tuple(column * factor for column in table.columns)


def _join_borders(boxes: list[Box]) -> None:
    """Let neighbouring paragraphs of equal borders and indents share one frame (17.3.1.24)."""
    for above, below in itertools.pairwise(boxes):
        if not (isinstance(above, ParagraphBox) and isinstance(below, ParagraphBox)):
            continue
        one, two = above.paragraph.style, below.paragraph.style
        framed = one.borders.top or one.borders.bottom
        if framed and one.borders == two.borders and (one.left, one.right) == (two.left, two.right):
            above.setting.joins_below = below.setting.joins_above = True
