"""Tables as they are read: grid, merged cells, looks from the table style, headers."""

from __future__ import annotations

import pytest

from pipeline.render.tree import Cell, Paragraph, Table, TextRun
from tests.render.docx import HEADER_ROW, STYLES, Docx, bookmark, cell, paragraph, row, run, table
from tests.render.rendering import document, paragraphs


def read(xml: str, styles: str = "") -> Table:
    blocks = document(Docx(xml, styles=STYLES + styles)).sections[0].blocks
    found = next(block for block in blocks if isinstance(block, Table))
    assert isinstance(found, Table)
    return found


def cells(found: Table) -> list[list[str]]:
    return [[words(one) for one in row_.cells] for row_ in found.rows]


def words(one: Cell) -> str:
    return " ".join(block.text for block in one.blocks if isinstance(block, Paragraph))


def merge(kind: str = "") -> str:
    return f'<w:vMerge w:val="{kind}"/>' if kind else "<w:vMerge/>"


def span(count: int) -> str:
    return f'<w:gridSpan w:val="{count}"/>'


def border(side: str, size: int = 8, style: str = "single") -> str:
    return f'<w:{side} w:val="{style}" w:sz="{size}" w:color="FF0000"/>'


def test_the_widths_are_those_of_the_grid() -> None:
    assert read(table(row("a", "b"), widths=(1000, 3000))).columns == (50.0, 150.0)


def test_a_grid_without_widths_leaves_them_to_the_layout() -> None:
    assert read(table(row("a", "b", "c"), widths=(1000,))).columns == (50.0, 0.0, 0.0)


def test_a_cell_may_span_columns_and_rows() -> None:
    found = read(
        table(
            row(cell("a", props=span(2)), cell("b", props=merge("restart"))),
            row("c", "d", cell("", props=merge())),
            widths=(1000, 1000, 1000),
        )
    )
    assert cells(found) == [["a", "b"], ["c", "d"]]
    a, b = found.rows[0].cells
    assert (a.column, a.columns, a.rows) == (0, 2, 1)
    assert (b.column, b.columns, b.rows) == (2, 1, 2)


def test_a_merge_that_continues_nothing_begins_a_cell() -> None:
    found = read(table(row(cell("a", props=merge()), "b")))
    assert cells(found) == [["a", "b"]]


def test_a_merge_over_cells_of_other_widths_begins_anew() -> None:
    found = read(
        table(row(cell("a", props=merge("restart")), "b"), row(cell("c", props=span(2) + merge())), widths=(900, 900))
    )
    assert cells(found) == [["a", "b"], ["c"]]


@pytest.mark.parametrize("count", ["0", "-3", "x", "100000000"])
def test_a_span_of_nonsense_keeps_the_text_and_a_grid_of_reasonable_size(count: str) -> None:
    found = read(table(row(cell("a", props=f'<w:gridSpan w:val="{count}"/>'), "b"), widths=(900, 900)))
    assert cells(found)[0][0] == "a"
    assert len(found.columns) <= 65


def test_a_row_of_more_cells_than_a_table_may_have_loses_none() -> None:
    found = read(table(row(*(f"c{n}" for n in range(100))), widths=()))
    assert " ".join(" ".join(line) for line in cells(found)).split() == [f"c{n}" for n in range(100)]


def test_a_row_may_begin_further_in() -> None:
    found = read(table(row("a", "b"), row("c", props='<w:gridBefore w:val="1"/>')))
    assert [one.column for one in found.rows[1].cells] == [1]


def test_rows_and_cells_in_content_controls_and_insertions_are_found() -> None:
    control = "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>"
    inner = f"<w:tr>{control.format(cell('b'))}</w:tr>"
    xml = table(row("a"), control.format(inner), f"<w:ins>{row('c')}</w:ins>", widths=(900,))
    assert cells(read(xml)) == [["a"], ["b"], ["c"]]


def wide(text: str, width: int) -> str:
    return cell(text, props=f'<w:tcW w:w="{width}" w:type="dxa"/>')


def test_rows_of_different_numbers_of_cells_have_edges_of_their_own() -> None:
    found = read(
        table(
            row(*(wide(text, 2000) for text in "abc")),
            row(wide("d", 3000), wide("e", 3000)),
            row(wide("f", 6000)),
            widths=(2000, 2000, 2000),
        )
    )
    assert found.columns == (100.0, 50.0, 50.0, 100.0)
    places = [[(one.column, one.columns) for one in row_.cells] for row_ in found.rows]
    assert places == [[(0, 1), (1, 2), (3, 1)], [(0, 2), (2, 2)], [(0, 4)]]


