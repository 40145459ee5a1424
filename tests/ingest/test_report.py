"""The report's tree: parts, ids and references."""

from __future__ import annotations

import pytest

from pipeline.ingest.sections import every
from pipeline.model.report import (
    GoalsPart,
    IndicatorsPart,
    LegendPart,
    SectionPart,
    SummaryPart,
    TextPart,
    UndertakingsPart,
)
from tests.ingest.cases import CaseFolder

TEXT = "      - text: texter/sammanfattning.md\n      - tabell: resultat\n"
GOAL = "          - {id: a, namn: A}\n"
UNDERTAKING = "          - {id: a, namn: A, status: klart, färdiggrad: 80}\n"
INDICATOR = "          - {id: a, namn: A, värden: ['1,9 %', Ny mätning]}\n"


def parts(case: CaseFolder, yaml: str) -> None:
    case.sections(f"  - rubrik: S\n    delar:\n{TEXT}{yaml}")


def test_what_the_report_before_said_is_read(case: CaseFolder) -> None:
    parts(case, "      - rubrik: Under\n        bedömning: uppnår\n        föregående: {bedömning: ej}\n")
    section = next(part.section for part in case.case().report.sections[0].parts if isinstance(part, SectionPart))
    assert section.earlier is not None
    assert section.earlier.assessment is not None
    assert (section.earlier.assessment.value, section.earlier.trend) == ("ej", None)


def test_an_undertaking_needs_its_completion_where_the_profile_has_that(case: CaseFolder) -> None:
    parts(case, "      - åtaganden:\n          - {id: a, namn: A, status: klart}\n")
    assert '"färdiggrad"' in case.only("ING121").message


def test_every_kind_of_part_is_read(case: CaseFolder) -> None:
    parts(
        case,
        "      - skriv: En **kort** text.\n"
        f"      - mål:\n{GOAL}"
        f"      - åtaganden:\n{UNDERTAKING}        rubrik: Egna\n"
        f"      - indikatorer:\n{INDICATOR}        kolumner: [Utfall, Mål]\n        första kolumnen: Mått\n"
        "      - teckenförklaring: [bedömning, trend]\n"
        "      - sammanställning: s\n"
        "      - rubrik: Under\n        typ: område\n        trend: bättre\n",
    )
    found = case.case().report.sections[0].parts[2:]
    assert [type(p) for p in found] == [
        TextPart,
        GoalsPart,
        UndertakingsPart,
        IndicatorsPart,
        LegendPart,
        SummaryPart,
        SectionPart,
    ]
    goals, undertakings, indicators = found[1:4]
    assert isinstance(goals, GoalsPart)
    assert isinstance(undertakings, UndertakingsPart)
    assert isinstance(indicators, IndicatorsPart)
    assert goals.heading.value == "Mål"
    assert undertakings.heading.value == "Egna"
    completion = undertakings.undertakings[0].completion
    assert completion is not None
    assert completion.value == 80
    assert (indicators.heading.value, indicators.label_heading.value) == ("Indikatorer", "Mått")
    assert [v.value for v in indicators.indicators[0].values] == ["1,9 %", "Ny mätning"]


def test_a_part_without_kind_is_an_error_with_a_suggestion(case: CaseFolder) -> None:
    parts(case, "      - tabel: resultat\n")
    finding = case.only("ING129")
    assert finding.help == 'menade du "tabell" i stället för "tabel"?'


def test_a_part_of_two_kinds_is_an_error(case: CaseFolder) -> None:
    parts(case, "      - skriv: a\n        tabell: resultat\n")
    assert '"skriv" och "tabell"' in case.only("ING129").message


def test_a_part_that_is_text_is_an_error(case: CaseFolder) -> None:
    parts(case, "      - bara text\n")
    assert "en del" in case.only("ING122").message


@pytest.mark.parametrize("value", ["101", "-1", "80%", "mycket"])
def test_a_completion_outside_0_to_100_is_an_error(case: CaseFolder, value: str) -> None:
    parts(case, "      - åtaganden:\n" + UNDERTAKING.replace("80", value))
    case.only("ING124")


def test_a_list_of_names_that_is_a_single_name_is_an_error(case: CaseFolder) -> None:
    parts(case, "      - åtaganden:\n" + UNDERTAKING.replace("namn: A", "namn: A, ansvariga: KS"))
    case.only("ING122")


def test_an_id_of_another_form_is_an_error(case: CaseFolder) -> None:
    parts(case, "      - mål:\n" + GOAL.replace("id: a", "id: Ett mål"))
    assert '"Ett mål" är inte ett id' in case.only("ING131").message


def test_an_indicator_with_too_few_values_is_an_error(case: CaseFolder) -> None:
    parts(case, f"      - indikatorer:\n{INDICATOR}        kolumner: [A, B, C]\n")
    finding = case.only("ING134")
    assert "2 värden" in finding.message
    assert "3 kolumner" in finding.message


