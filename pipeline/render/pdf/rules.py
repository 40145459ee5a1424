"""Border lines as operators: each of its lines, dashed where it is (ISO 32000-1, 8.5.3.2)."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.render.layout.borderlines import dashes, strokes
from pipeline.render.looks import Border
from pipeline.render.pdf.objects import number

Point = tuple[float, float]


def rule_operators(start: Point, end: Point, line: Border, height: float) -> Iterator[str]:
    """Yield the operators that draw a border line between two points, on a page of that height."""
    parts = (int(line.color[n : n + 2], 16) / 255 for n in (0, 2, 4))
    dash = " ".join(number(part) for part in dashes(line))
    yield f"q {' '.join(number(part) for part in parts)} RG [{dash}] 0 d"
    for shift, width in strokes(line):
        dx, dy = (0.0, shift) if start[1] == end[1] else (shift, 0.0)
        points = ((start[0] + dx, start[1] + dy), (end[0] + dx, end[1] + dy))
        path = [f"{number(px)} {number(height - py)}" for px, py in points]
        yield f"{number(width)} w {path[0]} m {path[1]} l S"
    yield "Q"
