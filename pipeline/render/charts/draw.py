"""A chart becomes a graphic: title, legend, and the plots in what room is left."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.render.charts.axes import Side
from pipeline.render.charts.legend import Entry, draw_legend
from pipeline.render.charts.marks import draw_errors
from pipeline.render.charts.model import Chart, Plot
from pipeline.render.charts.pen import Area, Pen, arc_between, around, wrap
from pipeline.render.charts.plots import DRAWN, Labeller
from pipeline.render.charts.round import ROUND, draw_round
from pipeline.render.charts.setup import Setup
from pipeline.render.charts.table import TableSetter
from pipeline.render.charts.trends import draw_trends
from pipeline.render.graphic import Command, Graphic
from pipeline.render.read.drawingcolors import NO_PAINT

_MARGIN = 7.0
_CORNER = 12.0  # points
_TITLE_SHARE = 0.85  # of the chart's width that a line of the title takes
_TITLE_LEADING = 1.2
_ORDER = ("area", "bar", "line", "scatter", "bubble")


def draw_chart(chart: Chart, width: float, height: float) -> Graphic:
    """Return the graphic of a chart that fills a size in points."""
    pen = Pen()
    whole = Area(0.0, 0.0, width, height)
    if chart.rounded:
        pen.path(_rounded(width, height), chart.ground, chart.frame)
    else:
        pen.box(whole, chart.ground, chart.frame)
    area = _titled(chart, whole, pen)
    area = draw_legend(chart.legend, list(_entries(chart)), (whole, area), pen)
    plots = [plot for plot in chart.plots if plot.series]
    straight = [plot for plot in plots if plot.kind not in ROUND]
    for plot in plots:
        if plot.kind in ROUND:
            draw_round(chart, plot, area, Labeller(pen, chart.language, (width, height)))
    if straight:
        _straight(chart, straight, (whole, area), pen)
    return Graphic(tuple(pen.items))


def _rounded(width: float, height: float) -> list[Command]:
    """Return the frame of a chart with round corners (21.2.2.159)."""
    r = min(_CORNER, width / 2, height / 2)
    corners = (((r, r), 270.0), ((width - r, r), 0.0), ((width - r, height - r), 90.0), ((r, height - r), 180.0))
    commands: list[Command] = []
    for middle, start in corners:
        commands.append(("l" if commands else "m", around(middle, r, start)))
        commands += arc_between(middle, r, start, start + 90.0)
    return [*commands, ("h", ())]


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
    for trend in (trend for plot in chart.plots for series in plot.series for trend in series.trends):
        yield Entry(number, trend.name, NO_PAINT, trend.stroke, lined=True)
        number += 1


def _groups(plots: Sequence[Plot]) -> list[list[Plot]]:
    """Return the plots by their pair of axes, the primary pair first."""
    found: dict[tuple[str, ...], list[Plot]] = {}
    for plot in plots:
        found.setdefault(plot.axes, []).append(plot)
    return list(found.values())


def _straight(chart: Chart, plots: Sequence[Plot], areas: tuple[Area, Area], pen: Pen) -> None:
    whole, outer = areas
    setups = [Setup(chart, group, outer) for group in _groups(plots)[:2]]
    table = _table(chart, plots, setups[0])
    sides = [side for setup in setups for side in setup.sides]
    inner = _inner(chart, whole, outer, sides)
    left = 0.0
    if table is not None:
        left, below = table.room(outer)
        rooms = [max(left, inner.left - outer.left), max(below - (outer.bottom - inner.bottom), 0.0)]
        inner = (
            inner if chart.inner is not None else inner.without(rooms[0] - (inner.left - outer.left), bottom=rooms[1])
        )
    pen.box(inner, chart.plot_ground)
    grounds = [setup.ground(inner) for setup in setups]
    for setup, ground in zip(setups, grounds, strict=True):
        setup.grid(pen, ground)
    labeller = Labeller(pen, chart.language, (whole.width, whole.height))
    for setup, ground in zip(setups, grounds, strict=True):
        for plot in sorted(setup.plots, key=lambda plot: _ORDER.index(plot.kind)):
            DRAWN[plot.kind](plot, ground, labeller)
            draw_errors(plot, ground, pen)
            draw_trends(plot, ground, pen, chart.language)
    for setup, ground in zip(setups, grounds, strict=True):
        setup.lines(pen, ground)
        for side in setup.sides:
            side.draw(pen, ground, outer)
    if table is not None:
        table.draw(pen, inner, left)


def _table(chart: Chart, plots: Sequence[Plot], setup: Setup) -> TableSetter | None:
    """Return the table below the plot; where there is one, the axis of categories has no labels."""
    if chart.table is None or setup.across is not None or setup.horizontal:
        return None
    setup.sides = [replace(side, texts=()) if side.axis is setup.category else side for side in setup.sides]
    series = [one for plot in plots for one in plot.series]
    names = setup.names(chart)
    return TableSetter(chart.table, list(_entries(chart)), series, names, setup.value, chart.language)


def _inner(chart: Chart, whole: Area, outer: Area, sides: Sequence[Side]) -> Area:
    if chart.inner is not None:
        left, top, width, height = chart.inner
        return Area(left * whole.width, top * whole.height, width * whole.width, height * whole.height)
    rooms = dict.fromkeys("ltrb", 0.0)
    for side in sides:
        rooms[side.side] = max(rooms[side.side], side.room(outer))
    return outer.without(rooms["l"], max(rooms["t"], 4.0), max(rooms["r"], 8.0), rooms["b"])
