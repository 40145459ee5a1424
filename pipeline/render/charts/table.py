"""The table of a chart's data below its plot (ECMA-376 part 1, 21.2.2.54)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.render.charts.legend import Entry, draw_key
from pipeline.render.charts.model import Axis, DataTable, Series
from pipeline.render.charts.numbers import shown
from pipeline.render.charts.pen import Area, Pen, width_of, wrap
from pipeline.render.charts.words import code_of

_ROW = 1.5  # times the size of its text
_MOST_LEFT, _MOST_HIGH = 0.35, 0.6  # of the chart that it takes
_PAD = 3.0


@dataclass(frozen=True, slots=True)
class TableSetter:
    """A table of series whose columns stand below the categories of the plot."""

    table: DataTable
    entries: Sequence[Entry]
    series: Sequence[Series]
    names: Sequence[str]
    axis: Axis | None
    language: str

    @property
    def _row(self) -> float:
        return self.table.style.size * _ROW

    def room(self, outer: Area) -> tuple[float, float]:
        """Return the room that the table takes at the left of the plot and below it."""
        style = self.table.style
        key = style.size * 1.4 if self.table.keys else 0.0
        widest = max((width_of(one.name, style) for one in self.series), default=0.0) + 2 * _PAD + key
        left = min(widest, outer.width * _MOST_LEFT)
        slot = (outer.width - left) / max(len(self.names), 1)
        return left, min(self._head(slot) + self._row * len(self.series), outer.height * _MOST_HIGH)

    def _head(self, slot: float) -> float:
        rows = max((len(wrap(name, self.table.style, slot)) for name in self.names), default=1)
        return self._row + (min(rows, 3) - 1) * self.table.style.size * 1.2

    def draw(self, pen: Pen, plot: Area, left: float) -> None:
        """Draw the table below a plot; its names reach as far to the left as given."""
        slot = plot.width / max(len(self.names), 1)
        head = self._head(slot)
        style = self.table.style
        for at, name in enumerate(self.names):
            for number, row in enumerate(wrap(name, style, slot)[:3]):
                y = plot.bottom + style.size * (1.05 + number * 1.2)
                pen.text(row, (plot.left + (at + 0.5) * slot, y), style, "center")
        for number, one in enumerate(self.series):
            middle = plot.bottom + head + (number + 0.5) * self._row
            self._named(pen, number, (plot.left - left, middle))
            code = code_of(one, self.axis)
            for at in range(len(self.names)):
                value = one.values[at] if at < len(one.values) else None
                text = "" if value is None else shown(value, code, self.language)
                pen.middle(text, (plot.left + (at + 0.5) * slot, middle), style)
        self._lines(pen, plot, left, (slot, head))

    def _named(self, pen: Pen, number: int, at: tuple[float, float]) -> None:
        x, y = at
        style = self.table.style
        if self.table.keys and number < len(self.entries):
            draw_key(self.entries[number], (x + _PAD, y), style.size * 1.2, pen)
        pen.middle(
            self.series[number].name, (x + _PAD + (style.size * 1.4 if self.table.keys else 0), y), style, "left"
        )

    def _lines(self, pen: Pen, plot: Area, left: float, sizes: tuple[float, float]) -> None:
        slot, head = sizes
        line, count = self.table.line, len(self.series)
        bottom = plot.bottom + head + self._row * count
        if self.table.across:
            for number in range(count):
                y = plot.bottom + head + number * self._row
                pen.line([(plot.left - left, y), (plot.right, y)], line)
        if self.table.down:
            for number in range(1, len(self.names)):
                x = plot.left + number * slot
                pen.line([(x, plot.bottom), (x, bottom)], line)
        if self.table.outline:
            pen.line([(plot.left - left, bottom), (plot.right, bottom)], line)
            for x, top in ((plot.left - left, plot.bottom + head), (plot.left, plot.bottom), (plot.right, plot.bottom)):
                pen.line([(x, top), (x, bottom)], line)
