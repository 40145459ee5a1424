"""Part of a year against the whole: shares of the budget, the pace that remains, turns without reason."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from pipeline.findings.catalogue import finding
from pipeline.findings.finding import Finding
from pipeline.model.statement import RowRole, Scenario
from pipeline.validate.facts import Facts
from pipeline.validate.rule import Rule
from pipeline.validate.tables.asserted import Table
from pipeline.validate.tables.grid import Grid
from pipeline.validate.tables.pairs import PartAndYear, part_and_year
from pipeline.validate.tables.wording import said

_PROJECTS = re.compile(r"\binvester|\bprojekt", re.IGNORECASE)


def budget_of_a_period_is_its_share_of_the_year(facts: Facts) -> Iterator[Finding]:
    """The budget of eight months is about eight twelfths of the year's."""
    for table in facts.asserted.tables.values():
        for pair in part_and_year(table.grid, Scenario.BUDGET, Scenario.BUDGET):
            for row in _items(facts, table.grid, pair.year):
                yield from _share(facts, table.grid, pair, row)


def _share(facts: Facts, grid: Grid, pair: PartAndYear, row: int) -> Iterator[Finding]:
    part, year = grid.term(row, pair.part), grid.term(row, pair.year)
    expected = year.value * pair.part_months / pair.year_months
    rounded = part.slack + year.slack * pair.part_months / pair.year_months
    if part.empty or abs(part.value - expected) <= facts.profile.limits.share * abs(expected) + rounded:
        return
    style, number = facts.profile.numbers, Decimal(1).scaleb(-1)
    months = f"{pair.part_months} av {pair.year_months} månader"
    sides = f"{said(year.value, style)} × {months} = {said(expected.quantize(number), style)}"
    fact = f"{part.name} är {said(part.value, style)} men årets budget ger {sides}"
    yield finding("VAL214", fact, part.origin, year.origin, excerpt=grid.excerpt(row))


def forecasts_follow_the_pace(facts: Facts) -> Iterator[Finding]:
    """What remains of a forecast needs about the pace that the period has had."""
    for table in facts.asserted.tables.values():
        if _is_of_projects(table):
            continue
        for pair in part_and_year(table.grid, Scenario.OUTCOME, Scenario.FORECAST):
            for row in _items(facts, table.grid, pair.year):
                yield from _pace(facts, table.grid, pair, row)


def _is_of_projects(table: Table) -> bool:
    """Return whether a table is of investments or projects, which are paid when they are done and have no pace."""
    said = table.grid.statement
    return _PROJECTS.search(f"{said.kind} {said.title} {said.label_heading}") is not None


def _pace(facts: Facts, grid: Grid, pair: PartAndYear, row: int) -> Iterator[Finding]:
    part, year = grid.term(row, pair.part), grid.term(row, pair.year)
    rest = pair.year_months - pair.part_months
    had, needed = part.value / pair.part_months, (year.value - part.value) / rest
    pace = facts.profile.limits.pace
    if part.empty or not had or 1 / pace <= needed / had <= pace:
        return
    style = facts.profile.numbers
    fact = (
        f"{part.name} är {said(part.value, style)}, det vill säga {said(had, style, 1)} i månaden, men prognosen "
        f"{said(year.value, style)} ger {said(needed, style, 1)} i månaden de {rest} månader som återstår"
    )
    yield finding("VAL215", fact, year.origin, part.origin, excerpt=grid.excerpt(row))


def turned_deviations_are_explained(facts: Facts) -> Iterator[Finding]:
    """A surplus that turns to a deficit before the year is out, or the other way, is told of in the text."""
    told: dict[str, bool] = {}
    for table in facts.asserted.tables.values():
        for pair in part_and_year(table.grid, Scenario.DEVIATION, Scenario.DEVIATION):
            turned = [row for row in table.grid.rows if table.grid.role(row) is RowRole.ITEM]
            for row in [each for each in turned if _turns(facts, table, pair, each)]:
                label = table.grid.label(row).lower()
                told[label] = told[label] if label in told else _told(facts, label)
                if not told[label]:
                    yield _turned(facts, table.grid, pair, row)


def _turns(facts: Facts, table: Table, pair: PartAndYear, row: int) -> bool:
    values = [table.grid.term(row, column).value for column in (pair.part, pair.year)]
    largest = [max(abs(table.grid.term(each, c).value) for each in table.grid.rows) for c in (pair.part, pair.year)]
    return values[0] * values[1] < 0 and all(
        abs(value) >= facts.profile.limits.turn * top for value, top in zip(values, largest, strict=True)
    )


def _told(facts: Facts, label: str) -> bool:
    words = re.findall(r"\w+", label)
    if not words or any(word not in facts.vocabulary for word in words[:-1]):
        return False
    return bool(re.search(rf"\b{re.escape(label)}", facts.spoken))


def _turned(facts: Facts, grid: Grid, pair: PartAndYear, row: int) -> Finding:
    part, year = grid.term(row, pair.part), grid.term(row, pair.year)
    style = facts.profile.numbers
    fact = (
        f"{part.name} är {said(part.value, style)} men {year.name} är {said(year.value, style)}; "
        "ingen text nämner raden och säger varför avvikelsen byter tecken"
    )
    return finding("VAL216", fact, part.origin, year.origin, excerpt=grid.excerpt(row))


def _items(facts: Facts, grid: Grid, column: int) -> Iterator[int]:
    """Yield the rows that are not totals and whose amount matters beside the largest of the column."""
    largest = max((abs(grid.term(row, column).value) for row in grid.rows), default=Decimal(0))
    for row in grid.rows:
        term = grid.term(row, column)
        if grid.role(row) is RowRole.ITEM and term.value and abs(term.value) >= facts.profile.limits.matters * largest:
            yield row


RULES: tuple[Rule, ...] = (
    budget_of_a_period_is_its_share_of_the_year,
    forecasts_follow_the_pace,
    turned_deviations_are_explained,
)
