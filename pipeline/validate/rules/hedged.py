"""Numbers behind drygt, knappt, cirka and the like: the value that they tell of is where the word says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from pipeline.findings.catalogue import finding
from pipeline.findings.finding import Finding
from pipeline.validate.facts import Facts
from pipeline.validate.numbers.hedges import Hedge, Side, hedged, share_of
from pipeline.validate.numbers.known import Known
from pipeline.validate.numbers.mention import Kind
from pipeline.validate.numbers.readings import Reading, Source, is_named
from pipeline.validate.numbers.scan import masked
from pipeline.validate.numbers.units import SHARE
from pipeline.validate.rule import Rule
from pipeline.validate.tables.wording import said

_BRACKET = re.compile(r"\s*(?:av\s+)?(?:[^\W\d_]+\s+){0,3}\(\s*")
_HUNDRED = Decimal(100)


def hedged_numbers_are_where_the_word_says(facts: Facts) -> Iterator[Finding]:
    """A value that is told with drygt, knappt, över, cirka or the like is on that side of the number, and near it."""
    for each in facts.readings:
        hedge = each.hedge if each.mention.kind is Kind.NUMBER else None
        if hedge is None:
            continue
        known = _wrong(each, hedge) if each.known else _beyond(facts, each, hedge)
        if known is not None:
            value = said(known.value, facts.profile.numbers)
            fact = f'"{hedge.words} {each.mention.text}" men {known.name} är {value}'
            yield finding("VAL256", fact, each.origin, known.origin, excerpt=masked(each.line.text))


def _wrong(reading: Reading, hedge: Hedge) -> Known | None:
    """Return the value of a number with a source where none of its values is as the hedge says."""
    if reading.source not in (Source.BOUND, Source.MATCHED):
        return None
    sizes = [size for known in reading.known if (size := _size(known, reading)) is not None]
    return reading.known[0] if sizes and not any(map(hedge.holds, sizes)) else None


def _size(known: Known, reading: Reading) -> Decimal | None:
    """Return a value without its sign in the unit of a number, or None where the two are of different kinds."""
    own, unit = known.unit, reading.mention.unit
    if own.family and unit.family and own.family != unit.family:
        return None
    scaled = own.family and (unit.family or unit.scale)
    return abs(own.base(known.value)).scaleb(-unit.scale) if scaled else abs(known.value)


def _beyond(facts: Facts, reading: Reading, hedge: Hedge) -> Known | None:
    """Return the value that the sentence names and that is near the number, on the side that the hedge denies."""
    if hedge.beyond is None or reading.source is not Source.NONE:
        return None
    near = facts.known_values.between(reading.mention, hedge.beyond)
    return next((each for each in near if not each.counted and is_named(each, reading)), None)


def shares_in_words_are_those_in_brackets(facts: Facts) -> Iterator[Finding]:
    """A share in words with its per cent in brackets behind it is that share: nearly half (48 per cent)."""
    for words, exact in pairwise(facts.readings):
        if words.mention.kind is not Kind.FRACTION or words.line is not exact.line:
            continue
        between = words.line.text[words.mention.end : exact.mention.start]
        if exact.mention.unit.family == SHARE and _BRACKET.fullmatch(between) and exact.after.startswith(")"):
            size = words.mention.value * _HUNDRED
            reach = share_of(size)
            hedge = hedged(words.before, size, reach) or Hedge("", Side.AROUND, size - reach, size + reach)
            if not hedge.holds(exact.mention.value):
                fact = f'"{f"{hedge.words} {words.mention.text}".strip()}" men {exact.mention.text}'
                yield finding("VAL256", fact, words.origin, excerpt=masked(words.line.text))


RULES: tuple[Rule, ...] = (hedged_numbers_are_where_the_word_says, shares_in_words_are_those_in_brackets)
