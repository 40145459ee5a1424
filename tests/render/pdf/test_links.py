"""Links in the PDF: where they lead, how they are described, and which words they cover."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO

import pikepdf
import pytest

from tests.render.docx import HEADER_ROW, Docx, bookmark, cell, field_of, link, page_break, paragraph, row, run, table
from tests.render.pdffile import tag_tree
from tests.render.rendering import Made, made

SMALL = '<w:pgSz w:w="4000" w:h="4000"/><w:pgMar w:top="1000" w:right="400" w:bottom="1000" w:left="400"/>'


@dataclass(frozen=True)
class Written:
    """A link's annotation."""

    page: int
    target: str
    contents: str
    boxes: int


def written(result: Made) -> list[Written]:
    found = []
    with pikepdf.open(BytesIO(result.rendered.pdf)) as file:
        for number, page in enumerate(file.pages, 1):
            for item in page.get("/Annots", []):
                target = bytes(item.A.URI).decode("latin-1") if "/A" in item else f"{float(item.Dest[3]):.0f}"
                found.append(Written(number, target, str(item.Contents), len(item.QuadPoints) // 8))
    return found


def outside(uri: str) -> list[Written]:
    return written(made(Docx(paragraph(link("hit", name="rL")), links={"rL": uri})))


def test_a_link_out_of_the_document_has_its_address_and_its_words() -> None:
    assert outside("https://example.se/a?b=1&c=2#d") == [Written(1, "https://example.se/a?b=1&c=2#d", "hit", 1)]


@pytest.mark.parametrize(
    ("uri", "expected"),
    [
        ("https://example.se/nämnd–möte", "https://example.se/n%C3%A4mnd%E2%80%93m%C3%B6te"),
        ("https://example.se/a b", "https://example.se/a%20b"),
        ("https://example.se/100%25", "https://example.se/100%25"),
        ("https://example.se/(a)\\b", "https://example.se/(a)%5Cb"),
        ("https://åre.se/", "https://xn--re-xia.se/"),
        ("https://åre.se:8080/å", "https://xn--re-xia.se:8080/%C3%A5"),
        ("mailto:åsa@example.se", "mailto:%C3%A5sa@example.se"),
        ("https://[::1", "https://[::1"),
    ],
)
def test_an_address_is_written_in_ascii(uri: str, expected: str) -> None:
    assert [item.target for item in outside(uri)] == [expected]


def test_a_tip_describes_the_link_before_its_words() -> None:
    docx = Docx(paragraph(link("hit", name="rL", tooltip="Till sidan")), links={"rL": "https://example.se/"})
    assert [item.contents for item in written(made(docx))] == ["Till sidan"]


def test_a_link_over_two_lines_is_one_link_with_two_places() -> None:
    docx = Docx(paragraph(link("ord " * 20, name="rL")), section=SMALL, links={"rL": "https://example.se/"})
    assert [item.boxes for item in written(made(docx))] == [3]


def test_a_link_of_runs_of_many_looks_is_one_link() -> None:
    inside = f'<w:hyperlink r:id="rL">{run("en ")}{run("fet", "<w:b/>")}{run(" länk")}</w:hyperlink>'
    found = written(made(Docx(paragraph(inside), links={"rL": "https://example.se/"})))
    assert [(item.contents, item.boxes) for item in found] == [("en fet länk", 1)]


def test_a_link_over_two_pages_has_a_place_on_each() -> None:
    inside = f'<w:hyperlink r:id="rL">{run("före ")}{page_break()}{run("efter")}</w:hyperlink>'
    found = written(made(Docx(paragraph(inside), links={"rL": "https://example.se/"})))
    assert [item.page for item in found] == [1, 2]


def test_a_link_in_the_document_leads_to_its_bookmark() -> None:
    body = paragraph(link("ner", anchor="m"), page_break()) + paragraph(bookmark("m"), "mål")
    result = made(Docx(body, section=SMALL))
    assert [item.target for item in written(result)] == ["150"]
    assert "-> page 2" in tag_tree(result.rendered.pdf)


@pytest.mark.parametrize(
    ("instruction", "stored", "called"),
    [(r"REF m \h", "mål", "mål"), (r"NOTEREF m \h", "2", "2"), (r"PAGEREF m \h", "9", "sida 2")],
)
def test_a_reference_that_asks_for_it_is_a_link_that_is_described_in_words(
    instruction: str, stored: str, called: str
) -> None:
    body = paragraph("se ", field_of(instruction, stored), page_break()) + paragraph(bookmark("m"), "mål")
    (found,) = written(made(Docx(body, section=SMALL)))
    assert (found.page, found.contents) == (1, called)


def test_a_reference_that_asks_for_no_link_is_mere_text() -> None:
    body = paragraph("se ", field_of("REF m", "mål"), page_break()) + paragraph(bookmark("m"), "mål")
    assert written(made(Docx(body))) == []


def test_a_link_to_a_bookmark_that_is_not_there_is_mere_text() -> None:
    result = made(Docx(paragraph(link("ner", anchor="borta"))))
    assert written(result) == []
    assert result.reading.lines() == ["ner"]


def test_links_in_a_header_that_is_repeated_in_a_table_are_written_once() -> None:
    head = row(cell(paragraph(link("källa", name="rL"))), props=HEADER_ROW)
    rows = [row(f"r{number}") for number in range(20)]
    result = made(Docx(table(head, *rows, widths=(2000,)), section=SMALL, links={"rL": "https://example.se/"}))
    assert [item.page for item in written(result)] == [1]


def test_a_link_of_nothing_but_spaces_is_none() -> None:
    found = made(Docx(paragraph("ord", link("  ", name="rL"), "efter"), links={"rL": "https://a.se/"}))

    assert written(found) == []
    assert "Link" not in tag_tree(found.rendered.pdf)
    assert found.reading.lines() == ["ord  efter"]
