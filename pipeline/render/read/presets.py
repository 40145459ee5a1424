"""Preset shapes of DrawingML as outlines (ECMA-376 part 1, 20.1.10.56): each from its size and adjustments."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from pipeline.render.graphic import Command, Commands

KAPPA = 0.5522847498


@dataclass(frozen=True, slots=True)
class Form:
    """An outline of a shape, whether it is filled and has a line, and whether its filling is lighter or darker."""

    commands: Commands
    filled: bool = True
    stroked: bool = True
    shade: str = ""


Outline = Callable[[float, float, Sequence[float]], Commands]


def polygon(points: Sequence[tuple[float, float]], *, close: bool = True) -> Commands:
    """Return straight lines from point to point."""
    commands: list[Command] = [("l" if index else "m", point) for index, point in enumerate(points)]
    return (*commands, ("h", ())) if close else tuple(commands)


def arc(middle: tuple[float, float], radii: tuple[float, float], start: float, swing: float) -> Commands:
    """Return curves along an ellipse from an angle, in degrees clockwise; a move to their start stands first."""
    (cx, cy), (rx, ry) = middle, radii
    count = max(math.ceil(abs(swing) / 90 - 1e-9), 1)
    step = math.radians(swing / count)
    reach = 4 / 3 * math.tan(step / 4)
    angle = math.radians(start)
    commands: list[Command] = [("m", (cx + rx * math.cos(angle), cy + ry * math.sin(angle)))]
    for _ in range(count):
        after = angle + step
        commands.append(
            (
                "c",
                (
                    cx + rx * (math.cos(angle) - reach * math.sin(angle)),
                    cy + ry * (math.sin(angle) + reach * math.cos(angle)),
                    cx + rx * (math.cos(after) + reach * math.sin(after)),
                    cy + ry * (math.sin(after) - reach * math.cos(after)),
                    cx + rx * math.cos(after),
                    cy + ry * math.sin(after),
                ),
            )
        )
        angle = after
    return tuple(commands)


def joined(*pieces: Commands) -> Commands:
    """Return pieces as one closed outline: each begins where the one before ends, or after a straight line."""
    commands: list[Command] = []
    for piece in pieces:
        for index, (kind, numbers) in enumerate(piece):
            commands.append(("l", numbers) if kind == "m" and index == 0 and commands else (kind, numbers))
    return (*commands, ("h", ()))


def rectangle(w: float, h: float, _a: Sequence[float] = ()) -> Commands:
    """Return the rectangle itself."""
    return polygon([(0, 0), (w, 0), (w, h), (0, h)])


def ellipse(w: float, h: float, _a: Sequence[float] = ()) -> Commands:
    """Return the ellipse that touches all sides."""
    return (*arc((w / 2, h / 2), (w / 2, h / 2), 0, 360), ("h", ()))


def _adjust(adjustments: Sequence[float], index: int, usual: float) -> float:
    return adjustments[index] if index < len(adjustments) else usual


def _corners(
    w: float, h: float, sizes: tuple[float, float, float, float], *, cut: tuple[bool, bool, bool, bool]
) -> Commands:
    """Return a rectangle with corners rounded or cut off, from the top left clockwise."""
    tl, tr, br, bl = (min(size, w / 2, h / 2) for size in sizes)
    places = ((tl, tl, 180.0, tl), (w - tr, tr, 270.0, tr), (w - br, h - br, 0.0, br), (bl, h - bl, 90.0, bl))
    pieces: list[Commands] = []
    for (cx, cy, start, size), straight in zip(places, cut, strict=True):
        curve = arc((cx, cy), (size, size), start, 90)
        pieces.append(polygon([curve[0][1], curve[-1][1][-2:]], close=False) if straight else curve)  # type: ignore[list-item]
    return joined(*pieces)


def _cornered(corners: str, usual: Sequence[float] = (0.16667,)) -> Outline:
    """Return a maker of rectangles: "r" and "s" round and snip a corner by the first adjustment, RS by the second."""

    def make(w: float, h: float, a: Sequence[float]) -> Commands:
        first, second = _adjust(a, 0, usual[0]), _adjust(a, 1, usual[-1] if len(usual) > 1 else 0.0)
        short = min(w, h)
        share = {"r": first, "s": first, "R": second, "S": second, ".": 0.0}
        sizes = tuple(min(max(share[kind], 0.0), 0.5) * short for kind in corners)
        return _corners(w, h, sizes, cut=tuple(kind in "sS." for kind in corners))  # type: ignore[arg-type]

    return make


def _points(text: str) -> Outline:
    """Return a maker of a polygon by points in shares of the size: "0,0 1,0.5"."""
    shares = [tuple(float(part) for part in point.split(",")) for point in text.split()]

    def make(w: float, h: float, _a: Sequence[float]) -> Commands:
        return polygon([(x * w, y * h) for x, y in shares])

    return make


def _open(text: str) -> Outline:
    shares = [tuple(float(part) for part in point.split(",")) for point in text.split()]

    def make(w: float, h: float, _a: Sequence[float]) -> Commands:
        return polygon([(x * w, y * h) for x, y in shares], close=False)

    return make


def _triangle(w: float, h: float, a: Sequence[float]) -> Commands:
    return polygon([(w * _adjust(a, 0, 0.5), 0), (w, h), (0, h)])


def _parallelogram(w: float, h: float, a: Sequence[float]) -> Commands:
    shift = min(min(w, h) * _adjust(a, 0, 0.25), w)
    return polygon([(shift, 0), (w, 0), (w - shift, h), (0, h)])


def _trapezoid(w: float, h: float, a: Sequence[float]) -> Commands:
    shift = min(min(w, h) * _adjust(a, 0, 0.25), w / 2)
    return polygon([(shift, 0), (w - shift, 0), (w, h), (0, h)])


def _hexagon(w: float, h: float, a: Sequence[float]) -> Commands:
    shift = min(min(w, h) * _adjust(a, 0, 0.25), w / 2)
    return polygon([(0, h / 2), (shift, 0), (w - shift, 0), (w, h / 2), (w - shift, h), (shift, h)])


def _octagon(w: float, h: float, a: Sequence[float]) -> Commands:
    c = min(w, h) * min(_adjust(a, 0, 0.29289), 0.5)
    return polygon([(c, 0), (w - c, 0), (w, c), (w, h - c), (w - c, h), (c, h), (0, h - c), (0, c)])


def _plus(w: float, h: float, a: Sequence[float]) -> Commands:
    c = min(w, h) * min(_adjust(a, 0, 0.25), 0.5)
    upper = [(c, 0), (w - c, 0), (w - c, c), (w, c), (w, h - c), (w - c, h - c)]
    return polygon([*upper, (w - c, h), (c, h), (c, h - c), (0, h - c), (0, c), (c, c)])


def _star(points: int, inner: float) -> Outline:
    def make(w: float, h: float, a: Sequence[float]) -> Commands:
        share = min(max(_adjust(a, 0, inner) * 2, 0.0), 1.0)
        found = []
        for index in range(points * 2):
            reach = 1.0 if index % 2 == 0 else share
            angle = math.pi * index / points - math.pi / 2
            found.append((w / 2 * (1 + reach * math.cos(angle)), h / 2 * (1 + reach * math.sin(angle))))
        return polygon(found)

    return make


def _right_arrow(w: float, h: float, a: Sequence[float]) -> Commands:
    half = h * min(max(_adjust(a, 0, 0.5), 0.0), 1.0) / 2
    neck = w - min(min(w, h) * _adjust(a, 1, 0.5), w)
    middle = h / 2
    tip = [(neck, middle - half), (neck, 0), (w, middle), (neck, h), (neck, middle + half)]
    return polygon([(0, middle - half), *tip, (0, middle + half)])


def _double_arrow(w: float, h: float, a: Sequence[float]) -> Commands:
    half = h * min(max(_adjust(a, 0, 0.5), 0.0), 1.0) / 2
    head = min(min(w, h) * _adjust(a, 1, 0.5), w / 2)
    middle = h / 2
    right = [(w - head, middle - half), (w - head, 0), (w, middle), (w - head, h), (w - head, middle + half)]
    left = [(head, middle + half), (head, h), (0, middle), (head, 0), (head, middle - half)]
    return polygon([*right, *left])


def mirrored(make: Outline) -> Outline:
    """Return an outline seen from behind: what points to the right points to the left."""

    def made(w: float, h: float, a: Sequence[float]) -> Commands:
        return tuple((kind, _each(numbers, lambda x, y: (w - x, y))) for kind, numbers in make(w, h, a))

    return made


def upended(make: Outline) -> Outline:
    """Return an outline turned a quarter: what points to the right points down."""

    def made(w: float, h: float, a: Sequence[float]) -> Commands:
        return tuple((kind, _each(numbers, lambda x, y: (w - y, x))) for kind, numbers in make(h, w, a))

    return made


def upside_down(make: Outline) -> Outline:
    """Return an outline with its foot at the top."""

    def made(w: float, h: float, a: Sequence[float]) -> Commands:
        return tuple((kind, _each(numbers, lambda x, y: (x, h - y))) for kind, numbers in make(w, h, a))

    return made


def _each(numbers: Sequence[float], move: Callable[[float, float], tuple[float, float]]) -> tuple[float, ...]:
    pairs = zip(numbers[::2], numbers[1::2], strict=True)
    return tuple(number for x, y in pairs for number in move(x, y))


def _home_plate(w: float, h: float, a: Sequence[float]) -> Commands:
    neck = w - min(min(w, h) * _adjust(a, 0, 0.5), w)
    return polygon([(0, 0), (neck, 0), (w, h / 2), (neck, h), (0, h)])


def _chevron(w: float, h: float, a: Sequence[float]) -> Commands:
    depth = min(min(w, h) * _adjust(a, 0, 0.5), w)
    return polygon([(0, 0), (w - depth, 0), (w, h / 2), (w - depth, h), (0, h), (depth, h / 2)])


BASIC: Mapping[str, Outline] = {
    "rect": rectangle,
    "ellipse": ellipse,
    "roundRect": _cornered("rrrr"),
    "round1Rect": _cornered(".r.."),
    "round2SameRect": _cornered("rrRR", (0.16667, 0.0)),
    "round2DiagRect": _cornered("rRrR", (0.16667, 0.0)),
    "snip1Rect": _cornered(".s.."),
    "snip2SameRect": _cornered("ssSS", (0.16667, 0.0)),
    "snip2DiagRect": _cornered("SsSs", (0.16667, 0.0)),
    "snipRoundRect": _cornered("rS..", (0.16667, 0.16667)),
    "triangle": _triangle,
    "rtTriangle": _points("0,0 1,1 0,1"),
    "diamond": _points("0.5,0 1,0.5 0.5,1 0,0.5"),
    "parallelogram": _parallelogram,
    "trapezoid": _trapezoid,
    "nonIsoscelesTrapezoid": _trapezoid,
    "pentagon": _points("0.5,0 1,0.382 0.809,1 0.191,1 0,0.382"),
    "hexagon": _hexagon,
    "heptagon": _points("0.5,0 0.901,0.198 1,0.643 0.722,1 0.277,1 0,0.643 0.099,0.198"),
    "octagon": _octagon,
    "plus": _plus,
    "star4": _star(4, 0.125),
    "star5": _star(5, 0.19098),
    "star6": _star(6, 0.28868),
    "star7": _star(7, 0.34601),
    "star8": _star(8, 0.375),
    "star10": _star(10, 0.42533),
    "star12": _star(12, 0.375),
    "star16": _star(16, 0.375),
    "star24": _star(24, 0.375),
    "star32": _star(32, 0.375),
    "rightArrow": _right_arrow,
    "leftArrow": mirrored(_right_arrow),
    "downArrow": upended(_right_arrow),
    "upArrow": upside_down(upended(_right_arrow)),
    "leftRightArrow": _double_arrow,
    "upDownArrow": upended(_double_arrow),
    "homePlate": _home_plate,
    "chevron": _chevron,
    "line": _open("0,0 1,1"),
    "straightConnector1": _open("0,0 1,1"),
    "lineInv": _open("0,1 1,0"),
    "lightningBolt": _points(
        "0.39,0 0.59,0.28 0.51,0.31 0.77,0.55 0.68,0.59 1,1 0.46,0.69 0.56,0.63 0.23,0.45 0.35,0.39 0,0.18"
    ),
}
