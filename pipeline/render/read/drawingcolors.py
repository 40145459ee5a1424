"""Colours, fillings and lines of DrawingML (ECMA-376 part 1, 20.1.2.3, 20.1.8, 20.1.2.2.24)."""

from __future__ import annotations

import colorsys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from lxml import etree

from pipeline.ooxml.names import q
from pipeline.render.gradients import MOST_STOPS, Blend, fades_of, stops_of
from pipeline.render.graphic import Stroke
from pipeline.render.patterns import Pattern, cells
from pipeline.render.read.colorchanges import changed, gamma
from pipeline.render.read.colornames import NAMED
from pipeline.render.read.colors import THEME_COLOR, Theme, color, hexadecimal, parts
from pipeline.render.read.units import EMU, child, integer, percentage

_SLOTS = {"tx1": "text1", "tx2": "text2", "bg1": "background1", "bg2": "background2"}
_SLOTS |= {"dk1": "dark1", "dk2": "dark2", "lt1": "light1", "lt2": "light2"}
_SLOTS |= {"hlink": "hyperlink", "folHlink": "followedHyperlink"}
_OFFICE = {"text1": "000000", "dark1": "000000", "background1": "ffffff", "light1": "ffffff", "text2": "44546a"}
_OFFICE |= {"dark2": "44546a", "background2": "e7e6e6", "light2": "e7e6e6", "accent1": "4472c4", "accent2": "ed7d31"}
_OFFICE |= {"accent3": "a5a5a5", "accent4": "ffc000", "accent5": "5b9bd5", "accent6": "70ad47"}
_COLORS = {q(f"a:{kind}") for kind in ("srgbClr", "schemeClr", "sysClr", "prstClr", "scrgbClr", "hslClr")}
_DASHES: Mapping[str, tuple[float, ...]] = {
    "dot": (1, 3),
    "sysDot": (1, 1),
    "dash": (4, 3),
    "sysDash": (3, 1),
    "lgDash": (8, 3),
    "dashDot": (4, 3, 1, 3),
    "sysDashDot": (3, 1, 1, 1),
    "lgDashDot": (8, 3, 1, 3),
    "lgDashDotDot": (8, 3, 1, 3, 1, 3),
    "sysDashDotDot": (3, 1, 1, 1, 1, 1),
}
_OPACITIES: Mapping[str, Callable[[float, float], float]] = {
    "alpha": lambda _opacity, share: share,
    "alphaMod": lambda opacity, share: opacity * share,
    "alphaOff": lambda opacity, share: opacity + share,
}
_CAPS = {"rnd": 1, "sq": 2}
_JOINS = {q("a:miter"): 0, q("a:round"): 1, q("a:bevel"): 2}
COMPOUND: Mapping[str, tuple[tuple[float, float], ...]] = {
    "dbl": ((1 / 3, 1 / 3), (-1 / 3, 1 / 3)),
    "thickThin": ((0.2, 0.6), (-0.4, 0.2)),
    "thinThick": ((0.4, 0.2), (-0.2, 0.6)),
    "tri": ((5 / 12, 1 / 6), (0.0, 1 / 3), (-5 / 12, 1 / 6)),
}
_MOST_DASHES = 10
_USUAL_LINE = 9525
_HEADS = {"triangle", "stealth", "arrow", "diamond", "oval"}
_HEAD_SIZES = {"sm": 2.0, "med": 3.0, "lg": 5.0}
FILLS = {q(f"a:{kind}Fill") for kind in ("solid", "grad", "patt", "no", "blip", "grp")}


@dataclass(frozen=True, slots=True)
class Paint:
    """A filling: its colour, "" for none, and how much it covers what lies below.

    One with a ``blend`` or a ``pattern`` has the mean colour of that.
    """

    color: str = ""
    opacity: float = 1.0
    blend: Blend | None = None
    pattern: Pattern | None = None


NO_PAINT = Paint()


