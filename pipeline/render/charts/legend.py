"""The legend of a chart: a key and a name for each series (ECMA-376 part 1, 21.2.2.93)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.render.charts.model import Legend
from pipeline.render.charts.pen import Area, Pen, Point, width_of
from pipeline.render.graphic import Stroke
from pipeline.render.read.drawingcolors import Paint

MOST_ENTRIES = 200
_LEADING = 1.5
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
    whole, area = areas
    kept = [one for one in entries if legend is not None and one.number not in legend.without][:MOST_ENTRIES]
    if legend is None or not kept:
        return area
    size = legend.style.size
    widths = [_key(one, size) + width_of(one.name, legend.style) + size for one in kept]
    if legend.position in {"t", "b"}:
        rows = _rows(kept, widths, area.width)
        height = len(rows) * size * _LEADING
        top = area.top if legend.position == "t" else area.bottom - height
        _set_rows(rows, (area.left + area.width / 2, top), legend, pen)
        room = height + size * 0.6
        left = area.without(top=room) if legend.position == "t" else area.without(bottom=room)
        return area if legend.overlay else left
    width = min(max(widths), area.width * _MOST_SHARE)
    left_side = legend.position == "l"
    x = area.left if left_side else area.right - width
    height = len(kept) * size * _LEADING
    y = area.top if legend.position == "tr" else area.top + max((area.height - height) / 2, 0.0)
    if legend.at is not None:
        x, y = legend.at[0] * whole.width, legend.at[1] * whole.height
    for at, one in enumerate(kept):
        _entry(one, (x, y + (at + 0.5) * size * _LEADING), legend, pen)
    if legend.overlay:
        return area
    return area.without(left=width + size) if left_side else area.without(right=width + size)


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
    size = legend.style.size
    key = _key(entry, size)
    if entry.lined:
        pen.line([(x, y), (x + key - size * 0.4, y)], entry.stroke)
        if entry.marker:
            pen.marker(entry.marker, (x + (key - size * 0.4) / 2, y), 5.0, entry.fill)
    else:
        side = size * 0.65
        pen.box(Area(x, y - side / 2, side, side), entry.fill)
    pen.middle(entry.name, (x + key, y), legend.style, "left")
