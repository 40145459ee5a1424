"""Tables on pages: widths, heights, splitting, repeated headers, borders, shading."""

from __future__ import annotations

import pytest

from tests.render.docx import HEADER_ROW, Docx, cell, line_break, paragraph, row, run, table
from tests.render.rendering import made, pages

# A page of ten lines, each ten points high; cells have no margins.
PAPER = '<w:pgSz w:w="4000" w:h="4000"/><w:pgMar w:top="1000" w:right="400" w:bottom="1000" w:left="400"/>'
BARE = '<w:tblCellMar><w:left w:w="0"/><w:right w:w="0"/></w:tblCellMar>'
TEN = '<w:spacing w:line="200" w:lineRule="exact"/>'
SPLIT = "<w:cantSplit/>"


def one(text: str, props: str = "") -> str:
    return cell(paragraph(text, props=TEN), props=props)


def tall(word: str, count: int, props: str = "") -> str:
    inside = line_break().join(run(f"{word}{number}") for number in range(1, count + 1))
    return cell(f"<w:p><w:pPr>{TEN}<w:widowControl w:val='0'/></w:pPr>{inside}</w:p>", props=props)


def grid(*rows: str, widths: tuple[int, ...] = (1000, 1000), props: str = "") -> Docx:
    return Docx(table(*rows, widths=widths, props=BARE + props), section=PAPER)


def texts(docx: Docx) -> list[str]:
    """Return what stands on each page: all that is drawn, repeated headers too."""
    reading = made(docx).reading
    drawn = [[item.text for item in reading.fragments if item.page == page] for page in range(len(reading.sizes))]
    return [" ".join(page) for page in drawn]


def test_cells_stand_side_by_side_at_the_grids_widths() -> None:
    reading = made(grid(row(one("a"), one("b")), widths=(1000, 1500))).reading
    assert (reading.find("a").x, reading.find("b").x) == (20.0, 70.0)
    assert reading.find("a").y == reading.find("b").y


def test_margins_stand_between_a_cells_edge_and_its_text() -> None:
    own = '<w:tcMar><w:left w:w="100"/><w:top w:w="60"/></w:tcMar>'
    found = made(grid(row(one("a", own), one("b")))).reading
    assert found.find("a").x == 25.0
    assert found.find("a").y == pytest.approx(found.find("b").y)
    assert found.find("a").y == pytest.approx(made(grid(row(one("a")))).reading.find("a").y + 3)


def test_a_table_of_half_the_text_is_half_as_wide() -> None:
    reading = made(grid(row(one("a"), one("b")), props='<w:tblW w:w="2500" w:type="pct"/>')).reading
    assert reading.find("b").x - reading.find("a").x == pytest.approx(160 / 4)


@pytest.mark.parametrize(
    ("props", "x"), [('<w:jc w:val="center"/>', 50.0), ('<w:jc w:val="right"/>', 80.0), ('<w:tblInd w:w="100"/>', 25.0)]
)
def test_a_table_stands_where_it_is_told(props: str, x: float) -> None:
    assert made(grid(row(one("a"), one("b")), props=props)).reading.find("a").x == pytest.approx(x)


@pytest.mark.parametrize(("side", "x"), [("center", 50.0), ("right", 80.0), ("end", 80.0)])
@pytest.mark.parametrize("inside", ["trPr", "tblPrEx"])
def test_a_row_may_stand_elsewhere_than_its_table(inside: str, side: str, x: float) -> None:
    moved = f'<w:tr><w:{inside}><w:jc w:val="{side}"/></w:{inside}>{one("c")}{one("d")}</w:tr>'
    lines = '<w:tblBorders><w:top w:val="single" w:sz="8"/><w:insideH w:val="single" w:sz="8"/></w:tblBorders>'
    result = made(grid(row(one("a"), one("b")), moved, row(one("e"), one("f")), props='<w:jc w:val="left"/>' + lines))
    places = [result.reading.find(text).x for text in "acdef"]
    assert places == pytest.approx([20.0, x, x + 50.0, 20.0, 70.0])
    assert result.codes == []


def test_rows_that_say_where_they_stand_move_a_table_that_does_not() -> None:
    centred = '<w:jc w:val="center"/>'
    reading = made(grid(row(one("a"), one("b"), props=centred), row(one("c"), one("d")))).reading
    assert (reading.find("a").x, reading.find("c").x) == pytest.approx((50.0, 20.0))


