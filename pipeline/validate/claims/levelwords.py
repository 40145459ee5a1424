"""Levels as the prose speaks of them: by their own words in any form, and trends by their direction."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from pipeline.model.profile import Level, Profile, Vocabulary
from pipeline.validate.claims.inflected import level_pattern

TREND = "trend"
_WORDS = re.compile(r"[^\W\d_]+")
_DIRECTIONS = (
    ("upp", r"upp(?:åt|gående)\w*|stig(?:er|ande|it)|ökande|positiv\w*|bättre|förbättra\w*"),
    ("lika", r"oförändra\w*|stabil\w*|samma|likvärdig\w*|konstant\w*"),
    ("ned", r"ned(?:åt|gående)\w*|fallande|sjunkande|minskande|vikande|negativ\w*|sämre|försämra\w*"),
)
_NOT = re.compile(r"\b(?:inte|ej|icke|aldrig)\s+(?:\w+\s+){0,3}$", re.IGNORECASE)


@dataclass(frozen=True)
class Mentioned:
    """A level that stands in a text from ``start`` to ``end``."""

    level: Level
    start: int
    end: int


@dataclass(frozen=True)
class LevelWords:
    """A vocabulary with the words that its levels are known by."""

    vocabulary: Vocabulary

    @cached_property
    def shared(self) -> tuple[str, ...]:
        """Return the words that stand beside every symbol, such as måluppfyllelse, in lower case."""
        words = [_words(level.short.value) for level in self.vocabulary.levels]
        return tuple(word for word in words[0] if all(word in other for other in words)) if len(words) > 1 else ()

    @cached_property
    def _patterns(self) -> tuple[tuple[Level, re.Pattern[str]], ...]:
        found = [(level, self._own(level)) for level in self.vocabulary.levels]
        longest = sorted((each for each in found if each[1]), key=lambda each: -len(each[1]))
        return tuple((level, _pattern(words)) for level, words in longest)

    def _own(self, level: Level) -> tuple[str, ...]:
        return tuple(word for word in _words(level.short.value) if word not in self.shared)

    @cached_property
    def _by_direction(self) -> tuple[tuple[Level, re.Pattern[str]], ...]:
        """Return the levels of a trend by the direction that their words give; none where two have the same."""
        found: dict[str, Level] = {}
        for level in self.vocabulary.levels if self.vocabulary.id == TREND else ():
            way = direction_of(f"{level.id} {level.short}")
            if not way or way in found:
                return ()
            found[way] = level
        words = dict(_DIRECTIONS)
        return tuple((level, re.compile(rf"\b(?:{words[way]})\b", re.IGNORECASE)) for way, level in found.items())

    def mentions(self, text: str) -> tuple[Mentioned, ...]:
        """Return the levels that a text speaks of, in order; the longest name first, and none behind a not."""
        found: list[Mentioned] = []
        for level, pattern in (*self._patterns, *self._by_direction):
            for match in pattern.finditer(text):
                apart = all(match.end() <= each.start or each.end <= match.start() for each in found)
                if apart:
                    found.append(Mentioned(level, *match.span()))
        said = [each for each in found if not _NOT.search(text[: each.start])]
        return tuple(sorted(said, key=lambda each: each.start))

    @cached_property
    def _bare(self) -> tuple[Level, re.Pattern[str]] | None:
        """Return the level whose word stands in the others too, such as uppnår beside uppnår delvis, or None."""
        alone = [level for level in self.vocabulary.levels if self.shared and not self._own(level)]
        return (alone[0], _pattern(self.shared[:1])) if len(alone) == 1 else None

    def bare(self, text: str, start: int) -> Mentioned | None:
        """Return where a text speaks from a place on of the level that has no word of its own, or None."""
        if self._bare is None or any(each.start >= start for each in self.mentions(text)):
            return None
        match = self._bare[1].search(text, start)
        return Mentioned(self._bare[0], *match.span()) if match and not _NOT.search(text[: match.start()]) else None

    def level(self, identity: str) -> Level | None:
        """Return the level with an id, or None."""
        return next((each for each in self.vocabulary.levels if each.id == identity), None)

    def is_subject(self, text: str) -> bool:
        """Return whether a text names what the vocabulary is about: its column, its id or the shared words."""
        names = {self.vocabulary.id, self.vocabulary.column.value.lower(), *self.shared}
        return any(re.search(rf"\b{re.escape(name)}", text, re.IGNORECASE) for name in names if name)


def direction_of(words: str) -> str:
    """Return the direction that words of a trend say: upp, lika, ned, or "" where they say none."""
    return next((way for way, known in _DIRECTIONS if re.search(known, words, re.IGNORECASE)), "")


def level_words(profile: Profile) -> tuple[LevelWords, ...]:
    """Return the vocabularies of assessments, trends and statuses that a profile has."""
    ids = ("bedömning", TREND, "status")
    return tuple(LevelWords(profile.vocabularies[each]) for each in ids if each in profile.vocabularies)


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.lower() for word in _WORDS.findall(text))


def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b{' '.join(f'(?:{level_pattern(word)})' for word in words)}\b", re.IGNORECASE)


def only(mentions: Iterator[Mentioned] | tuple[Mentioned, ...]) -> Level | None:
    """Return the one level that mentions are of, or None where they are of several or none."""
    found = {each.level.id: each.level for each in mentions}
    return next(iter(found.values())) if len(found) == 1 else None
