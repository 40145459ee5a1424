"""Each rule on a case that is right but for one thing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from pipeline.findings.finding import Finding
from pipeline.model.case import Case, DecisionSection
from pipeline.model.report import GoalsPart, Section
from pipeline.validate import review
from pipeline.validate.facts import Facts
from tests.validate.cases import case, day, goal, profile, prose, said, section

RIGHT = case()


def with_sections(*sections: Section) -> Case:
    return replace(RIGHT, report=replace(RIGHT.report, sections=sections))


def with_period(start: str, end: str) -> Case:
    period = replace(RIGHT.report.period, start=day(start), end=day(end))
    return replace(RIGHT, report=replace(RIGHT.report, period=period), document_date=day("2024-01-01"), meeting=None)


WRONG: dict[str, tuple[Case, str]] = {
    "VAL102 another": (
        replace(RIGHT, sections=(DecisionSection(said("Bakgrund"), prose("a")),)),
        'kräver rubriken "Ärendebeskrivning" men beslutet har Bakgrund',
    ),
    "VAL102 none": (replace(RIGHT, sections=()), "inga rubriker"),
    "VAL103 blank": (
        replace(RIGHT, sections=(DecisionSection(said("Ärendebeskrivning"), prose(" \u00a0")),)),
        "texten under den är tom",
    ),
    "VAL106": (
        replace(RIGHT, report=replace(RIGHT.report, title=said("Annan"))),
        'heter "Rapport" i ärendet men "Annan" i rapporten',
    ),
    "VAL107": (with_period("2023-08-31", "2023-01-01"), "börjar 2023-08-31 men slutar 2023-01-01"),
    "VAL108": (replace(RIGHT, document_date=day("2023-08-30")), "daterat 2023-08-30 men perioden slutar 2023-08-31"),
    "VAL109": (replace(RIGHT, meeting=day("2023-10-09")), "sammanträdet är 2023-10-09"),
    "VAL110 goals": (
        with_sections(section("A", GoalsPart(said("Mål"), (goal("m", line=3), goal("m", line=7))))),
        'två mål har samma id "m"',
    ),
}


def test_a_case_that_is_right_has_no_findings() -> None:
    assert review(RIGHT, profile()).findings == ()


@pytest.mark.parametrize("name", WRONG)
def test_one_thing_wrong_is_one_finding_of_its_code_with_both_sides_of_the_fact(name: str) -> None:
    wrong, words = WRONG[name]
    (found,) = [each for each in review(wrong, profile()).findings if each.code == name[:6]]
    assert found.code == name.split(maxsplit=1)[0]
    assert words in found.message
    assert found.origins
    assert found.help


def test_two_of_one_id_are_both_pointed_at() -> None:
    (found,) = [each for each in review(WRONG["VAL110 goals"][0], profile()).findings if each.code == "VAL110"]
    assert [str(origin) for origin in found.origins] == ["arende.yaml:7:1", "arende.yaml:3:1"]


def test_a_rule_that_crashes_is_a_finding_and_the_others_still_run() -> None:
    def crashing(_facts: Facts) -> Iterator[Finding]:
        yield from ()
        raise ZeroDivisionError("delat med noll")

    def sound(_facts: Facts) -> Iterator[Finding]:
        yield from review(WRONG["VAL109"][0], profile()).findings

    found = review(RIGHT, profile(), (crashing, sound)).findings
    assert [each.code for each in found] == ["VAL900", "VAL109"]
    assert "crashing stannade: ZeroDivisionError: delat med noll" in found[0].message
