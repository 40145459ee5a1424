"""The heads at the ends of an open line (20.1.10.33), as outlines in the drawing's own points."""

from __future__ import annotations

import math
from collections.abc import Iterator

from pipeline.render.graphic import Commands, Path, Stroke

_TIMES = 3.0  # how many times the line's width a head is long
_LEAST = 6.0
Point = tuple[float, ...]


def heads(path: Path) -> Iterator[Commands]:
    """Yield the outlines of the heads of a path, to be filled with its line's colour; none where it is closed."""
    stroke = path.stroke
    points = [command[1] for command in path.commands if command[1]]
    if stroke is None or len(points) < 2 or path.commands[-1][0] == "h":
        return
    if stroke.head:
        yield _head(points[0][-2:], points[1][:2], stroke.head, stroke)
    if stroke.tail:
        before = points[-1][-4:-2] if len(points[-1]) > 2 else points[-2][-2:]
        yield _head(points[-1][-2:], before, stroke.tail, stroke)


def _head(tip: Point, back: Point, kind: str, stroke: Stroke) -> Commands:
    size = max(stroke.width * _TIMES, _LEAST)
    angle = math.atan2(tip[1] - back[1], tip[0] - back[0])
    cosine, sine = math.cos(angle), math.sin(angle)
    shapes = {
        "diamond": ((size / 2, 0), (0, size / 2), (-size / 2, 0), (0, -size / 2)),
        "oval": ((size / 2, 0), (0, size / 2), (-size / 2, 0), (0, -size / 2)),
        "stealth": ((0, 0), (-size, size / 2), (-size * 0.6, 0), (-size, -size / 2)),
    }
    shape = shapes.get(kind, ((0, 0), (-size, size / 2), (-size, -size / 2)))
    points = [(tip[0] + x * cosine - y * sine, tip[1] + x * sine + y * cosine) for x, y in shape]
    return (*(("l" if index else "m", point) for index, point in enumerate(points)), ("h", ()))
