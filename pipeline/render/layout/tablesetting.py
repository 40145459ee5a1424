"""A table set into a width: its columns, the boxes of its cells, and its elements."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from pipeline.render.layout.boxes import Box, Stack
from pipeline.render.layout.tablebox import CellBox, RowBox, TableBox, settle_heights
from pipeline.render.tags import Node
from pipeline.render.tree import Block, Cell, Row, Settings, Table

CELL_BORDER_MODE = 15
Contents = Callable[[Sequence[Block], float, Node | None], list[Box]]


@dataclass
class TableSetting:
    """Sets one table; ``contents`` gives the boxes of a cell's blocks in a width, below an element."""

    table: Table
    width: float
    settings: Settings
    contents: Contents

    def box(self, node: Node | None) -> TableBox:
        """Return the table's box; ``node`` is its element, None among artifacts."""
        table = self.table
        columns = _column_widths(table, self.width)
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
        return TableBox(rows, header, self._x(sum(columns)), node)

    def _x(self, table_width: float) -> float:
        table = self.table
        if table.align == "center":
            return (self.width - table_width) / 2
        if table.align == "right":
            return self.width - table_width
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
        content = Stack(self.contents(cell.blocks, inner, node))
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
