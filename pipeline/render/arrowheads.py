"""The heads at the ends of an open line (20.1.10.33), as outlines in the drawing's own points."""

from __future__ import annotations

import math
from collections.abc import Iterator

from pipeline.render.graphic import Commands, Path, Stroke

_THINNEST = 2.0  # points that a line counts for where it is thinner
_KAPPA = 0.5522847498
Point = tuple[float, ...]


def heads(path: Path) -> Iterator[Commands]:
    """Yield the outlines of the heads of a path, to be filled with its line's colour; none where it is closed."""
    stroke = path.stroke
    points = [command[1] for command in path.commands if command[1]]
    if stroke is None or len(points) < 2 or path.commands[-1][0] == "h":
        return
    if stroke.head:
        yield _head((points[0][-2:], points[1][:2]), stroke.head, stroke, stroke.head_size)
    if stroke.tail:
        before = points[-1][-4:-2] if len(points[-1]) > 2 else points[-2][-2:]
        yield _head((points[-1][-2:], before), stroke.tail, stroke, stroke.tail_size)


def _head(ends: tuple[Point, Point], kind: str, stroke: Stroke, times: tuple[float, float]) -> Commands:
    tip, back = ends
    length, wide = (max(stroke.width, _THINNEST) * share for share in times)
    angle = math.atan2(tip[1] - back[1], tip[0] - back[0])
    cosine, sine = math.cos(angle), math.sin(angle)
    commands = _oval(length, wide) if kind == "oval" else _straight(kind, length, wide)
    return tuple(
        (
            letter,
            tuple(
                value
                for x, y in zip(numbers[::2], numbers[1::2], strict=True)
                for value in (tip[0] + x * cosine - y * sine, tip[1] + x * sine + y * cosine)
            ),
        )
        for letter, numbers in commands
    )


def _straight(kind: str, length: float, wide: float) -> Commands:
    half = wide / 2
    shapes: dict[str, tuple[tuple[float, float], ...]] = {
        "diamond": ((length / 2, 0), (0, half), (-length / 2, 0), (0, -half)),
        "stealth": ((0, 0), (-length, half), (-length * 0.6, 0), (-length, -half)),
    }
    shape = shapes.get(kind, ((0, 0), (-length, half), (-length, -half)))
    return (*(("l" if index else "m", point) for index, point in enumerate(shape)), ("h", ()))


def _oval(length: float, wide: float) -> Commands:
    a, b = length / 2, wide / 2
    u, v = a * _KAPPA, b * _KAPPA
    return (
        ("m", (a, 0.0)),
        ("c", (a, v, u, b, 0.0, b)),
        ("c", (-u, b, -a, v, -a, 0.0)),
        ("c", (-a, -v, -u, -b, 0.0, -b)),
        ("c", (u, -b, a, -v, a, 0.0)),
        ("h", ()),
    )
