"""Tables: what heads what, spans, captions, and tables that are none."""

from __future__ import annotations

import pytest

from tests.render.docx import HEADER_ROW, STYLES, Docx, cell, paragraph, row, run, table
from tests.web.reading import Page, page_of

HEAD = row("Mål", "Utfall", "Prognos", props=HEADER_ROW)


def widths(count: int) -> tuple[int, ...]:
    return (2000,) * count


def page_with(*rows: str, columns: int = 3, props: str = "", before: str = "", styles: str = STYLES) -> Page:
    return page_of(Docx(before + table(*rows, widths=widths(columns), props=props), styles=styles))


def test_rows_marked_as_headers_head_their_columns() -> None:
    page = page_with(HEAD, row("a", "1", "2"))

    assert page.texts('//thead/tr/th[@scope="col"]') == ["Mål", "Utfall", "Prognos"]
    assert page.texts("//tbody/tr/td") == ["a", "1", "2"]


def test_a_first_row_that_alone_is_bold_heads_the_table() -> None:
    bold = row(*(cell(paragraph(run(text, "<w:b/>"))) for text in "AB"))

    assert page_with(bold, row("1", "2"), row("3", "4"), columns=2).texts("//thead//th") == ["A", "B"]
    assert page_with(bold, bold, bold, columns=2).all("//th") == []


def test_a_first_row_that_alone_is_shaded_heads_the_table() -> None:
    shaded = row(*(cell(text, props='<w:shd w:val="clear" w:fill="1F3864"/>') for text in "AB"))
    page = page_with(shaded, row("1", "2"), row("3", "4"), columns=2)

    assert page.texts("//thead//th") == ["A", "B"]
    assert "background:#1f3864;color:#ffffff" in page.html


def test_the_first_column_heads_its_rows_where_the_table_says_so() -> None:
    look = '<w:tblLook w:firstColumn="1"/>'

    assert page_with(HEAD, row("a", "1", "2"), row("", "3", "4"), props=look).texts('//th[@scope="row"]') == ["a"]


def test_cells_that_span_span_on_the_page() -> None:
    wide = cell("båda", props='<w:gridSpan w:val="2"/>')
    page = page_with(
        row(cell("hög", props='<w:vMerge w:val="restart"/>'), wide), row(cell("", props="<w:vMerge/>"), "1", "2")
    )

    assert page.one('//td[text()="hög"]').get("rowspan") == "2"
    assert page.one('//td[text()="båda"]').get("colspan") == "2"
    assert page.texts("//tr[2]/td") == ["1", "2"]


def test_cells_below_two_rows_of_headers_name_theirs() -> None:
    wide = cell("2024", props='<w:gridSpan w:val="2"/>')
    page = page_with(
        row("Mål", wide, props=HEADER_ROW), row("", "Utfall", "Prognos", props=HEADER_ROW), row("a", "1", "2")
    )
    named = {str(node.get("id")): "".join(map(str, node.itertext())) for node in page.all("//th")}

    assert [[named[name] for name in str(td.get("headers")).split()] for td in page.all("//tbody//td")] == [
        ["Mål"],
        ["2024", "Utfall"],
        ["2024", "Prognos"],
    ]


def test_a_grid_column_in_which_no_cell_begins_is_no_column() -> None:
    wide = cell("x", props='<w:gridSpan w:val="2"/>')
    page = page_with(row("a", wide), row("b", wide), row("c", wide))

    assert page.all("//td[@colspan]") == []
    assert len(page.all("//col")) == 2


def test_a_row_that_is_shorter_is_filled() -> None:
    assert [len(tr) for tr in page_with(row("1", "2", "3"), row("4"), row("5", "6")).all("//tr")] == [3, 2, 3]
    assert page_with(row("1", "2", "3"), row("4")).one("//tr[2]/td[2]").get("colspan") == "2"


def test_a_caption_above_the_table_is_its_caption_and_names_its_region() -> None:
    styles = STYLES + '<w:style w:type="paragraph" w:styleId="B"><w:name w:val="caption"/></w:style>'
    long = "Kompetensförsörjningsplanering"
    page = page_with(HEAD, row(long, long, "2"), before=paragraph("Tabell 1. Utfall", style="B"), styles=styles)
    region = page.one('//div[@role="group"]')

    assert page.texts("//table/caption") == ["Tabell 1. Utfall"]
    assert (region.get("tabindex"), region.get("aria-labelledby")) == ("0", page.one("//caption").get("id"))
    assert page.all("//main/p") == []


def test_a_table_that_fits_the_smallest_screen_is_no_stop_for_the_keyboard() -> None:
    assert page_with(HEAD, row("a", "1", "2")).all("//*[@tabindex='0']") == []


@pytest.mark.parametrize(
    ("rows", "columns"), [(row("ett", "två", "tre"), 3), (row("ett") + row("två") + row("tre"), 1)]
)
def test_a_table_of_one_row_or_one_column_is_boxes_in_order(rows: str, columns: int) -> None:
    page = page_with(rows, columns=columns)

    assert page.all("//table") == []
    assert page.texts("//main//div[not(div)]") == ["ett", "två", "tre"]


def test_a_table_that_says_nothing_is_left_out() -> None:
    assert page_with(row("", "", ""), row("", "", "")).main == ""


def test_columns_have_their_share_of_the_width() -> None:
    page = page_of(table(HEAD, row("a", "b", "c"), widths=(1000, 1000, 2000)))

    names = [str(col.get("class")) for col in page.all("//col")]
    assert names[0] == names[1]
    assert f".{names[0]}{{width:25%}}" in page.html
    assert f".{names[2]}{{width:50%}}" in page.html


def test_numbers_set_to_the_right_stay_there_and_justified_text_does_not() -> None:
    right, both = ('<w:jc w:val="right"/>', '<w:jc w:val="both"/>')
    page = page_with(HEAD, row("a", cell(paragraph("1", props=right)), cell(paragraph("2", props=both))))

    assert [td.get("class") for td in page.all("//tbody//td")] == [None, "slut", None]


def test_a_table_in_a_cell_keeps_all_its_words() -> None:
    inner = table(row("inre ett", "inre två"), row("inre tre", "inre fyra"))

    assert page_with(HEAD, row("a", cell(inner, paragraph()), "c")).texts("//td//td") == [
        "inre ett",
        "inre två",
        "inre tre",
        "inre fyra",
    ]


def test_a_heading_in_a_header_cell_is_its_words_and_no_heading() -> None:
    head = row(cell(paragraph("Mål", style="H1")), "Utfall", "Prognos", props=HEADER_ROW)
    page = page_with(head, row(cell(paragraph("Delmål", style="H2")), "1", "2"))

    assert page.texts("//thead//th") == ["Mål", "Utfall", "Prognos"]
    assert page.texts("//main//h1 | //main//h2") == ["Delmål"]
