"""Pictures in the PDF: bitmaps of every kind, cropped, broken or too large, and drawings as vectors."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from PIL import Image

from pipeline.render import rasters
from pipeline.render.pdf.svg import Unsupported, vector
from tests.render.docx import DECORATIVE, Docx, drawing, paragraph, vector_of
from tests.render.pdf.pictures import encoded, png, svg
from tests.render.rendering import Made, made

WIDE = (900, 20)


def shown(data: bytes, vector_data: bytes | None = None, *, crop: str = "", size: tuple[int, int] = (40, 20)) -> Made:
    media = {"p": ("a.bin", data)}
    inside = ""
    if vector_data is not None:
        media["s"] = ("a.svg", vector_data)
        inside = vector_of("s")
    return made(Docx(paragraph(drawing("p", alt="bild", size=size, inside=inside, crop=crop)), media=media))


@dataclass(frozen=True)
class Written:
    """A picture as it stands in the PDF."""

    entries: dict[str, str]
    numbers: dict[str, list[float]]
    raw: bytes
    data: bytes
    mask: bytes | None


def image(result: Made) -> Written:
    with pikepdf.open(BytesIO(result.rendered.pdf)) as file:
        (found,) = file.pages[0].Resources.XObject.values()
        entries = {str(key): str(value) for key, value in found.items() if key not in {"/SMask", "/BBox", "/Matrix"}}
        numbers = {str(key): [float(one) for one in found[key]] for key in ("/BBox", "/Matrix") if key in found}
        raw = found.read_raw_bytes()
        data = raw if entries.get("/Filter") == "/DCTDecode" else found.read_bytes()
        return Written(entries, numbers, raw, data, found.SMask.read_bytes() if "/SMask" in found else None)


def pixels(result: Made) -> Image.Image:
    found = image(result)
    mode = "L" if found.entries["/ColorSpace"] == "/DeviceGray" else "RGB"
    return Image.frombytes(mode, (int(found.entries["/Width"]), int(found.entries["/Height"])), found.data)


def test_a_picture_stands_on_the_baseline_in_its_size() -> None:
    result = made(Docx(paragraph("a", drawing("p", alt="x", size=(40, 20))), media={"p": ("a.png", png())}))
    (shape,) = result.reading.shapes_of("picture")
    letter = result.reading.find("a")
    left, top, right, bottom = shape.box
    assert [right - left, bottom - top] == pytest.approx([40, 20])
    assert [left, bottom] == pytest.approx([letter.x + letter.width, letter.y], abs=0.01)


def test_a_png_keeps_its_pixels() -> None:
    assert pixels(shown(png(color=(10, 20, 30)))).getpixel((0, 0)) == (10, 20, 30)


@pytest.mark.parametrize(
    ("mode", "color", "space", "value"),
    [
        ("L", 77, "/DeviceGray", 77),
        ("1", 1, "/DeviceGray", 255),
        ("P", 0, "/DeviceRGB", None),
        ("I;16", 40_000, "/DeviceGray", 156),
        ("LA", (77, 255), "/DeviceRGB", (77, 77, 77)),
    ],
)
def test_a_png_of_any_depth_becomes_grey_or_colour(mode: str, color: Any, space: str, value: Any) -> None:
    result = shown(png(mode, color=color))
    assert image(result).entries["/ColorSpace"] == space
    assert value is None or pixels(result).getpixel((0, 0)) == value


def test_a_transparent_png_has_a_mask() -> None:
    assert image(shown(png("RGBA", color=(255, 0, 0, 128)))).mask == bytes([128] * 8)


def test_an_opaque_png_with_alpha_needs_no_mask() -> None:
    assert image(shown(png("RGBA", color=(255, 0, 0, 255)))).mask is None


def test_a_jpeg_is_taken_as_it_is() -> None:
    data = encoded(Image.new("RGB", (8, 8), "red"), "JPEG")
    found = image(shown(data))
    assert found.entries["/Filter"] == "/DCTDecode"
    assert found.raw == data


@pytest.mark.parametrize("kind", ["GIF", "BMP", "TIFF", "WEBP", "JPEG"])
def test_other_formats_are_read_too(kind: str) -> None:
    mode = "CMYK" if kind == "JPEG" else "RGB"
    assert shown(encoded(Image.new(mode, (8, 8)), kind)).findings == ()


def test_a_cropped_picture_shows_its_part() -> None:
    whole = Image.new("RGB", (10, 10), "white")
    whole.paste((255, 0, 0), (5, 0, 10, 5))
    found = pixels(shown(encoded(whole, "PNG"), crop='<a:srcRect l="50000" b="50000"/>'))
    assert (found.size, found.getcolors()) == ((5, 5), [(25, (255, 0, 0))])


@pytest.mark.parametrize("crop", ['l="60000" r="60000"', 'l="-20000"', 't="x"', 'l="99999999999"'])
def test_a_crop_of_nonsense_shows_the_picture(crop: str) -> None:
    assert pixels(shown(png(), crop=f"<a:srcRect {crop}/>")).size == (4, 2)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "bildformatet går inte att läsa"),
        (b"inget", "bildformatet går inte att läsa"),
        (png()[:40], "bildformatet går inte att läsa"),
        (png(size=(50, 50))[:-30], "bildfilen är skadad"),
    ],
)
def test_a_picture_that_cannot_be_read_is_a_finding_and_keeps_its_place(data: bytes, reason: str) -> None:
    result = shown(data)
    assert result.codes == ["REN421"]
    assert reason in result.findings[0].message
    assert str(result.findings[0].origins[0]).startswith("prov.docx")
    assert result.reading.shapes_of("picture") == []


def test_a_picture_of_too_many_pixels_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rasters, "MAX_PIXELS", 7)
    result = shown(png())
    assert result.codes == ["REN421"]
    assert "4 × 2 bildpunkter" in result.findings[0].message


def test_a_picture_bomb_is_refused_by_its_header_alone() -> None:
    data = bytearray(png())
    data[16:24] = (60_000).to_bytes(4, "big") + (40_000).to_bytes(4, "big")
    data[29:33] = zlib.crc32(data[12:29]).to_bytes(4, "big")
    bound = Image.MAX_IMAGE_PIXELS
    result = shown(bytes(data))
    assert result.codes == ["REN421"]
    assert (
        "bilden är för stor: den har 60000 × 40000 bildpunkter men får ha högst 60 miljoner"
        in result.findings[0].message
    )
    assert bound == Image.MAX_IMAGE_PIXELS


def test_a_picture_that_is_missing_from_the_file_is_a_finding() -> None:
    result = made(
        Docx(paragraph(drawing("p", alt="x")), media={}, links={}, extra={"word/_rels/document.xml.rels": RELS})
    )
    assert result.codes == ["REN421"]


RELS = (
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    b'<Relationship Id="p" Type="x/image" Target="media/borta.png"/>'
    b'<Relationship Id="s" Type="x/styles" Target="styles.xml"/></Relationships>'
)


def test_a_picture_that_is_shown_twice_is_written_once() -> None:
    body = paragraph(drawing("p", alt="a"), drawing("p", alt="b"))
    result = made(Docx(body, media={"p": ("a.png", png())}))
    assert len(result.reading.shapes_of("picture")) == 2
    assert image(result).entries["/Width"] == "4"


def test_a_picture_without_text_is_a_warning_and_a_decorative_one_is_not() -> None:
    media = {"p": ("a.png", png())}
    assert made(Docx(paragraph(drawing("p")), media=media)).codes == ["REN422"]
    assert made(Docx(paragraph(drawing("p", properties=DECORATIVE)), media=media)).codes == []


def test_a_picture_wider_than_the_column_stays_whole() -> None:
    (shape,) = shown(png(), size=WIDE).reading.shapes_of("picture")
    assert shape.box[2] - shape.box[0] == pytest.approx(900)


# -- drawings --


def form(inside: str, box: str = "0 0 24 24") -> Written:
    found = image(shown(png(), svg(inside, box)))
    assert found.entries["/Subtype"] == "/Form"
    return found


def test_a_drawing_goes_before_its_bitmap() -> None:
    assert b"re" in form('<rect width="4" height="4"/>').data


@pytest.mark.parametrize("box", ["0 0 24 24", "0 0 512 512", "-50 10 7000 3000", "0 0 0.5 0.25", "3 3 100000 100000"])
def test_the_box_of_a_drawing_fills_its_place_exactly(box: str) -> None:
    left, top, width, height = (float(value) for value in box.split())
    a, b, c, d, e, f = form('<path d="M0 0h1v1z"/>', box).numbers["/Matrix"]
    corners = [(left, top), (left + width, top + height)]
    placed = [value for x, y in corners for value in (a * x + c * y + e, b * x + d * y + f)]
    assert placed == pytest.approx([0, 1, 1, 0], abs=1e-3)


@pytest.mark.parametrize(
    "inside",
    [
        '<circle cx="12" cy="12" r="5" fill="#f00"/>',
        '<ellipse cx="12" cy="12" rx="5" ry="3" stroke="black" fill="none"/>',
        '<rect x="1" y="1" width="4" height="5" style="fill:#00ff00;stroke-width:2"/>',
        '<line x1="0" y1="0" x2="5" y2="5" stroke="#123456"/>',
        '<polyline points="0,0 5,5 10,0" fill="none" stroke="red"/>',
        '<polygon points="0,0 5,5 10,0" fill-rule="evenodd"/>',
        '<path d="M1 1L5 5C6 6 7 7 8 8Q9 9 10 10A3 3 0 0 1 15 15Z" stroke-linejoin="round"/>',
        '<g transform="translate(1 2)"><rect width="4" height="4" transform="scale(2)"/></g>',
        '<g transform="matrix(1 0 0 1 0 0)" fill="blue"><title>t</title><!-- c --><rect width="1" height="1"/></g>',
    ],
)
def test_shapes_and_paths_are_drawn(inside: str) -> None:
    assert form(inside).data


@pytest.mark.parametrize(
    "inside",
    [
        "<text>hej</text>",
        '<image href="http://example.se/a.png"/>',
        '<rect width="4" height="4" opacity="0.5"/>',
        '<rect width="4" height="4" fill="url(#a)"/>',
        '<rect width="50%" height="4"/>',
        '<rect width="4" height="4" rx="1"/>',
        '<rect width="4" height="4" transform="rotate(45)"/>',
        '<rect width="4" height="4" style="filter:blur"/>',
        '<path d="M 1 zz"/>',
        '<path d="M1 1L"/>',
        '<path d="M1 1L1e99 1e400"/>',
        '<rect width="1e300" height="1"/>',
        '<script>alert(1)</script><rect width="1" height="1"/>',
    ],
)
def test_a_drawing_of_more_than_shapes_gives_way_to_its_bitmap(inside: str) -> None:
    assert image(shown(png(), svg(inside))).entries["/Subtype"] == "/Image"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<svg",
        b'<!DOCTYPE svg [<!ENTITY x "y">]><svg/>',
        svg("", box=""),
        svg("", box="0 0 0 10"),
        svg("", box="0 0 10"),
        svg("", box="0 0 1e400 1"),
    ],
)
def test_a_drawing_that_is_none_gives_way_to_its_bitmap(data: bytes) -> None:
    result = shown(png(), data)
    assert image(result).entries["/Subtype"] == "/Image"
    assert result.codes == []


def test_a_drawing_may_tell_its_size_instead_of_its_box() -> None:
    data = b'<svg xmlns="http://www.w3.org/2000/svg" width="10" height="5"><rect width="1" height="1"/></svg>'
    assert image(shown(png(), data)).numbers["/BBox"] == [0, 0, 10, 5]


def test_a_drawing_without_anything_to_draw_is_no_fault() -> None:
    assert vector(svg('<rect width="1" height="1" fill="none"/>')) is not None


def test_what_a_drawing_cannot_show_is_named() -> None:
    with pytest.raises(Unsupported, match="text"):
        vector(svg("<text>hej</text>"))


def test_a_jpeg_that_does_not_unpack_without_complaint_is_written_anew() -> None:
    data = bytearray(encoded(Image.effect_noise((64, 64), 80).convert("RGB"), "JPEG"))
    start = data.index(b"\xff\xda") + 20
    data[start : start + 40] = b"\xff\xd5" * 20
    result = made(Docx(paragraph(drawing("rI")), media={"rI": ("bild.jpeg", bytes(data))}))
    assert "REN490" not in result.codes


@pytest.mark.parametrize("start", [b"", b'<?xml version="1.0"?>\n'])
def test_a_picture_that_is_an_svg_file_itself_is_drawn_as_one(start: bytes) -> None:
    data = start + svg('<rect width="10" height="10" fill="red"/>', "0 0 10 10")
    found = image(shown(data))
    assert found.entries["/Subtype"] == "/Form"


def test_a_picture_that_has_nothing_but_an_svg_form_is_drawn_by_it() -> None:
    data = svg('<rect width="10" height="10" fill="red"/>', "0 0 10 10")
    alone = drawing("", alt="bild", inside=vector_of("s")).replace('<a:blip r:embed="">', "<a:blip>")
    result = made(Docx(paragraph(alone), media={"s": ("a.svg", data)}))
    assert image(result).entries["/Subtype"] == "/Form"
    assert result.codes == []


def test_a_picture_whose_frame_gives_no_size_has_that_of_the_picture_in_it() -> None:
    own = '<pic:spPr><a:xfrm><a:ext cx="508000" cy="254000"/></a:xfrm></pic:spPr>'
    frame = '<wp:extent cx="508000" cy="254000"/>'
    alone = drawing("p", alt="bild").replace(frame, "").replace("</pic:pic>", f"{own}</pic:pic>")
    result = made(Docx(paragraph(alone), media={"p": ("a.png", png())}))
    (found,) = result.reading.shapes_of("picture")
    left, top, right, bottom = found.box
    assert [right - left, bottom - top] == pytest.approx([40.0, 20.0], abs=0.01)
