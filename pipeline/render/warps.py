"""The forms that text is bent to: between two curves, or along one (a:prstTxWarp, ECMA-376 part 1, 20.1.10.76).

Curves are those of presetTextWarpDefinitions.xml, as functions of how far along they are, from 0 to 1. Forms of more
than two curves, and those that few files have, are not among them.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping

Point = tuple[float, float]
Curve = Callable[[float], Point]
Handles = tuple[float, ...]
_Heights = Callable[[float, float], tuple[float, float]]
_TURN = 21_600_000  # a whole turn in the units of angles

# The types of WordArt in VML (part 4, 19.1.3; o:spt 136 and the next ones), by the names of their heirs in DrawingML.
OLD_NAMES = (
    *("textPlain", "textStop", "textTriangle", "textTriangleInverted", "textChevron", "textChevronInverted"),
    *("textRingInside", "textRingOutside", "textArchUp", "textArchDown", "textCircle", "textButton"),
    *("textArchUpPour", "textArchDownPour", "textCirclePour", "textButtonPour", "textCurveUp", "textCurveDown"),
    *("textCascadeUp", "textCascadeDown", "textWave1", "textWave2", "textDoubleWave1", "textWave4"),
    *("textInflate", "textDeflate", "textInflateBottom", "textDeflateBottom", "textInflateTop", "textDeflateTop"),
    *("textDeflateInflate", "textDeflateInflateDeflate", "textFadeRight", "textFadeLeft", "textFadeUp"),
    *("textFadeDown", "textSlantUp", "textSlantDown", "textCanUp", "textCanDown"),
)


def _bow(u: float, end: float, middle: float) -> float:
    """Return a curve from ``end`` over ``middle`` back (a Bézier curve of two equal handles)."""
    handle = (4 * middle - end) / 3
    return end * ((1 - u) ** 3 + u**3) + handle * 3 * u * (1 - u)


def _wave(u: float, swing: float) -> float:
    """Return a curve that goes up by a handle of ``swing``, and as far down in its second half."""
    return 3 * u * (1 - u) * (u - (1 - u)) * swing


def _peak(u: float, ends: float, middle: float) -> float:
    return middle + (ends - middle) * abs(2 * u - 1)


def _arch(u: float) -> float:
    return 1 - math.sqrt(max(1 - (2 * u - 1) ** 2, 0.0))


def _stop(u: float, cut: float) -> float:
    return cut * max(1 - 3 * min(u, 1 - u), 0.0)


# How far down the upper and the lower curve are, as shares of the height, at a share of the width, by a handle.
_BANDS: Mapping[str, tuple[float, _Heights]] = {
    "textPlain": (0.5, lambda _u, _a: (0.0, 1.0)),
    "textStop": (0.25, lambda u, a: (_stop(u, a), 1 - _stop(u, a))),
    "textTriangle": (0.5, lambda u, a: (_peak(u, a, 0.0), 1.0)),
    "textTriangleInverted": (0.5, lambda u, a: (0.0, _peak(u, a, 1.0))),
    "textChevron": (0.25, lambda u, a: (_peak(u, a, 0.0), _peak(u, 1.0, 1 - a))),
    "textChevronInverted": (0.75, lambda u, a: (_peak(u, 0.0, 1 - a), _peak(u, a, 1.0))),
    "textCanUp": (0.85714, lambda u, a: ((1 - a) * _arch(u), a + (1 - a) * _arch(u))),
    "textCanDown": (0.14286, lambda u, a: (a * (1 - _arch(u)), 1 - a * _arch(u))),
    "textWave1": (0.125, lambda u, a: (a + _wave(u, a * 10 / 3), 1 - a + _wave(u, a * 10 / 3))),
    "textWave2": (0.125, lambda u, a: (a - _wave(u, a * 10 / 3), 1 - a - _wave(u, a * 10 / 3))),
    "textDoubleWave1": (
        0.0625,
        lambda u, a: (a + _wave(2 * u % 1.0, a * 10 / 3), 1 - a + _wave(2 * u % 1.0, a * 10 / 3)),
    ),
    "textWave4": (
        0.0625,
        lambda u, a: (a - _wave(2 * u % 1.0, a * 10 / 3), 1 - a - _wave(2 * u % 1.0, a * 10 / 3)),
    ),
    "textInflate": (0.1875, lambda u, a: (_bow(u, a, 0.0), _bow(u, 1 - a, 1.0))),
    "textDeflate": (0.1875, lambda u, a: (_bow(u, 0.0, a), _bow(u, 1.0, 1 - a))),
    "textInflateBottom": (0.8125, lambda u, a: (0.0, _bow(u, a, 1.0))),
    "textDeflateBottom": (0.5, lambda u, a: (0.0, _bow(u, 1.0, a))),
    "textInflateTop": (0.1875, lambda u, a: (_bow(u, a, 0.0), 1.0)),
    "textDeflateTop": (0.5, lambda u, a: (_bow(u, 0.0, a), 1.0)),
    "textFadeRight": (0.33333, lambda u, a: (a * u, 1 - a * u)),
    "textFadeLeft": (0.33333, lambda u, a: (a * (1 - u), 1 - a * (1 - u))),
    "textSlantUp": (0.55556, lambda u, a: (a * (1 - u), 1 - a * u)),
    "textSlantDown": (0.44444, lambda u, a: ((1 - a) * u, a + (1 - a) * u)),
}
# How much narrower the upper and the lower edge are on each side, by a handle.
_NARROWED = {"textFadeUp": (0.33333, (1.0, 0.0)), "textFadeDown": (0.33333, (0.0, 1.0))}
# Where a curve begins, and which way and how far it goes around, in turns; the handle is where it begins.
_AROUND = {"textArchUp": (0.5, 1.0), "textArchDown": (0.0, -1.0), "textCircle": (0.5, 1.0)}


def band(name: str, handles: Handles, size: tuple[float, float]) -> tuple[Curve, Curve] | None:
    """Return the upper and the lower curve that text of a form fills in a box, None for another kind of form."""
    wide, high = size
    if name in _NARROWED:
        usual, (above, below) = _NARROWED[name]
        less = min(max(handles[0] / 100_000 if handles else usual, 0.0), 0.49999)
        return _level(wide, less * above, 0.0), _level(wide, less * below, high)
    if name not in _BANDS:
        return None
    usual, heights = _BANDS[name]
    handle = min(max(handles[0] / 100_000 if handles else usual, 0.0), 1.0)
    return (
        lambda u: (u * wide, heights(u, handle)[0] * high),
        lambda u: (u * wide, heights(u, handle)[1] * high),
    )


def _level(wide: float, less: float, down: float) -> Curve:
    return lambda u: (wide * (less + u * (1 - 2 * less)), down)


def trail(name: str, handles: Handles, size: tuple[float, float]) -> Curve | None:
    """Return the curve that text of a form stands on, None for another kind of form.

    An arch goes from where its handle says to the place opposite across the middle, a circle all around.
    """
    if name not in _AROUND:
        return None
    usual, way = _AROUND[name]
    start = (handles[0] / _TURN if handles else usual) % 1.0
    swing = 1.0 if name == "textCircle" else (0.5 - 2 * start) % 1.0 or 1.0
    first = start if way > 0 else (0.5 - start) % 1.0
    (wide, high) = size

    def at(u: float) -> Point:
        angle = 2 * math.pi * (first + way * swing * u)
        return wide / 2 * (1 + math.cos(angle)), high / 2 * (1 + math.sin(angle))

    return at


def is_known(name: str) -> bool:
    """Return whether text is bent to a form of that name."""
    return name in _BANDS or name in _NARROWED or name in _AROUND
