"""The series of a chart with their colours, markers and data labels (ECMA-376 part 1, 21.2.2.170)."""

from __future__ import annotations

from dataclasses import dataclass, replace

from lxml import etree

from pipeline.ooxml.names import q
from pipeline.render.charts.model import NO_LABELS, DataLabels, Series
from pipeline.render.charts.numbers import shown
from pipeline.render.charts.parts import data_of, decimal, look, on, text_of, val
from pipeline.render.graphic import Stroke
from pipeline.render.looks import RunStyle
from pipeline.render.read.colors import THEME_COLOR, Theme, hexadecimal, parts
from pipeline.render.read.drawingcolors import Paint, filling, outline
from pipeline.render.read.units import child, integer

MOST_SERIES = 255
_OFFICE = ("4472c4", "ed7d31", "a5a5a5", "ffc000", "5b9bd5", "70ad47")
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

    def read(self, node: etree._Element, place: int) -> Series:
        """Return a series; ``place`` counts the series before it in the chart."""
        values = data_of(self._either(node, "c:val", "c:yVal"))
        categories = data_of(self._either(node, "c:cat", "c:xVal"))
        index = integer(val(node, "c:idx"), place)
        properties = child(node, "c:spPr")
        usual = accent(self.theme, index)
        code = self.code or categories.format_code
        fill = filling(properties, self.theme)
        numbers = tuple(map(decimal, values.values))
        marker, size, marker_fill = self._marker(node, index, Paint(usual))
        return Series(
            " ".join(filter(None, data_of(child(node, "c:tx")).values)) or f"Serie {place + 1}",
            numbers,
            tuple(_category(text, code, self.style.language) for text in categories.values),
            tuple(map(decimal, categories.values)) if child(node, "c:xVal") is not None else (),
            tuple(map(decimal, data_of(child(node, "c:bubbleSize")).values)),
            values.format_code,
            Paint(usual) if fill is None else fill,
            self._stroke(properties, usual),
            self._points(node, len(numbers)),
            marker,
            size,
            marker_fill,
            on(node, "c:smooth"),
            self._labels(child(node, "c:dLbls")),
        )

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
        own = {at: Paint(accent(self.theme, at)) for at in range(count)} if self.by_point else {}
        if self.kind in _POINT_KINDS and not self.by_point:
            own = {}
        for point in node.iterchildren(q("c:dPt")):
            paint = filling(child(point, "c:spPr"), self.theme)
            if paint is not None:
                own[integer(val(point, "c:idx"))] = paint
        return own

    def _labels(self, own: etree._Element | None) -> DataLabels:
        """Return the labels of a series: its own, else those of the plot (21.2.2.49)."""
        node = own if own is not None else self.plot_labels
        if node is None or on(node, "c:delete"):
            return NO_LABELS
        found = self._shown(node)
        texts: dict[int, str] = {}
        without = set()
        for label in node.iterchildren(q("c:dLbl")):
            at = integer(val(label, "c:idx"))
            rich = child(child(label, "c:tx"), "c:rich")
            if on(label, "c:delete"):
                without.add(at)
            elif rich is not None:
                texts[at] = text_of(rich)
        return replace(found, texts=texts, without=frozenset(without))

    def _shown(self, node: etree._Element) -> DataLabels:
        code = child(node, "c:numFmt")
        separator = child(node, "c:separator")
        return DataLabels(
            on(node, "c:showVal"),
            on(node, "c:showCatName"),
            on(node, "c:showSerName"),
            on(node, "c:showPercent"),
            val(node, "c:dLblPos"),
            (separator.text or " ") if separator is not None else "; ",
            (code.get("formatCode") or "") if code is not None and code.get("sourceLinked") != "1" else "",
            look(child(node, "c:txPr"), self.style, self.theme),
        )


def _category(text: str | None, code: str, language: str) -> str:
    """Return a category's text; a number is shown by the format of its cell."""
    number = decimal(text) if code and code.lower() != "general" else None
    return (text or "") if number is None else shown(number, code, language)


def accent(theme: Theme, index: int) -> str:
    """Return the colour of the series of a number: the theme's accents in turn, each round darker or lighter."""
    round_, place = divmod(max(index, 0), 6)
    base = theme.get(f"{THEME_COLOR}accent{place + 1}", _OFFICE[place])
    factor = (1.0, 0.6, 1.3, 0.8, 1.15)[round_ % 5]
    if factor == 1.0:
        return base
    red, green, blue = (part * factor if factor < 1 else 1 - (1 - part) * (2 - factor) for part in parts(base))
    return hexadecimal((red, green, blue))
