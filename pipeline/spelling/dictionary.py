"""The dictionary as it is asked: known words, compounds of them, and what stands a letter away from an unknown one.

The data are all forms of a Hunspell dictionary (``forms``) in a trie of marisa, which is mapped and not read. A
compound is a first part, any number of middle ones and a last one; of three equal letters where two parts meet one is
left out (CHECKCOMPOUNDTRIPLE and SIMPLIFIEDTRIPLE in hunspell(5)).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from pathlib import Path

import marisa_trie

from pipeline.spelling.forms import Use

DATA = Path(__file__).parent / "data"
_LETTERS = "abcdefghijklmnopqrstuvwxyzåäöé"
_SHORTEST, _LONGEST = 2, 60  # letters of a part; of a word that is looked at
_SLIP = 7  # letters of a part of a compound in which a slip tells which part was meant
_WORD, _FIRST, _MIDDLE, _LAST = (int(use) for use in (Use.WORD, Use.FIRST, Use.MIDDLE, Use.LAST))
_MEANT = int(Use.WORD | Use.SECRET)


class Dictionary:
    """Words and the parts of compounds."""

    def __init__(self, trie: marisa_trie.RecordTrie) -> None:
        self._trie = trie
        self.spells = lru_cache(maxsize=1 << 16)(self._spells)
        self.near = lru_cache(maxsize=1 << 14)(self._near)

    def use(self, form: str) -> Use:
        """Return what a form of the dictionary may be, nothing for one that is not there."""
        return Use(self._bits(form)) if form.isprintable() else Use(0)

    def _bits(self, form: str) -> int:
        found = self._trie.get(form)
        return int(found[0][0]) if found else 0

    def has(self, word: str) -> bool:
        """Return whether a word stands in the dictionary as it is written."""
        return bool(self.use(word) & Use.WORD)

    def _spells(self, word: str) -> bool:
        """Return whether a word is spelled right: a word, one that begins a sentence, or a compound."""
        if self.has(word) or not _is_looked_at(word):
            return bool(word)
        small = word[:1].lower() + word[1:]
        return self.has(small) or self.has(word.lower()) or self._is_compound(small) or self._is_compound(word)

    def begins(self, word: str) -> bool:
        """Return whether a word may begin a compound, such as the one before the hyphen in "kongress- och"."""
        return _is_looked_at(word) and len(word) in self._ends(word)

    def _is_compound(self, word: str) -> bool:
        return any(self._bits(rest) & _LAST for at in self._ends(word) for rest in _rests(word, at))

    def _ends(self, word: str) -> set[int]:
        """Return where the parts of a word that may begin a compound end."""
        reached: set[int] = set()
        waiting = [(0, word)]
        while waiting:
            at, rest = waiting.pop()
            wanted = _MIDDLE if at else _FIRST
            for part in self._trie.prefixes(rest):
                end = len(word) - len(rest) + len(part)
                if len(part) >= _SHORTEST and end not in reached and self._bits(part) & wanted:
                    reached.add(end)
                    waiting.extend((end, other) for other in _rests(word, end))
        return reached

    def _starts(self, word: str) -> set[int]:
        """Return where the rests of a word that may end a compound start."""
        found: set[int] = set()
        for at in range(len(word) - _SHORTEST, 0, -1):
            rest = word[at:]
            if self._bits(rest) & _LAST or any(
                at + len(part) in found and self._bits(part) & _MIDDLE for part in self._trie.prefixes(rest)
            ):
                found.add(at)
        return found

    def _near(self, word: str) -> tuple[str, ...]:
        """Return the words and compounds that one slip makes this word of: a letter too much, too few, wrong or moved.

        Those where a letter is doubled, single or moved come first.
        """
        if not _is_looked_at(word):
            return ()
        found = {slip for slip in self._slips(word) if self._bits(slip) & _MEANT == _WORD}
        return tuple(sorted(found, key=lambda slip: (not _is_likely(word, slip), slip)))

    def _slips(self, word: str) -> Iterator[str]:
        """Yield what one slip may have made a word of, as far as anything begins so."""
        for at in range(len(word) + 1):
            head, tail = word[:at], word[at:]
            if not self._is_start(head):
                return
            yield from (head + tail[1:], head + tail[1:2] + tail[:1] + tail[2:])
            for letter in _LETTERS:
                if self._is_start(head + letter):
                    yield from (head + letter + tail, head + letter + tail[1:])

    def _is_start(self, start: str) -> bool:
        return next(self._trie.iterkeys(start), None) is not None

    def near_parts(self, word: str) -> tuple[str, ...]:
        """Return the compounds in one of whose parts one slip makes this word."""
        if not _is_looked_at(word):
            return ()
        ends, starts = {0, *self._ends(word)}, {len(word), *self._starts(word)}
        found: dict[str, None] = {}
        for first in sorted(ends):
            for last in sorted(starts):
                if last - first >= _SLIP and (first, last) != (0, len(word)):
                    wanted = _wanted(word, first, last)
                    for slip in self._slips(word[first:last]):
                        if len(slip) >= _SLIP and self._bits(slip) & wanted:
                            found[word[:first] + slip + word[last:]] = None
        return tuple(found)


def _is_looked_at(word: str) -> bool:
    """Return whether a word may be one: neither empty, nor endless, nor with signs that no word has."""
    return 0 < len(word) <= _LONGEST and word.isprintable()


def _wanted(word: str, first: int, last: int) -> int:
    if last == len(word):
        return _LAST
    return _MIDDLE if first else _FIRST


def _rests(word: str, at: int) -> Iterator[str]:
    """Yield what may follow a part that ends there: the rest, and where two letters are equal also with a third."""
    if word[at - 1 : at + 1] != word[at - 2 : at] or len(set(word[at - 2 : at + 1])) != 1:
        yield word[at:]
    if at >= 2 and word[at - 1] == word[at - 2]:
        yield word[at - 1 :]


def _is_likely(word: str, slip: str) -> bool:
    """Return whether the slip is one of doubling, or of order."""
    return _single(word) == _single(slip) or sorted(word) == sorted(slip)


def _single(word: str) -> str:
    return "".join(letter for at, letter in enumerate(word) if letter != word[at - 1 : at])


def packed(forms: Iterable[tuple[str, Use]]) -> marisa_trie.RecordTrie:
    """Return the trie of forms."""
    return marisa_trie.RecordTrie("B", ((form, (int(use),)) for form, use in sorted(forms)))


@cache
def swedish() -> Dictionary:
    """Return the Swedish dictionary that comes with the program."""
    return Dictionary(marisa_trie.RecordTrie("B").mmap(str(DATA / "sv.marisa")))
