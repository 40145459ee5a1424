"""Sections: how they begin, which page is odd, and where their margins, headers and columns stand."""

from __future__ import annotations

from tests.render.docx import Docx, paragraph, run, section_end
from tests.render.rendering import made, pages

SIZE = '<w:pgSz w:w="4000" w:h="4000"/>'
PAPER = SIZE + '<w:pgMar w:top="1000" w:right="400" w:bottom="1000" w:left="400"/>'
TEN = '<w:spacing w:line="200" w:lineRule="exact"/>'
COLUMN_BREAK = '<w:r><w:br w:type="column"/></w:r>'


def one(*content: str, props: str = "") -> str:
    return paragraph(*content, props=TEN + props)


def many(count: int, word: str = "x") -> str:
    return "".join(one(f"{word}{number}") for number in range(1, count + 1))


def ended(text: str, section: str = PAPER) -> str:
    return one(text, props=section_end(section))


def kind(name: str) -> str:
    return f'<w:type w:val="{name}"/>'


def test_a_section_on_an_odd_page_leaves_the_even_one_blank_with_neither_header_nor_footer() -> None:
    header = '<w:headerReference w:type="default" r:id="h1"/>'
    docx = Docx(ended("a", header + PAPER) + one("b"), kind("oddPage") + PAPER, headers={"h1": paragraph("huvud")})
    reading = made(docx).reading
    assert pages(docx) == [["a"], [], ["b"]]
    assert reading.running("Header") == ["huvud", "", "huvud"]


def test_a_section_on_an_even_page_needs_no_blank_one_after_an_odd_one() -> None:
    assert pages(Docx(ended("a") + one("b"), kind("evenPage") + PAPER)) == [["a"], ["b"]]


def test_a_section_that_begins_with_an_odd_number_after_an_odd_page_leaves_one_blank() -> None:
    start = kind("oddPage") + PAPER + '<w:pgNumType w:start="1"/>'
    assert pages(Docx(ended("a") + one("b"), start)) == [["a"], [], ["b"]]


def test_a_section_goes_on_in_the_next_column() -> None:
    two = PAPER + '<w:cols w:num="2" w:space="200"/>'
    reading = made(Docx(ended("a", two) + one("b"), kind("nextColumn") + two)).reading
    assert len(reading.sizes) == 1
    assert reading.find("b").x > reading.find("a").x + 80
    assert reading.find("b").y == reading.find("a").y


def test_a_paragraph_that_begins_a_page_does_so_at_the_start_of_a_section_on_the_same_page() -> None:
    breaking = "<w:pageBreakBefore/>"
    assert pages(Docx(ended("a") + one("b", props=breaking), kind("continuous") + PAPER)) == [["a"], ["b"]]
    assert pages(Docx(ended("a") + one("b", props=breaking), kind("nextPage") + PAPER)) == [["a"], ["b"]]


def test_a_paragraph_that_begins_a_page_does_so_in_an_empty_column_too() -> None:
    two = PAPER + '<w:cols w:num="2" w:space="200"/>'
    docx = Docx(one("a") + one(COLUMN_BREAK) + one("b", props="<w:pageBreakBefore/>"), two)
    assert [line for page in pages(docx) for line in page if line] == ["a", "b"]
    assert made(docx).reading.page_of("b") == 2


def margins(settings: str, section: str) -> list[float]:
    margin = '<w:pgMar w:top="1000" w:right="400" w:bottom="1000" w:left="800" w:gutter="200"/>'
    breaking = "<w:pageBreakBefore/>"
    docx = Docx(one("a") + one("b", props=breaking), SIZE + margin + section, settings=settings)
    reading = made(docx).reading
    return [reading.find("a").x, reading.find("b").x]


def test_margins_mirror_and_the_gutter_is_on_the_inside() -> None:
    assert margins("", "") == [50, 50]
    assert margins("<w:mirrorMargins/>", "") == [50, 20]
    assert margins("<w:gutterAtTop/>", "") == [40, 40]
    assert margins("", "<w:rtlGutter/>") == [40, 40]


def test_text_stands_where_its_section_aligns_it_on_the_page() -> None:
    def place(how: str) -> float:
        return made(Docx(one("a"), PAPER + f'<w:vAlign w:val="{how}"/>')).reading.find("a").y

    assert round(place("center") - place("top"), 1) == 45
    assert round(place("bottom") - place("top"), 1) == 90
    assert place("both") == place("top")


def test_a_full_page_is_stretched_to_its_foot() -> None:
    body = many(8) + one("k", props="<w:keepNext/>") + one("l", props="<w:keepNext/>") + one("m")
    docx = Docx(body, PAPER + '<w:vAlign w:val="both"/>')
    reading = made(docx).reading
    assert reading.find("x8").y - reading.find("x1").y == 90


def test_a_line_stands_between_columns_that_have_text() -> None:
    two = PAPER + '<w:cols w:num="2" w:space="200" w:sep="1"/>'
    with_text = made(Docx(one("a") + one(COLUMN_BREAK) + one("b"), two)).reading.shapes_of("line")
    assert [shape.box[0] for shape in with_text] == [100]
    assert made(Docx(one("a"), two)).reading.shapes_of("line") == []


def test_the_number_of_a_page_is_written_as_its_section_says() -> None:
    def footer(kind: str) -> str:
        field = f'<w:fldSimple w:instr="PAGE">{run("9")}</w:fldSimple>'
        section = f'<w:footerReference w:type="default" r:id="f1"/>{PAPER}<w:pgNumType w:start="3" w:fmt="{kind}"/>'
        return made(Docx(run("a"), section, footers={"f1": paragraph(field)})).reading.running("Footer")[0]

    assert [footer(kind) for kind in ("decimal", "numberInDash", "upperRoman", "lowerLetter")] == [
        "3",
        "- 3 -",
        "III",
        "c",
    ]
    assert footer("cardinalText") == "Tre"
