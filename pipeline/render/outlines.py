"""Outlines made larger or smaller, and lines set beside them: the geometry of soft edges and of compound lines."""

from __future__ import annotations

import math
from collections.abc import Sequence

from pipeline.render.graphic import Command, Commands

_PIECES = 12  # straight ones that stand for a curve
_SHARPEST = 2.5  # times its distance that a corner is moved at most
_NOTHING = 1e-6
_BLUNT = 1.9  # the square of the sum of two directions whose corner is sharp: an angle of less than a right one
MOST_POINTS = 4_000
Point = tuple[float, float]
Line = tuple[list[Point], bool]  # the points, and whether it is closed


def flattened(commands: Commands) -> list[Line]:
    """Return an outline as straight lines from point to point, without points that fall together."""
    found: list[Line] = []
    points: list[Point] = []
    for kind, numbers in commands:
        if kind == "m":
            found += [(points, False)] if len(points) > 1 else []
            points = [(numbers[0], numbers[1])]
        elif kind == "h":
            found += [(_open(points), True)] if len(points) > 1 else []
            points = points[:1]
        elif points:
            points += _curve(points[-1], numbers) if kind == "c" else [(numbers[0], numbers[1])]
    found += [(points, False)] if len(points) > 1 else []
    lines = ((_apart(points[:MOST_POINTS]), closed) for points, closed in found)
    return [(points, closed) for points, closed in lines if len(points) > 1]


def _open(points: list[Point]) -> list[Point]:
    return points[:-1] if len(points) > 2 and _near(points[0], points[-1]) else points


def _near(one: Point, two: Point) -> bool:
    return abs(one[0] - two[0]) < _NOTHING and abs(one[1] - two[1]) < _NOTHING


def _apart(points: Sequence[Point]) -> list[Point]:
    kept: list[Point] = []
    for point in points:
        if not kept or not _near(kept[-1], point):
            kept.append(point)
    return kept


def _curve(start: Point, numbers: Sequence[float]) -> list[Point]:
    (x0, y0), (x1, y1, x2, y2, x3, y3) = start, numbers
    found = []
    for step in range(1, _PIECES + 1):
        t = step / _PIECES
        a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
        found.append((a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3))
    return found


def grown(commands: Commands, distance: float) -> Commands:
    """Return closed outlines whose edges are moved outwards by a distance, inwards where that is below nothing.

    An outline within another is a hole, which becomes smaller as that grows. Open lines are closed.
    """
    lines = [points for points, _ in flattened(commands) if len(points) > 2]
    out: list[Command] = []
    for points in lines:
        holes = sum(_holds(other, points[0]) for other in lines if other is not points)
        outwards = distance if holes % 2 == 0 else -distance
        left = outwards if _area(points) > 0 else -outwards
        out += _drawn(_beside(points, left, closed=True, blunt=True), closed=True)
    return tuple(out)


def beside(commands: Commands, distance: float) -> Commands:
    """Return lines at a distance to the left of others, in their direction with y downwards."""
    out: list[Command] = []
    for points, closed in flattened(commands):
        out += _drawn(_beside(points, distance, closed=closed and len(points) > 2), closed=closed)
    return tuple(out)


def _drawn(points: Sequence[Point], *, closed: bool) -> list[Command]:
    commands: list[Command] = [("l" if at else "m", point) for at, point in enumerate(points)]
    return [*commands, ("h", ())] if closed and commands else commands


def _area(points: Sequence[Point]) -> float:
    """Return the area within points, below nothing where they go to the left about it."""
    ends = zip(points, (*points[1:], points[0]), strict=True)
    return sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in ends) / 2


def _holds(points: Sequence[Point], point: Point) -> bool:
    x, y = point
    inside = False
    for (x0, y0), (x1, y1) in zip(points, (*points[1:], points[0]), strict=True):
        if (y0 > y) != (y1 > y) and x < x0 + (y - y0) * (x1 - x0) / (y1 - y0):
            inside = not inside
    return inside


def _beside(points: Sequence[Point], distance: float, *, closed: bool, blunt: bool = False) -> list[Point]:
    """Return points moved to the left of their line, each along the middle between the edges that meet in it.

    Where they are ``blunt``, a sharp corner that comes to stick out is cut off.
    """
    count = len(points)
    edges = [_normal(points[at], points[(at + 1) % count]) for at in range(count)]
    moved = []
    for at, (x, y) in enumerate(points):
        before, after = edges[at - 1], edges[at]
        if not closed and at == 0:
            before = after
        elif not closed and at == count - 1:
            after = before
        across, down = before[0] + after[0], before[1] + after[1]
        square = across * across + down * down
        turns_away = (before[0] * after[1] - before[1] * after[0]) * distance > 0
        if blunt and turns_away and square < _BLUNT:
            moved += [(x + distance * nx, y + distance * ny) for nx, ny in (before, after)]
            continue
        factor = min(2 / square, _SHARPEST) if square > _NOTHING else 0.0
        moved.append((x + distance * across * factor, y + distance * down * factor))
    return moved


def _normal(one: Point, two: Point) -> Point:
    """Return the direction to the left of an edge, y downwards."""
    across, down = two[0] - one[0], two[1] - one[1]
    long = math.hypot(across, down) or 1.0
    return down / long, -across / long
