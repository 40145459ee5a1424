"""The outlines of VML shapes that have an element of their own: polylines, arcs, curves (ECMA-376 part 4, 19.1.2)."""

from __future__ import annotations

from lxml import etree

from pipeline.render.graphic import Place
from pipeline.render.read.anchors import vml_length
from pipeline.render.read.presets import Form, arc
from pipeline.render.read.units import integer


def lengths(text: str | None) -> tuple[float, float]:
    """Return a point of two lengths in points; 0 for what is none."""
    parts = (text or "").split(",")
    return (vml_length(parts[0]), vml_length(parts[1])) if len(parts) == 2 else (0.0, 0.0)


def polyline(points: str) -> list[Form]:
    """Return a v:polyline, an open line from point to point (part 4, 19.1.2.15)."""
    numbers = [vml_length(part) for part in points.replace(" ", ",").split(",") if part][:2_000]
    pairs = list(zip(numbers[::2], numbers[1::2], strict=False))
    commands = tuple(("l" if index else "m", point) for index, point in enumerate(pairs))
    return [Form(commands, filled=False)] if len(pairs) > 1 else []


def arc_of(shape: etree._Element, place: Place) -> list[Form]:
    """Return a v:arc: its angles count from above, clockwise (part 4, 19.1.2.1)."""
    start, end = (float(integer(shape.get(name), usual)) for name, usual in (("startangle", 0), ("endangle", 90)))
    middle = (place.width / 2, place.height / 2)
    curve = arc(middle, middle, start - 90.0, min(max(end - start, -360.0), 360.0))
    return [Form((*curve, ("l", middle), ("h", ())), stroked=False), Form(curve, filled=False)]


def curve_of(shape: etree._Element) -> list[Form]:
    """Return a v:curve from point to point by its two handles."""
    points = [lengths(shape.get(name)) for name in ("from", "control1", "control2", "to")]
    left, top = (min(point[axis] for point in points) for axis in (0, 1))
    (x0, y0), *others = [(x - left, y - top) for x, y in points]
    return [Form((("m", (x0, y0)), ("c", tuple(value for point in others for value in point))), filled=False)]
