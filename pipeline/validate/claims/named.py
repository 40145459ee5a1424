"""Named things found by the words that a text shares with their names."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Generic, TypeVar

Named = TypeVar("Named")
_WORD = re.compile(r"\w+")
_STEM = 6  # letters that tell a word whatever its ending
_COMMON, _ENOUGH = 40, 16  # names that have a word that tells none of them; named things that may be the one meant


class NamesByWord(Generic[Named]):
    """Named things by the words of their names."""

    def __init__(self, named: Iterable[tuple[str, Named]]) -> None:
        self._named: list[Named] = []
        self._having: dict[str, list[int]] = {}
        for index, (name, thing) in enumerate(named):
            self._named.append(thing)
            for word in set(_words(name)):
                self._having.setdefault(word, []).append(index)

    def like(self, text: str) -> list[Named]:
        """Return, in their order, those that share the rarest words with a text; where they are few, any word."""
        having = (self._having[word] for word in set(_words(text)) if word in self._having)
        near: set[int] = set()
        for each in sorted((each for each in having if len(each) <= _COMMON), key=len):
            if near and len(near) + len(each) > _ENOUGH:
                break
            near.update(each)
        return [self._named[index] for index in sorted(near)]


def _words(text: str) -> list[str]:
    return [word[:_STEM] for word in _WORD.findall(text.lower())]
