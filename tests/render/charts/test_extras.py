"""What charts draw beside their series: trendlines, error bars, tables, labels of single values, axes of dates."""

from __future__ import annotations

from itertools import pairwise

import pytest
from lxml import etree

from pipeline.render.charts.model import Trend
from pipeline.render.charts.reader import ChartReader
from pipeline.render.charts.trends import curve_of, curve_points, fitted
from pipeline.render.charts.words import in_words
from pipeline.render.graphic import Path, Stroke
from tests.render.charts.making import STYLE, axes, cache, chart, labels, paths, placed, plot, points, series, space

BLACK = Stroke("000000", 1.0)
RED = '<c:spPr><a:ln w="12700"><a:solidFill><a:srgbClr val="ff0000"/></a:solidFill></a:ln></c:spPr>'


def trendline(kind: str, more: str = "") -> str:
    return f'<c:trendline>{RED}<c:trendlineType val="{kind}"/>{more}</c:trendline>'


def error_bars(kind: str, value: float = 1, direction: str = "y", side: str = "both", more: str = "") -> str:
    return (
        f'<c:errBars><c:errDir val="{direction}"/><c:errBarType val="{side}"/><c:errValType val="{kind}"/>'
        f'<c:noEndCap val="1"/>{more}<c:val val="{value}"/>{RED}</c:errBars>'
    )


def red(found: list[Path]) -> list[Path]:
    return [path for path in found if path.stroke is not None and path.stroke.color == "ff0000"]


def height(path: Path) -> float:
    ups = [values[1] for _, values in path.commands if values]
    return max(ups) - min(ups)


def test_a_linear_trend_is_the_line_of_least_squares() -> None:
    assert fitted([(1, 3), (2, 5), (3, 7)], 1, None) == pytest.approx([1, 2])
    assert fitted([(1, 2), (2, 4)], 1, 0.0) == pytest.approx([0, 2])


@pytest.mark.parametrize(
    ("kind", "known", "equation"),
    [
        ("linear", [(1, 3), (2, 5), (3, 7)], "2.0000x + 1.0000"),
        ("linear", [(1, -3), (2, -5), (3, -7)], "-2.0000x - 1.0000"),
        ("poly", [(1, 1), (2, 4), (3, 9), (4, 16)], "1.0000x² "),
        ("power", [(1, 2), (2, 8), (3, 18)], "2.0000x^(2.0000)"),
        ("exp", [(0, 1), (1, 2.718281828), (2, 7.389056099)], "1.0000e^(1.0000x)"),
        ("log", [(1, 1), (2.718281828, 3)], "2.0000ln(x) + 1.0000"),
    ],
)
def test_each_kind_of_trend_finds_the_curve_that_its_values_lie_on(
    kind: str, known: list[tuple[float, float]], equation: str
) -> None:
    found = curve_of(Trend(kind, "", BLACK), known)
    assert found is not None
    assert found.equation.startswith(equation)
    assert found.fit == pytest.approx(1.0)


def test_a_moving_average_begins_at_the_end_of_its_first_period() -> None:
    found = list(curve_points(Trend("movingAvg", "", BLACK, period=2), [(1, 2), (2, 4), (3, 8)]))
    assert found == [(2, 3.0), (3, 6.0)]


def test_a_trendline_goes_on_as_far_as_it_says() -> None:
    found = list(curve_points(Trend("linear", "", BLACK, forward=2.0, backward=1.0), [(1, 1), (2, 2)]))
    assert [value for pair in found for value in pair] == pytest.approx([0, 0, 4, 4])


@pytest.mark.parametrize("known", [[], [(1, 1)], [(1, 1), (1, 2)], [(0, -1), (1, 1)], [(1, 1e300), (2, 1e308)]])
@pytest.mark.parametrize("kind", ["linear", "poly", "exp", "log", "power", "movingAvg"])
def test_values_that_have_no_trend_give_none(kind: str, known: list[tuple[float, float]]) -> None:
    assert len(list(curve_points(Trend(kind, "", BLACK), known))) < 100


def test_a_trendline_is_drawn_named_in_the_legend_and_told_with_its_equation() -> None:
    more = trendline("linear", '<c:dispRSqr val="1"/><c:dispEq val="1"/>')
    found = chart(plot("bar", series("Utfall", 3, 5, 7, more=more)), more="<c:legend/>")
    assert len(red(paths(found))) == 2  # the line and its key
    assert {"Linjär (Utfall)", "y = 2,0000x + 1,0000", "R² = 1,0000"} <= set(labels(found))
    assert "trendlinje: Linjär (Utfall)" in in_words(found)


