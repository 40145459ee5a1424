"""Numbers in attributes: what is none, or absurd, is another."""

from __future__ import annotations

import pytest

from pipeline.ooxml.numbers import number, whole


@pytest.mark.parametrize("text", [None, "", "x", "nan", "inf", "1e999", "99999999999", "²", "12cm"])
def test_what_is_no_number_is_the_other_one(text: str | None) -> None:
    assert number(text, 7.5) == 7.5
    assert whole(text, 7) == 7


def test_numbers_are_read() -> None:
    assert (number("-2.5"), whole("-20"), whole("2.5", 9), whole("3.0")) == (-2.5, -20, 9, 3)
