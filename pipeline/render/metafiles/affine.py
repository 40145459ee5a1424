"""Affine transforms: six numbers, x' = a x + c y + e and y' = b x + d y + f."""

from __future__ import annotations

import math

Matrix = tuple[float, float, float, float, float, float]
Point = tuple[float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
FARTHEST = 1e6  # points; what lies farther off is brought in, so that every number can be written


def multiplied(first: Matrix, second: Matrix) -> Matrix:
    """Return the transform that does the first and then the second."""
    a, b, c, d, e, f = first
    m, n, o, p, q, r = second
    return (a * m + b * o, a * n + b * p, c * m + d * o, c * n + d * p, e * m + f * o + q, e * n + f * p + r)


def applied(matrix: Matrix, point: Point) -> Point:
    """Return where a point comes to, never farther off than ``FARTHEST``."""
    a, b, c, d, e, f = matrix
    x, y = point
    return _near(a * x + c * y + e), _near(b * x + d * y + f)


def scales(matrix: Matrix) -> Point:
    """Return by how much lengths across and down grow."""
    a, b, c, d, _, _ = matrix
    return _near(math.hypot(a, b)), _near(math.hypot(c, d))


def _near(value: float) -> float:
    if value != value:  # noqa: PLR0124 - not a number
        return 0.0
    return min(max(value, -FARTHEST), FARTHEST)
