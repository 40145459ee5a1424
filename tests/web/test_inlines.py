"""Text: what looks mean, links that lead somewhere safe, colours that can be read."""

from __future__ import annotations

import pytest

from pipeline.model.contrast import contrast
from pipeline.web import WebOptions, web_page
from pipeline.web.addresses import safe_address
from pipeline.web.colours import DARK, is_readable, lightened
from tests.render.docx import Docx, field_of, line_break, link, paragraph, run, tab
from tests.web.reading import Page, page_of


@pytest.mark.parametrize(
    ("props", "markup"),
    [
        ("<w:b/>", "<strong>text</strong>"),
        ("<w:i/>", "<em>text</em>"),
        ('<w:u w:val="single"/>', "<u>text</u>"),
        ("<w:strike/>", "<s>text</s>"),
        ('<w:vertAlign w:val="superscript"/>', "<sup>text</sup>"),
        ('<w:vertAlign w:val="subscript"/>', "<sub>text</sub>"),
        ("<w:b/><w:i/>", "<strong><em>text</em></strong>"),
        ("<w:caps/>", '<span class="versal">text</span>'),
        ("<w:vanish/>", ""),
    ],
)
def test_a_look_that_means_something_is_an_element(props: str, markup: str) -> None:
    assert page_of(paragraph("a", run("text", props))).main == f"<p>a{markup}</p>"


def test_runs_of_one_look_are_one_element() -> None:
    assert page_of(paragraph(run("fet", "<w:b/>"), run("stil", '<w:b/><w:sz w:val="30"/>'))).main == (
        "<p><strong>fetstil</strong></p>"
    )


def test_a_heading_is_not_strong_as_a_whole() -> None:
    assert ">Rubrik</h2>" in page_of(paragraph(run("Rubrik", "<w:b/>"), style="H1") * 2).main


def test_spaces_that_bind_stay_and_those_around_a_paragraph_go() -> None:
    assert page_of(paragraph(line_break(), "  12\u00a0000 kr ", tab(), line_break())).main == "<p>12\u00a0000 kr</p>"


def test_numbers_of_pages_are_left_out_and_references_to_them_stay() -> None:
    assert page_of(paragraph("a", field_of("PAGE", "7"), "b", field_of("PAGEREF x", "8"))).main == "<p>ab8</p>"


def linked(address: str, text: str = "länk") -> Page:
    return page_of(Docx(paragraph("Se ", link(text, name="rL"), "."), links={"rL": address}))


@pytest.mark.parametrize(
    ("address", "href"),
    [
        ("https://example.se/å sida?q=1&r=2#del", "https://example.se/%C3%A5%20sida?q=1&r=2#del"),
        ("HTTP://Exämple.se:80", "http://xn--exmple-cua.se:80"),
        ("mailto:ks@example.se?subject=Ärende 1", "mailto:ks@example.se?subject=%C3%84rende%201"),
        ("tel:+46161234567", "tel:+46161234567"),
        ("www.example.se", "http://www.example.se"),
        ("https://example.se/100%", "https://example.se/100%25"),
    ],
)
def test_an_address_of_the_web_is_written_so_that_html_takes_it(address: str, href: str) -> None:
    assert safe_address(address) == href


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        " JaVaScRiPt:alert(1)",
        "java\tscript:alert(1)",
        "\x01javascript:alert(1)",
        "data:text/html,<script>",
        "vbscript:x",
        "file:///G:/underlag.xlsx",
        "\\\\server\\delad\\fil.docx",
        "underlag.docx",
        "//example.se/x",
        "https://",
        "https://x:y@example.se/",
        "https://example.se:port/",
        "https://[::1/",
        "http://exa mple.se/",
        "mailto:",
        "https://example.se/" + "x" * 9000,
    ],
)
def test_an_address_that_runs_opens_or_leads_nowhere_is_refused(address: str) -> None:
    assert safe_address(address) is None


def test_a_link_that_must_not_be_followed_is_text_with_a_finding() -> None:
    page = linked("javascript:alert(document.cookie)")

    assert page.main == "<p>Se länk.</p>"
    assert page.codes == ["REN460"]
    assert "stycke 1" in str(page.findings[0].origins[0])
    assert "javascript:" not in page.html


def test_a_link_stands_around_its_words() -> None:
    assert linked("https://example.se/").main == '<p>Se <a href="https://example.se/">länk</a>.</p>'


def test_a_colour_that_can_be_read_stays_and_is_lighter_on_a_dark_page() -> None:
    page = page_of(paragraph(run("mörk", '<w:color w:val="1F3864"/>'), run("ljus", '<w:color w:val="FFE699"/>')))

    assert page.main == '<p><span class="c1">mörk</span>ljus</p>'
    assert ".c1{color:#1f3864}" in page.html
    assert f".c1{{color:#{lightened('1f3864', DARK)}}}" in page.html


@pytest.mark.parametrize("colour", ["000000", "1f3864", "ff0000", "7f7f7f", "00ff00"])
def test_a_lightened_colour_is_read_on_a_dark_page(colour: str) -> None:
    assert is_readable(lightened(colour, DARK), DARK)


def test_contrast_is_measured_as_wcag_does() -> None:
    assert contrast("ffffff", "000000") == pytest.approx(21)
    assert contrast("777777", "ffffff") == pytest.approx(4.48, abs=0.01)


def test_marked_text_has_an_ink_that_is_read_on_its_colour() -> None:
    page = page_of(paragraph(run("märkt", '<w:highlight w:val="darkBlue"/>')))

    assert "background:#000080;color:#ffffff" in page.html or "background:#00008b;color:#ffffff" in page.html


def test_a_box_to_tick_is_an_image_named_by_its_state() -> None:
    properties = '<w:sdtPr><w14:checkbox xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"/></w:sdtPr>'
    body = f"<w:p><w:sdt>{properties}<w:sdtContent>{run('☐')}</w:sdtContent></w:sdt>{run(' Ja')}</w:p>"
    checked = web_page(Docx(body).bytes(), WebOptions("prov.docx"))
    assert checked.value is not None
    assert '<span role="img" aria-label="kryssruta, inte markerad">☐</span> Ja' in checked.value.html


def test_the_reading_of_characters_stands_behind_them_in_brackets() -> None:
    ruby = f"<w:r><w:ruby><w:rt>{run('だい')}</w:rt><w:rubyBase>{run('台所')}</w:rubyBase></w:ruby></w:r>"

    assert "台所(だい)" in page_of(paragraph("x ", ruby)).main
