"""Numbers as they are printed."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.compose.numbers import format_amount, is_number, typeset_value
from pipeline.model.printing import format_number
from pipeline.model.profile import NumberStyle
from tests.compose import sample

STYLE = NumberStyle()
numbers = st.decimals(allow_nan=False, allow_infinity=False, places=6, min_value=-(10**15), max_value=10**15)


def read_back(text: str) -> Decimal:
    plain = text.replace("\u00a0", "").replace("\u2212", "-").replace(",", ".").replace("+", "")
    return Decimal(plain)


@given(numbers, st.integers(0, 6))
def test_a_printed_number_reads_back_within_half_of_its_last_decimal(value: Decimal, decimals: int) -> None:
    printed = read_back(format_number(value, decimals, STYLE))
    assert abs(printed - value) * 2 <= Decimal(1).scaleb(-decimals)


@given(numbers, st.integers(0, 6))
def test_only_numbers_that_print_as_other_than_zero_have_a_sign(value: Decimal, decimals: int) -> None:
    text = format_number(value, decimals, STYLE, sign=True)
    assert (text[0] in "+\u2212") == (read_back(text) != 0)
    assert "-" not in text


@given(numbers)
def test_thousands_stand_in_groups_of_three_with_no_break_spaces(value: Decimal) -> None:
    whole = format_number(abs(value), 2, STYLE).split(",")[0]
    first, *groups = whole.split("\u00a0")
    assert 1 <= len(first) <= 3
    assert all(len(group) == 3 for group in groups)


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=Decimal("1e-40"), max_value=Decimal("1e60")))
def test_no_number_is_too_long_to_print(value: Decimal) -> None:
    assert read_back(format_number(value, 2, STYLE)) >= 0


@pytest.mark.parametrize(
    ("value", "decimals", "printed"),
    [
        ("0.05", 1, "0,1"),
        ("-0.05", 1, "\u22120,1"),
        ("2.5", 0, "3"),
        ("-0.04", 1, "0,0"),
        ("1234567.891", 2, "1\u00a0234\u00a0567,89"),
        ("540.312", 1, "540,3"),
        ("125", 0, "125"),
    ],
)
def test_numbers_are_rounded_half_up_with_comma_and_real_minus(value: str, decimals: int, printed: str) -> None:
    assert format_number(Decimal(value), decimals, STYLE) == printed


def test_a_plus_is_set_only_where_it_is_asked_for() -> None:
    assert format_number(Decimal("15.873"), 1, STYLE) == "15,9"
    assert format_number(Decimal("15.873"), 1, STYLE, sign=True) == "+15,9"
    assert format_number(Decimal("-2"), 0, STYLE, sign=True) == "\u22122"
    assert format_number(Decimal("0"), 1, STYLE, sign=True) == "0,0"


def test_what_is_not_a_number_is_refused() -> None:
    with pytest.raises(ValueError, match="not a number"):
        format_number(Decimal("NaN"), 1, STYLE)


def test_a_percentage_is_printed_in_per_cent_after_a_no_break_space() -> None:
    assert format_amount(sample.amount("0.855", percent=True), NumberStyle(decimal=",")) == "85,500\u00a0%"


@pytest.mark.parametrize(
    ("typed", "printed"),
    [("1,9%", "1,9\u00a0%"), ("-3", "\u22123"), ("– 4,5", "\u22124,5"),
     ("Ny mätning hösten 2023", "Ny mätning hösten 2023"),
     ("79", "79"), ("1 234", "1\u00a0234"), ("12–14", "12–14")],
)  # fmt: skip
def test_a_typed_value_keeps_its_digits_and_gets_our_signs(typed: str, printed: str) -> None:
    assert typeset_value(typed, STYLE) == printed


def test_words_are_not_numbers_but_nothing_is() -> None:
    assert is_number("")
    assert is_number("\u22121\u00a0234,5\u00a0%")
    assert not is_number("prel.")
