"""Footnotes and endnotes: where they stand, how they are numbered, and what a listener meets."""

from __future__ import annotations

from tests.render.docx import (
    A4,
    Docx,
    cell,
    line_break,
    note,
    page_break,
    paragraph,
    reference,
    row,
    run,
    section_end,
    separators,
    table,
)
from tests.render.pdffile import tag_tree
from tests.render.rendering import made, pages

# A page of ten lines, each ten points high.
PAPER = '<w:pgSz w:w="4000" w:h="4000"/><w:pgMar w:top="1000" w:right="400" w:bottom="1000" w:left="400"/>'
TEN = '<w:spacing w:line="200" w:lineRule="exact"/>'
LINE = f"<w:p><w:pPr>{TEN}</w:pPr><w:r><w:separator/></w:r></w:p>"
SEPARATOR = f'<w:footnote w:type="separator" w:id="-1">{LINE}</w:footnote>'
NUMBERS = '<w:footnotePr><w:numFmt w:val="lowerLetter"/><w:numRestart w:val="{}"/></w:footnotePr>'


def one(*content: str, props: str = "") -> str:
    return paragraph(*content, props=TEN + props)


def many(count: int, word: str = "x") -> str:
    return "".join(one(f"{word}{number}") for number in range(1, count + 1))


def lines(count: int, word: str) -> str:
    inside = line_break().join(run(f"{word}{number}") for number in range(1, count + 1))
    return f"<w:p><w:pPr>{TEN}</w:pPr>{inside}</w:p>"


def footnotes(*notes: str) -> str:
    return SEPARATOR + "".join(notes)


def small(number: int, text: str) -> str:
    return note(number, one("<w:r><w:footnoteRef/></w:r>", f" {text}"))


def test_a_footnote_stands_at_the_foot_of_the_page_of_its_reference() -> None:
    docx = Docx(many(2) + one("här", reference(1)) + many(12, "y"), PAPER, footnotes=footnotes(small(1, "noten")))
    first, second = pages(docx)
    assert first == ["x1", "x2", "här1", "y1", "y2", "y3", "y4", "y5", "1 noten"]
    assert second == [f"y{number}" for number in range(6, 13)]


def test_a_line_goes_overleaf_with_a_note_that_has_no_room() -> None:
    docx = Docx(many(8) + one("här", reference(1)) + one("sist"), PAPER, footnotes=footnotes(small(1, "noten")))
    assert pages(docx) == [[f"x{number}" for number in range(1, 9)], ["här1", "sist", "1 noten"]]


def test_a_long_note_goes_on_overleaf_before_the_notes_of_that_page() -> None:
    notes = footnotes(note(1, lines(10, "a")), small(2, "b"))
    docx = Docx(many(4) + one("här", reference(1)) + one("där", reference(2)), PAPER, footnotes=notes)
    first, second = pages(docx)
    assert first == ["x1", "x2", "x3", "x4", "här1", "a1", "a2", "a3", "a4"]
    assert second == ["där2", *(f"a{number}" for number in range(5, 11)), "2 b"]


def test_a_note_longer_than_pages_ends() -> None:
    docx = Docx(one("här", reference(1)), PAPER, footnotes=footnotes(note(1, lines(40, "a"))))
    found = pages(docx)
    assert [line for page in found for line in page if line.startswith("a")] == [f"a{n}" for n in range(1, 41)]
    assert len(found) == 6


def test_a_reference_in_a_table_keeps_its_note_on_its_page() -> None:
    rows = [row(cell(one(f"r{n}"))) for n in range(1, 9)] + [row(cell(one("här", reference(1))))]
    docx = Docx(table(*rows, widths=(2000,)) + one(), PAPER, footnotes=footnotes(small(1, "noten")))
    assert pages(docx)[1] == ["här1", "1 noten"]


def test_notes_stand_below_the_text_where_the_file_says_so() -> None:
    beneath = '<w:footnotePr><w:pos w:val="beneathText"/></w:footnotePr>'
    body = one("här", reference(1))
    notes = footnotes(small(1, "noten"))
    high, low = (made(Docx(body, PAPER + own, footnotes=notes)).reading.find("noten").y for own in (beneath, ""))
    assert low - high > 50


