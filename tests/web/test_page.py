"""The page around the document: head, landmarks, what it asks of others, and files that make none."""

from __future__ import annotations

import base64
import hashlib
import re

import pytest

from pipeline.web import WebOptions, web_page
from pipeline.web import service as web_service
from tests.render.docx import A4, STYLES, Docx, field_of, line_break, paragraph, run, tab
from tests.web.reading import page_of


def test_a_page_has_language_title_and_landmarks() -> None:
    page = page_of(Docx(paragraph("Text på svenska"), title="Tjänsteskrivelse"))

    assert page.html.startswith("<!DOCTYPE html>\n<html lang=")
    assert page.root.get("lang") == "sv-SE"
    assert page.texts("//title") == ["Tjänsteskrivelse"]
    assert [len(page.all(f"/html/body/{tag}")) for tag in ("header", "main", "footer")] == [1, 1, 1]
    assert page.one("/html/body/*[1]").get("href") == "#" + str(page.one("//main").get("id"))


def test_a_document_without_a_title_is_named_for_its_file() -> None:
    assert page_of(Docx(paragraph("Text"), title=""), "yttrande.docx").texts("//title | //h1") == ["yttrande"] * 2


def test_the_page_allows_its_own_style_and_pictures_and_nothing_else() -> None:
    page = page_of(paragraph("Text"))
    policy = page.one("//meta[@http-equiv]").get("content")
    style = re.search("<style>(.*?)</style>", page.html, re.DOTALL)

    assert style is not None
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    assert policy == (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"
    )
    assert not re.search(r"<script|<link(?! rel=\"icon\" href=\"data:,\")|\sstyle=|@import|url\(|https?:", page.html)


def test_a_title_that_is_code_is_text() -> None:
    page = page_of(Docx(paragraph("a</p><script>x</script> & b"), title='"><script>alert(1)</script>'))

    assert page.all("//script") == []
    assert page.texts("//title") == ['"><script>alert(1)</script>']
    assert page.texts("//main/p") == ["a</p><script>x</script> & b"]


def test_characters_that_no_page_may_hold_are_left_out() -> None:
    assert "<p>ab</p>" in page_of(paragraph("a\u0085\U0001fffeb")).main


def test_the_same_file_gives_the_same_page() -> None:
    docx = Docx(paragraph("Text", style="H1") + paragraph(run("röd", '<w:color w:val="C00000"/>')))

    assert page_of(docx).html == page_of(docx).html


def test_the_first_pages_header_is_told_once_without_its_page_numbers() -> None:
    header = paragraph("Eskilstuna kommun", tab(), "Sida ", field_of("PAGE", "1"), " (", field_of("NUMPAGES", "9"), ")")
    docx = Docx(
        paragraph("Text"),
        section=f'<w:headerReference w:type="default" r:id="h"/>{A4}',
        headers={"h": header + paragraph("KS/2024:7", line_break(), "Eskilstuna kommun")},
        title="",
    )

    assert page_of(docx).texts("//header/p") == ["Eskilstuna kommun", "KS/2024:7"]


def test_the_language_is_the_one_that_most_of_the_text_is_in() -> None:
    english = '<w:lang w:val="en-GB"/>'
    page = page_of(
        Docx(
            paragraph(
                run("Most of this is English, as can be seen. ", english), run("Detta inte.", '<w:lang w:val="sv-SE"/>')
            )
            + paragraph(run("Hej", '<w:lang w:val="sv-SE"/>')),
            styles=STYLES,
        )
    )

    assert page.root.get("lang") == "en-GB"
    assert '<p>Most of this is English, as can be seen. <span lang="sv-SE">Detta inte.</span></p>' in page.main
    assert '<p lang="sv-SE">Hej</p>' in page.main
    assert page.one('//a[@class="hopp"]').get("lang") == "sv"


def test_a_language_that_no_program_knows_is_not_named() -> None:
    page = page_of(paragraph("Text. ", run("Zzz", '<w:lang w:val="zz-ZZ"/>')))

    assert "<p>Text. Zzz</p>" in page.main


@pytest.mark.parametrize(("data", "code"), [(b"ingen Word-fil", "REN401"), (b"PK\x03\x04avbruten", "REN403")])
def test_a_file_that_cannot_be_read_is_refused_as_for_the_pdf(data: bytes, code: str) -> None:
    checked = web_page(data, WebOptions("prov.docx"))

    assert checked.value is None
    assert [finding.code for finding in checked.findings] == [code]


def test_a_page_that_no_browser_could_show_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web_service, "MAX_PAGE_BYTES", 1000)
    checked = web_page(Docx(paragraph("Text")).bytes(), WebOptions("prov.docx"))

    assert checked.value is None
    assert [finding.code for finding in checked.findings] == ["REN463"]
