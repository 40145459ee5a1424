"""Which columns a column of deviations is the difference of: as scenario and period say, or as the amounts show."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from pipeline.model.statement import Scenario
from pipeline.validate.tables.grid import Grid

_FEWEST_ROWS = 3


@dataclass(frozen=True)
class ColumnRule:
    """A column of deviations and its two sides; ``signs`` says for each row whether it is first minus second.

    ``proved`` is false where the case names the sides but the amounts agree in less than half of the rows.
    """

    deviation: int
    first: int
    second: int
    signs: tuple[int, ...]
    basis: str
    proved: bool = True


@dataclass(frozen=True)
class _Fit:
    first: int
    second: int
    held: int
    tried: int
    signs: tuple[int, ...]

    @property
    def share(self) -> float:
        return self.held / self.tried if self.tried else 0


@dataclass(frozen=True)
class Differences:
    """The columns of deviations of a table with the columns they compare."""

    grid: Grid

    @cached_property
    def rules(self) -> tuple[ColumnRule, ...]:
        """Return a rule for every column of deviations whose two sides are in the table."""
        return tuple(self._rules())

    def _rules(self) -> Iterator[ColumnRule]:
        for column in self.grid.additive:
            if self.grid.scenario(column) is Scenario.DEVIATION:
                rule = self._by_period(column) or self._by_amounts(column)
                if rule:
                    yield rule

    def _pairs(self, column: int) -> Iterator[tuple[int, int]]:
        levels = [each for each in self.grid.additive if self.grid.scenario(each) is not Scenario.DEVIATION]
        for second in levels:
            if self.grid.scenario(second) not in (Scenario.BUDGET, None):
                continue
            for first in levels:
                if (
                    first != second
                    and self.grid.scenario(first) is not Scenario.BUDGET
                    and column not in (first, second)
                ):
                    yield first, second

    def _by_period(self, column: int) -> ColumnRule | None:
        columns = self.grid.statement.columns
        period = columns[column].period
        pairs = [
            pair
            for pair in self._pairs(column)
            if period and all(columns[each].period == period and columns[each].scenario for each in pair)
        ]
        if not pairs:
            return None
        best = max((self._fit(column, pair) for pair in pairs), key=lambda fit: fit.held)
        proved = best.share >= 0.5 or not best.tried
        return ColumnRule(column, best.first, best.second, best.signs, "kolumnernas scenario och period", proved)

    def _by_amounts(self, column: int) -> ColumnRule | None:
        fits = [self._fit(column, pair) for pair in self._pairs(column)]
        best = max(fits, key=lambda fit: fit.held, default=None)
        if best is None or best.tried < _FEWEST_ROWS or best.share < 0.6:
            return None
        return ColumnRule(column, best.first, best.second, best.signs, "kolumnernas belopp")

    def _fit(self, column: int, pair: tuple[int, int]) -> _Fit:
        straight, turned = self._holds(column, *pair), self._holds(column, *reversed(pair))
        rows = [row for row in self.grid.rows if straight[row] is not None]
        only_straight = sum(bool(straight[row]) and not turned[row] for row in rows)
        only_turned = sum(bool(turned[row]) and not straight[row] for row in rows)
        signs = tuple(
            _sign(bool(straight[row]), bool(turned[row]), only_straight, only_turned) for row in self.grid.rows
        )
        held = sum(bool(straight[row] if signs[row] > 0 else turned[row]) for row in rows)
        return _Fit(*pair, held, len(rows), signs)

    def _holds(self, column: int, first: int, second: int) -> list[bool | None]:
        """Return for each row whether the difference is the deviation, None where there is nothing to compare."""
        held: list[bool | None] = []
        for row in self.grid.rows:
            terms = [self.grid.term(row, each) for each in (column, first, second)]
            if terms[0].empty or not any(term.value for term in terms):
                held.append(None)
                continue
            deviation, one, other = (term.value for term in terms)
            held.append(abs(one - other - deviation) <= sum(term.slack for term in terms))
        return held


def _sign(straight: bool, turned: bool, only_straight: int, only_turned: int) -> int:  # noqa: FBT001 - two answers
    """Return a row's sign: that of its column, but its own where the table turns the sign of costs."""
    mixed = min(only_straight, only_turned) >= 2
    if mixed and straight != turned:
        return 1 if straight else -1
    return 1 if only_straight >= only_turned else -1
