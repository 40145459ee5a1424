"""Preset shapes of several outlines, some of them darker or without a line (ECMA-376 part 1, 20.1.10.56)."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from pipeline.render.graphic import Command, Commands
from pipeline.render.read.presets import Form, arc, ellipse, joined, polygon, rectangle
from pipeline.render.read.presettraced import TRACED, Scene, traced

Point = tuple[float, float]
_CLOUD = (
    "m 3900 14370 a 6753 9190 -190.487 123.781 a 5333 7267 -144.103 89.945 a 4365 5945 -145.808 99.723 "
    "a 4857 6595 -130.986 117.242 a 5333 7273 -78.709 109.027 a 6775 9220 -46.267 130.269 a 5785 7867 0.625 114.033 "
    "a 6752 9215 22.452 115.173 a 7720 10543 66.243 75.711 a 4360 5918 -274.942 146.736 a 4345 5945 -246.829 152.519 h"
)
_SEAL1 = (
    "10800,5800 14522,0 14155,5325 18380,4457 16702,7315 21097,8137 17607,10475 21600,13290 16837,12942 18145,18095 "
    "14020,14457 13247,19737 10532,14935 8485,21600 7715,15627 4762,17617 5667,13937 135,14587 3722,11775 0,8615 "
    "4627,7617 370,2295 7312,6320 8352,2295"
)
_SEAL2 = (
    "11462,4342 14790,0 14525,5777 18007,3172 16380,6532 21600,6645 16985,9402 18270,11290 16380,12310 18877,15632 "
    "14640,14350 14942,17370 12180,15935 11612,18842 9872,17370 8700,19712 7527,18125 4917,21600 4805,18240 1285,17825 "
    "3330,15370 0,12877 3935,11592 1172,8270 5372,7817 4502,3625 8550,6382 9722,1887"
)


def _adjust(a: Sequence[float], index: int, usual: float) -> float:
    return a[index] if index < len(a) else usual


def _seal(text: str) -> Scene:
    points = [tuple(float(part) / 21_600 for part in point.split(",")) for point in text.split()]
    return lambda w, h, _a: (Form(polygon([(x * w, y * h) for x, y in points])),)


def _cloud(w: float, h: float, _a: Sequence[float] = ()) -> tuple[Form, ...]:
    return (Form(traced(_CLOUD, (w, h), (43_200, 43_200))),)


def _cloud_callout(w: float, h: float, a: Sequence[float]) -> tuple[Form, ...]:
    """Return a cloud with three bubbles to a point that is given from its middle."""
    tip = (w / 2 + w * _adjust(a, 0, -0.20833), h / 2 + h * _adjust(a, 1, 0.625))
    short = min(w, h)
    angle = math.atan2((tip[1] - h / 2) * w, (tip[0] - w / 2) * h) if w and h else 0.0
    rim = (w / 2 * (1 + 0.9 * math.cos(angle)), h / 2 * (1 + 0.9 * math.sin(angle)))
    bubbles = []
    for share, size in ((0.25, 1 / 12), (0.65, 1 / 18), (1.0, 1 / 36)):
        middle = (rim[0] + (tip[0] - rim[0]) * share, rim[1] + (tip[1] - rim[1]) * share)
        bubbles.append(Form((*arc(middle, (short * size, short * size), 0, 360), ("h", ()))))
    return (*_cloud(w, h), *bubbles)


def _round_callout(w: float, h: float, a: Sequence[float]) -> tuple[Form, ...]:
    """Return a rectangle with round corners and a tail to a point that is given from its middle."""
    dx, dy = _adjust(a, 0, -0.20833), _adjust(a, 1, 0.625)
    r = min(min(w, h) * max(_adjust(a, 2, 0.16667), 0.0), w / 2, h / 2)
    tip = (w / 2 + w * dx, h / 2 + h * dy)
    side = ("right" if dx > 0 else "left") if abs(dx) > abs(dy) else ("bottom" if dy > 0 else "top")
    low, high = (7 / 12, 10 / 12) if (dx if side in {"top", "bottom"} else dy) > 0 else (2 / 12, 5 / 12)
    tails: dict[str, list[Point]] = {
        "top": [(w * low, 0), tip, (w * high, 0)],
        "right": [(w, h * low), tip, (w, h * high)],
        "bottom": [(w * high, h), tip, (w * low, h)],
        "left": [(0, h * high), tip, (0, h * low)],
    }
    pieces: list[Commands] = []
    corners = (("top", r, r, 180), ("right", w - r, r, 270), ("bottom", w - r, h - r, 0), ("left", r, h - r, 90))
    for name, x, y, start in corners:
        pieces.append(arc((x, y), (r, r), start, 90))
        if name == side:
            pieces.append(polygon(tails[name], close=False))
    return (Form(joined(*pieces)),)


def _no_smoking(w: float, h: float, a: Sequence[float]) -> tuple[Form, ...]:
    d = min(min(w, h) * max(_adjust(a, 0, 0.1875), 0.0), w / 2, h / 2)
    inner, middle = (max(w / 2 - d, 0.01), max(h / 2 - d, 0.01)), (w / 2, h / 2)
    half = min(d / (inner[0] + inner[1]), 1.0)
    reach = math.degrees(math.acos(half))
    holes = [(*arc(middle, inner, side - reach, 2 * reach), ("h", ())) for side in (135.0, 315.0)]
    return (Form((*ellipse(w, h), *(command for hole in holes for command in hole))),)


def _plaque(w: float, h: float, a: Sequence[float]) -> tuple[Form, ...]:
    r = min(min(w, h) * max(_adjust(a, 0, 0.16667), 0.0), w / 2, h / 2)
    corners = (((0.0, 0.0), 90), ((w, 0.0), 180), ((w, h), 270), ((0.0, h), 0))
    return (Form(joined(*(arc(corner, (r, r), start, -90) for corner, start in corners))),)


def _sun(w: float, h: float, a: Sequence[float]) -> tuple[Form, ...]:
    share = min(max(_adjust(a, 0, 0.25), 0.125), 0.46875)
    far, wide = 0.5 - 0.75 * share, (0.5 - share) * 0.38268
    rays = []
    for at in range(8):
        angle = math.radians(45 * at)
        along, beside = (math.cos(angle), math.sin(angle)), (-math.sin(angle), math.cos(angle))
        points = [(0.5, 0.0), (far, wide), (far, -wide)]
        shares = [(along[0] * x + beside[0] * y, along[1] * x + beside[1] * y) for x, y in points]
        rays.append(Form(polygon([(w * (0.5 + x), h * (0.5 + y)) for x, y in shares])))
    core = arc((w / 2, h / 2), (w * (0.5 - share), h * (0.5 - share)), 0, 360)
    return (*rays, Form((*core, ("h", ()))))


def _notched(w: float, h: float, a: Sequence[float]) -> tuple[Form, ...]:
    half = h * min(max(_adjust(a, 0, 0.5), 0.0), 1.0) / 2
    head = min(min(w, h) * _adjust(a, 1, 0.5), w)
    notch, middle = (half * head / (h / 2) if h else 0.0), h / 2
    tip: list[Point] = [(w - head, middle - half), (w - head, 0), (w, middle), (w - head, h), (w - head, middle + half)]
    return (Form(polygon([(0, middle - half), *tip, (0, middle + half), (notch, middle)])),)


def _striped(w: float, h: float, a: Sequence[float]) -> tuple[Form, ...]:
    short = min(w, h)
    half = h * min(max(_adjust(a, 0, 0.5), 0.0), 1.0) / 2
    neck = w - min(short * _adjust(a, 1, 0.5), max(w - short * 5 / 32, 0.0))
    top, low = h / 2 - half, h / 2 + half
    stripes = [(0.0, short / 32), (short / 16, short / 8)]
    bars = [polygon([(x, top), (y, top), (y, low), (x, low)]) for x, y in stripes]
    start = short * 5 / 32
    body = polygon([(start, top), (neck, top), (neck, 0), (w, h / 2), (neck, h), (neck, low), (start, low)])
    return (Form((*bars[0], *bars[1], *body)),)


def _quad_callout(w: float, h: float, a: Sequence[float]) -> tuple[Form, ...]:
    stem, head, length, box = (_adjust(a, at, usual) for at, usual in enumerate((0.18515, 0.18515, 0.18515, 0.48123)))
    short = min(w, h)
    t, d, far = short * stem / 2, short * head, short * length
    half = (w * box / 2, h * box / 2)
    points: list[Point] = []
    for across, down in ((0, -1), (1, 0), (0, 1), (-1, 0)):
        side = (-down, across)
        reach, edge = (h / 2, half[1]) if down else (w / 2, half[0])
        wide = half[0] if down else half[1]
        for along, beside in ((edge, -wide), (edge, -t), (reach - far, -t), (reach - far, -d), (reach, 0.0)):
            points.append((w / 2 + across * along + side[0] * beside, h / 2 + down * along + side[1] * beside))
        for along, beside in ((reach - far, d), (reach - far, t), (edge, t)):
            points.append((w / 2 + across * along + side[0] * beside, h / 2 + down * along + side[1] * beside))
    return (Form(polygon(points)),)


def _double_wave(w: float, h: float, a: Sequence[float]) -> tuple[Form, ...]:
    d, half = h * min(max(_adjust(a, 0, 0.0625), 0.0), 0.125), w / 2
    top: list[Command] = [("m", (0.0, d))]
    for left in (0.0, half):
        top.append(("c", (left + half / 3, -d * 7 / 3, left + half * 2 / 3, d * 13 / 3, left + half, d)))
    low: list[Command] = [("l", (w, h - d))]
    for right in (w, half):
        low.append(("c", (right - half / 3, h + d * 7 / 3, right - half * 2 / 3, h - d * 13 / 3, right - half, h - d)))
    return (Form((*top, *low, ("h", ()))),)


def _ribbon(w: float, h: float, a: Sequence[float], *, up: bool) -> tuple[Form, ...]:
    """Return a ribbon whose middle stands before its ends: below them, or with ``up`` above."""
    fold, half = h * min(max(_adjust(a, 0, 0.16667), 0.0), 0.33333), w * min(max(_adjust(a, 1, 0.5), 0.25), 0.75) / 2
    left, right, eighth = w / 2 - half, w / 2 + half, w / 8

    def placed(points: Sequence[Point]) -> Commands:
        return polygon([(x, h - y if up else y) for x, y in points])

    ends = [
        [(0, 0), (left + eighth, 0), (left + eighth, fold), (left, fold), (left, h - fold), (0, h - fold)],
        [(w, 0), (right - eighth, 0), (right - eighth, fold), (right, fold), (right, h - fold), (w, h - fold)],
    ]
    notches: list[Point] = [(eighth, (h - fold) / 2), (w - eighth, (h - fold) / 2)]
    tails = [Form(placed([*points, notch])) for points, notch in zip(ends, notches, strict=True)]
    front = Form(placed([(left, fold), (right, fold), (right, h), (left, h)]))
    folds = [
        Form(placed([(left + eighth, 0), (left + eighth, fold), (left, fold)]), shade="darkenLess"),
        Form(placed([(right - eighth, 0), (right - eighth, fold), (right, fold)]), shade="darkenLess"),
    ]
    return (*tails, front, *folds)


def _bent5(w: float, h: float, a: Sequence[float]) -> tuple[Form, ...]:
    x, y, x2 = w * _adjust(a, 0, 0.5), h * _adjust(a, 1, 0.5), w * _adjust(a, 2, 0.5)
    return (Form(polygon([(0, 0), (x, 0), (x, y), (x2, y), (x2, h), (w, h)], close=False), filled=False),)


def _cube(w: float, h: float, a: Sequence[float]) -> tuple[Form, ...]:
    d = min(w, h) * min(max(_adjust(a, 0, 0.25), 0.0), 1.0)
    front = polygon([(0, d), (w - d, d), (w - d, h), (0, h)])
    top = polygon([(0, d), (d, 0), (w, 0), (w - d, d)])
    side = polygon([(w - d, d), (w, 0), (w, h - d), (w - d, h)])
    return Form(front), Form(top, shade="lightenLess"), Form(side, shade="darkenLess")


def _can(w: float, h: float, a: Sequence[float]) -> tuple[Form, ...]:
    r = min(min(w, h) * max(_adjust(a, 0, 0.25), 0.0) / 2, h / 2)
    body = joined(arc((w / 2, r), (w / 2, r), 180, -180), arc((w / 2, h - r), (w / 2, r), 0, 180))
    lid = (*arc((w / 2, r), (w / 2, r), 0, 360), ("h", ()))
    return Form(body), Form(lid, shade="lighten")


def _bevel(w: float, h: float, a: Sequence[float]) -> tuple[Form, ...]:
    d = min(min(w, h) * max(_adjust(a, 0, 0.125), 0.0), w / 2, h / 2)
    outer: list[Point] = [(0, 0), (w, 0), (w, h), (0, h)]
    inner: list[Point] = [(d, d), (w - d, d), (w - d, h - d), (d, h - d)]
    shades = ("lightenLess", "darken", "darkenLess", "lighten")
    sides = [
        Form(polygon([outer[at], outer[(at + 1) % 4], inner[(at + 1) % 4], inner[at]]), shade=shades[at])
        for at in range(4)
    ]
    return (Form(polygon(inner)), *sides)


def _folded(w: float, h: float, a: Sequence[float]) -> tuple[Form, ...]:
    d = min(w, h) * min(max(_adjust(a, 0, 0.16667), 0.0), 0.5)
    page = polygon([(0, 0), (w, 0), (w, h - d), (w - d, h), (0, h)])
    return Form(page), Form(polygon([(w - d, h), (w - d * 0.8, h - d * 0.8), (w, h - d)]), shade="darkenLess")


def _tabs(*, square: bool) -> Scene:
    """Return small corners of a rectangle: triangles, or squares."""

    def made(w: float, h: float, _a: Sequence[float]) -> tuple[Form, ...]:
        d = math.hypot(w, h) / 20
        corners: tuple[tuple[float, float, float, float], ...] = (
            (0, 0, d, d),
            (w, 0, -d, d),
            (w, h, -d, -d),
            (0, h, d, -d),
        )
        return tuple(
            Form(polygon([(x, y), (x + dx, y), *([(x + dx, y + dy)] if square else []), (x, y + dy)]))
            for x, y, dx, dy in corners
        )

    return made


def _crossed(*ends: tuple[float, float, float, float]) -> Scene:
    """Return a rectangle without a line, crossed by lines."""

    def made(w: float, h: float, _a: Sequence[float]) -> tuple[Form, ...]:
        lines = (polygon([(x0 * w, y0 * h), (x1 * w, y1 * h)], close=False) for x0, y0, x1, y1 in ends)
        return Form(rectangle(w, h), stroked=False), Form(tuple(part for line in lines for part in line), filled=False)

    return made


_DIAGONALS = ((0.0, 0.0, 1.0, 1.0), (0.0, 1.0, 1.0, 0.0))
SCENES: Mapping[str, Scene] = {
    "cloud": _cloud,
    "cloudCallout": _cloud_callout,
    "wedgeRoundRectCallout": _round_callout,
    "noSmoking": _no_smoking,
    "plaque": _plaque,
    "sun": _sun,
    "irregularSeal1": _seal(_SEAL1),
    "irregularSeal2": _seal(_SEAL2),
    "notchedRightArrow": _notched,
    "stripedRightArrow": _striped,
    "quadArrowCallout": _quad_callout,
    "doubleWave": _double_wave,
    "ribbon": lambda w, h, a: _ribbon(w, h, a, up=False),
    "ribbon2": lambda w, h, a: _ribbon(w, h, a, up=True),
    "ellipseRibbon": lambda w, h, a: _ribbon(w, h, a, up=False),
    "ellipseRibbon2": lambda w, h, a: _ribbon(w, h, a, up=True),
    "bentConnector5": _bent5,
    "cube": _cube,
    "can": _can,
    "bevel": _bevel,
    "foldedCorner": _folded,
    "cornerTabs": _tabs(square=False),
    "squareTabs": _tabs(square=True),
    "plaqueTabs": _tabs(square=False),
    "chartX": _crossed(*_DIAGONALS),
    "chartStar": _crossed(*_DIAGONALS, (0.5, 0.0, 0.5, 1.0)),
    "chartPlus": _crossed((0.5, 0.0, 0.5, 1.0), (0.0, 0.5, 1.0, 0.5)),
    **TRACED,
    "mathPlus": lambda w, h, a: (Form(_plus(w, h, a)),),
}


def _plus(w: float, h: float, a: Sequence[float]) -> Commands:
    half, reach = min(w, h) * min(max(_adjust(a, 0, 0.2352), 0.0), 0.7349) / 2, (w * 0.36745, h * 0.36745)
    x, y = w / 2, h / 2
    upper: list[Point] = [
        (x - half, y - reach[1]),
        (x + half, y - reach[1]),
        (x + half, y - half),
        (x + reach[0], y - half),
    ]
    right: list[Point] = [(x + reach[0], y + half), (x + half, y + half), (x + half, y + reach[1])]
    low: list[Point] = [(x - half, y + reach[1]), (x - half, y + half), (x - reach[0], y + half)]
    return polygon([*upper, *right, *low, (x - reach[0], y - half), (x - half, y - half)])
