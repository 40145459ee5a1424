"""Tracked changes: shown as if all were accepted, or as they are marked (ECMA-376 part 1, 17.13.5)."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from lxml import etree

from pipeline.ooxml.names import q
from pipeline.render.read.ledger import Why
from pipeline.render.read.units import attribute, child, switch
from pipeline.render.tree import RunStyle

INSERTED, DELETED = "infogat", "borttaget"
_GONE = {q("w:del"), q("w:moveFrom")}
# Colours for authors in the order in which they are met; each is readable on white (contrast of 4.5 to 1 and more).
_COLORS = ("b5082e", "2e5b9a", "5b6b00", "7a3e9d", "a34700", "00706b", "8a5100", "9b2a6d")
_TEXT = (q("w:t"), q("w:delText"), q("m:t"))


@dataclass
class Changes:
    """The changes met so far. ``shown`` tells that they are marked; else they count as accepted."""

    shown: bool = False
    inserted: int = 0
    deleted: int = 0
    authors: list[str] = field(default_factory=list)
    _styles: dict[tuple[RunStyle, str, str], RunStyle] = field(default_factory=dict, repr=False)

    def meet(self, node: etree._Element) -> str:
        """Count a change and return which it is: ``INSERTED`` or ``DELETED``."""
        author = attribute(node, "w:author") or ""
        if author not in self.authors:
            self.authors.append(author)
        if node.tag in _GONE:
            self.deleted += 1
            return DELETED
        self.inserted += 1
        return INSERTED

    def marked(self, style: RunStyle, change: str, author: str) -> RunStyle:
        """Return how changed text looks: underlined or struck through, in its author's colour."""
        key = (style, change, author)
        if key not in self._styles:
            color = _COLORS[self.authors.index(author) % len(_COLORS)] if author in self.authors else _COLORS[0]
            made = replace(style, color=color, automatic=False, change=change)
            if change == DELETED:
                made = replace(made, strike=True)
            else:
                made = replace(made, underline="single", underline_color="")
            self._styles[key] = made
        return self._styles[key]


def text_in(node: etree._Element) -> str:
    """Return all text in an element, of the deleted kind too; paragraphs are apart."""
    parts = []
    for item in node.iter(*_TEXT, q("w:p"), q("w:tab"), q("w:br")):
        parts.append(item.text or "" if item.tag in _TEXT else " ")
    return "".join(parts)


def mark_is_gone(properties: etree._Element | None) -> bool:
    """Return whether a paragraph's mark is deleted, so that the next paragraph goes on with it."""
    mark = child(properties, "w:rPr")
    return mark is not None and any(item.tag in _GONE for item in mark)


def why_gone(part: etree._Element, *, changes_shown: bool) -> Why | None:
    """Return why a table row or a cell is not shown, None for one that is: it is hidden, or deleted."""
    row, cell = child(part, "w:trPr"), child(part, "w:tcPr")
    if row is not None and switch(row, "w:hidden"):
        return Why.HIDDEN
    deleted = child(row, "w:del") is not None or child(cell, "w:cellDel") is not None
    return Why.DELETED if deleted and not changes_shown else None
