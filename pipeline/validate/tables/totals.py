"""Which rows a total sums: as rapport.yaml says, as the sheet's formulas say, or as order and amounts show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property

from pipeline.model.statement import Amount, RowRole, Scenario
from pipeline.validate.tables.formulas import CellAt, Linear, linear
from pipeline.validate.tables.grid import Grid, address_of

Terms = tuple[tuple[int, int], ...]
_PART = ("varav", "därav")
_MOST_CANDIDATES = 60
_ENOUGH = Decimal("0.6")


@dataclass(frozen=True)
class RowRule:
    """A total's row, the rows that give it with their signs, and in Swedish how that is known.

    ``proved`` is false for the rows that stand where a total's rows use to stand, but whose amounts do not give it.
    """

    total: int
    terms: Terms
    basis: str
    proved: bool = True
    in_deviations: Terms = ()

    def terms_in(self, *, deviations: bool) -> Terms:
        """Return the terms, with the signs of columns of deviations where those are other ones."""
        return self.in_deviations if deviations and self.in_deviations else self.terms


@dataclass(frozen=True)
class Score:
    """In how many columns terms give a total, of those where there is something to add."""

    held: int
    tried: int

    def proves(self, rows: int, *, usual: bool) -> bool:
        """Return whether so much agreement is no accident; ``usual`` is for rows where a total's rows use to stand."""
        if not self.held:
            return False
        if self.held == self.tried:
            return self.tried > 1 or usual or rows > 2
        return (self.held >= 2 and Decimal(self.held) / self.tried >= _ENOUGH) or (
            usual and self.held * 2 >= self.tried
        )


