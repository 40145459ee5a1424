"""VAL430: words that a slip of a letter makes of a known one, and all that is left alone."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.findings.finding import Finding
from pipeline.model.case import Case, DecisionSection
from pipeline.model.profile import Profile
from pipeline.validate import review
from tests.validate.cases import case, profile, said
from tests.validate.test_words_rules import text


def lines(*words: str) -> Case:
    return replace(case(), sections=(DecisionSection(said("Ärendebeskrivning"), text(*words)),))


def swedish_profile(*words: str) -> Profile:
    return replace(profile(), language=said("sv-SE"), words=tuple(said(word) for word in words))


def found(*words: str, of: Profile | None = None) -> list[Finding]:
    return [each for each in review(lines(*words), of or swedish_profile()).findings if each.code == "VAL430"]


def test_a_slip_is_told_with_what_is_meant() -> None:
    (one,) = found("Nämnden följer bostadsbyggnandet noga.")
    assert one.message == '"bostadsbyggnandet" finns inte i ordlistan, men "bostadsbyggandet" gör det'
    assert one.severity.value == "upplysning"


def test_a_word_is_told_of_once_with_both_its_places() -> None:
    (one,) = found("Ny verksamhhet startar.", "En verksamhhet läggs ned.")
    assert one.message.startswith('"verksamhhet" (på två ställen) finns inte')
    assert [str(each) for each in one.origins] == ["a.md:1", "a.md:2"]


def test_a_known_name_in_small_letters_is_told() -> None:
    (one,) = found("Hela stockholm berörs.")
    assert '"Stockholm"' in one.message


@pytest.mark.parametrize(
    "line",
    [
        "Delåret visar att årshjulet och måluppfyllelsen följs.",
        "Arbetet med Gunnarskäl och Torlunda går vidare.",  # names
        "Selfpoint har införts.",  # nothing near
        "KLK:s och MDU:s arbete, RSA:er och PUG.",
        "Se www.eskilstuna.se, namm@kommun.se och verksamhhet.se.",
        'Märket ”verksamhhet” är skyddat och "avdelnngen" likaså.',
        "Projektet Internet of Things heter Climate Viable Cities.",
        "The departments write their texts and the controler delivers the workbook.",
        "Kongress- och kulturhus, för- och nackdelar, e-tjänster och 60-talet.",
        "Ett verksamhhet, två verksamhhet och tre verksamhhet.",  # so often that it is a term
        "VERKSAMHHETEN HAR ÖKAT",
        "Ordet verk5amhet och fil_namn och a/b/verksamhhet.",
    ],
)
def test_what_is_no_slip_is_left(line: str) -> None:
    assert [each.message for each in found(line)] == []


def test_a_word_of_the_profile_is_right_with_its_forms_and_compounds() -> None:
    line = "Arbetet med byggnande och byggnandets delar."
    assert len(found("Arbetet med byggnandet.")) == 1
    assert found("Arbetet med byggnandet.", "Om byggnandetprojektet.", of=swedish_profile("byggnandet")) == []
    assert found(line, of=swedish_profile("byggnande")) == []


def test_the_names_of_the_case_are_right() -> None:
    of_case = replace(lines("Wardnämnden beslutar, och wardnämndens ordförande."), board=said("wardnämnden"))
    assert [each for each in review(of_case, swedish_profile()).findings if each.code == "VAL430"] == []


def test_papers_in_another_language_are_not_checked() -> None:
    assert found("Nämnden följer bostadsbyggnandet.", of=replace(swedish_profile(), language=said("fi-FI"))) == []


@given(st.text(max_size=200))
def test_no_text_stops_the_check(line: str) -> None:
    assert not [each for each in review(lines(line), swedish_profile()).findings if each.code == "VAL900"]
