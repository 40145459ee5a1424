"""What a deviation says of the result: whether plus is good, by the row's part in the result and the difference.

A table whose total is a row of another table has what is good there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from pipeline.model.origin import Origin
from pipeline.model.statement import RowRole, Scenario
from pipeline.validate.tables.asserted import Asserted, Table
from pipeline.validate.tables.differences import ColumnRule
from pipeline.validate.tables.equation import Equation
from pipeline.validate.tables.grid import Grid

_COST = re.compile(r"kostnad|utgift", re.IGNORECASE)


def parts_of_result(table: Table) -> dict[int, int]:
    """Return for each row whether the last result grows (1) or shrinks (-1) with it."""
    rules = {rule.total: rule for rule in table.totals.rules if rule.proved}
    summed = {row for rule in rules.values() for row, _ in rule.terms}
    last = max((total for total in rules if total not in summed), default=None)
    parts: dict[int, int] = {} if last is None else {last: 1}
    waiting = list(parts)
    while waiting:
        total = waiting.pop()
        for row, sign in rules[total].terms if total in rules else ():
            if row not in parts:
                parts[row] = parts[total] * sign
                waiting.append(row)
    return parts


def way_of(grid: Grid, rule: ColumnRule, row: int) -> int:
    """Return 1 where a deviation is the first column minus the second, -1 for the other way, 0 where none shows."""
    deviation, first, second = (grid.term(row, each) for each in (rule.deviation, rule.first, rule.second))
    slack = deviation.slack + first.slack + second.slack
    straight = abs(first.value - second.value - deviation.value) <= slack
    turned = abs(second.value - first.value - deviation.value) <= slack
    return 0 if deviation.empty or straight == turned else 1 if straight else -1


def good_signs(table: Table, column: int) -> dict[int, int]:
    """Return by row the sign (1 or -1) that a deviation has where it makes the result better, for rows that show it.

    A table of nothing but deviations has plus for what is good, as municipal reports do. Where the last total is no
    result, nobody can know.
    """
    grid = table.grid
    rule = next((each for each in table.differences.rules if each.deviation == column), None)
    if rule is None:
        return dict.fromkeys(grid.rows, 1)
    parts = parts_of_result(table)
    last = next((row for row, part in parts.items() if part), None)
    if last is None or grid.role(last) is not RowRole.RESULT:
        return {}
    sign = -1 if _COST.search(grid.label(last)) else 1
    return {row: sign * part * way for row, part in parts.items() if (way := way_of(grid, rule, row))}


def good_cells(asserted: Asserted, twins: Iterable[Equation]) -> Mapping[Origin, int]:
    """Return by cell the sign (1 or -1) that a deviation has where it is good, for all cells that show it.

    ``twins`` are the amounts that two tables have in common: where only one of them shows what is good, the other and
    what it sums have it from there.
    """
    found: dict[Origin, int] = {}
    sums: dict[Origin, Equation] = {}
    for table in asserted.tables.values():
        for column in _deviations(table.grid):
            for row, sign in good_signs(table, column).items():
                found[table.grid.cell(row, column).origin] = sign
            totals = (table.total(rule, column) for rule in table.totals.rules if rule.proved)
            sums.update({each.total.origin: each for each in totals if each})
    for twin in twins:
        for there, here in ((twin.terms[0], twin.total), (twin.total, twin.terms[0])):
            if here.origin not in found and there.origin in found:
                sign = found[there.origin] * twin.terms[0].sign
                found[here.origin] = sign
                terms = sums[here.origin].terms if here.origin in sums else ()
                found.update({each.origin: sign * each.sign for each in terms if each.origin not in found})
    return found


def _deviations(grid: Grid) -> Iterable[int]:
    return (column for column in grid.additive if grid.scenario(column) is Scenario.DEVIATION)
