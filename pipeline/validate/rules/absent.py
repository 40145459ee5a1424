"""What the prose says that there is none of, against what the report tells of elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from pipeline.findings.catalogue import finding
from pipeline.findings.finding import Finding
from pipeline.model.origin import Origin
from pipeline.model.report import Goal, GoalsPart, IndicatorsPart
from pipeline.model.walk import APPENDIX, PlacedPart, parts_of
from pipeline.validate.excerpts import shortened
from pipeline.validate.facts import Facts
from pipeline.validate.line import Line
from pipeline.validate.numbers.context import NOT, sentences
from pipeline.validate.numbers.mention import Kind
from pipeline.validate.numbers.phrase import phrase_of
from pipeline.validate.numbers.scan import scan
from pipeline.validate.rule import Rule

_NO_LEVELS = re.compile(
    r"\b(?:saknar|saknas|(?:har|finns|det finns)\s+(?:det\s+)?(?:inga|inte några))\s+(?:\w+\s+){0,2}?"
    r"(?:indikator\w*|mål(?:nivå|värde|tal)\w*)",
    re.IGNORECASE,
)
_OWN = re.compile(r"\begn?a?\b", re.IGNORECASE)
_ONE = re.compile(r"^\W*(?:\w*målet|det|detta)\b", re.IGNORECASE)
_GOAL = re.compile(r"\bmål(?:et|nivån?|värdet?)?\b(?P<between>[^.;]*)$", re.IGNORECASE)
_NEAR = 3  # words between the word for goal and its number
_NONE = re.compile(
    r"\b(?:inga|ingen|inget)\s+([^\W\d_]{7,})\s+(?:(?:finns\s+)?att\s+(?:rapportera|redovisa)|"
    r"(?:redovisas|rapporteras|har\s+(?:gjorts|genomförts|pågått|startats)))\b",
    re.IGNORECASE,
)
_PLURAL = re.compile(r"(?:ar|er|or)$")
_DONE = re.compile(
    r"\b(?:pågå(?:r|tt|ende)|påbörja\w+|genomför(?:t|ts|des|de)|starta(?:t|ts|des|de)|inle(?:tt|tts|ddes)|"
    r"färdigställ\w+|slutför(?:t|ts|des)|gjort\w*|har\s+\w+(?:at|ats|it|its|tt|tts))\b",
    re.IGNORECASE,
)
_MOST = 3
_Named = tuple[str, str, Origin]


def goals_said_to_have_no_levels_have_none(facts: Facts) -> Iterator[Finding]:
    """Where the prose says that goals have no indicators with levels, no goal has a number to reach."""
    claims = [
        (line, sentence.text)
        for line in facts.lines
        if not line.is_heading
        for sentence in sentences(line.text)
        if _NO_LEVELS.search(sentence.text) and not _OWN.search(sentence.text)
    ]
    everywhere = list(_levels(facts, list(parts_of(facts.case.report)))) if claims else []
    for line, text in claims:
        own = _inside(facts, line)
        there = everywhere if own is None and not _ONE.search(text) else list(_levels(facts, own or []))
        if there:
            named = ", ".join(f'"{shortened(name)}" ({level})' for name, level, _ in there[:_MOST])
            more = f" och {len(there) - _MOST} till" if len(there) > _MOST else ""
            fact = f'texten säger "{shortened(text.strip(), 110)}" men dessa mål har en: {named}{more}'
            places = (origin for _, _, origin in there[:_MOST])
            yield finding("VAL320", fact, line.origin, *places, excerpt=line.text)


def _inside(facts: Facts, line: Line) -> list[PlacedPart] | None:
    """Return the parts of the line's own section where it has goals or is itself assessed as one, or None."""
    around = line.place[1:] if line.place[0] == APPENDIX else ()
    own = list(facts.parts_below.get(around, ())) if around else []
    if any(each.place == around and each.section.assessment for each in own):
        return own
    return own if any(isinstance(each.part, GoalsPart | IndicatorsPart) for each in own) else None


def _levels(facts: Facts, parts: list[PlacedPart]) -> Iterator[_Named]:
    for placed in parts:
        if isinstance(placed.part, GoalsPart):
            for goal in placed.part.goals:
                found = _level(facts, placed, goal) if goal.scope is None else None
                if found:
                    yield goal.name.value, *found
        elif isinstance(placed.part, IndicatorsPart) and not _OWN.search(placed.part.heading.value):
            for heading in placed.part.columns:
                if _GOAL.search(heading.value):
                    yield placed.section.name.value, heading.value, heading.origin


def _level(facts: Facts, placed: PlacedPart, goal: Goal) -> tuple[str, Origin] | None:
    """Return the number that a goal is to reach, in its name or behind the word for goal in its text."""
    for mention in scan(goal.name.value):
        if mention.kind is Kind.NUMBER and (mention.unit.noun or mention.unit.family):
            return f"{mention.text} {mention.unit.noun}".strip(), goal.name.origin
    place = (APPENDIX, *placed.place, goal.name.value)
    for each in facts.readings_at.get(place, ()):
        word = _GOAL.search(each.before)
        if word and len(word["between"].split()) <= _NEAR and not each.mention.unit.is_time:
            return phrase_of(each), each.origin
    return None


def what_is_said_to_be_none_is_not_told_of(facts: Facts) -> Iterator[Finding]:
    """Where a section has nothing of a kind to report, no other text reports of it."""
    claims = [
        (line, match) for line in facts.lines if not line.is_heading and (match := _NONE.search(line.text)) is not None
    ]
    for noun, (line, claim) in {claim[1].lower(): (line, claim) for line, claim in reversed(claims)}.items():
        told = list(islice(_told(facts, line, noun), _MOST))
        if told:
            other, text = told[0]
            fact = f'texten säger "{shortened(claim.group())}" men under "{shortened(other.place[-1])}" står "{text}"'
            yield finding("VAL321", fact, line.origin, *_places(told), excerpt=f"{line.text}\n{other.text}")


def _told(facts: Facts, claim: Line, noun: str) -> Iterator[tuple[Line, str]]:
    stem = _PLURAL.sub("", noun)
    pattern = re.compile(rf"\b(?:{re.escape(stem)}|{re.escape(noun)})\b", re.IGNORECASE)
    for line in facts.lines_with(stem, noun):
        for sentence in () if line.is_heading or line.place == claim.place else sentences(line.text):
            named = pattern.search(sentence.text)
            if named and _DONE.search(sentence.text) and not NOT.search(sentence.text):
                yield line, shortened(sentence.text.strip(), 110)
                break


def _places(told: list[tuple[Line, str]]) -> list[Origin]:
    return [line.origin for line, _ in told]


RULES: tuple[Rule, ...] = (goals_said_to_have_no_levels_have_none, what_is_said_to_be_none_is_not_told_of)
