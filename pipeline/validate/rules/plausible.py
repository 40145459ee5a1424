"""What no equation shows: two amounts that have changed places, and a deviation with the other rows' sign turned."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations
from math import log
from statistics import median

from pipeline.findings.catalogue import finding
from pipeline.findings.finding import Finding
from pipeline.model.statement import RowRole, Scenario
from pipeline.validate.facts import Facts
from pipeline.validate.rule import Rule
from pipeline.validate.tables.differences import ColumnRule
from pipeline.validate.tables.effect import parts_of_result, way_of
from pipeline.validate.tables.grid import Grid
from pipeline.validate.tables.wording import said

_FEWEST = 4  # rows that tell what is usual
_OFF, _NEAR = 0.12, 0.06  # logarithms: amounts off by more than an eighth, and nearer than a sixteenth
_OFF_TIMES, _NEAR_TIMES = 3.0, 2.0  # the same, as times of what the other rows are off
_MOST_ROWS = 60
_AGREE = 3  # rows that show a table's sign


def amounts_have_not_changed_places(facts: Facts) -> Iterator[Finding]:
    """Two amounts that each fit the other's row, as all other columns have it, and not their own have been swapped."""
    for table in facts.asserted.tables.values():
        grid = table.grid
        for column in _levels(grid):
            others = [_Beside.of(grid, column, other) for other in _levels(grid) if other != column]
            beside = [each for each in others if each is not None]
            for one, two in _pairs(beside):
                if all(each.are_swapped(one, two) for each in beside):
                    yield _swapped(facts, grid, column, (one, two))


def _swapped(facts: Facts, grid: Grid, column: int, rows: tuple[int, int]) -> Finding:
    style = facts.profile.numbers
    first, second = (grid.term(row, column) for row in rows)
    fact = (
        f"{first.name} är {said(first.value, style)} och {second.name} är {said(second.value, style)}: "
        "beloppen passar varandras rader i de andra kolumnerna och kan ha bytt plats"
    )
    return finding("VAL220", fact, first.origin, second.origin, excerpt="\n".join(map(grid.excerpt, rows)))


def _levels(grid: Grid) -> list[int]:
    return [each for each in grid.additive if grid.scenario(each) not in (Scenario.DEVIATION, None)]


class _Beside:
    """A column as another one has it: how far each row is from what the other rows make usual, as logarithms."""

    def __init__(self, here: Mapping[int, float], there: Mapping[int, float]) -> None:
        self.here, self.there = here, there

    @classmethod
    def of(cls, grid: Grid, column: int, other: int) -> _Beside | None:
        """Return the column beside another one, or None where too few rows have amounts of one sign in both."""
        here, there = {}, {}
        for row in [row for row in grid.rows if grid.role(row) is RowRole.ITEM][:_MOST_ROWS]:
            one, two = grid.value(row, column), grid.value(row, other)
            if one and two and (one > 0) == (two > 0):
                here[row], there[row] = log(abs(one)), log(abs(two))
        return cls(here, there) if len(here) >= _FEWEST else None

    def _ratio(self, row: int, as_row: int) -> float:
        return self.here[row] - self.there[as_row]

    def odd(self) -> set[int]:
        """Return the rows that are not as the others."""
        usual = median(self._ratio(row, row) for row in self.here)
        return {row for row in self.here if abs(self._ratio(row, row) - usual) > _OFF / 2}

    def are_swapped(self, one: int, two: int) -> bool:
        """Return whether both rows are off from what the others make usual, and neither would be as the other one."""
        others = [self._ratio(row, row) for row in self.here if row not in (one, two)]
        usual = median(others)
        noise = median(abs(each - usual) for each in others)
        off = min(abs(self._ratio(row, row) - usual) for row in (one, two))
        then = max(abs(self._ratio(*pair) - usual) for pair in ((one, two), (two, one)))
        return off > max(_OFF, _OFF_TIMES * noise) and then < max(_NEAR, _NEAR_TIMES * noise)


def _pairs(beside: list[_Beside]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of rows that are odd beside every other column."""
    if beside:
        yield from combinations(sorted(set.intersection(*(each.odd() for each in beside))), 2)


def deviations_have_the_sign_of_their_row(facts: Facts) -> Iterator[Finding]:
    """Where plus is good for costs and revenue alike, a deviation has the sign that its row's part in the result asks.

    Each row's deviation may be either difference of its two columns; that of the others tells which one is meant.
    """
    for table in facts.asserted.tables.values():
        parts = parts_of_result(table)
        for rule in table.differences.rules:
            ways = {row: way * parts[row] for row in parts if (way := way_of(table.grid, rule, row))}
            odd = [row for row, way in ways.items() if way != _usual(ways)]
            if _is_mixed(parts, ways) and len(ways) - len(odd) >= _AGREE and 0 < len(odd) <= len(ways) // _AGREE:
                yield from (_turned(facts, table.grid, rule, row) for row in odd)


def _usual(ways: Mapping[int, int]) -> int:
    return 1 if sum(ways.values()) >= 0 else -1


def _is_mixed(parts: Mapping[int, int], ways: Mapping[int, int]) -> bool:
    """Return whether rows of both parts show it: else the table may as well print one difference throughout."""
    agreeing = [row for row, way in ways.items() if way == _usual(ways)]
    return len({parts[row] for row in agreeing}) > 1


def _turned(facts: Facts, grid: Grid, rule: ColumnRule, row: int) -> Finding:
    style = facts.profile.numbers
    deviation, first, second = (grid.term(row, each) for each in (rule.deviation, rule.first, rule.second))
    fact = (
        f"{deviation.name} är {said(deviation.value, style)} men med samma tecken som på de andra raderna "
        f"ger {said(first.value, style)} mot {said(second.value, style)} {said(-deviation.value, style)}"
    )
    return finding("VAL219", fact, deviation.origin, first.origin, second.origin, excerpt=grid.excerpt(row))


RULES: tuple[Rule, ...] = (amounts_have_not_changed_places, deviations_have_the_sign_of_their_row)
