"""How letters are filled, outlined, shadowed and lit in Word 2010's way (w14:textFill …; [MS-DOCX] 2.6.1)."""

from __future__ import annotations

import math

from lxml import etree

from pipeline.ooxml.names import q
from pipeline.render.read.colors import Theme, hexadecimal, parts
from pipeline.render.read.drawingcolors import NO_PAINT, Paint, first_color, gradient, paint_of
from pipeline.render.read.units import EMU, child, integer

WIDEST = 20.0  # points
_FARTHEST = 100.0  # points that a shadow is moved
_WHOLE = 100_000
_OWN = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_DEGREE = 60_000


def ink(node: etree._Element, theme: Theme) -> str:
    """Return the colour of a filling or a line, the mean of a gradient's, on white paper; "" where it has none."""
    found = _paint(node, theme)
    return _on_paper(found) if found.color else ""


def _paint(node: etree._Element, theme: Theme) -> Paint:
    for kind in ("solidFill", "gradFill"):
        filling = child(node, f"w14:{kind}")
        if filling is not None:
            drawn = _as_drawing(filling)
            return gradient(drawn, theme, NO_PAINT) if kind == "gradFill" else paint_of(first_color(drawn), theme)
    return NO_PAINT


def _as_drawing(node: etree._Element) -> etree._Element:
    """Return an element in the names of DrawingML, whose alpha is what covers and not what shows through."""
    made = etree.Element(node.tag.replace(_OWN, q("a:")))
    for name, value in node.attrib.items():
        made.set(str(name).replace(_OWN, ""), str(value))
    if node.tag == q("w14:alpha"):
        made.set("val", str(_WHOLE - integer(made.get("val"))))
    made.extend(_as_drawing(item) for item in node if isinstance(item.tag, str))
    return made


def _on_paper(paint: Paint) -> str:
    """Return the colour that a filling has on white."""
    mixed = [part * paint.opacity + 1 - paint.opacity for part in parts(paint.color)]
    return hexadecimal((mixed[0], mixed[1], mixed[2]))


def outline(node: etree._Element, theme: Theme) -> tuple[str, float] | None:
    """Return the colour and the width in points of the line around letters, None for none."""
    color = ink(node, theme)
    width = integer(node.get(q("w14:w"))) / EMU
    return (color, min(width, WIDEST)) if color and width > 0 else None


def shadow(node: etree._Element, theme: Theme) -> tuple[float, float, str] | None:
    """Return how far to the right and below, in points, a shadow stands, and its colour; None for none."""
    found = paint_of(first_color(_as_drawing(node)), theme)
    if not found.color or not found.opacity or not is_moved(node):
        return None
    far = min(max(integer(node.get(q("w14:dist"))) / EMU, 0.0), _FARTHEST)
    angle = math.radians(integer(node.get(q("w14:dir"))) / _DEGREE)
    return far * math.cos(angle), far * math.sin(angle), _on_paper(found)


def is_moved(node: etree._Element) -> bool:
    """Return whether a shadow is as large as its text and stands as straight."""
    sizes = (integer(node.get(q(f"w14:{name}")), _WHOLE) for name in ("sx", "sy"))
    slants = (integer(node.get(q(f"w14:{name}"))) for name in ("kx", "ky"))
    return all(size == _WHOLE for size in sizes) and not any(slants)


def glow(node: etree._Element, theme: Theme) -> tuple[float, str, float] | None:
    """Return how far a glow reaches in points, its colour and how much it covers; None for none."""
    found = paint_of(first_color(_as_drawing(node)), theme)
    radius = min(integer(node.get(q("w14:rad"))) / EMU, WIDEST)
    return (radius, found.color, found.opacity) if found.color and radius > 0 else None


def is_hollow(node: etree._Element) -> bool:
    """Return whether letters have no filling."""
    return child(node, "w14:noFill") is not None
