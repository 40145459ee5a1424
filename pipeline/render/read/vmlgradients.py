"""Gradients of VML fillings (ECMA-376 part 4, 19.1.2.5): v:fill of type gradient or gradientRadial."""

from __future__ import annotations

import re

from lxml import etree

from pipeline.render.gradients import Blend, Stops, stops_of
from pipeline.render.read.colors import hexadecimal, parts
from pipeline.render.read.units import integer
from pipeline.render.read.vmlpaths import share, vml_color

_SHADE = re.compile(r"(lighten|darken)\((\d{1,3})\)")
_STEEP = 90.0


def vml_blend(fill: etree._Element | None, color: str) -> Blend | None:
    """Return the gradient of a v:fill over the shape's own colour, None where it is of one colour.

    The focus says where the second colour stands: 100 % at the lower end, 0 at the upper, between both in the middle
    with the first at either end; a negative one lets the colours change places.
    """
    kind = "" if fill is None else (fill.get("type") or "").lower()
    if fill is None or not color or kind not in {"gradient", "gradientunscaled", "gradientradial"}:
        return None
    stops = _stops(fill, color)
    focus = min(max(share(fill.get("focus")), -1.0), 1.0)
    if focus < 0:
        stops = tuple((1 - at, shade) for at, shade in reversed(stops))
    stops = _focused(stops, abs(focus))
    if not stops:
        return None
    if kind == "gradientradial":
        x, _, y = (fill.get("focusposition") or "").partition(",")
        return Blend(stops, middle=(min(max(share(x), 0.0), 1.0), min(max(share(y), 0.0), 1.0)))
    return Blend(stops, (_STEEP - integer(fill.get("angle"))) % 360)


def _stops(fill: etree._Element, color: str) -> Stops:
    """Return the colours from the shape's own to the second one."""
    pairs = [item.strip().partition(" ") for item in (fill.get("colors") or "").split(";") if item.strip()]
    told = stops_of((share(at), vml_color(shade)) for at, _, shade in pairs)
    return told or stops_of([(0.0, color), (1.0, _second(fill.get("color2") or "", color))])


def _second(text: str, color: str) -> str:
    shaded = _SHADE.search(text)
    if shaded is None:
        return vml_color(text) or "ffffff"
    amount = min(int(shaded.group(2)), 255) / 255
    white = (1 - amount) if shaded.group(1) == "lighten" else 0.0
    red, green, blue = (part * amount + white for part in parts(color))
    return hexadecimal((red, green, blue))


def _focused(stops: Stops, focus: float) -> Stops:
    """Return the stops from the upper end to the lower, the second colour at the focus."""
    before = [(at * focus, shade) for at, shade in stops] if focus > 0 else []
    after = [(1 - at * (1 - focus), shade) for at, shade in reversed(stops)] if focus < 1 else []
    return stops_of([*before, *after])
