"""A chart's part becomes a chart: plots, axes, title and legend (ECMA-376 part 1, 21.2.2.27)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml import etree

from pipeline.ooxml.names import q
from pipeline.render.charts.extras import ExtrasReader
from pipeline.render.charts.ground import SHARED
from pipeline.render.charts.model import Area, Axis, Caption, Chart, Days, Legend, Plot
from pipeline.render.charts.numbers import shown
from pipeline.render.charts.palette import Palette
from pipeline.render.charts.parts import caption, decimal, look, on, placed, text_of, turn_of, val
from pipeline.render.charts.series import MOST_SERIES, SeriesReader
from pipeline.render.graphic import Stroke
from pipeline.render.looks import RunStyle
from pipeline.render.read.colors import Theme
from pipeline.render.read.drawingcolors import NO_PAINT, filling, outline
from pipeline.render.read.units import child, integer

_KINDS = {
    "barChart": "bar",
    "bar3DChart": "bar",
    "lineChart": "line",
    "line3DChart": "line",
    "pieChart": "pie",
    "pie3DChart": "pie",
    "ofPieChart": "pie",
    "doughnutChart": "doughnut",
    "areaChart": "area",
    "area3DChart": "area",
    "scatterChart": "scatter",
    "bubbleChart": "bubble",
    "radarChart": "radar",
    "stockChart": "line",
    "surfaceChart": "line",
    "surface3DChart": "line",
}
_AXES = {"catAx": "category", "dateAx": "date", "valAx": "value", "serAx": "series"}
_USUAL_SIZE = 10.0
_TITLE_SIZE = 1.8  # of the chart's text
_GREY, _LIGHT = "868686", "d9d9d9"
_UNITS = {
    "hundreds": (2, "Hundratal", "Hundreds"),
    "thousands": (3, "Tusental", "Thousands"),
    "tenThousands": (4, "Tiotusental", "10,000"),
    "hundredThousands": (5, "Hundratusental", "100,000"),
    "millions": (6, "Miljoner", "Millions"),
    "tenMillions": (7, "Tiotal miljoner", "10,000,000"),
    "hundredMillions": (8, "Hundratal miljoner", "100,000,000"),
    "billions": (9, "Miljarder", "Billions"),
    "trillions": (12, "Biljoner", "Trillions"),
}


@dataclass
class ChartReader:
    """Reads one chart space; ``style`` is the look of text in it where nothing is said of it."""

    theme: Theme
    style: RunStyle
    spatial: bool = False
    palette: Palette = Palette({})  # noqa: RUF009 - frozen
    total: int = 1
    _series: int = 0

    def read(self, space: etree._Element) -> Chart | None:
        """Return the chart of a c:chartSpace, None where it has no plot."""
        node = child(space, "c:chart")
        area = child(node, "c:plotArea")
        if area is None:
            return None
        language = val(space, "c:lang") or self.style.language
        base = replace(self.style, size=_USUAL_SIZE, bold=False, italic=False, language=language)
        self.style = look(child(space, "c:txPr"), base, self.theme)
        blanks = val(node, "c:dispBlanksAs", "zero") or "gap"
        self.palette = Palette(self.theme, integer(val(next(iter(_styles(space)), None), "c:style"), 2))
        self.total = sum(1 for _ in area.iter(q("c:ser")))
        plots = tuple(_with_blanks(plot, blanks) for plot in self._plots(area))
        ground = filling(child(space, "c:spPr"), self.theme)
        return Chart(
            plots,
            {axis.number: axis for axis in self._axes(area)},
            self.style,
            language,
            self._title(node, plots),
            self._legend(child(node, "c:legend"), plots),
            ground or NO_PAINT,
            outline(child(child(space, "c:spPr"), "a:ln"), self.theme, None),
            filling(child(area, "c:spPr"), self.theme) or NO_PAINT,
            _inner(area),
            self.spatial,
            on(space, "c:roundedCorners"),
            self._extras.table(child(area, "c:dTable")),
        )

    @property
    def _extras(self) -> ExtrasReader:
        return ExtrasReader(self.theme, self.style)

    def _title(self, node: etree._Element | None, plots: tuple[Plot, ...]) -> Caption | None:
        """Return the title; without text of its own it is the name of the only series (21.2.2.7)."""
        series = [one for plot in plots for one in plot.series]
        usual = series[0].name if len(series) == 1 else ""
        style = replace(self.style, size=self.style.size * _TITLE_SIZE, bold=True)
        if usual and val(node, "c:autoTitleDeleted") in {"0", "false"} and child(node, "c:title") is None:
            return Caption(usual, style)
        return caption(child(node, "c:title"), style, self.theme, usual)

    def _plots(self, area: etree._Element) -> Iterator[Plot]:
        for node in area.iterchildren("*"):
            name = etree.QName(node).localname
            if name in _KINDS:
                self.spatial = self.spatial or "3D" in name or name == "surfaceChart"
                yield self._plot(node, _KINDS[name], stock=name == "stockChart")

    def _plot(self, node: etree._Element, kind: str, *, stock: bool) -> Plot:
        nodes = list(node.iterchildren(q("c:ser")))[: max(MOST_SERIES - self._series, 0)]
        by_point = on(node, "c:varyColors") and (len(nodes) == 1 or kind == "doughnut") and kind not in {"line", "area"}
        if kind == "scatter":
            by_point = False
        style = val(node, "c:scatterStyle") or val(node, "c:radarStyle")
        marked = on(node, "c:marker") or kind == "scatter" or style == "marker"
        own_labels, code = child(node, "c:dLbls"), _category_code(node)
        reader = SeriesReader(
            kind, self.theme, self.style, by_point, marked, own_labels, code, self.palette, self.total
        )
        series = []
        for one in nodes:
            series.append(reader.read(one, self._series))
            self._series += 1
        turned = val(node, "c:barDir") == "bar"
        return Plot(
            kind,
            tuple(series),
            tuple(axis.get("val") or "" for axis in node.iterchildren(q("c:axId"))),
            "standard" if stock else val(node, "c:grouping") or ("clustered" if kind == "bar" else "standard"),
            turned,
            min(max(integer(val(node, "c:gapWidth").rstrip("%"), 150), 0), 500) / 100,
            min(max(integer(val(node, "c:overlap").rstrip("%")), -100), 100) / 100,
            min(max(integer(val(node, "c:holeSize").rstrip("%"), 50), 1), 90) / 100,
            float(integer(val(node, "c:firstSliceAng")) % 360),
            by_point,
            style,
            self._extras.marks(node),
            self._extras.second(node),
        )

    def _axes(self, area: etree._Element) -> Iterator[Axis]:
        for node in area.iterchildren("*"):
            kind = _AXES.get(etree.QName(node).localname)
            if kind is not None:
                yield self._axis(node, kind)

    def _axis(self, node: etree._Element, kind: str) -> Axis:
        scaling, code = child(node, "c:scaling"), child(node, "c:numFmt")
        style = look(child(node, "c:txPr"), self.style, self.theme)
        grey = Stroke(_GREY, 0.75)
        unit, unit_name = self._unit(child(node, "c:dispUnits"))
        found = Axis(
            val(node, "c:axId"),
            kind,
            val(node, "c:axPos") or "b",
            style,
            on(node, "c:delete"),
            decimal(val(scaling, "c:min")),
            decimal(val(scaling, "c:max")),
            _positive(val(node, "c:majorUnit")),
            min(_positive(val(scaling, "c:logBase")) or 0.0, 1000.0),
            val(scaling, "c:orientation") == "maxMin",
            (code.get("formatCode") or "") if code is not None else "",
            code is None or code.get("sourceLinked") in {"1", "true"},
            self._axis_title(node, unit_name, style),
            self._grid(node, "c:majorGridlines", grey),
            outline(child(child(node, "c:spPr"), "a:ln"), self.theme, grey),
            val(node, "c:tickLblPos") or "nextTo",
            val(node, "c:crosses") or "autoZero",
            decimal(val(node, "c:crossesAt")),
            val(node, "c:crossAx"),
            min(max(integer(val(node, "c:tickLblSkip")), 0), 1000),
            val(node, "c:crossBetween") != "midCat",
        )
        return self._detailed(replace(found, unit=unit), node)

    def _detailed(self, axis: Axis, node: etree._Element) -> Axis:
        """Return an axis with its marks, its minor lines, the turn of its labels and the units of its dates."""
        return replace(
            axis,
            tick=val(node, "c:majorTickMark", "cross") or "out",
            minor_tick=val(node, "c:minorTickMark", "cross") or "none",
            minor_step=_positive(val(node, "c:minorUnit")),
            minor_grid=self._grid(node, "c:minorGridlines", Stroke(_LIGHT, 0.75)),
            turn=turn_of(child(node, "c:txPr")),
            days=_days(node) if axis.kind == "date" else None,
            flat=on(node, "c:noMultiLvlLbl"),
        )

    def _axis_title(self, node: etree._Element, unit_name: str, style: RunStyle) -> Caption | None:
        """Return the title of an axis; one without is named by the unit that its numbers are shown in."""
        title = caption(child(node, "c:title"), replace(self.style, bold=True), self.theme, "Axelrubrik")
        return title or (Caption(unit_name, style) if unit_name else None)

    def _grid(self, node: etree._Element, name: str, usual: Stroke) -> Stroke | None:
        grid = child(node, name)
        return None if grid is None else outline(child(child(grid, "c:spPr"), "a:ln"), self.theme, usual)

    def _unit(self, node: etree._Element | None) -> tuple[float, str]:
        """Return the unit that numbers are shown in, and what that is called on the axis (21.2.2.45)."""
        if node is None:
            return 1.0, ""
        power, swedish, english = _UNITS.get(val(node, "c:builtInUnit"), (0, "", ""))
        unit = _positive(val(node, "c:custUnit")) or 10.0**power
        label = child(node, "c:dispUnitsLbl")
        if label is None:
            return unit, ""
        own = child(child(label, "c:tx"), "c:rich")
        usual = english if self.style.language.lower().startswith("en") else swedish
        return unit, text_of(own) if own is not None else usual or f"× {shown(unit, '#,##0', self.style.language)}"

    def _legend(self, node: etree._Element | None, plots: tuple[Plot, ...]) -> Legend | None:
        if node is None:
            return None
        gone = {integer(val(one, "c:idx")) for one in node.iterchildren(q("c:legendEntry")) if on(one, "c:delete")}
        style = look(child(node, "c:txPr"), self.style, self.theme)
        place = val(node, "c:legendPos") or "r"
        upwards = any(one.kind in {"bar", "area"} and one.grouping in SHARED and not one.horizontal for one in plots)
        return Legend(place, style, frozenset(gone), placed(node), on(node, "c:overlay"), upwards)


def _styles(space: etree._Element) -> Iterator[etree._Element]:
    """Yield what may hold the number of the chart's style: the space itself, or the fallback of a newer one."""
    holders = (space, *space.iterfind(f"{q('mc:AlternateContent')}/{q('mc:Fallback')}"))
    yield from (holder for holder in holders if child(holder, "c:style") is not None)


