"""A pair of axes with the plots on it: the scales, where the axes cross, their lines, marks and grids."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pipeline.render.charts.axes import Side, side_of
from pipeline.render.charts.dates import dates_of
from pipeline.render.charts.ground import XY, Ground, in_shares, reached
from pipeline.render.charts.model import Axis, Chart, Plot
from pipeline.render.charts.numbers import shown
from pipeline.render.charts.pen import Area, Pen, width_of
from pipeline.render.charts.plots import pairs
from pipeline.render.charts.scale import MOST_MARKS, Scale, scale_of
from pipeline.render.charts.words import code_of
from pipeline.render.graphic import Stroke

_MAJOR, _MINOR = 3.5, 2.0  # points that the marks of an axis are long
_TRIES = 4  # to find a step at which labels do not touch
_PARTS = 5  # of a step where the file does not say how far minor marks are apart


def _pair(chart: Chart, plot: Plot) -> tuple[Axis | None, Axis | None]:
    """Return the axis of categories, or of x values, and that of values."""
    axes = [chart.axes[number] for number in plot.axes if number in chart.axes]
    if plot.kind in XY:
        across = next((axis for axis in axes if axis.position in {"b", "t"}), axes[0] if axes else None)
        return across, next((axis for axis in axes if axis is not across), None)
    values = next((axis for axis in axes if axis.kind == "value"), None)
    return next((axis for axis in axes if axis.kind in {"category", "date"}), None), values


class Setup:
    """The plots on one pair of axes, with the scales of these."""

    def __init__(self, chart: Chart, plots: list[Plot], outer: Area) -> None:
        self.plots = plots
        self.category, self.value = _pair(chart, plots[0])
        self.horizontal = plots[0].horizontal
        self.dates = dates_of(self.category, plots, chart.language) if self.category is not None else None
        longest = max((max(len(one.values), len(one.categories)) for p in plots for one in p.series), default=0)
        self.count = self.dates.count if self.dates is not None else longest
        plain = Axis("", "value", "l", chart.style, deleted=True)
        self.xy = plots[0].kind in XY
        room = (outer.width if self.horizontal else outer.height) * 0.8
        values = list(reached(plots)) if not self.xy else [y for _, y in self._points()]
        self.scale = scale_of(self.value or plain, values, room, shares=in_shares(plots))
        if self.horizontal and self.value is not None:
            self.scale = self._roomy(chart, self.value, values, room)
        self.across: Scale | None = None
        if self.xy:
            self.across = scale_of(self.category or plain, [x for x, _ in self._points()], outer.width * 0.5)
        self.sides = list(self._sides(chart))

    def _roomy(self, chart: Chart, axis: Axis, values: list[float], room: float) -> Scale:
        """Return the scale of a level axis whose labels stand beside each other without touching."""
        scale, wanted = self.scale, room
        for _ in range(_TRIES):
            texts = self._marks_of(chart, axis, scale)
            needed = sum(width_of(text, axis.style) + axis.style.size for text in texts)
            if needed <= room or axis.step is not None or len(texts) < 3:
                break
            wanted *= max(room / needed, 0.3)
            scale = scale_of(axis, values, wanted, shares=in_shares(self.plots))
        return scale

    def _marks_of(self, chart: Chart, axis: Axis, scale: Scale) -> list[str]:
        code = "0%" if in_shares(self.plots) and axis.linked else code_of(self.plots[0].series[0], axis)
        return [shown(mark / axis.unit, code, chart.language) for mark in scale.marks()]

    def _points(self) -> Iterator[tuple[float, float]]:
        for plot in self.plots:
            for series in plot.series:
                yield from (pair for pair in pairs(series) if pair is not None)

    def _sides(self, chart: Chart) -> Iterator[Side]:
        category, value = self.category, self.value
        if value is not None:
            texts = self._marks_of(chart, value, self.scale)
            swapped = category is not None and category.backwards
            side = side_of(value, upright=not self.horizontal, swapped=swapped)
            yield Side(value, side, texts, inside=_within(value, self._value_line(side)))
        if category is not None:
            swapped = value is not None and value.backwards
            side = side_of(category, upright=self.horizontal, swapped=swapped)
            found = Side(category, side, self.names(chart), centred=self.across is None)
            found = replace(found, every=self.dates.step if self.dates is not None else 0)
            found = self._in_levels(found)
            yield replace(found, inside=_within(category, self.scale.share(self.base)))

    def _in_levels(self, side: Side) -> Side:
        """Return the side of a level axis whose categories stand in several levels, the outer ones below."""
        levels = next((one.levels for plot in self.plots for one in plot.series if one.levels), ())
        if not levels or side.upright or side.axis.flat or self.dates is not None:
            return side
        texts = [levels[0].get(at, "") for at in range(self.count)]
        return replace(side, texts=texts, outer=tuple(levels[1:4]))

    def names(self, chart: Chart) -> list[str]:
        """Return the labels of the axis of categories, or of x values."""
        if self.across is not None:
            unit = self.category.unit if self.category is not None else 1.0
            code = self.category.format_code if self.category is not None else ""
            return [shown(mark / unit, code or "General", chart.language) for mark in self.across.marks()]
        if self.dates is not None:
            return list(self.dates.texts)
        longest = max((one.categories for plot in self.plots for one in plot.series), key=len, default=())
        return [longest[at] if at < len(longest) else str(at + 1) for at in range(self.count)]

    @property
    def base(self) -> float:
        """Return the value at which the axis of categories stands (21.2.2.33, 21.2.2.34)."""
        axis, low, high = self.category, self.scale.low, self.scale.high
        if axis is None:
            return min(max(0.0, low), high)
        if axis.crosses_at is not None:
            return min(max(axis.crosses_at, low), high)
        return {"max": high, "min": low}.get(axis.crosses, min(max(0.0, low), high))

    @property
    def _is_between(self) -> bool:
        return (self.value is None or self.value.between) or any(plot.kind == "bar" for plot in self.plots)

    def _value_line(self, side: str) -> float:
        """Return where along the plot, from its left or its bottom, the axis of values stands."""
        axis = self.value
        far = 1.0 if side == ("t" if self.horizontal else "r") else 0.0
        if axis is None:
            return far
        if self.across is not None:
            at = axis.crosses_at if axis.crosses_at is not None else 0.0
            inside = self.across.low < at < self.across.high and axis.crosses not in {"max", "min"}
            return self.across.share(at) if inside else far
        if axis.crosses_at is None or axis.crosses_at <= 1 or axis.crosses_at > self.count:
            return far
        slot = 1.0 / max(self.count if self._is_between else self.count - 1, 1)
        share = (axis.crosses_at - 1.0) * slot
        return 1.0 - share if self.category is not None and self.category.backwards else share

    def ground(self, area: Area) -> Ground:
        """Return where values stand in the plot's area."""
        backwards = self.category is not None and self.category.backwards
        slots = self.dates.slots if self.dates is not None else ()
        return Ground(
            area, self.scale, self.count, self.horizontal, self._is_between, backwards, self.across, self.base, slots
        )

    def grid(self, pen: Pen, ground: Ground) -> None:
        """Draw the lines behind the values, the minor ones first."""
        value, category = self.value, self.category
        if value is not None:
            _lines(pen, ground, self._minor(value, self.scale), value.minor_grid, upwards=True)
            _lines(pen, ground, [self.scale.share(mark) for mark in self.scale.marks()], value.grid, upwards=True)
        if category is not None:
            _lines(pen, ground, self._minor(category, self.across), category.minor_grid, upwards=False)
            _lines(pen, ground, self._edges(), category.grid, upwards=False)

    def _edges(self) -> list[float]:
        """Return where along the axis its marks stand: between categories, or at x values."""
        if self.across is not None:
            return [self.across.share(mark) for mark in self.across.marks()]
        slot = 1.0 / max(self.count if self._is_between else self.count - 1, 1)
        step = self.dates.step if self.dates is not None else 1
        return [min(at * slot, 1.0) for at in range(0, self.count + 1, step) if at * slot < 1.0 + slot / 2]

    @staticmethod
    def _minor(axis: Axis, scale: Scale | None) -> list[float]:
        """Return where the minor marks of an axis of values stand."""
        if scale is None or scale.base:
            return []
        step = axis.minor_step or scale.step / _PARTS
        count = min((scale.high - scale.low) / step, MOST_MARKS) if step > 0 else 0
        return [scale.share(scale.low + at * step) for at in range(int(count + 1e-6) + 1)]

    def lines(self, pen: Pen, ground: Ground) -> None:
        """Draw the lines of the axes with their marks: that of the categories stands where it crosses the values."""
        for side in self.sides:
            axis = side.axis
            if axis.deleted:
                continue
            is_value = axis is self.value
            major = [self.scale.share(mark) for mark in self.scale.marks()] if is_value else self._edges()
            if not is_value and self.category is not None and self.category.backwards and self.across is None:
                major = [1.0 - share for share in major]
            minor = self._minor(axis, self.scale if is_value else self.across)
            at = self._value_line(side.side) if is_value else self.scale.share(self.base)
            ends = [ground.at(at, up) for up in (0.0, 1.0)] if is_value else [ground.at(x, at) for x in (0.0, 1.0)]
            pen.line(ends, axis.line)
            on_line = replace(side, inside=at)
            on_line.ticks(pen, ground.area, major, axis.tick, _MAJOR)
            on_line.ticks(pen, ground.area, minor, axis.minor_tick, _MINOR)


def _within(axis: Axis, share: float) -> float | None:
    """Return where within the plot labels stand that are next to their axis, None where they stand beside the plot."""
    return share if axis.labels == "nextTo" and 0.001 < share < 0.999 else None


def _lines(pen: Pen, ground: Ground, shares: list[float], stroke: Stroke | None, *, upwards: bool) -> None:
    if stroke is None:
        return
    for share in shares:
        ends = [(0.0, share), (1.0, share)] if upwards else [(share, 0.0), (share, 1.0)]
        pen.line([ground.at(*end) for end in ends], stroke)