def test_error_bars_reach_as_far_as_their_amount_in_the_scale_of_the_axis() -> None:
    found = red(paths(chart(plot("bar", series("A", 4, more=error_bars("fixedVal", 1))))))
    wide = red(paths(chart(plot("bar", series("A", 4, more=error_bars("fixedVal", 2))))))
    assert len(found) == 2
    assert height(wide[1]) == pytest.approx(2 * height(found[1]))


@pytest.mark.parametrize(
    ("kind", "more", "count"),
    [
        ("percentage", "", 4),
        ("stdDev", "", 4),
        ("stdErr", "", 4),
        ("cust", f"<c:plus>{cache('num', 1, 0)}</c:plus>", 1),
    ],
)
def test_every_kind_of_error_bars_is_drawn(kind: str, more: str, count: int) -> None:
    assert len(red(paths(chart(plot("line", series("A", 4, 6, more=error_bars(kind, 5, more=more))))))) == count


def test_error_bars_of_points_go_across_too() -> None:
    bars = error_bars("fixedVal", 1, "x", "plus")
    found = red(paths(chart(plot("scatter", points("A", [(1, 1), (2, 3)], bars)), axes("val"))))
    assert [height(path) for path in found] == [0, 0]


def test_a_plot_of_lines_draws_what_joins_its_highest_and_its_lowest_value() -> None:
    more = f"<c:hiLowLines>{RED}</c:hiLowLines>"
    found = red(paths(chart(plot("line", series("A", 4, 6), series("B", 1, 1), more))))
    assert len(found) == 2
    assert height(found[0]) < height(found[1])


def test_bars_go_up_where_the_last_series_is_higher_and_down_where_it_is_lower() -> None:
    fill = '<c:spPr><a:solidFill><a:srgbClr val="{}"/></a:solidFill></c:spPr>'
    up, down = (
        f"<c:{kind}Bars>{fill.format(shade)}</c:{kind}Bars>" for kind, shade in (("up", "00ff00"), ("down", "ff0000"))
    )
    bars = f"<c:upDownBars>{up}{down}</c:upDownBars>"
    found = paths(chart(plot("stock", series("A", 1, 9), series("B", 4, 4), bars)))
    assert [path.fill for path in found if path.fill in {"00ff00", "ff0000"}] == ["00ff00", "ff0000"]


def test_drop_lines_reach_from_each_value_to_the_axis() -> None:
    found = red(paths(chart(plot("line", series("A", 4, 2), f"<c:dropLines>{RED}</c:dropLines>"))))
    assert height(found[0]) == pytest.approx(2 * height(found[1]))


def test_the_table_of_data_has_every_value_and_takes_the_place_of_the_labels() -> None:
    table = '<c:dTable><c:showHorzBorder val="1"/><c:showVertBorder val="1"/><c:showOutline val="1"/></c:dTable>'
    found = labels(chart(plot("bar", series("Alfa", 31, 52), series("Beta", 73, 94)), table=table))
    assert [text for text in found if text in {"31", "52", "73", "94"}] == ["31", "52", "73", "94"]
    assert [found.count(text) for text in ("Del 1", "Alfa", "Beta")] == [1, 1, 1]


def test_a_single_value_may_have_a_label_where_the_others_have_none() -> None:
    one = '<c:dLbl><c:idx val="1"/><c:showVal val="1"/></c:dLbl><c:showVal val="0"/>'
    found = labels(chart(plot("bar", series("A", 31, 52, more=f"<c:dLbls>{one}</c:dLbls>"))))
    assert ("52" in found, "31" in found) == (True, False)


def test_a_label_takes_its_text_from_the_cells_that_it_names() -> None:
    kind = 'xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart"'
    text = '<c:tx><c:rich><a:p><a:fld type="CELLRANGE"><a:t>[CELLOMRÅDE]</a:t></a:fld></a:p></c:rich></c:tx>'
    own = f'<c:dLbls><c:dLbl><c:idx val="0"/>{text}</c:dLbl><c:showVal val="0"/></c:dLbls>'
    cells = '<c15:dlblRangeCache><c:pt idx="0"><c:v>Skolan</c:v></c:pt></c15:dlblRangeCache>'
    last = f"<c:extLst><c:ext><c15:datalabelsRange {kind}>{cells}</c15:datalabelsRange></c:ext></c:extLst>"
    found = labels(chart(plot("bar", series("A", 31, more=own, last=last))))
    assert "Skolan" in found
    assert not any("[" in text for text in found)


