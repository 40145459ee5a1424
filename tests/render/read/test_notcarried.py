"""What is not laid out as Word does it is told once in a part, with its first place; the text is there all the same."""

from __future__ import annotations

import pytest

from pipeline.model.origin import WordOrigin
from tests.render.docx import A4, STYLES, Docx, cell, note, paragraph, reference, row, run, separators, table
from tests.render.floating import MEDIA, NAME
from tests.render.pdf.pictures import png
from tests.render.rendering import made

PLAIN = (
    '<w14:textOutline w14:w="0"><w14:noFill/></w14:textOutline>'
    '<w14:textFill><w14:solidFill><w14:srgbClr w14:val="FF0000"/></w14:solidFill></w14:textFill>'
    '<w14:numForm w14:val="default"/><w:eastAsianLayout w:id="1"/>'
)
NOTE = "REN423"
SHAPE = f'<v:shape style="width:9pt;height:9pt" alt="x"><v:imagedata r:id="{NAME}"/></v:shape>'


def told(docx: Docx, code: str = "REN420") -> list[tuple[str, int | None]]:
    found = [finding for finding in made(docx).findings if finding.code == code]
    places = [finding.origins[0] for finding in found]
    return [
        (finding.message, place.paragraph if isinstance(place, WordOrigin) else None)
        for finding, place in zip(found, places, strict=True)
    ]


