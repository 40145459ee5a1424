"""Patterns of a profile: those that come to an end are used, the others refused."""

from __future__ import annotations

import pytest

from pipeline.ingest.patterns import LONGEST, fits, trouble_of


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
