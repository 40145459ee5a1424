"""Fields that depend on the pages, and the running headers and footers where most of them stand."""

from __future__ import annotations

import pytest

from pipeline.render.layout import document as subject
from tests.render.docx import A4, Docx, bookmark, field_of, page_break, paragraph, row, run, section_end, tab, table
from tests.render.rendering import made

SMALL = '<w:pgSz w:w="4000" w:h="4000"/><w:pgMar w:top="1000" w:right="400" w:bottom="1000" w:left="400"/>'
RUNNING = '<w:headerReference w:type="default" r:id="h"/><w:footerReference w:type="default" r:id="f"/>'
PAGES = paragraph("sid ", field_of("PAGE", "99"), " (", field_of("NUMPAGES", "99"), ")")


def headers(body: str, section: str, headers: dict[str, str], settings: str = "") -> list[str]:
    return made(Docx(body, section=section, headers=headers, settings=settings)).reading.running("Header")


def breaks(count: int) -> str:
    return paragraph(*(page_break() for _ in range(count)), "slut")


def test_page_and_page_count_are_those_of_the_pages_whatever_was_stored() -> None:
    reading = made(Docx(breaks(2), section=SMALL + RUNNING, headers={"h": PAGES}, footers={"f": PAGES})).reading
    assert reading.running("Header") == reading.running("Footer") == ["sid 1 (3)", "sid 2 (3)", "sid 3 (3)"]


def test_fields_in_the_body_know_their_page_too() -> None:
    reading = made(Docx(paragraph("a", page_break()) + PAGES, section=SMALL)).reading
    assert reading.lines(1) == ["sid 2 (2)"]


def numbered(section: str) -> list[str]:
    return headers(breaks(2), SMALL + RUNNING + section, {"h": paragraph(field_of("PAGE", "1"))})


@pytest.mark.parametrize(
    ("section", "expected"),
    [
        ('<w:pgNumType w:start="7"/>', ["7", "8", "9"]),
        ('<w:pgNumType w:start="0"/>', ["0", "1", "2"]),
        ('<w:pgNumType w:fmt="lowerRoman"/>', ["i", "ii", "iii"]),
        ('<w:pgNumType w:fmt="upperLetter" w:start="3"/>', ["C", "D", "E"]),
        ('<w:pgNumType w:fmt="numberInDash"/>', ["- 1 -", "- 2 -", "- 3 -"]),
    ],
)
def test_pages_are_numbered_as_their_section_says(section: str, expected: list[str]) -> None:
    assert numbered(section) == expected


@pytest.mark.parametrize(
    ("switch", "shown"),
    [
        (r"PAGE \* roman", "ii"),
        (r"PAGE \* ROMAN", "II"),
        (r"PAGE \* alphabetic", "b"),
        (r"PAGE \* ALPHABETIC", "B"),
        (r"PAGE \* Arabic", "2"),
        (r"PAGE \* ordinal", "2:a"),
        (r"PAGE \* ArabicDash", "- 2 -"),
        (r"PAGE \* MERGEFORMAT", "2"),
        (r"PAGE \* Okänd", "2"),
        (r"NUMPAGES \* ROMAN", "II"),
        (r"SECTIONPAGES \* roman", "ii"),
    ],
)
def test_a_field_may_ask_for_a_format_of_its_own(switch: str, shown: str) -> None:
    assert headers(breaks(1), SMALL + RUNNING, {"h": paragraph(field_of(switch, "9"))})[1] == shown


def test_a_format_of_its_own_goes_before_the_sections() -> None:
    section = SMALL + RUNNING + '<w:pgNumType w:fmt="lowerRoman"/>'
    assert headers(breaks(1), section, {"h": paragraph(field_of(r"PAGE \* Arabic", "9"))}) == ["1", "2"]


def test_a_section_may_begin_its_numbers_anew() -> None:
    own = SMALL + '<w:headerReference w:type="default" r:id="h"/>'
    body = breaks(1) + paragraph("a", props=section_end(own)) + breaks(1)
    header = paragraph(field_of("PAGE", "1"), " av ", field_of("SECTIONPAGES", "9"))
    found = headers(body, SMALL + '<w:pgNumType w:start="1" w:fmt="upperRoman"/>', {"h": header})
    assert found == ["1 av 2", "2 av 2", "I av 2", "II av 2"]