@pytest.mark.parametrize(("mode", "x"), [(15, 55.4), (14, 50.0)])
def test_text_in_cells_stood_flush_with_the_text_before_word_2013(mode: int, x: float) -> None:
    docx = Docx(table(row("a"), widths=(2000,)), compatibility=mode)
    assert made(docx).reading.find("a").x == pytest.approx(x)


@pytest.mark.parametrize(("rule", "distance"), [("exact", 30.0), ("atLeast", 30.0)])
def test_a_row_is_as_high_as_it_is_told(rule: str, distance: float) -> None:
    height = f'<w:trHeight w:val="600" w:hRule="{rule}"/>'
    reading = made(grid(row(one("a"), one("b"), props=height), row(one("c"), one("d")))).reading
    assert reading.find("c").y - reading.find("a").y == pytest.approx(distance)


def test_a_row_grows_with_its_content_unless_it_is_exact() -> None:
    for rule, distance in (("atLeast", 40.0), ("exact", 20.0)):
        height = f'<w:trHeight w:val="400" w:hRule="{rule}"/>'
        reading = made(grid(row(tall("a", 4), one("b"), props=height), row(one("c"), one("d")))).reading
        assert reading.find("c").y - reading.find("b").y == pytest.approx(distance)


@pytest.mark.parametrize(("align", "lines"), [("top", 0), ("center", 1.5), ("bottom", 3)])
def test_text_stands_high_or_low_in_its_cell(align: str, lines: float) -> None:
    reading = made(grid(row(tall("a", 4), one("b", f'<w:vAlign w:val="{align}"/>')))).reading
    assert reading.find("b").y - reading.find("a1").y == pytest.approx(10 * lines)


def test_a_cell_over_columns_is_as_wide_as_they_are() -> None:
    wide = '<w:gridSpan w:val="2"/>'
    right = cell(paragraph("a", props=TEN + '<w:jc w:val="right"/>'), props=wide)
    found = made(grid(row(right), row(one("b"), one("c")))).reading.find("a")
    assert found.x + found.width == pytest.approx(120.0, abs=0.001)


def test_a_cell_over_rows_makes_the_last_of_them_higher() -> None:
    begin, go_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    rows = [row(tall("a", 5, begin), one("b")), row(one("", go_on), one("c")), row(one("d"), one("e"))]
    reading = made(grid(*rows)).reading
    assert reading.find("c").y - reading.find("b").y == pytest.approx(10)
    assert reading.find("d").y - reading.find("b").y == pytest.approx(50)


def test_rows_go_on_on_the_next_page() -> None:
    rows = [row(one(f"r{number}")) for number in range(12)]
    assert [len(lines) for lines in pages(grid(*rows, widths=(2000,)))] == [10, 2]


def test_header_rows_are_repeated_on_every_page() -> None:
    heads = [row(one("h1"), props=HEADER_ROW), row(one("h2"), props=HEADER_ROW)]
    rows = [row(one(f"r{number}")) for number in range(20)]
    found = texts(grid(*heads, *rows, widths=(2000,)))
    assert len(found) == 3
    assert all(page.startswith("h1 h2 r") for page in found)


def test_a_header_row_that_is_not_first_is_an_ordinary_row() -> None:
    rows = [row(one("r")), row(one("h"), props=HEADER_ROW), *(row(one(f"r{number}")) for number in range(12))]
    assert "h" not in texts(grid(*rows, widths=(2000,)))[1].split()


def test_a_table_of_header_rows_alone_repeats_none() -> None:
    rows = [row(one(f"h{number}"), props=HEADER_ROW) for number in range(12)]
    assert [page.split() for page in texts(grid(*rows, widths=(2000,)))] == [
        [f"h{number}" for number in range(10)],
        ["h10", "h11"],
    ]


def test_a_header_row_does_not_stand_alone_at_the_end_of_a_page() -> None:
    body = "".join(paragraph(f"x{number}", props=TEN) for number in range(9))
    body += table(row(one("h"), props=HEADER_ROW), row(one("r")), widths=(2000,), props=BARE)
    assert [len(lines) for lines in pages(Docx(body, section=PAPER))] == [9, 2]


def test_a_row_may_be_split_over_pages() -> None:
    found = texts(grid(row(tall("a", 13), tall("b", 3))))
    assert found[0].split() == [f"a{n}" for n in range(1, 11)] + ["b1", "b2", "b3"]
    assert found[1].split() == ["a11", "a12", "a13"]


def test_a_row_that_may_not_split_moves_to_the_next_page() -> None:
    rows = [row(tall("a", 6)), row(tall("b", 6), props=SPLIT)]
    assert [page.split()[0] for page in texts(grid(*rows, widths=(2000,)))] == ["a1", "b1"]