def first_color(node: etree._Element | None) -> etree._Element | None:
    """Return the first colour element in an element."""
    return None if node is None else next((item for item in node if item.tag in _COLORS), None)


def paint_of(node: etree._Element | None, theme: Theme, own: Paint = NO_PAINT) -> Paint:
    """Return what a colour element says; ``own`` stands for the placeholder phClr."""
    if node is None:
        return own
    base = _base(node, theme, own)
    if not base:
        return NO_PAINT
    opacity = own.opacity if node.get("val") == "phClr" else 1.0
    for change in node.iterchildren("*"):
        name, share = etree.QName(change).localname, percentage(change.get("val"))
        if name in _OPACITIES:
            opacity = min(max(_OPACITIES[name](opacity, share), 0.0), 1.0)
        else:
            base = changed(base, name, share)
    return Paint(base, opacity)


def _base(node: etree._Element, theme: Theme, own: Paint) -> str:
    kind, value = etree.QName(node).localname, node.get("val") or ""
    if kind == "srgbClr":
        return color(value)
    if kind == "schemeClr":
        slot = _SLOTS.get(value, value)
        return own.color if value == "phClr" else theme.get(THEME_COLOR + slot, _OFFICE.get(slot, ""))
    if kind == "sysClr":
        return color(node.get("lastClr")) or ("ffffff" if value == "window" else "000000")
    if kind == "prstClr":
        return named_color(value)
    if kind == "scrgbClr":
        red, green, blue = (gamma(percentage(node.get(name))) for name in "rgb")
        return hexadecimal((red, green, blue))
    hue, saturation, light = (
        integer(node.get("hue")) / 21_600_000,
        percentage(node.get("sat")),
        percentage(node.get("lum")),
    )
    return hexadecimal(colorsys.hls_to_rgb(hue % 1.0, min(max(light, 0.0), 1.0), min(max(saturation, 0.0), 1.0)))


def named_color(name: str) -> str:
    """Return ``rrggbb`` of a colour that has a name in DrawingML or VML, else ""."""
    long = name.replace("dk", "dark", 1) if name.startswith("dk") else name
    long = long.replace("lt", "light", 1) if long.startswith("lt") else long
    long = long.replace("med", "medium", 1) if long.startswith("med") and not long.startswith("medium") else long
    return NAMED.get(long.lower().replace("grey", "gray"), "")


def filling(holder: etree._Element | None, theme: Theme, own: Paint = NO_PAINT) -> Paint | None:
    """Return the filling that a shape's properties give, None where they say nothing of it.

    A picture as filling gives no colour.
    """
    node = None if holder is None else next((item for item in holder if item.tag in FILLS), None)
    if node is None:
        return None
    kind = etree.QName(node).localname
    if kind == "solidFill":
        return paint_of(first_color(node), theme, own)
    if kind == "gradFill":
        return gradient(node, theme, own)
    if kind == "pattFill":
        return _patterned(node, theme, own)
    return own if kind == "grpFill" else NO_PAINT


def _patterned(node: etree._Element, theme: Theme, own: Paint) -> Paint:
    """Return the filling of an a:pattFill, whose colour is the mean of its two (20.1.8.47)."""
    ink, ground = (paint_of(first_color(child(node, f"a:{kind}Clr")), theme, own) for kind in ("fg", "bg"))
    name, colors = node.get("prst") or "", (ink.color or "000000", ground.color or "ffffff")
    pattern = Pattern(name, *colors) if cells(name) and ink.color and ground.color else None
    return replace(_mean([ink, ground]), pattern=pattern)


