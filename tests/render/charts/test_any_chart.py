"""Charts of every kind with odd values, switches and places: all are drawn within bounds and told."""

from __future__ import annotations

from random import Random

import pytest
from lxml import etree

from pipeline.render.charts.draw import draw_chart
from pipeline.render.charts.reader import ChartReader
from pipeline.render.charts.words import in_words
from tests.render.charts.making import STYLE, cache, plot, series, space

KINDS = ("bar", "line", "pie", "doughnut", "area", "scatter", "bubble", "radar", "ofPie", "stock", "surface")
VALUES = (0, 1, -1, 5, 1e300, -1e308, 1e-300, "", "x", "NaN", "1e400", 45292, 45323, 2958465, -5, 12.5, -3.25)
NUMBERS = ("0", "1", "-1", "99999999999", "x", "", "50", "-50", "1e9", "0.5")
SWITCHES = ("1", "0")
CODES = ("", "General", "yyyy\\-mm", '"a"0', "[$-1]d;@", '0.0%;;"x"', "#,##0,,")
TRENDS = ("linear", "exp", "log", "poly", "power", "movingAvg", "x")
ERRORS = ("cust", "fixedVal", "percentage", "stdDev", "stdErr")
SIZES = ((400, 250), (1, 1), (20, 300), (3000, 5))


class Maker:
    """Makes one chart by chance."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)

    def some(self, name: str, values: tuple[str, ...]) -> str:
        return f'<c:{name} val="{self.random.choice(values)}"/>' if self.random.random() < 0.6 else ""

    def all_of(self, values: tuple[str, ...], *names: str) -> str:
        return "".join(self.some(name, values) for name in names)

    def trend(self) -> str:
        more = self.all_of(NUMBERS, "order", "period", "forward", "backward", "intercept")
        return f"<c:trendline>{self.some('trendlineType', TRENDS)}{more}<c:dispRSqr/><c:dispEq/></c:trendline>"

    def errors(self) -> str:
        kinds = self.some("errDir", ("x", "y")) + self.some("errBarType", ("both", "plus", "minus"))
        amount = self.some("errValType", ERRORS) + self.some("val", NUMBERS)
        return f"<c:errBars>{kinds}{amount}<c:plus>{cache('num', *self.numbers(2))}</c:plus></c:errBars>"

    def labels(self) -> str:
        names = ("showVal", "showCatName", "showSerName", "showPercent", "showBubbleSize")
        place = f"<c:layout><c:manualLayout>{self.all_of(NUMBERS, *'xywh')}</c:manualLayout></c:layout>"
        own = f'<c:dLbl><c:idx val="{self.random.choice(NUMBERS)}"/>{place}<c:showVal/></c:dLbl>'
        at = self.some("dLblPos", ("t", "b", "outEnd", "inEnd", "ctr", "inBase", "bestFit", "x"))
        return f"<c:dLbls>{own}{at}{self.all_of(SWITCHES, *names)}</c:dLbls>"

    def numbers(self, count: int) -> list[object]:
        return [self.random.choice(VALUES) for _ in range(count)]

    def series(self) -> str:
        count = self.random.choice((0, 1, 2, 3, 7, 40))
        parts = (self.trend, self.errors, self.labels, lambda: self.some("explosion", NUMBERS))
        more = "".join(self.random.choice(parts)() for _ in range(self.random.randint(0, 4)))
        more += self.some("invertIfNegative", SWITCHES)
        if self.random.random() < 0.3:
            x, y = (cache("num", *self.numbers(count)) for _ in range(2))
            data = f"<c:xVal>{x}</c:xVal><c:yVal>{y}</c:yVal><c:bubbleSize>{y}</c:bubbleSize>"
            return f"<c:ser>{more}{data}</c:ser>"
        dates = cache("num", *self.numbers(count), code=self.random.choice(CODES).replace('"', "&quot;"))
        return series("S", *self.numbers(count), more=more, categories=self.random.choice(("", dates)))

    def axis(self, kind: str, number: int) -> str:
        scale = self.some("logBase", ("10", "2", "0", "1e9")) + self.some("orientation", ("maxMin",))
        scale += self.all_of(NUMBERS, "max", "min")
        marks = self.all_of(("in", "out", "cross", "none"), "majorTickMark", "minorTickMark")
        units = self.all_of(("days", "months", "years", "x"), "baseTimeUnit", "majorTimeUnit")
        steps = self.all_of(NUMBERS, "crossesAt", "majorUnit", "minorUnit", "tickLblSkip")
        look = f'<c:txPr><a:bodyPr rot="{self.random.choice(("-5400000", "2700000", "0", "x"))}"/></c:txPr>'
        shown = self.some("dispUnits", ("1",)).replace("/>", f">{self.some('custUnit', NUMBERS)}</c:dispUnits>")
        more = self.some("tickLblPos", ("nextTo", "low", "high", "none")) + self.some("crosses", ("max", "min"))
        grid = "<c:majorGridlines/><c:minorGridlines/>"
        head = f'<c:axId val="{number}"/><c:scaling>{scale}</c:scaling><c:axPos val="{self.random.choice("bltr")}"/>'
        return f"<c:{kind}>{head}{grid}{marks}{units}{steps}{look}{shown}{more}</c:{kind}>"

    def chart(self) -> str:
        inside = self.some("grouping", ("stacked", "percentStacked", "clustered")) + self.some("barDir", ("bar", "col"))
        inside += self.all_of(NUMBERS, "gapWidth", "overlap", "splitPos", "secondPieSize") + self.some(
            "varyColors", SWITCHES
        )
        inside += self.some("splitType", ("pos", "val", "percent", "cust")) + self.some("ofPieType", ("bar", "pie"))
        inside += "".join(self.series() for _ in range(self.random.randint(0, 3)))
        if self.random.random() < 0.4:
            inside += "<c:hiLowLines/><c:dropLines/><c:upDownBars><c:upBars/><c:downBars/></c:upDownBars>"
        both = self.axis(self.random.choice(("catAx", "dateAx", "valAx")), 1) + self.axis("valAx", 2)
        table = "<c:dTable><c:showHorzBorder/><c:showVertBorder/><c:showOutline/><c:showKeys/></c:dTable>"
        legend = f"<c:legend>{self.some('legendPos', ('r', 'l', 't', 'b', 'tr'))}</c:legend>"
        more = legend + self.some("dispBlanksAs", ("gap", "zero", "span"))
        return space(plot(self.random.choice(KINDS), inside), both, more, self.random.choice(("", table)))


@pytest.mark.parametrize("seed", range(150))
def test_any_chart_is_drawn_within_bounds(seed: int) -> None:
    maker = Maker(seed)
    for _ in range(4):
        found = ChartReader({}, STYLE).read(etree.fromstring(maker.chart()))
        assert found is not None
        items = draw_chart(found, *maker.random.choice(SIZES)).items
        assert len(items) < 20_000
        numbers = [value for item in items for _, values in getattr(item, "commands", ()) for value in values]
        assert all(abs(value) < 1e9 for value in numbers)
        assert in_words(found)
