"""What charts are drawn with: rectangles, lines, sectors, markers and lines of text."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.render.gradients import laid
from pipeline.render.graphic import Command, Label, Path, Place, Shape, Stroke
from pipeline.render.looks import RunStyle
from pipeline.render.read.drawingcolors import NO_PAINT, Paint

Point = tuple[float, float]
MOST_SHAPES = 20_000
_NARROW = frozenset("iljtf.,:;'|!()[] rI")
_WIDE = frozenset("mwMW@%")


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle, y downwards."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Return its right edge."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """Return its lower edge."""
        return self.top + self.height

    def without(self, left: float = 0.0, top: float = 0.0, right: float = 0.0, bottom: float = 0.0) -> Area:
        """Return what is left when strips are taken away, never less than a point."""
        width, height = max(self.width - left - right, 1.0), max(self.height - top - bottom, 1.0)
        return Area(self.left + left, self.top + top, width, height)


def width_of(text: str, style: RunStyle) -> float:
    """Return about how wide a text is; its face is not known here."""
    units = sum(0.3 if ch in _NARROW else 0.85 if ch in _WIDE else 0.62 if ch.isupper() else 0.52 for ch in text)
    return units * style.size * (1.06 if style.bold else 1.0)


def wrap(text: str, style: RunStyle, width: float) -> list[str]:
    """Return a text as lines that are not wider than a width, as far as its words are."""
    rows = [""]
    for word in text.split():
        longer = f"{rows[-1]} {word}".strip()
        if rows[-1] and width_of(longer, style) > width:
            rows.append(word)
        else:
            rows[-1] = longer
    return rows


@dataclass
class Pen:
    """Gathers the shapes of a chart, bounded."""

    items: list[Shape] = field(default_factory=list)

    def _add(self, item: Shape) -> None:
        if len(self.items) < MOST_SHAPES:
            self.items.append(item)

    def box(self, area: Area, paint: Paint, stroke: Stroke | None = None) -> None:
        """Draw a rectangle."""
        corners = [(area.left, area.top), (area.right, area.top), (area.right, area.bottom), (area.left, area.bottom)]
        self.shape(corners, paint, stroke)

    def shape(self, points: Sequence[Point], paint: Paint, stroke: Stroke | None = None) -> None:
        """Draw a closed outline."""
        commands: list[Command] = [("l" if at else "m", point) for at, point in enumerate(points)]
        self.path([*commands, ("h", ())], paint, stroke)

    def path(self, commands: Sequence[Command], paint: Paint, stroke: Stroke | None = None) -> None:
        """Draw an outline that is filled, drawn or both."""
        if commands and (paint.color or stroke is not None):
            gradient = laid(paint.blend, _extent(commands)) if paint.blend is not None else None
            drawn = Path(tuple(commands), paint.color, stroke, paint.opacity, gradient=gradient, pattern=paint.pattern)
            self._add(drawn)

    def line(self, points: Sequence[Point], stroke: Stroke | None, *, smooth: bool = False) -> None:
        """Draw an open line through points; a smooth one bends through them."""
        if stroke is None or len(points) < 2:
            return
        self.path(
            _smooth(points) if smooth else [("l" if at else "m", p) for at, p in enumerate(points)], NO_PAINT, stroke
        )

    def text(self, text: str, at: Point, style: RunStyle, align: str = "left", turn: float = 0.0) -> None:
        """Set one line of text on its baseline."""
        if text.strip():
            self._add(Label(" ".join(text.split()), *at, style, align, turn))

    def middle(self, text: str, at: Point, style: RunStyle, align: str = "center") -> None:
        """Set one line of text whose middle is at a height."""
        self.text(text, (at[0], at[1] + style.size * 0.34), style, align)

    def sector(self, middle: Point, radii: Point, angles: Point, paint: Paint, stroke: Stroke | None) -> None:
        """Draw a slice or, with an inner radius, a piece of a ring; angles in degrees clockwise from above."""
        inner, outer = radii
        start, end = angles
        commands: list[Command] = [("m", around(middle, outer, start)), *arc_between(middle, outer, start, end)]
        if inner > 0:
            commands += [("l", around(middle, inner, end)), *arc_between(middle, inner, end, start)]
        elif end - start < 360 - 1e-6:
            commands.append(("l", middle))
        self.path([*commands, ("h", ())], paint, stroke)

    def marker(self, kind: str, at: Point, size: float, paint: Paint) -> None:
        """Draw the mark of a value (21.2.3.27)."""
        half, (x, y) = size / 2, at
        if kind in {"x", "star", "plus"}:
            line = Stroke(paint.color or "000000", 0.75)
            turns = {"x": (45, 135), "plus": (0, 90)}.get(kind, (0, 45, 135))
            for turn in turns:
                self.line([around(at, half, turn), around(at, half, turn + 180)], line)
        elif kind in {"circle", "dot"}:
            self.sector(at, (0.0, half), (0.0, 360.0), paint, None)
        elif kind == "dash":
            self.box(Area(x - half, y - half / 4, size, half / 2), paint)
        else:
            shapes = {
                "diamond": [(0, -1), (1, 0), (0, 1), (-1, 0)],
                "triangle": [(0, -1), (1, 1), (-1, 1)],
            }
            corners = shapes.get(kind, [(-1, -1), (1, -1), (1, 1), (-1, 1)])
            self.shape([(x + dx * half, y + dy * half) for dx, dy in corners], paint)


def _extent(commands: Sequence[Command]) -> Place:
    """Return the rectangle around an outline."""
    numbers = [values for _, values in commands if values]
    across = [value for values in numbers for value in values[::2]]
    down = [value for values in numbers for value in values[1::2]]
    left, right, top, bottom = min(across), max(across), min(down), max(down)
    return Place((left + right) / 2, (top + bottom) / 2, right - left, bottom - top)


def around(middle: Point, radius: float, angle: float) -> Point:
    """Return the point at a distance and an angle in degrees clockwise from above."""
    return middle[0] + radius * math.sin(math.radians(angle)), middle[1] - radius * math.cos(math.radians(angle))


def arc_between(middle: Point, radius: float, start: float, end: float) -> list[Command]:
    """Return curves along a circle from its point at an angle to that at another, clockwise from above."""
    count = max(1, math.ceil(abs(end - start) / 90 - 1e-9))
    step = (end - start) / count
    reach = radius * 4 / 3 * math.tan(math.radians(step) / 4)
    commands: list[Command] = []
    for index in range(count):
        one, two = start + index * step, start + (index + 1) * step
        (x0, y0), (x1, y1) = around(middle, radius, one), around(middle, radius, two)
        (c0, s0), (c1, s1) = ((math.cos(math.radians(a)), math.sin(math.radians(a))) for a in (one, two))
        handles = (x0 + reach * c0, y0 + reach * s0, x1 - reach * c1, y1 - reach * s1)
        commands.append(("c", (*handles, x1, y1)))
    return commands


def _smooth(points: Sequence[Point]) -> list[Command]:
    """Return a line that bends through points (Catmull-Rom), as Word's smoothed lines do."""
    commands: list[Command] = [("m", points[0])]
    for at in range(len(points) - 1):
        before, one, two = points[max(at - 1, 0)], points[at], points[at + 1]
        after = points[min(at + 2, len(points) - 1)]
        handles = [one[axis] + (two[axis] - before[axis]) / 6 for axis in (0, 1)]
        handles += [two[axis] - (after[axis] - one[axis]) / 6 for axis in (0, 1)]
        commands.append(("c", (*handles, *two)))
    return commands
