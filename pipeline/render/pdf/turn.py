"""Turned coordinates: how text that runs upwards or downwards stands on the page (ISO 32000-1, 8.3.3)."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.render.pdf.objects import number

Area = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Turn:
    """A quarter turn with a shift, in PDF coordinates."""

    sine: float
    x: float
    y: float

    @property
    def operator(self) -> str:
        """Return the operator that turns what follows."""
        return f"0 {number(self.sine)} {number(-self.sine)} 0 {number(self.x)} {number(self.y)} cm"

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Return where a point comes to stand."""
        return self.x - self.sine * y, self.y + self.sine * x

    def box(self, area: Area) -> Area:
        """Return the area that a rectangle comes to fill."""
        one, two = self.point(area[0], area[1]), self.point(area[2], area[3])
        return min(one[0], two[0]), min(one[1], two[1]), max(one[0], two[0]), max(one[1], two[1])


def turned_into(area: Area, direction: str, height: float) -> Turn:
    """Return the turn that puts the page's top left corner into an area, measured as ``height`` from the page's top.

    It comes to the area's bottom left with lines running "up", else to its top right with lines running "down".
    """
    left, top, right, bottom = area
    if direction == "up":
        return Turn(1.0, left + height, height - bottom)
    return Turn(-1.0, right - height, height - top)