def test_two_sections_with_the_same_written_id_are_an_error_with_both_lines(case: CaseFolder) -> None:
    case.sections(f"  - rubrik: A\n    id: x\n    delar:\n{TEXT}  - rubrik: B\n    id: x\n")
    assert len(case.only("ING132").origins) == 2


def test_ids_made_from_headings_get_a_number_where_they_meet(case: CaseFolder) -> None:
    first = f"  - rubrik: Å ö\n    delar:\n{TEXT}      - rubrik: Slutsats\n"
    case.sections(first + "  - rubrik: Slutsats\n  - {rubrik: B, id: slutsats}\n")
    ids = [section.id.value for section in every(case.case().report.sections)]
    assert ids == ["a-o", "slutsats-2", "slutsats-3", "slutsats"]


def test_a_table_that_is_not_declared_is_an_error_with_a_suggestion(case: CaseFolder) -> None:
    parts(case, "      - tabell: resulat\n")
    assert case.only("ING133").help == 'menade du "resultat"?'


def test_a_summary_of_an_unknown_section_is_an_error(case: CaseFolder) -> None:
    parts(case, "      - sammanställning: ss\n")
    assert '"ss" finns inte' in case.only("ING133").message


def test_an_order_that_names_no_subsection_is_an_error(case: CaseFolder) -> None:
    parts(
        case,
        "      - sammanställning: s\n        ordning: [under, annan]\n      - rubrik: Under\n        trend: bättre\n",
    )
    assert '"annan" är inget underavsnitt' in case.only("ING133").message


def test_a_summary_of_sections_that_nobody_has_assessed_is_an_error(case: CaseFolder) -> None:
    parts(case, "      - sammanställning: s\n      - rubrik: Under\n")
    assert '"s" blir tom' in case.only("ING137").message


@pytest.mark.parametrize(("given", "lacks"), [("", "bedömning och trend"), ("        trend: bättre\n", "bedömning")])
def test_a_section_that_lacks_what_its_like_have_in_a_summary_is_told(case: CaseFolder, given: str, lacks: str) -> None:
    whole = "        typ: område\n        bedömning: uppnår\n        trend: bättre\n"
    other = f"        typ: område\n{given}"
    introduction = "      - rubrik: Inledning\n"
    parts(case, f"      - sammanställning: s\n{introduction}      - rubrik: A\n{whole}      - rubrik: B\n{other}")
    assert f'"B" saknar {lacks},' in case.only("ING138").message


def test_completion_and_status_in_words_that_the_profile_lacks_are_errors(case: CaseFolder) -> None:
    profile = case.templates / "storstad/profil.yaml"
    text = profile.read_text(encoding="utf-8")
    start, end = text.index("ordlistor:"), text.index("avsnittsslag:")
    profile.write_text(f"{text[:start]}ordlistor: {{}}\n{text[end:]}", encoding="utf-8")
    parts(case, f"      - åtaganden:\n{UNDERTAKING}      - teckenförklaring: [status]\n")
    found = case.run().findings
    assert sorted(each.code for each in found) == ["ING128", "ING152", "ING152"]


def test_an_unknown_vocabulary_in_the_legend_is_an_error(case: CaseFolder) -> None:
    parts(case, "      - teckenförklaring: [bedömningar]\n")
    assert case.only("ING128").help == 'menade du "bedömning"?'


def test_a_scenario_that_is_none_gets_a_suggestion(case: CaseFolder) -> None:
    case.replace(
        "rapport.yaml",
        "    enhet: mnkr\n",
        "    enhet: mnkr\n    kolumner: [{rubrik: Utfall, scenario: utfal}, {rubrik: Budget}]\n",
    )
    assert case.only("ING127").help == 'menade du "utfall"?'


@pytest.mark.parametrize("word", ["false", "no", "0", "nja"])
def test_only_ja_and_nej_are_yes_and_no(case: CaseFolder, word: str) -> None:
    columns = f"    kolumner: [{{rubrik: Utfall}}, {{rubrik: Budget, tryckt: {word}}}]\n"
    case.replace("rapport.yaml", "    enhet: mnkr\n", f"    enhet: mnkr\n{columns}")
    assert word in case.only("ING126").message


@pytest.mark.parametrize(
    ("part", "unread"),
    [("text: texter/finns-inte.md", True), ("text: texter/trasig.docx", True), ("skriv: Inget att säga.", False)],
)
def test_a_section_remembers_that_a_part_of_it_could_not_be_read(case: CaseFolder, part: str, unread: bool) -> None:
    case.write("texter/trasig.docx", b"PK\x03\x04 no more")
    case.sections(f"  - rubrik: S\n    delar:\n{TEXT}  - rubrik: T\n    delar:\n      - {part}\n")
    value = case.run().value
    assert value is not None
    assert [each.has_unread for each in value[0].report.sections] == [False, unread]


def test_a_section_without_parts_has_nothing_unread(case: CaseFolder) -> None:
    case.sections(f"  - rubrik: S\n    delar:\n{TEXT}  - rubrik: T\n")
    value = case.run().value
    assert value is not None
    assert [each.has_unread for each in value[0].report.sections] == [False, False]
