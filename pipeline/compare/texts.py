"""The prose of two versions: the numbers in it that are changed, and what is word for word the same."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.compare.align import aligned, paired
from pipeline.compare.values import Change, Reading, Value
from pipeline.validate.facts import Facts
from pipeline.validate.line import Line
from pipeline.validate.numbers.scan import scan

KIND = "tal i texten"
LEAST = 40  # letters of a paragraph that is worth telling of when it is the same


def _likeness(one: Line, other: Line) -> float:
    words = [set(re.findall(r"[^\W\d_]+", line.text.lower())) for line in (one, other)]
    share = 2 * len(words[0] & words[1]) / max(1, len(words[0]) + len(words[1]))
    return share if one.place[-1:] == other.place[-1:] else share - 0.2


def changed_numbers(old: Reading, new: Reading) -> Iterator[Change]:
    """Yield the numbers that another number stands instead of, in a paragraph that both versions have."""
    before, after = _lines(old), _lines(new)
    for one, other in paired(before, after, lambda line: (line.place, line.text), _likeness):
        if one is not None and other is not None:
            yield from _between(before[one], after[other])


def _between(one: Line, other: Line) -> Iterator[Change]:
    mentions = [[each.text.strip() for each in scan(line.text)] for line in (one, other)]
    for kind, a, b, c, d in aligned(mentions[0], mentions[1]):
        if kind == "replace":
            for was, now in zip(mentions[0][a:b], mentions[1][c:d], strict=False):
                old, new = Value(KIND, one.place, was, one.origin), Value(KIND, other.place, now, other.origin)
                yield Change(old, new)


def unchanged(old: Reading, new: Reading) -> tuple[tuple[Line, Line], ...]:
    """Return the paragraphs that both versions have word for word, the old one and the new one, in the new order."""
    before = {_plain(line): line for line in reversed(_lines(old))}
    same = ((before.get(_plain(line)), line) for line in _lines(new))
    return tuple((one, other) for one, other in same if one is not None and len(other.text) >= LEAST)


def _lines(reading: Reading) -> list[Line]:
    return [line for line in Facts(reading.case, reading.profile).lines if not line.is_heading and line.text.strip()]


def _plain(line: Line) -> str:
    return " ".join(line.text.split())
