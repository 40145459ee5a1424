"""SVG pictures that hold more than shapes: drawn as bitmaps, within bounds, with nothing from outside."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from pipeline.render.rasters import Unreadable
from pipeline.render.svgbitmap import bitmap_of
from tests.render.docx import Docx, drawing, paragraph
from tests.render.pdf.pictures import svg
from tests.render.rendering import made

BOX = "0 0 20 10"
RED = '<rect width="20" height="10" fill="red"/>'


def drawn(inside: str, width: float = 36.0, height: float = 18.0) -> Image.Image:
    return Image.open(BytesIO(bitmap_of(svg(inside, BOX), width, height))).convert("RGBA")


def colors(picture: Image.Image) -> set[object]:
    return {color for _, color in picture.getcolors(1_000_000) or ()}


def test_a_picture_is_drawn_at_200_dots_an_inch() -> None:
    picture = drawn(RED)
    assert picture.size == (100, 50)
    assert colors(picture) == {(255, 0, 0, 255)}


def test_text_is_drawn_in_the_programs_fonts() -> None:
    assert len(colors(drawn('<text x="1" y="8" font-size="8" font-family="Okänd">Ord</text>'))) > 2


def test_a_very_large_picture_has_no_more_than_four_million_dots() -> None:
    width, height = drawn(RED, 7200.0, 3600.0).size
    assert width * height <= 4_010_000


def test_filters_are_left_out_and_what_they_stand_on_is_shown() -> None:
    plain = '<filter id="f"><feGaussianBlur stdDeviation="900"/></filter>'
    assert colors(drawn(plain + RED.replace("/>", ' filter="url(#f)" style="filter:url(#f);fill:red"/>'))) == {
        (255, 0, 0, 255)
    }


@pytest.mark.parametrize("target", ["file:///etc/hostname", "/etc/hostname", "http://example.org/a.png", "../a.png"])
def test_nothing_outside_of_the_picture_is_read(target: str) -> None:
    assert colors(drawn(f'<image width="20" height="10" href="{target}"/>')) == {(0, 0, 0, 0)}
    assert colors(drawn(f'<use href="{target}#a"/>')) == {(0, 0, 0, 0)}


def test_what_grows_without_end_is_refused() -> None:
    uses = "".join(f'<g id="g{n}">' + f'<use href="#g{n - 1}"/>' * 10 + "</g>" for n in range(1, 12))
    with pytest.raises(Unreadable, match="sammansatt"):
        bitmap_of(svg(f'<g id="g0">{RED}</g>{uses}', BOX), 10, 10)
    with pytest.raises(Unreadable, match="sammansatt"):
        bitmap_of(svg('<g id="a"><use href="#a"/></g>', BOX), 10, 10)


@pytest.mark.parametrize("data", [b"<svg", b"<?xml version='1.0'?><html/>"])
def test_what_is_no_picture_is_refused(data: bytes) -> None:
    with pytest.raises(Unreadable):
        bitmap_of(data, 10, 10)


def test_a_word_file_with_an_svg_picture_of_text_shows_it() -> None:
    picture = svg('<text x="1" y="8" font-size="8">Ord</text>', BOX)
    result = made(Docx(paragraph(drawing("p", alt="bild")), media={"p": ("a.svg", picture)}))
    assert result.codes == []
    assert len(result.reading.shapes_of("picture")) == 1