def test_a_row_that_lacks_cells_leaves_its_columns_open() -> None:
    found = read(table(row(wide("a", 2000), wide("b", 2000)), row(wide("c", 2000)), widths=(2000, 2000)))
    assert found.columns == (100.0, 100.0)
    assert [(one.column, one.columns) for one in found.rows[1].cells] == [(0, 1)]


def test_cells_without_widths_follow_the_grid_however_many_a_row_has() -> None:
    found = read(table(row("a", "b", "c"), row("d"), widths=(1000, 2000, 3000)))
    assert found.columns == (50.0, 100.0, 150.0)


@pytest.mark.parametrize(("rule", "kept"), [("", "atLeast"), ('w:hRule="auto"', "auto"), ('w:hRule="exact"', "exact")])
def test_a_height_without_a_rule_is_the_least(rule: str, kept: str) -> None:
    found = read(table(row("a", props=f'<w:trHeight w:val="800" {rule}/>')))
    assert (found.rows[0].height, found.rows[0].height_rule) == (40.0, kept)


def test_a_table_without_rows_is_none() -> None:
    assert document(Docx(table(widths=()) + paragraph("a"))).sections[0].blocks[0].place.paragraph == 1


def test_heights_and_splitting_are_read() -> None:
    props = '<w:trHeight w:val="400" w:hRule="exact"/><w:cantSplit/><w:tblHeader/>'
    found = read(table(row("a", props=props), row("b", props='<w:trHeight w:val="300"/>'), row("c"), widths=(900,)))
    assert [(one.height, one.height_rule, one.may_split, one.header) for one in found.rows] == [
        (20.0, "exact", False, True),
        (15.0, "atLeast", True, False),
        (0.0, "auto", True, False),
    ]


def test_header_rows_head_their_columns_and_a_first_column_heads_its_rows() -> None:
    look = '<w:tblLook w:firstColumn="1"/>'
    found = read(table(row("a", "b", props=HEADER_ROW), row("c", "d"), props=look))
    assert [[one.header for one in row_.cells] for row_ in found.rows] == [["Column", "Column"], ["Row", ""]]


def test_the_description_of_a_table_is_read() -> None:
    found = read(table(row("a", "b"), props='<w:tblCaption w:val="Rubrik"/><w:tblDescription w:val="Beskrivning"/>'))
    assert found.alt == "Beskrivning"


@pytest.mark.parametrize(
    ("width", "expected"),
    [('w:w="5000" w:type="pct"', -1.0), ('w:w="50%" w:type="pct"', -0.5), ('w:w="4000" w:type="dxa"', 200.0),
     ('w:w="0" w:type="auto"', 0.0), ('w:w="x"', 0.0)],
)  # fmt: skip
def test_a_preferred_width_is_points_or_a_share(width: str, expected: float) -> None:
    assert read(table(row("a", "b"), props=f"<w:tblW {width}/>")).width == expected


def test_borders_of_the_table_stand_at_its_edges_and_between_its_cells() -> None:
    props = f"<w:tblBorders>{border('top')}{border('insideV', 16)}</w:tblBorders>"
    found = read(table(row("a", "b"), row("c", "d"), props=props))
    top = [[one.borders.top is not None for one in row_.cells] for row_ in found.rows]
    assert top == [[True, True], [False, False]]
    left, right = found.rows[0].cells
    assert (left.borders.left, left.borders.right and left.borders.right.width) == (None, 2.0)
    assert (right.borders.left and right.borders.left.width, right.borders.right) == (2.0, None)


def test_a_cell_takes_away_the_border_that_the_table_gives() -> None:
    props = f"<w:tblBorders>{border('top')}</w:tblBorders>"
    own = f"<w:tcBorders>{border('top', style='nil')}{border('end')}</w:tcBorders>"
    found = read(table(row("a", cell("b", props=own)), props=props)).rows[0].cells[1]
    assert found.borders.top is None
    assert found.borders.right is not None
    assert found.borders.right.color == "ff0000"


def test_comments_among_borders_are_passed_over() -> None:
    found = read(table(row("a"), widths=(900,), props=f"<w:tblBorders><!-- x -->{border('top')}</w:tblBorders>"))
    assert found.rows[0].cells[0].borders.top is not None


