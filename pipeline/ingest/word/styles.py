"""Styles of a Word file, as far as they carry meaning: headings, lists, stress and hidden text (17.7)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from lxml import etree

from pipeline.ingest.attributes import whole
from pipeline.ooxml.names import q

# Word stores built-in styles by their English names in every language; other programs write the shown name.
_HEADING_NAME = re.compile(r"(?:heading|rubrik) ([1-9])")
_CONTENTS_NAME = re.compile(r"(?:toc|innehåll|innehållsförteckning) ?(?:[1-9]|heading)|innehållsförteckningsrubrik")
# Each of these is a list of one level of its own, which only its indent puts below another.
_LIST_NAME = re.compile(r"(?:list bullet|list number|punktlista|numrerad lista) ([2-5])")
_OFF = ("0", "false", "off", "none")
_BODY_LEVEL = 9


@dataclass(frozen=True)
class Marks:
    """Toggle properties of a style or run; None where it says nothing."""

    bold: bool | None = None
    italic: bool | None = None
    hidden: bool | None = None


@dataclass(frozen=True)
class ParagraphStyle:
    """What a paragraph style means.

    ``level`` is 0 for body text; ``numbering`` is numId and level; ``depth`` is how deep a list stands by
    the style's name.
    """

    level: int = 0
    numbering: tuple[str, int] | None = None
    contents: bool = False
    depth: int = 0
    marks: Marks = Marks()


def value(node: etree._Element | None, name: str, attribute: str = "w:val") -> str | None:
    """Return an attribute of a child, such as the ``w:val`` of ``w:numId``."""
    child = None if node is None else node.find(q(name))
    return None if child is None else child.get(q(attribute))


def toggle(properties: etree._Element | None, name: str) -> bool | None:
    """Return an on/off property, or None where it does not stand."""
    child = None if properties is None else properties.find(q(name))
    return None if child is None else child.get(q("w:val"), "1") not in _OFF


def marks(properties: etree._Element | None) -> Marks:
    """Return the toggles of run properties."""
    return Marks(toggle(properties, "w:b"), toggle(properties, "w:i"), toggle(properties, "w:vanish"))


def numbering(properties: etree._Element | None) -> tuple[str, int] | None:
    """Return numId and level of paragraph properties; numId "0" takes a list away."""
    numbers = None if properties is None else properties.find(q("w:numPr"))
    number = value(numbers, "w:numId")
    return None if number is None else (number, whole(value(numbers, "w:ilvl"), 0))


def outline(properties: etree._Element | None) -> int | None:
    """Return the heading level of paragraph properties: 0 is body text, None that they say nothing."""
    level = whole(value(properties, "w:outlineLvl"), -1)
    if level < 0:
        return None
    return 0 if level >= _BODY_LEVEL else level + 1


class StyleSheet:
    """The styles by id, each resolved through what it is based on."""

    def __init__(self, root: etree._Element | None) -> None:
        found = [] if root is None else root.findall(q("w:style"))
        self._styles = {style.get(q("w:styleId"), ""): style for style in found}
        defaults = (s for s in found if s.get(q("w:type")) == "paragraph" and s.get(q("w:default")) in ("1", "true"))
        self._default = next((style.get(q("w:styleId"), "") for style in defaults), "")
        self.paragraph = cache(self._paragraph)
        self.character = cache(self._character)

    def _chain(self, style_id: str) -> list[etree._Element]:
        """Return a style and those it is based on, nearest first; a circle ends where it closes."""
        chain: list[etree._Element] = []
        while (style := self._styles.get(style_id)) is not None and style not in chain:
            chain.append(style)
            style_id = value(style, "w:basedOn") or ""
        return chain

    def _paragraph(self, style_id: str | None) -> ParagraphStyle:
        chain = self._chain(style_id or self._default)
        names = [(value(style, "w:name") or "").lower() for style in chain]
        properties = [style.find(q("w:pPr")) for style in chain]
        levels = [_level(name, found) for name, found in zip(names, properties, strict=True)]
        return ParagraphStyle(
            level=next((level for level in levels if level is not None), 0),
            numbering=next((found for p in properties if (found := numbering(p))), None),
            depth=next((int(match[1]) - 1 for name in names if (match := _LIST_NAME.fullmatch(name))), 0),
            contents=any(_CONTENTS_NAME.fullmatch(name) for name in names),
            marks=_merged(chain),
        )

    def _character(self, style_id: str | None) -> Marks:
        return _merged(self._chain(style_id or ""))


def _level(name: str, properties: etree._Element | None) -> int | None:
    match = _HEADING_NAME.fullmatch(name)
    return int(match[1]) if match else outline(properties)


def _merged(chain: list[etree._Element]) -> Marks:
    found = [marks(style.find(q("w:rPr"))) for style in chain]
    return Marks(
        next((m.bold for m in found if m.bold is not None), None),
        next((m.italic for m in found if m.italic is not None), None),
        next((m.hidden for m in found if m.hidden is not None), None),
    )
