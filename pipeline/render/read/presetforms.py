"""Preset shapes of more than one line or of curves: connectors, brackets, callouts, flow charts, and where text stands.

ECMA-376 part 1, 20.1.10.56 (ST_ShapeType).
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from pipeline.render.graphic import Commands
from pipeline.render.read.presetarrows import ARROWS
from pipeline.render.read.presetothers import OTHER_DETAILS, OTHERS
from pipeline.render.read.presets import BASIC, Form, Outline, arc, ellipse, joined, mirrored, polygon, rectangle
from pipeline.render.read.presetscenes import SCENES

_DIAGONAL = 1 - math.sqrt(0.5)


def _adjust(adjustments: Sequence[float], index: int, usual: float) -> float:
    return adjustments[index] if index < len(adjustments) else usual


def _bent3(w: float, h: float, a: Sequence[float]) -> Commands:
    middle = w * _adjust(a, 0, 0.5)
    return polygon([(0, 0), (middle, 0), (middle, h), (w, h)], close=False)


def _bent2(w: float, h: float, _a: Sequence[float]) -> Commands:
    return polygon([(0, 0), (w, 0), (w, h)], close=False)


def _bent4(w: float, h: float, a: Sequence[float]) -> Commands:
    x, y = w * _adjust(a, 0, 0.5), h * _adjust(a, 1, 0.5)
    return polygon([(0, 0), (x, 0), (x, y), (w, y), (w, h)], close=False)


def _curved2(w: float, h: float, _a: Sequence[float]) -> Commands:
    return (("m", (0.0, 0.0)), ("c", (w / 2, 0.0, w, h / 2, w, h)))


def _curved3(w: float, h: float, a: Sequence[float]) -> Commands:
    x = w * _adjust(a, 0, 0.5)
    first = ("c", (x / 2, 0.0, x, h / 4, x, h / 2))
    return (("m", (0.0, 0.0)), first, ("c", (x, h * 0.75, (w + x) / 2, h, w, h)))


def _left_bracket(w: float, h: float, a: Sequence[float]) -> Commands:
    r = min(min(w, h) * _adjust(a, 0, 0.08333), h / 2)
    upper, lower = arc((w, r), (w, r), 270, -90), arc((w, h - r), (w, r), 180, -90)
    return (*upper, ("l", lower[0][1]), *lower[1:])


def _left_brace(w: float, h: float, a: Sequence[float]) -> Commands:
    middle = h * _adjust(a, 1, 0.5)
    r = min(min(w, h) * _adjust(a, 0, 0.08333), middle / 2, (h - middle) / 2)
    half = w / 2
    pieces = (
        arc((w, r), (half, r), 270, -90),
        arc((0, middle - r), (half, r), 0, 90),
        arc((0, middle + r), (half, r), 270, 90),
        arc((w, h - r), (half, r), 180, -90),
    )
    return joined(*pieces)[:-1]


def _pair(make: Outline, share: float) -> Outline:
    """Return a left bracket and its mirror, each of a share of the shorter side."""

    def made(w: float, h: float, a: Sequence[float]) -> Commands:
        own = min(w, h) * _adjust(a, 0, share)
        left = make(own, h, (own / max(min(own, h), 0.01),))
        right = mirrored(make)(own, h, (own / max(min(own, h), 0.01),))
        moved = tuple((kind, tuple(n + (w - own) * (i % 2 == 0) for i, n in enumerate(ns))) for kind, ns in right)
        return (*left, *moved)

    return made


def _holed(outer: Outline, share: float) -> Outline:
    def made(w: float, h: float, a: Sequence[float]) -> Commands:
        d = min(min(w, h) * _adjust(a, 0, share), w / 2, h / 2)
        inner = outer(w - 2 * d, h - 2 * d, ())
        return (*outer(w, h, ()), *((kind, tuple(n + d for n in numbers)) for kind, numbers in inner))

    return made


def _angles(a: Sequence[float], usual: tuple[float, float]) -> tuple[float, float]:
    """Return start and swing in degrees of two adjustments that are angles in 60 000ths of a degree."""
    start, end = _adjust(a, 0, usual[0]) * 100_000 / 60_000, _adjust(a, 1, usual[1]) * 100_000 / 60_000
    swing = (end - start) % 360
    return start, swing or 360.0


def _arc(w: float, h: float, a: Sequence[float]) -> Commands:
    start, swing = _angles(a, (162.0, 0.0))
    return arc((w / 2, h / 2), (w / 2, h / 2), start, swing)


def _pie(w: float, h: float, a: Sequence[float]) -> Commands:
    start, swing = _angles(a, (0.0, 162.0))
    return joined((("m", (w / 2, h / 2)),), arc((w / 2, h / 2), (w / 2, h / 2), start, swing))


def _chord(w: float, h: float, a: Sequence[float]) -> Commands:
    start, swing = _angles(a, (27.0, 162.0))
    return (*arc((w / 2, h / 2), (w / 2, h / 2), start, swing), ("h", ()))


def _block_arc(w: float, h: float, a: Sequence[float]) -> Commands:
    start, swing = _angles(a, (108.0, 0.0))
    d = min(w, h) * _adjust(a, 2, 0.25)
    outer = arc((w / 2, h / 2), (w / 2, h / 2), start, swing)
    inner = arc((w / 2, h / 2), (max(w / 2 - d, 0), max(h / 2 - d, 0)), start + swing, -swing)
    return joined(outer, inner)


def _callout(base: Outline) -> Outline:
    """Return a maker of a shape with a tail to a point that is given from its middle."""

    def made(w: float, h: float, a: Sequence[float]) -> Commands:
        across, down = _adjust(a, 0, -0.20833), _adjust(a, 1, 0.625)
        tip = (w / 2 + w * across, h / 2 + h * down)
        angle = math.atan2(down, across)
        ends = [(w / 2 + w * 0.3 * math.cos(angle + d), h / 2 + h * 0.3 * math.sin(angle + d)) for d in (-0.35, 0.35)]
        return (*base(w, h, a[2:]), *polygon([ends[0], tip, ends[1]]))

    return made


def _box_callout(w: float, h: float, a: Sequence[float]) -> Commands:
    dx, dy = w * _adjust(a, 0, -0.20833), h * _adjust(a, 1, 0.625)
    tip = (w / 2 + dx, h / 2 + dy)
    if abs(dx / max(w, 0.01)) > abs(dy / max(h, 0.01)):
        low, high = (0.58333, 0.83333) if dy > 0 else (0.16667, 0.41667)
        if dx > 0:
            return polygon([(0, 0), (w, 0), (w, h * low), tip, (w, h * high), (w, h), (0, h)])
        return polygon([(0, 0), (w, 0), (w, h), (0, h), (0, h * high), tip, (0, h * low)])
    low, high = (0.58333, 0.83333) if dx > 0 else (0.16667, 0.41667)
    if dy > 0:
        return polygon([(0, 0), (w, 0), (w, h), (w * high, h), tip, (w * low, h), (0, h)])
    return polygon([(0, 0), (w * low, 0), tip, (w * high, 0), (w, 0), (w, h), (0, h)])


def _heart(w: float, h: float, _a: Sequence[float]) -> Commands:
    right = ("c", (w * 0.708, -h / 3, w * 1.48, h / 4, w / 2, h))
    return (("m", (w / 2, h / 4)), right, ("c", (-w * 0.48, h / 4, w * 0.292, -h / 3, w / 2, h / 4)), ("h", ()))


def _document(w: float, h: float, _a: Sequence[float]) -> Commands:
    wave = ("c", (w / 2, h * 0.80083, w / 2, h * 1.1109, 0.0, h * 0.93417))
    return (("m", (0.0, 0.0)), ("l", (w, 0.0)), ("l", (w, h * 0.80083)), wave, ("h", ()))


def _wave(w: float, h: float, a: Sequence[float]) -> Commands:
    d = h * _adjust(a, 0, 0.125)
    top = ("c", (w / 3, -d * 0.67, w * 2 / 3, d * 2.67, w, d))
    low = ("c", (w * 2 / 3, h + d * 0.67, w / 3, h - d * 2.67, 0.0, h - d))
    return (("m", (0.0, d)), top, ("l", (w, h - d)), low, ("h", ()))


def _terminator(w: float, h: float, _a: Sequence[float]) -> Commands:
    r = min(h, w) / 2
    return joined(arc((r, h / 2), (r, h / 2), 90, 180), arc((w - r, h / 2), (r, h / 2), 270, 180))


def _delay(w: float, h: float, _a: Sequence[float]) -> Commands:
    return joined((("m", (0.0, h)), ("l", (0.0, 0.0))), arc((w / 2, h / 2), (w / 2, h / 2), 270, 180))


def _teardrop(w: float, h: float, _a: Sequence[float]) -> Commands:
    return joined(arc((w / 2, h / 2), (w / 2, h / 2), 0, 270), (("m", (w, 0.0)),))


def _moon(w: float, h: float, a: Sequence[float]) -> Commands:
    inner = w * (1 - _adjust(a, 0, 0.5))
    return joined(arc((w, h / 2), (w, h / 2), 270, -180), arc((w, h / 2), (max(inner, 0.01), h / 2), 90, 180))


def _face(w: float, h: float, _a: Sequence[float]) -> Commands:
    eyes = (arc((w * x, h * 0.375), (w * 0.05, h * 0.05), 0, 360) for x in (0.345, 0.655))
    return tuple(command for piece in (*eyes, arc((w / 2, h / 2), (w * 0.28, h * 0.28), 20, 140)) for command in piece)


def _bars(w: float, h: float, _a: Sequence[float]) -> Commands:
    left, right = polygon([(w / 8, 0), (w / 8, h)], close=False), polygon([(w * 7 / 8, 0), (w * 7 / 8, h)], close=False)
    return (*left, *right)


def _cross(w: float, h: float, _a: Sequence[float]) -> Commands:
    return (*polygon([(w / 2, 0), (w / 2, h)], close=False), *polygon([(0, h / 2), (w, h / 2)], close=False))


def _oblique(w: float, h: float, _a: Sequence[float]) -> Commands:
    low, high = _DIAGONAL / 2, 1 - _DIAGONAL / 2
    one = polygon([(w * low, h * low), (w * high, h * high)], close=False)
    return (*one, *polygon([(w * high, h * low), (w * low, h * high)], close=False))


def _shares(text: str) -> Outline:
    points = [tuple(float(part) for part in point.split(",")) for point in text.split()]
    return lambda w, h, _a: polygon([(x * w, y * h) for x, y in points])


_FILLED: Mapping[str, Outline] = {
    **BASIC,
    **ARROWS,
    **OTHERS,
    "donut": _holed(ellipse, 0.25),
    "frame": _holed(rectangle, 0.125),
    "pie": _pie,
    "chord": _chord,
    "blockArc": _block_arc,
    "wedgeRectCallout": _box_callout,
    "wedgeEllipseCallout": _callout(ellipse),
    "heart": _heart,
    "wave": _wave,
    "teardrop": _teardrop,
    "moon": _moon,
    "smileyFace": ellipse,
    "flowChartProcess": rectangle,
    "flowChartAlternateProcess": BASIC["roundRect"],
    "flowChartDecision": BASIC["diamond"],
    "flowChartInputOutput": _shares("0.2,0 1,0 0.8,1 0,1"),
    "flowChartPredefinedProcess": rectangle,
    "flowChartDocument": _document,
    "flowChartTerminator": _terminator,
    "flowChartPreparation": _shares("0.2,0 0.8,0 1,0.5 0.8,1 0.2,1 0,0.5"),
    "flowChartManualInput": _shares("0,0.2 1,0 1,1 0,1"),
    "flowChartManualOperation": _shares("0,0 1,0 0.8,1 0.2,1"),
    "flowChartConnector": ellipse,
    "flowChartOffpageConnector": _shares("0,0 1,0 1,0.8 0.5,1 0,0.8"),
    "flowChartPunchedCard": _shares("0.2,0 1,0 1,1 0,1 0,0.2"),
    "flowChartSummingJunction": ellipse,
    "flowChartOr": ellipse,
    "flowChartCollate": _shares("0,0 1,0 0,1 1,1"),
    "flowChartExtract": _shares("0.5,0 1,1 0,1"),
    "flowChartMerge": _shares("0,0 1,0 0.5,1"),
    "flowChartDelay": _delay,
}
_LINES: Mapping[str, Outline] = {
    **{name: BASIC[name] for name in ("line", "straightConnector1", "lineInv")},
    "bentConnector2": _bent2,
    "bentConnector3": _bent3,
    "bentConnector4": _bent4,
    "curvedConnector2": _curved2,
    "curvedConnector3": _curved3,
    "curvedConnector4": _curved3,
    "curvedConnector5": _curved3,
    "leftBracket": _left_bracket,
    "rightBracket": mirrored(_left_bracket),
    "leftBrace": _left_brace,
    "rightBrace": mirrored(_left_brace),
    "bracketPair": _pair(_left_bracket, 0.16667),
    "bracePair": _pair(_left_brace, 0.16667),
    "arc": _arc,
}
_DETAILS: Mapping[str, Outline] = {
    **OTHER_DETAILS,
    "smileyFace": _face,
    "flowChartPredefinedProcess": _bars,
    "flowChartOr": _cross,
    "flowChartSummingJunction": _oblique,
}
_ENCLOSING = frozenset({"leftBracket", "rightBracket", "leftBrace", "rightBrace", "bracketPair", "bracePair"})
_GROUNDS: Mapping[str, Outline] = {"bracketPair": BASIC["roundRect"], "bracePair": rectangle}
_UNFRAMED = frozenset(f"{kind}{number}" for kind in ("callout", "accentCallout") for number in (1, 2, 3))


def preset(name: str, size: tuple[float, float], adjustments: Sequence[float]) -> list[Form] | None:
    """Return the outlines of a preset shape of a size in points; None for a name that is not known.

    ``adjustments`` are its a:avLst values as shares of 100 000.
    """
    w, h = size
    if name in SCENES:
        return list(SCENES[name](w, h, adjustments))
    if name in _LINES:
        line = Form(_LINES[name](w, h, adjustments), filled=False)
        ground = _GROUNDS[name](w, h, adjustments) if name in _GROUNDS else line.commands
        return [Form(ground, stroked=False), line] if name in _ENCLOSING else [line]
    if name not in _FILLED:
        return None
    forms = [Form(_FILLED[name](w, h, adjustments), stroked=name not in _UNFRAMED)]
    if name in _DETAILS:
        forms.append(Form(_DETAILS[name](w, h, adjustments), filled=False))
    return forms
