"""The goals of the indicators, with the words and the numbers by which the prose is known to speak of them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from pipeline.model.origin import Origin
from pipeline.model.report import Indicator, IndicatorsPart
from pipeline.model.walk import parts_of
from pipeline.validate.facts import Facts
from pipeline.validate.numbers.context import YEAR
from pipeline.validate.numbers.mention import Kind
from pipeline.validate.numbers.readings import Reading
from pipeline.validate.numbers.scan import scan
from pipeline.validate.numbers.units import SHARE

GOAL = re.compile(r"\b(?:mål(?:et|nivån?|värdet?|talet?)?|riktvärdet?|ambitionsnivån?)\b(?!\w)", re.IGNORECASE)
LOWER = "lägre"
_TOKEN = re.compile(r"\w+")
_SHORTEST, _DIGITS = 5, 3  # letters of a word that names an indicator; digits of a number that does


@dataclass(frozen=True)
class IndicatorGoal:
    """An indicator's goal: its number, and the words that name the indicator alone.

    ``of_year`` are the values under headings of one year, ``place`` the sections around it.
    """

    indicator: Indicator
    words: frozenset[str]
    value: Decimal
    text: str
    origin: Origin
    family: str
    values: tuple[Decimal, ...]
    years: frozenset[str]
    of_year: Mapping[str, tuple[Decimal, ...]]
    place: tuple[str, ...]

    @property
    def others(self) -> tuple[Decimal, ...]:
        """Return the numbers of the indicator but the goal's own, or none where it has no other."""
        rest = list(self.values)
        if self.value in rest:
            rest.remove(self.value)
        return tuple(rest)

    @property
    def outcomes(self) -> tuple[Decimal, ...]:
        """Return the numbers that are of a year and no goal."""
        return tuple(value for values in self.of_year.values() for value in values)


class IndicatorGoals:
    """The goals of the indicators, by the words that name each alone."""

    def __init__(self, goals: Iterable[IndicatorGoal]) -> None:
        self.goals = tuple(goals)
        self._by_word: dict[str, list[int]] = {}
        self._by_value: dict[Decimal, list[IndicatorGoal]] = {}
        for index, goal in enumerate(self.goals):
            for value in goal.outcomes:
                self._by_value.setdefault(value, []).append(goal)
            for word in goal.words:
                self._by_word.setdefault(word, []).append(index)

    def of(self, text: str) -> IndicatorGoal | None:
        """Return the goal of the one indicator that a text names, or None where it names several or none."""
        begun = {word[:length] for word in _TOKEN.findall(text.lower()) for length in range(1, len(word) + 1)}
        named = sorted({index for word in begun for index in self._by_word.get(word, ())})
        indicators = {self.goals[index].indicator.id.value for index in named}
        return self.goals[named[0]] if len(indicators) == 1 else None

    def having(self, outcome: Reading) -> IndicatorGoal | None:
        """Return the goal of the one indicator, in the section of a number or around it, that has the number."""
        if len(str(outcome.mention.value).replace(".", "")) < _DIGITS:
            return None
        place = outcome.line.place[1:]
        having = self._by_value.get(outcome.mention.value, [])
        found = [goal for goal in having if place[: len(goal.place)] == goal.place]
        return found[0] if len({goal.indicator.id.value for goal in found}) == 1 else None


def indicator_goals(facts: Facts) -> IndicatorGoals:
    """Return the goals of all indicators that have a column for theirs."""
    found: list[IndicatorGoal] = []
    parts = [
        (placed.part, placed.place) for placed in parts_of(facts.case.report) if isinstance(placed.part, IndicatorsPart)
    ]
    shared = Counter(word for part, _ in parts for each in part.indicators for word in name_words(each.name.value))
    for part, place in parts:
        years = frozenset(year for heading in part.columns for year in YEAR.findall(heading.value))
        for each in part.indicators:
            own = _telling(facts, {word for word in name_words(each.name.value) if shared[word] == 1})
            for heading, value in zip(part.columns, each.values, strict=False):
                numbers = [mention for mention in scan(value.value) if mention.kind is Kind.NUMBER]
                if GOAL.match(heading.value) and len(numbers) == 1:
                    family = SHARE if "%" in each.name.value else numbers[0].unit.family
                    number = numbers[0].value
                    said = (each, own, number, value.value, value.origin, family, _values(each), years)
                    found.append(IndicatorGoal(*said, _of_year(part, each), place))
    return IndicatorGoals(found)


def _telling(facts: Facts, words: set[str]) -> frozenset[str]:
    """Return the words that the prose uses least: a town's name stands everywhere and names no indicator."""
    used = {word: facts.times_begun(word) for word in words}
    least = min((number for number in used.values() if number), default=0)
    return frozenset(word for word, number in used.items() if 0 < number <= least * 1.5)


def _values(indicator: Indicator) -> tuple[Decimal, ...]:
    return tuple(m.value for value in indicator.values for m in scan(value.value) if m.kind is Kind.NUMBER)


def _of_year(part: IndicatorsPart, indicator: Indicator) -> dict[str, tuple[Decimal, ...]]:
    """Return the numbers of an indicator by the one year of their heading, those of goals left out."""
    found: dict[str, tuple[Decimal, ...]] = {}
    for heading, value in zip(part.columns, indicator.values, strict=False):
        years = YEAR.findall(heading.value)
        numbers = tuple(each.value for each in scan(value.value) if each.kind is Kind.NUMBER)
        if len(years) == 1 and numbers and not GOAL.match(heading.value):
            found[years[0]] = (*found.get(years[0], ()), *numbers)
    return found


def name_words(name: str) -> set[str]:
    """Return the words of an indicator's name that are long enough to name it, and its abbreviations, in lower case."""
    return {word.lower() for word in re.findall(r"[^\W\d_]+", name) if len(word) >= _SHORTEST or word.isupper()}
