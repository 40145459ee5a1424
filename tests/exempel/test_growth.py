"""The work of the checks grows as the report does: counted in lines of code that are run, not in seconds."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable
from types import FrameType
from typing import Any

import pytest

from benchmarks.grown import grown
from pipeline.model.case import Case
from pipeline.model.profile import Profile
from pipeline.validate import review
from pipeline.validate.facts import Facts
from pipeline.validate.numbers.scan import scan
from pipeline.validate.rule import Rule
from pipeline.validate.rules import RULES
from tests.exempel.test_inputs import example

MORE = 1.35  # a larger report has also more of what sorts and finds in order
FEW = 2000  # lines of code that are so few that their growth says nothing

Read = tuple[Case, Profile]


@pytest.fixture(scope="module")
def read() -> Read:
    """Return the example case and its profile."""
    return example()


def work_of(rule: Rule, facts: Facts) -> int:
    """Return how many lines of code a rule runs; each turn of a comprehension is one."""
    count = 0

    def trace(_frame: FrameType, event: str, _of: Any) -> Any:
        nonlocal count
        count += event == "line"
        return trace

    earlier = sys.gettrace()
    sys.settrace(trace)
    try:
        for _ in rule(facts):
            pass
    finally:
        sys.settrace(earlier)
    return count


def works(read: Read, times: int, rules: Iterable[Rule]) -> dict[Rule, int]:
    """Return the work of each rule on a case so many times as large."""
    scan.cache_clear()
    facts = Facts(grown(read[0], times), read[1])
    return {rule: work_of(rule, facts) for rule in rules}


def growing(read: Read, small: int, rules: Iterable[Rule]) -> dict[Rule, str]:
    """Return the rules whose work grows faster than a case that is first so many times as large, then thrice that."""
    before, after = works(read, small, rules), works(read, small * 3, rules)
    faster = [rule for rule in rules if after[rule] > FEW and after[rule] > before[rule] * 3 * MORE]
    return {rule: f"{rule.__name__}: {before[rule]} → {after[rule]}" for rule in faster}


def test_a_rule_on_a_report_three_times_as_large_does_three_times_the_work(read: Read) -> None:
    """What grows faster at first, since it compares with a number of others that has a bound, is tried once more."""
    suspected = growing(read, 4, RULES)
    assert not list(growing(read, 16, tuple(suspected)).values()), "these grow faster than the report"


def test_findings_grow_as_the_report_does(read: Read) -> None:
    small, large = (len(review(grown(read[0], times), read[1]).findings) for times in (4, 12))
    assert 0.7 < large / small / 3 < 1.4


def test_a_grown_case_has_the_case_itself_and_names_of_its_own_for_the_rest(read: Read) -> None:
    case = grown(read[0], 3)
    names = [section.name.value for section in case.report.sections]
    assert names[: len(names) // 3] == [section.name.value for section in read[0].report.sections]
    assert max(Counter(names).values()) == 1


def test_no_rule_crashes_on_a_grown_case(read: Read) -> None:
    assert not [each for each in review(grown(read[0], 3), read[1]).findings if each.code == "VAL900"]


def test_the_count_of_work_sees_a_rule_that_compares_everything_with_everything(read: Read) -> None:
    def quadratic(facts: Facts) -> Any:
        yield from (None for one in facts.lines for other in facts.lines if one is other and not one)

    small, large = (work_of(quadratic, Facts(grown(read[0], times), read[1])) for times in (1, 3))
    assert large > small * 3 * MORE
