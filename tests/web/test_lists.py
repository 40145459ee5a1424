"""Lists: nesting, numbers as a browser counts them, and labels that it could not say."""

from __future__ import annotations

import pytest

from tests.render.docx import Docx, abstract, instance, item, level, paragraph
from tests.web.reading import page_of


def listed(body: str, *levels: str) -> str:
    numbering = abstract(0, *levels) + instance(1, 0) + instance(2, 0)
    return page_of(Docx(body, numbering=numbering)).main


@pytest.mark.parametrize(
    ("number_format", "text", "markup"),
    [
        ("decimal", "%1.", "<ol>"),
        ("decimal", "%1)", '<ol class="half">'),
        ("lowerLetter", "(%1)", '<ol type="a" class="both">'),
        ("upperRoman", "%1", '<ol type="I" class="bare">'),
        ("bullet", "•", "<ul>"),
        ("bullet", "o", "<ul>"),
    ],
)
def test_a_label_that_a_browser_says_itself_is_left_to_it(number_format: str, text: str, markup: str) -> None:
    assert listed(item("ett") + item("två"), level(0, number_format, text)) == f"{markup}<li>ett</li><li>två</li>" + (
        "</ul>" if markup == "<ul>" else "</ol>"
    )


@pytest.mark.parametrize("text", ["%1 §", "Bilaga %1:", "1.%1"])
def test_a_label_of_its_own_stands_in_words(text: str) -> None:
    said = text.replace("%1", "1")

    assert listed(item("ett"), level(0, "decimal", text)) == (f'<ul class="egen"><li><span>{said}</span> ett</li></ul>')


def test_levels_stand_inside_each_other() -> None:
    body = item("ett") + item("a", level=1) + item("b", level=1) + item("två")

    assert listed(body, level(0), level(1, "lowerLetter", "%2)")) == (
        '<ol><li>ett<ol type="a" class="half"><li>a</li><li>b</li></ol></li><li>två</li></ol>'
    )


def test_numbers_go_on_after_a_paragraph_between() -> None:
    assert listed(item("ett") + paragraph("emellan") + item("två"), level(0)) == (
        '<ol><li>ett</li></ol><p>emellan</p><ol start="2"><li>två</li></ol>'
    )


def test_a_paragraph_that_stands_in_as_far_belongs_to_its_item() -> None:
    indent = '<w:ind w:left="720"/>'

    assert listed(
        item("ett") + paragraph("mer", props=indent) + item("två"), level(0, content=f"<w:pPr>{indent}</w:pPr>")
    ) == ("<ol><li>ett<p>mer</p></li><li>två</li></ol>")


def test_another_list_of_the_same_level_is_another_list() -> None:
    assert listed(item("ett") + item("ett", number=2), level(0, "bullet", "•")) == (
        "<ul><li>ett</li></ul><ul><li>ett</li></ul>"
    )


def test_a_list_from_right_to_left_says_so() -> None:
    assert '<ol dir="rtl"><li>' in listed(item("ett", props="<w:bidi/>"), level(0))


def test_a_level_beyond_any_is_no_deeper_than_the_deepest() -> None:
    body = "".join(item(str(depth), level=depth) for depth in range(0, 4000, 7))

    assert listed(body, *(level(depth) for depth in range(9))).count("<ol") <= 9