def test_margins_come_from_the_table_and_from_the_cell() -> None:
    props = '<w:tblCellMar><w:left w:w="0"/><w:top w:w="100"/></w:tblCellMar>'
    own = '<w:tcMar><w:end w:w="200"/></w:tcMar>'
    margins = read(table(row(cell("a", props=own)), widths=(900,), props=props)).rows[0].cells[0].margins
    assert (margins.top, margins.right, margins.bottom, margins.left) == (5.0, 10.0, 0.0, 0.0)


def test_shading_and_alignment_of_a_cell_are_read() -> None:
    own = '<w:shd w:val="clear" w:fill="EEEEEE"/><w:vAlign w:val="bottom"/><w:noWrap/>'
    found = read(table(row(cell("a", props=own)), widths=(900,))).rows[0].cells[0]
    assert (found.background, found.vertical_align, found.no_wrap) == ("eeeeee", "bottom", True)


def conditional(kind: str, fill: str, more: str = "") -> str:
    return f'<w:tblStylePr w:type="{kind}">{more}<w:tcPr><w:shd w:val="clear" w:fill="{fill}"/></w:tcPr></w:tblStylePr>'


STYLE = (
    '<w:style w:type="table" w:styleId="T"><w:name w:val="T"/>'
    + conditional("firstRow", "111111", "<w:rPr><w:b/></w:rPr>")
    + conditional("lastRow", "222222")
    + conditional("firstCol", "333333")
    + conditional("lastCol", "444444")
    + conditional("band1Horz", "555555")
    + conditional("band2Horz", "666666")
    + conditional("nwCell", "777777")
    + "</w:style>"
)


def fills(look: str) -> list[list[str]]:
    rows = (row("a", "b", "c") for _ in range(4))
    props = f'<w:tblStyle w:val="T"/><w:tblLook {look}/>'
    found = read(table(*rows, widths=(900, 900, 900), props=props), STYLE)
    return [[one.background[:1] for one in row_.cells] for row_ in found.rows]


def test_the_conditions_of_a_table_style_win_by_their_rank() -> None:
    every = 'w:firstRow="1" w:lastRow="1" w:firstColumn="1" w:lastColumn="1" w:noHBand="0" w:noVBand="1"'
    assert fills(every) == [["7", "1", "1"], ["3", "5", "4"], ["3", "6", "4"], ["2", "2", "2"]]


def test_the_old_mask_says_the_same_as_the_attributes() -> None:
    every = 'w:firstRow="1" w:lastRow="0" w:firstColumn="1" w:lastColumn="0" w:noHBand="0" w:noVBand="1"'
    assert fills('w:val="04A0"') == fills(every)


@pytest.mark.parametrize("mask", ["", "xyz"])
def test_a_mask_that_is_no_number_asks_for_bands_alone(mask: str) -> None:
    assert fills(f'w:val="{mask}"') == [["5"] * 3, ["6"] * 3, ["5"] * 3, ["6"] * 3]


def test_without_a_look_that_of_word_applies() -> None:
    found = read(table(row("a", "b"), row("c", "d"), props='<w:tblStyle w:val="T"/>'), STYLE)
    assert [[one.background[:1] for one in row_.cells] for row_ in found.rows] == [["7", "1"], ["3", "5"]]


def test_the_old_mask_does_not_count_beside_an_attribute() -> None:
    assert fills('w:val="04A0" w:lastRow="1"') == [["5"] * 3, ["6"] * 3, ["5"] * 3, ["2"] * 3]


def test_what_a_condition_says_of_text_reaches_the_runs() -> None:
    props = '<w:tblStyle w:val="T"/><w:tblLook w:firstRow="1"/>'
    found = read(table(row("a"), row("b"), widths=(900,), props=props), STYLE)
    bold = []
    for row_ in found.rows:
        inside = row_.cells[0].blocks[0]
        assert isinstance(inside, Paragraph)
        bold += [item.style.bold for item in inside.content if isinstance(item, TextRun)]
    assert bold == [True, False]


def test_tables_stand_in_tables() -> None:
    inner = table(row("inre"), widths=(900,))
    found = read(table(row(cell(inner, paragraph("efter"))), widths=(2000,))).rows[0].cells[0].blocks
    assert isinstance(found[0], Table)
    assert cells(found[0]) == [["inre"]]


def test_paragraphs_are_counted_through_tables() -> None:
    docx = Docx(paragraph("1") + table(row(cell("2", "3")), widths=(900,)) + paragraph(bookmark("x"), run("4")))
    assert [found.place.paragraph for found in paragraphs(docx)] == [1, 4]
    table_ = document(docx).sections[0].blocks[1]
    assert table_.place.paragraph == 2


