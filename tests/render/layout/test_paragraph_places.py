"""Indents that mirror, bars beside paragraphs, text at the top or the middle of a line, breaks that clear objects."""

from __future__ import annotations

import pytest

from tests.render.docx import STYLES, Docx, page_break, paragraph, run
from tests.render.floating import MEDIA, align, anchored
from tests.render.pdffile import Reading
from tests.render.rendering import made

LEFT, WIDTH = 50.0, 495.0
BAR = '<w:pBdr><w:bar w:val="single" w:sz="8" w:space="4" w:color="FF0000"/></w:pBdr>'
INDENTS = '<w:ind w:left="2000" w:right="400"/><w:mirrorIndents/>'
BIG = '<w:sz w:val="60"/>'


def reading(body: str, **parts: object) -> Reading:
    return made(Docx(body, **parts)).reading  # type: ignore[arg-type]


def test_mirrored_indents_change_sides_on_even_pages() -> None:
    found = reading(paragraph("udda", props=INDENTS) + paragraph(page_break()) + paragraph("jämn", props=INDENTS))

    assert found.find("udda").x == pytest.approx(LEFT + 100)
    assert found.find("jämn").x == pytest.approx(LEFT + 20)


def test_a_bar_stands_beside_the_paragraph_towards_the_binding() -> None:
    found = reading(paragraph("udda", props=BAR) + paragraph(page_break()) + paragraph("jämn", props=BAR))
    bars = found.shapes_of("line")

    assert [bar.page for bar in bars] == [0, 1]
    assert bars[0].box[0] == pytest.approx(LEFT - 4.5)
    assert bars[1].box[0] == pytest.approx(LEFT + WIDTH + 4.5)


def test_a_border_that_a_paragraph_sets_leaves_those_of_its_style_on_the_other_sides() -> None:
    styles = STYLES + (
        '<w:style w:type="paragraph" w:styleId="B"><w:name w:val="B"/><w:pPr><w:pBdr><w:top w:val="single"/>'
        '<w:bottom w:val="single"/></w:pBdr></w:pPr></w:style>'
    )
    found = reading(paragraph("text", style="B", props='<w:pBdr><w:top w:val="nil"/></w:pBdr>'), styles=styles)

    (line,) = found.shapes_of("line")
    assert line.box[1] > found.find("text").y


@pytest.mark.parametrize("where", ["baseline", "top", "center", "bottom"])
def test_text_of_different_sizes_is_aligned_in_its_line(where: str) -> None:
    body = paragraph(run("liten"), run("STOR", BIG), props=f'<w:textAlignment w:val="{where}"/>')
    found = reading(body)
    apart = found.find("STOR").y - found.find("liten").y

    ascents, descents = 0.938 * 20, 0.212 * 20
    wanted = {"baseline": 0.0, "top": ascents, "center": (ascents - descents) / 2, "bottom": -descents}
    assert apart == pytest.approx(wanted[where], abs=0.1)


@pytest.mark.parametrize(
    ("clear", "side", "below"),
    [("all", "left", True), ("left", "left", True), ("right", "left", False), ("none", "left", False)],
)
def test_a_break_may_let_the_next_line_stand_below_an_object(clear: str, side: str, below: bool) -> None:
    broken = f'<w:r><w:br w:type="textWrapping" w:clear="{clear}"/></w:r>'
    picture = anchored(horizontal=("column", align(side)))
    found = reading(paragraph(picture, run("bredvid"), broken, run("nästa")), media=MEDIA)
    first, second = found.find("bredvid"), found.find("nästa")

    assert first.x == pytest.approx(LEFT + 100)
    assert second.x == pytest.approx(LEFT if below else LEFT + 100)
    assert (second.y - first.y > 60) is below