def test_the_first_page_may_have_a_header_of_its_own_or_none() -> None:
    first = '<w:headerReference w:type="first" r:id="g"/>'
    both = {"h": paragraph("vanlig"), "g": paragraph("först")}
    assert headers(breaks(2), SMALL + RUNNING + first + "<w:titlePg/>", both) == ["först", "vanlig", "vanlig"]
    assert headers(breaks(2), SMALL + RUNNING + first, both) == ["vanlig"] * 3
    assert headers(breaks(2), SMALL + RUNNING + "<w:titlePg/>", both) == ["", "vanlig", "vanlig"]


def test_even_pages_have_headers_of_their_own_where_the_settings_say_so() -> None:
    section = SMALL + RUNNING + '<w:headerReference w:type="even" r:id="g"/>'
    both = {"h": paragraph("udda"), "g": paragraph("jämn")}
    assert headers(breaks(2), section, both, "<w:evenAndOddHeaders/>") == ["udda", "jämn", "udda"]
    assert headers(breaks(2), section, both) == ["udda"] * 3


def test_a_high_header_pushes_the_body_down() -> None:
    header = paragraph("h", props='<w:spacing w:line="2000" w:lineRule="exact"/>')
    low = made(Docx(paragraph("a"), section=A4 + RUNNING, headers={"h": header})).reading.find("a").y
    assert low == pytest.approx(36 + 100 + 9.38, abs=0.02)
    fixed = A4.replace('w:top="1000"', 'w:top="-1000"') + RUNNING
    assert made(Docx(paragraph("a"), section=fixed, headers={"h": header})).reading.find("a").y < low


def test_a_header_may_hold_a_table_and_tabs() -> None:
    header = table(row("v", "h"), widths=(1000, 1000)) + paragraph("a", tab(), "b")
    assert headers(paragraph("x"), A4 + RUNNING, {"h": header}) == ["vha b"]


# -- references --


def referring(body: str, section: str = SMALL) -> list[str]:
    return [line.rstrip() for line in made(Docx(body, section=section)).reading.lines(0)]


def test_a_reference_shows_the_page_of_its_bookmark() -> None:
    body = paragraph("se ", field_of("PAGEREF mål", "9")) + breaks(2) + paragraph(bookmark("mål"), "här")
    assert referring(body)[0] == "se 3"


def test_a_reference_shows_the_number_as_it_is_printed_on_the_page() -> None:
    body = paragraph("se ", field_of("PAGEREF mål", "9"), page_break()) + paragraph(bookmark("mål"), "här")
    assert referring(body, SMALL + '<w:pgNumType w:start="4" w:fmt="lowerRoman"/>') == ["se v"]


def test_a_reference_to_a_bookmark_in_a_table_is_found() -> None:
    inside = table(row("a", f"<w:tc>{paragraph(bookmark('mål'), 'b')}</w:tc>"))
    assert referring(paragraph("se ", field_of("PAGEREF mål", "9"), page_break()) + inside) == ["se 2"]


def test_a_reference_to_nothing_keeps_what_was_stored() -> None:
    assert referring(paragraph("se ", field_of("PAGEREF borta", "9"))) == ["se 9"]


def test_bookmarks_come_back_with_their_printed_page() -> None:
    body = paragraph(bookmark("ett"), "a", page_break()) + paragraph(bookmark("två"), "b")
    section = SMALL + '<w:pgNumType w:start="3" w:fmt="lowerRoman"/>'
    assert made(Docx(body, section=section)).rendered.bookmarks == {"ett": "iii", "två": "iv"}


