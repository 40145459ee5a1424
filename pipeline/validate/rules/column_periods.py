"""The periods that the case gives to columns and figures: in order, named by their headings, and not still to come."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from pipeline.findings.catalogue import finding
from pipeline.findings.finding import Finding
from pipeline.model.origin import Origin
from pipeline.model.report import IndicatorsPart
from pipeline.model.statement import Scenario
from pipeline.model.walk import parts_of
from pipeline.validate.facts import Facts
from pipeline.validate.numbers.context import YEAR
from pipeline.validate.rule import Rule
from pipeline.validate.tables.months import span_of

_HELD_AGAINST = (Scenario.FORECAST, Scenario.DEVIATION)
_OUTCOME = re.compile(r"utfall|resultat|uppmätt|mätning|enkät|undersökning", re.IGNORECASE)


def _years(text: str) -> list[int]:
    return [int(year) for year in YEAR.findall(text)]


def periods_of_columns_run_forwards(facts: Facts) -> Iterator[Finding]:
    """A column's or a figure's period does not end before it begins."""
    for statement in facts.case.statements.values():
        for column in statement.columns:
            if _is_backwards(column.period):
                fact = f'perioden "{column.period}" för kolumnen "{column.heading}" slutar innan den börjar'
                yield finding("VAL221", fact, statement.origin, column.heading.origin)
    for figure in facts.case.figures.values():
        if _is_backwards(figure.period):
            fact = f'perioden "{figure.period}" för nyckeltalet "{figure.name}" slutar innan den börjar'
            yield finding("VAL221", fact, figure.defined_at)


def _is_backwards(period: str) -> bool:
    """Return whether the years are in the wrong order, or the months of a period in digits."""
    years = _years(period)
    if len(years) == 2 and years[0] != years[1]:
        return years[1] < years[0]
    return len(years) == 2 and "-" in period and span_of(period) is None and _has_months(period)


def _has_months(period: str) -> bool:
    return len(re.findall(r"\d{4}-(?:0[1-9]|1[0-2])(?!\d)", period)) == 2


def headings_name_the_year_of_their_column(facts: Facts) -> Iterator[Finding]:
    """A heading with a year has a year of the period that the case gives its column."""
    for statement in facts.case.statements.values():
        for column in statement.columns:
            named, given = _years(column.heading.value), _years(column.period)
            if named and given and not min(given) <= max(named) <= max(given):
                fact = f'kolumnen "{column.heading}" har perioden {column.period}, som inte är rubrikens år'
                yield finding("VAL222", fact, statement.origin, column.heading.origin)


def figures_have_the_year_of_their_column(facts: Facts) -> Iterator[Finding]:
    """A figure that is taken from a cell has a year of the period of the cell's column."""
    columns = {
        cell.origin: column
        for statement in facts.case.statements.values()
        for row in statement.rows
        for column, cell in zip(statement.columns, row.cells, strict=False)
    }
    for figure in facts.case.figures.values():
        column = columns.get(figure.origin)
        named, given = _years(figure.period), _years(column.period) if column else []
        if column and named and given and not min(given) <= max(named) <= max(given):
            fact = f'nyckeltalet "{figure.name}" har perioden {figure.period} men dess kolumn {column.period}'
            yield finding("VAL222", fact, figure.defined_at, column.heading.origin)


def expected_years_are_those_of_another_column(facts: Facts) -> Iterator[Finding]:
    """A forecast or a deviation for years to come is of a year that another column of its table has too."""
    end = facts.case.report.period.end.value.year
    for statement in facts.case.statements.values():
        spans = [{*_years(column.period)} for column in statement.columns]
        columns_of = Counter(year for years in spans for year in years)
        for column, years in zip(statement.columns, spans, strict=True):
            is_alone = all(columns_of[year] == 1 for year in years) and len(columns_of) > len(years)
            if column.scenario in _HELD_AGAINST and min(years, default=0) > end and is_alone:
                fact = f'ingen annan kolumn i tabellen har ett år ur perioden {column.period} för "{column.heading}"'
                yield finding("VAL224", fact, statement.origin, column.heading.origin)


def outcomes_are_not_of_years_to_come(facts: Facts) -> Iterator[Finding]:
    """What is called outcome is not of a year that begins after the report's period has ended."""
    end = facts.case.report.period.end
    for what, year, origin in _outcomes(facts):
        if year > end.value.year:
            fact = f"{what} är utfall för {year} men rapportens period slutar {end}"
            yield finding("VAL223", fact, origin, end.origin)


def _outcomes(facts: Facts) -> Iterator[tuple[str, int, Origin]]:
    """Yield what is called outcome, with the last of its years and its place."""
    for statement in facts.case.statements.values():
        for column in statement.columns:
            years = _years(column.period) or _years(column.heading.value)
            if column.scenario is Scenario.OUTCOME and years:
                yield f'kolumnen "{column.heading}"', max(years), column.heading.origin
    for figure in facts.case.figures.values():
        if figure.scenario is Scenario.OUTCOME and (years := _years(figure.period)):
            yield f'nyckeltalet "{figure.name}"', max(years), figure.defined_at
    yield from _outcomes_of_indicators(facts)


def _outcomes_of_indicators(facts: Facts) -> Iterator[tuple[str, int, Origin]]:
    for placed in parts_of(facts.case.report):
        for heading in placed.part.columns if isinstance(placed.part, IndicatorsPart) else ():
            if _OUTCOME.search(heading.value) and (years := _years(heading.value)):
                yield f'kolumnen "{heading}"', max(years), heading.origin


RULES: tuple[Rule, ...] = (
    periods_of_columns_run_forwards,
    headings_name_the_year_of_their_column,
    figures_have_the_year_of_their_column,
    expected_years_are_those_of_another_column,
    outcomes_are_not_of_years_to_come,
)
