"""The command that verifies a folder of results."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import TEMPLATES, kansli, small_case

OUTPUT = "outputs/KSKF-2024-1"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_results_are_verified_and_a_rebuild_gives_the_same_bytes(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    case = small_case(here)
    assert kansli(capfd, "bygg", case).code == 0
    ran = kansli(capfd, "verifiera", OUTPUT, "--fall", str(case))
    assert (ran.code, "är kontrollerad" in ran.err) == (0, True)
    arende = case / "arende.yaml"
    arende.write_text(arende.read_text("utf-8").replace("Nämndens namn", "Annan nämnd"), "utf-8")
    ran = kansli(capfd, "verifiera", OUTPUT, "--fall", str(case), "--mallar", str(TEMPLATES))
    assert (ran.code, "fel[ARK138]" in ran.err) == (1, True)


def test_a_changed_file_is_an_error(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert kansli(capfd, "bygg", small_case(here)).code == 0
    (here / OUTPUT / "arende.json").write_text("{}", "utf-8")
    ran = kansli(capfd, "verifiera", OUTPUT)
    assert (ran.code, "fel[ARK130] arende.json är ändrad" in ran.err) == (1, True)


def test_a_folder_that_is_none_is_told(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    ran = kansli(capfd, "verifiera", str(here / "saknas"))
    assert (ran.code, "fel[ARK139]" in ran.err) == (6, True)