@pytest.mark.parametrize(
    ("look", "message"),
    [
        ('<w14:shadow w14:sy="23000"/>', "text med skugga i perspektiv: texten visas utan den"),
        ("<w14:reflection/>", "text med spegling: texten visas utan det"),
        (
            "<w14:textOutline><w14:gradFill/></w14:textOutline>",
            "text med kontur i färgövergång: konturen visas i en färg",
        ),
        ("<w14:textFill><w14:gradFill/></w14:textFill>", "text med färgövergång: texten visas i en färg"),
        (
            '<w14:numForm w14:val="oldStyle"/>',
            "text med särskilda sifferformer: texten visas med typsnittets vanliga tecken",
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
    turned = '<w:textDirection w:val="tbLrV"/>'
    cells = table(row(cell("ett", props=turned), "två"))

    assert told(Docx(cells)) == []
    assert told(Docx(paragraph("text"), section=A4 + turned)) == [
        ("text i lodräta rader: texten står i vågräta rader", 1)
    ]


def test_macros_and_booklets_are_told_of_the_whole_file() -> None:
    docx = Docx(paragraph("text"), settings="<w:bookFoldPrinting/>", extra={"word/vbaProject.bin": b"x"})

    assert told(docx, NOTE) == [
        ("makron (vbaProject.bin): de utelämnas, eftersom en PDF-fil inte har några", 0),
        ("utskrift som häfte: sidorna visas en och en", 0),
    ]


def test_a_picture_behind_the_pages_is_told_where_word_shows_it() -> None:
    ground = '<w:background w:color="FFFFFF"><v:background/></w:background>'

    assert told(Docx(paragraph("text"), background=ground)) == []
    assert told(Docx(paragraph("text"), background=ground, settings="<w:displayBackgroundShape/>")) == [
        ("en bakgrund av bild eller mönster: sidorna får bakgrundens färg", 0)
    ]


def test_a_file_within_the_file_is_told() -> None:
    inside = '<o:OLEObject ProgID="Excel.Sheet.12"/>'
    docx = Docx(paragraph(f"<w:r><w:object>{inside}</w:object></w:r>"), media=MEDIA)

    assert ("ett inbäddat objekt utan bild (Excel.Sheet.12): det visas inte", 1) in told(docx)


def test_a_file_within_the_file_whose_picture_is_shown_is_no_warning() -> None:
    inside = f'{SHAPE}<o:OLEObject ProgID="AcroExch.Document"/>'
    docx = Docx(paragraph(f"<w:r><w:object>{inside}</w:object></w:r>"), media=MEDIA)

    assert told(docx) == []
    assert told(docx, NOTE) == [
        ("ett inbäddat objekt (AcroExch.Document): dess bild visas, men filen i det följer inte med", 1)
    ]


def test_an_equation_within_the_file_is_what_its_picture_shows() -> None:
    content = f'<w:r><w:object>{SHAPE}<o:OLEObject ProgID="Equation.3"/></w:object></w:r>'

    assert told(Docx(paragraph(content), media=MEDIA)) == []


def test_rows_that_stand_elsewhere_than_their_table_are_told() -> None:
    rows = '<w:tr><w:tblPrEx><w:tblInd w:w="300"/></w:tblPrEx>' + cell("ett") + "</w:tr>"

    assert told(Docx(table(rows, widths=(2000,)))) == [
        ("tabellrader med egen plats eller egna mellanrum: de står som tabellens övriga rader", 1)
    ]


def test_a_notice_that_a_note_goes_on_is_told() -> None:
    notice = f'<w:footnote w:type="continuationNotice" w:id="5">{paragraph("forts.")}</w:footnote>'
    docx = Docx(paragraph("ord", reference(1)), footnotes=separators() + notice + note(1, "not"))

    assert [message for message, _ in told(docx)] == ["en text om att noten fortsätter på nästa sida: den visas inte"]


def test_a_look_of_a_style_is_told_where_the_style_is_used() -> None:
    look = "<w:rPr><w14:reflection/></w:rPr>"
    styles = STYLES + f'<w:style w:type="paragraph" w:styleId="B"><w:name w:val="Bas"/>{look}</w:style>'
    styles += '<w:style w:type="paragraph" w:styleId="S"><w:name w:val="Egen"/><w:basedOn w:val="B"/></w:style>'

    assert told(Docx(paragraph("text"), styles=styles)) == []
    assert told(Docx(paragraph("text", style="S") * 2, styles=styles)) == [
        ("formatmallen Bas: text med spegling: texten visas utan det", 0)
    ]


def test_a_format_of_page_numbers_that_is_not_written_is_told() -> None:
    assert told(Docx(paragraph("text"), section=f'{A4}<w:pgNumType w:fmt="lowerRoman"/>')) == []
    assert told(Docx(paragraph("text"), section=f'{A4}<w:pgNumType w:fmt="hindiCounting"/>')) == [
        ("talformatet hindiCounting: numren står med vanliga siffror", 1)
    ]


def test_a_frame_with_a_shadow_is_told() -> None:
    line = '<w:pBdr><w:top w:val="single" w:sz="4" w:shadow="{}"/></w:pBdr>'

    assert told(Docx(paragraph("text", props=line.format(0)))) == []
    assert told(Docx(paragraph("text", props=line.format(1)))) == [("en ram med skugga: ramen visas utan skuggan", 1)]


def test_a_signature_on_the_word_file_is_told() -> None:
    docx = Docx(paragraph("text"), extra={"_xmlsignatures/sig1.xml": b"<Signature/>"})

    assert told(docx, NOTE) == [("en digital signatur: den gäller Word-filen och följer inte med", 0)]


def test_a_film_on_the_web_is_told() -> None:
    video = '<x:webVideoPr xmlns:x="http://schemas.microsoft.com/office/word/2012/wordprocessingDrawing"/>'

    assert told(Docx(paragraph(f"<w:r>{video}<w:t>text</w:t></w:r>"))) == [
        ("en film på webben: dess bild visas, men filmen går inte att spela", 1)
    ]


def test_switches_for_the_layout_of_older_programs_are_told_where_word_heeds_them() -> None:
    switches = '<w:noLeading/><w:ulTrailSpace w:val="0"/><w:wpJustification/><w:useFELayout/>'

    assert told(Docx(paragraph("text"), compat=switches, compatibility=15), NOTE) == []
    assert told(Docx(paragraph("text"), compat=switches, compatibility=14), NOTE) == [
        (
            "inställningar för äldre programs layout (noLeading, wpJustification): rader och sidor sätts utan dem",
            0,
        )
    ]


@pytest.mark.parametrize(
    ("switch", "plain", "concerned"),
    [
        ("ulTrailSpace", paragraph("text"), paragraph(run("text", '<w:u w:val="single"/>'))),
        ("growAutofit", paragraph("text"), table(row("text"))),
        ("balanceSingleByteDoubleByteWidth", paragraph("text"), paragraph("漢字")),
        (
            "spaceForUL",
            paragraph(run("text", '<w:u w:val="single"/>')),
            paragraph(run("漢字", '<w:u w:val="single"/>')),
        ),
    ],
)
def test_a_switch_of_older_programs_is_told_only_where_it_has_something_to_change(
    switch: str, plain: str, concerned: str
) -> None:
    assert told(Docx(plain, compat=f"<w:{switch}/>", compatibility=14), NOTE) == []
    assert len(told(Docx(concerned, compat=f"<w:{switch}/>", compatibility=14), NOTE)) == 1


def test_signs_that_are_pressed_together_are_told_and_moving_text_is_not() -> None:
    """Word has not shown moving text (w:effect) since 2007, and never on paper."""
    assert told(Docx(paragraph(run("text", '<w:effect w:val="antsRed"/>')))) == []
    assert told(Docx(paragraph("text", props='<w:topLinePunct w:val="0"/>'))) == []
    assert told(Docx(paragraph("text", props="<w:topLinePunct/>"))) == [
        ("skiljetecken som trycks ihop i början av en rad: de står med hela sin bredd", 1)
    ]


@pytest.mark.parametrize(
    ("picture", "code", "message"),
    [
        ('<v:imagedata r:id="p"/>', "REN423", "en ActiveX-kontroll: dess bild visas, men den går inte att använda"),
        ("", "REN420", "en ActiveX-kontroll utan bild: den visas inte, och inte heller texten i den"),
    ],
)
def test_a_control_is_told_by_whether_its_picture_is_shown(picture: str, code: str, message: str) -> None:
    shape = f'<v:shape style="width:40pt;height:10pt" alt="ruta">{picture}</v:shape><w:control w:name="Ruta"/>'
    found = Docx(paragraph(f"<w:r><w:object>{shape}</w:object></w:r>"), media={"p": ("a.png", png())})

    assert told(found, code) == [(message, 1)]
