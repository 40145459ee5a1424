"""The same sentence in two places, with different numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from pipeline.findings.catalogue import finding
from pipeline.findings.finding import Finding
from pipeline.validate.facts import Facts
from pipeline.validate.line import Line
from pipeline.validate.numbers.context import Sentence, sentences
from pipeline.validate.numbers.mention import Kind, Mention
from pipeline.validate.numbers.scan import masked, scan
from pipeline.validate.rule import Rule

_FEWEST_WORDS = 5
_FEW_WORDS = 7  # so short a sentence is the same only in the two documents
_BRACKET = re.compile(r"\([^()]*\)")
_TOO_MANY = 2  # a sentence that stands with three sets of numbers is a form to fill in


@dataclass(frozen=True)
class _Said:
    line: Line
    sentence: Sentence
    numbers: tuple[Mention, ...]


def sentences_that_stand_twice_have_the_same_numbers(facts: Facts) -> Iterator[Finding]:
    """The same sentence in the decision and in the appendix, or in two places of one of them, says the same."""
    groups: dict[str, list[_Said]] = {}
    for line in facts.lines:
        found = [] if line.is_heading else [each for each in scan(line.text) if each.kind in (Kind.NUMBER, Kind.YEAR)]
        for sentence in sentences(line.text) if found else ():
            inside = tuple(each for each in found if sentence.start <= each.start < sentence.end)
            words = _masked(line.text, sentence, inside)
            if inside and len(words.split()) >= _FEWEST_WORDS:
                groups.setdefault(words, []).append(_Said(line, sentence, inside))
    for words, group in groups.items():
        yield from _differing(group, documents=len(words.split()) <= _FEW_WORDS)


def _masked(text: str, sentence: Sentence, numbers: tuple[Mention, ...]) -> str:
    masked, at = "", sentence.start
    for each in numbers:
        masked += text[at : each.start] + "#"
        at = each.end
    words = _BRACKET.sub(" ", masked + text[at : max(at, sentence.end)]).lower()
    return " ".join(re.findall(r"\w+|#", words))


def _differing(group: list[_Said], *, documents: bool) -> Iterator[Finding]:
    """Yield the first two that differ; those of one document are left where ``documents`` asks for two."""
    kinds: list[_Said] = []
    for each in group:
        level = 1 if documents else None
        apart = not kinds or any(each.line.place[:level] != other.line.place[:level] for other in kinds)
        if apart and not any(_same(each, other) for other in kinds):
            kinds.append(each)
        if len(kinds) > _TOO_MANY:
            return
    if len(kinds) != _TOO_MANY:
        return
    first, second = kinds
    pairs = zip(first.numbers, second.numbers, strict=True)
    one, other = next((a, b) for a, b in pairs if not _equal(a, b))
    places = f'under "{first.line.place[-1]}" men {other.text} under "{second.line.place[-1]}"'
    fact = f"samma mening säger {one.text} {places}"
    excerpt = f"{first.sentence.text.strip()}\n{second.sentence.text.strip()}"
    yield finding("VAL234", fact, first.line.origin, second.line.origin, excerpt=masked(excerpt))


def _same(first: _Said, second: _Said) -> bool:
    return all(_equal(one, other) for one, other in zip(first.numbers, second.numbers, strict=True))


def _equal(first: Mention, second: Mention) -> bool:
    """Return whether two numbers are one, when the finer is rounded as the coarser is."""
    if first.kind is Kind.YEAR or second.kind is Kind.YEAR:
        return first.text == second.text
    one, other = first.unit.base(first.value), second.unit.base(second.value)
    step = max(_step(first), _step(second))
    return (one / step).quantize(Decimal(1), ROUND_HALF_UP) == (other / step).quantize(Decimal(1), ROUND_HALF_UP)


def _step(mention: Mention) -> Decimal:
    return Decimal(1).scaleb(mention.unit.scale - mention.decimals)


RULES: tuple[Rule, ...] = (sentences_that_stand_twice_have_the_same_numbers,)
