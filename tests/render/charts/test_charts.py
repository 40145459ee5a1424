"""Charts are read from their part, scaled as Word scales them, drawn, and told in words."""

from __future__ import annotations

import pytest
from lxml import etree

from pipeline.ooxml.names import NAMESPACES
from pipeline.render.charts.draw import draw_chart
from pipeline.render.charts.model import Axis, Chart
from pipeline.render.charts.numbers import shown
from pipeline.render.charts.reader import ChartReader
from pipeline.render.charts.scale import scale_of
from pipeline.render.charts.words import in_words
from pipeline.render.graphic import Label, Path
from pipeline.render.looks import RunStyle
from tests.render.charts.making import chart, paths, plot, series

_SPACES = " ".join(f'xmlns:{prefix}="{NAMESPACES[prefix]}"' for prefix in ("a", "c"))
_AXES = (
    '<c:catAx><c:axId val="1"/><c:axPos val="b"/></c:catAx>'
    '<c:valAx><c:axId val="2"/><c:axPos val="l"/><c:majorGridlines/></c:valAx>'
)
_STYLE = RunStyle(language="sv-SE")


def _cache(kind: str, *values: object) -> str:
    points = "".join(f'<c:pt idx="{at}"><c:v>{value}</c:v></c:pt>' for at, value in enumerate(values) if value != "")
    return f'<c:{kind}Ref><c:{kind}Cache><c:ptCount val="{len(values)}"/>{points}</c:{kind}Cache></c:{kind}Ref>'


def _series(name: str, *values: object) -> str:
    names = _cache("str", *(f"Del {at}" for at in range(1, len(values) + 1)))
    title = f"<c:tx>{_cache('str', name)}</c:tx>"
    return f"<c:ser>{title}<c:cat>{names}</c:cat><c:val>{_cache('num', *values)}</c:val></c:ser>"


def _chart(plot: str, axes: str = _AXES) -> Chart:
    title = "<c:title><c:tx><c:rich><a:p><a:r><a:t>Kostnader</a:t></a:r></a:p></c:rich></c:tx></c:title>"
    space = f"<c:chartSpace {_SPACES}><c:chart>{title}<c:plotArea>{plot}{axes}</c:plotArea></c:chart></c:chartSpace>"
    chart = ChartReader({}, _STYLE).read(etree.fromstring(space))
    assert chart is not None
    return chart


def _bars(*series: str, grouping: str = "clustered") -> Chart:
    ends = '<c:axId val="1"/><c:axId val="2"/>'
    return _chart(f'<c:barChart><c:grouping val="{grouping}"/>{"".join(series)}{ends}</c:barChart>')


def _labels(chart: Chart) -> list[str]:
    return [item.text for item in draw_chart(chart, 400, 250).items if isinstance(item, Label)]


def test_a_bar_chart_shows_its_title_categories_and_a_scale_with_even_steps() -> None:
    labels = _labels(_bars(_series("2025", 430, 250)))
    marks = ["0", *(str(mark) for mark in range(50, 501, 50))]
    assert labels == ["Kostnader", *marks, "Del 1", "Del 2"]


def test_a_bar_is_as_high_as_its_value() -> None:
    items = draw_chart(_bars(_series("2025", 4, 2)), 400, 250).items
    heights = [
        item.commands[2][1][1] - item.commands[0][1][1] for item in items if isinstance(item, Path) and item.fill
    ]
    assert heights[0] == pytest.approx(2 * heights[1])


def test_stacks_of_hundred_per_cent_are_scaled_in_per_cent() -> None:
    assert "100%" in _labels(_bars(_series("A", 1, 2), _series("B", 3, 4), grouping="percentStacked"))


def test_a_pie_has_a_slice_for_each_value_in_colours_of_its_own() -> None:
    chart = _chart(f'<c:pieChart><c:varyColors val="1"/>{_series("A", 1, 2, 3)}</c:pieChart>', "")
    fills = [item.fill for item in draw_chart(chart, 300, 200).items if isinstance(item, Path)]
    assert len(set(fills)) == 3


