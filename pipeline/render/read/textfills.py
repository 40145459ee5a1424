"""How letters are filled and outlined in Word 2010's way (w14:textFill, w14:textOutline; [MS-DOCX] 2.6.1)."""

from __future__ import annotations

from lxml import etree

from pipeline.ooxml.names import q
from pipeline.render.read.colors import THEME_COLOR, Theme, color
from pipeline.render.read.units import EMU, child, integer

_NAMES = {"tx1": "dark1", "tx2": "dark2", "bg1": "light1", "bg2": "light2"}
WIDEST = 20.0  # points


def solid(node: etree._Element, theme: Theme) -> str:
    """Return the one colour of a filling or a line, "" where it has none or several."""
    filling = child(node, "w14:solidFill")
    if filling is None:
        return ""
    own, named = child(filling, "w14:srgbClr"), child(filling, "w14:schemeClr")
    if own is not None:
        return color(own.get(q("w14:val")))
    slot = named.get(q("w14:val"), "") if named is not None else ""
    return theme.get(THEME_COLOR + slot, "") or theme.get(THEME_COLOR + _NAMES.get(slot, ""), "")


def outline(node: etree._Element, theme: Theme) -> tuple[str, float] | None:
    """Return the colour and the width in points of the line around letters, None for none."""
    ink = solid(node, theme)
    width = integer(node.get(q("w14:w"))) / EMU
    return (ink, min(width, WIDEST)) if ink and width > 0 else None


def is_hollow(node: etree._Element) -> bool:
    """Return whether letters have no filling."""
    return child(node, "w14:noFill") is not None
