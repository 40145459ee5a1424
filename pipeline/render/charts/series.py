"""The series of a chart with their colours, markers and data labels (ECMA-376 part 1, 21.2.2.170)."""

from __future__ import annotations

from dataclasses import dataclass, replace

from lxml import etree

from pipeline.ooxml.names import q
from pipeline.render.charts.extras import ExtrasReader
from pipeline.render.charts.labels import LabelReader, Told, cells_of
from pipeline.render.charts.model import DataLabels, Series
from pipeline.render.charts.numbers import shown
from pipeline.render.charts.palette import Palette
from pipeline.render.charts.parts import data_of, decimal, on, val
from pipeline.render.graphic import Stroke
from pipeline.render.looks import RunStyle
from pipeline.render.read.colors import Theme
from pipeline.render.read.drawingcolors import Paint, filling, outline
from pipeline.render.read.units import child, integer

MOST_SERIES = 255
_MARKERS = ("diamond", "square", "triangle", "x", "star", "circle")
_LINES = {"line", "scatter", "radar"}
_LINE_WIDTH = 2.25
_POINT_KINDS = {"pie", "doughnut"}


@dataclass(frozen=True, slots=True)
class SeriesReader:
    """Reads the series of one plot; ``labels`` is what the plot says of all, ``code`` the format of its categories."""

    kind: str
    theme: Theme
    style: RunStyle
    by_point: bool
    marked: bool
    plot_labels: etree._Element | None
    code: str = ""
    palette: Palette = Palette({})  # noqa: RUF009 - frozen
    total: int = 1

    def read(self, node: etree._Element, place: int) -> Series:
        """Return a series; ``place`` counts the series before it in the chart."""
        values = data_of(self._either(node, "c:val", "c:yVal"))
        categories, sizes = data_of(self._either(node, "c:cat", "c:xVal")), data_of(child(node, "c:bubbleSize"))
        index = integer(val(node, "c:idx"), place)
        properties = child(node, "c:spPr")
        usual = self.palette.color(index, self.total)
        code = self.code or categories.format_code
        numbers, days = (tuple(map(decimal, data.values)) for data in (values, categories))
        marker, size, marker_fill = self._marker(node, index, Paint(usual))
        name = " ".join(filter(None, data_of(child(node, "c:tx")).values)) or f"Serie {place + 1}"
        names = tuple(_category(text, code, self.style.language) for text in categories.values)
        across = days if child(node, "c:xVal") is not None else ()
        found = Series(
            name,
            numbers,
            names,
            across,
            tuple(map(decimal, sizes.values)),
            values.format_code,
            filling(properties, self.theme) or Paint(usual),
            self._stroke(properties, usual),
            self._points(node, len(numbers)),
            marker,
            size,
            marker_fill,
            on(node, "c:smooth"),
            self._labels(node, Told(name, values, names, sizes, cells_of(node))),
            days,
            code,
        )
        return self._beside(found, node, usual)

    def _beside(self, found: Series, node: etree._Element, usual: str) -> Series:
        """Return a series with its trendlines, its error bars and what its single values have of their own."""
        extras = ExtrasReader(self.theme, self.style)
        return replace(
            found,
            trends=extras.trends(node, found.name, usual),
            errors=tuple(extras.errors(node, found.values, found.across)),
            apart=_apart(node, len(found.values)),
            negative=self._negative(node),
            levels=data_of(child(node, "c:cat")).levels,
        )

    def _labels(self, node: etree._Element, told: Told) -> DataLabels:
        """Return the labels of a series: its own, else those of the plot (21.2.2.49)."""
        own = child(node, "c:dLbls")
        return LabelReader(self.theme, self.style, told).read(own if own is not None else self.plot_labels)

    def _negative(self, node: etree._Element) -> Paint | None:
        """Return what bars below nothing are filled with, None where that is as the others are (21.2.2.86)."""
        if self.kind != "bar" or child(node, "c:invertIfNegative") is None or not on(node, "c:invertIfNegative"):
            return None
        own = next(node.iter("{*}invertSolidFillFmt"), None)
        found = filling(next(own.iter("{*}spPr"), None), self.theme) if own is not None else None
        return Paint("ffffff") if found is None else found

    @staticmethod
    def _either(node: etree._Element, first: str, second: str) -> etree._Element | None:
        found = child(node, first)
        return found if found is not None else child(node, second)

    def _stroke(self, properties: etree._Element | None, usual: str) -> Stroke | None:
        line = child(properties, "a:ln")
        if self.kind not in _LINES:
            return outline(line, self.theme, None)
        return outline(line, self.theme, Stroke(usual, _LINE_WIDTH, cap=1))

    def _marker(self, node: etree._Element, index: int, usual: Paint) -> tuple[str, float, Paint]:
        marker = child(node, "c:marker")
        symbol = val(marker, "c:symbol")
        if not symbol or symbol == "auto":
            symbol = _MARKERS[index % len(_MARKERS)] if self.marked else "none"
        size = float(min(max(integer(val(marker, "c:size"), 5), 2), 72))
        paint = filling(child(marker, "c:spPr"), self.theme)
        paint = filling(child(node, "c:spPr"), self.theme) if paint is None else paint
        return ("" if symbol == "none" else symbol), size, usual if paint is None else paint

    def _points(self, node: etree._Element, count: int) -> dict[int, Paint]:
        """Return the colours of points that have one of their own (21.2.2.52, 21.2.2.227)."""
        own = {at: Paint(self.palette.color(at, count)) for at in range(count)} if self.by_point else {}
        if self.kind in _POINT_KINDS and not self.by_point:
            own = {}
        for point in node.iterchildren(q("c:dPt")):
            paint = filling(child(point, "c:spPr"), self.theme)
            if paint is not None:
                own[integer(val(point, "c:idx"))] = paint
        return own


def _apart(node: etree._Element, count: int) -> dict[int, float]:
    """Return how far slices are moved out of the pie, as shares of its radius (21.2.2.61)."""
    whole = integer(val(node, "c:explosion"))
    found = dict.fromkeys(range(count), whole)
    found |= {integer(val(one, "c:idx")): integer(val(one, "c:explosion")) for one in node.iterchildren(q("c:dPt"))}
    return {at: min(share, 400) / 100 for at, share in found.items() if share > 0}


def _category(text: str | None, code: str, language: str) -> str:
    """Return a category's text; a number is shown by the format of its cell."""
    number = decimal(text) if code and code.lower() != "general" else None
    return (text or "") if number is None else shown(number, code, language)
