"""Each rule on a case that is right but for one thing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from pipeline.findings.catalogue import ENTRIES
from pipeline.findings.finding import Finding
from pipeline.model.case import Case, DecisionSection, Signatory
from pipeline.model.profile import Profile
from pipeline.model.prose import FigureReference, Prose
from pipeline.model.report import GoalsPart, Section, SectionPart, StatementPart, SummaryPart, TextPart
from pipeline.validate import validate
from tests.validate.cases import HERE, case, day, goal, profile, prose, said, section

RIGHT = case()


def with_sections(*sections: Section) -> Case:
    return replace(RIGHT, report=replace(RIGHT.report, sections=sections))


def with_period(start: str, end: str) -> Case:
    period = replace(RIGHT.report.period, start=day(start), end=day(end))
    return replace(RIGHT, report=replace(RIGHT.report, period=period), document_date=day("2024-01-01"), meeting=None)


WRONG: dict[str, tuple[Case, str]] = {
    "VAL101 form": (replace(RIGHT, case_number=said("KS 2023-1")), '"KS 2023-1" men profilens mönster är'),
    "VAL101 more": (replace(RIGHT, case_number=said("KS/2023:1 x")), "KS/2023:1 x"),
    "VAL102 another": (
        replace(RIGHT, sections=(DecisionSection(said("Bakgrund"), prose("a")),)),
        'kräver rubriken "Ärendebeskrivning" men beslutet har Bakgrund',
    ),
    "VAL102 none": (replace(RIGHT, sections=()), "inga rubriker"),
    "VAL103 blank": (
        replace(RIGHT, sections=(DecisionSection(said("Ärendebeskrivning"), prose(" \u00a0")),)),
        "texten under den är tom",
    ),
    "VAL104 none": (replace(RIGHT, decision_points=()), "inga beslutspunkter"),
    "VAL104 blank": (replace(RIGHT, decision_points=(prose("a"), Prose((), HERE))), "beslutspunkt 2 av 2"),
    "VAL105 none": (replace(RIGHT, signatories=()), "ingen undertecknare"),
    "VAL105 title": (replace(RIGHT, signatories=(Signatory(said("N"), said(" ")),)), "saknar titel"),
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
    "VAL110 sections": (with_sections(section("A"), section("B", SectionPart(section("A")))), "två avsnitt"),
    "VAL111 section": (
        with_sections(section("Skolan", SummaryPart(said("Skolen")))),
        'avsnittet "Skolen" som inte finns i rapporten',
    ),
    "VAL111 order": (
        with_sections(section("A", SectionPart(section("B")), SummaryPart(said("A"), order=(said("A"),)))),
        'ordnas efter avsnittet "A" som inte finns i "A"',
    ),
    "VAL112": (with_sections(section("A", StatementPart(said("rx")))), '"rx" som inte finns i ärendet'),
    "VAL113": (
        with_sections(section("A", TextPart(prose(FigureReference("resultatt", HERE))))),
        '"resultatt" som inte finns i nyckeltal.yaml',
    ),
}


def test_a_case_that_is_right_has_no_findings() -> None:
    assert validate(RIGHT, profile()) == ()


@pytest.mark.parametrize("name", WRONG)
def test_one_thing_wrong_is_one_finding_with_both_sides_of_the_fact(name: str) -> None:
    wrong, words = WRONG[name]
    (found,) = validate(wrong, profile())
    assert found.code == name.split(maxsplit=1)[0]
    assert words in found.message
    assert found.origins


def test_every_code_of_the_stage_has_a_case_that_raises_it() -> None:
    raised = {name.split()[0] for name in WRONG} | {"VAL900"}
    assert raised == {code for code in ENTRIES if code.startswith("VAL")}


def test_two_of_one_id_are_both_pointed_at() -> None:
    (found,) = validate(WRONG["VAL110 goals"][0], profile())
    assert [str(origin) for origin in found.origins] == ["arende.yaml:7:1", "arende.yaml:3:1"]


def test_a_name_that_is_nearly_right_is_suggested() -> None:
    (found,) = validate(WRONG["VAL113"][0], profile())
    assert found.help == 'menade du "resultat"?'


def test_a_rule_that_crashes_is_a_finding_and_the_others_still_run() -> None:
    def crashing(_case: Case, _profile: Profile) -> Iterator[Finding]:
        yield from ()
        raise ZeroDivisionError("delat med noll")

    def sound(_case: Case, _profile: Profile) -> Iterator[Finding]:
        yield from validate(WRONG["VAL109"][0], profile())

    found = validate(RIGHT, profile(), (crashing, sound))
    assert [each.code for each in found] == ["VAL900", "VAL109"]
    assert "crashing stannade: ZeroDivisionError: delat med noll" in found[0].message
