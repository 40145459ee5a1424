"""Text along the outline of an object that it goes tightly around (wp:wrapPolygon); its frame is 100 by 80 points."""

from __future__ import annotations

import time

import pytest
from lxml import etree

from pipeline.render.floating import Anchor, Position
from pipeline.render.layout.surround import Rect, exclusion
from pipeline.render.read.anchors import MOST_POINTS, anchor, vml_anchor
from tests.render.docx import Docx, paragraph, run
from tests.render.floating import MEDIA, WORDS, anchored, at
from tests.render.pdffile import Fragment
from tests.render.read.test_anchors import node
from tests.render.rendering import made

STEPS = ((0, 0), (0, 21_600), (21_600, 21_600))  # a triangle that is as wide as the frame at its lower edge alone
FRAME = ((0, 0), (0, 21_300), (21_400, 21_300), (21_400, 0))


def tight(points: tuple[tuple[int, int], ...], kind: str = "Tight") -> str:
    nodes = "".join(f'<wp:{"lineTo" if at else "start"} x="{x}" y="{y}"/>' for at, (x, y) in enumerate(points))
    return f'<wp:wrap{kind} wrapText="bothSides"><wp:wrapPolygon>{nodes}</wp:wrapPolygon></wp:wrap{kind}>'


def beside(wrap: str) -> list[Fragment]:
    found = made(Docx(paragraph(anchored(wrap=wrap), run(WORDS * 10)), media=MEDIA)).reading
    return [line for line in found.set_lines(0) if line.text.strip() and line.y < 130]


@pytest.mark.parametrize("kind", ["Tight", "Through"])
def test_lines_begin_where_the_outline_lets_them(kind: str) -> None:
    starts = [round(line.x) for line in beside(tight(STEPS, kind))]
    assert starts == sorted(starts)
    assert starts[0] < 70
    assert 130 < starts[-1] <= 150


def test_an_outline_along_the_frame_is_the_frame() -> None:
    assert {round(line.x) for line in beside(tight(FRAME))} == {150}


def test_the_distances_at_the_sides_count_from_the_outline() -> None:
    outline = ((0.5, 0.0), (0.0, 1.0), (1.0, 1.0))
    found = exclusion(
        Anchor(Position("page"), Position("page"), "tight", left=3.0, right=5.0, outline=outline),
        Rect(100.0, 100.0, 200.0, 180.0),
        None,
    )
    assert found is not None
    assert found.beside(Rect(0.0, 140.0, 500.0, 140.0 + 0.2)) == pytest.approx((124.9 - 3, 175.1 + 5), abs=0.3)
    assert found.beside(Rect(0.0, 80.0, 500.0, 99.0)) is None


def test_an_outline_of_thousands_of_points_is_read_within_bounds() -> None:
    many = tight(tuple((spot % 7 * 3_000, spot % 5 * 4_000) for spot in range(20_000)))
    found = anchor(node(f"<w:drawing ><wp:anchor>{many}</wp:anchor></w:drawing>"))
    assert found is not None
    assert len(found.outline) <= MOST_POINTS


def shape(kind: str) -> etree._Element:
    wrap = f'<x:wrap xmlns:x="urn:schemas-microsoft-com:office:word" type="{kind}"/>'
    return node(f'<v:shape style="position:absolute" wrapcoords="0 0 0 21600 21600 21600">{wrap}</v:shape>')


def test_the_coordinates_of_vml_are_an_outline_where_text_goes_tightly() -> None:
    found = vml_anchor(shape("tight"))
    assert found is not None
    assert found.outline == ((0.0, 0.0), (0.0, 1.0), (1.0, 1.0))
    square = vml_anchor(shape("square"))
    assert square is not None
    assert square.outline == ()


def test_many_objects_of_many_points_take_bounded_time() -> None:
    wrap = tight(tuple((spot % 7 * 1_000, spot % 200 * 108) for spot in range(200)))
    body = paragraph(
        *(anchored(("column", at(n * 4)), ("paragraph", at(n * 3)), wrap) for n in range(100)), run(WORDS * 9)
    )
    start = time.process_time()
    made(Docx(body, media=MEDIA))
    assert time.process_time() - start < 20
