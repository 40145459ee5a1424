"""Turned coordinates: how text that runs upwards or downwards stands on the page (ISO 32000-1, 8.3.3)."""

from __future__ import annotations

import math
from dataclasses import dataclass

from pipeline.render.pdf.objects import factor, number

Area = tuple[float, float, float, float]

_STRAIGHT = 0.001  # the sine of a turn that nobody sees


@dataclass(frozen=True, slots=True)
class Turn:
    """A turn with a shift, in PDF coordinates: a quarter turn where there is no cosine."""

    sine: float
    x: float
    y: float
    cosine: float = 0.0

    @property
    def operator(self) -> str:
        """Return the operator that turns what follows."""
        cosine, sine = factor(self.cosine), factor(self.sine)
        return f"{cosine} {sine} {factor(-self.sine)} {cosine} {number(self.x)} {number(self.y)} cm"

    @property
    def is_oblique(self) -> bool:
        """Return whether lines come to run neither along nor across the page."""
        return min(abs(self.sine), abs(self.cosine)) > _STRAIGHT

    def after(self, outer: Turn | None) -> Turn:
        """Return the turn of what is turned so within what is turned already."""
        if outer is None:
            return self
        x, y = outer.point(self.x, self.y)
        sine = outer.sine * self.cosine + outer.cosine * self.sine
        return Turn(sine, x, y, outer.cosine * self.cosine - outer.sine * self.sine)

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Return where a point comes to stand."""
        return self.x + self.cosine * x - self.sine * y, self.y + self.sine * x + self.cosine * y

    def box(self, area: Area) -> Area:
        """Return the area that a rectangle comes to fill."""
        corners = [self.point(x, y) for x in (area[0], area[2]) for y in (area[1], area[3])]
        across, up = [corner[0] for corner in corners], [corner[1] for corner in corners]
        return min(across), min(up), max(across), max(up)


def turned_into(area: Area, direction: str, height: float) -> Turn:
    """Return the turn that puts the page's top left corner into an area, measured as ``height`` from the page's top.

    It comes to the area's bottom left with lines running "up", else to its top right with lines running "down".
    """
    left, top, right, bottom = area
    if direction == "up":
        return Turn(1.0, left + height, height - bottom)
    return Turn(-1.0, right - height, height - top)


def turned_about(x: float, y: float, degrees: float) -> Turn:
    """Return the turn by an angle, clockwise, about a point in PDF coordinates."""
    cosine, sine = math.cos(math.radians(degrees)), -math.sin(math.radians(degrees))
    return Turn(sine, x - cosine * x + sine * y, y - sine * x - cosine * y, cosine)
