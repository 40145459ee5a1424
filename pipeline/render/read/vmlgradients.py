"""Gradients of VML fillings (ECMA-376 part 4, 19.1.2.5): v:fill of type gradient or gradientRadial."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from lxml import etree

from pipeline.ooxml.names import q
from pipeline.render.gradients import Blend, Stops, fades_of, stops_of
from pipeline.render.read.colors import hexadecimal, parts
from pipeline.render.read.drawingcolors import Paint
from pipeline.render.read.units import integer
from pipeline.render.read.vmlpaths import share, vml_color

T = TypeVar("T")
_SHADE = re.compile(r"(lighten|darken)\((\d{1,3})\)")
_STEEP = 90.0


def blended(fill: etree._Element | None, paint: Paint) -> Paint:
    """Return a filling with the gradient of its v:fill, which covers as that says where it does so unevenly."""
    blend = _blend(fill, paint)
    return replace(paint, blend=blend, opacity=1.0 if blend is not None and blend.fades else paint.opacity)


def _blend(fill: etree._Element | None, paint: Paint) -> Blend | None:
    """Return the gradient of a v:fill over the shape's own filling, None where it is of one colour.

    The focus says where the second colour stands: 100 % at the lower end, 0 at the upper, between both in the middle
    with the first at either end; a negative one lets the colours change places, and how much each covers (o:opacity2).
    """
    color = paint.color
    kind = "" if fill is None else (fill.get("type") or "").lower()
    if fill is None or not color or kind not in {"gradient", "gradientunscaled", "gradientradial"}:
        return None
    focus = min(max(share(fill.get("focus")), -1.0), 1.0)
    second = fill.get(q("o:opacity2"))
    fades = fades_of(_focused([(0.0, paint.opacity), (1.0, _covering(second))], focus)) if second else ()
    stops = stops_of(_focused(_stops(fill, color), focus)) or (((0.0, color), (1.0, color)) if fades else ())
    if not stops:
        return None
    if kind == "gradientradial":
        x, _, y = (fill.get("focusposition") or "").partition(",")
        return Blend(stops, middle=(min(max(share(x), 0.0), 1.0), min(max(share(y), 0.0), 1.0)), fades=fades)
    return Blend(stops, (_STEEP - integer(fill.get("angle"))) % 360, fades=fades)


def _covering(text: str) -> float:
    return min(max(share(text), 0.0), 1.0)


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


def _focused(stops: Sequence[tuple[float, T]], focus: float) -> list[tuple[float, T]]:
    """Return the stops from the upper end to the lower, the second colour at the focus."""
    if focus < 0:
        stops, focus = [(1 - at, shade) for at, shade in reversed(stops)], -focus
    before = [(at * focus, shade) for at, shade in stops] if focus > 0 else []
    after = [(1 - at * (1 - focus), shade) for at, shade in reversed(stops)] if focus < 1 else []
    return [*before, *after]
