"""Pairs of columns that tell of a part of a year and of the whole of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.model.statement import Scenario
from pipeline.validate.tables.grid import Grid
from pipeline.validate.tables.months import Span, span_of


@dataclass(frozen=True)
class PartAndYear:
    """A column of a part of a year and one of the whole year."""

    part: int
    year: int
    part_months: int
    year_months: int


def part_and_year(grid: Grid, part: Scenario, year: Scenario) -> Iterator[PartAndYear]:
    """Yield the pairs of these scenarios where the part begins as the year does."""
    spans: dict[int, Span] = {
        column: span for column in grid.additive if (span := span_of(grid.statement.columns[column].period))
    }
    for here, shorter in spans.items():
        for there, longer in spans.items():
            fits = shorter.first == longer.first and shorter.months < longer.months
            if fits and grid.scenario(here) is part and grid.scenario(there) is year:
                yield PartAndYear(here, there, shorter.months, longer.months)
