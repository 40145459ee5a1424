"""What a profile makes of the rules, and what a case accepts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pipeline.findings.catalogue import finding
from pipeline.findings.finding import Finding, Severity
from pipeline.model.exemption import Exemption
from pipeline.model.origin import Sourced, TextOrigin
from pipeline.model.profile import Profile, Weight
from pipeline.validate import Review, review
from pipeline.validate.facts import Facts
from tests.validate.cases import HERE, case, day, profile, said

PLACE = TextOrigin("texter/ekonomi.md", 7, 1)


def two_findings(_facts: Facts) -> Iterator[Finding]:
    yield finding("VAL103", "texten under Ekonomi är tom", PLACE)
    yield finding("VAL110", "två mål har samma id", HERE)


def reviewed(*exemptions: Exemption, **severities: Weight) -> Review:
    told = {code: Sourced(weight, HERE) for code, weight in severities.items()}
    with_told: Profile = replace(profile(), severities=told)
    return review(replace(case(), exemptions=exemptions), with_told, (two_findings,))


def exemption(code: str, words: str = "", place: str = "") -> Exemption:
    return Exemption(said(code), said("Anna Ek"), day("2023-10-12"), said("det ska vara så"), HERE, words, place)


def codes(findings: tuple[Finding, ...]) -> list[str]:
    return [each.code for each in findings]


def test_a_profile_gives_a_finding_a_severity_of_its_own() -> None:
    found = reviewed(VAL103=Weight.NOTE).findings
    assert [each.severity for each in found] == [Severity.NOTE, Severity.ERROR]


def test_what_a_profile_switches_off_is_not_found_and_is_told() -> None:
    result = reviewed(VAL103=Weight.OFF)
    assert codes(result.findings) == ["VAL110"]
    assert result.switched_off == ("VAL103",)


def test_a_setting_for_a_code_that_no_rule_has_is_a_finding() -> None:
    assert codes(reviewed(VAL777=Weight.OFF).findings) == ["VAL103", "VAL110", "VAL902"]
    assert codes(reviewed(VAL900=Weight.OFF).findings)[-1] == "VAL902"


def test_an_accepted_finding_is_kept_apart_with_who_accepted_it() -> None:
    result = reviewed(exemption("VAL103", "Ekonomi", "texter/ekonomi.md:7"))
    assert codes(result.findings) == ["VAL110"]
    (accepted,) = result.accepted
    assert (accepted.finding.code, accepted.exemption.by.value) == ("VAL103", "Anna Ek")


def test_an_exemption_with_other_words_or_another_place_covers_nothing_and_is_itself_found() -> None:
    for idle in (exemption("VAL103", "Personal"), exemption("VAL103", place="texter/ekonomi.md:8")):
        result = reviewed(idle)
        assert codes(result.findings) == ["VAL103", "VAL110", "VAL901"]
        assert "Anna Ek" in result.findings[-1].message


def test_an_exemption_for_a_code_that_no_rule_has_is_found() -> None:
    assert codes(reviewed(exemption("VAL900")).findings)[-1] == "VAL902"