def test_a_missing_value_parts_a_line() -> None:
    plot = f'<c:lineChart>{_series("A", 1, 2, "", 3, 4)}<c:axId val="1"/><c:axId val="2"/></c:lineChart>'
    drawn = [item for item in draw_chart(_chart(plot), 300, 200).items if isinstance(item, Path) and item.stroke]
    assert sum(1 for item in drawn if item.stroke is not None and item.stroke.width == 2.25) == 2


def test_a_chart_is_told_by_its_kind_title_and_data() -> None:
    assert in_words(_bars(_series("2025", 4.5, 2))) == "Stapeldiagram: Kostnader. 2025: Del 1 4,5, Del 2 2"


def test_a_chart_with_thousands_of_values_is_told_within_reason() -> None:
    assert len(in_words(_bars(_series("A", *range(3000))))) < 2000


@pytest.mark.parametrize("value", ["1e308", "-1e308", "NaN", "1e400", "0", "x"])
@pytest.mark.parametrize("kind", ["bar", "line", "pie", "doughnut", "area", "scatter", "bubble", "radar"])
def test_absurd_values_are_drawn_within_bounds(kind: str, value: str) -> None:
    ends = '<c:axId val="1"/><c:axId val="2"/>'
    chart = _chart(f"<c:{kind}Chart>{_series('A', value, 1)}{ends}</c:{kind}Chart>")
    assert len(draw_chart(chart, 300, 200).items) < 2000


def test_a_scale_keeps_the_ends_and_the_step_of_the_file() -> None:
    axis = Axis("1", "value", "l", _STYLE, low=10.0, high=20.0, step=5.0)
    assert scale_of(axis, [12, 18], 200).marks() == [10.0, 15.0, 20.0]


def test_a_step_too_small_for_the_scale_is_chosen_anew() -> None:
    axis = Axis("1", "value", "l", _STYLE, step=1e-9)
    assert len(scale_of(axis, [0, 100], 200).marks()) < 20


@pytest.mark.parametrize(
    ("value", "code", "language", "text"),
    [
        (1234.5, "#,##0.00", "sv-SE", "1\u00a0234,50"),
        (1234.5, "#,##0.00", "en-US", "1,234.50"),
        (0.256, "0%", "sv-SE", "26%"),
        (12, '0" kr"', "sv-SE", "12 kr"),
        (-3, "0;(0)", "sv-SE", "(3)"),
        (1.5, "General", "sv-SE", "1,5"),
        (45658, "yyyy-mm-dd", "sv-SE", "2025-01-01"),
    ],
)
def test_numbers_are_written_by_their_format_code(value: float, code: str, language: str, text: str) -> None:
    assert shown(value, code, language) == text


def test_a_long_title_goes_over_several_lines_and_the_plot_begins_below_it() -> None:
    words = f"<a:p><a:r><a:t>{'Nettokostnader ' * 8}</a:t></a:r></a:p>"
    title = f"<c:title><c:tx><c:rich>{words}</c:rich></c:tx></c:title>"
    plot = f"<c:plotArea><c:pieChart>{_series('A', 1, 2)}</c:pieChart></c:plotArea>"
    space = etree.fromstring(f"<c:chartSpace {_SPACES}><c:chart>{title}{plot}</c:chart></c:chartSpace>")
    chart = ChartReader({}, _STYLE).read(space)
    assert chart is not None
    items = draw_chart(chart, 300, 250).items
    rows = [item for item in items if isinstance(item, Label)]
    assert len(rows) > 2
    assert all(len(row.text) < 40 for row in rows)
    tops = [
        values[1] for item in items if isinstance(item, Path) and item.fill for _, values in item.commands if values
    ]
    assert min(tops) > max(row.y for row in rows)


@pytest.mark.parametrize(("deleted", "titles"), [("0", ["Utfall"]), ("1", []), ("", [])])
def test_the_only_series_gives_its_name_as_title_where_the_file_says_so(deleted: str, titles: list[str]) -> None:
    auto = f'<c:autoTitleDeleted val="{deleted}"/>' if deleted else ""
    plot = f"<c:plotArea><c:pieChart>{_series('Utfall', 1, 2)}</c:pieChart></c:plotArea>"
    space = etree.fromstring(f"<c:chartSpace {_SPACES}><c:chart>{auto}{plot}</c:chart></c:chartSpace>")
    chart = ChartReader({}, _STYLE).read(space)
    assert chart is not None
    assert _labels(chart) == titles


