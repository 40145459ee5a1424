"""Goals in the prose: the goal's number against the table of indicators, and whether it is reached as the words say."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from pipeline.findings.catalogue import finding
from pipeline.findings.finding import Finding
from pipeline.model.origin import Origin
from pipeline.model.report import Indicator, IndicatorsPart
from pipeline.model.walk import parts_of
from pipeline.validate.facts import Facts
from pipeline.validate.line import Line
from pipeline.validate.numbers.context import NOT, YEAR
from pipeline.validate.numbers.mention import Kind
from pipeline.validate.numbers.readings import Reading
from pipeline.validate.numbers.scan import masked, scan
from pipeline.validate.numbers.units import SHARE
from pipeline.validate.rule import Rule

_GOAL = re.compile(r"\bmål(?:et|nivån|värdet)?\b(?!\w)", re.IGNORECASE)
_REACHED = re.compile(r"\b(?:upp)?nå(?:tt|dd|tts|s)\b|\buppfyll(?:t|d|s)\b", re.IGNORECASE)
_COMPARED = re.compile(
    r"\b(?:(?P<below>lägre|under|mindre|färre)|(?P<above>högre|över|mer|fler))\s+(?:än\s+)?mål\w*", re.IGNORECASE
)
_LOWER = "lägre"
_GROUPS = re.compile(r"\b(?:kvinn|män|flick|pojk|yngre|äldre|bland|inom)\w*", re.IGNORECASE)
_TOKEN = re.compile(r"\w+")
_SHORTEST = 5


@dataclass(frozen=True)
class _Goal:
    """An indicator's goal: its number, and the words that name the indicator alone."""

    indicator: Indicator
    words: frozenset[str]
    value: Decimal
    text: str
    origin: Origin
    family: str
    values: tuple[Decimal, ...]
    years: frozenset[str]


class _Goals:
    """The goals of the indicators, by the words that name each alone."""

    def __init__(self, goals: Iterable[_Goal]) -> None:
        self.goals = tuple(goals)
        self._by_word: dict[str, list[int]] = {}
        for index, goal in enumerate(self.goals):
            for word in goal.words:
                self._by_word.setdefault(word, []).append(index)

    def of(self, text: str) -> _Goal | None:
        """Return the goal of the one indicator that a text names, or None where it names several or none."""
        begun = {word[:length] for word in _TOKEN.findall(text.lower()) for length in range(1, len(word) + 1)}
        named = sorted({index for word in begun for index in self._by_word.get(word, ())})
        indicators = {self.goals[index].indicator.id.value for index in named}
        return self.goals[named[0]] if len(indicators) == 1 else None


def _goals(facts: Facts) -> _Goals:
    found: list[_Goal] = []
    parts = [placed.part for placed in parts_of(facts.case.report) if isinstance(placed.part, IndicatorsPart)]
    shared = Counter(word for part in parts for each in part.indicators for word in _words(each.name.value))
    for part in parts:
        years = frozenset(year for heading in part.columns for year in YEAR.findall(heading.value))
        for each in part.indicators:
            own = _telling(facts, {word for word in _words(each.name.value) if shared[word] == 1})
            for heading, value in zip(part.columns, each.values, strict=False):
                numbers = [mention for mention in scan(value.value) if mention.kind is Kind.NUMBER]
                if _GOAL.match(heading.value) and len(numbers) == 1:
                    family = SHARE if "%" in each.name.value else numbers[0].unit.family
                    number = numbers[0].value
                    found.append(_Goal(each, own, number, value.value, value.origin, family, _values(each), years))
    return _Goals(found)


def _telling(facts: Facts, words: set[str]) -> frozenset[str]:
    """Return the words that the prose uses least: a town's name stands everywhere and names no indicator."""
    used = {word: facts.times_begun(word) for word in words}
    least = min((number for number in used.values() if number), default=0)
    return frozenset(word for word, number in used.items() if 0 < number <= least * 1.5)


def _values(indicator: Indicator) -> tuple[Decimal, ...]:
    return tuple(m.value for value in indicator.values for m in scan(value.value) if m.kind is Kind.NUMBER)


def _words(name: str) -> set[str]:
    return {word.lower() for word in re.findall(r"[^\W\d_]+", name) if len(word) >= _SHORTEST or word.isupper()}


