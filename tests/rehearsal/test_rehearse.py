"""A municipality's templates tried on a case that has everything."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from docx import Document
from docx.shared import RGBColor

from pipeline.compose import compose
from pipeline.findings.finding import Finding, Severity
from pipeline.ingest import load_profile
from pipeline.model.walk import parts_of
from pipeline.rehearsal import rehearse
from pipeline.rehearsal.specimen import specimen
from tests.cli.running import TEMPLATES, kansli

OWN = TEMPLATES / "eskilstuna"
OTHER = Path(__file__).parents[1] / "fall" / "templates" / "granvik"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(OWN, tmp_path / "templates" / "kommun"))


def told(folder: Path) -> list[Finding]:
    profile = load_profile(folder).value
    assert profile is not None
    return [each for each in rehearse(profile) if each.severity is not Severity.NOTE]


def rewrite(path: Path, change: Callable[[str], str]) -> None:
    path.write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8")


def retype(path: Path, old: str, new: str) -> None:
    """Write one text for another in every paragraph of a template, tables and all."""
    document = Document(str(path))
    for node in document.element.body.iter():
        if node.tag.endswith("}t") and node.text and old in node.text:
            node.text = node.text.replace(old, new)
    document.save(str(path))


@pytest.mark.parametrize("folder_of_a_municipality", [OWN, OTHER])
def test_the_case_that_templates_are_tried_on_has_every_kind_of_part_and_every_level(
    folder_of_a_municipality: Path,
) -> None:
    profile = load_profile(folder_of_a_municipality).value
    assert profile is not None
    case = specimen(profile)
    kinds = {type(placed.part).__name__ for placed in parts_of(case.report)}
    assert {"TextPart", "GoalsPart", "IndicatorsPart", "StatementPart", "SummaryPart", "LegendPart"} <= kinds
    composed = compose(case, profile)
    assert composed.value is not None
    assert not [each for each in composed.findings if each.severity is Severity.ERROR]


def test_templates_that_are_well_have_nothing_but_notes(folder: Path) -> None:
    assert told(folder) == []


def test_a_name_that_does_not_exist_is_told_though_no_case_has_met_it(folder: Path) -> None:
    retype(folder / "beslut.docx", "ärende.handläggare", "ärende.handlaggare")
    (found, *_) = told(folder)
    assert found.code == "KOM103"
    assert "handläggare" in found.help


def test_what_a_template_never_prints_is_told(folder: Path) -> None:
    retype(folder / "beslut.docx", "{{ ärende.handläggare }}", "")
    assert [(each.code, "handläggaren" in each.message) for each in told(folder)] == [("KOM304", True)]


def test_pale_text_is_told_with_its_contrast(folder: Path) -> None:
    path = folder / "beslut.docx"
    document = Document(str(path))
    document.styles["Body Text"].font.color.rgb = RGBColor(0xBB, 0xBB, 0xBB)
    document.save(str(path))
    found = [each for each in told(folder) if each.code == "KOM305"]
    assert len(found) == 1
    assert "#bbbbbb på #ffffff" in found[0].message
    assert "1,9:1" in found[0].message


def test_a_pale_symbol_is_told(folder: Path) -> None:
    rewrite(folder / "symboler/uppnar.svg", lambda text: re.sub(r"#[0-9a-fA-F]{6}", "#eeeeaa", text))
    assert [each.code for each in told(folder)] == ["KOM306"]


def test_two_symbols_that_differ_in_colour_alone_are_told(folder: Path) -> None:
    symbols = folder / "symboler"
    shutil.copyfile(symbols / "uppnar.svg", symbols / "uppnar-ej.svg")
    rewrite(symbols / "uppnar-ej.svg", lambda text: re.sub(r"#[0-9a-fA-F]{6}", "#aa0000", text))
    found = told(folder)
    assert [each.code for each in found] == ["KOM307"]
    assert '"Uppnår ej"' in found[0].message


def test_a_comment_that_was_left_in_a_template_is_told(folder: Path) -> None:
    path = folder / "delarsrapport.docx"
    document = Document(str(path))
    document.add_comment(document.paragraphs[0].add_run("x"), text="fråga Anna", author="A", initials="A")
    document.save(str(path))
    assert "VAL651" in [each.code for each in told(folder)]


@pytest.mark.parametrize("kept", [("status",), ("trend",), ()])
def test_a_municipality_that_lacks_vocabularies_is_tried_on_those_that_it_has(
    folder: Path, kept: tuple[str, ...]
) -> None:
    path = folder / "profil.yaml"
    profile = yaml.safe_load(path.read_text(encoding="utf-8"))
    profile["ordlistor"] = {name: words for name, words in profile["ordlistor"].items() if name in kept}
    path.write_text(yaml.safe_dump(profile, allow_unicode=True), encoding="utf-8")
    assert told(folder) == []


def test_a_missing_style_is_told(folder: Path) -> None:
    rewrite(folder / "profil.yaml", lambda text: text.replace("punkt: List Bullet", "punkt: Punktlistan"))
    assert "KOM107" in [each.code for each in told(folder)]


def test_the_command_names_files_and_ends_with_the_verdict(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    retype(folder / "beslut.docx", "ärende.handläggare", "ärende.handlaggare")
    ran = kansli(capfd, "mall", "kontrollera", folder)
    assert ran.code == 1
    assert "beslut.docx" in ran.err
    assert "underkänt" in ran.err


def test_a_folder_of_templates_that_is_not_there_is_told(capfd: pytest.CaptureFixture[str]) -> None:
    ran = kansli(capfd, "mall", "kontrollera", "finns-inte")
    assert ran.code == 6
    assert "fel[SYS114]" in ran.err


def test_a_folder_without_a_profile_is_told(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    ran = kansli(capfd, "mall", "kontrollera", tmp_path)
    assert ran.code == 1
    assert "profil.yaml" in ran.err
