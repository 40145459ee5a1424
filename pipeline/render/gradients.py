"""Fillings whose colours pass into each other, along a line or around a middle (20.1.8.33; part 4, 19.1.2.5)."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.render.graphic import Place

MOST_STOPS = 32
Stops = tuple[tuple[float, str], ...]  # shares from 0 to 1 and colours ``rrggbb``, in order, at least two
Fades = tuple[tuple[float, float], ...]  # shares and how much is covered there, both from 0 to 1, in order


@dataclass(frozen=True, slots=True)
class Blend:
    """A gradient as a shape asks for it: its stops along an ``angle`` in degrees clockwise from the right.

    With a ``middle``, shares of the width and height, the stops stand around that, the first one in it. ``fades`` say
    how much it covers what lies below, by shares as the stops; () where that is the same everywhere.
    """

    stops: Stops
    angle: float = 90.0
    middle: tuple[float, float] | None = None
    fades: Fades = ()


@dataclass(frozen=True, slots=True)
class Gradient:
    """A gradient in a drawing, from ``start`` to ``end``: where it goes ``around``, its middle and its rim."""

    stops: Stops
    start: tuple[float, float]
    end: tuple[float, float]
    around: bool = False
    fades: Fades = ()


def stops_of(pairs: Iterable[tuple[float, str]]) -> Stops:
    """Return stops in order, from 0 to 1; () where there are not two colours."""
    known = sorted(((min(max(share, 0.0), 1.0), color) for share, color in pairs if color), key=lambda pair: pair[0])
    known = known[:MOST_STOPS]
    if len({color for _, color in known}) < 2:
        return ()
    first = [(0.0, known[0][1])] if known[0][0] > 0 else []
    last = [(1.0, known[-1][1])] if known[-1][0] < 1 else []
    return (*first, *known, *last)


def fades_of(pairs: Iterable[tuple[float, float]]) -> Fades:
    """Return how much stops cover, in order, from 0 to 1; () where that is the same everywhere."""
    known = sorted(((min(max(share, 0.0), 1.0), cover) for share, cover in pairs), key=lambda pair: pair[0])
    known = known[:MOST_STOPS]
    if len({cover for _, cover in known}) < 2:
        return ()
    first = [(0.0, known[0][1])] if known[0][0] > 0 else []
    last = [(1.0, known[-1][1])] if known[-1][0] < 1 else []
    return (*first, *known, *last)


def laid(blend: Blend | None, place: Place) -> Gradient | None:
    """Return a gradient over a place, whose colours reach to its corners, around a middle to the farthest."""
    if blend is None:
        return None
    wide, high = place.width, place.height
    if blend.middle is not None:
        x, y = blend.middle[0] * wide, blend.middle[1] * high
        far = (wide if x < wide / 2 else 0.0), (high if y < high / 2 else 0.0)
        return Gradient(blend.stops, place.point(x, y), place.point(*far), around=True, fades=blend.fades)
    across, down = math.cos(math.radians(blend.angle)), math.sin(math.radians(blend.angle))
    half = (abs(wide * across) + abs(high * down)) / 2
    start = wide / 2 - across * half, high / 2 - down * half
    end = wide / 2 + across * half, high / 2 + down * half
    return Gradient(blend.stops, place.point(*start), place.point(*end), fades=blend.fades)
