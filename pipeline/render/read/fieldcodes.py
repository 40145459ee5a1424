"""Field instructions taken apart: the field's name, its arguments and its switches (ECMA-376 part 1, 17.16.1)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

# A quoted text, a switch, a word; a backslash before a quotation mark or a backslash takes its meaning away.
_TOKEN = re.compile(r'"((?:[^"\\]|\\.)*)"?|(\\[A-Za-z*@#!&])|((?:[^\s"\\]|\\(?![A-Za-z*@#!&]))[^\s"]*)')
_ESCAPED = re.compile(r'\\(["\\])')
LONGEST = 20_000  # characters of an instruction that are read
_ANY_FIELD = frozenset("*@#")
# The switches of each field that have an argument of their own; the others stand alone.
_WITH_ARGUMENT = {
    "HYPERLINK": "lot", "TOC": "abcdflnopst", "REF": "d", "SEQ": "rs", "SYMBOL": "fs", "LISTNUM": "ls", "AUTONUM": "s",
    "AUTONUMLGL": "s", "INDEX": "bcdefghklpsz", "TC": "fl", "XE": "fry", "TA": "lrs", "MERGEFIELD": "bf",
    "CITATION": "lpfnstv", "RD": "",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Code:
    """An instruction: ``kind`` in capitals, what stands in it, and its switches by their letter."""

    kind: str = ""
    arguments: tuple[str, ...] = ()
    switches: Mapping[str, str] = field(default_factory=dict)
    formats: tuple[str, ...] = ()

    @property
    def argument(self) -> str:
        """Return the first argument, "" for none."""
        return self.arguments[0] if self.arguments else ""

    def has(self, switch: str) -> bool:
        """Return whether a switch stands there."""
        return switch in self.switches


@lru_cache(maxsize=512)
def parsed(instruction: str) -> Code:
    """Return an instruction taken apart; an empty one has no kind."""
    words = _words(instruction[:LONGEST])
    if not words:
        return Code()
    kind = words[0].text.upper()
    arguments: list[str] = []
    if kind.startswith("="):
        kind, arguments = "=", [words[0].text[1:]]
    switches: dict[str, str] = {}
    formats: list[str] = []
    at = 1
    while at < len(words):
        word, following = words[at], words[at + 1] if at + 1 < len(words) else None
        at += 1
        if not word.is_switch:
            arguments.append(word.text)
            continue
        argument = ""
        if following is not None and not following.is_switch and _takes(kind, word.text):
            argument = following.text
            at += 1
        switches.setdefault(word.text, argument)
        formats += [argument] if word.text == "*" else []
    return Code(kind, tuple(arguments), switches, tuple(formats))


def _takes(kind: str, switch: str) -> bool:
    return switch in _ANY_FIELD or switch in _WITH_ARGUMENT.get(kind, "")


class _Word(NamedTuple):
    text: str
    is_switch: bool


def _words(instruction: str) -> list[_Word]:
    found = []
    for quoted, switch, plain in _TOKEN.findall(instruction):
        if switch:
            found.append(_Word(switch[1:].lower(), is_switch=True))
        else:
            found.append(_Word(_ESCAPED.sub(r"\1", quoted or plain), is_switch=False))
    return found
