"""Where text stands in preset shapes (the rect of each in ECMA-376 part 1, 20.1.10.56)."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence

Edges = tuple[float, float, float, float]  # how far within its sides: left, top, right, bottom
_Inset = Callable[[float, float, Sequence[float]], Edges]
_CORNER, _PLAQUE = 0.29289, 0.70711  # of the radius of a corner
_LEAST = 0.05  # of a side that is left for text at least
_ROUND = (1 - math.sqrt(0.5)) / 2
_TEXT: Mapping[str, tuple[float, float, float, float]] = {
    **dict.fromkeys(("ellipse", "flowChartConnector", "donut", "smileyFace", "wedgeEllipseCallout"), (_ROUND,) * 4),
    **dict.fromkeys(("diamond", "flowChartDecision"), (0.25,) * 4),
    "triangle": (0.25, 0.5, 0.25, 0.0),
    "rtTriangle": (0.08333, 0.58333, 0.41667, 0.08333),
    "hexagon": (0.1, 0.1, 0.1, 0.1),
    "flowChartPreparation": (0.2, 0.0, 0.2, 0.0),
    "flowChartInputOutput": (0.2, 0.0, 0.2, 0.0),
    "flowChartTerminator": (0.047, 0.146, 0.047, 0.146),
    "flowChartDocument": (0.0, 0.0, 0.0, 0.2),
    "heart": (0.17, 0.2, 0.17, 0.33),
    "star5": (0.31, 0.38, 0.31, 0.23),
}


def _adjust(a: Sequence[float], index: int, usual: float) -> float:
    return a[index] if index < len(a) else usual


def _around(index: int, usual: float, factor: float = 1.0) -> _Inset:
    """Return the same distance from all sides: a share of the shorter one that a handle gives."""

    def made(w: float, h: float, a: Sequence[float]) -> Edges:
        inset = min(w, h) * min(max(_adjust(a, index, usual), 0.0), 0.5) * factor
        return inset, inset, inset, inset

    return made


def _arrow(w: float, h: float, a: Sequence[float]) -> Edges:
    """Return the inset of an arrow to the right: within its stem, and as far into the head as that is as high."""
    stem = min(max(_adjust(a, 0, 0.5), 0.0), 1.0)
    side = h * (1 - stem) / 2
    return 0.0, side, min(min(w, h) * max(_adjust(a, 1, 0.5), 0.0), w) * stem, side


def _can(w: float, h: float, a: Sequence[float]) -> Edges:
    rim = min(w, h) * max(_adjust(a, 0, 0.25), 0.0) / 2
    return 0.0, 2 * rim, 0.0, rim


def _cube(w: float, h: float, a: Sequence[float]) -> Edges:
    depth = min(w, h) * max(_adjust(a, 0, 0.25), 0.0)
    return 0.0, depth, depth, 0.0


def _folded(w: float, h: float, a: Sequence[float]) -> Edges:
    return 0.0, 0.0, 0.0, min(w, h) * max(_adjust(a, 0, 0.16667), 0.0)


def _home_plate(w: float, h: float, a: Sequence[float]) -> Edges:
    return 0.0, 0.0, min(min(w, h) * max(_adjust(a, 0, 0.5), 0.0), w) / 2, 0.0


def _chevron(w: float, h: float, a: Sequence[float]) -> Edges:
    depth = min(w, h) * max(_adjust(a, 0, 0.5), 0.0)
    return (depth, 0.0, depth, 0.0) if 2 * depth < w else (0.0, 0.0, 0.0, 0.0)


def _ribbon(w: float, h: float, a: Sequence[float]) -> Edges:
    side = w * (1 - min(max(_adjust(a, 1, 0.5), 0.25), 0.75)) / 2
    return side, h * min(max(_adjust(a, 0, 0.16667), 0.0), 0.33333), side, 0.0


def _turned(inset: _Inset, *order: int, quarter: bool = False) -> _Inset:
    """Return the insets of a shape that another becomes when it is turned or mirrored."""

    def made(w: float, h: float, a: Sequence[float]) -> Edges:
        found = inset(h, w, a) if quarter else inset(w, h, a)
        left, top, right, bottom = (found[at] for at in order)
        return left, top, right, bottom

    return made


_REACHED: Mapping[str, _Inset] = {
    "roundRect": _around(0, 0.16667, _CORNER),
    "flowChartAlternateProcess": _around(9, 0.16667, _CORNER),
    "wedgeRoundRectCallout": _around(2, 0.16667, _CORNER),
    "plaque": _around(0, 0.16667, _PLAQUE),
    "octagon": _around(0, 0.29289, 0.5),
    "bevel": _around(0, 0.125),
    "frame": _around(0, 0.125),
    "can": _can,
    "cube": _cube,
    "foldedCorner": _folded,
    "homePlate": _home_plate,
    "chevron": _chevron,
    "ribbon": _ribbon,
    "ribbon2": _turned(_ribbon, 0, 3, 2, 1),
    "rightArrow": _arrow,
    "leftArrow": _turned(_arrow, 2, 1, 0, 3),
    "downArrow": _turned(_arrow, 1, 0, 3, 2, quarter=True),
    "upArrow": _turned(_arrow, 1, 2, 3, 0, quarter=True),
}


def text_edges(name: str, size: tuple[float, float] = (1.0, 1.0), adjustments: Sequence[float] = ()) -> Edges:
    """Return how far the rectangle of a shape's text stands in from its sides, as shares of its width and height."""
    w, h = size
    if name not in _REACHED or w <= 0 or h <= 0:
        return _TEXT.get(name, (0.0, 0.0, 0.0, 0.0))
    left, top, right, bottom = _REACHED[name](w, h, adjustments)
    if left + right > w * (1 - _LEAST) or top + bottom > h * (1 - _LEAST):
        return 0.0, 0.0, 0.0, 0.0
    return left / w, top / h, right / w, bottom / h
