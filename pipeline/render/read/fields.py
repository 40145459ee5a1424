"""Complex fields: their instruction, and what their stored result means (ECMA-376 part 1, 17.16)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise

from lxml import etree

from pipeline.ooxml.names import q
from pipeline.render.read.units import attribute
from pipeline.render.tree import Link, RunStyle

PAGED = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES", "PAGEREF"})
_FORMATS = {
    "Arabic": "decimal",
    "ArabicDash": "numberInDash",
    "roman": "lowerRoman",
    "Roman": "upperRoman",
    "ROMAN": "upperRoman",
    "alphabetic": "lowerLetter",
    "Alphabetic": "upperLetter",
    "ALPHABETIC": "upperLetter",
    "ordinal": "ordinal",
    "Ordinal": "ordinal",
}
_TOKEN = re.compile(r'"((?:[^"\\]|\\.)*)"|(\S+)')


@dataclass
class Field:
    """A field being read: the instruction collects until the separator, the stored result after it."""

    instruction: str = ""
    in_result: bool = False
    stored: str = ""
    style: RunStyle | None = None
    link: Link | None = None
    tokens: tuple[str, ...] = field(default=())

    def separate(self) -> None:
        """End the instruction; what follows is the stored result."""
        self.in_result = True
        self.tokens = tokens(self.instruction)
        self.link = _hyperlink(self.tokens)

    @property
    def kind(self) -> str:
        """Return the field's name in capitals, "" for an empty instruction."""
        parsed = self.tokens or tokens(self.instruction)
        return parsed[0].upper() if parsed else ""

    @property
    def argument(self) -> str:
        """Return the first argument that is no switch."""
        parsed = self.tokens or tokens(self.instruction)
        return next((token for token in parsed[1:] if not token.startswith("\\")), "")

    @property
    def number_format(self) -> str:
        r"""Return the number format that the field asks for (``\* roman``), as OOXML names it; "" for none."""
        parsed = self.tokens or tokens(self.instruction)
        formats = [word for before, word in pairwise(parsed) if before == "\\*"]
        return next((_FORMATS[word] for word in formats if word in _FORMATS), "")


def unclosed(root: etree._Element | None) -> frozenset[etree._Element]:
    """Return the marks of a part that begin a field which never ends: what follows them is text."""
    begun: list[etree._Element] = []
    for mark in root.iter(q("w:fldChar")) if root is not None else ():
        kind = attribute(mark, "w:fldCharType")
        if kind == "begin":
            begun.append(mark)
        elif kind == "end" and begun:
            begun.pop()
    return frozenset(begun)


def tokens(instruction: str) -> tuple[str, ...]:
    """Return an instruction's words; quoted ones without their quotes."""
    return tuple(quoted or plain for quoted, plain in _TOKEN.findall(instruction))


def _hyperlink(parsed: tuple[str, ...]) -> Link | None:
    if not parsed or parsed[0].upper() != "HYPERLINK":
        return None
    uri = anchor = title = ""
    words = iter(parsed[1:])
    for word in words:
        if word == "\\l":
            anchor = next(words, "")
        elif word == "\\o":
            title = next(words, "")
        elif not word.startswith("\\"):
            uri = uri or word
    return Link(uri, anchor, title) if uri or anchor else None
