"""Charts without straight axes: pies, doughnuts and radars."""

from __future__ import annotations

from pipeline.render.charts.model import Chart, Plot
from pipeline.render.charts.numbers import shown
from pipeline.render.charts.pen import Area, Point, around
from pipeline.render.charts.pies import Round, draw_slices, draw_two, slices_of
from pipeline.render.charts.plots import Labeller
from pipeline.render.charts.scale import scale_of
from pipeline.render.charts.words import code_of, value_axis
from pipeline.render.graphic import Stroke
from pipeline.render.read.drawingcolors import NO_PAINT, Paint

ROUND = frozenset({"pie", "doughnut", "radar"})
_WEB = 1.6  # times the marks that a straight axis has room for stand on a spoke
_GREY = Stroke("868686", 0.5)


def draw_round(chart: Chart, plot: Plot, area: Area, labeller: Labeller) -> None:
    """Draw a plot that is round into an area."""
    middle = (area.left + area.width / 2, area.top + area.height / 2)
    if plot.kind == "radar":
        _radar(chart, plot, middle, min(area.width, area.height) / 2, labeller)
    elif plot.second is not None and plot.series:
        draw_two(plot, plot.second, area, labeller)
    else:
        _pies(plot, middle, min(area.width, area.height) / 2, labeller)


def _pies(plot: Plot, middle: Point, radius: float, labeller: Labeller) -> None:
    """Draw rings from within, or of a pie the first series alone (21.2.2.141, 21.2.2.50)."""
    shown_series = plot.series[:1] if plot.kind == "pie" else plot.series
    outside = any(one.labels.shown and one.labels.position in {"outEnd", "bestFit", ""} for one in shown_series)
    apart = max((share for one in shown_series for share in one.apart.values()), default=0.0)
    radius = max(radius * (0.8 if outside else 0.95) / (1 + apart), 1.0)
    hole = radius * plot.hole if plot.kind == "doughnut" else 0.0
    ring = (radius - hole) / max(len(shown_series), 1)
    for number, series in enumerate(shown_series):
        radii = (hole + number * ring, hole + (number + 1) * ring)
        slices = slices_of(series, plot.turn)
        draw_slices(series, slices, Round(middle, radii, labeller, sum(one.value for one in slices)))


def _radar(chart: Chart, plot: Plot, middle: Point, radius: float, labeller: Labeller) -> None:
    """Draw a web of lines with the values on spokes (21.2.2.153)."""
    axis = value_axis(chart, plot)
    count = max((len(one.values) for one in plot.series), default=0)
    if axis is None or not count:
        return
    pen = labeller.pen
    style = axis.style
    radius = max(radius - style.size * 2, 1.0)
    scale = scale_of(axis, [value for one in plot.series for value in one.values if value is not None], radius * _WEB)
    for mark in scale.marks():
        web = [around(middle, radius * scale.share(mark), 360 * at / count) for at in range(count)]
        pen.shape(web, NO_PAINT, axis.grid or _GREY)
        if not axis.deleted and plot.series:
            text = shown(mark, code_of(plot.series[0], axis), chart.language)
            pen.middle(text, (middle[0] - 3, middle[1] - radius * scale.share(mark)), style, "right")
    for at, name in enumerate(plot.series[0].categories[:count] if plot.series else ()):
        pen.middle(name, around(middle, radius + style.size, 360 * at / count), style)
    for series in plot.series:
        line = [
            around(middle, radius * scale.share(value or 0.0), 360 * at / count)
            for at, value in enumerate(series.values)
        ]
        filled = plot.style == "filled"
        pen.shape(line, series.fill if filled else NO_PAINT, series.stroke)
        for at, point in enumerate(line):
            if series.marker and not filled:
                pen.marker(series.marker, point, series.marker_size, series.marker_fill or Paint())
            labeller.beside(series, at, series.values[at] or 0.0, (point[0], point[1] - style.size))
