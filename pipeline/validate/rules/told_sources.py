"""What the prose says of surveys and other sources, and sentences that stand in two places."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.findings.catalogue import finding
from pipeline.findings.finding import Finding
from pipeline.model.walk import APPENDIX
from pipeline.validate.excerpts import shortened
from pipeline.validate.facts import Facts
from pipeline.validate.line import Line
from pipeline.validate.numbers.context import NOT, YEAR, sentences
from pipeline.validate.rule import Rule

_SOURCE = re.compile(
    r"\b([^\W\d_]{4,}(?:undersökning|enkät|mätning|utvärdering|kartläggning|uppföljning|revision|granskning))"
    r"(?:en|s|ens|ar|arna)?\b",
    re.IGNORECASE,
)
_SHOWS = re.compile(r"\b(?:visar|visade|visat|pekar på|pekade på|har gett|gav|framgår av)\b", re.IGNORECASE)
_TO_COME = re.compile(
    r"\b(?:kommer att genomföras|ska genomföras|planeras|(?:genomförs|görs|startas?|inleds)\s+(?:under|i|till|nästa)\s+"
    r"(?:hösten|vintern|våren|slutet|året|år|september|oktober|november|december))\b",
    re.IGNORECASE,
)
_GOOD = re.compile(r"\b(?:gott|goda?|bra|positiv\w*|hög\w*|förbättr\w+|nöjda?)\b", re.IGNORECASE)
_BAD = re.compile(r"\b(?:dålig\w*|svår\w*|negativ\w*|låg\w*|försämr\w+|missnöj\w+|brist\w*|sämre)\b", re.IGNORECASE)
_BRACKET = re.compile(r"\([^()]*\)")
_MOST_OTHER, _MOST_NEAR = 2, 40  # words in which two sentences that are one differ; sentences that share a third
_FEWEST_WORDS = 10  # of a sentence that does not come twice by chance


def a_source_that_shows_has_been_made(facts: Facts) -> Iterator[Finding]:
    """A survey that shows something in one place is not still to be made in another, nor shows the opposite."""
    told: dict[str, list[tuple[str, Line]]] = {}
    for line in facts.lines:
        for sentence in () if line.is_heading else sentences(line.text):
            for match in _SOURCE.finditer(sentence.text):
                told.setdefault(match[1].lower(), []).append((sentence.text.strip(), line))
    for source, group in told.items():
        yield from _contradictory(source, group)


def _contradictory(source: str, group: list[tuple[str, Line]]) -> Iterator[Finding]:
    """Yield the first two that do not go together: shown and still to come, or shown good and shown bad."""
    shown = [each for each in group if _SHOWS.search(each[0]) and not NOT.search(each[0])]
    done = next((each for each in shown if not YEAR.search(each[0])), None)
    good = next((each for each in shown if _GOOD.search(each[0]) and not _BAD.search(each[0])), None)
    bad = next((each for each in shown if _BAD.search(each[0]) and not _GOOD.search(each[0])), None)
    to_come = next((each for each in group if _TO_COME.search(each[0])), None)
    for one, other in ((done, to_come), (good, bad)):
        if one and other and one[1] is not other[1]:
            fact = f'om {source}en står både "{shortened(one[0], 90)}" och "{shortened(other[0], 90)}"'
            yield finding("VAL422", fact, one[1].origin, other[1].origin, excerpt=f"{one[0]}\n{other[0]}")
            return


def no_sentence_stands_twice(facts: Facts) -> Iterator[Finding]:
    """A long sentence stands in one paragraph of the report; what sums up may say it again."""
    seen: dict[str, Line] = {}
    told: set[tuple[str, str]] = set()
    for line in facts.lines:
        if line.is_heading or line.place[0] != APPENDIX or line.place[:2] in facts.summaries:
            continue
        for sentence in sentences(line.text):
            words = sentence.text.lower().split()
            if len(words) < _FEWEST_WORDS:
                continue
            first = seen.setdefault(" ".join(words), line)
            pair = (str(first.origin), str(line.origin))
            if first is not line and pair not in told and not _whole(first, line):
                told.add(pair)
                fact = f'"{shortened(sentence.text.strip(), 90)}" står också under "{shortened(first.place[-1])}"'
                yield finding("VAL423", fact, line.origin, first.origin, excerpt=line.text)


def _whole(first: Line, second: Line) -> bool:
    """Return whether two paragraphs are so alike that they are told of whole."""
    one, other = (frozenset(line.text.lower().split()) for line in (first, second))
    return len(one & other) >= 0.8 * len(one | other)


def sentences_of_both_papers_are_the_same(facts: Facts) -> Iterator[Finding]:
    """A sentence that the decision takes from the appendix has not been changed in one of them by a word or two.

    Two sentences of one length with two words that differ share one of their three parts whole: by those they meet.
    """
    own, there = _Told(), _Told()
    for line in facts.lines:
        for sentence in () if line.is_heading else sentences(line.text):
            words = _plain(sentence.text)
            if len(words) >= _FEWEST_WORDS:
                (there if line.place[0] == APPENDIX else own).add(words, (line, sentence.text.strip()))
    for words, (line, text) in own.first.items():
        near = next(there.near(words), None) if words not in there.first else None
        if near is not None:
            other, said = there.first[near]
            fact = f'beslutet säger "{shortened(text, 110)}" men bilagan "{shortened(said, 110)}"'
            yield finding("VAL424", fact, line.origin, other.origin, excerpt=f"{text}\n{said}")


class _Told:
    """The sentences of a paper, each where it first stands, found by a third of their words."""

    def __init__(self) -> None:
        self.first: dict[tuple[str, ...], tuple[Line, str]] = {}
        self._by_part: dict[tuple[int, int, tuple[str, ...]], list[tuple[str, ...]]] = {}

    def add(self, words: tuple[str, ...], where: tuple[Line, str]) -> None:
        """Keep a sentence, unless it is there."""
        if words not in self.first:
            self.first[words] = where
            for key in _parts(words):
                self._by_part.setdefault(key, []).append(words)

    def near(self, words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
        """Yield the sentences that are this one but for a word or two."""
        for key in _parts(words):
            yield from (each for each in self._by_part.get(key, ())[:_MOST_NEAR] if _nearly(words, each))


def _parts(words: tuple[str, ...]) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    size = -(-len(words) // 3)
    yield from ((len(words), at, words[at : at + size]) for at in range(0, len(words), size))


def _plain(text: str) -> tuple[str, ...]:
    """Return the words of a sentence as they are compared: without brackets and numbers, which VAL234 compares."""
    return tuple(re.findall(r"[^\W\d_]+", _BRACKET.sub(" ", text.lower())))


def _nearly(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Return whether two sentences are as long and have other words in one or two places alone."""
    return 0 < sum(a != b for a, b in zip(one, other, strict=True)) <= _MOST_OTHER


RULES: tuple[Rule, ...] = (
    a_source_that_shows_has_been_made,
    no_sentence_stands_twice,
    sentences_of_both_papers_are_the_same,
)
