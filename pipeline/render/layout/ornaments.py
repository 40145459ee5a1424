"""What is drawn on a page beside its text, as artifacts: lines between columns, frames, the paper's colour."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.render.layout.boxes import Box, Canvas
from pipeline.render.looks import Border

COLUMN_LINE = Border("single", 0.5, "000000")
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line."""

    start: Point
    end: Point
    line: Border

    def draw(self, canvas: Canvas) -> None:
        """Draw it."""
        canvas.rule(self.start, self.end, self.line)


@dataclass(frozen=True, slots=True)
class Fill:
    """A rectangle of one colour."""

    corner: Point
    size: tuple[float, float]
    color: str

    def draw(self, canvas: Canvas) -> None:
        """Draw it."""
        canvas.fill(self.corner[0], self.corner[1], self.size, self.color)


@dataclass(frozen=True, slots=True, eq=False)
class Placed:
    """A box without element at a place."""

    box: Box
    corner: Point

    def draw(self, canvas: Canvas) -> None:
        """Draw it."""
        self.box.draw(canvas, *self.corner)


def column_rules(columns: Sequence[tuple[float, float]], span: tuple[float, float]) -> list[Rule]:
    """Return the lines in the middle between columns (w:sep), as high as the highest of them."""
    rules: list[Rule] = []
    for (left, width), (right, _) in itertools.pairwise(sorted(columns)):
        middle = (left + width + right) / 2
        rules.append(Rule((middle, span[0]), (middle, span[1]), COLUMN_LINE))
    return rules
