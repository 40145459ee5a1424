"""A lock for each case."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.archive.lock import claimed
from pipeline.errors import ExitCode, KansliError

HOLD = """
import sys
from pathlib import Path
from pipeline.archive.lock import claimed
with claimed(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_a_second_run_is_refused_and_told_which_process_is_at_it(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, tmp_path / "A"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        with pytest.raises(KansliError) as caught, claimed(tmp_path / "A"):
            pytest.fail("two held the lock")
        assert (caught.value.finding.code, caught.value.exit_code) == ("ARK104", ExitCode.BUSY)
        assert f"process {other.pid}" in caught.value.finding.message
        with claimed(tmp_path / "B"):
            pass
        other.kill()
    with claimed(tmp_path / "A"):
        pass


def test_the_folder_of_results_is_created_with_its_parents(tmp_path: Path) -> None:
    with claimed(tmp_path / "ut" / "mapp" / "A"):
        assert (tmp_path / "ut" / "mapp").is_dir()


def test_a_file_in_the_way_is_named_before_any_work_is_done(tmp_path: Path) -> None:
    (tmp_path / "ut").write_bytes(b"")
    for folder in (tmp_path / "ut", tmp_path / "ut" / "A"):
        with pytest.raises(KansliError) as caught, claimed(folder):
            pytest.fail("a file was taken for a folder")
        assert (caught.value.finding.code, caught.value.exit_code) == ("ARK103", ExitCode.FILE_ACCESS)


def test_a_folder_that_cannot_be_written_is_refused_before_any_work_is_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.access", lambda _path, _mode: False)
    with pytest.raises(KansliError) as caught, claimed(tmp_path / "A"):
        pytest.fail("a folder without write access was taken")
    assert caught.value.finding.code == "ARK102"
