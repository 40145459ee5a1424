"""Patterns of a profile: those that come to an end are used, the others refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.ingest.patterns import LONGEST, example_of, fits, trouble_of


@pytest.mark.parametrize(
    "pattern",
    [
        r"[A-ZÅÄÖ]+/\d{4}:\d+",
        r"KS \d{4}/\d+(-\d)?",
        r"(KS|BUN|[(]x[)])-\d{1,5}",
        r"\(a+\)+",
        r"(ab){3}",
        r"[]a-]+",
        "a{x}",
    ],
)
def test_patterns_of_case_numbers_can_be_used(pattern: str) -> None:
    assert trouble_of(pattern) == ""


@pytest.mark.parametrize(
    ("pattern", "said"),
    [
        ("[A-Z+", "tecken"),
        ("[[A-Z]]", "omvänt snedstreck"),
        ("(a+)+", "upprepning av något"),
        ("(a|b)*", "upprepning av något"),
        ("((a*)b){2,}", "upprepning av något"),
        (r"(\d{1,9}){20}", "upprepning av något"),
        ("a*a*a*a*a*", "fler än 4"),
        ("(" * 900 + ")" * 900, "för stort"),
    ],
)
def test_patterns_that_may_never_end_are_refused(pattern: str, said: str) -> None:
    assert said in trouble_of(pattern)
    assert fits(pattern, "aaaa") is None


def test_a_text_without_end_does_not_fit() -> None:
    assert fits("a+", "a" * LONGEST)
    assert not fits("a+", "a" * (LONGEST + 1))
    assert not fits("a+", "b")


@pytest.mark.parametrize(
    ("pattern", "example"),
    [
        (r"[A-ZÅÄÖ]+/\d{4}:\d+", "KS/2024:17"),
        (r"SOC \d{4}-\d{5}", "SOC 2024-00017"),
        (r"\d{4}/[A-ZÅÄÖ]{2,4} \d{4}", "2024/KS 2024"),
        (r"(?:BUN|SN)\.[0-9]{4}/\d{3,5}(-\d)?", "BUN.2024/017-1"),
        (r"a*b?|c", "aab"),
        (r"(?=a)b", ""),
        (r"(a+)+", ""),
        (r"[A-Z+", ""),
    ],
)
def test_a_pattern_is_shown_by_an_example_that_fits_it_or_by_none(pattern: str, example: str) -> None:
    assert example_of(pattern) == example
    assert not example or fits(pattern, example)


@given(st.text(alphabet=r"AK1[]()|?*+{}\\d-,:/ ^$.", max_size=12))
def test_any_pattern_gives_an_example_that_fits_or_none(pattern: str) -> None:
    made = example_of(pattern)
    assert made == "" or fits(pattern, made)
