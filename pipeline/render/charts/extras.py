"""What a chart draws beside its series: trendlines, error bars, bars and lines between series, the table of data."""

from __future__ import annotations

import math
import statistics
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from pipeline.ooxml.names import q
from pipeline.render.charts.model import NO_MARKS, DataTable, ErrorBars, Marks, SecondPlot, Trend
from pipeline.render.charts.parts import data_of, decimal, look, on, text_of, val
from pipeline.render.graphic import Stroke
from pipeline.render.looks import RunStyle
from pipeline.render.read.colors import Theme
from pipeline.render.read.drawingcolors import Paint, filling, outline
from pipeline.render.read.units import child, integer

MOST_TRENDS = 10  # of one series
_BLACK = Stroke("000000", 0.75)
_TREND_WIDTH = 1.5
_SWEDISH = {
    "linear": "Linjär",
    "exp": "Exponentiell",
    "log": "Logaritmisk",
    "poly": "Polynom",
    "power": "Potens",
    "movingAvg": "Glidande medelvärde",
}
_ENGLISH = {
    "linear": "Linear",
    "exp": "Expon.",
    "log": "Log.",
    "poly": "Poly.",
    "power": "Power",
    "movingAvg": "Moving average",
}
Numbers = tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class ExtrasReader:
    """Reads the extras of a chart's series and plots; ``style`` is the look of its text."""

    theme: Theme
    style: RunStyle

    def trends(self, node: etree._Element, name: str, usual: str) -> tuple[Trend, ...]:
        """Return the trendlines of a series with its name and its own colour."""
        found = list(node.iterchildren(q("c:trendline")))[:MOST_TRENDS]
        return tuple(self._trend(one, name, usual) for one in found)

    def _trend(self, node: etree._Element, series: str, usual: str) -> Trend:
        kind = val(node, "c:trendlineType") or "linear"
        names = _ENGLISH if self.style.language.lower().startswith("en") else _SWEDISH
        label, given = child(node, "c:trendlineLbl"), child(node, "c:name")
        rich = child(child(label, "c:tx"), "c:rich")
        stroke = self._line(node, Stroke(usual, _TREND_WIDTH, cap=1))
        return Trend(
            kind,
            (given.text or "").strip() if given is not None else f"{names.get(kind, kind)} ({series})",
            stroke or Stroke(usual, _TREND_WIDTH),
            min(max(integer(val(node, "c:order"), 2), 2), 6),
            min(max(integer(val(node, "c:period"), 2), 2), 255),
            max(decimal(val(node, "c:forward")) or 0.0, 0.0),
            max(decimal(val(node, "c:backward")) or 0.0, 0.0),
            decimal(val(node, "c:intercept")),
            on(node, "c:dispEq"),
            on(node, "c:dispRSqr"),
            text_of(rich) if rich is not None else "",
            look(child(label, "c:txPr"), self.style, self.theme),
        )

    def _line(self, node: etree._Element | None, usual: Stroke | None) -> Stroke | None:
        return outline(child(child(node, "c:spPr"), "a:ln"), self.theme, usual)

    def errors(self, node: etree._Element, values: Numbers, across: Numbers) -> Iterator[ErrorBars]:
        """Yield the error bars of a series."""
        for bars in list(node.iterchildren(q("c:errBars")))[:2]:
            is_across = val(bars, "c:errDir") == "x"
            kind = val(bars, "c:errBarType") or "both"
            numbers = across if is_across else values
            more = self._reach(bars, "c:plus", numbers) if kind != "minus" else ()
            less = self._reach(bars, "c:minus", numbers) if kind != "plus" else ()
            stroke = self._line(bars, _BLACK)
            if stroke is not None:
                yield ErrorBars(is_across, more, less, stroke, not on(bars, "c:noEndCap"))

    @staticmethod
    def _reach(bars: etree._Element, side: str, numbers: Numbers) -> tuple[float, ...]:
        kind, given = val(bars, "c:errValType"), decimal(val(bars, "c:val"))
        known = [number for number in numbers if number is not None]
        if kind == "cust":
            own = [abs(decimal(text) or 0.0) for text in data_of(child(bars, side)).values]
            own = own * len(numbers) if len(own) == 1 else own
            return tuple(own)
        if kind == "percentage":
            return tuple(abs(number or 0.0) * (given or 0.0) / 100 for number in numbers)
        spread = _spread(known)
        amount = {"stdDev": spread * (given or 1.0), "stdErr": spread / math.sqrt(len(known) or 1)}
        return (abs(amount.get(kind, given or 0.0)),) * len(numbers)

    def marks(self, node: etree._Element) -> Marks:
        """Return what a plot draws between its series."""
        bars, highs, drops = (child(node, f"c:{name}") for name in ("upDownBars", "hiLowLines", "dropLines"))
        if bars is None and highs is None and drops is None:
            return NO_MARKS
        return Marks(
            self._bar(child(bars, "c:upBars"), "ffffff"),
            self._bar(child(bars, "c:downBars"), "404040"),
            min(max(integer(val(bars, "c:gapWidth"), 150), 0), 500) / 100,
            self._line(highs, _BLACK) if highs is not None else None,
            self._line(drops, _BLACK) if drops is not None else None,
        )

    def _bar(self, node: etree._Element | None, usual: str) -> tuple[Paint, Stroke | None] | None:
        if node is None:
            return None
        paint = filling(child(node, "c:spPr"), self.theme)
        return Paint(usual) if paint is None else paint, self._line(node, _BLACK)

    def table(self, node: etree._Element | None) -> DataTable | None:
        """Return the table of the data that stands below the plot."""
        if node is None:
            return None
        return DataTable(
            look(child(node, "c:txPr"), self.style, self.theme),
            self._line(node, Stroke("868686", 0.75)) or Stroke("ffffff", 0.1),
            on(node, "c:showHorzBorder"),
            on(node, "c:showVertBorder"),
            on(node, "c:showOutline"),
            on(node, "c:showKeys"),
        )

    def second(self, node: etree._Element) -> SecondPlot | None:
        """Return the second plot of a pie of pie or a bar of pie."""
        if etree.QName(node).localname != "ofPieChart":
            return None
        points = child(node, "c:custSplit")
        lines = child(node, "c:serLines")
        return SecondPlot(
            val(node, "c:ofPieType") == "bar",
            val(node, "c:splitType") or "auto",
            decimal(val(node, "c:splitPos")) or 0.0,
            frozenset(integer(one.get("val")) for one in (() if points is None else points)),
            min(max(integer(val(node, "c:secondPieSize").rstrip("%"), 75), 5), 200) / 100,
            self._line(lines, _BLACK) if lines is not None else None,
        )


def _spread(numbers: list[float]) -> float:
    """Return the standard deviation of numbers, 0 where there is none."""
    try:
        return statistics.stdev(numbers) if len(numbers) > 1 else 0.0
    except (OverflowError, statistics.StatisticsError):
        return 0.0
