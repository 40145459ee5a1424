"""One reading of a Word file serves the PDF and the page of the web."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.compose import with_contents
from pipeline.render import Rendered, RenderOptions, render
from pipeline.web import WebOptions, page_of_document, web_page
from tests.compose.word import both, changed_template, composed
from tests.render.docx import Docx, field_of, paragraph

NAME = "prov.docx"


def rendered(docx: bytes) -> Rendered:
    value = render(docx, RenderOptions(NAME)).value
    assert value is not None
    return value


@pytest.mark.parametrize("paper", [0, 1])
def test_the_page_of_what_was_read_for_the_pdf_is_that_of_the_file_with_its_page_numbers(paper: int) -> None:
    read = rendered(both()[paper].docx)
    numbered = with_contents(both()[paper].docx, read.bookmarks)
    assert not numbered.elsewhere
    assert page_of_document(*read.opened, NAME) == web_page(numbered.docx, WebOptions(NAME))


def test_a_page_number_in_the_prose_of_a_template_stands_on_the_page_of_the_web(tmp_path: Path) -> None:
    sentence = paragraph("se sidan ", field_of("PAGEREF _Toc100000001", "99"))

    def with_sentence(xml: str) -> str:
        before, last, after = xml.rpartition("<w:sectPr")
        return f"{before}{sentence}{last}{after}"

    profile = changed_template(tmp_path, "delarsrapport.docx", with_sentence)
    docx = composed(profile=profile)[1].docx
    pages = rendered(docx).bookmarks
    numbered = with_contents(docx, pages)
    page = web_page(numbered.docx, WebOptions(NAME)).value
    assert numbered.elsewhere
    assert page is not None
    assert f"se sidan {pages['_Toc100000001']}<" in page.html


def test_an_odd_file_gives_the_same_page_and_the_same_findings_read_once_or_twice() -> None:
    data = Docx(paragraph("a") + paragraph(field_of("HYPERLINK javascript:x", "länk"))).bytes()
    assert page_of_document(*rendered(data).opened, NAME) == web_page(data, WebOptions(NAME))
