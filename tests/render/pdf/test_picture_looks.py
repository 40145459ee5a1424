"""Pictures that are more than a rectangle of dots: turned, framed, cut to a shape, with effects on their colours."""

from __future__ import annotations

from typing import Any

import pytest
from PIL import Image as Images

from pipeline.render import rasters
from pipeline.render.effects import Effects
from pipeline.render.graphic import Graphic, Image, Path
from pipeline.render.tree import Picture, PictureRun
from tests.render.docx import Docx, drawing, paragraph
from tests.render.pdf.pictures import png
from tests.render.rendering import made, paragraphs

SIZE = (100, 50)


def docx(*, effects: str = "", looks: str = "", crop: str = "", extent: str = "") -> Docx:
    body = drawing("p", size=SIZE, alt="bild", inside=effects, crop=crop)
    body = body.replace("</pic:blipFill>", f"</pic:blipFill><pic:spPr>{looks}</pic:spPr>")
    body = body.replace("<wp:docPr", f"{extent}<wp:docPr", 1)
    return Docx(paragraph(body), media={"p": ("a.png", png())})


def read(**options: str) -> Picture:
    (run,) = paragraphs(docx(**options))[0].content
    assert isinstance(run, PictureRun)
    return run.picture


def graphic(**options: str) -> tuple[Graphic, Image]:
    found = read(**options).graphic
    assert found is not None
    image = found.items[0]
    assert isinstance(image, Image)
    return found, image


def test_a_plain_picture_stays_a_picture() -> None:
    assert read(looks='<a:xfrm rot="0"/><a:prstGeom prst="rect"/>').graphic is None


def test_a_turned_picture_is_turned_in_the_room_that_it_takes() -> None:
    extent = '<wp:effectExtent l="-317500" t="317500" r="-317500" b="317500"/>'
    options = {"looks": '<a:xfrm rot="5400000" flipH="1"/>', "extent": extent}
    _, image = graphic(**options)
    found = read(**options)
    assert (image.place.turn, image.place.flip_h, image.place.width) == (90, True, 100)
    assert (found.width, found.height, found.alt) == (50, 100, "bild")
    assert made(docx(**options)).codes == []


def test_the_line_around_a_picture_is_drawn() -> None:
    line = '<a:ln w="25400"><a:solidFill><a:srgbClr val="FF0000"/></a:solidFill></a:ln>'
    found, _ = graphic(looks=line)
    edge = found.items[1]
    assert isinstance(edge, Path)
    assert edge.stroke is not None
    assert (edge.stroke.color, edge.stroke.width) == ("ff0000", 2)


def test_a_picture_is_cut_to_its_shape() -> None:
    _, image = graphic(looks='<a:prstGeom prst="ellipse"/>')
    assert "c" in {kind for kind, _ in image.shape}


def test_less_than_nothing_cut_off_leaves_a_margin() -> None:
    _, image = graphic(crop='<a:srcRect l="-50000" r="-50000"/>')
    assert (image.place.corner, image.place.width, image.place.height) == ((25, 0), 50, 50)


def test_a_rectangle_for_the_filling_is_where_the_picture_stands() -> None:
    _, image = graphic(crop='<a:stretch><a:fillRect t="20000" b="30000"/></a:stretch>')
    assert image.place.corner == pytest.approx((0, 10))
    assert image.place.height == pytest.approx(25)


@pytest.mark.parametrize(
    ("effects", "expected"),
    [
        ('<a:alphaModFix amt="40000"/>', {"opacity": 0.4}),
        ("<a:grayscl/>", {"grey": True}),
        ('<a:biLevel thresh="25000"/>', {"threshold": 0.25}),
        ('<a:lum bright="70000" contrast="-70000"/>', {"brightness": 0.7, "contrast": -0.7}),
        ('<a:duotone><a:prstClr val="black"/><a:srgbClr val="FFEEDD"/></a:duotone>', {"tones": ("000000", "ffeedd")}),
        (
            (
                '<a:clrChange><a:clrFrom><a:srgbClr val="FFFFFF"/></a:clrFrom><a:clrTo><a:srgbClr val="FFFFFF">'
                '<a:alpha val="0"/></a:srgbClr></a:clrTo></a:clrChange>'
            ),
            {"hole": "ffffff"},
        ),
    ],
)
def test_the_effects_of_a_blip_are_read_and_shown(effects: str, expected: dict[str, Any]) -> None:
    assert read(effects=effects).effects == Effects(**expected)
    assert made(docx(effects=effects)).codes == []


@pytest.mark.parametrize(
    ("effects", "expected"),
    [
        (Effects(opacity=0.4), (200, 100, 0, 102)),
        (Effects(grey=True), (119, 119, 119)),
        (Effects(threshold=0.5), (0, 0, 0)),
        (Effects(brightness=0.7, contrast=-0.7), (238, 208, 178)),
        (Effects(tones=("000000", "0000ff")), (0, 0, 119)),
        (Effects(hole="c86400"), (200, 100, 0, 0)),
    ],
)
def test_effects_change_the_dots(effects: Effects, expected: tuple[int, ...]) -> None:
    shown = rasters.with_effects(Images.new("RGB", (1, 1), (200, 100, 0)), effects)
    found = shown.getpixel((0, 0))
    assert isinstance(found, tuple)
    assert all(abs(one - other) <= 1 for one, other in zip(found, expected, strict=True))
