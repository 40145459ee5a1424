"""Lines: what Word sets in a line of its own, where tabs go, and where a baseline lies by the line rule."""

from __future__ import annotations

import pytest

from tests.render.docx import Docx, line_break, paragraph, run, tab
from tests.render.layout.test_lines import ASCENT, LEFT, RIGHT, SINGLE, TOP, lines, tabs
from tests.render.rendering import made

# -- breaks and tabs that Word sets in a line of their own --


def test_the_mark_behind_a_line_break_stands_in_a_line_of_its_own() -> None:
    body = f"<w:p>{run('a')}{line_break()}</w:p>" + paragraph("b")
    reading = made(Docx(body)).reading
    assert reading.find("b").y - reading.find("a").y == pytest.approx(2 * SINGLE, abs=0.01)


def test_a_tab_goes_to_the_next_line_with_the_word_that_does_not_fit_behind_it() -> None:
    first, second = lines("aaaa bbbb", tab(), "aaaa" * 2, width=100)
    assert (first.text.strip(), second.text.strip()) == ("aaaa bbbb", "aaaa" * 2)


def test_a_tab_whose_stop_leaves_no_room_for_the_word_costs_a_line() -> None:
    found = lines("aaaa", tab(), "aaaa", "", props=tabs("left 90"), width=100)
    assert [line.x for line in found if line.text.strip()] == pytest.approx([LEFT, LEFT], abs=0.01)
    assert found[-1].y - found[0].y == pytest.approx(2 * SINGLE, abs=0.01)


@pytest.mark.parametrize(("align", "share"), [("center", 0.5), ("right", 1.0)])
def test_a_line_with_a_tab_is_moved_as_a_whole(align: str, share: float) -> None:
    found = lines("a", tab(), "aaaa", props=f'<w:jc w:val="{align}"/>')[0]
    assert found.x == pytest.approx(LEFT + share * (RIGHT - LEFT - 36 - 22.24), abs=0.05)


def test_text_at_a_centre_tab_does_not_pass_the_end_of_the_line() -> None:
    found = lines("a", tab(), "aaaaaaaa", props=tabs("center 95"), width=100)
    assert len(found) == 1
    assert found[0].x + found[0].width == pytest.approx(LEFT + 100, abs=0.05)


def test_a_default_tab_left_of_the_margin_stops_at_the_margin() -> None:
    reading = made(Docx(paragraph("a", tab(), "bb", props='<w:ind w:left="-600"/>'))).reading
    assert reading.set_lines()[0].x == pytest.approx(LEFT - 30, abs=0.01)
    assert reading.find("bb").x == pytest.approx(LEFT, abs=0.01)


@pytest.mark.parametrize("family", ["Carlito", "Caladea", "Liberation Sans"])
def test_a_no_break_space_is_as_wide_as_a_space_where_the_font_has_none_of_its_own(family: str) -> None:
    fonts = f'<w:rFonts w:ascii="{family}" w:hAnsi="{family}"/>'
    one, other = (made(Docx(paragraph(run(f"x{space}x", fonts)))).reading.set_lines()[0] for space in (" ", "\u00a0"))
    assert one.width == pytest.approx(other.width)


def test_a_tab_character_in_the_text_is_a_tab() -> None:
    reading = made(Docx(paragraph(run("a\tb")))).reading
    assert reading.find("b").x == pytest.approx(LEFT + 36)


@pytest.mark.parametrize("size", [10, 40])
def test_the_baseline_of_an_exact_line_is_at_four_fifths_of_it_whatever_the_text(size: int) -> None:
    large = run("a", f'<w:sz w:val="{2 * size}"/>')
    found = made(Docx(paragraph(large, props='<w:spacing w:line="400" w:lineRule="exact"/>'))).reading.find("a")
    assert found.y == pytest.approx(TOP + 16, abs=0.01)


def test_a_line_below_single_is_smaller_above_and_below_its_baseline() -> None:
    found = made(Docx(paragraph("a", props='<w:spacing w:line="120" w:lineRule="auto"/>'))).reading.find("a")
    assert found.y == pytest.approx(TOP + ASCENT / 2, abs=0.01)


@pytest.mark.parametrize(("size", "small"), [(11, 7.0), (12, 8.0), (10, 6.5)])
def test_superscript_is_two_thirds_in_whole_half_points(size: int, small: float) -> None:
    raised = run("x", f'<w:sz w:val="{2 * size}"/><w:vertAlign w:val="superscript"/>')
    assert made(Docx(paragraph("a", raised))).reading.find("x").size == small


@pytest.mark.parametrize("kind", ["superscript", "subscript"])
def test_superscript_and_subscript_make_no_line_higher(kind: str) -> None:
    body = paragraph("a", run("2", f'<w:vertAlign w:val="{kind}"/>')) + paragraph("b")
    reading = made(Docx(body)).reading
    assert reading.find("b").y - reading.find("a").y == pytest.approx(SINGLE, abs=0.01)


@pytest.mark.parametrize(
    ("indent", "x"),
    [('w:leftChars="200"', 20.0), ('w:firstLineChars="150"', 15.0), ('w:leftChars="200" w:left="300"', 15.0)],
)
def test_indents_in_letters_count_where_no_length_stands_beside_them(indent: str, x: float) -> None:
    assert lines("a", props=f"<w:ind {indent}/>")[0].x == pytest.approx(LEFT + x, abs=0.01)