def goals_are_those_of_the_indicators(facts: Facts) -> Iterator[Finding]:
    """The goal that a text states for an indicator is the one in its table."""
    goals = _goals(facts)
    for each in facts.readings:
        goal = goals.of(each.line.text) if _is_goal(each) else None
        family = goal and goal.family == each.mention.unit.family
        if goal and family and each.mention.value != goal.value and _last_goal_word_is_near(each):
            fact = (
                f'"{each.before.strip()[-60:]} {each.mention.text}" men målet för "{goal.indicator.name}" '
                f"är {goal.text} i tabellen"
            )
            yield finding("VAL238", fact, each.origin, goal.origin, excerpt=masked(each.line.text))


def numbers_of_indicators_are_theirs(facts: Facts) -> Iterator[Finding]:
    """The one share that a sentence gives with an indicator's name is one of the indicator's values."""
    goals = _goals(facts)
    shares = [each for each in facts.readings if each.mention.unit.family == SHARE]
    counts = Counter((id(each.line), each.sentence.start) for each in shares)
    for each in shares:
        sentence = each.sentence.text
        goal = goals.of(sentence)
        if (
            not goal
            or goal.family != SHARE
            or counts[id(each.line), each.sentence.start] > 1
            or _GROUPS.search(sentence)
        ):
            continue
        years = set(YEAR.findall(sentence)) - goal.years
        if not years and not any(_is(value, each) for value in goal.values):
            values = ", ".join(value.value for value in goal.indicator.values)
            fact = f'"{each.mention.text}" nämns med "{goal.indicator.name}" men indikatorn har {values}'
            yield finding("VAL242", fact, each.origin, goal.origin, excerpt=masked(each.line.text))


def _is(value: Decimal, reading: Reading) -> bool:
    step = Decimal(1).scaleb(-reading.mention.decimals)
    return value.quantize(step, ROUND_HALF_UP) == abs(reading.mention.value)


def _is_goal(each: Reading) -> bool:
    return bool(_GOAL.search(each.before)) and not each.mention.unit.is_time


def _last_goal_word_is_near(each: Reading) -> bool:
    """Return whether no more than a few words stand between the word for goal and the number."""
    return len(_GOAL.split(each.before)[-1].split()) <= 3


def goals_are_reached_as_the_text_says(facts: Facts) -> Iterator[Finding]:
    """A goal that is said to be reached is reached, in the direction that is better, and one that is not is not."""
    goals = _goals(facts)
    previous: Reading | None = None
    for index, each in enumerate(facts.readings):
        outcome = _outcome(each, previous, facts.readings[index + 1] if index + 1 < len(facts.readings) else None)
        if _is_goal(each) and outcome and _last_goal_word_is_near(each):
            goal = goals.of(each.line.text)
            yield from _claims(each, outcome, lower=_is_lower(each.line, goal))
        previous = each


def _outcome(goal: Reading, *beside: Reading | None) -> Reading | None:
    """Return the number beside a goal, in the same line and unit, that it is held against."""
    for each in beside:
        same = each is not None and each.line is goal.line and each.mention.unit.family == goal.mention.unit.family
        if each is not None and same and goal.mention.unit.family and not _is_goal(each):
            return each
    return None


def _is_lower(line: Line, goal: _Goal | None) -> bool:
    if goal and goal.indicator.direction:
        return goal.indicator.direction.value == _LOWER
    return bool(re.search(r"\blägre än målet|\bunder målet|\bminsk|\bhögst\b|\bmax", line.text, re.IGNORECASE))


def _claims(goal: Reading, outcome: Reading, *, lower: bool) -> Iterator[Finding]:
    values = outcome.mention.value, goal.mention.value
    after = goal.sentence.text
    reached = values[0] <= values[1] if lower else values[0] >= values[1]
    claim = _REACHED.search(after)
    compared = _COMPARED.search(goal.before)
    wrong = None
    if claim and reached is bool(NOT.search(after)):
        wrong = f'"{after.strip()}"'
    elif compared and values[0] != values[1] and (values[0] < values[1]) is not bool(compared["below"]):
        wrong = f'"{compared[0]}"'
    if wrong:
        fact = f"{wrong} men {outcome.mention.text} mot målet {goal.mention.text} säger motsatsen"
        yield finding("VAL239", fact, goal.origin, outcome.origin, excerpt=masked(goal.line.text))


RULES: tuple[Rule, ...] = (
    goals_are_those_of_the_indicators,
    numbers_of_indicators_are_theirs,
    goals_are_reached_as_the_text_says,
)
