"""What a named figure is called, against the column of the table that its value lies in now."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.findings.catalogue import finding
from pipeline.findings.finding import Finding
from pipeline.model.figure import Figure
from pipeline.model.origin import Origin
from pipeline.model.statement import Scenario
from pipeline.validate.facts import Facts
from pipeline.validate.rule import Rule
from pipeline.validate.tables.grid import Grid

_CALLED = (
    (Scenario.OUTCOME, re.compile(r"utfall|bokslut", re.IGNORECASE)),
    (Scenario.BUDGET, re.compile(r"budget", re.IGNORECASE)),
    (Scenario.FORECAST, re.compile(r"prognos", re.IGNORECASE)),
    (Scenario.DEVIATION, re.compile(r"avvik|diff|(?:^|[_-])(?:avv|mot)(?:$|[_-])", re.IGNORECASE)),
)


def figures_lie_in_the_column_that_they_are_called_by(facts: Facts) -> Iterator[Finding]:
    """A figure that is called an outcome, a budget, a forecast or a deviation lies in a column of that."""
    columns = _columns(facts)
    for figure in facts.case.figures.values():
        if figure.origin in columns:
            grid, column = columns[figure.origin]
            yield from _held(figure, grid, column)


def _held(figure: Figure, grid: Grid, column: int) -> Iterator[Finding]:
    called = _called(figure.name)
    heading, scenario = grid.statement.columns[column].heading.value, grid.scenario(column)
    if called and scenario and not _may_be(scenario, called) and not called & _called(heading):
        named = " eller ".join(sorted(each.value for each in called))
        fact = f'nyckeltalet {figure.name} heter {named} men ligger i kolumnen "{heading}", som är {scenario.value}'
        yield finding("VAL248", fact, figure.defined_at, figure.origin)


def _may_be(scenario: Scenario, called: frozenset[Scenario]) -> bool:
    """Return whether a column's kind is one that a name says: what a forecast deviates with is also called by it."""
    return scenario in called or (scenario is Scenario.DEVIATION and Scenario.FORECAST in called)


def _called(name: str) -> frozenset[Scenario]:
    return frozenset(scenario for scenario, words in _CALLED if words.search(name))


def _columns(facts: Facts) -> dict[Origin, tuple[Grid, int]]:
    return {
        cell.origin: (table.grid, index)
        for table in facts.asserted.tables.values()
        for row in table.grid.statement.rows
        for index, cell in enumerate(row.cells)
    }


RULES: tuple[Rule, ...] = (figures_lie_in_the_column_that_they_are_called_by,)
