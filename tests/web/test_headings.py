"""Headings, the one above them all, and the navigation that leads to them."""

from __future__ import annotations

from tests.render.docx import STYLES, Docx, bookmark, field_of, link, paragraph, run, tab
from tests.web.reading import Page, page_of

TITLED = STYLES + (
    '<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="TOCHeading"><w:name w:val="TOC Heading"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="TOC2"><w:name w:val="toc 2"/></w:style>'
)


def headings(page: Page) -> list[tuple[str, str]]:
    nodes = page.all("//*[self::h1 or self::h2 or self::h3 or self::h4 or self::h5 or self::h6]")
    return [(str(node.tag), "".join(map(str, node.itertext()))) for node in nodes]


def test_the_title_is_the_h1_and_no_level_is_jumped() -> None:
    body = paragraph("Rapport", style="Titel") + paragraph("A", style="H1") + paragraph("B", style="H3")

    assert headings(page_of(Docx(body, styles=TITLED))) == [("h1", "Rapport"), ("h2", "A"), ("h3", "B")]


def test_the_one_heading_above_the_others_is_the_h1() -> None:
    body = paragraph("A", style="H1") + paragraph("B", style="H2") + paragraph("C", style="H3")

    assert headings(page_of(body)) == [("h1", "A"), ("h2", "B"), ("h3", "C")]


def test_a_document_of_many_first_headings_gets_an_h1_of_its_title() -> None:
    page = page_of(paragraph("A", style="H1") + paragraph("B", style="H2") + paragraph("C", style="H1"))

    assert headings(page) == [("h1", "Provdokument"), ("h2", "A"), ("h3", "B"), ("h2", "C")]


def test_a_paragraph_that_is_the_title_of_the_properties_is_the_h1() -> None:
    page = page_of(
        Docx(paragraph("Dnr 1") + paragraph("Provdokument") + paragraph("A", style="H1"), title="provdokument")
    )

    assert headings(page) == [("h1", "Provdokument"), ("h2", "A")]


def test_headings_of_the_same_words_have_places_of_their_own() -> None:
    page = page_of("".join(paragraph("Mål och medel", style="H1") for _ in range(3)))

    assert [node.get("id") for node in page.all("//h2")] == ["mal-och-medel", "mal-och-medel-2", "mal-och-medel-3"]


def test_navigation_is_made_of_the_headings_where_the_document_has_none() -> None:
    page = page_of("".join(paragraph(text, style=style) for text, style in (("A", "H1"), ("B", "H2"), ("C", "H1"))))

    assert page.one("//nav").get("aria-labelledby") == page.one("//nav/p").get("id")
    assert page.texts("//nav/ol/li/a") == ["A", "C"]
    assert page.texts("//nav/ol/li/ol/li/a") == ["B"]
    assert {str(a.get("href"))[1:] for a in page.all("//nav//a")} == {str(h.get("id")) for h in page.all("//h2 | //h3")}


def test_the_documents_own_contents_lead_to_the_headings_and_tell_no_pages() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC \\o</w:instrText></w:r>'
    separate = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    body = (
        paragraph("Innehåll i korthet", style="TOCHeading")
        + paragraph(
            begin, separate, link("Första", anchor="_Toc1"), tab(), field_of("PAGEREF _Toc1", "7"), style="TOC1"
        )
        + paragraph(run("Andra"), tab(), run("12"), style="TOC2")
        + paragraph('<w:r><w:fldChar w:fldCharType="end"/></w:r>')
        + paragraph(bookmark("_Toc1"), "Första", style="H1")
        + paragraph("Andra", style="H2")
    )
    page = page_of(Docx(body, styles=TITLED))

    assert page.texts("//nav/p") == ["Innehåll i korthet"]
    assert page.texts("//nav/ol/li/a | //nav/ol/li/ol/li/a") == ["Första", "Andra"]
    assert [a.get("href") for a in page.all("//nav//a")] == ["#forsta", "#andra"]


def test_a_link_to_a_bookmark_leads_to_its_paragraph_and_one_to_nowhere_is_text() -> None:
    page = page_of(
        paragraph(link("dit", anchor="m"), " ", link("bort", anchor="saknas")) + paragraph(bookmark("m"), "Här är det")
    )

    assert page.texts("//main//a") == ["dit"]
    assert f"#{page.all('//main/p')[1].get('id')}" == page.one("//main//a").get("href")


def test_contents_outside_a_field_are_contents_by_their_styles() -> None:
    body = (
        paragraph("Innehåll", style="TOCHeading")
        + paragraph("Ett", tab(), "3", style="TOC1")
        + paragraph("Två", tab(), "4", style="TOC1")
        + paragraph("Ett", style="H1")
        + paragraph("Två", style="H1")
    )
    page = page_of(Docx(body, styles=TITLED))

    assert page.texts("//nav/ol/li") == ["Ett", "Två"]
    assert [a.get("href") for a in page.all("//nav//a")] == ["#ett", "#tva"]


def test_a_heading_that_only_tells_the_page_is_none() -> None:
    assert headings(page_of(paragraph(field_of("PAGE", "7"), style="H1"))) == [("h1", "Provdokument")]
