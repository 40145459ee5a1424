"""kansli jämför: two versions, two periods, two Word files."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from docx import Document

from tests.cli.running import EXAMPLE, TEMPLATES, kansli, small_case


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    shutil.copytree(TEMPLATES, tmp_path / "templates")
    return tmp_path


def test_two_word_files_become_a_page_and_a_file_with_tracked_changes(
    capfd: pytest.CaptureFixture[str], here: Path
) -> None:
    for name, text in (("a.docx", "Utfallet är 15,9 mnkr."), ("b.docx", "Utfallet är 15,8 mnkr.")):
        document = Document()
        document.add_paragraph(text)
        document.save(str(here / name))
    ran = kansli(capfd, "jämför", "a.docx", "b.docx")
    assert ran.code == 0
    page = (here / "outputs/b-jamforelse/jamforelse.html").read_text(encoding="utf-8")
    assert "15,9" in page
    assert "<ins>" in page
    assert (here / "outputs/b-jamforelse/b-andringar.docx").is_file()
    assert "0 värden och 1 stycke skiljer" in ran.err


def test_a_changed_cell_is_told_with_both_sources_against_the_fixed_version(
    capfd: pytest.CaptureFixture[str], here: Path
) -> None:
    case = small_case(here)
    assert kansli(capfd, "bygg", case).code == 0
    assert kansli(capfd, "fastställ", case, "--av", "Anna Andersson").code == 0
    text = next(path for path in sorted(case.rglob("*.yaml")) if path.name == "arende.yaml")
    text.write_text(text.read_text(encoding="utf-8").replace("Prov", "Prövning"), encoding="utf-8")
    ran = kansli(capfd, "jämför", case)
    assert ran.code == 0
    assert "version 1" in ran.err
    found = json.loads(next(here.glob("outputs/*-jamforelse/jamforelse.json")).read_text(encoding="utf-8"))
    assert any("Prövning" in str(each) for each in found["text"].values())


def test_the_table_of_contents_of_the_case_as_it_is_now_has_its_pages_and_is_no_change(
    capfd: pytest.CaptureFixture[str], here: Path
) -> None:
    case = small_case(here)
    assert kansli(capfd, "bygg", case).code == 0
    text = case / "texter/forsta-avsnittet.md"
    text.write_text(text.read_text(encoding="utf-8") + "\nEtt stycke till.\n", encoding="utf-8")
    assert kansli(capfd, "jämför", case).code == 0
    found = json.loads(next(here.glob("outputs/*-jamforelse/jamforelse.json")).read_text(encoding="utf-8"))
    changed = [passage for each in found["text"].values() for passage in each]
    assert len(changed) == 1
    assert "Ett stycke till." in str(changed)


def test_another_period_tells_the_figures_that_differ_and_the_texts_that_do_not(
    capfd: pytest.CaptureFixture[str], here: Path
) -> None:
    earlier = here / "inputs" / "forra"
    shutil.copytree(EXAMPLE, earlier)
    report = earlier / "rapport.yaml"
    changed = report.read_text(encoding="utf-8").replace("färdiggrad: 100", "färdiggrad: 90", 1)
    report.write_text(changed, encoding="utf-8")
    ran = kansli(capfd, "jämför", EXAMPLE, "--mot", earlier, "--format", "json")
    assert ran.code == 0
    found = json.loads(ran.out)["jämförelse"]
    assert len(found["oförändrade stycken"]) > 10
    assert found["antal oförändrade värden"] > 100


def test_a_version_that_is_not_there_is_refused(capfd: pytest.CaptureFixture[str], here: Path) -> None:
    ran = kansli(capfd, "jämför", small_case(here), "7")
    assert ran.code != 0
    assert "ARK170" in ran.err


def test_a_result_whose_manifest_is_broken_is_refused(capfd: pytest.CaptureFixture[str], here: Path) -> None:
    case = small_case(here)
    assert kansli(capfd, "bygg", case).code == 0
    next(here.glob("outputs/*/manifest.json")).write_text("{}", encoding="utf-8")
    ran = kansli(capfd, "jämför", case)
    assert "ARK171" in ran.err


def test_what_is_no_word_file_is_refused(capfd: pytest.CaptureFixture[str], here: Path) -> None:
    for name in ("a.docx", "b.docx"):
        (here / name).write_bytes(b"inget")
    ran = kansli(capfd, "jämför", "a.docx", "b.docx")
    assert ran.code != 0
    assert "ARK172" in ran.err


def test_two_periods_are_not_said_to_have_the_same_text_where_only_values_are_compared(
    capfd: pytest.CaptureFixture[str], here: Path
) -> None:
    earlier = Path(shutil.copytree(EXAMPLE, here / "inputs/forra"))
    (earlier / "texter/ekonomi.md").write_text("Helt andra ord.\n", encoding="utf-8")
    ran = kansli(capfd, "jämför", EXAMPLE, "--mot", earlier)
    assert "stycken är ordagrant desamma" in ran.err
    assert "stycken skiljer" not in ran.err
