"""Lines at text: underlines, strikes, frames and emphasis marks stand where the text does, as artifacts."""

from __future__ import annotations

import pytest

from tests.render.docx import Docx, paragraph, run
from tests.render.pdffile import Reading
from tests.render.rendering import made


def reading(text: str, props: str) -> Reading:
    return made(Docx(paragraph(run(text, props)))).reading


@pytest.mark.parametrize(("kind", "count"), [("single", 1), ("thick", 1), ("double", 2)])
def test_a_solid_underline_goes_on_from_word_to_word(kind: str, count: int) -> None:
    fills = reading("ett två tre", f'<w:u w:val="{kind}" w:color="FF0000"/>').shapes_of("fill")
    assert [shape.color for shape in fills] == ["ff0000"] * count
    assert fills[0].box[2] - fills[0].box[0] > 40


def test_an_underline_of_words_leaves_the_spaces_out() -> None:
    assert len(reading("ett två tre", '<w:u w:val="words"/>').shapes_of("fill")) == 3


@pytest.mark.parametrize("kind", ["dotted", "dashLongHeavy", "dotDotDash", "wave", "wavyHeavy", "wavyDouble"])
def test_another_underline_is_drawn_with_a_pen(kind: str) -> None:
    found = reading("ett två", f'<w:u w:val="{kind}"/>')
    assert found.shapes_of("fill") == []
    assert len(found.shapes_of("line")) == (2 if kind == "wavyDouble" else 1)


def test_a_double_strike_is_two_lines() -> None:
    assert len(reading("ett", "<w:strike/>").shapes_of("fill")) == 1
    assert len(reading("ett", "<w:dstrike/>").shapes_of("fill")) == 2


def test_runs_of_one_border_have_one_frame() -> None:
    border = '<w:bdr w:val="single" w:sz="8" w:space="1" w:color="00FF00"/>'
    found = made(Docx(paragraph(run("ett", border), run(" två", f"<w:b/>{border}"), run(" tre")))).reading
    lines = found.shapes_of("line")
    assert [line.color for line in lines] == ["00ff00"] * 4
    assert lines[0].box[2] > found.find("två").x + found.find("två").width


def test_each_letter_has_its_emphasis_mark() -> None:
    pdf = made(Docx(paragraph(run("tre", '<w:em w:val="dot"/>')))).reading
    assert len(pdf.shapes_of("fill")) == 1


def test_capitals_are_made_of_letters_that_have_them() -> None:
    assert made(Docx(paragraph(run("straße", "<w:caps/>")))).reading.lines() == ["STRAßE"]
