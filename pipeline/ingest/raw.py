"""The raw tree of a YAML file: text, lists and mappings, each with its place, before anything has a meaning."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.model.origin import TextOrigin


@dataclass(frozen=True)
class RawText:
    """A scalar, always text. ``given`` is false for a key with nothing after it; ``literal`` for a ``|`` block."""

    text: str
    origin: TextOrigin
    given: bool = True
    literal: bool = False


@dataclass(frozen=True)
class RawEntry:
    """One line of a mapping."""

    key: RawText
    value: RawNode


@dataclass(frozen=True)
class RawMapping:
    """Keys and values in the order they stand; no key stands twice."""

    entries: tuple[RawEntry, ...]
    origin: TextOrigin

    def get(self, key: str) -> RawEntry | None:
        """Return the entry of a key, or None."""
        return next((entry for entry in self.entries if entry.key.text == key), None)

    @property
    def keys(self) -> tuple[str, ...]:
        """Return all keys."""
        return tuple(entry.key.text for entry in self.entries)


@dataclass(frozen=True)
class RawList:
    """A sequence."""

    items: tuple[RawNode, ...]
    origin: TextOrigin


RawNode = RawText | RawMapping | RawList


def is_empty(node: RawNode) -> bool:
    """Return whether a key was left with nothing after it."""
    return isinstance(node, RawText) and not node.given