def test_rows_whose_text_keeps_with_the_next_stand_together() -> None:
    kept = [row(cell(paragraph(f"k{n}", props=TEN + "<w:keepNext/>"))) for n in range(3)]
    rows = [*(row(one(f"r{n}")) for n in range(8)), *kept, row(one("s"))]
    assert texts(grid(*rows, widths=(2000,))) == ["r0 r1 r2 r3 r4 r5 r6 r7", "k0 k1 k2 s"]


def test_a_row_that_may_not_split_is_split_when_no_page_could_hold_it() -> None:
    found = made(grid(row(tall("a", 25), props=SPLIT), widths=(2000,))).reading
    assert [len(found.lines(page)) for page in range(3)] == [10, 10, 5]


def test_nothing_is_drawn_below_the_page_by_a_cell_over_many_rows() -> None:
    begin, go_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    rows = [row(tall("a", 25, begin), one("b1")), *(row(one("", go_on), one(f"b{n}")) for n in range(2, 5))]
    reading = made(grid(*rows)).reading
    assert max(item.y for item in reading.fragments) <= 155
    assert {item.text for item in reading.fragments} >= {f"a{n}" for n in range(1, 26)}


def test_a_cell_over_rows_goes_on_where_its_rows_part() -> None:
    begin, go_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    rows = [row(one("a", begin), one("b0")), *(row(one("", go_on), one(f"b{n}")) for n in range(1, 12))]
    assert [page.split()[-1] for page in texts(grid(*rows))] == ["b9", "b11"]


def test_a_nested_table_is_split_with_its_row() -> None:
    inner = table(*(row(one(f"r{n}")) for n in range(14)), widths=(1500,), props=BARE)
    found = texts(grid(row(cell(inner, paragraph(props=TEN))), widths=(2000,)))
    assert " ".join(found).split() == [f"r{n}" for n in range(14)]
    assert len(found) == 2


def test_shading_fills_its_cell() -> None:
    (found,) = made(grid(row(one("a"), one("b", '<w:shd w:val="clear" w:fill="EEEEEE"/>')))).reading.shapes_of("fill")
    assert found.color == "eeeeee"
    assert found.box == pytest.approx((70.0, 50.0, 120.0, 60.0))


def test_a_border_is_drawn_once_along_the_cells_that_share_it() -> None:
    props = '<w:tblBorders><w:top w:val="single" w:sz="8" w:color="112233"/></w:tblBorders>'
    found = made(grid(row(one("a"), one("b")), row(one("c"), one("d")), props=props)).reading.shapes_of("line")
    assert [shape.box for shape in found] == [(20.0, 50.5, 120.0, 50.5)]
    assert {shape.color for shape in found} == {"112233"}


def test_all_that_is_drawn_around_text_is_an_artifact() -> None:
    props = '<w:tblBorders><w:top w:val="single"/><w:insideV w:val="single"/></w:tblBorders>'
    reading = made(grid(row(one("a"), one("b")), props=props)).reading
    assert {shape.mcid for shape in reading.shapes} == {None}


def test_ragged_rows_keep_their_places() -> None:
    rows = [row(one("a"), one("b"), one("c")), row(one("d")), row(one("e"), props='<w:gridBefore w:val="2"/>')]
    reading = made(grid(*rows, widths=(1000, 1000, 1000))).reading
    assert (reading.find("d").x, reading.find("e").x) == (20.0, 120.0)


def test_a_row_that_a_cell_reaches_into_is_split_where_it_stands() -> None:
    begin, go_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    rows = [row(one("a", begin), tall("b", 6)), row(one("", go_on), tall("c", 6))]
    found = texts(grid(*rows))
    assert [page.split()[-1] for page in found] == ["c4", "c6"]


def test_a_row_of_nothing_but_cells_that_reach_on_is_as_high_as_a_line() -> None:
    begin, go_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    rows = [row(one("a", begin), one("b", begin)), row(one("", go_on), one("", go_on)), row(one("c"), one("d"))]
    reading = made(grid(*rows)).reading
    assert reading.find("c").y - reading.find("a").y == pytest.approx(20)


def test_a_header_too_high_for_the_page_is_not_repeated() -> None:
    rows = [row(tall("h", 12), props=HEADER_ROW), *(row(one(f"r{number}")) for number in range(12))]
    found = texts(grid(*rows, widths=(2000,)))
    assert " ".join(found).split() == [*(f"h{n}" for n in range(1, 13)), *(f"r{n}" for n in range(12))]


