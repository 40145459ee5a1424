"""Where the words of a language may be parted (the patterns of LibreOffice, by pyphen)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

_WORD = re.compile(r"[^\W\d_]+")
SHORTEST, LONGEST = 5, 80  # letters of a word that is parted


@dataclass
class Hyphenator:
    """Parts words by language. The patterns of a language are read when its first word is to be parted."""

    _patterns: dict[str, Any] = field(default_factory=dict, repr=False)
    _found: dict[tuple[str, str], tuple[int, ...]] = field(default_factory=dict, repr=False)

    def places(self, text: str, language: str) -> tuple[int, ...]:
        """Return where the words of a text may be parted, by the number of characters before each place."""
        key = (text, language)
        if key not in self._found:
            patterns = self._of(language)
            self._found[key] = tuple(_places(text, patterns)) if patterns is not None else ()
        return self._found[key]

    def _of(self, language: str) -> Any:
        if language not in self._patterns:
            import pyphen  # noqa: PLC0415 - costs time that papers without hyphenation save

            name = pyphen.language_fallback(language.replace("-", "_")) if language else None
            self._patterns[language] = pyphen.Pyphen(lang=name) if name else None
        return self._patterns[language]


def _places(text: str, patterns: Any) -> Iterator[int]:
    for match in _WORD.finditer(text):
        word = match.group()
        if SHORTEST <= len(word) <= LONGEST and len(word.lower()) == len(word):
            yield from (match.start() + place for place in patterns.positions(word.lower()))
