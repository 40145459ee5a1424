"""The same total in two tables."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.findings.catalogue import finding
from pipeline.findings.finding import Finding
from pipeline.validate.facts import Facts
from pipeline.validate.rule import Rule
from pipeline.validate.tables import twins
from pipeline.validate.tables.equation import Equation, State
from pipeline.validate.tables.wording import decimals_of, said


def totals_in_two_tables_agree(facts: Facts) -> Iterator[Finding]:
    """A total that stands in two tables is one amount."""
    seen: set[tuple[object, object]] = set()
    for each in facts.twins:
        key = (each.total.origin, each.terms[0].origin)
        if each.state is State.BROKEN and key not in seen:
            seen.add(key)
            yield finding(each.code, _fact(each, facts), *each.origins, excerpt=each.excerpt)


def _fact(each: Equation, facts: Facts) -> str:
    other = each.terms[0]
    style, decimals = facts.profile.numbers, decimals_of(each.total.value, other.value)
    sides = f"{said(each.total.value, style, decimals)} men {other.name} är {said(other.value, style, decimals)}"
    return f"{each.name} är {sides} ({each.basis})"


def rows_said_to_be_the_same_are_there(facts: Facts) -> Iterator[Finding]:
    """What ``lika`` names is in the tables, and some of their columns have one scenario and period."""
    tables = facts.asserted.tables
    for table in tables.values():
        for same in table.grid.statement.same:
            other = tables.get(same.statement.value)
            if twins.row_of(table, same.row.value) is None:
                fact = f'lika nämner raden "{same.row}", som inte finns i tabellen "{table.grid.statement.id}"'
                yield finding("VAL211", fact, same.row.origin, table.grid.statement.origin)
            elif other is None:
                fact = f'lika nämner tabellen "{same.statement}", som inte finns'
                yield finding("VAL211", fact, same.statement.origin)
            elif twins.row_of(other, same.other_row.value) is None:
                fact = f'lika nämner raden "{same.other_row}", som inte finns i tabellen "{same.statement}"'
                yield finding("VAL211", fact, same.other_row.origin, other.grid.statement.origin)
            elif not twins.same_columns(table, other):
                fact = f'inga kolumner i "{same.statement}" har samma scenario och period som den här tabellens'
                yield finding("VAL211", fact, same.statement.origin, other.grid.statement.origin)


RULES: tuple[Rule, ...] = (totals_in_two_tables_agree, rows_said_to_be_the_same_are_there)
