"""Where pages end: by their room, by breaks, and by what must stand together."""

from __future__ import annotations

import pytest

from pipeline.render import RenderOptions, render
from pipeline.render.layout import pages as subject
from tests.render.docx import (
    A4,
    Docx,
    cell,
    line_break,
    page_break,
    paragraph,
    row,
    run,
    section_end,
    table,
)
from tests.render.rendering import made, pages

# A page of ten lines, each ten points high.
PAPER = '<w:pgSz w:w="4000" w:h="4000"/><w:pgMar w:top="1000" w:right="400" w:bottom="1000" w:left="400"/>'
TEN = '<w:spacing w:line="200" w:lineRule="exact"/>'


def one(text: str, props: str = "", style: str = "") -> str:
    return paragraph(text, props=TEN + props, style=style)


def many(count: int, word: str = "x") -> str:
    return "".join(one(f"{word}{number}") for number in range(1, count + 1))


def long(count: int, props: str = "", word: str = "r") -> str:
    """Return one paragraph of so many lines."""
    inside = line_break().join(run(f"{word}{number}") for number in range(1, count + 1))
    return f"<w:p><w:pPr>{TEN}{props}</w:pPr>{inside}</w:p>"


def counts(body: str) -> list[int]:
    """Return how many lines stand on each page."""
    return [len(lines) for lines in pages(Docx(body, section=PAPER))]


def test_a_page_takes_what_fits() -> None:
    assert counts(many(10)) == [10]
    assert counts(many(11)) == [10, 1]


@pytest.mark.parametrize(("factor", "fitting"), [(1.92, 5), (1.95, 4)])
def test_the_leading_of_the_last_line_may_stand_below_the_text(factor: float, fitting: int) -> None:
    # lines of 11.5 points on a page of 100: the fifth needs 4 * 11.5 * factor above it, and 11.5 for itself
    spacing = f'<w:spacing w:line="{round(factor * 240)}" w:lineRule="auto"/>'
    body = "".join(paragraph(f"x{number}", props=spacing) for number in range(6))
    assert counts(body)[0] == fitting


def test_an_empty_document_is_one_empty_page() -> None:
    assert pages(Docx("")) == [[]]
    assert pages(Docx(paragraph())) == [[]]


KEEP, LINES = "<w:keepNext/>", "<w:keepLines/>"


def test_a_heading_stands_with_what_follows_it() -> None:
    assert counts(many(9) + one("h", KEEP) + one("t")) == [9, 2]


def test_a_chain_of_headings_moves_together() -> None:
    assert counts(many(8) + one("h", KEEP) + one("k", KEEP) + one("t")) == [8, 3]


def test_a_heading_stands_with_the_first_two_lines_of_a_paragraph() -> None:
    assert counts(many(8) + one("h", KEEP) + long(5)) == [8, 6]
    assert counts(many(7) + one("h", KEEP) + long(5)) == [10, 3]


def test_a_heading_stands_with_the_first_row_of_a_table() -> None:
    rows = [row(cell(one(text))) for text in "abc"]
    assert counts(many(9) + one("h", KEEP) + table(*rows, widths=(2000,))) == [9, 4]


def test_a_chain_that_no_page_could_hold_breaks_where_it_must() -> None:
    assert counts("".join(one(f"k{number}", KEEP) for number in range(12)) + one("t")) == [10, 3]


def test_a_heading_last_in_the_document_stands_where_it_is() -> None:
    assert counts(many(9) + one("h", KEEP)) == [10]


def test_lines_that_are_kept_together_move_to_the_next_page() -> None:
    assert counts(many(7) + long(5, LINES)) == [7, 5]


def test_kept_lines_that_no_page_could_hold_are_split() -> None:
    assert counts(many(3) + long(12, LINES)) == [3, 10, 2]


WIDOWS = '<w:widowControl w:val="0"/>'


@pytest.mark.parametrize(
    ("above", "length", "expected"),
    [
        (9, 5, [9, 5]),  # one line alone at the end of a page: none goes there
        (8, 5, [10, 3]),
        (6, 5, [9, 2]),  # one line alone at the beginning of a page: another goes with it
        (7, 3, [10]),
        (8, 3, [8, 3]),  # three lines cannot be split without leaving one alone
        (9, 2, [9, 2]),
    ],
)
def test_no_line_of_a_paragraph_stands_alone(above: int, length: int, expected: list[int]) -> None:
    assert counts(many(above) + long(length)) == expected


def test_without_widow_control_a_line_may_stand_alone() -> None:
    assert counts(many(9) + long(5, WIDOWS)) == [10, 4]
    assert counts(many(6) + long(5, WIDOWS)) == [10, 1]


def test_a_paragraph_longer_than_pages_goes_on_through_them() -> None:
    assert counts(long(25)) == [10, 10, 5]
    assert counts(long(21)) == [10, 9, 2]


def test_a_paragraph_may_begin_a_page() -> None:
    assert counts(many(2) + one("n", "<w:pageBreakBefore/>") + many(1)) == [2, 2]


def test_a_first_paragraph_that_begins_a_page_leaves_none_empty() -> None:
    assert counts(one("n", "<w:pageBreakBefore/>") + many(1)) == [2]


def test_a_break_in_a_paragraph_goes_on_on_the_next_page() -> None:
    body = paragraph("a", page_break(), "b", props=TEN) + one("c")
    assert pages(Docx(body, section=PAPER)) == [["a"], ["b", "c"]]


def test_a_break_that_ends_a_paragraph_begins_the_next_on_a_new_page() -> None:
    assert pages(Docx(paragraph("a", page_break()) + paragraph("b"), section=PAPER)) == [["a"], ["b"]]


