"""Outlines in logical units: polygons, curves, rectangles, ellipses and their arcs ([MS-EMF] 2.3.5)."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from pipeline.render.graphic import Command
from pipeline.render.metafiles.affine import Point

_KAPPA = 0.5522847498
Edges = tuple[float, float, float, float]  # left, top, right, bottom


def polygon(points: Sequence[Point], *, closed: bool) -> Iterator[Command]:
    """Yield straight lines from point to point."""
    for index, point in enumerate(points):
        yield ("l" if index else "m", point)
    if closed and points:
        yield ("h", ())


def bezier(points: Sequence[Point], *, begins: bool = True) -> Iterator[Command]:
    """Yield curves, three points each; where the outline ``begins`` the first point is where."""
    rest = points
    if begins and points:
        yield ("m", points[0])
        rest = points[1:]
    for at in range(0, len(rest) - 2, 3):
        (x1, y1), (x2, y2), (x3, y3) = rest[at : at + 3]
        yield ("c", (x1, y1, x2, y2, x3, y3))


def rectangle(edges: Edges) -> Iterator[Command]:
    """Yield a rectangle."""
    left, top, right, bottom = edges
    yield from polygon(((left, top), (right, top), (right, bottom), (left, bottom)), closed=True)


def rounded(edges: Edges, corner: Point) -> Iterator[Command]:
    """Yield a rectangle whose corners are quarters of an ellipse of a size."""
    left, top, right, bottom = edges
    rx = math.copysign(min(abs(corner[0]), abs(right - left)) / 2, right - left)
    ry = math.copysign(min(abs(corner[1]), abs(bottom - top)) / 2, bottom - top)
    kx, ky = rx * (1 - _KAPPA), ry * (1 - _KAPPA)
    yield ("m", (left + rx, top))
    yield ("l", (right - rx, top))
    yield ("c", (right - kx, top, right, top + ky, right, top + ry))
    yield ("l", (right, bottom - ry))
    yield ("c", (right, bottom - ky, right - kx, bottom, right - rx, bottom))
    yield ("l", (left + rx, bottom))
    yield ("c", (left + kx, bottom, left, bottom - ky, left, bottom - ry))
    yield ("l", (left, top + ry))
    yield ("c", (left, top + ky, left + kx, top, left + rx, top))
    yield ("h", ())


def ellipse(edges: Edges) -> Iterator[Command]:
    """Yield an ellipse that fills a rectangle."""
    left, top, right, bottom = edges
    yield from rounded(edges, (abs(right - left), abs(bottom - top)))


def arc(edges: Edges, begin: Point, end: Point, kind: str) -> Iterator[Command]:
    """Yield the part of an ellipse from one ray to another, counter-clockwise; ``kind`` is arc, chord or pie."""
    left, top, right, bottom = edges
    cx, cy, rx, ry = (left + right) / 2, (top + bottom) / 2, (right - left) / 2, (bottom - top) / 2
    if not rx or not ry:
        return
    first = math.atan2((begin[1] - cy) / ry, (begin[0] - cx) / rx)
    last = math.atan2((end[1] - cy) / ry, (end[0] - cx) / rx)
    sweep = last - first
    if sweep >= 0:
        sweep -= 2 * math.pi
    if kind == "pie":
        yield ("m", (cx, cy))
    yield from swept((cx, cy), (rx, ry), (first, sweep), joined=kind == "pie")
    if kind != "arc":
        yield ("h", ())


def swept(middle: Point, radii: Point, angles: Point, *, joined: bool) -> Iterator[Command]:
    """Yield a part of an ellipse from an angle on over another, in radians; ``joined`` to what comes before."""
    (cx, cy), (rx, ry), (first, sweep) = middle, radii, angles
    count = max(min(math.ceil(abs(sweep) / (math.pi / 2)), 8), 1)
    step = sweep / count
    bulge = 4 / 3 * math.tan(step / 4)
    x, y = math.cos(first), math.sin(first)
    yield ("l" if joined else "m", (cx + rx * x, cy + ry * y))
    for index in range(1, count + 1):
        nx, ny = math.cos(first + index * step), math.sin(first + index * step)
        ends = ((x - bulge * y, y + bulge * x), (nx + bulge * ny, ny - bulge * nx), (nx, ny))
        (x1, y1), (x2, y2), (x3, y3) = ((cx + rx * px, cy + ry * py) for px, py in ends)
        yield ("c", (x1, y1, x2, y2, x3, y3))
        x, y = nx, ny
