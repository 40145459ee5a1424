"""The profile."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from pipeline.ingest import load_profile
from pipeline.model.origin import Sourced, TextOrigin
from tests.ingest.cases import CaseFolder, single


def test_a_valid_profile_is_read_without_findings(case: CaseFolder) -> None:
    checked = load_profile(case.templates / "storstad")
    assert checked.findings == ()
    profile = checked.value
    assert profile is not None
    assert profile.id == "storstad"
    levels = profile.vocabularies["bedömning"].levels
    assert [level.id for level in levels] == ["uppnår", "ej"]
    assert levels[0].symbol is not None
    assert levels[0].symbol.value == "symboler/ja.svg"
    assert levels[1].symbol is None
    assert profile.section_kinds["område"].style == "Område"
    assert profile.labels["mål"] == Sourced("Mål", TextOrigin("storstad/profil.yaml", 45, 12))
    assert profile.numbers.minus == "\u2212"


def test_a_number_style_may_be_empty_text(case: CaseFolder) -> None:
    case.in_profile("språk: sv-SE", "talform: {tusental: '', tomt: '–'}\nspråk: sv-SE")
    profile = load_profile(case.templates / "storstad").value
    assert profile is not None
    assert (profile.numbers.thousands, profile.numbers.empty, profile.numbers.decimal) == ("", "–", ",")


def test_a_profile_folder_without_profile_is_an_error(tmp_path: Path) -> None:
    checked = load_profile(tmp_path)
    assert checked.value is None
    single(checked.findings, "ING101")


def test_a_broken_pattern_is_an_error_with_its_place(case: CaseFolder) -> None:
    case.in_profile("'[A-Z]+/", "'[A-Z+/")
    assert "vid tecken 1" in case.only("ING150").message


def test_a_pattern_that_cannot_be_used_fits_nothing_and_stops_no_rule(case: CaseFolder) -> None:
    case.in_profile("'[A-Z]+/", "'(A-Z+/")
    value = case.run().value
    assert value is not None
    assert re.compile(value[1].case_number_pattern.value).search("KS/2023:288") is None


def test_a_profile_may_have_no_vocabularies_at_all(case: CaseFolder) -> None:
    profile = case.templates / "storstad/profil.yaml"
    text = profile.read_text(encoding="utf-8")
    profile.write_text(text[: text.index("ordlistor:")] + text[text.index("avsnittsslag:") :], encoding="utf-8")
    case.case()


@pytest.mark.parametrize(
    ("form", "said"),
    [
        ("{decimal: '.', tusental: '.'}", "decimal och tusental har samma tecken"),
        ("{minus: ''}", "minus saknar tecken"),
        ("{plus: '-', minus: '-'}", "minus och plus har samma tecken"),
    ],
)
def test_a_form_of_numbers_that_can_be_read_in_two_ways_is_an_error(case: CaseFolder, form: str, said: str) -> None:
    case.in_profile("stilar:\n", f"talform: {form}\nstilar:\n")
    assert case.only("ING153").message == said


@pytest.mark.parametrize("pattern", ["{diarienumer}", "utan fält", "{diarienummer} {"])
def test_a_file_name_with_wrong_fields_is_an_error(case: CaseFolder, pattern: str) -> None:
    case.in_profile("{diarienummer} {dokument}", pattern)
    case.only("ING151")


def test_a_heading_without_place_for_the_name_is_an_error(case: CaseFolder) -> None:
    case.in_profile("'Område {namn}'", "'Område'")
    assert "{namn}" in case.only("ING151").help


@pytest.mark.parametrize(
    ("old", "new", "missing"),
    [("  avsnitt: {", "  stycke: {", "avsnitt"), ("{mål: Mål, ", "{", "mål")],
)
def test_a_profile_that_lacks_what_the_papers_need_is_an_error(
    case: CaseFolder, old: str, new: str, missing: str
) -> None:
    case.in_profile(old, new)
    assert f'"{missing}"' in next(f for f in case.run().findings if f.code == "ING152").message


def test_a_colour_that_is_none_is_an_error(case: CaseFolder) -> None:
    case.in_profile("'#1f6f54'", "grön")
    assert "#rrggbb" in case.only("ING131").message


def test_a_symbol_that_is_missing_is_an_error_with_a_suggestion(case: CaseFolder) -> None:
    case.in_profile("symboler/ja.svg", "symboler/jaa.svg")
    assert case.only("ING101").help == 'menade du "symboler/ja.svg"?'


@pytest.mark.parametrize("path", ["../annan/ja.svg", "/etc/passwd", "..\\ja.svg"])
def test_a_symbol_outside_the_profile_is_an_error(case: CaseFolder, path: str) -> None:
    case.in_profile("symboler/ja.svg", path)
    case.only("ING106")


def test_a_missing_word_template_is_an_error(case: CaseFolder) -> None:
    (case.templates / "storstad/rapport.docx").unlink()
    assert "rapport.docx" in case.only("ING101").message


def test_a_profile_that_cannot_be_read_makes_no_false_findings_about_its_words(case: CaseFolder) -> None:
    case.replace("rapport.yaml", "rubrik: Sammanfattning", "rubrik: Sammanfattning\n    bedömning: uppnår")
    case.in_profile("kommun: Storstads kommun", "kommun: a: b")
    case.only("ING110")


def test_a_level_of_a_vocabulary_that_the_profile_lacks_is_an_error(case: CaseFolder) -> None:
    case.replace("rapport.yaml", "rubrik: Sammanfattning", "rubrik: Sammanfattning\n    trend: upp")
    case.in_profile("  trend:\n", "  tendens:\n")
    assert '"trend" saknas i profilen' in case.only("ING152").message