def test_a_break_alone_in_a_paragraph_begins_a_page() -> None:
    assert pages(Docx(one("a") + paragraph(page_break()) + one("b"), section=PAPER)) == [["a"], ["b"]]


def test_two_breaks_leave_a_page_empty() -> None:
    assert pages(Docx(paragraph("a", page_break(), page_break(), "b"), section=PAPER)) == [["a"], [], ["b"]]


def test_breaks_by_the_thousand_stop_with_a_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subject, "MAX_PAGES", 20)
    checked = render(Docx(paragraph(page_break() * 30)).bytes(), RenderOptions("prov.docx"))
    assert checked.value is None
    assert [finding.code for finding in checked.findings] == ["REN404"]
    assert "20 sidor" in checked.findings[0].message


# -- sections --


def test_a_section_may_have_other_paper() -> None:
    wide = '<w:pgSz w:w="5000" w:h="3000" w:orient="landscape"/>'
    body = one("a") + paragraph("b", props=section_end(PAPER)) + paragraph("c", props=section_end(wide)) + one("d")
    found = made(Docx(body, section=PAPER)).reading
    assert found.sizes == [(200.0, 200.0), (250.0, 150.0), (200.0, 200.0)]
    assert [found.page_of(text) for text in "abcd"] == [1, 1, 2, 3]


def test_a_continuous_section_goes_on_on_the_page() -> None:
    body = paragraph("a", props=section_end(PAPER)) + one("b")
    assert pages(Docx(body, section=PAPER + '<w:type w:val="continuous"/>')) == [["a", "b"]]


def test_a_continuous_section_on_other_paper_begins_a_page() -> None:
    body = paragraph("a", props=section_end(A4)) + one("b")
    assert pages(Docx(body, section=PAPER + '<w:type w:val="continuous"/>')) == [["a"], ["b"]]


def test_a_section_on_an_odd_page_leaves_an_even_one_empty() -> None:
    body = paragraph("a", props=section_end(PAPER)) + one("b")
    assert pages(Docx(body, section=PAPER + '<w:type w:val="oddPage"/>')) == [["a"], [], ["b"]]
    assert pages(Docx(body, section=PAPER + '<w:type w:val="evenPage"/>')) == [["a"], ["b"]]


TWO = PAPER.replace("4000", "6000", 1) + '<w:cols w:num="2" w:space="200"/>'


def test_text_fills_one_column_after_the_other() -> None:
    reading = made(Docx(many(12), section=TWO)).reading
    assert reading.sizes == [(300.0, 200.0)]
    first, eleventh = reading.find("x1"), reading.find("x11")
    assert [first.x, eleventh.x] == pytest.approx([20.0, 155.0])
    assert eleventh.y == first.y


def test_a_column_break_goes_to_the_next_column() -> None:
    body = paragraph("a", '<w:r><w:br w:type="column"/></w:r>', "b", props=TEN)
    reading = made(Docx(body, section=TWO)).reading
    assert reading.find("a").y == reading.find("b").y
    assert reading.find("b").x == pytest.approx(155.0)


def test_what_follows_columns_stands_below_all_of_them() -> None:
    wide = TWO.split("<w:cols", maxsplit=1)[0]
    body = (
        many(7)
        + paragraph("a", '<w:r><w:br w:type="column"/></w:r>', "b", props=TEN)
        + paragraph("s", props=TEN + section_end(TWO + '<w:type w:val="continuous"/>'))
        + one("efter")
    )
    body = paragraph("före", props=TEN + section_end(wide)) + body
    reading = made(Docx(body, section=wide + '<w:type w:val="continuous"/>')).reading
    assert (reading.find("b").x, reading.find("efter").page) == (155.0, 0)
    assert reading.find("efter").y == pytest.approx(reading.find("a").y + 10)


def test_margins_of_an_inch_more_than_the_paper_still_show_the_text() -> None:
    narrow = '<w:pgSz w:w="2000" w:h="2000"/><w:pgMar w:top="5000" w:bottom="5000" w:left="5000" w:right="5000"/>'
    assert [len(lines) for lines in pages(Docx(many(3), section=narrow))] == [1, 1, 1]


@pytest.mark.parametrize(("compat", "lines"), [("", 0), ("<w:splitPgBreakAndParaMark/>", 1)])
def test_the_mark_behind_a_page_break_goes_to_the_next_page_where_the_settings_say_so(compat: str, lines: int) -> None:
    body = one("a") + paragraph(page_break(), props=TEN) + one("b")
    reading = made(Docx(body, section=PAPER, compat=compat)).reading
    assert reading.find("b").y - reading.find("a").y == pytest.approx(10 * lines, abs=0.01)


def test_an_empty_paragraph_that_only_ends_a_section_has_no_line() -> None:
    continuous = '<w:type w:val="continuous"/>' + PAPER
    body = one("a") + paragraph(props=TEN + section_end(PAPER)) + one("b")
    reading = made(Docx(body, section=continuous)).reading
    assert reading.find("b").y - reading.find("a").y == pytest.approx(10, abs=0.01)


def test_a_section_of_nothing_but_its_end_has_a_line() -> None:
    continuous = '<w:type w:val="continuous"/>' + PAPER
    body = one("a", section_end(PAPER)) + paragraph(props=TEN + section_end(continuous)) + one("b")
    reading = made(Docx(body, section=continuous)).reading
    assert reading.find("b").y - reading.find("a").y == pytest.approx(20, abs=0.01)
