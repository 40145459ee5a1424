"""Totals, differences and formulas of the tables: both sides of each must agree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from pipeline.findings.catalogue import finding
from pipeline.findings.finding import Finding
from pipeline.model.statement import RowRole
from pipeline.validate.facts import Facts
from pipeline.validate.rule import Rule
from pipeline.validate.tables.asserted import Table, last_decimal_counts
from pipeline.validate.tables.equation import Equation, State
from pipeline.validate.tables.totals import RowRule
from pipeline.validate.tables.wording import contradiction, said

_MOST_PLACES = 12


def equations_hold(facts: Facts) -> Iterator[Finding]:
    """Every total, difference and formula gives what its cell states."""
    equations = facts.asserted.equations
    exact = last_decimal_counts(equations)
    for each in equations:
        if each.state is State.BROKEN:
            yield _said(each.code, each, facts, f" ({each.basis})")
        elif each.state is State.ROUNDED and exact:
            yield _said("VAL202", each, facts, "; skillnaden kan vara avrundning, men de andra stämmer exakt")


def _said(code: str, each: Equation, facts: Facts, more: str) -> Finding:
    text = contradiction(each, facts.profile.numbers)
    return finding(code, f"{text}{more}", *each.origins[:_MOST_PLACES], excerpt=each.excerpt)


def totals_can_be_derived(facts: Facts) -> Iterator[Finding]:
    """Every total is the sum of some rows; one that is not is told once, with the rows where its rows use to stand."""
    for table in facts.asserted.tables.values():
        for rule in table.totals.rules:
            if not rule.proved and _is_sum(table, rule) and (worst := _worst(table, rule)):
                text = contradiction(worst, facts.profile.numbers)
                columns = f"{_columns(table, rule)} av {len(table.grid.stated)} kolumner"
                fact = f"{text}; raderna ovanför ger inte summan i {columns}"
                yield finding("VAL205", fact, *worst.origins[:_MOST_PLACES], excerpt=worst.excerpt)


def _is_sum(table: Table, rule: RowRule) -> bool:
    """Return whether the rows are some, or one where the row says that it is a sum: a result may stand alone."""
    return len(rule.terms) > 1 or table.grid.role(rule.total) is RowRole.SUM


def _broken(table: Table, rule: RowRule) -> list[Equation]:
    equations = (table.total(rule, column) for column in table.grid.stated)
    return [each for each in equations if each and each.state is State.BROKEN]


def _worst(table: Table, rule: RowRule) -> Equation | None:
    return max(_broken(table, rule), key=lambda each: abs(each.difference), default=None)


def _columns(table: Table, rule: RowRule) -> int:
    return len(_broken(table, rule))


def deviations_can_be_derived(facts: Facts) -> Iterator[Finding]:
    """A column of deviations is the difference between the columns that its scenario and period name."""
    for table in facts.asserted.tables.values():
        for rule in table.differences.rules:
            broken = [each for row in table.grid.rows if (each := table.difference(rule, row)) and _is_broken(each)]
            if not rule.proved and broken:
                columns = table.grid.statement.columns
                sides = f'"{columns[rule.first].heading}" minus "{columns[rule.second].heading}"'
                fact = f'kolumnen "{columns[rule.deviation].heading}" är inte {sides} på {len(broken)} rader: '
                text = contradiction(broken[0], facts.profile.numbers)
                origins = (columns[rule.deviation].heading.origin, *broken[0].origins)
                yield finding("VAL206", fact + text, *origins, excerpt=broken[0].excerpt)


def _is_broken(equation: Equation) -> bool:
    return equation.state is State.BROKEN


def formulas_of_a_row_agree(facts: Facts) -> Iterator[Finding]:
    """The formulas of a total sum the same rows in every column."""
    for table in facts.asserted.tables.values():
        for rule in table.totals.rules:
            yield from _odd_formulas(table, rule)


def _odd_formulas(table: Table, rule: RowRule) -> Iterator[Finding]:
    grid = table.grid
    patterns: dict[int, frozenset[tuple[int, int]]] = {}
    for column in grid.additive:
        if summed := table.totals.pattern(rule.total, column):
            patterns[column] = frozenset(summed)
    if len(set(patterns.values())) < 2:
        return
    usual = Counter(patterns.values()).most_common(1)[0][0]
    for column, pattern in patterns.items():
        if pattern != usual:
            there = ", ".join(f'"{grid.label(row)}"' for row, _ in sorted(usual ^ pattern))
            cell = grid.cell(rule.total, column)
            fact = f"formeln för {grid.name(rule.total, column)} summerar andra rader än i de andra kolumnerna: {there}"
            yield finding("VAL207", fact, cell.origin, excerpt=grid.excerpt(rule.total))


def rows_stand_once(facts: Facts) -> Iterator[Finding]:
    """No row stands twice with the same label and the same amounts."""
    for table in facts.asserted.tables.values():
        seen: dict[tuple[str, ...], int] = {}
        for row in table.grid.rows:
            values = [table.grid.value(row, column) for column in range(len(table.grid.statement.columns))]
            key = (table.grid.label(row), *map(str, values))
            first = seen.setdefault(key, row)
            if first != row and any(values):
                amounts = ", ".join(said(value, facts.profile.numbers) for value in values if value is not None)
                fact = f'raden "{table.grid.label(row)}" står två gånger med samma belopp: {amounts}'
                places = (table.grid.statement.rows[each].label.origin for each in (row, first))
                yield finding("VAL208", fact, *places, excerpt=table.grid.excerpt(row))


RULES: tuple[Rule, ...] = (
    equations_hold,
    totals_can_be_derived,
    deviations_can_be_derived,
    formulas_of_a_row_agree,
    rows_stand_once,
)
