"""The space between paragraphs that is that of web pages, and where both spaces are added up."""

from __future__ import annotations

import pytest

from tests.render.docx import Docx, abstract, cell, instance, item, level, paragraph, row, table
from tests.render.rendering import made

TOP, ASCENT, LINE = 50.0, 9.38, 11.499
AUTO = '<w:spacing w:beforeAutospacing="1" w:afterAutospacing="1"/>'
FIXED = "<w:doNotUseHTMLParagraphAutoSpacing/>"


def heights(body: str, *words: str, compat: str = "", numbering: str = "") -> list[float]:
    """Return where the words stand, from the baseline of a first line."""
    reading = made(Docx(body, compat=compat, numbering=numbering)).reading
    return [round(reading.find(word).y - TOP - ASCENT, 1) for word in words]


def test_automatic_space_is_fourteen_points_between_paragraphs_and_none_above_the_first() -> None:
    assert heights(paragraph("a", props=AUTO) + paragraph("b", props=AUTO), "a", "b") == [0.0, 25.5]


def test_automatic_space_is_left_out_at_the_edges_of_a_cell() -> None:
    inside = cell(paragraph("a", props=AUTO), paragraph("b", props=AUTO))
    body = table(row(inside), widths=(2000,)) + paragraph("c")
    assert heights(body, "a", "b", "c") == [0.0, 25.5, 37.0]


def test_automatic_space_is_left_out_between_the_items_of_a_list() -> None:
    numbering = abstract(1, level(0)) + instance(1, 1)
    body = paragraph("x") + item("a", props=AUTO) + item("b", props=AUTO) + paragraph("c", props=AUTO)
    assert heights(body, "a", "b", "c", numbering=numbering) == [25.5, 37.0, 62.5]


def test_fixed_spaces_are_added_and_automatic_ones_are_five_points() -> None:
    body = paragraph("a", props=AUTO) + paragraph("b", props=AUTO)
    assert heights(body, "a", "b", compat=FIXED) == [5.0, 26.5]
    spaced = '<w:spacing w:before="200" w:after="300"/>'
    body = paragraph("a", props=spaced) + paragraph("b", props=spaced)
    assert heights(body, "a", "b", compat=FIXED) == [10.0, 46.5]
    assert heights(body, "a", "b") == [10.0, 36.5]


@pytest.mark.parametrize("compat", ["", FIXED])
def test_spaces_between_equals_of_contextual_spacing_are_not_added(compat: str) -> None:
    props = '<w:spacing w:before="200" w:after="300"/><w:contextualSpacing/>'
    assert heights(paragraph("a", props=props) + paragraph("b", props=props), "b", compat=compat) == [21.5]
