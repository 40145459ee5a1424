"""Which way a sentence says that its own two numbers go, and which way they do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from pipeline.findings.catalogue import finding
from pipeline.findings.finding import Finding
from pipeline.validate.facts import Facts
from pipeline.validate.numbers.context import NOT
from pipeline.validate.numbers.direction import THEN, Move, comparisons, moves
from pipeline.validate.numbers.mention import Kind
from pipeline.validate.numbers.readings import Reading
from pipeline.validate.numbers.scan import masked
from pipeline.validate.rule import Rule

_HEDGED = r"(?:(?:drygt|knappt|cirka|ca|nästan|omkring)\s+)?"
_FROM, _TO = re.compile(rf"\bfrån\s+{_HEDGED}$", re.IGNORECASE), re.compile(rf"\s*till\s+{_HEDGED}", re.IGNORECASE)
# Between the word and the two numbers: "ökade kraftigt med 3 procent, från", "en ökning av antalet elever från".
_NEAR = re.compile(
    r"(?:\s+(?:något|igen|också|åter|\w{4,}t))?(?:\s+(?:av|i|på)\s+(?:\w+\s+){0,2}\w+)?"
    r"(?:\s+med\s+(?:\w+\s+)?[\d ]+(?:,\d+)?\s*[^\W\d_%]*%?)?\s*,?\s+från\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)
_SUMS_UP = re.compile(r"^\W*(?:(?:vilket|det|som)\s+(?:är|motsvarar|innebär)\s+)?en\s+(?:\w+\s+)?$", re.IGNORECASE)
_AGAINST = re.compile(
    rf"^\s*[,(]?\s*(?:jämfört\s+med|i\s+jämförelse\s+med|mot|att\s+jämföra\s+med)\s+(?:{THEN.pattern}\s+)?{_HEDGED}$",
    re.IGNORECASE,
)
_UP_TO = re.compile(rf"^(?:\s+\w+)?\s+till\s+{_HEDGED}$", re.IGNORECASE)
_THEN_IT_WAS = re.compile(
    rf"^\s+(?:under\s+)?{THEN.pattern}\s*(?:[,:(]|på|då\s+\w+\s+var|,\s*då\s+\w+\s+var)?\s*{_HEDGED}$", re.IGNORECASE
)
_WHICH_IS = re.compile(r"^\W*(?:vilket|det|som|och)\s+(?:är|var)\s+(?:\w+\s+)?$", re.IGNORECASE)
_SOON = re.compile(rf"^\s*(?:[^\W\d_]+\s+)?(?:under\s+|år\s+)?{THEN.pattern}", re.IGNORECASE)
_RANKED = re.compile(r"\b(?:plats|placering|rank)\w*", re.IGNORECASE)  # the smaller number is the higher place


def numbers_go_the_way_that_the_words_say(facts: Facts) -> Iterator[Finding]:
    """What has risen from one number to another has, and what is above that of the year before is."""
    for first, second in pairwise(facts.readings):
        if first.line is not second.line or first.sentence != second.sentence or not _are_alike(first, second):
            continue
        told = _told(first, second)
        if told is not None:
            move, old, new = told
            if (new.mention.value > old.mention.value) is not move.is_up and new.mention.value != old.mention.value:
                size = "större" if new.mention.value > old.mention.value else "mindre"
                words = " ".join(first.sentence.text.split())
                fact = f'texten säger "{move.text}" men {new.mention.text} är {size} än {old.mention.text}: "{words}"'
                yield finding("VAL262", fact, second.origin, excerpt=masked(first.line.text))


def _are_alike(first: Reading, second: Reading) -> bool:
    """Return whether two numbers can be held against each other: of one unit, without signs, none of them roughly."""
    one, other = first.mention, second.mention
    units = (one.unit.family, one.unit.scale), (other.unit.family, other.unit.scale)
    same = units[0] == units[1] or one.unit.is_bare or other.unit.is_bare
    plain = all(each.kind is Kind.NUMBER and not each.signed and not each.unit.is_time for each in (one, other))
    return same and plain and not first.hedge and not second.hedge


def _told(first: Reading, second: Reading) -> tuple[Move, Reading, Reading] | None:
    """Return the words of direction about two numbers, with the earlier number and the later, or None."""
    between = first.line.text[first.mention.end : second.mention.start]
    before = first.sentence.text[: first.mention.start - first.sentence.start]
    if NOT.search(before) or NOT.search(between) or _RANKED.search(before):
        return None
    if _TO.fullmatch(between):
        move = _before_from(before) or _summing_up(second.after)
        return (move, first, second) if move else None
    move = _before_both(before, between, second) or _between(between)
    return (move, second, first) if move else None


def _before_from(before: str) -> Move | None:
    """Return what has moved from the first number to the second: "ökade från"."""
    found = [each for each in moves(before) if each.is_up is not None]
    return found[-1] if found and _NEAR.match(before, found[-1].end) else None


def _summing_up(after: str) -> Move | None:
    """Return what the two numbers are said to be behind them: ", en ökning"."""
    found = next(iter(moves(after)), None)
    return found if found and found.is_up is not None and _SUMS_UP.match(after[: found.start]) else None


def _before_both(before: str, between: str, second: Reading) -> Move | None:
    """Return what is said of two numbers of which the second is the earlier: "har ökat till X, mot Y året innan"."""
    if not _AGAINST.match(between):
        return None
    above = [each for each in comparisons(before) if each.is_up is not None and _THEN_IT_WAS.match(before[each.end :])]
    if above:
        return above[-1]
    then = THEN.search(between) or _SOON.match(second.after)
    risen = [each for each in moves(before) if each.is_up is not None and _UP_TO.match(before[each.end :])]
    return risen[-1] if then and risen else None


def _between(between: str) -> Move | None:
    """Return what stands between a number and the earlier one: "vilket är högre än föregående år, då det var"."""
    found = [each for each in comparisons(between) if each.is_up is not None]
    fits = found and _WHICH_IS.match(between[: found[0].start]) and _THEN_IT_WAS.match(between[found[0].end :])
    return found[0] if fits else None


RULES: tuple[Rule, ...] = (numbers_go_the_way_that_the_words_say,)