@pytest.mark.parametrize(("linked", "label"), [("0", "2020.01"), ("1", "31/1/20")])
def test_dates_have_the_format_of_their_axis_unless_that_is_the_cells(linked: str, label: str) -> None:
    dates = _cache("num", 43861).replace("<c:ptCount", "<c:formatCode>d/m/yy</c:formatCode><c:ptCount")
    one = f"<c:ser><c:cat>{dates}</c:cat><c:val>{_cache('num', 7)}</c:val></c:ser>"
    plot = f'<c:lineChart>{one}<c:axId val="1"/><c:axId val="2"/></c:lineChart>'
    code = f'<c:numFmt formatCode="yyyy.mm" sourceLinked="{linked}"/>'
    axes = f'<c:dateAx><c:axId val="1"/><c:axPos val="b"/>{code}</c:dateAx><c:valAx><c:axId val="2"/></c:valAx>'
    assert label in _labels(_chart(plot, axes))


def test_the_label_of_a_narrow_slice_stands_outside() -> None:
    labels = '<c:dLbls><c:showVal val="1"/></c:dLbls>'
    series = _series("A", 90, 5, 5).replace("<c:cat>", f"{labels}<c:cat>", 1)
    items = draw_chart(_chart(f"<c:pieChart>{series}</c:pieChart>", ""), 300, 200).items
    slices = [values for item in items if isinstance(item, Path) and item.fill for _, values in item.commands if values]
    top = min(values[1] for values in slices)
    narrow = [item for item in items if isinstance(item, Label) and item.text == "5"]
    assert all(item.y < top + 12 for item in narrow)


LED = '<c:showVal val="1"/><c:showLeaderLines val="1"/>'
MOVED = '<c:layout><c:manualLayout><c:x val="0.1"/></c:manualLayout></c:layout>'


def drawn_with(inside: str, kind: str = "pie") -> list[Path]:
    return paths(chart(plot(kind, series("A", 31, 52, more=f"<c:dLbls>{inside}</c:dLbls>"))))


@pytest.mark.parametrize("kind", ["pie", "bar"])
def test_the_mark_of_a_series_stands_before_its_labels_where_they_ask_for_it(kind: str) -> None:
    plain, marked = (drawn_with(f'<c:showLegendKey val="{on}"/><c:showVal val="1"/>', kind) for on in (0, 1))
    assert len(marked) == len(plain) + 2
    keys = [path for path in marked if path not in plain]
    assert {path.fill for path in keys} <= {path.fill for path in plain}
    assert all(max(x for x, _ in corners) - min(x for x, _ in corners) < 10 for corners in map(corners_of, keys))


def test_a_line_leads_from_a_slice_to_its_label_that_is_moved_away() -> None:
    moved = f'<c:dLbl><c:idx val="0"/>{MOVED}<c:showVal val="1"/></c:dLbl>'
    lines = [path for path in drawn_with(f"{moved}{LED}") if not path.fill]
    assert [path.stroke.color for path in lines if path.stroke] == ["a6a6a6"]
    (start, end) = corners_of(lines[0])
    assert end[0] > start[0] or end[1] != start[1]
    near = moved.replace('val="0.1"', 'val="0.001"')
    assert [path for path in drawn_with(f"{near}{LED}") if not path.fill] == []
    assert [path for path in drawn_with(f'{moved}<c:showVal val="1"/>') if not path.fill] == []


def corners_of(path: Path) -> list[tuple[float, ...]]:
    return [numbers for _, numbers in path.commands if numbers]


def test_no_label_and_no_key_is_drawn_where_nothing_is_shown() -> None:
    assert len(drawn_with('<c:showLegendKey val="1"/><c:showVal val="0"/>')) == len(drawn_with(""))
