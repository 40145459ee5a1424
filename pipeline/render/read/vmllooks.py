"""Fillings, lines and shadows of VML shapes (ECMA-376 part 4, 19.1.2)."""

from __future__ import annotations

from dataclasses import replace

from lxml import etree

from pipeline.ooxml.names import q
from pipeline.render.graphic import Stroke
from pipeline.render.read.anchors import vml_length
from pipeline.render.read.drawingcolors import COMPOUND, Paint
from pipeline.render.read.units import child, integer
from pipeline.render.read.vmlpaths import is_true, share, vml_color

PICTURE_FRAME = 75
_DASHES = {
    "dash": (4, 3),
    "dot": (1, 3),
    "shortdot": (1, 1),
    "longdashdot": (8, 3, 1, 3),
    "longdashdotdot": (8, 3, 1, 3, 1, 3),
    "shortdashdot": (3, 1, 1, 1),
    "shortdashdotdot": (3, 1, 1, 1, 1, 1),
    "longdash": (8, 3),
    "dashdot": (4, 3, 1, 3),
    "shortdash": (3, 1),
}
_ARROWS = {"block": "triangle", "classic": "stealth", "open": "arrow", "diamond": "diamond", "oval": "oval"}
_CAPS = {"round": 1, "square": 2}
_JOINS = {"miter": 0, "round": 1, "bevel": 2}
_LINE_STYLES = {"thinthin": "dbl", "thickthin": "thickThin", "thinthick": "thinThick", "thickbetweenthin": "tri"}
_HEAD_SIZES = {"short": 2.0, "narrow": 2.0, "long": 5.0, "wide": 5.0}


def type_number(shape: etree._Element, kind: etree._Element | None) -> int:
    """Return the number of a shape's type (o:spt), 0 for none."""
    given = shape.get(q("o:spt")) or (kind.get(q("o:spt")) if kind is not None else None)
    return integer(given or (shape.get("type") or "").rpartition("_t")[2])


def _attribute(shape: etree._Element, kind: etree._Element | None, name: str) -> str | None:
    own = shape.get(name)
    return own if own is not None or kind is None else kind.get(name)


def vml_paint(shape: etree._Element, kind: etree._Element | None) -> Paint:
    """Return the filling: white where nothing is said of it."""
    if shape.tag == q("v:line") or type_number(shape, kind) in {PICTURE_FRAME, 20, 32}:
        return Paint()
    fill = child(shape, "v:fill")
    on = is_true(_attribute(shape, kind, "filled"), usual=True)
    if fill is not None:
        on = is_true(fill.get("on"), usual=on)
    if not on:
        return Paint()
    text = shape.get("fillcolor") or (fill.get("color") if fill is not None else None)
    opacity = share(fill.get("opacity")) if fill is not None and fill.get("opacity") else 1.0
    return Paint(vml_color(text) or "ffffff", min(max(opacity, 0.0), 1.0))


def vml_stroke(shape: etree._Element, kind: etree._Element | None) -> Stroke | None:
    """Return the line: black and three quarters of a point where nothing is said of it."""
    node = child(shape, "v:stroke")
    on = is_true(_attribute(shape, kind, "stroked"), usual=type_number(shape, kind) != PICTURE_FRAME)
    if node is not None:
        on = is_true(node.get("on"), usual=on)
    if not on:
        return None
    weight = shape.get("strokeweight") or (node.get("weight") if node is not None else None)
    width = min(max(vml_length(weight) if weight else 0.75, 0.1), 500.0)
    dash = _dashes((node.get("dashstyle") or "").lower()) if node is not None else ()
    heads = (
        [_ARROWS.get(node.get(name) or "", "") for name in ("startarrow", "endarrow")] if node is not None else ["", ""]
    )
    color = vml_color(shape.get("strokecolor") or (node.get("color") if node is not None else None)) or "000000"
    found = Stroke(color, width, tuple(part * width for part in dash), 0, heads[0], heads[1])
    return found if node is None else _detailed(found, node)


def _dashes(style: str) -> tuple[float, ...]:
    """Return dashes and gaps in widths of the line, by a name or as numbers (part 4, 19.1.3.1)."""
    numbers = [float(integer(part)) for part in style.split()[:10]]
    return _DASHES.get(style) or (tuple(numbers) if any(number > 0 for number in numbers) else ())


def _detailed(stroke: Stroke, node: etree._Element) -> Stroke:
    """Return a line with the ends, corners, opacity and strokes that a v:stroke gives it (part 4, 19.1.2.21)."""
    opacity = share(node.get("opacity")) if node.get("opacity") else 1.0
    sizes = [
        (
            _HEAD_SIZES.get(node.get(f"{end}arrowlength") or "", 3.0),
            _HEAD_SIZES.get(node.get(f"{end}arrowwidth") or "", 3.0),
        )
        for end in ("start", "end")
    ]
    return replace(
        stroke,
        cap=_CAPS.get(node.get("endcap") or "", 0),
        join=_JOINS.get(node.get("joinstyle") or "", 1),
        opacity=min(max(opacity, 0.0), 1.0),
        compound=COMPOUND.get(_LINE_STYLES.get((node.get("linestyle") or "").lower(), ""), ()),
        head_size=(sizes[0][0], sizes[0][1]),
        tail_size=(sizes[1][0], sizes[1][1]),
    )


def vml_shadow(shape: etree._Element) -> tuple[float, float, Paint] | None:
    """Return how far across and down a shape's shadow is moved, and its colour, None for none (part 4, 19.1.2.20)."""
    node = child(shape, "v:shadow")
    if node is None or not is_true(node.get("on"), usual=False):
        return None
    given = (node.get("offset") or "2pt,2pt").split(",")
    across, down = (vml_length(part) for part in (*given, "0")[:2])
    opacity = share(node.get("opacity")) if node.get("opacity") else 1.0
    return across, down, Paint(vml_color(node.get("color")) or "808080", min(max(opacity, 0.0), 1.0))
