"""Measures and switches as OOXML writes them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.render.read.units import LONGEST, integer, measure


@pytest.mark.parametrize(
    ("text", "points"),
    [
        ("240", 12.0),
        ("-20", -1.0),
        ("12pt", 12.0),
        ("1in", 72.0),
        ("2.54cm", 72.0),
        ("25.4mm", 72.0),
        ("1pc", 12.0),
        (" 240 ", 12.0),
        ("", None),
        (None, None),
        ("auto", None),
        ("1e999", None),
        ("nan", None),
        ("infpt", None),
    ],
)
def test_a_measure_becomes_points(text: str | None, points: float | None) -> None:
    assert measure(text) == (None if points is None else pytest.approx(points))


@pytest.mark.parametrize(
    ("text", "number"), [("3", 3), ("3.7", 3), ("-1", -1), ("x", 9), (None, 9), ("inf", 9), ("nan", 9)]
)
def test_a_whole_number_is_read_or_the_default_stands(text: str | None, number: int) -> None:
    assert integer(text, 9) == number


@given(st.text())
def test_no_text_breaks_a_measure_and_none_is_beyond_what_a_page_can_use(text: str) -> None:
    found = measure(text)
    assert found is None or abs(found) <= LONGEST


@given(st.floats(allow_nan=True, allow_infinity=True))
def test_no_number_is_beyond_what_a_page_can_use(number: float) -> None:
    found = measure(repr(number))
    assert found is None or abs(found) <= LONGEST