def heads(*rows: str, props: str) -> list[list[str]]:
    return [[one.header[:1] for one in row_.cells] for row_ in read(table(*rows, props=props)).rows]


LOOK = '<w:tblLook w:firstRow="1" w:firstColumn="1"/>'
LINES = f"<w:tblBorders>{border('insideH')}</w:tblBorders>"


def test_the_first_row_of_a_table_of_data_heads_its_columns_when_the_look_singles_it_out() -> None:
    rows = row("", "2023"), row("Intäkter", "5")
    assert heads(*rows, props=LOOK + LINES) == [["C", "C"], ["R", ""]]


def test_a_table_that_only_sets_text_side_by_side_has_no_headers() -> None:
    rows = row("Namn", "Titel"), row("Adress", "Ort")
    assert heads(*rows, props=LOOK) == [["", ""], ["", ""]]


def test_an_empty_first_row_and_a_single_row_head_nothing() -> None:
    assert heads(row("a", ""), row("b", "c"), props='<w:tblLook w:firstRow="1"/>' + LINES) == [["", ""], ["", ""]]
    assert heads(row("a", "b"), props=LOOK + LINES) == [["", ""]]


def test_cells_merged_the_old_way_are_one_with_all_their_words() -> None:
    begin, go_on = '<w:hMerge w:val="restart"/>', "<w:hMerge/>"
    found = read(table(row(cell("a", props=begin), cell("b", props=go_on)), row("c", "d")))
    assert cells(found) == [["a b"], ["c", "d"]]
    assert found.rows[0].cells[0].columns == 2


def test_words_hidden_below_a_merged_cell_are_reported() -> None:
    xml = table(row(cell("a", props=merge("restart"))), row(cell("b", props=merge())), widths=(900,))
    assert [item.what for item in document(Docx(xml)).unsupported] == [
        "text i en tabellcell som är sammanslagen med en annan"
    ]


def test_a_style_repeats_its_header_row_and_keeps_its_rows_whole() -> None:
    condition = '<w:tblStylePr w:type="firstRow"><w:trPr><w:tblHeader/><w:cantSplit/></w:trPr></w:tblStylePr>'
    style = f'<w:style w:type="table" w:styleId="H"><w:name w:val="H"/>{condition}</w:style>'
    props = '<w:tblStyle w:val="H"/><w:tblLook w:firstRow="1"/>'
    found = read(table(row("a"), row("b"), widths=(900,), props=props), style)
    assert [(one.header, one.may_split) for one in found.rows] == [(True, False), (False, True)]


def test_bands_of_several_rows_have_borders_at_their_edges() -> None:
    lines = f"<w:tcPr><w:tcBorders>{border('top')}</w:tcBorders></w:tcPr>"
    style = (
        '<w:style w:type="table" w:styleId="B"><w:name w:val="B"/><w:tblPr><w:tblStyleRowBandSize w:val="2"/></w:tblPr>'
        f'<w:tblStylePr w:type="band1Horz">{lines}</w:tblStylePr></w:style>'
    )
    props = '<w:tblStyle w:val="B"/><w:tblLook w:noHBand="0" w:noVBand="1"/>'
    found = read(table(*(row("a") for _ in range(6)), widths=(900,), props=props), style)
    assert [one.cells[0].borders.top is not None for one in found.rows] == [True, False, False, False, True, False]


def test_the_border_below_a_cell_over_several_rows_is_that_of_the_last() -> None:
    def over(kind: str, line: str) -> str:
        return merge(kind) + f"<w:tcBorders>{line}</w:tcBorders>"

    first, last = over("restart", border("bottom", 24) + border("top", 16)), over("", border("bottom", 8))
    found = read(table(row(cell("a", props=first)), row(cell("", props=last)), row("b"), widths=(900,)))
    borders = found.rows[0].cells[0].borders
    assert (borders.top and borders.top.width, borders.bottom and borders.bottom.width) == (2.0, 1.0)


def test_a_cells_border_of_style_none_says_nothing() -> None:
    own = f"<w:tcBorders>{border('top', style='none')}</w:tcBorders>"
    props = f"<w:tblBorders>{border('top')}</w:tblBorders>"
    assert read(table(row(cell("a", props=own)), widths=(900,), props=props)).rows[0].cells[0].borders.top is not None