def _with_blanks(plot: Plot, blanks: str) -> Plot:
    """Return a plot whose series know what stands for missing values (21.2.2.42)."""
    return replace(plot, series=tuple(replace(one, blanks=blanks) for one in plot.series)) if blanks != "gap" else plot


def _category_code(plot: etree._Element) -> str:
    """Return the number format that a plot's axis of categories has of its own, "" for that of the cells."""
    numbers = {axis.get("val") for axis in plot.iterchildren(q("c:axId"))}
    area = plot.getparent()
    for node in () if area is None else area.iterchildren(q("c:catAx"), q("c:dateAx")):
        code = child(node, "c:numFmt")
        if val(node, "c:axId") in numbers and code is not None and code.get("sourceLinked") not in {"1", "true"}:
            return code.get("formatCode") or ""
    return ""


def _days(node: etree._Element) -> Days:
    return Days(
        val(node, "c:baseTimeUnit"),
        round(_positive(val(node, "c:majorUnit")) or 0),
        val(node, "c:majorTimeUnit") or "days",
    )


def _positive(text: str) -> float | None:
    number = decimal(text)
    return number if number is not None and number > 0 else None


def _inner(area: etree._Element) -> Area | None:
    """Return the plot's place where it is set by hand without the labels of its axes (21.2.2.88)."""
    manual = child(child(area, "c:layout"), "c:manualLayout")
    if val(manual, "c:layoutTarget") != "inner":
        return None
    left, top, width, height = (decimal(val(manual, f"c:{name}")) for name in "xywh")
    if left is None or top is None or width is None or height is None or min(width, height) <= 0:
        return None
    return min(max(left, 0.0), 0.95), min(max(top, 0.0), 0.95), min(width, 1.0), min(height, 1.0)
