"""Arithmetic in the prose: lists with a total, parts of a whole, from one number to another, goals that are reached."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from pipeline.findings.catalogue import finding
from pipeline.findings.finding import Finding
from pipeline.validate.facts import Facts
from pipeline.validate.line import Line
from pipeline.validate.numbers.lists import lists_with_totals
from pipeline.validate.numbers.mention import Mention
from pipeline.validate.numbers.readings import Reading
from pipeline.validate.numbers.scan import masked
from pipeline.validate.rule import Rule
from pipeline.validate.tables.wording import decimals_of, said

_WHOLE = re.compile(r"\b(?:av|varav|totalt|sammanlagt|tillsammans)\b", re.IGNORECASE)
_DIVIDED = re.compile(r"\b(?:är|var|varav|består|fördela\w+)\b|[:(]", re.IGNORECASE)
_PARTS = ({"kvinnor", "män"}, {"flickor", "pojkar"}, {"kvinnor", "man"}, {"tjejer", "killar"})
_UP = re.compile(r"\b(?:ök\w+|sti\w+|höj\w+|väx\w+|förbättr\w+)\b", re.IGNORECASE)
_DOWN = re.compile(r"\b(?:minsk\w+|sjunk\w+|sänk\w+|gått tillbaka|back\w+|försämr\w+)\b", re.IGNORECASE)
_FROM = re.compile(r"\bfrån\s*$", re.IGNORECASE)
_TO = re.compile(r"^\s*(?:\S+\s+)?till\s*$", re.IGNORECASE)
_OF_THEM = re.compile(r"av\s+(?:dem|de\s+som|dessa)\b", re.IGNORECASE)
_TWO = 2
_OPPOSITES = (
    ("extern", "intern|inom"), ("heltid", "deltid"), ("tillsvidare", "visstid|vikari"), ("nya", "befintliga|gamla"),
    ("kvinn", "män|man"), ("flick", "pojk"), ("avslutade|klara|färdiga", "pågå"), ("beviljad", "avslag|avslogs"),
)  # fmt: skip
_OF = re.compile(r"^\s*av\s+(?:de\s+|våra\s+|alla\s+|totalt\s+)*$", re.IGNORECASE)


def lists_sum_to_their_total(facts: Facts) -> Iterator[Finding]:
    """Lines with an amount each that end in a line with their total sum to it."""
    for parts, total in lists_with_totals(facts.lines, facts.readings):
        yield from _list_sum(facts, parts, total)


def _list_sum(facts: Facts, parts: Sequence[Reading], total: Reading) -> Iterator[Finding]:
    values = [each.mention.unit.base(each.mention.value) for each in parts]
    stated = total.mention.unit.base(total.mention.value)
    half = sum((_slack(each.mention) for each in (*parts, total)), Decimal(0))
    difference = abs(sum(values, Decimal(0)) - stated)
    if not difference:
        return
    scale = total.mention.unit.scale
    shown = [value.scaleb(-scale) for value in (*values, sum(values, Decimal(0)), stated)]
    decimals = max(decimals_of(*shown), total.mention.decimals)
    numbers = [said(value, facts.profile.numbers, decimals) for value in shown]
    terms = " + ".join(f"({number})" if value < 0 else number for number, value in zip(numbers, shown, strict=True))
    terms = terms.rsplit(" + ", 2)[0]
    code = "VAL235" if difference > half else "VAL241"
    fact = f'"{total.line.text.strip()}": {terms} = {numbers[-2]} men i texten står {numbers[-1]}'
    yield finding(code, fact, total.origin, *(each.origin for each in parts), excerpt=_text(parts, total))


def _slack(mention: Mention) -> Decimal:
    return Decimal(5).scaleb(mention.unit.scale - mention.decimals - 1)


def _text(parts: Sequence[Reading], total: Reading) -> str:
    return "\n".join(each.line.text for each in (*parts, total))


def parts_and_wholes_agree(facts: Facts) -> Iterator[Finding]:
    """What a sentence divides into women and men is the sum of them, and no part is more than its whole."""
    for line, group in _sentences(facts):
        yield from _by_sex(facts, line, group)
        for part, whole in pairwise(group):
            between = line.text[part.mention.end : whole.mention.start]
            if _OF.match(between) and part.mention.value > whole.mention.value:
                fact = f'"{_span(line, part, whole)}": {part.mention.text} är fler än {whole.mention.text}'
                yield finding("VAL236", fact, part.origin, excerpt=masked(line.text))
            more = re.search(r"\bvarav\b", between, re.IGNORECASE)
            if more and part.mention.unit.family == whole.mention.unit.family and part.mention.value < _value(whole):
                fact = f'"{_span(line, part, whole)}": {whole.mention.text} är fler än {part.mention.text}'
                yield finding("VAL236", fact, part.origin, excerpt=masked(line.text))


def _value(reading: Reading) -> Decimal:
    return reading.mention.value


def _span(line: Line, first: Reading, last: Reading) -> str:
    return line.text[first.mention.start : last.mention.end]


def _sentences(facts: Facts) -> Iterator[tuple[Line, list[Reading]]]:
    group: list[Reading] = []
    for each in facts.readings:
        if group and (group[0].line is not each.line or group[0].sentence != each.sentence):
            yield group[0].line, group
            group = []
        group.append(each)
    if group:
        yield group[0].line, group


def _by_sex(facts: Facts, line: Line, group: list[Reading]) -> Iterator[Finding]:
    for index, (first, second) in enumerate(pairwise(group)):
        if {first.mention.unit.noun, second.mention.unit.noun} not in _PARTS or not index:
            continue
        whole = group[index - 1]
        counted = not (whole.mention.unit.family or whole.mention.decimals or whole.mention.unit.is_time)
        divided = _DIVIDED.search(line.text[whole.mention.end : first.mention.start])
        if counted and divided and _WHOLE.search(line.text[first.sentence.start : first.mention.start]):
            values = [each.mention.value for each in (first, second, whole)]
            if values[0] + values[1] != values[2]:
                terms = [
                    said(value, facts.profile.numbers) for value in (*values[:2], values[0] + values[1], values[2])
                ]
                sides = f"{terms[0]} + {terms[1]} = {terms[2]} men helheten är {terms[3]}"
                fact = f'"{_span(line, whole, second)}": {sides}'
                yield finding("VAL236", fact, whole.origin, excerpt=masked(line.text))


def turns_go_the_way_that_the_sentence_says(facts: Facts) -> Iterator[Finding]:
    """What has risen from one number to another is more, and what has fallen less."""
    for line, group in _sentences(facts):
        for first, second in pairwise(group):
            between = line.text[first.mention.end : second.mention.start]
            if not (_FROM.search(first.before) and _TO.match(between)):
                continue
            up, down = _UP.search(first.before), _DOWN.search(first.before)
            rises = second.mention.unit.base(_value(second)) > first.mention.unit.base(_value(first))
            word = down if rises and not up else up if not rises and not down else None
            if word:
                fact = f'"{_span(line, first, second)}" står efter ordet {word[0]}'
                yield finding("VAL237", fact, first.origin, excerpt=masked(line.text))


def parts_told_after_their_whole_sum_to_it(facts: Facts) -> Iterator[Finding]:
    """Opposites that a sentence tells of those in the sentences before it are together as many as one of those."""
    earlier: list[Reading] = []
    for line, group in _sentences(facts):
        earlier = [each for each in earlier if each.line is line]
        text = group[0].sentence.text
        if len(group) == _TWO and _OF_THEM.match(text.strip()) and _are_opposites(text):
            counts = [each.mention.value for each in group]
            wholes = [each.mention for each in earlier if _is_count(each)]
            if wholes and all(map(_is_count, group)) and sum(counts) not in {each.value for each in wholes}:
                style = facts.profile.numbers
                terms = " + ".join(said(value, style) for value in counts)
                listed = ", ".join(each.text for each in wholes)
                fact = f"{terms} = {said(sum(counts, Decimal(0)), style)} men meningarna före har {listed}"
                yield finding("VAL255", fact, group[0].origin, excerpt=masked(line.text))
        earlier += group


def _is_count(each: Reading) -> bool:
    unit = each.mention.unit
    return not (unit.family or each.mention.decimals or unit.is_time or unit.scale)


def _are_opposites(text: str) -> bool:
    return any(all(re.search(rf"\b(?:{word})", text, re.IGNORECASE) for word in pair) for pair in _OPPOSITES)


RULES: tuple[Rule, ...] = (
    parts_told_after_their_whole_sum_to_it,
    lists_sum_to_their_total,
    parts_and_wholes_agree,
    turns_go_the_way_that_the_sentence_says,
)
