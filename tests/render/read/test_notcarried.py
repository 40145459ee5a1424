"""What is not laid out as Word does it is told once in a part, with its first place; the text is there all the same."""

from __future__ import annotations

import pytest

from pipeline.model.origin import WordOrigin
from tests.render.docx import A4, Docx, cell, paragraph, row, run, table
from tests.render.rendering import made

PLAIN = (
    '<w14:textOutline w14:w="0"><w14:noFill/></w14:textOutline>'
    '<w14:textFill><w14:solidFill><w14:srgbClr w14:val="FF0000"/></w14:solidFill></w14:textFill>'
    '<w14:numForm w14:val="default"/><w:eastAsianLayout w:id="1"/>'
)


def told(docx: Docx) -> list[tuple[str, int | None]]:
    found = [finding for finding in made(docx).findings if finding.code == "REN420"]
    places = [finding.origins[0] for finding in found]
    return [
        (finding.message, place.paragraph if isinstance(place, WordOrigin) else None)
        for finding, place in zip(found, places, strict=True)
    ]


@pytest.mark.parametrize(
    ("look", "message"),
    [
        ('<w14:glow w14:rad="63500"/>', "text med glöd: texten visas utan det"),
        ("<w14:reflection/>", "text med spegling: texten visas utan det"),
        ("<w14:textOutline><w14:solidFill/></w14:textOutline>", "text med kontur: texten visas utan konturen"),
        ("<w14:textFill><w14:gradFill/></w14:textFill>", "text med färgövergång: texten visas i en färg"),
        (
            '<w14:numForm w14:val="oldStyle"/>',
            "text med särskilda sifferformer: texten visas med typsnittets vanliga tecken",
        ),
        (
            '<w:eastAsianLayout w:id="1" w:combine="1"/>',
            "två rader i en (w:eastAsianLayout): texten står i följd på raden",
        ),
    ],
)
def test_a_look_that_is_not_drawn_is_told_with_its_paragraph(look: str, message: str) -> None:
    found = Docx(paragraph("först") + paragraph(run("text", look)))

    assert told(found) == [(message, 2)]
    assert made(found).reading.lines() == ["först", "text"]


def test_looks_that_change_nothing_are_not_told() -> None:
    assert told(Docx(paragraph(run("text", PLAIN)))) == []


def test_what_stands_in_many_places_is_told_once_with_their_number() -> None:
    body = paragraph("först") + paragraph(run("ett", "<w14:reflection/>")) * 3

    assert told(Docx(body)) == [("text med spegling (3 ställen): texten visas utan det", 2)]


def test_turned_text_is_told_of_a_section_and_not_of_a_cell() -> None:
    turned = '<w:textDirection w:val="tbRl"/>'
    cells = table(row(cell("ett", props=turned), "två"))

    assert told(Docx(cells)) == []
    assert told(Docx(paragraph("text"), section=A4 + turned)) == [
        ("text i lodräta rader: texten står i vågräta rader", 1)
    ]


def test_macros_and_booklets_are_told_of_the_whole_file() -> None:
    docx = Docx(paragraph("text"), settings="<w:bookFoldPrinting/>", extra={"word/vbaProject.bin": b"x"})

    assert told(docx) == [
        ("makron (vbaProject.bin): de utelämnas, eftersom en PDF-fil inte har några", 0),
        ("utskrift som häfte: sidorna visas en och en", 0),
    ]


def test_a_picture_behind_the_pages_is_told_where_word_shows_it() -> None:
    ground = '<w:background w:color="FFFFFF"><v:background/></w:background>'

    assert told(Docx(paragraph("text"), background=ground)) == []
    assert told(Docx(paragraph("text"), background=ground, settings="<w:displayBackgroundShape/>")) == [
        ("en bakgrund av bild eller mönster: sidorna får bakgrundens färg", 0)
    ]