def gradient(node: etree._Element, theme: Theme, own: Paint = NO_PAINT) -> Paint:
    """Return the filling of an a:gradFill, whose colour is the mean of its stops (20.1.8.33).

    Colours on the path of a rectangle or of the shape itself are drawn around the middle as on that of a circle.
    """
    stops = list(node.iter(q("a:gs")))[:MOST_STOPS]
    paints = [paint_of(first_color(stop), theme, own) for stop in stops]
    shares = [percentage(stop.get("pos")) for stop in stops]
    mean = _mean(paints)
    found = stops_of((share, paint.color) for share, paint in zip(shares, paints, strict=True))
    fades = fades_of((share, paint.opacity) for share, paint in zip(shares, paints, strict=True) if paint.color)
    if not found and not fades:
        return mean
    found = found or ((0.0, mean.color), (1.0, mean.color))
    mean = replace(mean, opacity=1.0) if fades else mean
    line, path = child(node, "a:lin"), child(node, "a:path")
    if path is not None:
        return replace(mean, blend=Blend(found, middle=_middle(child(path, "a:fillToRect")), fades=fades))
    angle = integer(line.get("ang")) / 60_000 if line is not None else 90.0
    return replace(mean, blend=Blend(found, angle % 360, fades=fades))


def _middle(rectangle: etree._Element | None) -> tuple[float, float]:
    """Return the middle of an a:fillToRect as shares; without one that of the shape."""
    if rectangle is None:
        return 0.5, 0.5
    left, top, right, bottom = (percentage(rectangle.get(side)) for side in "ltrb")
    return min(max((left + 1 - right) / 2, 0.0), 1.0), min(max((top + 1 - bottom) / 2, 0.0), 1.0)


def _mean(paints: list[Paint]) -> Paint:
    paints = [paint for paint in paints if paint.color]
    if not paints:
        return NO_PAINT
    sums = [sum(values) / len(paints) for values in zip(*(parts(paint.color) for paint in paints), strict=True)]
    return Paint(hexadecimal((sums[0], sums[1], sums[2])), sum(paint.opacity for paint in paints) / len(paints))


def outline(node: etree._Element | None, theme: Theme, usual: Stroke | None, own: Paint = NO_PAINT) -> Stroke | None:
    """Return the line that an a:ln gives over the ``usual`` one, which the style gives; None for no line."""
    if node is None:
        return usual
    paint = filling(node, theme, own)
    shade = paint.color if paint is not None else (usual.color if usual is not None else "")
    if not shade:
        return None
    given = node.get("w")
    width = integer(given, _USUAL_LINE) / EMU if given or usual is None else usual.width
    width = min(max(width, 0.1), 500.0)
    join = next((_JOINS[item.tag] for item in node if item.tag in _JOINS), usual.join if usual is not None else 1)
    covers = paint.opacity if paint is not None else usual.opacity if usual is not None else 1.0
    return Stroke(
        shade,
        width,
        tuple(part * width for part in _dashes(node)),
        _CAPS.get(node.get("cap") or "", 0),
        _head(child(node, "a:headEnd")),
        _head(child(node, "a:tailEnd")),
        _head_size(child(node, "a:headEnd")),
        _head_size(child(node, "a:tailEnd")),
        join,
        covers,
        COMPOUND.get(node.get("cmpd") or "", ()),
    )


def _dashes(node: etree._Element) -> tuple[float, ...]:
    """Return the dashes of a line and the gaps between them, in widths of the line (20.1.8.48, 20.1.8.21)."""
    preset, own = child(node, "a:prstDash"), child(node, "a:custDash")
    if preset is not None:
        return _DASHES.get(preset.get("val") or "", ())
    stops = [] if own is None else list(own.iterchildren(q("a:ds")))[:_MOST_DASHES]
    found = tuple(max(percentage(stop.get(name)), 0.0) for stop in stops for name in ("d", "sp"))
    return found if any(found) else ()


def _head_size(node: etree._Element | None) -> tuple[float, float]:
    """Return how long and how wide an arrow head is, in widths of its line (20.1.10.33)."""
    length, wide = (_HEAD_SIZES.get(node.get(name) or "", 3.0) if node is not None else 3.0 for name in ("len", "w"))
    return length, wide


def _head(node: etree._Element | None) -> str:
    kind = "" if node is None else node.get("type") or ""
    return kind if kind in _HEADS else ""
