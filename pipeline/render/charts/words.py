"""A chart in words: its kind, its title and its data, for those who listen."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.render.charts.model import Axis, Chart, Plot, Series
from pipeline.render.charts.numbers import shown

MOST_TOLD = 60  # values
LONGEST = 1_500
_KINDS = {
    "bar": "stapeldiagram",
    "line": "linjediagram",
    "pie": "cirkeldiagram",
    "doughnut": "ringdiagram",
    "area": "ytdiagram",
    "scatter": "punktdiagram",
    "bubble": "bubbeldiagram",
    "radar": "polärdiagram",
}


def in_words(chart: Chart) -> str:
    """Return the kind, the title and the data of a chart, within reason."""
    kinds = " och ".join(dict.fromkeys(_kind(plot) for plot in chart.plots)) or "diagram"
    head = kinds.capitalize() + (f": {chart.title.text}" if chart.title is not None else "")
    told = [head, *_series(chart)]
    text = ". ".join(part.rstrip(".") for part in told)
    return text if len(text) <= LONGEST else text[:LONGEST].rsplit(" ", 1)[0] + " …"


def _kind(plot: Plot) -> str:
    return "liggande stapeldiagram" if plot.kind == "bar" and plot.horizontal else _KINDS.get(plot.kind, "diagram")


def _series(chart: Chart) -> Iterator[str]:
    left = MOST_TOLD
    for plot in chart.plots:
        axis = value_axis(chart, plot)
        for one in plot.series:
            if left <= 0:
                yield "… och fler serier"
                return
            pairs = list(_pairs(one, axis, chart.language))
            more = f" … och {len(pairs) - left} värden till" if len(pairs) > left else ""
            yield f"{one.name}: {', '.join(pairs[:left])}{more}"
            left -= len(pairs)
            yield from (f"trendlinje: {trend.name}" for trend in one.trends)


def _pairs(series: Series, axis: Axis | None, language: str) -> Iterator[str]:
    for at, value in enumerate(series.values):
        if value is None:
            continue
        text = shown(value, code_of(series, axis), language)
        name = series.categories[at] if at < len(series.categories) else ""
        yield f"{name} {text}" if name else text


def value_axis(chart: Chart, plot: Plot) -> Axis | None:
    """Return the axis of a plot's values: the second one of it."""
    axes = [chart.axes[number] for number in plot.axes if number in chart.axes]
    values = [axis for axis in axes if axis.kind == "value"]
    return values[-1] if values else None


def code_of(series: Series, axis: Axis | None) -> str:
    """Return the format code of a series' values: that of its cells, unless the axis has its own."""
    if axis is not None and not axis.linked and axis.format_code:
        return axis.format_code
    return series.format_code or (axis.format_code if axis is not None else "") or "General"
