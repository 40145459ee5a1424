"""What a new case is filled with as an example, and nobody has written over."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.findings.catalogue import finding
from pipeline.findings.finding import Finding
from pipeline.model.origin import Sourced
from pipeline.model.report import GoalsPart, IndicatorsPart, UndertakingsPart
from pipeline.model.walk import PlacedPart, parts_of
from pipeline.validate.excerpts import shortened
from pipeline.validate.facts import Facts
from pipeline.validate.rule import Rule

NAMES = frozenset(
    {
        "Nämndens namn", "Förvaltningens namn", "Förnamn Efternamn", "Befattning", "Rubrik på avsnittet",
        "Rubrik på det första avsnittet", "Rubrik på det andra avsnittet", "Målets namn", "Åtagandets namn",
        "Indikatorns namn",
    }
)  # fmt: skip
_MOST_SHOWN = 4
TEXTS = re.compile(
    r"Skriv texten under rubriken .{1,200} här\.$|Skriv avsnittets text här, i Markdown"
    r"|En kort text kan stå direkt här\.$"
)


def no_example_is_left(facts: Facts) -> Iterator[Finding]:
    """No name and no paragraph stands as ``kansli ny`` wrote it; all that do are told at once, with every place."""
    left = [(name.value.strip(), name.origin) for name in _names(facts) if name.value.strip() in NAMES]
    left += [(line.text, line.origin) for line in facts.lines if TEXTS.match(line.text)]
    if left:
        examples = list(dict.fromkeys(f'"{shortened(text)}"' for text, _ in left))
        more = f" och {len(examples) - _MOST_SHOWN} till" if len(examples) > _MOST_SHOWN else ""
        fact = f"exempel från kansli ny står kvar: {', '.join(examples[:_MOST_SHOWN])}{more}"
        yield finding("VAL408", fact, *dict.fromkeys(origin for _, origin in left))


def _names(facts: Facts) -> Iterator[Sourced[str]]:
    case = facts.case
    yield from (case.board, case.unit, case.report.board)
    if case.handler is not None:
        yield case.handler
    for signatory in case.signatories:
        yield from (signatory.name, signatory.title)
    yield from (section.heading for section in case.sections)
    for placed in parts_of(case.report):
        yield from _names_in(placed)


def _names_in(placed: PlacedPart) -> Iterator[Sourced[str]]:
    yield placed.section.name
    part = placed.part
    if isinstance(part, GoalsPart):
        yield from (goal.name for goal in part.goals)
    elif isinstance(part, UndertakingsPart):
        yield from (undertaking.name for undertaking in part.undertakings)
    elif isinstance(part, IndicatorsPart):
        yield from (indicator.name for indicator in part.indicators)


RULES: tuple[Rule, ...] = (no_example_is_left,)
