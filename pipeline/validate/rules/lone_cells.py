"""A cell that is empty where none of its neighbours is, and a total that is not there."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.findings.catalogue import finding
from pipeline.findings.finding import Finding
from pipeline.model.statement import Amount, EmptyCell
from pipeline.validate.facts import Facts
from pipeline.validate.rule import Rule
from pipeline.validate.tables.asserted import Table
from pipeline.validate.tables.grid import Grid

_FEWEST = 2  # other rows that a column must have


def no_cell_is_empty_alone(facts: Facts) -> Iterator[Finding]:
    """A cell holds an amount where all others of its row and of its column do; nothing is written as zero."""
    for table in facts.asserted.tables.values():
        grid = table.grid
        empty = [(row, column) for row in grid.rows for column in _columns(grid) if _is_empty(grid, row, column)]
        rows, columns = [row for row, _ in empty], [column for _, column in empty]
        for row, column in empty:
            if rows.count(row) == columns.count(column) == 1 and _is_full(grid, row, column):
                fact = f"{grid.name(row, column)} är tom, men alla andra celler på raden och i kolumnen har belopp"
                yield finding("VAL218", fact, grid.cell(row, column).origin, excerpt=grid.excerpt(row))


def _columns(grid: Grid) -> list[int]:
    return [index for index, column in enumerate(grid.statement.columns) if column.listed]


def _is_empty(grid: Grid, row: int, column: int) -> bool:
    cell = grid.cell(row, column)
    return isinstance(cell, EmptyCell) and not cell.unread


def _is_full(grid: Grid, row: int, column: int) -> bool:
    """Return whether all other cells of the row and of the column hold amounts, and there are some."""
    beside = [grid.cell(row, each) for each in _columns(grid) if each != column]
    along = [grid.cell(each, column) for each in grid.rows if each != row]
    return bool(beside) and len(along) >= _FEWEST and all(isinstance(cell, Amount) for cell in (*beside, *along))


def no_total_is_empty(facts: Facts) -> Iterator[Finding]:
    """A total stands where the amounts that it sums do, also when they cancel out."""
    for table in facts.asserted.tables.values():
        for rule in table.totals.rules:
            for column in table.grid.stated if rule.proved else ():
                terms = [row for row, _ in rule.terms if table.grid.value(row, column) is not None]
                if terms and _is_empty(table.grid, rule.total, column) and _is_stated_elsewhere(table, rule.total):
                    grid = table.grid
                    fact = f"{grid.name(rule.total, column)} är tom men raderna som den summerar har belopp"
                    places = (grid.cell(rule.total, column).origin, grid.cell(terms[0], column).origin)
                    yield finding("VAL218", fact, *places, excerpt=grid.excerpt(rule.total))


def _is_stated_elsewhere(table: Table, row: int) -> bool:
    return any(table.grid.value(row, column) is not None for column in table.grid.additive)


RULES: tuple[Rule, ...] = (no_cell_is_empty_alone, no_total_is_empty)
