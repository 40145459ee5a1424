"""Pictures that cannot be shown: a framed note of their size, read with their alternative text, and a finding."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest

from pipeline.render.graphic import Path
from pipeline.render.placeholder import placeholder
from tests.render.docx import DECORATIVE, Docx, drawing, paragraph
from tests.render.pdf.pictures import png
from tests.render.rendering import Made, made

SIZE = (160, 60)


def note_of(data: bytes | None, **options: str) -> Made:
    media = {"p": ("a.png", data)} if data is not None else {}
    links = {} if data is not None else {"p": "file:///c:/bilder/karta%20norr.png"}
    body = paragraph(drawing("p", size=SIZE, alt="en karta över norr", **options))
    return made(Docx(body, media=media, links=links))


def said(result: Made) -> str:
    return " ".join(" ".join(result.reading.lines()).split())


@pytest.mark.parametrize("data", [b"", b"inget", png()[:40]])
def test_a_picture_that_cannot_be_read_has_a_frame_with_its_alternative_text(data: bytes) -> None:
    result = note_of(data)
    assert said(result) == "Bilden Bild 1 visas inte: en karta över norr"
    assert result.codes == ["REN421"]


def test_the_frame_is_as_large_as_the_picture() -> None:
    frame = placeholder(*SIZE, "Bild 1", "").items[0]
    assert isinstance(frame, Path)
    assert [point for _, point in frame.commands] == [(0, 0), (160, 0), (160, 60), (0, 60), ()]


def test_a_linked_picture_has_a_frame_with_the_name_of_its_file() -> None:
    result = note_of(None)
    assert said(result).startswith("Bilden karta%20norr.png visas inte")
    assert result.codes == ["REN439"]


def test_the_finding_says_in_which_paragraph_the_picture_stands() -> None:
    body = paragraph("ett") + paragraph(drawing("p", alt="karta"))
    (found,) = made(Docx(body, media={"p": ("a.png", b"x")})).findings
    assert "stycke 2" in str(found.origins[0])


def test_the_note_of_a_decorative_picture_is_decoration() -> None:
    result = note_of(b"", properties=DECORATIVE)
    assert result.reading.lines() == []
    assert any(item.artifact for item in result.reading.fragments)


def test_a_long_alternative_text_is_cut_to_the_frame() -> None:
    body = paragraph(drawing("p", size=(60, 30), alt="ord " * 400))
    lines = made(Docx(body, media={"p": ("a.png", b"x")})).reading.set_lines()
    assert all(line.y < 50 + 30 for line in lines)
    assert lines[-1].text.rstrip().endswith("…")


def test_an_object_of_an_unknown_kind_has_a_frame_with_its_name() -> None:
    inside = (
        '<wp:inline><wp:extent cx="1270000" cy="635000"/><wp:docPr id="1" name="Modell 1"/><a:graphic>'
        '<a:graphicData uri="urn:okänt"/></a:graphic></wp:inline>'
    )
    result = made(Docx(paragraph(f"<w:r><w:drawing>{inside}</w:drawing></w:r>")))
    assert said(result) == "Bilden Modell 1 visas inte"
    assert result.codes == ["REN420"]


@pytest.mark.parametrize(
    ("rule", "high", "cut"),
    [("exact", 60, True), ("exact", 10, False), ("atLeast", 60, False), ("auto", 60, False)],
)
def test_a_line_of_exact_height_shows_of_a_picture_what_it_holds(rule: str, high: int, cut: bool) -> None:
    props = f'<w:spacing w:line="240" w:lineRule="{rule}"/>'
    body = paragraph("a ", drawing("p", size=(40, high), alt="en karta"), props=props)
    result = made(Docx(body, media={"p": ("a.png", png())}))
    with pikepdf.open(BytesIO(result.rendered.pdf)) as file:
        content = file.pages[0].Contents.read_bytes()
    assert (b" re W n" in content) is cut
    assert len(result.reading.shapes_of("picture")) == 1
