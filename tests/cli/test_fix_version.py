"""The version that goes to the board: fixed once, beside the results, and never written again."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import FILES_OF_A_BUILD, kansli, small_case

RESULTS = "outputs/KSKF-2024-1"
BY = ("--av", "Anna Ek")


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def case(here: Path, capfd: pytest.CaptureFixture[str]) -> Path:
    made = small_case(here)
    assert kansli(capfd, "bygg", made).code == 0
    return made


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def change(case: Path) -> None:
    arende = case / "arende.yaml"
    arende.write_text(arende.read_text("utf-8").replace("Nämndens namn", "Annan nämnd"), "utf-8")
    rapport = case / "rapport.yaml"
    rapport.write_text(rapport.read_text("utf-8").replace("Nämndens namn", "Annan nämnd"), "utf-8")


def test_a_fixed_version_is_whole_and_a_later_one_stands_beside_it(
    here: Path, case: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    ran = kansli(capfd, "fastställ", case, *BY)
    assert (ran.code, ran.out.split()) == (0, [f"{RESULTS}-version-1"]), ran.err
    first = here / f"{RESULTS}-version-1"
    before = contents(first)
    assert len(before) == FILES_OF_A_BUILD + 2  # the list of checksums and the mark
    assert all(path.stat().st_mode & 0o222 == 0 for path in first.iterdir())
    assert kansli(capfd, "verifiera", f"{RESULTS}-version-1").code == 0
    change(case)
    assert kansli(capfd, "bygg", case).code == 0
    assert contents(first) == before
    ran = kansli(capfd, "fastställ", case, *BY)
    assert (ran.code, ran.out.split()) == (0, [f"{RESULTS}-version-2"]), ran.err
    assert contents(first) == before


def test_the_same_results_are_not_fixed_twice(case: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert kansli(capfd, "fastställ", case, *BY).code == 0
    ran = kansli(capfd, "fastställ", case, *BY)
    assert ("ARK142" in ran.err, ran.out) == (True, "")


def test_inputs_that_are_changed_since_the_build_are_refused(case: Path, capfd: pytest.CaptureFixture[str]) -> None:
    change(case)
    ran = kansli(capfd, "fastställ", case, *BY)
    assert (ran.code, "fel[ARK140] arende.yaml" in ran.err) == (1, True)


def test_results_that_are_changed_are_refused(here: Path, case: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (here / RESULTS / "arende.json").write_text("{}", "utf-8")
    ran = kansli(capfd, "fastställ", case, *BY)
    assert (ran.code, "fel[ARK130]" in ran.err) == (1, True)
    assert not (here / f"{RESULTS}-version-1").exists()


def test_somebody_answers_for_the_version_by_a_full_name(case: Path, capfd: pytest.CaptureFixture[str]) -> None:
    ran = kansli(capfd, "fastställ", case, "--av", "AE")
    assert (ran.code, "fel[ARK141]" in ran.err) == (1, True)


def test_a_case_that_is_not_built_is_told(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    ran = kansli(capfd, "fastställ", small_case(here), *BY)
    assert (ran.code, "fel[ARK139]" in ran.err) == (6, True)


def test_a_mark_that_is_changed_is_found(here: Path, case: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert kansli(capfd, "fastställ", case, *BY).code == 0
    path = here / f"{RESULTS}-version-1" / "faststalld.json"
    data = path.read_bytes()
    path.chmod(0o644)
    for at in range(0, len(data), 7):
        path.write_bytes(data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :])
        ran = kansli(capfd, "verifiera", f"{RESULTS}-version-1")
        assert (ran.code, "fel[ARK134]" in ran.err) == (1, True), at
