"""Text that flows from one text box to the next, in DrawingML and in VML; no word of it is lost."""

from __future__ import annotations

import pytest

from tests.render.docx import Docx, paragraph
from tests.render.pdffile import text_in_order
from tests.render.rendering import Made, made
from tests.render.test_shapes import floating, shape, vml

LINES = "".join(paragraph(f"rad{number}") for number in range(14))


def first(text: str = LINES) -> str:
    return shape(text=text).replace("<wps:txbx>", '<wps:txbx id="7">')


def later(number: int) -> str:
    return shape().replace("<wps:bodyPr", f'<wps:linkedTxbx id="7" seq="{number}"/><wps:bodyPr')


def flowing(*boxes: str) -> Made:
    return made(Docx(paragraph(*boxes)))


def places(result: Made) -> list[int]:
    """Return in which hundred points from the left each line stands."""
    return [int(result.reading.find(f"rad{number}").x // 100) for number in range(14)]


def test_what_does_not_fit_goes_on_in_the_next_box_and_all_that_is_left_in_the_last() -> None:
    result = flowing(floating(first(), 100, 100), floating(later(1), 200, 100), floating(later(2), 300, 100))
    assert places(result) == [1, 1, 1, 2, 2, 2, *[3] * 8]
    assert result.reading.find("rad3").y == pytest.approx(result.reading.find("rad0").y, abs=0.1)
    assert text_in_order(result.rendered.pdf).split() == [f"rad{number}" for number in range(14)]
    assert result.codes == []


def test_text_goes_on_in_a_box_of_another_width_with_other_lines() -> None:
    words = paragraph(" ".join(f"rad{number}" for number in range(14)))
    result = flowing(floating(first(words), 100, 100, (60, 30)), floating(later(1), 200, 100, (350, 50)))
    assert places(result)[:3] == [1, 1, 2]
    assert len({round(result.reading.find(f"rad{number}").y) for number in range(2, 12)}) == 1


@pytest.mark.parametrize("boxes", [("later", "first"), ("first",), ("first", "first")])
def test_text_stays_where_no_later_box_takes_it(boxes: tuple[str, ...]) -> None:
    made_of = {"first": first(), "later": later(1)}
    result = flowing(*(floating(made_of[kind], 100 + 100 * at, 100) for at, kind in enumerate(boxes)))
    words = text_in_order(result.rendered.pdf).split()
    assert words.count("rad13") == boxes.count("first")
    assert result.codes == []


def vml_box(name: str, left: int, text: str = "", following: str = "") -> str:
    then = f'style="mso-next-textbox:#{following}"' if following else ""
    style = f"position:absolute;margin-left:{left}pt;margin-top:0;width:90pt;height:50pt"
    content = f"<w:txbxContent>{text or paragraph()}</w:txbxContent>"
    return vml(f'<v:rect id="{name}" style="{style}"><v:textbox {then}>{content}</v:textbox></v:rect>')


def test_boxes_of_vml_name_the_next_one() -> None:
    result = flowing(vml_box("a", 50, LINES, "b"), vml_box("b", 150, following="c"), vml_box("c", 250))
    assert places(result) == [1, 1, 1, 2, 2, 2, *[3] * 8]


def test_a_box_that_names_itself_or_none_that_comes_keeps_its_text() -> None:
    for following in ("a", "okänd"):
        assert places(flowing(vml_box("a", 50, LINES, following))) == [1] * 14


def test_a_later_box_with_text_of_its_own_keeps_it_behind_what_comes() -> None:
    result = flowing(vml_box("a", 50, LINES, "b"), vml_box("b", 150, paragraph("eget")))
    assert result.reading.find("eget").y > result.reading.find("rad13").y


def test_a_box_within_the_first_is_none_of_its_chain() -> None:
    inner = paragraph(floating(later(1), 200, 100))
    result = flowing(floating(first(inner + LINES), 100, 100))
    assert text_in_order(result.rendered.pdf).split()[-1] == "rad13"
    assert result.codes == []


def test_a_next_box_within_a_box_that_fits_its_text_is_set_twice_and_keeps_what_comes() -> None:
    fits = shape(text=paragraph(floating(later(1), 300, 100)) + paragraph("eget"))
    fits = fits.replace("<wps:bodyPr />", "<wps:bodyPr><a:spAutoFit/></wps:bodyPr>")
    result = flowing(floating(first(), 100, 100), floating(fits, 200, 100))
    assert "rad13" in text_in_order(result.rendered.pdf).split()
    assert result.codes == []
