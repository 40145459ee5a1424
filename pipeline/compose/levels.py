"""Levels of the profile's vocabularies, as posts: the symbol, its word and what it means."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from pipeline.compose.numbers import NO_BREAK_SPACE
from pipeline.compose.place import Place
from pipeline.compose.post import Post
from pipeline.compose.setting import Setting
from pipeline.compose.symbols import Symbol, completion_ring
from pipeline.compose.texts import clean_sourced
from pipeline.findings.catalogue import finding
from pipeline.model.origin import Origin, Sourced
from pipeline.model.profile import Level, Vocabulary

ASSESSMENT = "bedömning"
TREND = "trend"
STATUS = "status"
COMPLETION = "färdiggrad"


def level_posts(values: Iterable[tuple[str, Sourced[str] | None]], setting: Setting) -> tuple[Post, ...]:
    """Return a post for each value that is there; each value goes with the id of its vocabulary."""
    return tuple(level_post(vocabulary, value, setting) for vocabulary, value in values if value is not None)


def level_post(vocabulary_id: str, value: Sourced[str] | None, setting: Setting) -> Post:
    """Return the level as a post; one that the vocabulary lacks is a finding, and its id stands for its word."""
    vocabulary = _vocabulary(vocabulary_id, setting)
    column = clean_sourced(vocabulary.column, setting.findings) if vocabulary else vocabulary_id
    if value is None:
        return Post("nivå", id="", kolumn=column, symbol="", ord="", betydelse="")
    level = _level(vocabulary, value) if vocabulary else None
    if level is None:
        message = f"”{value.value}” finns inte i ordlistan {vocabulary_id}"
        setting.findings.add(finding("KOM203", message, value.origin))
        return Post("nivå", id=value.value, kolumn=column, symbol="", ord=value.value, betydelse="")
    return _post(level, column, setting)


def completion_post(percent: Sourced[int], setting: Setting) -> Post:
    """Return the completion as a post: a ring filled to the per cent, and the figure beside it."""
    vocabulary = _vocabulary(COMPLETION, setting)
    column = clean_sourced(vocabulary.column, setting.findings) if vocabulary else COMPLETION
    word = f"{percent.value}{NO_BREAK_SPACE}%"
    ring = completion_ring(percent.value, setting.profile.completion)
    return Post(
        "nivå",
        id=str(percent.value),
        kolumn=column,
        symbol=_inline(ring, f"{column} {word}", setting),
        ord=word,
        betydelse=word,
    )


def legend_post(vocabulary_id: Sourced[str], place: Place) -> Post:
    """Return the legend of a vocabulary: its heading, its explanation and its levels."""
    setting = place.setting
    vocabulary = _vocabulary(vocabulary_id.value, setting, vocabulary_id.origin)
    if vocabulary is None:
        return Post(
            "ordlista", rubrik=place.heading(vocabulary_id.value), namn=vocabulary_id.value, förklaring="", nivåer=()
        )
    name = clean_sourced(vocabulary.name, setting.findings)
    column = clean_sourced(vocabulary.column, setting.findings)
    return Post(
        "ordlista",
        rubrik=place.heading(name),
        namn=name,
        förklaring=clean_sourced(vocabulary.explanation, setting.findings),
        nivåer=tuple(_post(level, column, setting) for level in vocabulary.levels),
    )


def column_heading(vocabulary_id: str, setting: Setting) -> str:
    """Return the heading of a vocabulary's column in tables."""
    vocabulary = _vocabulary(vocabulary_id, setting)
    return clean_sourced(vocabulary.column, setting.findings) if vocabulary else vocabulary_id


def _vocabulary(identity: str, setting: Setting, origin: Origin | None = None) -> Vocabulary | None:
    vocabulary = setting.profile.vocabularies.get(identity)
    if vocabulary is None:
        message = f"profilen har ingen ordlista som heter {identity}"
        setting.findings.add(finding("KOM203", message, origin or setting.profile.origin))
    return vocabulary


def _level(vocabulary: Vocabulary, value: Sourced[str]) -> Level | None:
    return next((level for level in vocabulary.levels if level.id == value.value), None)


def _post(level: Level, column: str, setting: Setting) -> Post:
    word = clean_sourced(level.short, setting.findings)
    meaning = clean_sourced(level.meaning, setting.findings)
    symbol = _symbol(level, setting)
    description = f"{column} {word}" if level.symbol is None else word
    mark = _inline(symbol, description, setting) if symbol else ""
    return Post("nivå", id=level.id, kolumn=column, symbol=mark, ord=word, betydelse=meaning)


def _symbol(level: Level, setting: Setting) -> Symbol | None:
    if level.symbol is not None:
        return setting.media.symbol_file(level.symbol)
    is_share = level.id.isdecimal() and int(level.id) <= 100
    return completion_ring(int(level.id), setting.profile.completion) if is_share else None


def _inline(symbol: Symbol, description: str, setting: Setting) -> Markup:
    return setting.slots.inline(lambda: [setting.media.drawing(symbol, description)])
