"""Preset shapes of rarer kinds: line callouts, ribbons, signs of arithmetic, gears (ECMA-376 part 1, 20.1.10.56)."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from pipeline.render.graphic import Commands
from pipeline.render.read.presets import (
    Outline,
    arc,
    joined,
    mirrored,
    polygon,
    rectangle,
    upended,
)

_BAR = 0.36745  # of the width on either side of the middle is a sign of arithmetic wide
_CALLOUTS = {
    1: (0.1875, -0.08333, 1.125, -0.38333),
    2: (0.1875, -0.08333, 0.1875, -0.16667, 1.125, -0.46667),
    3: (0.1875, -0.08333, 0.1875, -0.16667, 1.0, -0.16667, 1.12963, -0.08333),
}


def _adjust(a: Sequence[float], index: int, usual: float) -> float:
    return a[index] if index < len(a) else usual


def _callout_line(count: int, *, accent: bool) -> Outline:
    """Return the line of a callout from point to point, y before x; with an ``accent`` a bar beside the box too."""

    def drawn(w: float, h: float, a: Sequence[float]) -> Commands:
        usual = _CALLOUTS[count]
        values = [_adjust(a, index, value) for index, value in enumerate(usual)]
        points = [(x * w, y * h) for y, x in zip(values[::2], values[1::2], strict=True)]
        bar = polygon([(points[0][0], 0), (points[0][0], h)], close=False) if accent else ()
        return (*polygon(points, close=False), *bar)

    return drawn


def _regular(count: int, start: float) -> Outline:
    def made(w: float, h: float, _a: Sequence[float]) -> Commands:
        angles = [math.radians(start + 360 / count * at) for at in range(count)]
        return polygon([(w / 2 * (1 + math.cos(angle)), h / 2 * (1 + math.sin(angle))) for angle in angles])

    return made


def _half_frame(w: float, h: float, a: Sequence[float]) -> Commands:
    top, left = (min(w, h) * _adjust(a, index, 0.33333) for index in (0, 1))
    along, down = (top * w / h, left * h / w) if w and h else (0.0, 0.0)
    return polygon([(0, 0), (w, 0), (w - along, top), (left, top), (left, h - down), (0, h)])


def _corner(w: float, h: float, a: Sequence[float]) -> Commands:
    low, left = (min(w, h) * _adjust(a, index, 0.5) for index in (0, 1))
    return polygon([(0, 0), (left, 0), (left, h - low), (w, h - low), (w, h), (0, h)])


def _stripe(w: float, h: float, a: Sequence[float]) -> Commands:
    share = _adjust(a, 0, 0.5)
    return polygon([(0, h * share), (w * share, 0), (w, 0), (0, h)])


def _wedge(w: float, h: float, _a: Sequence[float]) -> Commands:
    return joined(arc((w, h), (w, h), 180, 90), polygon([(w, h)], close=False))


def _bar(w: float, h: float, middle: float, thick: float) -> Commands:
    left, right = w * (0.5 - _BAR), w * (0.5 + _BAR)
    top, bottom = h * middle - h * thick / 2, h * middle + h * thick / 2
    return polygon([(left, top), (right, top), (right, bottom), (left, bottom)])


def _minus(w: float, h: float, a: Sequence[float]) -> Commands:
    return _bar(w, h, 0.5, _adjust(a, 0, 0.2352))


def _equal(w: float, h: float, a: Sequence[float]) -> Commands:
    thick, between = _adjust(a, 0, 0.2352), _adjust(a, 1, 0.1176)
    off = (thick + between) / 2
    return (*_bar(w, h, 0.5 - off, thick), *_bar(w, h, 0.5 + off, thick))


def _divide(w: float, h: float, a: Sequence[float]) -> Commands:
    thick, between, dot = (_adjust(a, at, usual) for at, usual in enumerate((0.2352, 0.0588, 0.1176)))
    off, radius = h * (thick / 2 + between + dot), h * dot
    dots = (arc((w / 2, h / 2 + way * off), (radius, radius), 0, 360) for way in (-1, 1))
    return (*_bar(w, h, 0.5, thick), *(command for one in dots for command in (*one, ("h", ()))))


def _multiply(w: float, h: float, a: Sequence[float]) -> Commands:
    half, reach = min(w, h) * _adjust(a, 0, 0.2352) / 2, min(w, h) * _BAR
    arms: list[tuple[float, float]] = []
    for quarter in range(4):
        angle = math.radians(45 + 90 * quarter)
        along, beside = (math.cos(angle), math.sin(angle)), (-math.sin(angle), math.cos(angle))
        for far, side in ((half, -half), (reach, -half), (reach, half)):
            x, y = (along[axis] * far + beside[axis] * side for axis in (0, 1))
            arms.append((w / 2 + x, h / 2 + y))
    return polygon(arms)


def _gear(teeth: int) -> Outline:
    def made(w: float, h: float, _a: Sequence[float]) -> Commands:
        points = []
        for at in range(teeth * 4):
            far = 0.5 if at % 4 in {1, 2} else 0.37
            angle = math.radians(360 / (teeth * 4) * at - 90)
            points.append((w * (0.5 + far * math.cos(angle)), h * (0.5 + far * math.sin(angle))))
        return polygon(points)

    return made


def _scroll(w: float, h: float, a: Sequence[float]) -> Commands:
    """Return a sheet whose ends are rolled up, from the side."""
    roll = min(w, h) * _adjust(a, 0, 0.125)
    r = roll / 2
    right = joined(
        polygon([(0, roll)], close=False),
        polygon([(w - roll, roll), (w - roll, r)], close=False),
        arc((w - r, r), (r, r), 180, 180),
        arc((w - r, h - roll - r), (r, r), 0, 90),
        polygon([(roll, h - roll), (roll, h - r)], close=False),
        arc((r, h - r), (r, r), 0, 180),
    )
    return tuple(right)


def _shares(*points: tuple[float, float]) -> Outline:
    return lambda w, h, _a: polygon([(x * w, y * h) for x, y in points])


OTHERS: Mapping[str, Outline] = {
    **{f"{kind}{n}": rectangle for kind in ("borderCallout", "callout") for n in (1, 2, 3)},
    **{f"accent{kind}{n}": rectangle for kind in ("BorderCallout", "Callout") for n in (1, 2, 3)},
    "actionButtonBlank": rectangle,
    "decagon": _regular(10, 0),
    "dodecagon": _regular(12, 15),
    "halfFrame": _half_frame,
    "corner": _corner,
    "diagStripe": _stripe,
    "pieWedge": _wedge,
    "mathMinus": _minus,
    "mathEqual": _equal,
    "mathNotEqual": _equal,
    "mathDivide": _divide,
    "mathMultiply": _multiply,
    "leftRightRibbon": _shares(
        (0, 0.5), (0.2, 0), (0.2, 0.25), (0.8, 0.25), (0.8, 0), (1, 0.5), (0.8, 1), (0.8, 0.75), (0.2, 0.75), (0.2, 1)
    ),
    "gear6": _gear(6),
    "gear9": _gear(9),
    "horizontalScroll": _scroll,
    "verticalScroll": mirrored(upended(_scroll)),
    "funnel": _shares(
        (0, 0.15), (0.1, 0.03), (0.5, 0), (0.9, 0.03), (1, 0.15), (0.63, 0.75), (0.63, 1), (0.37, 1), (0.37, 0.75)
    ),
    "flowChartOfflineStorage": _shares((0, 0), (1, 0), (0.5, 1)),
}
OTHER_DETAILS: Mapping[str, Outline] = {
    **{f"borderCallout{n}": _callout_line(n, accent=False) for n in (1, 2, 3)},
    **{f"callout{n}": _callout_line(n, accent=False) for n in (1, 2, 3)},
    **{f"accentBorderCallout{n}": _callout_line(n, accent=True) for n in (1, 2, 3)},
    **{f"accentCallout{n}": _callout_line(n, accent=True) for n in (1, 2, 3)},
    "flowChartOfflineStorage": lambda w, h, _a: polygon([(w * 0.4, h * 0.8), (w * 0.6, h * 0.8)], close=False),
    "mathNotEqual": lambda w, h, _a: polygon([(w * 0.6, h * 0.1), (w * 0.4, h * 0.9)], close=False),
}