def test_a_label_stands_on_a_ground_of_its_own_and_where_it_was_moved() -> None:
    fill = '<c:spPr><a:solidFill><a:srgbClr val="ffff00"/></a:solidFill></c:spPr>'
    moved = '<c:layout><c:manualLayout><c:x val="0.1"/><c:y val="-0.1"/></c:manualLayout></c:layout>'
    own = '<c:dLbls>{}<c:showVal val="1"/></c:dLbls>'
    plain = placed(chart(plot("bar", series("A", 31, more=own.format("")))))["31"]
    label = f'<c:dLbl><c:idx val="0"/>{moved}{fill}<c:showVal val="1"/></c:dLbl>'
    found = chart(plot("bar", series("A", 31, more=own.format(label))))
    assert placed(found)["31"] == pytest.approx((plain[0] + 40, plain[1] - 25))
    assert any(path.fill == "ffff00" for path in paths(found))


def test_dates_stand_as_far_apart_as_their_months() -> None:
    dates = cache("num", 45292, 45323, 45413, code="mmm")  # January, February, May
    one = series("A", 1, 2, 3, categories=dates)
    found = placed(chart(plot("line", one), axes("date", across='<c:baseTimeUnit val="months"/>')))
    assert found["maj"][0] - found["feb"][0] == pytest.approx(3 * (found["feb"][0] - found["jan"][0]))
    assert "mar" in found


def test_dates_that_are_no_numbers_are_categories() -> None:
    found = labels(chart(plot("line", series("A", 1, 2)), axes("date")))
    assert {"Del 1", "Del 2"} <= set(found)


def test_categories_of_several_levels_stand_below_each_other() -> None:
    def level(*texts: tuple[int, str]) -> str:
        points_ = "".join(f'<c:pt idx="{at}"><c:v>{text}</c:v></c:pt>' for at, text in texts)
        return f"<c:lvl>{points_}</c:lvl>"

    quarters, years = level(*((at, f"kv {at % 2 + 1}") for at in range(4))), level((0, "2024"), (2, "2025"))
    inside = f'<c:multiLvlStrCache><c:ptCount val="4"/>{quarters}{years}</c:multiLvlStrCache>'
    categories = f"<c:multiLvlStrRef>{inside}</c:multiLvlStrRef>"
    found = chart(plot("bar", series("A", 1, 2, 3, 4, categories=categories)))
    texts = [text for text in labels(found) if text.startswith(("kv", "20"))]
    assert sorted(texts) == ["2024", "2025", "kv 1", "kv 1", "kv 2", "kv 2"]
    at = placed(found)
    assert at["2025"][1] == at["2024"][1] > at["kv 1"][1]
    assert at["kv 1"][0] < at["kv 2"][0]
    assert "kv 1, 2024 1" in in_words(found)
    flat = labels(chart(plot("bar", series("A", 1, 2, 3, 4, categories=categories)), axes(across="<c:noMultiLvlLbl/>")))
    assert "2025" not in flat


def test_an_axis_may_cross_the_other_at_a_value() -> None:
    own = '<c:crosses val="autoZero"/>', '<c:crossesAt val="5"/>'
    low, high = (placed(chart(plot("bar", series("A", 8, 10)), axes(across=one))) for one in own)
    assert high["Del 1"][1] < low["Del 1"][1] - 50


def test_the_labels_of_categories_stand_at_zero_unless_they_are_to_stand_low() -> None:
    nearby, low = (
        placed(chart(plot("bar", series("A", -8, 8)), axes(across=f'<c:tickLblPos val="{one}"/>')))
        for one in ("nextTo", "low")
    )
    assert nearby["Del 1"][1] < low["Del 1"][1] - 50


