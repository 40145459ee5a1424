"""Goals with a number to reach: how far the prose says that they have come, and what is forecast."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from pipeline.findings.catalogue import finding
from pipeline.findings.finding import Finding
from pipeline.model.report import Goal, GoalsPart
from pipeline.model.walk import APPENDIX, parts_of
from pipeline.validate.excerpts import shortened
from pipeline.validate.facts import Facts
from pipeline.validate.line import Line
from pipeline.validate.months import MONTHS
from pipeline.validate.numbers.context import NOT
from pipeline.validate.numbers.mention import Kind, Mention
from pipeline.validate.numbers.phrase import phrase_of
from pipeline.validate.numbers.readings import Reading
from pipeline.validate.numbers.scan import masked, scan
from pipeline.validate.rule import Rule
from pipeline.validate.rules.levels import own_lines
from pipeline.validate.tables.wording import said

_A_YEAR = re.compile(r"\b(?:per|om|varje)\s+år\b|\bårlig\w*", re.IGNORECASE)
_ON_TRACK = re.compile(
    r"\b(?:i\s+(?:linje|nivå|takt)\s+med|enligt|når|nås|nått|uppnå\w*|uppfyll\w*)\s+(?:\w+\s+)?mål\w*|"
    r"\bmål\w*\s+(?:\w+\s+){0,3}(?:nås|nått|uppnå\w*|uppfyll\w*)\b",
    re.IGNORECASE,
)
_LESS_IS_BETTER = re.compile(r"\bminsk\w*|\bhögst\b|\bmax\w*|\bfärre\b|\bsänk\w*|\bunder\b", re.IGNORECASE)
_UNTIL = re.compile(
    rf"\b(?:sista|slutet av|utgången av|till och med|t\.o\.m\.|t o m|per|efter)\s+(?:den\s+)?(?:\d+\s+)?"
    rf"({'|'.join(MONTHS)})\b",
    re.IGNORECASE,
)
_GOAL = re.compile(r"\bmål(?:et|nivån?|värdet?)?\b[^.;]*$", re.IGNORECASE)
_EXPECTED = re.compile(r"\bprognos\w*|\bväntas\b|\bberäknas\b", re.IGNORECASE)
_YEAR = Decimal(12)


@dataclass(frozen=True)
class _Level:
    """A goal with the prose about it and the number in its name."""

    goal: Goal
    place: tuple[str, ...]


def _goals(facts: Facts) -> Iterator[_Level]:
    for placed in parts_of(facts.case.report):
        for goal in placed.part.goals if isinstance(placed.part, GoalsPart) else ():
            yield _Level(goal, (APPENDIX, *placed.place, goal.name.value))


def goals_of_a_year_are_as_near_as_the_text_says(facts: Facts) -> Iterator[Finding]:
    """What is said to be in line with a goal for the year is at least the goal's share of the months gone."""
    for each in _goals(facts):
        name = each.goal.name.value
        level = _yearly(name)
        if level is None or _LESS_IS_BETTER.search(name):
            continue
        for reading in facts.readings_at.get(each.place, ()):
            if _claims(reading) and _is_count(reading.mention):
                yield from _behind(facts, each.goal, level, reading)


def _yearly(name: str) -> Mention | None:
    if not _A_YEAR.search(name):
        return None
    return next((each for each in scan(name) if each.kind is Kind.NUMBER and _is_count(each)), None)


def _is_count(mention: Mention) -> bool:
    return not mention.unit.family and not mention.unit.is_time


def _claims(reading: Reading) -> bool:
    return bool(_ON_TRACK.search(reading.after)) and not NOT.search(reading.sentence.text)


def _behind(facts: Facts, goal: Goal, level: Mention, reading: Reading) -> Iterator[Finding]:
    months = _months(facts, reading.sentence.text)
    expected = level.value * months / _YEAR
    if reading.mention.value >= expected * (1 - facts.profile.limits.share):
        return
    style = facts.profile.numbers
    share = f"{said(level.value, style)} × {months} av 12 månader = {said(expected.quantize(Decimal(1)), style)}"
    claim = _ON_TRACK.search(reading.after)
    words = f'"{phrase_of(reading)} … {claim[0]}"' if claim else ""
    fact = f'texten säger {words} men målet "{shortened(goal.name.value)}" ger {share}'
    yield finding("VAL252", fact, reading.origin, goal.name.origin, excerpt=masked(reading.line.text))


def _months(facts: Facts, text: str) -> int:
    """Return how many months of the year have gone: as the sentence says, or else at the end of the period."""
    until = _UNTIL.search(text)
    return MONTHS.index(until[1].lower()) + 1 if until else facts.case.report.period.end.value.month


def forecasts_reach_the_goals_that_the_text_says(facts: Facts) -> Iterator[Finding]:
    """A goal that the text says will be reached has forecasts that reach it, line by line."""
    for each in _goals(facts):
        claim = _claim(own_lines(facts, each.place[1:], below=False))
        if claim is None:
            continue
        for goal, outcome in pairwise(facts.readings_at.get(each.place, ())):
            if _is_pair(goal, outcome):
                yield from _short(claim, goal, outcome, lower=bool(_LESS_IS_BETTER.search(each.goal.name.value)))


def _claim(lines: Sequence[Line]) -> Line | None:
    """Return the line that says that the goal is or will be reached, or None."""
    will = re.compile(r"\bmål\w*[^.]*\b(?:nås|nå|uppnås|uppnå|uppfylls|klaras|nått)\b", re.IGNORECASE)
    return next((line for line in lines if (found := will.search(line.text)) and not NOT.search(found[0])), None)


def _is_pair(goal: Reading, outcome: Reading) -> bool:
    first, second = goal.mention.unit, outcome.mention.unit
    same = (first.family, first.scale, first.noun) == (second.family, second.scale, second.noun)
    named = bool(_GOAL.search(goal.before)) and bool(_EXPECTED.search(outcome.before))
    return same and named and bool(first.family or first.noun) and goal.line is not outcome.line


def _short(claim: Line, goal: Reading, outcome: Reading, *, lower: bool) -> Iterator[Finding]:
    reached = outcome.mention.value <= goal.mention.value if lower else outcome.mention.value >= goal.mention.value
    if not reached:
        fact = f'texten säger att målet nås men "{phrase_of(outcome)}" når inte "{phrase_of(goal)}"'
        excerpt = f"{claim.text}\n{goal.line.text}\n{outcome.line.text}"
        yield finding("VAL253", fact, outcome.origin, goal.origin, claim.origin, excerpt=masked(excerpt))


RULES: tuple[Rule, ...] = (
    goals_of_a_year_are_as_near_as_the_text_says,
    forecasts_reach_the_goals_that_the_text_says,
)