@dataclass(frozen=True)
class TotalRows:
    """The totals of a table with the rows that give them."""

    grid: Grid

    @cached_property
    def rules(self) -> tuple[RowRule, ...]:
        """Return a rule for every total that has any rows to sum."""
        return tuple(self._rules())

    def _rules(self) -> Iterator[RowRule]:
        open_rows: list[int] = []
        ahead: set[int] = set()
        for row in self.grid.rows:
            if row in ahead:
                continue
            declared = self.declared(row)
            if self.grid.role(row) is RowRole.ITEM and not declared:
                if not self.grid.label(row).lower().startswith(_PART):
                    open_rows.append(row)
                continue
            rule = declared or self.by_formula(row) or self.by_order(row, open_rows)
            if rule:
                yield self._with_deviations(rule)
                taken = {term for term, _ in rule.terms}
                ahead.update(each for each in taken if each > row)
                open_rows = [each for each in open_rows if each not in taken and each < min(taken)]
            open_rows.append(row)

    def declared(self, row: int) -> RowRule | None:
        """Return the rule that rapport.yaml states."""
        wanted = self.grid.statement.sums.get(self.grid.statement.rows[row].label.value, ())
        labels = {each.label.value: index for index, each in reversed(list(enumerate(self.grid.statement.rows)))}
        rows = [labels[label.value] for label in wanted if label.value in labels]
        if not rows:
            return None
        best = max(_signed(rows), key=lambda terms: self.score(row, terms, self._levels).held)
        return RowRule(row, best, "summor i rapport.yaml")

    def _with_deviations(self, rule: RowRule) -> RowRule:
        """Return the rule with the signs that give the total among deviations: costs may be turned there."""
        columns = [column for column in self.grid.additive if self.grid.scenario(column) is Scenario.DEVIATION]
        ways = [rule.terms, *_signed([row for row, _ in rule.terms])]
        best = max(ways, key=lambda terms: self.score(rule.total, terms, columns).held)
        return replace(rule, in_deviations=best)

    def by_formula(self, row: int) -> RowRule | None:
        """Return the rule that most of the row's formulas state."""
        patterns = Counter(pattern for column in self.grid.additive if (pattern := self.pattern(row, column)))
        if not patterns:
            return None
        return RowRule(row, patterns.most_common(1)[0][0], "formlerna i bladet")

    def pattern(self, row: int, column: int) -> Terms:
        """Return the rows of its own column that a cell's formula sums, or () where it does something else."""
        cell = self.grid.cell(row, column)
        said = linear(cell.formula) if isinstance(cell, Amount) and cell.formula else None
        if said is None or said.constant or not said.factors:
            return ()
        at = {address_of(self.grid.cell(each, column).origin): each for each in self.grid.rows}
        terms = [(at.get((cell_at.row, cell_at.column)), factor) for cell_at, factor in _own_sheet(said)]
        if len(terms) < len(said.factors) or any(abs(factor) != 1 for _, factor in terms):
            return ()
        known = tuple((each, int(factor)) for each, factor in terms if each is not None)
        return known if len(known) == len(terms) and row not in dict(known) else ()

    def by_order(self, row: int, open_rows: list[int]) -> RowRule | None:
        """Return the rule that the amounts prove, or else the usual rows unproved."""
        usual = self._usual(row, open_rows)
        for number, rows in enumerate(self._candidates(row, open_rows, usual)):
            if number > _MOST_CANDIDATES:
                break
            proving = [terms for terms in _signed(rows) if self._proves(row, terms, usual=rows == usual)]
            if proving:
                best = max(proving, key=lambda terms: self.score(row, terms, self._levels).held)
                return RowRule(row, best, "radernas ordning")
        return RowRule(row, tuple((each, 1) for each in usual), "radernas ordning", proved=False) if usual else None

    @cached_property
    def _levels(self) -> list[int]:
        levels = [column for column in self.grid.additive if self.grid.scenario(column) is not Scenario.DEVIATION]
        return levels or list(self.grid.additive)

    def _proves(self, row: int, terms: Terms, *, usual: bool) -> bool:
        usual = usual and all(sign > 0 for _, sign in terms)
        return any(
            self.score(row, terms, columns).proves(len(terms), usual=usual)
            for columns in (self._levels, list(self.grid.additive))
        )

    def _usual(self, row: int, open_rows: list[int]) -> list[int]:
        items = [each for each in open_rows if self._since_total(each, open_rows)]
        return items if self.grid.role(row) is RowRole.SUM and items else list(open_rows)

    def _since_total(self, row: int, open_rows: list[int]) -> bool:
        totals = [each for each in open_rows if self.grid.role(each) is not RowRole.ITEM]
        return not totals or row > totals[-1]

    def _candidates(self, row: int, open_rows: list[int], usual: list[int]) -> Iterator[list[int]]:
        yield usual
        totals = [each for each in open_rows if self.grid.role(each) is not RowRole.ITEM]
        if len(totals) > 1:
            yield totals
        for length in range(len(open_rows), 0, -1):
            yield open_rows[-length:]
        below = []
        for each in range(row + 1, len(self.grid.rows)):
            if self.grid.role(each) is not RowRole.ITEM:
                break
            below.append(each)
        if below:
            yield below

    def score(self, row: int, terms: Terms, columns: list[int]) -> Score:
        """Return in how many of the columns the terms give the total."""
        held = tried = 0
        for column in columns:
            values = [self.grid.term(each, column, sign) for each, sign in terms]
            total = self.grid.term(row, column)
            if total.empty or not (total.value or any(value.value for value in values)):
                continue
            tried += 1
            tolerance = total.slack + sum((value.slack for value in values), Decimal(0))
            held += abs(total.value - sum((value.value * value.sign for value in values), Decimal(0))) <= tolerance
        return Score(held, tried)


def _own_sheet(said: Linear) -> Iterator[tuple[CellAt, Decimal]]:
    yield from ((cell, factor) for cell, factor in said.factors.items() if not cell.sheet)


def _signed(rows: list[int]) -> Iterator[Terms]:
    """Yield the ways of signing: all added, all but the first subtracted, then each one alone subtracted."""
    if not rows:
        return
    yield tuple((row, 1) for row in rows)
    if len(rows) > 1:
        yield tuple((row, 1 if row == rows[0] else -1) for row in rows)
    for odd in rows if len(rows) > 1 else ():
        yield tuple((row, -1 if row == odd else 1) for row in rows)
