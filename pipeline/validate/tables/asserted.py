"""All equations of a case's tables: totals, differences, formulas and totals that stand in two tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property

from pipeline.model.origin import CellOrigin
from pipeline.model.statement import Amount, Scenario, Statement
from pipeline.validate.tables.differences import ColumnRule, Differences
from pipeline.validate.tables.equation import Equation, State, Term
from pipeline.validate.tables.formulas import CellAt, linear
from pipeline.validate.tables.grid import Grid, address_of
from pipeline.validate.tables.totals import RowRule, TotalRows

SUM, DIFFERENCE, FORMULA = "VAL201", "VAL203", "VAL204"
_FEW = 2  # a wrong amount stands in a sum and in a difference


@dataclass(frozen=True)
class Table:
    """A statement with what it asserts."""

    grid: Grid
    totals: TotalRows
    differences: Differences

    @cached_property
    def equations(self) -> tuple[Equation, ...]:
        """Return the totals and the differences, column by column."""
        return (*self._totals(), *self._differences())

    def _totals(self) -> Iterator[Equation]:
        for rule in self.totals.rules:
            if rule.proved:
                yield from (each for column in self.grid.stated if (each := self.total(rule, column)))

    def total(self, rule: RowRule, column: int) -> Equation | None:
        """Return what a rule says of a column, or None where there is nothing to add."""
        deviations = self.grid.scenario(column) is Scenario.DEVIATION
        terms = tuple(self.grid.term(row, column, sign) for row, sign in rule.terms_in(deviations=deviations))
        return self._equation(SUM, (rule.total, column), terms, rule.basis)

    def _differences(self) -> Iterator[Equation]:
        for rule in self.differences.rules:
            if rule.proved:
                yield from (each for row in self.grid.rows if (each := self.difference(rule, row)))

    def difference(self, rule: ColumnRule, row: int) -> Equation | None:
        """Return what a rule says of a row, or None where there is nothing to compare."""
        sign = rule.signs[row]
        terms = (self.grid.term(row, rule.first, sign), self.grid.term(row, rule.second, -sign))
        return self._equation(DIFFERENCE, (row, rule.deviation), terms, rule.basis)

    def _equation(self, code: str, at: tuple[int, int], terms: tuple[Term, ...], basis: str) -> Equation | None:
        total = self.grid.term(*at)
        sides = (total, *terms)
        if self.grid.words(*at) or all(term.empty for term in sides) or any(term.unread for term in sides):
            return None
        cell = self.grid.cell(*at)
        if isinstance(cell, Amount) and cell.formula:
            terms = tuple(replace(term, slack=Decimal(0)) for term in terms)
        return Equation(code, total.name, total, terms, basis, self.grid.excerpt(at[0]), self.grid.statement.id)


@dataclass(frozen=True)
class Asserted:
    """The tables of a case and what they assert."""

    statements: Mapping[str, Statement]

    @cached_property
    def tables(self) -> Mapping[str, Table]:
        """Return the tables by id."""
        grids = {name: Grid(statement) for name, statement in self.statements.items()}
        return {name: Table(grid, TotalRows(grid), Differences(grid)) for name, grid in grids.items()}

    @cached_property
    def equations(self) -> tuple[Equation, ...]:
        """Return every equation once: what a total and a formula both say is said by the total."""
        found = [each for table in self.tables.values() for each in table.equations]
        said = {_sides(each) for each in found}
        return (*found, *(each for each in self._formulas() if _sides(each) not in said))

    @cached_property
    def _cells(self) -> Mapping[tuple[str, str], Mapping[tuple[int, int], Term]]:
        """Return every cell as an exact term, by workbook and sheet and then by address."""
        cells: dict[tuple[str, str], dict[tuple[int, int], Term]] = {}
        for table in self.tables.values():
            for row in table.grid.rows:
                for column in range(len(table.grid.statement.columns)):
                    term = replace(table.grid.term(row, column), slack=Decimal(0))
                    if (at := address_of(term.origin)) and isinstance(term.origin, CellOrigin):
                        cells.setdefault((term.origin.file, term.origin.sheet), {})[at] = term
        return cells

    def _formulas(self) -> Iterator[Equation]:
        for table in self.tables.values():
            grid = table.grid
            for row in grid.rows:
                for column in range(len(grid.statement.columns)):
                    cell = grid.cell(row, column)
                    if isinstance(cell, Amount) and cell.formula and (terms := self.terms_of(cell)):
                        total = replace(grid.term(row, column), slack=Decimal(0))
                        basis = f"formeln ={cell.formula}"
                        yield Equation(FORMULA, total.name, total, terms, basis, grid.excerpt(row), grid.statement.id)

    def terms_of(self, cell: Amount) -> tuple[Term, ...]:
        """Return the cells that a formula sums, or () where they are not all in the tables."""
        said = linear(cell.formula)
        if said is None or said.constant or not isinstance(cell.origin, CellOrigin):
            return ()
        terms = []
        for at, factor in said.factors.items():
            term = self._cell(cell.origin, at)
            if term is None or term.unread or abs(factor) != 1:
                return ()
            terms.append(replace(term, sign=int(factor)))
        return tuple(terms)

    def _cell(self, origin: CellOrigin, at: CellAt) -> Term | None:
        """Return a cell of the same workbook; one without content inside a table counts as zero."""
        sheet = self._cells.get((origin.file, at.sheet or origin.sheet), {})
        if (term := sheet.get((at.row, at.column))) is not None:
            return term
        rows, columns = {row for row, _ in sheet}, {column for _, column in sheet}
        if not rows or at.column not in columns or not min(rows) <= at.row <= max(rows):
            return None
        name = f"tom rad {at.row}"
        return Term(name, Decimal(0), CellOrigin(origin.file, at.sheet or origin.sheet), empty=True)


def _sides(equation: Equation) -> tuple[object, ...]:
    return equation.total.origin, tuple(sorted((str(term.origin), term.sign) for term in equation.terms))


def last_decimal_counts(equations: tuple[Equation, ...]) -> bool:
    """Return whether so nearly all equations hold to the last decimal, so that one that does not stands out."""
    states = [each.state for each in equations]
    return states.count(State.EXACT) >= 3 and states.count(State.ROUNDED) <= _FEW
