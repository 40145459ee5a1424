"""Notes whose reference is not shown are told with their words; those referred to in text boxes are shown."""

from __future__ import annotations

import pytest

from tests.render.docx import Docx, cell, field_of, note, paragraph, reference, row, run, separators, table
from tests.render.rendering import made

NOTES = separators() + note(1, "Gömd not") + note(2, "Synlig not")
MERGED = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
HIDDEN = '<w:r><w:rPr><w:vanish/></w:rPr><w:footnoteReference w:id="1"/></w:r>'
CELL = cell(paragraph("cell", reference(1)))
DELETED = table(row("a", CELL, props='<w:del w:id="1" w:author="a"/>'), row("a", "b"))


@pytest.mark.parametrize(
    "left_out",
    [
        paragraph("ord", HIDDEN),
        table(row("a", CELL, props="<w:hidden/>"), row("a", "b")),
        DELETED,
        table(row(cell("a", props=MERGED[0])), row(cell(paragraph("dold", reference(1)), props=MERGED[1]))),
        paragraph(field_of("SEQ x", "1", run("5") + reference(1))),
    ],
)
def test_a_note_whose_reference_is_not_shown_is_told(left_out: str) -> None:
    found = made(Docx(left_out + paragraph("ord", reference(2)), footnotes=NOTES))
    messages = [finding.message for finding in found.findings if finding.code == "REN420"]

    assert messages[-1] == "fotnoten ”Gömd not”: den utelämnas, eftersom hänvisningen till den inte visas"
    assert "REN454" not in found.codes
    assert any("Synlig not" in line for line in found.reading.lines())


def test_a_long_note_is_told_by_its_beginning() -> None:
    notes = separators() + note(1, "ord " * 40)
    found = made(Docx(paragraph("text", HIDDEN), footnotes=notes))

    assert found.findings[0].message.startswith("fotnoten ”ord ord")
    assert "…”: den" in found.findings[0].message


def test_a_deleted_reference_takes_its_note_along_without_a_word() -> None:
    body = paragraph("ord", f'<w:del w:id="1" w:author="a">{reference(1)}</w:del>', reference(2))

    assert made(Docx(body, footnotes=NOTES)).codes == ["REN451"]


def test_a_note_of_a_text_box_has_its_number() -> None:
    box = f'<v:shape style="width:200pt;height:60pt"><v:textbox><w:txbxContent>{paragraph("ruta", reference(1))}'
    picture = f"<w:r><w:pict>{box}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    found = made(Docx(paragraph(picture) + paragraph("ord", reference(2)), footnotes=NOTES))

    assert [line for line in found.reading.lines() if "not" in line] == ["1Gömd not", "2Synlig not"]
    assert "ruta1" in found.reading.lines()


def test_hidden_and_deleted_equations_are_no_lost_words() -> None:
    equation = "<m:oMath><m:r><m:t>formel</m:t></m:r></m:oMath>"
    hidden = f"<w:r><w:rPr><w:vanish/></w:rPr>{equation}</w:r>"
    deleted = f'<w:del w:id="1" w:author="a">{equation}</w:del>'

    assert made(Docx(paragraph("ord", hidden) + paragraph("ord", deleted))).codes == ["REN451", "REN452"]
