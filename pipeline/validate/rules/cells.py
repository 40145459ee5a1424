"""Cells that do not look like their neighbours: signs, blanks and decimals."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from pipeline.findings.catalogue import finding
from pipeline.findings.finding import Finding
from pipeline.model.statement import Amount, EmptyCell, RowRole, Scenario
from pipeline.validate.facts import Facts
from pipeline.validate.rule import Rule
from pipeline.validate.tables.grid import Grid
from pipeline.validate.tables.wording import said

_FEWEST = 3
_NEAR = 3  # two amounts are of one size when neither is more than three times the other


def signs_of_a_row_agree(facts: Facts) -> Iterator[Finding]:
    """A row of costs or revenue has one sign in every column that is not of deviations."""
    for table in facts.asserted.tables.values():
        for row in table.grid.rows:
            if table.grid.role(row) is not RowRole.RESULT:
                yield from _odd_sign(facts, table.grid, row)


def _odd_sign(facts: Facts, grid: Grid, row: int) -> Iterator[Finding]:
    columns = [each for each in grid.additive if grid.scenario(each) not in (Scenario.DEVIATION, None)]
    terms = [term for column in columns if (term := grid.term(row, column)).value]
    minus = [term for term in terms if term.value < 0]
    plus = [term for term in terms if term.value > 0]
    odd, usual = sorted((minus, plus), key=len)
    if len(terms) < _FEWEST or len(odd) != 1 or len(usual) < _FEWEST - 1:
        return
    near = [term for term in usual if 1 <= _NEAR * abs(term.value) / abs(odd[0].value) <= _NEAR**2]
    if near:
        style = facts.profile.numbers
        fact = f"{odd[0].name} är {said(odd[0].value, style)} men {near[0].name} är {said(near[0].value, style)}"
        yield finding("VAL212", fact, odd[0].origin, near[0].origin, excerpt=grid.excerpt(row))


def blank_and_zero_are_one_convention(facts: Facts) -> Iterator[Finding]:
    """A table prints what is nothing either as zero or not at all."""
    for table in facts.asserted.tables.values():
        grid = table.grid
        printed = [index for index, column in enumerate(grid.statement.columns) if column.printed]
        cells = [(row, column) for row in grid.rows for column in printed]
        blank = [at for at in cells if isinstance(cell := grid.cell(*at), EmptyCell) and not cell.unread]
        zero = [at for at in cells if grid.value(*at) == 0]
        if blank and zero:
            beside = [(at, other) for at in blank for other in zero if at[0] == other[0]]
            empty, nought = next(iter(beside), (blank[0], zero[0]))
            fact = (
                f'i "{grid.statement.title or grid.statement.id}" är {len(blank)} celler tomma och {len(zero)} noll: '
                f"{grid.name(*empty)} är tom men {grid.name(*nought)} är 0"
            )
            places = (grid.cell(*empty).origin, grid.cell(*nought).origin)
            yield finding("VAL217", fact, *places, excerpt=grid.excerpt(empty[0]))


def decimals_of_a_column_agree(facts: Facts) -> Iterator[Finding]:
    """The amounts of a printed column are shown with the same number of decimals."""
    for table in facts.asserted.tables.values():
        for index, column in enumerate(table.grid.statement.columns):
            if column.printed:
                yield from _mixed(table.grid, index)


def _mixed(grid: Grid, column: int) -> Iterator[Finding]:
    cells = {row: cell for row in grid.rows if isinstance(cell := grid.cell(row, column), Amount)}
    counts = Counter(cell.decimals for cell in cells.values())
    if len(counts) < 2:
        return
    usual = counts.most_common(1)[0][0]
    odd = {row: cell for row, cell in cells.items() if cell.decimals != usual}
    heading = grid.statement.columns[column].heading
    row, cell = next(iter(odd.items()))
    fact = f'kolumnen "{heading}" visas med {usual} decimaler men {grid.label(row)} med {cell.decimals}'
    more = f", liksom {len(odd) - 1} till" if len(odd) > 1 else ""
    yield finding("VAL213", fact + more, *(each.origin for each in odd.values()), excerpt=grid.excerpt(row))


RULES: tuple[Rule, ...] = (
    signs_of_a_row_agree,
    decimals_of_a_column_agree,
    blank_and_zero_are_one_convention,
)
