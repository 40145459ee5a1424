"""Drawings on the page: the same shapes as in the PDF, told by their alternative text, with words that are text."""

from __future__ import annotations

import pytest

from pipeline.web import pictures
from tests.render.docx import DECORATIVE, Docx, drawing, paragraph
from tests.render.metafiles.making import emf, emf_bitmap, emf_text, record
from tests.render.test_shapes import inline, shape
from tests.web.reading import Page, page_of
from tests.web.test_pictures import bitmap

BOX = (5, 5, 60, 30)
SKETCH = emf(
    record(43, *BOX), emf_text("Torget", (10, 20), (4,) * 6), emf_bitmap((50, 20, 20, 10), (4, 2), b"\0\0\xff")
)


def shown(data: bytes = SKETCH, **options: str) -> Page:
    return page_of(Docx(paragraph("Se ", drawing("rP", size=(200, 100), **options)), media={"rP": ("a.emf", data)}))


def test_a_metafile_is_drawn_with_its_alternative_text() -> None:
    svg = shown(alt="En skiss").one("//p/svg")
    assert (svg.get("role"), svg.get("aria-label")) == ("img", "En skiss")
    assert (svg.get("width"), svg.get("viewbox")) == ("266.67", "0 0 200 100")


def test_its_outlines_words_and_bitmaps_are_there() -> None:
    page = shown(alt="En skiss")
    assert page.one("//svg/path").get("fill") == "#ffffff"
    assert page.texts("//svg/text") == ["Torget"]
    assert str(page.one("//svg/image").get("href")).startswith("data:image/")


def test_a_decorative_drawing_without_words_is_hidden_from_those_who_listen() -> None:
    data = emf(record(43, *BOX))
    assert shown(data, properties=DECORATIVE).one("//svg").get("aria-hidden") == "true"


def test_a_picture_cut_to_a_shape_has_an_outline_of_its_own() -> None:
    form = '</pic:blipFill><pic:spPr><a:xfrm rot="600000"/><a:prstGeom prst="ellipse"/></pic:spPr>'
    body = drawing("rP", alt="torn").replace("</pic:blipFill>", form)
    page = page_of(Docx(paragraph(body) + paragraph(body), media={"rP": ("a.png", bitmap())}))
    cuts = [str(node.get("id")) for node in page.all("//clippath")]
    used = [str(node.get("clip-path")) for node in page.all("//g[@clip-path]")]
    assert used == [f"url(#{cut})" for cut in cuts]
    assert len(set(cuts)) == 2


def test_a_drawing_that_the_page_has_no_room_for_is_told_by_its_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "MAX_TOTAL_BYTES", 10)
    page = shown(alt="En skiss")
    assert page.all("//svg") == []
    assert page.main == "<p>Se [bild: En skiss] Torget</p>"


def test_no_element_carries_a_style() -> None:
    assert shown(alt="En skiss").all("//*[@style]") == []


def test_patterns_and_what_lets_the_ground_through_look_as_in_the_pdf() -> None:
    fill = (
        '<a:pattFill prst="horz"><a:fgClr><a:srgbClr val="0000ff"/></a:fgClr><a:bgClr><a:srgbClr val="ffffff"/>'
        '</a:bgClr></a:pattFill><a:ln w="25400"><a:solidFill><a:srgbClr val="ff0000"><a:alpha val="50000"/></a:srgbClr>'
        '</a:solidFill><a:miter lim="800000"/></a:ln>'
    )
    page = page_of(Docx(paragraph(inline(shape(fill=fill), alt="Ruta"))))
    path = page.one("//svg/path")
    assert path.get("fill") == f"url(#{page.one('//pattern').get('id')})"
    assert (path.get("stroke-opacity"), path.get("stroke-linejoin")) == ("0.5", None)
    assert len(page.all("//pattern/path")) == 2
