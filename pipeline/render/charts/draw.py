"""A chart becomes a graphic: title, legend, and the plots in what room is left."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.render.charts.axes import Side, side_of
from pipeline.render.charts.ground import XY, Ground, in_shares, reached
from pipeline.render.charts.legend import Entry, draw_legend
from pipeline.render.charts.model import Axis, Chart, Plot
from pipeline.render.charts.numbers import shown
from pipeline.render.charts.pen import Area, Pen, wrap
from pipeline.render.charts.plots import DRAWN, Labeller, pairs
from pipeline.render.charts.round import ROUND, draw_round
from pipeline.render.charts.scale import Scale, scale_of
from pipeline.render.charts.words import code_of
from pipeline.render.graphic import Graphic

_MARGIN = 7.0
_TITLE_SHARE = 0.85  # of the chart's width that a line of the title takes
_TITLE_LEADING = 1.2
_ORDER = ("area", "bar", "line", "scatter", "bubble")


def draw_chart(chart: Chart, width: float, height: float) -> Graphic:
    """Return the graphic of a chart that fills a size in points."""
    pen = Pen()
    whole = Area(0.0, 0.0, width, height)
    pen.box(whole, chart.ground, chart.frame)
    area = _titled(chart, whole, pen)
    area = draw_legend(chart.legend, list(_entries(chart)), (whole, area), pen)
    plots = [plot for plot in chart.plots if plot.series]
    straight = [plot for plot in plots if plot.kind not in ROUND]
    for plot in plots:
        if plot.kind in ROUND:
            draw_round(chart, plot, area, pen)
    if straight:
        _straight(chart, straight, (whole, area), pen)
    return Graphic(tuple(pen.items))


def _titled(chart: Chart, whole: Area, pen: Pen) -> Area:
    area = whole.without(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
    title = chart.title
    if title is None:
        return area
    size = title.style.size
    left, top = (0.0, area.top) if title.at is None else (title.at[0] * whole.width, title.at[1] * whole.height)
    rows = wrap(title.text, title.style, whole.width * _TITLE_SHARE if title.at is None else whole.width - left)
    for number, row in enumerate(rows):
        at = (whole.width / 2 if title.at is None else left, top + size * (1 + _TITLE_LEADING * number))
        pen.text(row, at, title.style, "center" if title.at is None else "left")
    return area if title.overlay else area.without(top=size * (1.7 + _TITLE_LEADING * (len(rows) - 1)))


def _entries(chart: Chart) -> Iterator[Entry]:
    """Yield what the legend names: series, or the points of a plot where each has a colour."""
    number = 0
    for plot in chart.plots:
        for series in plot.series:
            if plot.by_point and series.categories:
                for at, name in enumerate(series.categories):
                    yield Entry(at, name, series.points.get(at, series.fill))
                break
            lined = plot.kind in {"line", "scatter"} or (plot.kind == "radar" and plot.style != "filled")
            stroke = series.stroke if lined else None
            fill = series.marker_fill if lined else series.fill
            yield Entry(number, series.name, fill, stroke, series.marker if lined else "", lined=lined)
            number += 1


def _groups(plots: Sequence[Plot]) -> list[list[Plot]]:
    """Return the plots by their pair of axes, the primary pair first."""
    found: dict[tuple[str, ...], list[Plot]] = {}
    for plot in plots:
        found.setdefault(plot.axes, []).append(plot)
    return list(found.values())


def _pair(chart: Chart, plot: Plot) -> tuple[Axis | None, Axis | None]:
    """Return the axis of categories, or of x values, and that of values."""
    axes = [chart.axes[number] for number in plot.axes if number in chart.axes]
    if plot.kind in XY:
        across = next((axis for axis in axes if axis.position in {"b", "t"}), axes[0] if axes else None)
        return across, next((axis for axis in axes if axis is not across), None)
    values = next((axis for axis in axes if axis.kind == "value"), None)
    return next((axis for axis in axes if axis.kind in {"category", "date"}), None), values


def _straight(chart: Chart, plots: Sequence[Plot], areas: tuple[Area, Area], pen: Pen) -> None:
    whole, outer = areas
    setups = [_Setup(chart, group, outer) for group in _groups(plots)[:2]]
    sides = [side for setup in setups for side in setup.sides]
    inner = _inner(chart, whole, outer, sides)
    pen.box(inner, chart.plot_ground)
    grounds = [setup.ground(inner) for setup in setups]
    for setup, ground in zip(setups, grounds, strict=True):
        setup.grid(pen, ground)
    labeller = Labeller(pen, chart.language)
    for setup, ground in zip(setups, grounds, strict=True):
        for plot in sorted(setup.plots, key=lambda plot: _ORDER.index(plot.kind)):
            DRAWN[plot.kind](plot, ground, labeller)
    for setup, ground in zip(setups, grounds, strict=True):
        setup.lines(pen, ground)
        for side in setup.sides:
            side.draw(pen, ground, outer)


def _inner(chart: Chart, whole: Area, outer: Area, sides: Sequence[Side]) -> Area:
    if chart.inner is not None:
        left, top, width, height = chart.inner
        return Area(left * whole.width, top * whole.height, width * whole.width, height * whole.height)
    rooms = dict.fromkeys("ltrb", 0.0)
    for side in sides:
        rooms[side.side] = max(rooms[side.side], side.room(outer))
    return outer.without(rooms["l"], max(rooms["t"], 4.0), max(rooms["r"], 8.0), rooms["b"])


class _Setup:
    """The plots on one pair of axes, with the scales of these."""

    def __init__(self, chart: Chart, plots: list[Plot], outer: Area) -> None:
        self.plots = plots
        self.category, self.value = _pair(chart, plots[0])
        self.horizontal = plots[0].horizontal
        self.count = max((max(len(one.values), len(one.categories)) for p in plots for one in p.series), default=0)
        plain = Axis("", "value", "l", chart.style, deleted=True)
        self.xy = plots[0].kind in XY
        room = (outer.width if self.horizontal else outer.height) * 0.8
        values = list(reached(plots)) if not self.xy else [y for _, y in self._points()]
        self.scale = scale_of(self.value or plain, values, room, shares=in_shares(plots))
        self.across: Scale | None = None
        if self.xy:
            self.across = scale_of(self.category or plain, [x for x, _ in self._points()], outer.width * 0.5)
        self.sides = list(self._sides(chart))

    def _points(self) -> Iterator[tuple[float, float]]:
        for plot in self.plots:
            for series in plot.series:
                yield from (pair for pair in pairs(series) if pair is not None)

    def _sides(self, chart: Chart) -> Iterator[Side]:
        category, value = self.category, self.value
        series = self.plots[0].series[0]
        if value is not None:
            code = "0%" if in_shares(self.plots) and value.linked else code_of(series, value)
            texts = [shown(mark, code, chart.language) for mark in self.scale.marks()]
            swapped = category is not None and category.backwards
            yield Side(value, side_of(value, upright=not self.horizontal, swapped=swapped), texts)
        if category is not None:
            swapped = value is not None and value.backwards
            side = side_of(category, upright=self.horizontal, swapped=swapped)
            yield Side(category, side, self._names(chart, category), centred=self.across is None)

    def _names(self, chart: Chart, category: Axis) -> list[str]:
        if self.across is not None:
            code = category.format_code or "General"
            return [shown(mark, code, chart.language) for mark in self.across.marks()]
        longest = max((one.categories for plot in self.plots for one in plot.series), key=len, default=())
        return [longest[at] if at < len(longest) else str(at + 1) for at in range(self.count)]

    def ground(self, area: Area) -> Ground:
        """Return where values stand in the plot's area."""
        between = (self.value is None or self.value.between) or any(plot.kind == "bar" for plot in self.plots)
        backwards = self.category is not None and self.category.backwards
        return Ground(area, self.scale, self.count, self.horizontal, between, backwards, self.across)

    def grid(self, pen: Pen, ground: Ground) -> None:
        """Draw the lines behind the values."""
        if self.value is not None and self.value.grid is not None:
            for mark in self.scale.marks():
                up = self.scale.share(mark)
                pen.line([ground.at(0.0, up), ground.at(1.0, up)], self.value.grid)
        if self.category is None or self.category.grid is None:
            return
        shares = [at * ground.slot for at in range(self.count + 1)] if self.across is None else self._marks()
        for share in shares:
            pen.line([ground.at(min(share, 1.0), 0.0), ground.at(min(share, 1.0), 1.0)], self.category.grid)

    def _marks(self) -> list[float]:
        return [self.across.share(mark) for mark in self.across.marks()] if self.across is not None else []

    def lines(self, pen: Pen, ground: Ground) -> None:
        """Draw the lines of the axes: that of the categories stands at zero, where that is shown."""
        if self.category is not None and not self.category.deleted:
            up = self.scale.share(ground.zero)
            pen.line([ground.at(0.0, up), ground.at(1.0, up)], self.category.line)
        if self.value is None or self.value.deleted:
            return
        side = next((side.side for side in self.sides if side.axis is self.value), "l")
        along = 1.0 if side == ("t" if self.horizontal else "r") else 0.0
        if self.across is not None and self.across.low < 0 < self.across.high:
            along = self.across.share(0.0)
        pen.line([ground.at(along, 0.0), ground.at(along, 1.0)], self.value.line)