def test_labels_are_turned_as_their_axis_says() -> None:
    turned = '<c:txPr><a:bodyPr rot="-5400000"/></c:txPr>'
    found = chart(plot("bar", series("A", 8, 10)), axes(across=turned))
    from pipeline.render.charts.draw import draw_chart  # noqa: PLC0415 - the labels themselves
    from pipeline.render.graphic import Label  # noqa: PLC0415

    items = [item for item in draw_chart(found, 400, 250).items if isinstance(item, Label)]
    assert [item.turn for item in items if item.text.startswith("Del")] == [270, 270]


def test_the_labels_of_a_level_axis_of_values_do_not_touch() -> None:
    bars_ = '<c:barDir val="bar"/><c:grouping val="percentStacked"/>'
    found = chart(plot("bar", bars_, series("A", 60, 50), series("B", 40, 50)), axes().replace('"b"', '"x"'))
    from pipeline.render.charts.draw import draw_chart  # noqa: PLC0415 - the labels themselves
    from pipeline.render.charts.pen import width_of  # noqa: PLC0415
    from pipeline.render.graphic import Label  # noqa: PLC0415

    marks = [item for item in draw_chart(found, 200, 150).items if isinstance(item, Label) and "%" in item.text]
    marks.sort(key=lambda item: item.x)
    assert len(marks) > 2
    for one, two in pairwise(marks):
        assert two.x - one.x > (width_of(one.text, one.style) + width_of(two.text, two.style)) / 2


def test_the_title_of_an_upright_axis_is_turned_with_it_unless_it_is_level() -> None:
    from pipeline.render.charts.draw import draw_chart  # noqa: PLC0415 - the labels themselves
    from pipeline.render.graphic import Label  # noqa: PLC0415

    def turn(body: str) -> float:
        words = "<a:p><a:r><a:t>Kronor</a:t></a:r></a:p>"
        title = f"<c:title><c:tx><c:rich>{body}{words}</c:rich></c:tx></c:title>"
        items = draw_chart(chart(plot("bar", series("A", 8)), axes(up=title)), 400, 250).items
        return next(item.turn for item in items if isinstance(item, Label) and item.text == "Kronor")

    assert (turn(""), turn('<a:bodyPr rot="-5400000"/>'), turn('<a:bodyPr rot="0"/>')) == (270, 270, 0)


def test_numbers_of_an_axis_are_shown_in_its_unit_which_is_named() -> None:
    unit = '<c:dispUnits><c:builtInUnit val="thousands"/><c:dispUnitsLbl/></c:dispUnits>'
    found = labels(chart(plot("bar", series("A", 30_000, 50_000)), axes(up=unit)))
    assert {"50", "Tusental"} <= set(found)
    assert "50000" not in found


def test_marks_and_minor_lines_are_drawn_where_the_axis_has_them() -> None:
    def count(up: str) -> int:
        return len(paths(chart(plot("bar", series("A", 8, 10)), axes(across='<c:majorTickMark val="none"/>', up=up))))

    none = count('<c:majorTickMark val="none"/>')
    assert count('<c:majorTickMark val="out"/>') > none
    minor = count('<c:majorTickMark val="none"/><c:minorGridlines/>')
    assert minor > none
    assert count('<c:majorTickMark val="none"/><c:minorTickMark val="in"/>') > none


@pytest.mark.parametrize(("blanks", "stretches"), [("gap", 2), ("span", 1), ("zero", 1)])
def test_missing_values_are_a_gap_a_span_or_zero(blanks: str, stretches: int) -> None:
    one = series("A", 1, 2, "", 3, 4, more=RED)
    found = chart(plot("line", one), more=f'<c:dispBlanksAs val="{blanks}"/>')
    assert len(red(paths(found))) == stretches


@pytest.mark.parametrize("kind", ["pie", "bar"])
def test_a_pie_of_pie_shows_its_last_values_in_a_second_plot(kind: str) -> None:
    own = '<c:dLbls><c:showCatName val="1"/></c:dLbls>'
    inside = f'<c:ofPieType val="{kind}"/><c:varyColors val="1"/>{series("A", 40, 30, 10, 6, 4, more=own)}'
    found = labels(chart(f"<c:ofPieChart>{inside}</c:ofPieChart>"))
    assert [text for text in found if text.startswith("Del")] == [f"Del {at}" for at in range(1, 6)]
    assert "Övrigt" in found


