"""The second case is built as its own municipality has it: other templates, file names, words and symbols."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.proofread.wordfile import WordFile
from tests.cli.running import kansli
from tests.fall.test_second_case import CASE


def test_the_papers_of_another_municipality_are_made(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    ran = kansli(capfd, "bygg", CASE, "--ut", tmp_path, "--format", "kort")
    assert ran.code == 0, ran.err
    (folder,) = [each for each in tmp_path.iterdir() if each.is_dir() and not each.name.startswith(".")]
    assert folder.name == "2024-BUN-0112"
    assert [len(list(folder.glob(f"*.{kind}"))) for kind in ("docx", "pdf", "zip")] == [2, 2, 1]
    report = next(each for each in folder.glob("*.docx") if "ilaga-1" in each.name)
    said = WordFile(report.read_bytes(), report.name).text
    for words in (
        "Nämndmål: En likvärdig förskola",
        "Otillräcklig måluppfyllelse",
        "Ej påbörjat",
        "176 900",
        "Ärendenummer",
    ):
        assert words in said, words
    assert "Färdiggrad" not in said
    assert "{" not in said
