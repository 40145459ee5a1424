"""Amounts printed with a minus beside a word that already says which way: "−3,2 tkr sämre" reads as better."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.findings.catalogue import finding
from pipeline.findings.finding import Finding
from pipeline.validate.facts import Facts
from pipeline.validate.numbers.context import NOT
from pipeline.validate.numbers.mention import Kind
from pipeline.validate.numbers.readings import Reading
from pipeline.validate.numbers.scan import masked
from pipeline.validate.rule import Rule

_MINUS = "\u2212"
_LESS = re.compile(
    r"^\s*(?:procent\w*\s+)?(sämre|lägre|mindre|färre|billigare|svagare|under\s+(?:\w+\s+)?budget\w*)\b", re.I
)
# Between the word and the number stand a few words that begin nothing new: minskat sedan april med −3,1 procent.
_BETWEEN = r"(?:\s+(?!(?:och|men|samt|som|vilket|medan|när|då|att|så)\b)[^\W\d_]+){0,3}"
_FELL = re.compile(
    rf"\b((?:minska|försämra|sjunk|sjönk|minskning|försämring)\w*){_BETWEEN}\s+med\s+(?:drygt\s+|knappt\s+|cirka\s+)?$",
    re.IGNORECASE,
)
_LOSS = re.compile(
    rf"\b(\w*underskott\w*|minus|förlust\w*|minskning\w*|försämring\w*){_BETWEEN}\s+(?:på|om)\s+(?:drygt\s+|knappt\s+|cirka\s+)?$",
    re.IGNORECASE,
)


def a_minus_does_not_stand_by_a_word_that_says_less(facts: Facts) -> Iterator[Finding]:
    """What is worse, lower or has fallen by an amount is told with the amount alone."""
    for each in facts.readings:
        if _has_minus(each) and not NOT.search(each.before):
            match = _LESS.match(each.after) or _FELL.search(each.before)
            loss = None if match else _LOSS.search(each.before)
            if found := match or loss:
                place = (each.origin, *(known.origin for known in each.known[:1] if each.reference))
                fact = f'"{_quoted(each)}": ordet {found[1]} säger redan vad minustecknet säger'
                yield finding("VAL247" if loss else "VAL246", fact, *place, excerpt=masked(each.line.text))


def _has_minus(reading: Reading) -> bool:
    """Return whether a minus is printed, as a sign of its own and not as a dash between words."""
    text = reading.mention.text
    negative = reading.mention.kind is Kind.NUMBER and reading.mention.signed and reading.mention.value < 0
    return negative and (text.startswith(_MINUS) or text[1:2].isdigit())


def _quoted(reading: Reading) -> str:
    words = f"{reading.before[-60:]}{reading.mention.text} {' '.join(reading.after.split()[:3])}"
    return " ".join(words.split()).rstrip(" .,;")


RULES: tuple[Rule, ...] = (a_minus_does_not_stand_by_a_word_that_says_less,)
