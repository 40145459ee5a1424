"""How much of a published text stands in another text, word for word and in order."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

APPENDIX_STARTS = "KSKF/2023:288"

# Words that the extraction of the published paper misread: a stray accent, and a capital i for a small l.
SLIPS = {"sämré": "sämre", "styrei": "styrel"}

_HYPHENATED = re.compile("[\u00ad\u2010][ \t]*\r?\n[ \t]*")
_PIECES = re.compile(
    r"(?P<number>(?<!\w)[-\u2212\u2013\u2010]?\d+(?:[.,:]\d+)*)(?!\w)"  # a sign belongs to the number it stands before
    r"|(?P<percent>%)"
    r"|(?P<word>\w+(?:[.,:]\w+)*)"
)


@dataclass(frozen=True)
class Word:
    """A word in the form that is compared, as it was printed, and its line, counted from 1."""

    form: str
    printed: str
    line: int


@dataclass(frozen=True)
class Recall:
    """The share of the reference's words that were found in order, and those that were not."""

    share: float
    missing: tuple[Word, ...]

    def report(self) -> str:
        """Return the missing words, a line of the reference on each line."""
        lines = groupby(self.missing, key=lambda word: word.line)
        return "\n".join(f"rad {line}: {' '.join(word.printed for word in words)}" for line, words in lines)


def words(text: str, first_line: int = 1) -> tuple[Word, ...]:
    """Return the words of ``text`` without punctuation, symbols, table lines and leaders.

    Words joined by a hyphen, a dash or a slash count as several, because a line may break there; a sign directly
    before a number belongs to the number, in one form; the percent sign is a word of its own.
    """
    text = _HYPHENATED.sub("", unicodedata.normalize("NFC", text)).replace("\u00ad", "")
    return tuple(
        Word(_form(match), match[0], number)
        for number, line in enumerate(text.split("\n"), start=first_line)
        for match in _PIECES.finditer(line)
    )


def _form(match: re.Match[str]) -> str:
    form = match[0].casefold()
    if match["number"] and not form[0].isdigit():
        return "-" + form[1:]
    return SLIPS.get(form, form)


def split(text: str) -> tuple[tuple[Word, ...], tuple[Word, ...]]:
    """Return the words of the decision and those of its appendix, which starts at the case number.

    Raises:
        ValueError: no line of the text is the case number.
    """
    lines = text.split("\n")
    start = [line.strip() for line in lines].index(APPENDIX_STARTS)
    return words("\n".join(lines[:start])), words("\n".join(lines[start:]), first_line=start + 1)


def recall(reference: Sequence[Word], text: str) -> Recall:
    """Return how much of ``reference`` is a subsequence of the words of ``text``; an empty reference is found whole."""
    found = common([word.form for word in reference], [word.form for word in words(text)])
    missing = tuple(word for index, word in enumerate(reference) if index not in found)
    return Recall(len(found) / len(reference) if reference else 1.0, missing)


def common(left: Sequence[str], right: Sequence[str]) -> frozenset[int]:
    """Return the places in ``left`` of a longest common subsequence of the two.

    A row of the table of lengths is one integer, whose bit i is 0 where the length grows at ``left[i]`` (Hyyrö 2004);
    that makes the exact answer cheap for whole documents.
    """
    rows = _rows(left, right)
    found: set[int] = set()
    i, j = len(left), len(right)
    while i and j:
        if rows[j] >> (i - 1) & 1:
            i -= 1
            continue
        j -= 1
        if rows[j] >> (i - 1) & 1:
            i -= 1
            found.add(i)
    return frozenset(found)


def _rows(left: Sequence[str], right: Sequence[str]) -> list[int]:
    places: defaultdict[str, int] = defaultdict(int)
    for index, form in enumerate(left):
        places[form] |= 1 << index
    full = (1 << len(left)) - 1
    rows = [full]
    for form in right:
        row = rows[-1]
        matches = row & places.get(form, 0)
        rows.append(((row + matches) | (row - matches)) & full)
    return rows
