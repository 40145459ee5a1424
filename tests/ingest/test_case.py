"""The stage as a whole, and what can be wrong with the YAML files of a case."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from pipeline.findings.finding import Severity
from pipeline.ingest import ingest
from pipeline.model.origin import CellOrigin, Sourced, TextOrigin
from pipeline.model.report import StatementPart, TextPart
from tests.ingest.cases import CASE, CaseFolder, single


def test_a_valid_case_is_read_without_findings_and_keeps_its_origins(case: CaseFolder) -> None:
    read = case.case()
    assert read.case_number == Sourced("KS/2023:288", TextOrigin("arende.yaml", 1, 15))
    assert read.document_date.value == date(2023, 10, 10)
    assert read.meeting is None
    assert read.folder == "arende"
    section = read.report.sections[0]
    assert section.id.value == "sammanfattning"
    assert [type(part) for part in section.parts] == [TextPart, StatementPart]
    assert read.figures["summa"].origin == CellOrigin("ekonomi.xlsx", "Resultat", "B4")


def test_reading_the_same_folder_twice_gives_the_same_case(case: CaseFolder) -> None:
    assert case.case() == case.case()


def test_a_case_folder_that_is_missing_is_an_error(tmp_path: Path) -> None:
    checked = ingest(tmp_path / "finns-inte", tmp_path)
    assert checked.value is None
    single(checked.findings, "ING100")


@pytest.mark.parametrize("name", ["arende.yaml", "rapport.yaml", "nyckeltal.yaml", "ekonomi.xlsx", "texter/arende.md"])
def test_a_missing_file_is_an_error_that_names_it(case: CaseFolder, name: str) -> None:
    (case.folder / name).unlink()
    findings = [f for f in case.run().findings if f.code == "ING101"]
    assert len(findings) == 1
    assert name in findings[0].message


def test_a_file_with_another_suffix_is_told_from_the_other_files(case: CaseFolder) -> None:
    (case.folder / "rapport.yaml").rename(case.folder / "rapport.yml")
    assert case.only("ING101").help == 'ge "rapport.yml" namnet "rapport.yaml", om det är den'
    (case.folder / "rapport.yml").unlink()
    assert "arende.yaml" not in case.only("ING101").help


def test_figures_of_tables_are_not_blamed_for_a_report_that_cannot_be_read(case: CaseFolder) -> None:
    case.replace("rapport.yaml", "till: 2023-08-31", "till: 31/8 2023")
    assert case.codes() == ["ING123"]


def test_a_case_without_figures_needs_no_file_of_them(case: CaseFolder) -> None:
    (case.folder / "nyckeltal.yaml").unlink()
    case.text("Inget tal.")
    case.write("texter/arende.md", "Inget tal.")
    assert case.case().figures == {}


def test_a_single_value_where_a_list_belongs_is_told_how_it_becomes_one(case: CaseFolder) -> None:
    case.replace("rapport.yaml", "summarader: [Summa]", "summarader: Summa")
    assert "med - före" in case.only("ING122").help


def test_an_unknown_key_gets_a_suggestion(case: CaseFolder) -> None:
    case.write("arende.yaml", "handlägare: Bo\n" + (case.folder / "arende.yaml").read_text())
    finding = case.only("ING120")
    assert finding.help == 'menade du "handläggare"?'
    assert finding.origins == (TextOrigin("arende.yaml", 1, 1),)
    assert finding.excerpt == "handlägare: Bo"


def test_a_missing_key_is_an_error(case: CaseFolder) -> None:
    case.replace("arende.yaml", "titel: Delårsrapport\n", "")
    finding = case.only("ING121")
    assert '"titel"' in finding.message
    assert case.run().value is None


def test_a_misspelt_key_that_must_stand_is_named_both_ways(case: CaseFolder) -> None:
    case.replace("arende.yaml", "förvaltning:", "forvaltning:")
    findings = case.run().findings
    assert [f.code for f in findings] == ["ING120", "ING121"]
    assert findings[0].help == 'menade du "förvaltning"?'


def test_a_key_without_value_is_an_error(case: CaseFolder) -> None:
    case.replace("arende.yaml", "titel: Delårsrapport\n", "titel:\n")
    assert "inget värde" in case.only("ING130").message


def test_an_optional_key_without_value_is_as_if_it_were_not_there(case: CaseFolder) -> None:
    case.write("arende.yaml", "handläggare:\n" + (case.folder / "arende.yaml").read_text())
    assert case.case().handler is None


def test_an_empty_text_is_an_error(case: CaseFolder) -> None:
    case.replace("arende.yaml", "titel: Delårsrapport\n", "titel: ''\n")
    assert "tomt" in case.only("ING130").message


def test_an_empty_list_is_an_error(case: CaseFolder) -> None:
    case.replace("arende.yaml", "  - Rapporten godkänns.\n", "  []\n")
    assert "listan är tom" in case.only("ING130").message


def test_a_text_where_a_list_should_stand_is_an_error(case: CaseFolder) -> None:
    case.replace("arende.yaml", "  - Rapporten godkänns.\n", "  Rapporten godkänns.\n")
    finding = case.only("ING122")
    assert "lista" in finding.message
    assert "Rapporten godkänns." in finding.message


def test_a_list_where_a_text_should_stand_is_an_error(case: CaseFolder) -> None:
    case.replace("arende.yaml", "titel: Delårsrapport\n", "titel: [a, b]\n")
    assert "det står en lista" in case.only("ING122").message


def test_a_whole_file_that_is_a_list_is_an_error(case: CaseFolder) -> None:
    case.write("rapport.yaml", "- titel: x\n")
    codes = case.codes()
    assert codes[0] == "ING122"


@pytest.mark.parametrize("wrong", ["2023-13-01", "10/10 2023", "i oktober", "2023-1-1", "20231010"])
def test_a_date_that_is_none_is_an_error(case: CaseFolder, wrong: str) -> None:
    case.replace("arende.yaml", "2023-10-10", wrong)
    finding = case.only("ING123")
    assert wrong in finding.message
    assert "2023-10-10" in finding.help


def test_a_number_that_is_none_is_an_error(case: CaseFolder) -> None:
    case.replace("arende.yaml", "nummer: 1", "nummer: ett")
    assert '"ett" är inte ett heltal' in case.only("ING124").message


def test_everything_that_is_wrong_is_said_at_once(case: CaseFolder) -> None:
    case.replace("arende.yaml", "2023-10-10", "i går")
    case.replace("arende.yaml", "nummer: 1", "nummer: ett")
    case.replace("rapport.yaml", "blad: Resultat", "blad: Resulat")
    case.replace("nyckeltal.yaml", "rad: Summa", "rda: Summa")
    assert {"ING123", "ING124", "ING301", "ING120"} <= set(case.codes())


def test_a_yaml_file_that_cannot_be_read_does_not_hide_the_others(case: CaseFolder) -> None:
    case.write("arende.yaml", "titel: a: b\n")
    case.replace("rapport.yaml", "blad: Resultat", "blad: Resulat")
    assert {"ING110", "ING301"} <= set(case.codes())


def test_an_unknown_template_gets_a_suggestion(case: CaseFolder) -> None:
    case.replace("arende.yaml", "mall: storstad", "mall: storsta")
    assert case.only("ING135").help == 'menade du "storstad"?'


def test_a_template_outside_the_templates_is_unknown(case: CaseFolder) -> None:
    case.replace("arende.yaml", "mall: storstad", "mall: ../templates/storstad")
    assert "finns inte" in case.only("ING135").message


def test_a_case_number_of_another_form_is_an_error(case: CaseFolder) -> None:
    case.replace("arende.yaml", "KS/2023:288", "KS/2023-288")
    finding = case.only("ING136")
    assert len(finding.origins) == 2


def test_an_unknown_level_gets_a_suggestion(case: CaseFolder) -> None:
    case.replace("rapport.yaml", "rubrik: Sammanfattning", "rubrik: Sammanfattning\n    bedömning: upnår")
    assert case.only("ING128").help == 'menade du "uppnår"?'


def test_an_unknown_kind_of_section_gets_a_suggestion(case: CaseFolder) -> None:
    case.replace("rapport.yaml", "rubrik: Sammanfattning", "rubrik: Sammanfattning\n    typ: områden")
    assert case.only("ING128").help == 'menade du "område"?'


def test_a_folder_in_place_of_a_file_is_an_error(case: CaseFolder) -> None:
    (case.folder / "texter/arende.md").unlink()
    (case.folder / "texter/arende.md").mkdir()
    finding = case.only("ING102")
    assert "är en mapp" in finding.message
    assert "annat namn" in finding.help


def test_a_file_that_may_not_be_read_is_an_error(case: CaseFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    real = Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path.name == "arende.md":
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert "behörighet saknas" in case.only("ING102").message


def test_every_error_of_the_stage_is_an_error_and_not_a_guess(case: CaseFolder) -> None:
    case.replace("arende.yaml", "2023-10-10", "1.234")
    assert all(f.severity is Severity.ERROR for f in case.run().findings)


def test_what_the_archive_asks_for_is_read(case: CaseFolder) -> None:
    case.write("arende.yaml", f"{CASE}arkiv: {{klassificering: 1.10, bevarande: gallras, gallras efter: 10 år}}\n")
    case.in_profile("krav på", "arkiv: {arkivbildarens nummer: 212000-0000, förval: {lagrum: OSL 21}}\nkrav på")
    facts = case.case().archival
    assert facts.classification == Sourced("1.10", TextOrigin("arende.yaml", 15, 25))
    assert facts.preservation is not None
    assert facts.preservation.value.value == "gallras"


@pytest.mark.parametrize("wrong", ["bevarande: kanske", "okänd: 1"])
def test_a_wrong_fact_for_the_archive_is_told(case: CaseFolder, wrong: str) -> None:
    case.write("arende.yaml", f"{CASE}arkiv: {{{wrong}}}\n")
    assert [f.code for f in case.run().findings] == ["ING127" if "bevarande" in wrong else "ING120"]
