"""The whole file: sections with their paper and running headers, settings, properties, pictures."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from pipeline.ooxml.package import BrokenPackage, PackageError, open_package
from pipeline.render.paper import PageSetup
from pipeline.render.read.document import read_document
from pipeline.render.tree import Paragraph, PictureRun, Section
from tests.render.docx import (
    A4,
    DECORATIVE,
    Docx,
    abstract,
    drawing,
    paragraph,
    part,
    section_end,
    separators,
    vector_of,
    zipped,
)
from tests.render.rendering import document, paragraphs

PNG = ("a.png", b"x")


def setup(section: str) -> PageSetup:
    return document(Docx(paragraph("a"), section=section)).sections[0].page


def words(blocks: object) -> str:
    assert isinstance(blocks, tuple)
    return " ".join(block.text for block in blocks if isinstance(block, Paragraph))


def test_a_document_without_sections_has_one_of_words_own_paper() -> None:
    found = setup("")
    assert (found.width, found.height, found.top, found.header) == (612.0, 792.0, 72.0, 36.0)


def test_the_paper_of_a_section_is_read() -> None:
    found = setup(
        '<w:pgSz w:w="16840" w:h="11900" w:orient="landscape"/>'
        '<w:pgMar w:top="-1000" w:left="500" w:gutter="200" w:footer="300"/><w:titlePg/><w:vAlign w:val="center"/>'
        '<w:pgNumType w:start="5" w:fmt="lowerRoman"/><w:type w:val="oddPage"/>'
    )
    assert (found.width, found.height) == (842.0, 595.0)
    assert (found.top, found.left, found.right, found.gutter, found.footer) == (-50.0, 25.0, 72.0, 10.0, 15.0)
    assert (found.first_differs, found.number_start, found.number_format, found.start) == (
        True,
        5,
        "lowerRoman",
        "oddPage",
    )


@pytest.mark.parametrize(
    "size", ['w:w="0" w:h="0"', 'w:w="-500" w:h="-1"', 'w:w="x" w:h="nan"', 'w:w="1" w:h="99999999"']
)
def test_paper_of_no_size_and_of_any_size_becomes_paper_that_a_pdf_may_have(size: str) -> None:
    found = setup(f"<w:pgSz {size}/>")
    assert 7 <= found.width <= 1584
    assert 7 <= found.height <= 1584


@pytest.mark.parametrize(
    ("columns", "widths"),
    [
        ('<w:cols w:num="2" w:space="400"/>', ((0.0, 20.0), (0.0, 20.0))),
        ('<w:cols w:num="1"/>', ()),
        ('<w:cols w:num="99999"/>', ((0.0, 36.0),) * 45),
        (
            '<w:cols w:equalWidth="0"><w:col w:w="2000" w:space="100"/><w:col w:w="4000"/></w:cols>',
            ((100.0, 5.0), (200.0, 0.0)),
        ),
    ],
)
def test_columns_are_read(columns: str, widths: tuple[tuple[float, float], ...]) -> None:
    assert setup(columns).columns.widths == widths


def test_a_section_takes_over_the_headers_that_it_does_not_name() -> None:
    reference = '<w:headerReference w:type="default" r:id="{}"/>'
    body = paragraph("a", props=section_end(A4 + reference.format("h1"))) + paragraph("b", props=section_end())
    body += paragraph("c")
    docx = Docx(
        body,
        section=A4 + reference.format("h2") + '<w:headerReference w:type="first" r:id="saknas"/>',
        headers={"h1": paragraph("ett"), "h2": paragraph("två")},
    )
    found = document(docx).sections
    assert [words(section.headers.default) for section in found] == ["ett", "ett", "två"]
    assert [section.headers.first for section in found] == [None] * 3


def test_a_section_ends_with_the_paragraph_that_says_so() -> None:
    def texts(section: Section) -> str:
        return words(section.blocks)

    found = document(Docx(paragraph("a") + paragraph("b", props=section_end()) + paragraph("c"))).sections
    assert [texts(section) for section in found] == ["a b", "c"]


def test_the_settings_of_the_layout_are_read() -> None:
    found = document(
        Docx(paragraph("a"), settings='<w:defaultTabStop w:val="400"/><w:evenAndOddHeaders/>', compatibility=14)
    ).settings
    assert (found.compatibility, found.default_tab, found.even_and_odd, found.hyphenation) == (14, 20.0, True, None)


@pytest.mark.parametrize("stop", ["0", "-400", "x"])
def test_a_default_tab_of_nothing_is_half_an_inch(stop: str) -> None:
    assert document(Docx(paragraph("a"), settings=f'<w:defaultTabStop w:val="{stop}"/>')).settings.default_tab == 36.0


def test_the_properties_of_the_document_are_read() -> None:
    core = (
        "<dc:creator>Åsa</dc:creator><dc:subject>ämne</dc:subject><cp:keywords>ord</cp:keywords>"
        "<dcterms:created>2024-01-02T03:04:05Z</dcterms:created>"
    )
    found = document(Docx(paragraph("a"), core=core)).properties
    assert (found.title, found.author, found.subject, found.keywords) == ("Provdokument", "Åsa", "ämne", "ord")
    assert (found.language, found.created) == ("sv-SE", datetime(2024, 1, 2, 3, 4, 5, tzinfo=UTC))


@pytest.mark.parametrize("moment", ["", "i går", "2024-13-01T00:00:00Z"])
def test_a_date_that_is_none_is_left_out(moment: str) -> None:
    core = f"<dcterms:created>{moment}</dcterms:created>"
    assert document(Docx(paragraph("a"), core=core)).properties.created is None


def picture(xml: str) -> PictureRun:
    docx = Docx(paragraph(xml), media={"p": PNG, "s": ("a.svg", b"x")})
    found = paragraphs(docx)[0].content[0]
    assert isinstance(found, PictureRun)
    return found


def test_a_picture_has_its_size_its_text_its_vector_form_and_its_crop() -> None:
    crop = '<a:srcRect l="10000" b="25000"/>'
    found = picture(drawing("p", size=(40, 20), alt="En båt", inside=vector_of("s"), crop=crop)).picture
    assert (found.part, found.vector) == ("word/media/a.png", "word/media/a.svg")
    assert (found.width, found.height, found.alt) == (40.0, 20.0, "En båt")
    assert found.crop == (0.1, 0.0, 0.0, 0.25)


def test_a_decorative_picture_has_no_text_and_none_is_missed() -> None:
    docx = Docx(paragraph(drawing("p", properties=DECORATIVE)), media={"p": PNG})
    assert picture(drawing("p", properties=DECORATIVE)).picture.alt is None
    assert document(docx).unsupported == []


def test_a_picture_without_text_is_called_by_its_name_and_reported() -> None:
    docx = Docx(paragraph("a") + paragraph(drawing("p")), media={"p": PNG})
    assert picture(drawing("p")).picture.alt == "Bild 1"
    found = document(docx).unsupported
    assert [(item.what, item.place.paragraph) for item in found] == [("en bild utan alternativtext", 2)]


def test_a_picture_outside_the_file_is_reported_and_never_fetched() -> None:
    docx = Docx(paragraph("a", drawing("p", alt="karta")), links={"p": "https://example.se/a.png"})
    found = document(docx)
    assert [item.what for item in found.unsupported] == ["en länkad bild som inte ligger i filen (a.png)"]
    picture = paragraphs(docx)[0].content[1]
    assert isinstance(picture, PictureRun)
    assert (picture.picture.part, picture.picture.name) == ("", "a.png")


@pytest.mark.parametrize("extent", ['cx="0" cy="0"', 'cx="-5" cy="x"', ""])
def test_a_picture_of_no_size_stays_a_picture(extent: str) -> None:
    xml = drawing("p", alt="x").replace('cx="508000" cy="254000"', extent)
    assert picture(xml).picture.width > 0


@pytest.mark.parametrize("root", ["w:styles", "w:hdr"])
def test_a_main_part_that_is_no_document_is_refused(root: str) -> None:
    data = Docx(paragraph("a"), extra={"word/document.xml": part(root, "")}).bytes()
    with pytest.raises(BrokenPackage):
        read_document(open_package(data, "prov.docx"))


def test_a_document_without_body_is_refused() -> None:
    data = Docx("", extra={"word/document.xml": part("w:document", "")}).bytes()
    with pytest.raises(BrokenPackage):
        read_document(open_package(data, "prov.docx"))


@pytest.mark.parametrize("name", ["word/numbering.xml", "word/footnotes.xml", "word/_rels/document.xml.rels"])
def test_a_damaged_part_that_holds_words_refuses_the_file(name: str) -> None:
    docx = Docx(paragraph("a"), numbering=abstract(0), footnotes=separators(), extra={name: b"<w:styles"})
    with pytest.raises(PackageError) as caught:
        read_document(open_package(docx.bytes(), "prov.docx"))
    assert caught.value.part == name


@pytest.mark.parametrize("name", ["word/styles.xml", "word/settings.xml", "docProps/core.xml"])
def test_a_damaged_part_that_holds_no_words_is_left_out_and_named(name: str) -> None:
    docx = Docx(paragraph("a"), extra={name: b"<w:styles"})
    found = document(docx)
    assert [item.what for item in found.unsupported] == [f"en skadad del ({name})"]
    assert [item.code for item in found.unsupported] == ["REN406"]


def test_a_zip_archive_of_something_else_is_refused() -> None:
    with pytest.raises(BrokenPackage):
        read_document(open_package(zipped({"a.txt": b"hej"}), "prov.docx"))