@pytest.mark.parametrize(("split", "count"), [("val", 2), ("percent", 2), ("pos", 3), ("cust", 1), ("auto", 2)])
def test_the_second_plot_holds_the_values_that_its_split_says(split: str, count: int) -> None:
    from pipeline.render.charts.pies import _apart  # noqa: PLC0415 - what is split

    at = {"val": 8, "percent": 9, "pos": 3}.get(split, 0)
    custom = '<c:custSplit><c:secondPiePt val="2"/></c:custSplit>'
    inside = f'<c:splitType val="{split}"/><c:splitPos val="{at}"/>{custom}{series("A", 40, 30, 10, 6, 4)}'
    found = chart(f"<c:ofPieChart>{inside}</c:ofPieChart>").plots[0]
    assert found.second is not None
    assert len(_apart(found.series[0], found.second)) == count


def test_a_slice_may_be_moved_out_of_its_pie() -> None:
    def slices(more: str) -> list[tuple[float, ...]]:
        found = chart(f'<c:pieChart><c:varyColors val="1"/>{series("A", 1, 1, more=more)}</c:pieChart>')
        return [path.commands[-2][1] for path in paths(found)]

    assert len(set(slices(""))) == 1
    assert len(set(slices('<c:dPt><c:idx val="0"/><c:explosion val="30"/></c:dPt>'))) == 2


def test_bars_below_nothing_may_have_a_filling_of_their_own() -> None:
    found = chart(plot("bar", series("A", 2, -2, more='<c:invertIfNegative val="1"/>')))
    assert "ffffff" in [path.fill for path in paths(found)]


def test_a_legend_beside_stacked_bars_names_the_highest_first() -> None:
    stacked = '<c:grouping val="stacked"/>'
    found = labels(chart(plot("bar", stacked, series("Under", 1), series("Över", 2)), more="<c:legend/>"))
    assert found.index("Över") < found.index("Under")


@pytest.mark.parametrize(
    ("style", "colors"),
    [
        ("", ["4472c4", "ed7d31"]),
        ('<c:style val="2"/>', ["4472c4", "ed7d31"]),
        ('<c:style val="10"/>', ["4472c4", "ed7d31"]),
        ('<c:style val="99"/>', ["4472c4", "ed7d31"]),
    ],
)
def test_series_without_a_colour_have_those_of_the_theme_in_turn(style: str, colors: list[str]) -> None:
    assert fills(style) == colors


def fills(style: str) -> list[str]:
    text = space(plot("bar", series("A", 1), series("B", 2).replace("<c:ser>", '<c:ser><c:idx val="1"/>')))
    found = ChartReader({}, STYLE).read(etree.fromstring(text.replace("<c:chart>", f"{style}<c:chart>", 1)))
    assert found is not None
    return [one.fill.color for one in found.plots[0].series]


def test_a_style_of_one_colour_gives_shades_of_it_from_dark_to_light() -> None:
    dark, light = (int(color, 16) for color in fills('<c:style val="3"/>'))
    assert dark < 0x4472C4 < light


def test_a_grey_style_gives_greys() -> None:
    for color in fills('<c:style val="1"/>'):
        assert color[:2] == color[2:4] == color[4:]


def test_a_chart_may_have_round_corners() -> None:
    text = space(plot("bar", series("A", 1))).replace("<c:chart>", "<c:roundedCorners/><c:chart>", 1)
    text = text.replace("</c:chartSpace>", f"{RED}</c:chartSpace>")
    found = ChartReader({}, STYLE).read(etree.fromstring(text))
    assert found is not None
    frame = red(paths(found))[0]
    assert [kind for kind, _ in frame.commands].count("c") == 4
    assert frame.commands[0][1] == pytest.approx((0, 12))


def test_a_long_name_in_the_legend_goes_over_several_lines() -> None:
    found = labels(chart(plot("bar", series("Nettokostnad per invånare " * 3, 1)), more="<c:legend/>"))
    assert sum(1 for text in found if "invånare" in text) > 1


@pytest.mark.parametrize(
    ("code", "text"), [("yyyy\\-mm\\-dd", "2024-01-01"), ('"kr "0', "kr 45292"), ('"a"yyyy', "a2024")]
)
def test_quoted_signs_stand_before_digits_and_in_dates(code: str, text: str) -> None:
    from pipeline.render.charts.numbers import shown  # noqa: PLC0415

    assert shown(45292, code, "sv-SE") == text
