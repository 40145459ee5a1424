"""The elements of a table: head and body, header cells with scope, and what fills rows that leave columns out.

Where header cells span rows or columns, each has an ID and each cell names its headers (ISO 32000-1, 14.8.5.7).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import accumulate

from pipeline.render.tags import Node
from pipeline.render.tree import Cell, Row, Table


@dataclass
class TableTags:
    """Makes the elements of one table below ``node``; ``name`` begins the IDs of its header cells.

    A row in which no cell begins, since all are merged into those above, has no element in the tree.
    """

    table: Table
    node: Node
    name: str
    rows: list[Node] = field(default_factory=list)
    cells: dict[int, Node] = field(default_factory=dict)

    def __post_init__(self) -> None:
        table = self.table
        if table.alt:
            self.node.set("Table", "Summary", table.alt)
        heads = _head_rows(table)
        head, body = (self.node.child("THead"), self.node.child("TBody")) if heads else (self.node, self.node)
        living = list(accumulate((bool(row.cells) for row in table.rows), initial=0))
        for index, row in enumerate(table.rows):
            element = (head if index < heads else body).child("TR") if row.cells else Node("TR")
            self.rows.append(element)
            for cell in row.cells:
                end = min(index + cell.rows, len(table.rows))
                self.cells[id(cell)] = _cell_node(cell, element, living[end] - living[index])
        if any(cell.header and (cell.rows > 1 or cell.columns > 1) for row in table.rows for cell in row.cells):
            self._name_headers()

    def _name_headers(self) -> None:
        """Give the header cells IDs, and every cell the IDs of those above it and beside it."""
        beside: dict[int, list[str]] = {}
        columns: list[list[str]] = [[] for _ in self.table.columns]
        for number, row in enumerate(self.table.rows):
            for cell in row.cells:
                self._name(cell, number, [name for at in self._span(cell) for name in columns[at]], beside)
            for cell in row.cells:
                if cell.header == "Column":
                    for at in self._span(cell):
                        columns[at].append(self.cells[id(cell)].identifier)

    def _span(self, cell: Cell) -> range:
        return range(cell.column, min(cell.column + cell.columns, len(self.table.columns)))

    def _name(self, cell: Cell, number: int, above: list[str], beside: dict[int, list[str]]) -> None:
        node = self.cells[id(cell)]
        headers = list(dict.fromkeys([*above, *beside.get(number, [])]))
        if cell.header != "Column" and headers:
            node.set("Table", "Headers", headers)
        if cell.header:
            node.identifier = f"{self.name}-{number + 1}-{cell.column + 1}"
        if cell.header == "Row":
            for line in range(number, number + cell.rows):
                beside.setdefault(line, []).append(node.identifier)

    def fillers(self, index: int, gaps: list[tuple[int, int]]) -> dict[int, Node]:
        """Return an empty cell's element for each gap of a row (its column and how many), so that none is ragged."""
        found: dict[int, Node] = {}
        if not self.table.rows[index].cells:
            return found
        for column, count in gaps:
            node = found[column] = self.rows[index].child("TD")
            if count > 1:
                node.set("Table", "ColSpan", count)
        return found


def _head_rows(table: Table) -> int:
    """Return how many first rows are nothing but header cells that end with them."""
    count = next((index for index, row in enumerate(table.rows) if not _is_head(row)), 0)
    reaches = any(index + cell.rows > count for index, row in enumerate(table.rows[:count]) for cell in row.cells)
    return 0 if reaches else count


def _is_head(row: Row) -> bool:
    return bool(row.cells) and all(cell.header == "Column" for cell in row.cells)


def _cell_node(cell: Cell, row: Node, rows: int) -> Node:
    node = row.child("TH" if cell.header else "TD")
    if cell.header:
        node.set("Table", "Scope", cell.header)
    if cell.columns > 1:
        node.set("Table", "ColSpan", cell.columns)
    if rows > 1:
        node.set("Table", "RowSpan", rows)
    return node


def gaps_of(table: Table) -> Iterator[list[tuple[int, int]]]:
    """Yield for each row the columns that no cell stands in, as pairs of the first and how many follow each other."""
    reach = [0] * len(table.columns)
    for index, row in enumerate(table.rows):
        for cell in row.cells:
            for column in range(cell.column, min(cell.column + cell.columns, len(reach))):
                reach[column] = index + cell.rows
        gaps: list[tuple[int, int]] = []
        for column, until in enumerate(reach):
            if until > index:
                continue
            if gaps and sum(gaps[-1]) == column:
                gaps[-1] = (gaps[-1][0], gaps[-1][1] + 1)
            else:
                gaps.append((column, 1))
        yield gaps
