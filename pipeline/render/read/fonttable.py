"""word/fontTable.xml: what a document says of its fonts, for the choice of another where one is missing (17.8.3)."""

from __future__ import annotations

from lxml import etree

from pipeline.fonts.families import FontHint
from pipeline.ooxml.names import q
from pipeline.render.read.units import attribute, value

MOST_FONTS = 2000
_DIGITS = 20


def read_font_table(root: etree._Element | None) -> dict[str, FontHint]:
    """Return what is said of each family, by its name in lower case; nothing without a font table."""
    hints: dict[str, FontHint] = {}
    for node in root.iterchildren(q("w:font")) if root is not None else ():
        name = (attribute(node, "w:name") or "").lower()
        if name and len(hints) < MOST_FONTS:
            hints.setdefault(name, _hint(node))
    return hints


def _hint(node: etree._Element) -> FontHint:
    other = value(node, "w:altName") or ""
    names = tuple(name.strip().lower() for name in other.split(",") if name.strip())
    panose = value(node, "w:panose1") or ""
    try:
        number = bytes.fromhex(panose) if len(panose) == _DIGITS else b""
    except ValueError:
        number = b""
    return FontHint(names[:8], value(node, "w:family") or "", value(node, "w:pitch") or "", number)
