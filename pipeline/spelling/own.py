"""Words that are right besides those of the dictionary: of public administration, of the profile, of the case."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from pipeline.spelling.dictionary import DATA, Dictionary

_ENDINGS = ("s", "n", "en", "et", "t", "ns", "ens", "ets", "ts")
_PREFIXES = ("sam", "åter", "om", "ny", "för", "över", "under", "mellan", "med", "efter", "fram", "upp", "ned", "sär")
_SHORTEST, _FEWEST = 3, 5  # letters of a part that is one of these; of a word that takes a prefix


class OwnWords:
    """Words with the dictionary that they are added to: they may be inflected, and be parts of compounds."""

    def __init__(self, dictionary: Dictionary, words: Iterable[str]) -> None:
        self._dictionary = dictionary
        told = frozenset(words)
        self._words = frozenset(word.casefold() for word in told)
        self._small = frozenset(word for word in told if word[:1].islower())

    def spells(self, word: str) -> bool:
        """Return whether a word is right: one of these, one of the dictionary's, or a compound of both."""
        if self._dictionary.spells(word):
            return True
        small = word.casefold()
        words = self._words if word[:1].isupper() else self._small
        return self._is_own(small, words) or self._has_own_part(small) or self._is_derived(small)

    def _is_derived(self, word: str) -> bool:
        """Return whether a word is another one with a prefix that verbs and what is made of them take freely."""
        rests = (word.removeprefix(prefix) for prefix in _PREFIXES if word.startswith(prefix))
        return any(len(rest) >= _FEWEST and self._dictionary.has(rest) for rest in rests)

    def _is_own(self, word: str, words: frozenset[str]) -> bool:
        return word in words or any(word.removesuffix(ending) in words for ending in _ENDINGS)

    def _has_own_part(self, word: str) -> bool:
        """Return whether one of these begins a word that goes on with another, or ends one that begins with another."""
        for at in range(_SHORTEST, len(word) - _SHORTEST + 1):
            first, last = word[:at], word[at:]
            begins = first in self._words or first.removesuffix("s") in self._words
            if begins and (self._is_own(last, self._words) or self._dictionary.spells(last)):
                return True
            if self._is_own(last, self._words) and self._dictionary.begins(first):
                return True
        return False


@cache
def administration() -> tuple[str, ...]:
    """Return the words of public administration that the dictionary lacks."""
    lines = (DATA / "forvaltning.txt").read_text(encoding="utf-8").splitlines()
    return tuple(line for line in lines if line and not line.startswith("#"))
