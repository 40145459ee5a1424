"""Content controls that are bound to the file's own data show that, as in Word."""

from __future__ import annotations

import pytest

from tests.render.docx import OFFICE, Docx, cell, paragraph, relationship, relationships, row, run, table
from tests.render.rendering import made

STORE = "{11111111-2222-3333-4444-555555555555}"
CORE = "{6C3C8BC8-F283-45AE-878A-BAB7291924A1}"
TYPES = f"{OFFICE}/officeDocument/2006/relationships"
VALUES = "<o:kund>Anna</o:kund><o:kund>Bo</o:kund><o:dag>2024-03-05</o:dag><o:tom/>"
DATA = f'<o:order xmlns:o="urn:o" nr="7">{VALUES}</o:order>'
PROPS = f'<ds:datastoreItem xmlns:ds="{OFFICE}/officeDocument/2006/customXml" ds:itemID="{STORE.lower()}"/>'


def bound(path: str, content: str, kind: str = "<w:text/>", store: str = STORE) -> str:
    """Return a content control with a binding."""
    prefixes = "xmlns:ns0='urn:o' xmlns:cp='x' xmlns:dc='http://purl.org/dc/elements/1.1/'"
    binding = f'<w:dataBinding w:prefixMappings="{prefixes}" w:xpath="{path}" w:storeItemID="{store}"/>'
    return f"<w:sdt><w:sdtPr>{kind}{binding}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def lines(body: str, data: str = DATA, **parts: object) -> list[str]:
    """Return the lines of a file with these data."""
    docx = Docx(body, **parts)  # type: ignore[arg-type]
    rels = docx._relationships().replace(
        "</Rel", f"{relationship('rX', f'{TYPES}/customXml', '../customXml/i.xml')}</Rel"
    )
    extra = {
        "word/_rels/document.xml.rels": rels.encode(),
        "customXml/i.xml": data.encode(),
        "customXml/p.xml": PROPS.encode(),
        "customXml/_rels/i.xml.rels": relationships(relationship("r1", f"{TYPES}/customXmlProps", "p.xml")).encode(),
    }
    found = made(Docx(body, extra=extra, **parts))  # type: ignore[arg-type]
    assert set(found.codes) <= {"REN423"}
    return found.reading.lines()


@pytest.mark.parametrize(
    ("path", "kind", "shown"),
    [
        ("/ns0:order[1]/ns0:kund[1]", "<w:text/>", "Anna"),
        ("/ns0:order/ns0:kund[2]/text()", "<w:text/>", "Bo"),
        ("/ns0:order[1]/@nr", "<w:text/>", "7"),
        (
            "/ns0:order[1]/ns0:dag[1]",
            '<w:date><w:dateFormat w:val="d MMMM yyyy"/><w:lid w:val="sv-SE"/></w:date>',
            "5 mars 2024",
        ),
        (
            "/ns0:order[1]/ns0:kund[1]",
            '<w:dropDownList><w:listItem w:displayText="Anna A" w:value="Anna"/></w:dropDownList>',
            "Anna A",
        ),
        ("/ns0:order[1]/ns0:tom[1]", "<w:text/>", "gammal"),
        ("/ns0:order[1]/ns0:saknas[1]", "<w:text/>", "gammal"),
        ("//ns0:kund", "<w:text/>", "gammal"),
        ("/x:order[1]", "<w:text/>", "gammal"),
        ("/ns0:order[1]", "<w:text/>", "gammal"),
        ("/ns0:order[1]/ns0:kund[1]", "<w:picture/>", "gammal"),
    ],
)
def test_a_control_shows_the_value_that_its_path_leads_to(path: str, kind: str, shown: str) -> None:
    assert lines(paragraph("Kund: ", bound(path, run("gammal"), kind))) == [f"Kund: {shown}"]


def test_controls_around_paragraphs_and_in_cells_are_bound_too() -> None:
    path = "/ns0:order[1]/ns0:kund[1]"
    around = bound(path, paragraph(run("gam"), run("mal")))
    many = bound(path, paragraph("ett") + paragraph("två"))
    inside = table(row(cell(bound(path, paragraph("gammal"))), "b"))

    assert lines(around + many + inside) == ["Anna", "ett", "två", "Annab"]


def test_the_words_of_a_control_itself_give_way_with_their_look() -> None:
    kind = "<w:rPr><w:b/></w:rPr><w:showingPlcHdr/><w:text/>"
    control = bound("/ns0:order[1]/ns0:kund[1]", run("Klicka här", '<w:color w:val="808080"/>'), kind)
    docx = made(Docx(paragraph(control)))

    assert lines(paragraph(control)) == ["Anna"]
    assert docx.reading.lines() == ["Klicka här"]


def test_the_title_of_the_file_is_a_value_too() -> None:
    control = bound("/cp:coreProperties[1]/dc:title[1]", run("gammal titel"), store=CORE).replace(
        "xmlns:cp='x'", f"xmlns:cp='{OFFICE}/package/2006/metadata/core-properties'"
    )

    assert lines(paragraph(control), title="Ny titel") == ["Ny titel"]


def test_what_was_changed_is_told_and_damaged_data_change_nothing() -> None:
    control = bound("/ns0:order[1]/ns0:kund[1]", run("gammal"))

    assert lines(paragraph(control), data="<trasig") == ["gammal"]
    assert made(Docx(paragraph(control))).codes == []
