"""Fonts that a municipality brings: in its template's folder, or named for one Word file."""

from __future__ import annotations

import shutil
from pathlib import Path

import pikepdf
import pytest
from docx import Document

from pipeline.fonts.bundled import DATA
from tests.cli.running import TEMPLATES, kansli, small_case


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _bring_font(folder: Path, *styles: str) -> Path:
    """Put a font into a folder under the name that the templates and the file below ask for."""
    folder.mkdir(parents=True, exist_ok=True)
    for style in styles:
        shutil.copyfile(DATA / f"Caladea-{style}.ttf", folder / f"Arial-{style}.ttf")
    return folder


def _fonts(pdf: Path) -> set[str]:
    with pikepdf.open(pdf) as opened:
        names = [
            str(each["/BaseFont"])
            for each in opened.objects
            if isinstance(each, pikepdf.Dictionary) and "/BaseFont" in each
        ]
    return {name.partition("+")[2] for name in names}


def test_the_font_files_of_the_template_set_the_papers(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    shutil.copytree(TEMPLATES, here / "templates")
    _bring_font(here / "templates/eskilstuna/typsnitt", "Regular", "Bold", "Italic", "BoldItalic")
    case = small_case(here)
    ran = kansli(capfd, "bygg", case)
    assert ran.code == 0
    assert "Liberation" not in ran.err
    for paper in sorted((here / "outputs/KSKF-2024-1").glob("*.pdf")):
        assert any(name.startswith("Arial") for name in _fonts(paper))
        assert not any("Liberation" in name for name in _fonts(paper))


def test_the_font_files_of_a_named_folder_set_a_word_file(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    document = Document()
    document.add_paragraph().add_run("Nämnden beslutar").font.name = "Arial"
    document.save(str(here / "a.docx"))
    fonts = _bring_font(here / "egna", "Regular")
    assert kansli(capfd, "rendera", "a.docx", "--typsnitt", fonts).code == 0
    assert any(name.startswith("Arial") for name in _fonts(here / "a.pdf"))


def test_a_folder_of_fonts_that_is_not_there_is_refused(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    Document().save(str(here / "a.docx"))
    ran = kansli(capfd, "rendera", "a.docx", "--typsnitt", "finns-inte")
    assert ran.code == 2
    assert "finns-inte" in ran.err
    assert not (here / "a.pdf").exists()
