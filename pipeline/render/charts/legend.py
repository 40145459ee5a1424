"""The legend of a chart: a key and a name for each series (ECMA-376 part 1, 21.2.2.93)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.render.charts.model import Legend
from pipeline.render.charts.pen import Area, Pen, Point, width_of, wrap
from pipeline.render.graphic import Stroke
from pipeline.render.read.drawingcolors import Paint

MOST_ENTRIES = 200
_LEADING, _WITHIN = 1.5, 1.15  # times the size of its text: of an entry, of lines within one
_MOST_LINES = 4
_MOST_SHARE = 0.4  # of the chart that a legend takes beside the plot


@dataclass(frozen=True, slots=True)
class Entry:
    """A name with its colour, and the line and the mark that stand for it."""

    number: int
    name: str
    fill: Paint
    stroke: Stroke | None = None
    marker: str = ""
    lined: bool = False


def draw_legend(legend: Legend | None, entries: Sequence[Entry], areas: tuple[Area, Area], pen: Pen) -> Area:
    """Draw the legend and return what is left of the inner of two areas, the whole chart and what is free of it."""
    area = areas[1]
    kept = [one for one in entries if legend is not None and one.number not in legend.without][:MOST_ENTRIES]
    if legend is None or not kept:
        return area
    size = legend.style.size
    widths = [_key(one, size) + width_of(one.name, legend.style) + size for one in kept]
    if legend.position in {"t", "b"}:
        left = _above_or_below(legend, _rows(kept, widths, area.width), areas, pen)
        return area if legend.overlay else left
    left = _beside(legend, kept[::-1] if legend.upwards else kept, max(widths), areas, pen)
    return area if legend.overlay else left


def _beside(legend: Legend, entries: Sequence[Entry], widest: float, areas: tuple[Area, Area], pen: Pen) -> Area:
    """Draw a legend to the left or right of the plot, long names on several lines; return what is left for the plot."""
    whole, area = areas
    size = legend.style.size
    width = min(widest, area.width * _MOST_SHARE)
    left_side = legend.position == "l"
    names = [wrap(one.name, legend.style, width - _key(one, size))[:_MOST_LINES] or [""] for one in entries]
    heights = [size * (_LEADING + (len(rows) - 1) * _WITHIN) for rows in names]
    x = area.left if left_side else area.right - width
    y = area.top if legend.position == "tr" else area.top + max((area.height - sum(heights)) / 2, 0.0)
    if legend.at is not None:
        x, y = legend.at[0] * whole.width, legend.at[1] * whole.height
    for one, rows, height in zip(entries, names, heights, strict=True):
        for number, row in enumerate(rows):
            place = (x, y + size * (_LEADING / 2 + number * _WITHIN))
            if number:
                pen.middle(row, (x + _key(one, size), place[1]), legend.style, "left")
            else:
                _entry(replace(one, name=row), place, legend, pen)
        y += height
    return area.without(left=width + size) if left_side else area.without(right=width + size)


def _above_or_below(legend: Legend, rows: list[list[tuple[Entry, float]]], areas: tuple[Area, Area], pen: Pen) -> Area:
    """Draw the rows of a legend above or below the plot and return what is left for that."""
    whole, area = areas
    size = legend.style.size
    height = len(rows) * size * _LEADING
    top = area.top if legend.position == "t" else area.bottom - height
    middle = area.left + area.width / 2
    if legend.at is not None:
        widest = max(sum(width for _, width in row) for row in rows)
        middle, top = legend.at[0] * whole.width + widest / 2, legend.at[1] * whole.height
    _set_rows(rows, (middle, top), legend, pen)
    room = height + size * 0.6
    return area.without(top=room) if legend.position == "t" else area.without(bottom=room)


def _key(entry: Entry, size: float) -> float:
    return size * (3.0 if entry.lined else 1.1)


def _rows(entries: Sequence[Entry], widths: Sequence[float], room: float) -> list[list[tuple[Entry, float]]]:
    rows: list[list[tuple[Entry, float]]] = [[]]
    for one, width in zip(entries, widths, strict=True):
        if rows[-1] and sum(each for _, each in rows[-1]) + width > room:
            rows.append([])
        rows[-1].append((one, width))
    return rows


def _set_rows(rows: list[list[tuple[Entry, float]]], at: Point, legend: Legend, pen: Pen) -> None:
    for number, row in enumerate(rows):
        x = at[0] - sum(width for _, width in row) / 2
        for one, width in row:
            _entry(one, (x, at[1] + (number + 0.5) * legend.style.size * _LEADING), legend, pen)
            x += width


def _entry(entry: Entry, at: Point, legend: Legend, pen: Pen) -> None:
    x, y = at
    key = _key(entry, legend.style.size)
    draw_key(entry, at, key - legend.style.size * 0.4, pen)
    pen.middle(entry.name, (x + key, y), legend.style, "left")


def draw_key(entry: Entry, at: Point, width: float, pen: Pen) -> None:
    """Draw the line with its mark, or the square, that stands for a series; its left end is given."""
    x, y = at
    if entry.lined:
        pen.line([(x, y), (x + width, y)], entry.stroke)
        if entry.marker:
            pen.marker(entry.marker, (x + width / 2, y), 5.0, entry.fill)
        return
    side = min(width, width * 0.65 / 0.7)
    pen.box(Area(x, y - side / 2, side, side), entry.fill, entry.stroke)
