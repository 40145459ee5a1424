"""Rows that say the same in two tables: by ``lika`` in rapport.yaml, by one label, or as the last totals of both."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

from pipeline.model.statement import RowRole, SameRow
from pipeline.validate.tables.asserted import Asserted, Table
from pipeline.validate.tables.equation import Equation, State

DECLARED, DETECTED = "VAL210", "VAL209"
_DIGITS = 3


@dataclass(frozen=True)
class Twin:
    """A row of one table and a row of another with the pairs of columns of one scenario and period."""

    first: tuple[Table, int]
    second: tuple[Table, int]
    columns: tuple[tuple[int, int], ...]


def same_columns(first: Table, second: Table) -> tuple[tuple[int, int], ...]:
    """Return the pairs of columns that the case gives one scenario and one period."""
    pairs = []
    for here in first.grid.additive:
        left = first.grid.statement.columns[here]
        for there in second.grid.additive:
            right = second.grid.statement.columns[there]
            said = left.scenario and left.period
            if said and (left.scenario, left.period) == (right.scenario, right.period):
                pairs.append((here, there))
    return tuple(pairs)


def declared(asserted: Asserted) -> Iterator[Equation]:
    """Yield what ``lika`` states, for every pair of columns; opposite signs are the same amount."""
    for table in asserted.tables.values():
        for same in table.grid.statement.same:
            twin = _declared(asserted, table, same)
            if twin:
                yield from _equations(twin, DECLARED, "lika i rapport.yaml")


def _declared(asserted: Asserted, table: Table, same: SameRow) -> Twin | None:
    other = asserted.tables.get(same.statement.value)
    here = row_of(table, same.row.value)
    there = row_of(other, same.other_row.value) if other else None
    if other is None or here is None or there is None:
        return None
    columns = same_columns(table, other)
    wanted = [pair for pair in columns if same.scenario in (None, table.grid.scenario(pair[0]))]
    return Twin((table, here), (other, there), tuple(wanted))


def row_of(table: Table, label: str) -> int | None:
    """Return the first row with a label, or None."""
    rows = table.grid.statement.rows
    return next((index for index, row in enumerate(rows) if row.label.value == label), None)


def detected(asserted: Asserted) -> Iterator[Equation]:
    """Yield what two tables must agree on because some of it already does.

    Only tables that share an amount under one scenario and period are compared, each with the next that shares it, so
    that the work grows as the tables do.
    """
    for first, second in _sharing(asserted):
        columns = _by_scenario(same_columns(first, second), first)
        for twin in _candidates(first, second, columns):
            equations = tuple(_equations(twin, DETECTED, "samma scenario och period i två tabeller"))
            if _agree(equations):
                yield from equations


def _sharing(asserted: Asserted) -> Iterator[tuple[Table, Table]]:
    last: dict[tuple[object, str, Decimal], Table] = {}
    pairs: dict[tuple[str, str], tuple[Table, Table]] = {}
    for table in asserted.tables.values():
        for key in dict.fromkeys(_keys(table)):
            other = last.get(key)
            if other is not None and other is not table:
                pairs.setdefault((other.grid.statement.id, table.grid.statement.id), (other, table))
            last[key] = table
    yield from pairs.values()


def _keys(table: Table) -> Iterator[tuple[object, str, Decimal]]:
    """Yield scenario, period and size of each amount, to one decimal both rounded and cut off."""
    for column in table.grid.additive:
        said = table.grid.statement.columns[column]
        for row in table.grid.rows if said.scenario and said.period else ():
            value = abs(table.grid.value(row, column) or Decimal(0))
            for rounding in (ROUND_HALF_UP, ROUND_DOWN) if value else ():
                yield said.scenario, said.period, value.quantize(Decimal("0.1"), rounding)


def _by_scenario(columns: tuple[tuple[int, int], ...], first: Table) -> list[tuple[tuple[int, int], ...]]:
    """Return the pairs of columns by scenario: what two tables divide, they need not divide for every scenario."""
    groups: dict[object, list[tuple[int, int]]] = {}
    for pair in columns:
        groups.setdefault(first.grid.scenario(pair[0]), []).append(pair)
    return [tuple(group) for group in groups.values()]


def _candidates(first: Table, second: Table, groups: list[tuple[tuple[int, int], ...]]) -> Iterator[Twin]:
    pairs = dict.fromkeys(_rows(first, second))
    for here, there in pairs:
        for columns in groups:
            yield Twin((first, here), (second, there), columns)


def _rows(first: Table, second: Table) -> Iterator[tuple[int, int]]:
    last = [_last_total(table) for table in (first, second)]
    if last[0] is not None and last[1] is not None:
        yield last[0], last[1]
    there = {second.grid.label(row).lower(): row for row in second.grid.rows}
    for row in first.grid.rows:
        if first.grid.label(row) and (other := there.get(first.grid.label(row).lower())) is not None:
            yield row, other


def _last_total(table: Table) -> int | None:
    return max((row for row in table.grid.rows if table.grid.role(row) is not RowRole.ITEM), default=None)


def _agree(equations: tuple[Equation, ...]) -> bool:
    """Return whether at least half agree, with so many digits that it is no accident."""
    held = [each for each in equations if each.state is not State.BROKEN and each.total.value]
    digits = sum(len(each.total.value.normalize().as_tuple().digits) for each in held)
    return bool(held) and digits >= _DIGITS and len(held) * 2 >= len(equations)


def _equations(twin: Twin, code: str, basis: str) -> Iterator[Equation]:
    (here, row), (there, other) = twin.first, twin.second
    for left, right in twin.columns:
        total, term = here.grid.term(row, left), there.grid.term(other, right)
        if total.empty or term.empty:
            continue
        if abs(total.value + term.value) <= total.slack + term.slack:
            term = replace(term, sign=-1)
        excerpt = f"{here.grid.excerpt(row)}\n{there.grid.excerpt(other)}"
        yield Equation(code, total.name, total, (term,), basis, excerpt, here.grid.statement.id)
