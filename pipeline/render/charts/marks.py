"""What is drawn between and beside the points of series: high-low and drop lines, up and down bars, error bars."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pipeline.render.charts.ground import XY, Ground, Span, stacks
from pipeline.render.charts.model import ErrorBars, Marks, Plot
from pipeline.render.charts.pen import Area, Pen, Point

_END = 2.5  # points that the ends of an error bar reach to both sides
Points = dict[int, Point | None]


def draw_marks(plot: Plot, lines: Sequence[Mapping[int, Point | None]], ground: Ground, pen: Pen) -> None:
    """Draw what a plot of lines has between its series at each category (21.2.2.80, 21.2.2.53, 21.2.2.218)."""
    marks = plot.marks
    if marks.high_low is None and marks.drop is None and marks.up is None and marks.down is None:
        return
    for at in sorted({at for line in lines for at in line}):
        found = [point for line in lines if (point := line.get(at)) is not None]
        if not found:
            continue
        top, low = min(found, key=lambda point: point[1]), max(found, key=lambda point: point[1])
        if marks.high_low is not None:
            pen.line([top, low], marks.high_low)
        if marks.drop is not None:
            pen.line([top, ground.place(ground.middle(at), ground.zero)], marks.drop)
        _up_or_down(marks, (lines[0].get(at), lines[-1].get(at)), ground, pen)


def _up_or_down(marks: Marks, ends: tuple[Point | None, Point | None], ground: Ground, pen: Pen) -> None:
    """Draw the bar from the first series to the last at a category: it goes up where the last is the higher."""
    first, last = ends
    if first is None or last is None:
        return
    look = marks.up if last[1] <= first[1] else marks.down
    if look is None:
        return
    wide = ground.slot * ground.area.width / (1 + marks.gap)
    top, bottom = min(first[1], last[1]), max(first[1], last[1])
    pen.box(Area(first[0] - wide / 2, top, wide, bottom - top), look[0], look[1])


def draw_errors(plot: Plot, ground: Ground, pen: Pen) -> None:
    """Draw the error bars of a plot's series (21.2.2.55)."""
    for number, (series, spans) in enumerate(zip(plot.series, stacks(plot), strict=True)):
        value = _Value(plot, number, spans, ground)
        for bars in series.errors:
            for at in range(len(spans)):
                _error(bars, at, value, pen)


class _Value:
    """Where the values of a series stand, and what is somewhat more or less than one of them."""

    def __init__(self, plot: Plot, number: int, spans: Sequence[Span | None], ground: Ground) -> None:
        self.series, self.spans = plot.series[number], spans
        self.plot, self.number, self.ground = plot, number, ground
        self.shown = frozenset(ground.order(spans))

    def place(self, at: int, more: float, *, across: bool) -> Point | None:
        """Return where a value stands that is changed by an amount."""
        ground, value = self.ground, self.series.values[at] if at < len(self.series.values) else None
        if value is None:
            return None
        if self.plot.kind in XY:
            x = self.series.across[at] if at < len(self.series.across) else float(at + 1)
            return None if x is None else ground.xy(x + (more if across else 0.0), value + (0.0 if across else more))
        span = self.spans[at]
        if span is None or at not in self.shown:
            return None
        return ground.place(self._along(at), span[1] + more)

    def _along(self, at: int) -> float:
        """Return where along the categories a value stands: the middle of its bar, or of its category."""
        if self.plot.kind != "bar":
            return self.ground.middle(at)
        begin, wide, step = bar_places(self.plot, self.ground)
        return self.ground.slot_of(at) * self.ground.slot + begin + self.number * step + wide / 2


def bar_places(plot: Plot, ground: Ground) -> tuple[float, float, float]:
    """Return where the first bar of a category begins, how wide a bar is and how far they are apart, as shares."""
    overlap = 1.0 if plot.grouping in {"stacked", "percentStacked"} and not plot.overlap else plot.overlap
    count = max(len(plot.series), 1)
    wide = ground.slot / (1 + (count - 1) * (1 - overlap) + plot.gap)
    return (ground.slot - wide * (1 + (count - 1) * (1 - overlap))) / 2, wide, wide * (1 - overlap)


def _error(bars: ErrorBars, at: int, value: _Value, pen: Pen) -> None:
    middle = value.place(at, 0.0, across=bars.across)
    for amounts, sign in ((bars.more, 1.0), (bars.less, -1.0)):
        amount = amounts[at] if at < len(amounts) else 0.0
        end = value.place(at, sign * amount, across=bars.across) if amount else None
        if middle is None or end is None:
            continue
        pen.line([middle, end], bars.stroke)
        if bars.ends:
            upright = abs(end[1] - middle[1]) >= abs(end[0] - middle[0])
            dx, dy = (_END, 0.0) if upright else (0.0, _END)
            pen.line([(end[0] - dx, end[1] - dy), (end[0] + dx, end[1] + dy)], bars.stroke)
