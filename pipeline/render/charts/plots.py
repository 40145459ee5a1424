"""The plots on a pair of axes: bars, lines, areas, points and bubbles, with their data labels."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.render.charts.ground import SHARED, Ground, Span, stacks
from pipeline.render.charts.marks import Points, bar_places, draw_marks
from pipeline.render.charts.model import Plot, Series
from pipeline.render.charts.numbers import shown
from pipeline.render.charts.pen import Area, Pen, Point, width_of
from pipeline.render.charts.words import code_of

_BUBBLE = 0.25  # of the plot's shorter side is the largest bubble wide
_KEY = 0.9  # of the size of a label is its key wide, with the space behind it
_NEAR = 1.5  # times the size: a label that is moved no farther has no line
_SHIFTS = {"t": (0.0, -1.0), "b": (0.0, 1.0), "l": (-1.6, 0.0), "ctr": (0.0, 0.0)}


@dataclass(frozen=True, slots=True)
class Labeller:
    """Sets the data labels of a chart in a language."""

    pen: Pen
    language: str
    size: Point = (0.0, 0.0)

    def text(self, series: Series, at: int, value: float, share: float | None = None) -> str:
        """Return what stands beside a value, "" for nothing (21.2.2.47)."""
        labels = series.labels.of(at)
        if not series.labels.shown or at in labels.without:
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
        bubble = series.sizes[at] if labels.size and at < len(series.sizes) else None
        parts += [] if bubble is None else [shown(bubble, "General", self.language)]
        return labels.separator.join(parts)

    def beside(self, series: Series, at: int, value: float, point: Point) -> None:
        """Set the label of a value, its middle at a point."""
        self.put(series, at, self.text(series, at, value), point)

    def put(self, series: Series, at: int, text: str, point: Point, source: Point | None = None) -> None:
        """Set a label, its middle at a point or moved from there by hand, on a ground of its own where it has one.

        A line leads to one that is moved, from its ``source`` or else from that point.
        """
        labels = series.labels.of(at)
        if not text or labels.style is None:
            return
        x, y = point[0] + labels.shift[0] * self.size[0], point[1] + labels.shift[1] * self.size[1]
        size = labels.style.size
        key = size * _KEY if labels.key else 0.0
        wide, high = width_of(text, labels.style) + key + 6.0, size * 1.4
        area = Area(x - wide / 2, y - high / 2, wide, high)
        if labels.leads is not None and math.dist(point, (x, y)) > size * _NEAR:
            self.pen.line([source or point, _edge(area, point)], labels.leads)
        if labels.ground.color or labels.frame is not None:
            self.pen.box(area, labels.ground, labels.frame)
        if key:
            self._key(series, at, (area.left + 3.0, y), size * 0.6)
        self.pen.middle(text, (x + key / 2, y), labels.style)

    def _key(self, series: Series, at: int, place: Point, side: float) -> None:
        """Draw what stands for a series before a label, its left end given: a square of its filling, else its line."""
        (x, y), paint = place, series.paint(at)
        if paint.color:
            self.pen.box(Area(x, y - side / 2, side, side), paint, series.stroke)
        else:
            self.pen.line([(x, y), (x + side, y)], series.stroke)


def _edge(area: Area, point: Point) -> Point:
    """Return the place on the left or the right of a label that a line comes to from a point."""
    return (area.left if point[0] < area.left + area.width / 2 else area.right), area.top + area.height / 2


def bars(plot: Plot, ground: Ground, labeller: Labeller) -> None:
    """Draw bars, beside or on top of each other (21.2.2.16)."""
    stacked = plot.grouping in SHARED
    begin, wide, step = bar_places(plot, ground)
    waiting = []
    for number, (series, spans) in enumerate(zip(plot.series, stacks(plot), strict=True)):
        for at in ground.order(spans):
            span = spans[at]
            if span is None:
                continue
            start = ground.slot_of(at) * ground.slot + begin + number * step
            low = span[0] if stacked else ground.zero
            (x0, y0), (x1, y1) = ground.place(start, low), ground.place(start + wide, span[1])
            area = Area(min(x0, x1), min(y0, y1), abs(x1 - x0), abs(y1 - y0))
            labeller.pen.box(area, series.paint(at), series.stroke)
            ends = ground.place(start + wide / 2, low), ground.place(start + wide / 2, span[1])
            place = _bar_label(series, at, (ends, ground), stacked=stacked)
            waiting.append((series, at, series.values[at] or 0.0, place))
    for one in waiting:
        labeller.beside(*one)


def _bar_label(series: Series, at: int, where: tuple[tuple[Point, Point], Ground], *, stacked: bool) -> Point:
    labels = series.labels.of(at)
    position = labels.position or ("ctr" if stacked else "outEnd")
    size = labels.style.size if labels.style is not None else 10.0
    ((x0, y0), (x1, y1)), ground = where
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
    found = [_line_points(plot, series, spans, ground) for series, spans in zip(plot.series, stacks(plot), strict=True)]
    draw_marks(plot, found, ground, labeller.pen)
    for series, points in zip(plot.series, found, strict=True):
        _joined(series, points, labeller)


def _line_points(plot: Plot, series: Series, spans: Sequence[Span | None], ground: Ground) -> Points:
    """Return where the values of a line stand, by their number in the order of the axis."""
    blanks = 0.0 if series.blanks == "zero" and plot.grouping not in SHARED else None
    found: Points = {}
    for at in ground.order(spans):
        span = spans[at]
        value = span[1] if span is not None else blanks
        found[at] = None if value is None else ground.place(ground.middle(at), value)
    return found


def _joined(series: Series, points: Points, labeller: Labeller, *, line: bool = True) -> None:
    pen = labeller.pen
    spanned = [one for one in points.values() if one is not None or series.blanks != "span"]
    for stretch in _stretches(spanned):
        if line:
            pen.line(stretch, series.stroke, smooth=series.smooth)
    for at, point in points.items():
        if point is None:
            continue
        if series.marker:
            pen.marker(series.marker, point, series.marker_size, series.points.get(at, series.marker_fill))
        value = series.values[at] if at < len(series.values) else None
        labels = series.labels.of(at)
        size = labels.style.size if labels.style is not None else 10.0
        across, down = _SHIFTS.get(labels.position, (1.6, 0.0))
        labeller.beside(series, at, value or 0.0, (point[0] + across * size, point[1] + down * size))


def _stretches(points: Sequence[Point | None]) -> Iterator[list[Point]]:
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
        order = ground.order(spans)
        reach = [spans[at] or (ground.zero, ground.zero) for at in order]
        tops = [ground.place(ground.middle(at), span[1]) for at, span in zip(order, reach, strict=True)]
        floors = [span[0] if stacked else ground.zero for span in reach]
        feet = [ground.place(ground.middle(at), low) for at, low in zip(order, floors, strict=True)]
        if tops:
            labeller.pen.shape([*tops, *reversed(feet)], series.fill, series.stroke)
        if plot.marks.drop is not None:
            for top, foot in zip(tops, feet, strict=True):
                labeller.pen.line([top, foot], plot.marks.drop)
        for at, top, foot in zip(order, tops, feet, strict=True):
            labeller.beside(series, at, series.values[at] or 0.0, ((top[0] + foot[0]) / 2, (top[1] + foot[1]) / 2))


def scattered(plot: Plot, ground: Ground, labeller: Labeller) -> None:
    """Draw points of x and y values, joined where the series has a line (21.2.2.161)."""
    bare = plot.style in {"marker", "none"}
    for series in plot.series:
        points = {at: None if pair is None else ground.xy(*pair) for at, pair in enumerate(pairs(series))}
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
