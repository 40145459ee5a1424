"""The plots on a pair of axes: bars, lines, areas, points and bubbles, with their data labels."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from pipeline.render.charts.ground import SHARED, Ground, stacks
from pipeline.render.charts.model import Plot, Series
from pipeline.render.charts.numbers import shown
from pipeline.render.charts.pen import Area, Pen, Point
from pipeline.render.charts.words import code_of

_BUBBLE = 0.25  # of the plot's shorter side is the largest bubble wide


@dataclass(frozen=True, slots=True)
class Labeller:
    """Sets the data labels of a chart in a language."""

    pen: Pen
    language: str

    def text(self, series: Series, at: int, value: float, share: float | None = None) -> str:
        """Return what stands beside a value, "" for nothing (21.2.2.47)."""
        labels = series.labels
        if not labels.shown or at in labels.without:
            return ""
        if at in labels.texts:
            return labels.texts[at]
        parts = [series.name] if labels.series else []
        if labels.category:
            parts.append(series.categories[at] if at < len(series.categories) else str(at + 1))
        if labels.value:
            parts.append(shown(value, labels.format_code or code_of(series, None), self.language))
        if labels.percent and share is not None:
            code = labels.format_code if "%" in labels.format_code else "0%"
            parts.append(shown(share, code, self.language))
        return labels.separator.join(parts)

    def beside(self, series: Series, at: int, value: float, point: Point) -> None:
        """Set the label of a value, its middle at a point."""
        text = self.text(series, at, value)
        if text and series.labels.style is not None:
            self.pen.middle(text, point, series.labels.style)


def bars(plot: Plot, ground: Ground, labeller: Labeller) -> None:
    """Draw bars, beside or on top of each other (21.2.2.16)."""
    stacked = plot.grouping in SHARED
    overlap = 1.0 if stacked and not plot.overlap else plot.overlap
    count = max(len(plot.series), 1)
    wide = ground.slot / (1 + (count - 1) * (1 - overlap) + plot.gap)
    begin = (ground.slot - wide * (1 + (count - 1) * (1 - overlap))) / 2
    waiting = []
    for number, (series, spans) in enumerate(zip(plot.series, stacks(plot), strict=True)):
        for at, span in enumerate(spans[: ground.count]):
            if span is None:
                continue
            start = at * ground.slot + begin + number * wide * (1 - overlap)
            low = span[0] if stacked else ground.zero
            (x0, y0), (x1, y1) = ground.place(start, low), ground.place(start + wide, span[1])
            area = Area(min(x0, x1), min(y0, y1), abs(x1 - x0), abs(y1 - y0))
            labeller.pen.box(area, series.points.get(at, series.fill), series.stroke)
            ends = ground.place(start + wide / 2, low), ground.place(start + wide / 2, span[1])
            waiting.append((series, at, series.values[at] or 0.0, _bar_label(series, ends, ground, stacked=stacked)))
    for one in waiting:
        labeller.beside(*one)


def _bar_label(series: Series, ends: tuple[Point, Point], ground: Ground, *, stacked: bool) -> Point:
    position = series.labels.position or ("ctr" if stacked else "outEnd")
    size = series.labels.style.size if series.labels.style is not None else 10.0
    (x0, y0), (x1, y1) = ends
    room = size * (1.2 if ground.horizontal else 0.7)
    ahead = 1.0 if (x1 - x0 if ground.horizontal else y1 - y0) >= 0 else -1.0
    if not ground.horizontal and y1 == y0:
        ahead = -1.0
    if position == "ctr":
        return (x0 + x1) / 2, (y0 + y1) / 2
    x, y, step = (x0, y0, room) if position == "inBase" else (x1, y1, -room if position == "inEnd" else room)
    return (x + ahead * step, y) if ground.horizontal else (x, y + ahead * step)


def lines(plot: Plot, ground: Ground, labeller: Labeller) -> None:
    """Draw lines with their markers; a missing value parts a line (21.2.2.97)."""
    for series, spans in zip(plot.series, stacks(plot), strict=True):
        points = [
            None if span is None else ground.place(ground.middle(at), span[1])
            for at, span in enumerate(spans[: ground.count])
        ]
        _joined(series, points, labeller)


def _joined(series: Series, points: list[Point | None], labeller: Labeller, *, line: bool = True) -> None:
    pen = labeller.pen
    for stretch in _stretches(points):
        if line:
            pen.line(stretch, series.stroke, smooth=series.smooth)
    size = series.labels.style.size if series.labels.style is not None else 10.0
    shifts = {"t": (0.0, -1.0), "b": (0.0, 1.0), "l": (-1.6, 0.0), "ctr": (0.0, 0.0)}
    across, down = shifts.get(series.labels.position, (1.6, 0.0))
    for at, point in enumerate(points):
        if point is None:
            continue
        if series.marker:
            pen.marker(series.marker, point, series.marker_size, series.points.get(at, series.marker_fill))
        value = series.values[at] if at < len(series.values) else None
        labeller.beside(series, at, value or 0.0, (point[0] + across * size, point[1] + down * size))


def _stretches(points: list[Point | None]) -> Iterator[list[Point]]:
    stretch: list[Point] = []
    for point in [*points, None]:
        if point is not None:
            stretch.append(point)
        elif stretch:
            yield stretch
            stretch = []


def areas(plot: Plot, ground: Ground, labeller: Labeller) -> None:
    """Draw areas; of unstacked ones the first stands behind (21.2.2.3)."""
    stacked = plot.grouping in SHARED
    for series, spans in zip(plot.series, stacks(plot), strict=True):
        places = [ground.middle(at) for at in range(min(len(spans), ground.count))]
        tops = [
            ground.place(along, span[1] if span else ground.zero) for along, span in zip(places, spans, strict=False)
        ]
        floors = [span[0] if stacked and span else ground.zero for span in spans[: len(places)]]
        feet = [ground.place(along, low) for along, low in zip(places, floors, strict=True)]
        if tops:
            labeller.pen.shape([*tops, *reversed(feet)], series.fill, series.stroke)
        for at, (top, foot) in enumerate(zip(tops, feet, strict=True)):
            labeller.beside(series, at, series.values[at] or 0.0, ((top[0] + foot[0]) / 2, (top[1] + foot[1]) / 2))


def scattered(plot: Plot, ground: Ground, labeller: Labeller) -> None:
    """Draw points of x and y values, joined where the series has a line (21.2.2.161)."""
    bare = plot.style in {"marker", "none"}
    for series in plot.series:
        points = [None if pair is None else ground.xy(*pair) for pair in pairs(series)]
        _joined(series, points, labeller, line=not bare)


def pairs(series: Series) -> list[tuple[float, float] | None]:
    """Return x and y of each value; without x values they are 1, 2, …."""
    found: list[tuple[float, float] | None] = []
    for at, y in enumerate(series.values):
        x = series.across[at] if at < len(series.across) else None
        x = float(at + 1) if x is None and not any(one is not None for one in series.across) else x
        found.append(None if x is None or y is None else (x, y))
    return found


def bubbles(plot: Plot, ground: Ground, labeller: Labeller) -> None:
    """Draw bubbles whose areas are as their sizes (21.2.2.20)."""
    largest = max((abs(size) for one in plot.series for size in one.sizes if size is not None), default=0.0) or 1.0
    widest = min(ground.area.width, ground.area.height) * _BUBBLE / 2
    for series in plot.series:
        for at, pair in enumerate(pairs(series)):
            if pair is None:
                continue
            size = series.sizes[at] if at < len(series.sizes) else None
            radius = widest * math.sqrt(abs(largest if size is None else size) / largest)
            point = ground.xy(*pair)
            paint = series.points.get(at, series.fill)
            labeller.pen.sector(
                point, (0.0, radius), (0.0, 360.0), replace(paint, opacity=paint.opacity * 0.85), series.stroke
            )
            labeller.beside(series, at, pair[1], point)


DRAWN: Mapping[str, Callable[[Plot, Ground, Labeller], None]] = {
    "area": areas,
    "bar": bars,
    "line": lines,
    "scatter": scattered,
    "bubble": bubbles,
}
