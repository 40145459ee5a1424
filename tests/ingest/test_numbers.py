"""Numbers in text."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.ingest.numbers import AmbiguousNumber, NotANumber, read_number

SPACES = st.sampled_from([" ", "\u00a0", "\u202f", "\u2009", ""])
MINUS = st.sampled_from(["-", "–", "−", "‐", "‑", "‒"])


def grouped(digits: str, space: str) -> str:
    """Return digits in groups of three from the right."""
    first = len(digits) % 3 or 3
    groups = [digits[:first], *(digits[i : i + 3] for i in range(first, len(digits), 3))]
    return space.join(groups)


@given(st.integers(0, 10**15), st.text("0123456789", max_size=6), SPACES, st.booleans(), MINUS)
def test_every_way_to_write_a_number_gives_that_number(
    whole: int, part: str, space: str, negative: bool, minus: str
) -> None:
    text = (minus if negative else "") + grouped(str(whole), space) + ("," + part if part else "")
    expected = Decimal(f"{whole}.{part}" if part else str(whole)) * (-1 if negative else 1)
    number = read_number(text)
    assert number.value == expected
    assert number.decimals == len(part)


@given(st.text(max_size=12))
def test_any_text_is_a_number_or_refused(text: str) -> None:
    try:
        number = read_number(text)
    except NotANumber:
        return
    assert number.value.is_finite()
    assert any(c in "0123456789" for c in text)


@pytest.mark.parametrize("text", ["1.234", "1.5", "-1.234,5", "1 234.5", "1.234.567"])
def test_a_point_is_ambiguous_rather_than_a_guess(text: str) -> None:
    with pytest.raises(AmbiguousNumber):
        read_number(text)


@pytest.mark.parametrize(
    "text", ["", " ", "12 34", "1,", ",5", "1,2,3", "12a", "1 2345", "--1", "(12)", "²", "1e5", "٣"]
)
def test_other_text_is_no_number(text: str) -> None:
    with pytest.raises(NotANumber):
        read_number(text)


def test_a_leading_plus_and_a_space_after_the_sign_are_read() -> None:
    assert read_number("+1,5").value == Decimal("1.5")
    assert read_number("− 2").value == Decimal(-2)
