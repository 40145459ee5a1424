"""Pictures as bullets, formats of numbers that are written in words of their language, and those that are not known."""

from __future__ import annotations

import pytest

from pipeline.render.read.numberformats import formatted, is_known
from tests.render.docx import OFFICE, Docx, abstract, instance, item, level, paragraph, relationship, relationships
from tests.render.floating import picture_file
from tests.render.pdffile import tag_tree
from tests.render.rendering import made, paragraphs

IMAGE = f"{OFFICE}/officeDocument/2006/relationships/image"
PARTS = {
    "word/_rels/numbering.xml.rels": relationships(relationship("rId1", IMAGE, "media/b.png")).encode(),
    "word/media/b.png": picture_file(),
}
SHAPE = '<w:pict><v:shape style="width:18pt;height:9pt"><v:imagedata r:id="rId1"/></v:shape></w:pict>'
EXTENT = '<w:drawing><wp:inline><wp:extent cx="200" cy="100"/><a:blip r:embed="rId1"/></wp:inline></w:drawing>'


def listed(picture: str, of: str = "0") -> Docx:
    bullet = level(0, "bullet", "•", f'<w:lvlPicBulletId w:val="{of}"/>')
    pictures = f'<w:numPicBullet w:numPicBulletId="0">{picture}</w:numPicBullet>'
    return Docx(
        item("punkt") + paragraph("text"), numbering=pictures + abstract(0, bullet) + instance(1, 0), extra=PARTS
    )


@pytest.mark.parametrize("picture", [SHAPE, EXTENT])
def test_a_picture_stands_before_the_item_as_high_as_its_text(picture: str) -> None:
    found = made(listed(picture))
    left, top, right, bottom = found.reading.shapes_of("picture")[0].box

    assert (right - left, bottom - top) == pytest.approx((20, 10))
    assert found.reading.find("punkt").x > right
    assert found.codes == []
    assert "Figure" not in tag_tree(found.rendered.pdf)


def test_a_picture_that_the_list_lacks_is_a_plain_bullet() -> None:
    assert made(listed(SHAPE, of="7")).reading.lines()[0].split() == ["•", "punkt"]


@pytest.mark.parametrize(
    ("number_format", "expected"),
    [
        ("koreanLegal", ["하나", "열하나", "스물", "100"]),
        ("thaiCounting", ["หนึ่ง", "สิบเอ็ด", "ยี่สิบ", "หนึ่งร้อย"]),
        ("vietnameseCounting", ["một", "mười một", "hai mươi", "100"]),
        ("custom:α, β, γ", ["α", "λ", "υ", "δ" * 5]),
        ("custom:x, y", ["x", "xxxxxx", "y" * 10, "y" * 50]),
        ("dollarText", ["one and 00/100", "eleven and 00/100", "twenty and 00/100", "one hundred and 00/100"]),
    ],
)
def test_numbers_are_counted_in_their_language(number_format: str, expected: list[str]) -> None:
    assert [formatted(number, number_format, "en") for number in (1, 11, 20, 100)] == expected


def test_a_format_that_is_not_written_is_told_once() -> None:
    numbering = abstract(0, level(0, "hindiCounting")) + instance(1, 0)
    docx = Docx(item("a") + item("b"), numbering=numbering)

    assert [block.label.text for block in paragraphs(docx) if block.label] == ["1.", "2."]
    assert [finding.message for finding in made(docx).findings] == [
        "talformatet hindiCounting: numren står med vanliga siffror"
    ]
    assert is_known("custom:001")
    assert not is_known("hindiCounting")
