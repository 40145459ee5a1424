"""Indicators against the time that the prose says their values are of."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from pipeline.findings.catalogue import finding
from pipeline.findings.finding import Finding
from pipeline.model.origin import Origin, Sourced
from pipeline.model.report import Indicator, IndicatorsPart
from pipeline.model.walk import parts_of
from pipeline.validate.facts import Facts
from pipeline.validate.numbers.context import YEAR
from pipeline.validate.numbers.mention import Kind
from pipeline.validate.numbers.readings import Reading
from pipeline.validate.numbers.scan import masked, scan
from pipeline.validate.rule import Rule

_MONTH = "(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)"
_SPAN = re.compile(
    rf"\b{_MONTH}\s+((?:19|20)\d\d)\s*(?:till och med|t\.o\.m\.|t o m|till|[-–])\s*{_MONTH}\s+((?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_LONG = 6  # letters of a word that names an indicator
_MOST = 3


@dataclass(frozen=True)
class _Value:
    """A value of an indicator under a heading with one year."""

    indicator: Indicator
    heading: Sourced[str]
    text: str
    number: Decimal
    origin: Origin
    year: int


def values_are_of_the_year_that_their_column_says(facts: Facts) -> Iterator[Finding]:
    """A value whose column has one year is not told in the prose to be of parts of two."""
    values = _values(facts)
    found: dict[int, tuple[_Value, str, list[Reading]]] = {}
    for each in facts.readings if values else ():
        span = _SPAN.search(each.sentence.text)
        if span is None or span[1] == span[2]:
            continue
        for value in _named(each, values):
            if int(span[2]) == value.year and _is(value.number, each):
                found.setdefault(id(value), (value, span.group(), []))[2].append(each)
    for value, span_text, readings in found.values():
        places = list({str(each.line.origin): each.line.origin for each in readings}.values())[:_MOST]
        fact = (
            f'{value.text} står under "{value.heading}" för "{value.indicator.name}" men texten säger att '
            f"{readings[0].mention.text} gäller {span_text}"
        )
        yield finding("VAL254", fact, value.origin, *places, excerpt=masked(readings[0].line.text))


def _values(facts: Facts) -> Mapping[str, list[_Value]]:
    """Return the values by each word that names one indicator and no other."""
    parts = [placed.part for placed in parts_of(facts.case.report) if isinstance(placed.part, IndicatorsPart)]
    shared = Counter(word for part in parts for each in part.indicators for word in _words(each.name.value))
    found: dict[str, list[_Value]] = {}
    for part in parts:
        for each in part.indicators:
            for heading, value in zip(part.columns, each.values, strict=False):
                years, numbers = YEAR.findall(heading.value), [m for m in scan(value.value) if m.kind is Kind.NUMBER]
                if len(years) == len(numbers) == 1:
                    own = _Value(each, heading, value.value, numbers[0].value, value.origin, int(years[0]))
                    for word in _words(each.name.value):
                        if shared[word] == 1:
                            found.setdefault(word, []).append(own)
    return found


def _words(name: str) -> set[str]:
    return {word.lower()[:_LONG] for word in re.findall(r"[^\W\d_]+", name) if len(word) >= _LONG}


def _named(reading: Reading, values: Mapping[str, list[_Value]]) -> list[_Value]:
    named = [value for word in sorted(_words(reading.sentence.text)) for value in values.get(word, ())]
    return list({id(value): value for value in named}.values())


def _is(value: Decimal, reading: Reading) -> bool:
    step = Decimal(1).scaleb(-reading.mention.decimals)
    return value.quantize(step, ROUND_HALF_UP) == abs(reading.mention.value)


RULES: tuple[Rule, ...] = (values_are_of_the_year_that_their_column_says,)