def numbered(restart: str) -> list[str]:
    paper = PAPER + NUMBERS.format(restart)
    body = one("a", reference(1)) + one("b", reference(2))
    body += one(page_break(), "c", reference(3), props=section_end(paper)) + one("d", reference(4))
    docx = Docx(body, paper, footnotes=footnotes(*(small(n, f"n{n}") for n in range(1, 5))))
    return [line for page in pages(docx) for line in page if " n" in line]


def test_numbers_go_on_or_begin_anew_by_section_or_page() -> None:
    assert numbered("continuous") == ["a n1", "b n2", "c n3", "d n4"]
    assert numbered("eachSect") == ["a n1", "b n2", "c n3", "a n4"]
    assert numbered("eachPage") == ["a n1", "b n2", "a n3", "a n4"]


def test_a_mark_of_the_writers_own_takes_no_number() -> None:
    notes = footnotes(small(1, "egen"), small(2, "räknad"))
    docx = Docx(one("a", reference(1, "*"), " b", reference(2)), A4, footnotes=notes)
    assert pages(docx) == [["a* b1", "* egen", "1 räknad"]]


def test_endnotes_stand_last_or_after_their_section() -> None:
    notes = separators("endnote") + "".join(note(n, f" slut{n}", kind="endnote") for n in (1, 2))
    body = one("a", reference(1, kind="endnote"), props=section_end(PAPER)) + one("b", reference(2, kind="endnote"))
    last = Docx(body, PAPER, endnotes=notes)
    assert pages(last) == [["ai"], ["bii", "i slut1", "ii slut2"]]
    last.settings = '<w:endnotePr><w:pos w:val="sectEnd"/></w:endnotePr>'
    assert pages(last) == [["ai", "i slut1"], ["bii", "ii slut2"]]


def test_a_listener_meets_a_note_after_the_paragraph_that_refers_to_it() -> None:
    docx = Docx(one("här", reference(1)) + one("sedan"), A4, footnotes=footnotes(small(1, "noten")))
    tree = tag_tree(made(docx).rendered.pdf)
    assert [line.split(" “")[0] for line in tree.splitlines()] == [
        "Document",
        "  P",
        "    p1",
        "    Reference",
        "      Link",
        "        p1",
        "        -> page 1",
        "  Note",
        "    Lbl",
        "      Link",
        "        p1",
        "        -> page 1",
        "    P",
        "      p1",
        "  P",
        "    p1",
    ]


def test_a_reference_to_a_note_that_is_not_there_is_a_mere_number() -> None:
    result = made(Docx(one("här", reference(7)), A4, footnotes=footnotes(small(1, "noten"))))
    assert result.codes == []
    assert "här1" in " ".join(result.reading.lines(0))


def test_a_reference_in_text_from_right_to_left_keeps_its_note() -> None:
    body = paragraph(run("\u05e9\u05dc\u05d5\u05dd", "<w:rtl/>"), reference(1), props="<w:bidi/>")
    assert "1 noten" in pages(Docx(body, A4, footnotes=footnotes(small(1, "noten"))))[0]


def test_a_note_without_a_paragraph_makes_no_element() -> None:
    found = made(Docx(paragraph("ord", reference(1)), footnotes=separators() + '<w:footnote w:id="1"/>'))

    assert "Note" not in tag_tree(found.rendered.pdf)


def test_endnotes_of_a_section_that_shows_none_stand_after_the_next_one() -> None:
    def marked(number: int, text: str) -> str:
        return reference(number, kind="endnote") + run(text)

    body = paragraph(marked(1, "ord ett"), props=section_end(f"{A4}<w:noEndnote/>"))
    body += paragraph(marked(2, "ord två"), props=section_end())
    notes = separators("endnote") + note(1, "not ett", kind="endnote") + note(2, "not två", kind="endnote")
    setup = '<w:endnotePr><w:pos w:val="sectEnd"/></w:endnotePr>'
    found = made(Docx(body + paragraph("tre"), endnotes=notes, settings=setup)).reading

    assert [found.page_of(text) for text in ("ord ett", "not ett", "not två", "tre")] == [1, 2, 2, 3]


def test_a_note_without_text_makes_no_element() -> None:
    notes = separators() + note(1, " ", marked=False) + note(2, "text", marked=False)
    ends = separators("endnote") + note(1, "", kind="endnote", marked=False)
    body = paragraph("ord", reference(1), reference(2), reference(1, kind="endnote"))
    tree = tag_tree(made(Docx(body, footnotes=notes, endnotes=ends)).rendered.pdf)

    assert tree.count("Note") == 1
