"""What the renderer says of a file: each finding is raised by a file that deserves it."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from pipeline.findings.finding import Finding
from pipeline.render import RenderOptions, render
from pipeline.render.pdf.check import check_written
from tests.render.docx import EMU, STYLES, Docx, paragraph, run, zipped
from tests.render.rendering import made

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def findings_of(data: bytes) -> tuple[Finding, ...]:
    checked = render(data, RenderOptions("prov.docx"))
    assert checked.value is None
    return checked.findings


def drawing(alternative_text: str = "", extension: str = "") -> str:
    named = f'descr="{alternative_text}"' if alternative_text else ""
    return (
        f'<w:r><w:drawing><wp:inline><wp:extent cx="{20 * EMU}" cy="{20 * EMU}"/>'
        f'<wp:docPr id="1" name="Bild 1" {named}>{extension}</wp:docPr><a:graphic><a:graphicData>'
        '<pic:pic><pic:blipFill><a:blip r:embed="rBild"/></pic:blipFill></pic:pic>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def png() -> bytes:
    out = BytesIO()
    Image.new("RGB", (4, 4), "red").save(out, "PNG")
    return out.getvalue()


OPEN_DOCUMENT = zipped({"mimetype": b"application/vnd.oasis.opendocument.text"})  # its packed bytes begin at 38


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"Det var en gang en textfil.", "REN401"),
        (OLE + bytes(600), "REN401"),
        (OLE + bytes(100) + "EncryptedPackage".encode("utf-16-le") + bytes(400), "REN402"),
        (b"PK\x03\x04avbruten", "REN403"),
        (zipped({"[Content_Types].xml": b"<Types/>"}).replace(b"PK\x01\x02", b"PK\x01\x09"), "REN403"),
        (zipped({"[Content_Types].xml": b"<Types/>"}), "REN403"),
        (b"\xff\xff".join((OPEN_DOCUMENT[:38], OPEN_DOCUMENT[40:])), "REN403"),
        (zipped({"word/document.xml": bytes(80 * 2**20)}), "REN404"),
        (
            Docx(paragraph("text"), extra={"word/styles.xml": b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'}).bytes(),
            "REN405",
        ),
    ],
)
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_file_that_cannot_be_read_is_refused_with_the_reason(data: bytes, code: str) -> None:
    findings = findings_of(data)

    assert [finding.code for finding in findings] == [code]
    assert "prov.docx" in str(findings[0].origins[0])
    assert findings[0].help


def test_a_missing_font_of_the_same_widths_is_a_note_with_its_replacement() -> None:
    found = made(Docx(paragraph("text"), styles=STYLES.replace("Liberation Sans", "Calibri"))).findings

    assert [(finding.code, finding.message) for finding in found] == [
        ("REN410", "Calibri ersätts av Carlito, som har samma bredder")
    ]


def test_a_missing_font_of_other_widths_is_a_warning_with_its_replacement() -> None:
    found = made(Docx(paragraph("text"), styles=STYLES.replace("Liberation Sans", "Papyrus"))).findings

    assert [(finding.code, finding.message) for finding in found] == [
        ("REN411", "Papyrus finns inte och ersätts av Liberation Sans")
    ]


@pytest.mark.parametrize(
    ("family", "code", "message"),
    [
        ("Georgia", "REN410", "Georgia ersätts av Gelasio, som har samma bredder"),
        ("Verdana", "REN410", "Verdana ersätts av DejaVu Sans, som sätts med samma bredder"),
        (
            "Aptos",
            "REN411",
            "Aptos finns inte och ersätts av Liberation Sans, ungefär lika brett och med samma radhöjd",
        ),
    ],
)
def test_it_is_said_how_near_another_font_is(family: str, code: str, message: str) -> None:
    found = made(Docx(paragraph("text"), styles=STYLES.replace("Liberation Sans", family))).findings

    assert [(finding.code, finding.message) for finding in found] == [(code, message)]


def test_a_character_that_no_font_has_is_named() -> None:
    result = made(Docx(paragraph("text \U00012000 och \U00012000")))

    assert result.codes == ["REN412"]
    assert "U+12000" in result.findings[0].message
    assert "2 gånger" in result.findings[0].message


def test_a_text_box_is_named_with_its_paragraph_and_its_text_is_shown() -> None:
    box = f"<w:r><w:pict><v:textbox><w:txbxContent>{paragraph('i rutan')}</w:txbxContent></v:textbox></w:pict></w:r>"
    result = made(Docx(paragraph("först") + paragraph(run("utanför"), box)))

    assert result.codes == ["REN420"]
    assert "stycke 2" in str(result.findings[0].origins[0])
    assert "i rutan" in " ".join(result.reading.lines(0))


def test_a_picture_that_cannot_be_read_is_named() -> None:
    result = made(Docx(paragraph(drawing("Karta")), media={"rBild": ("image1.png", b"ingen bild")}))

    assert result.codes == ["REN421"]
    assert "word/media/image1.png" in result.findings[0].message


def test_a_picture_without_alternative_text_is_a_warning() -> None:
    media = {"rBild": ("image1.png", png())}

    assert made(Docx(paragraph(drawing()), media=media)).codes == ["REN422"]
    assert made(Docx(paragraph(drawing("Karta över Årby")), media=media)).codes == []
    assert made(Docx(paragraph(drawing(extension='<adec:decorative val="1"/>')), media=media)).codes == []


def test_a_finished_file_that_is_not_as_it_must_be_is_found_out() -> None:
    whole = made(Docx(paragraph("text"))).rendered.pdf
    assert list(check_written(whole, 1, "prov.docx")) == []

    out = BytesIO()
    with pikepdf.open(BytesIO(whole)) as file:
        del file.Root.Lang, file.Root.StructTreeRoot, file.Root.ViewerPreferences
        file.save(out)

    found = list(check_written(out.getvalue(), 2, "prov.docx"))
    assert {finding.code for finding in found} == {"REN490"}
    messages = " | ".join(finding.message for finding in found)
    for words in ("1 sidor men 2", "språk saknas", "strukturträdet saknas", "titeln visas inte"):
        assert words in messages
    assert [finding.code for finding in check_written(whole[:200], 1, "prov.docx")] == ["REN490"]


def test_content_of_a_page_that_cannot_be_taken_apart_is_found_out() -> None:
    whole = made(Docx(paragraph("text"))).rendered.pdf
    for broken in (b"BT (text", b"<< /A 1 BDC", b"<zz> Tj"):
        out = BytesIO()
        with pikepdf.open(BytesIO(whole)) as file:
            file.pages[0].Contents = file.make_stream(broken)
            file.save(out)

        assert [finding.code for finding in check_written(out.getvalue(), 1, "prov.docx")][:1] == ["REN490"], broken


def test_the_same_file_gives_the_same_bytes(tmp_path: Path) -> None:
    docx = Docx(paragraph("text", style="H1") + paragraph("mer text")).bytes()

    first = render(docx, RenderOptions(str(tmp_path / "a.docx"))).value
    second = render(docx, RenderOptions("b.docx")).value

    assert first is not None
    assert second is not None
    assert first.pdf == second.pdf