def contents(entries: int, stored: str) -> str:
    """Return a table of contents on the first page, whose entries point to a heading on a page each."""
    begin = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC \\o "1-3"</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    stop = '<w:tabs><w:tab w:val="right" w:pos="3000" w:leader="dot"/></w:tabs>'
    lines = []
    for number in range(1, entries + 1):
        reference = field_of(f"PAGEREF _Toc{number} \\h", stored)
        entry = f'<w:hyperlink w:anchor="_Toc{number}">{run(f"Avsnitt {number}")}{tab()}{reference}</w:hyperlink>'
        lines.append(paragraph(begin if number == 1 else "", entry, props=stop))
    return "".join(lines) + paragraph('<w:r><w:fldChar w:fldCharType="end"/></w:r>')


def headings(count: int) -> str:
    return "".join(
        paragraph(bookmark(f"_Toc{number}"), f"Avsnitt {number}", style="H1", props="<w:pageBreakBefore/>")
        for number in range(1, count + 1)
    )


@pytest.mark.parametrize("stored", ["1", "999999999999999999999999999999999999999999", ""])
def test_a_table_of_contents_shows_the_pages_that_came_out(stored: str) -> None:
    reading = made(Docx(contents(3, stored) + headings(3), section=SMALL)).reading
    shown = ["".join(part for part in line if part != ".") for line in reading.lines(0)]
    assert shown[:3] == ["Avsnitt 1 2", "Avsnitt 2 3", "Avsnitt 3 4"]
    assert [reading.page_of(f"Avsnitt {n}") for n in (1, 2, 3)] == [1, 1, 1]


def test_a_table_of_contents_that_grows_over_a_page_still_tells_the_truth() -> None:
    reading = made(Docx(contents(12, "1") + headings(12), section=SMALL)).reading
    entries = [line.replace(".", "").split() for page in (0, 1) for line in reading.lines(page) if " " in line]
    headed = {line.text: line.page + 1 for line in reading.set_lines() if line.page > 1}
    assert len(entries) == 12
    for word, number, page in entries:
        assert headed[f"{word} {number}"] == int(page)


def test_no_line_is_lost_where_a_reference_does_not_settle(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subject, "MAX_ROUNDS", 1)
    wide = paragraph("x" * 26 + " ", field_of("PAGEREF mål", "9"), " slut", page_break())
    section = SMALL + '<w:pgNumType w:start="1887" w:fmt="upperRoman"/>'
    reading = made(Docx(wide + paragraph(bookmark("mål"), "här"), section=section)).reading
    assert " ".join(reading.lines()).split() == ["x" * 26, "9", "slut", "här"]


# -- texts of a style in the header --

CHAPTERS = "".join(
    paragraph(name, style="H1", props="<w:pageBreakBefore/>") + paragraph(f"text {name}") for name in ("A", "B")
)


def style_header(instruction: str, body: str) -> list[str]:
    return headers(body, SMALL + RUNNING, {"h": paragraph(field_of(instruction, "lagrat"))})


def test_a_header_shows_the_heading_of_its_page_else_the_one_before() -> None:
    body = CHAPTERS + breaks(1)
    for name in ('STYLEREF "heading 1"', "STYLEREF 1", 'STYLEREF "Rubrik 1"', "STYLEREF H1"):
        assert style_header(name, body) == ["A", "B", "B"]


def test_a_header_shows_the_first_or_the_last_heading_of_its_page() -> None:
    body = paragraph("A", style="H1") + paragraph("B", style="H1")
    assert style_header("STYLEREF 1", body) == ["A"]
    assert style_header(r"STYLEREF 1 \l", body) == ["B"]


def test_a_header_before_all_headings_shows_the_first_one() -> None:
    assert style_header("STYLEREF 1", breaks(1) + paragraph("A", style="H1")) == ["A", "A"]


def test_a_style_that_is_nowhere_keeps_what_was_stored() -> None:
    assert style_header('STYLEREF "Finns inte"', paragraph("a")) == ["lagrat"]


def test_a_field_shows_the_number_of_its_section() -> None:
    own = SMALL + '<w:headerReference w:type="default" r:id="h"/>'
    body = paragraph("a", props=section_end(own)) + paragraph("b")
    assert headers(body, SMALL, {"h": paragraph(field_of("SECTION", "9"))}) == ["1", "2"]
