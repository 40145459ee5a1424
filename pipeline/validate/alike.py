"""Sets of words that are alike, found without comparing every set with every other one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction
from math import ceil

Words = frozenset[str]


class Alike:
    """Finds the earlier sets of a sequence that have so large a share of their words in common with one of it.

    Two sets of which the share ``least`` of all their words is common also share one of their rarest words: of a set
    of n words those are the n − ⌈least · n⌉ + 1 rarest (prefix filtering, Chaudhuri, Ganti and Kaushik 2006). Only sets
    that meet there are compared, so that the work grows as the sets do and nothing is missed.
    """

    def __init__(self, sets: Sequence[Words], least: Fraction) -> None:
        self.sets, self.least = sets, least
        self.compared = 0
        often = Counter(word for words in sets for word in words)
        self._rare = [self._rarest(words, often) for words in sets]
        self._holders: dict[str, list[int]] = {}
        for index, rare in enumerate(self._rare):
            for word in rare:
                self._holders.setdefault(word, []).append(index)

    def _rarest(self, words: Words, often: Counter[str]) -> list[str]:
        ordered = sorted(words, key=lambda word: (often[word], word))
        return ordered[: len(words) - ceil(self.least * len(words)) + 1]

    def before(self, index: int) -> Iterator[tuple[int, Fraction]]:
        """Yield the earlier sets that are alike, in their order, with the share of the words that is common."""
        own = self.sets[index]
        least, most = ceil(self.least * len(own)), int(len(own) / self.least)
        near = {each for word in self._rare[index] for each in self._holders[word] if each < index}
        for each in sorted(each for each in near if least <= len(self.sets[each]) <= most):
            self.compared += 1
            other = self.sets[each]
            common = len(own & other)
            if common >= least:
                share = Fraction(common, len(own) + len(other) - common)
                if share >= self.least:
                    yield each, share
