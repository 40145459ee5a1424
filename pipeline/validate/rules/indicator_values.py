"""The values of the indicators by year, and the words that name each of them alone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from pipeline.model.origin import Origin
from pipeline.model.report import Indicator, IndicatorsPart, Section
from pipeline.model.walk import parts_of
from pipeline.validate.facts import Facts
from pipeline.validate.numbers.context import YEAR
from pipeline.validate.numbers.mention import Kind
from pipeline.validate.numbers.scan import scan
from pipeline.validate.rules.indicator_goals import GOAL, LOWER, name_words

_GENERAL = frozenset(
    re.findall(
        r"\w+",
        "andel andelen antal antalet total totala totalt index totalindex procent elever barn personer invånare "
        "medarbetare anställda genomsnitt genomsnittlig genomsnittligt kommun kommunen årskurs medel",
    )
)
_TWO = 2
_ENDING = 3  # letters of an indicator's word in another form
_LAST_PART = 10  # letters of the last part of a compound that names it alone: engagemanget


@dataclass(frozen=True)
class Value:
    """A number of an indicator: of the one year of its heading, or of none, or a goal."""

    number: Decimal
    year: int | None
    is_goal: bool
    text: str
    origin: Origin


@dataclass(frozen=True)
class Valued:
    """An indicator with its numbers, in the order of the columns, and the section it stands in."""

    indicator: Indicator
    part: IndicatorsPart
    section: Section
    values: tuple[Value, ...]
    words: frozenset[str]

    @cached_property
    def last_two(self) -> tuple[Value, Value] | None:
        """Return the values of the last two years that have one each, the earlier first, or None."""
        dated = [(each.year, each) for each in self.values if each.year is not None and not each.is_goal]
        ordered = sorted(dated, key=lambda pair: pair[0])
        if len(ordered) < _TWO or len({year for year, _ in ordered}) != len(ordered):
            return None
        return ordered[-2][1], ordered[-1][1]

    @property
    def lower_is_better(self) -> bool | None:
        """Return whether less is better, or None where the case does not say."""
        return self.indicator.direction.value == LOWER if self.indicator.direction else None

    @property
    def grew(self) -> bool | None:
        """Return whether the number grew in the last year, or None where it did not move or has no two years."""
        ends = self.last_two
        return None if ends is None or ends[0].number == ends[1].number else ends[1].number > ends[0].number

    @property
    def improved(self) -> bool | None:
        """Return whether the last year was better than the one before, or None where nobody can say."""
        return None if self.grew is None or self.lower_is_better is None else self.grew is not self.lower_is_better


@dataclass(frozen=True)
class IndicatorValues:
    """All indicators of a case."""

    facts: Facts

    @cached_property
    def all(self) -> tuple[Valued, ...]:
        """Return the indicators in reading order."""
        found = [placed for placed in parts_of(self.facts.case.report) if isinstance(placed.part, IndicatorsPart)]
        parts = [(placed.part, placed.section) for placed in found if isinstance(placed.part, IndicatorsPart)]
        shared = Counter(word for part, _ in parts for each in part.indicators for word in name_words(each.name.value))
        return tuple(
            Valued(each, part, section, tuple(_values(part, each)), _own_words(each, shared))
            for part, section in parts
            for each in part.indicators
        )

    @cached_property
    def _by_word(self) -> Mapping[str, Valued]:
        ends: dict[str, list[Valued]] = {}
        for each in self.all:
            for word in each.words:
                for start in range(1, len(word) - _LAST_PART + 1):
                    ends.setdefault(word[start:], []).append(each)
        alone = {end: found[0] for end, found in ends.items() if len(found) == 1}
        return alone | {word: each for each in reversed(self.all) for word in each.words}

    def called(self, token: str) -> Valued | None:
        """Return the indicator that a word of a text names, in any form or by its last part, or None."""
        lowered = token.lower()
        longest = range(len(lowered), max(0, len(lowered) - _ENDING - 1), -1)
        return next((self._by_word[lowered[:end]] for end in longest if lowered[:end] in self._by_word), None)


def _own_words(indicator: Indicator, shared: Mapping[str, int]) -> frozenset[str]:
    """Return the words that no other indicator has and that say what is measured."""
    return frozenset(word for word in name_words(indicator.name.value) if shared[word] == 1 and word not in _GENERAL)


def _values(part: IndicatorsPart, indicator: Indicator) -> Iterator[Value]:
    for heading, said in zip(part.columns, indicator.values, strict=False):
        numbers = [each for each in scan(said.value) if each.kind is Kind.NUMBER]
        years = YEAR.findall(heading.value)
        if len(numbers) == 1:
            year = int(years[0]) if len(years) == 1 else None
            yield Value(numbers[0].value, year, bool(GOAL.match(heading.value)), said.value, said.origin)


def near(values: Sequence[Decimal], share: Decimal) -> bool:
    """Return whether values are so alike that the largest is no more than a share above the smallest."""
    return bool(values) and min(values) > 0 and max(values) <= min(values) * (1 + share)
