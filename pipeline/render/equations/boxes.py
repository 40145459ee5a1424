"""A set term: shapes about a point on the baseline, x to the right and y downwards, and how far it reaches."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from pipeline.render.graphic import Command, Label, Path, Shape, Stroke

Point = tuple[float, float]


@dataclass(slots=True, eq=False)
class MathBox:
    """A term as it is set, from its left end on the baseline."""

    width: float = 0.0
    above: float = 0.0
    below: float = 0.0
    items: list[Shape] = field(default_factory=list)

    @property
    def height(self) -> float:
        """Return how high it is in all."""
        return self.above + self.below

    def put(self, other: MathBox, x: float, down: float = 0.0) -> None:
        """Set another box in this one, which grows about it."""
        self.items.extend(moved(other.items, x, down))
        self.width = max(self.width, x + other.width)
        self.above = max(self.above, other.above - down)
        self.below = max(self.below, other.below + down)

    def line(self, points: Sequence[Point], width: float, color: str) -> None:
        """Draw an open line, for which no room is made."""
        commands: list[Command] = [("l" if at else "m", point) for at, point in enumerate(points)]
        self.items.append(Path(tuple(commands), stroke=Stroke(color, width)))

    def curve(self, commands: Iterable[Command], width: float, color: str) -> None:
        """Draw an open curve, for which no room is made."""
        self.items.append(Path(tuple(commands), stroke=Stroke(color, width)))


def moved(items: Iterable[Shape], x: float, down: float) -> Iterable[Shape]:
    """Yield shapes moved."""
    for item in items:
        if isinstance(item, Label):
            yield replace(item, x=item.x + x, y=item.y + down)
        elif isinstance(item, Path):
            yield replace(item, commands=tuple((kind, _moved(values, x, down)) for kind, values in item.commands))


def _moved(values: tuple[float, ...], x: float, down: float) -> tuple[float, ...]:
    return tuple(value + (down if index % 2 else x) for index, value in enumerate(values))


def beside(boxes: Iterable[MathBox], gap: float = 0.0) -> MathBox:
    """Return boxes on one baseline, one behind the other."""
    out = MathBox()
    for box in boxes:
        out.put(box, out.width + (gap if out.items else 0.0))
    return out
