"""Each thing in the report has an id of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pipeline.findings.catalogue import finding
from pipeline.findings.finding import Finding
from pipeline.model.origin import Sourced
from pipeline.model.report import GoalsPart, IndicatorsPart, Part, UndertakingsPart
from pipeline.model.walk import parts_of
from pipeline.validate.facts import Facts
from pipeline.validate.rule import Rule


def ids_are_unique(facts: Facts) -> Iterator[Finding]:
    """No two goals share an id, and no two undertakings or indicators; sections are told apart when they are read."""
    parts = [placed.part for placed in parts_of(facts.case.report)]
    for what, kind in (("mål", GoalsPart), ("åtaganden", UndertakingsPart), ("indikatorer", IndicatorsPart)):
        yield from _twice(what, (id_ for part in parts if isinstance(part, kind) for id_ in _ids(part)))


def _ids(part: Part) -> Iterator[Sourced[str]]:
    if isinstance(part, GoalsPart):
        yield from (goal.id for goal in part.goals)
    elif isinstance(part, UndertakingsPart):
        yield from (undertaking.id for undertaking in part.undertakings)
    elif isinstance(part, IndicatorsPart):
        yield from (indicator.id for indicator in part.indicators)


def _twice(what: str, ids: Iterable[Sourced[str]]) -> Iterator[Finding]:
    seen: dict[str, Sourced[str]] = {}
    for each in ids:
        first = seen.setdefault(each.value, each)
        if first is not each:
            yield finding("VAL110", f'två {what} har samma id "{each.value}"', each.origin, first.origin)


RULES: tuple[Rule, ...] = (ids_are_unique,)
