"""Where values stand on a pair of axes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.render.charts.model import Plot, Series
from pipeline.render.charts.pen import Area, Point
from pipeline.render.charts.scale import Scale

XY = frozenset({"scatter", "bubble"})
SHARED = frozenset({"stacked", "percentStacked"})
Span = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Ground:
    """A plot's rectangle with its value scale; ``across`` is the scale of x values, None for categories.

    ``base`` is the value at which the axis of categories stands; ``slots`` are the places of these on an axis of dates.
    """

    area: Area
    scale: Scale
    count: int
    horizontal: bool = False
    between: bool = True
    backwards: bool = False
    across: Scale | None = None
    base: float = 0.0
    slots: tuple[int, ...] = ()

    @property
    def slot(self) -> float:
        """Return the share of the axis that one category has."""
        return 1.0 / max(self.count if self.between else self.count - 1, 1)

    def order(self, values: Sequence[object]) -> list[int]:
        """Return the numbers of the categories that have a place for a series' values, in the order of the axis."""
        if not self.slots:
            return list(range(min(len(values), self.count)))
        return sorted(range(min(len(values), len(self.slots))), key=lambda at: self.slots[at])

    def slot_of(self, index: int) -> int:
        """Return the place of a category on its axis, from 0."""
        return self.slots[index] if self.slots else index

    def middle(self, index: int) -> float:
        """Return where along its axis a category stands, from 0 to 1."""
        return self.along(self.slot_of(index))

    def along(self, slot: float) -> float:
        """Return where along the axis a place of categories stands, whole ones in their middle, from 0 to 1."""
        return min(max((slot + (0.5 if self.between else 0.0)) * self.slot, 0.0), 1.0)

    def place(self, along: float, value: float) -> Point:
        """Return the point of a share along the categories and a value."""
        return self.at(1.0 - along if self.backwards else along, self.scale.share(value))

    def at(self, along: float, up: float) -> Point:
        """Return the point of two shares: along the categories, and up the values."""
        if self.horizontal:
            return self.area.left + up * self.area.width, self.area.bottom - along * self.area.height
        return self.area.left + along * self.area.width, self.area.bottom - up * self.area.height

    def xy(self, x: float, y: float) -> Point:
        """Return the point of an x and a y value."""
        share = self.across.share(x) if self.across is not None else 0.0
        return self.at(share, self.scale.share(y))

    @property
    def zero(self) -> float:
        """Return the value that bars and areas stand on."""
        return min(max(self.base, self.scale.low), self.scale.high)


def stacks(plot: Plot) -> list[list[Span | None]]:
    """Return from where to where each value of each series reaches, as the grouping has it (21.2.3.17)."""
    if plot.grouping not in SHARED:
        return [[None if value is None else (0.0, value) for value in one.values] for one in plot.series]
    count = max((len(one.values) for one in plot.series), default=0)
    totals = [sum(abs(value) for value in _at(plot.series, at)) or 1.0 for at in range(count)]
    above, below = [0.0] * count, [0.0] * count
    found: list[list[Span | None]] = []
    for one in plot.series:
        spans: list[Span | None] = []
        for at, value in enumerate(one.values):
            if value is None:
                spans.append(None)
                continue
            part = value / totals[at] if plot.grouping == "percentStacked" else value
            ends = above if part >= 0 else below
            spans.append((ends[at], ends[at] + part))
            ends[at] += part
        found.append(spans)
    return found


def _at(series: Sequence[Series], at: int) -> Iterator[float]:
    for one in series:
        value = one.values[at] if at < len(one.values) else None
        if value is not None:
            yield value


def reached(plots: Sequence[Plot]) -> Iterator[float]:
    """Yield every value that plots on one axis reach."""
    for plot in plots:
        for spans in stacks(plot):
            for span in spans:
                if span is not None:
                    yield span[1]


def in_shares(plots: Sequence[Plot]) -> bool:
    """Return whether values on an axis add up to one hundred per cent."""
    return any(plot.grouping == "percentStacked" for plot in plots)