def test_one_line_of_a_cell_may_stand_alone() -> None:
    rows = [row(one(f"r{number}")) for number in range(9)]
    two = cell(f"<w:p><w:pPr>{TEN}</w:pPr>{run('x1')}{line_break()}{run('x2')}</w:p>")
    assert [page.split()[-1] for page in texts(grid(*rows, row(two), widths=(2000,)))] == ["x1", "x2"]


@pytest.mark.parametrize(("direction", "first", "second"), [("btLr", 1, -1), ("tbRl", -1, 1)])
def test_text_may_run_upwards_or_downwards(direction: str, first: int, second: int) -> None:
    turned = cell(paragraph("a"), paragraph("b"), props=f'<w:textDirection w:val="{direction}"/>')
    docx = grid(row(turned, one("x"), props='<w:trHeight w:val="1000"/>'))
    reading = made(docx).reading
    a, b = reading.find("a"), reading.find("b")
    assert (b.x - a.x) * first > 5
    assert a.y == pytest.approx(b.y)
    assert (a.y - 75) * second < 0
    assert [item.text for item in reading.fragments] == ["a", "b", "x"]


def test_a_row_grows_until_turned_text_fits() -> None:
    turned = cell(paragraph("ett två tre fyra fem sex sju åtta"), props='<w:textDirection w:val="tbRl"/>')
    reading = made(grid(row(turned, one("x")), row(one("c"), one("d")), widths=(700, 1000))).reading
    assert 40 < reading.find("c").y - reading.find("x").y < 90


def test_text_below_a_row_of_exact_height_is_not_shown_but_can_be_read() -> None:
    high = '<w:trHeight w:val="400" w:hRule="exact"/>'
    made_ = made(grid(row(tall("a", 4), one("b"), props=high), row(one("c"), one("d"))))
    assert [line.rstrip() for line in made_.reading.lines(0)[:4]] == ["a1", "a2", "a3", "a4"]
    assert made_.reading.find("c").y - made_.reading.find("b").y == pytest.approx(20)


def test_an_empty_paragraph_behind_a_nested_table_takes_no_room() -> None:
    inner = table(row(one("i")), widths=(500,), props=BARE)
    reading = made(grid(row(cell(inner, paragraph()), one("x")), row(one("c"), one("d")))).reading
    assert reading.find("c").y - reading.find("i").y == pytest.approx(10)


def test_the_mark_of_an_empty_cell_may_take_no_room() -> None:
    empty = row(cell(paragraph(), props="<w:hideMark/>"), cell(paragraph(), props="<w:hideMark/>"))
    reading = made(grid(row(one("a"), one("b")), empty, row(one("c"), one("d")))).reading
    assert reading.find("c").y - reading.find("a").y == pytest.approx(10)


def test_a_table_from_right_to_left_begins_at_the_right() -> None:
    reading = made(grid(row(one("a"), one("b")), widths=(1000, 500), props="<w:bidiVisual/>")).reading
    assert [reading.find(text).x for text in "ab"] == pytest.approx([130.0, 105.0])


@pytest.mark.parametrize("gone", ["<w:hidden/>", '<w:del w:id="1"/>'])
def test_rows_hidden_or_deleted_are_not_shown(gone: str) -> None:
    assert texts(grid(row(one("a")), row(one("b"), props=gone), row(one("c")), widths=(1000,))) == ["a c"]


def test_a_row_may_begin_a_page() -> None:
    broken = cell(paragraph("b", props=TEN + "<w:pageBreakBefore/>"))
    assert texts(grid(row(one("a")), row(broken), row(one("c")), widths=(2000,))) == ["a", "b c"]


def test_the_place_of_the_first_row_is_the_tables_where_it_has_none() -> None:
    centred = '<w:jc w:val="center"/>'
    assert made(grid(row(one("a"), one("b"), props=centred))).reading.find("a").x == pytest.approx(50.0)


def test_a_table_of_more_places_than_any_is_set_in_bounded_time() -> None:
    wide = row(*(cell("", props='<w:gridSpan w:val="63"/>') for _ in range(1100)))
    assert made(Docx(table(wide, *(row("r") for _ in range(40)), widths=()))).reading.find("r").page == 0


def test_the_mark_that_ends_a_cell_makes_its_last_line_no_higher() -> None:
    big = "<w:rPr><w:sz w:val='80'/></w:rPr>"
    rows = [row(cell(paragraph(text, props=big))) for text in "ab"]
    reading = made(grid(*rows, widths=(2000,))).reading
    assert reading.find("b").y - reading.find("a").y < 15
