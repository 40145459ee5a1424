"""The same inputs give the same bytes, whoever builds, where and when: every file of the results, the zip too."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.cli.running import TEMPLATES, small_case
from tests.hela.papers import ROOT, Papers, copy_of_case

# A build in a process whose clock is others', whoever asks for the time.
_ELSEWHEN = """
import datetime, os, sys, time
from pathlib import Path
shift = 400 * 86400 + 12345
real, local, utc, ns = time.time, time.localtime, time.gmtime, time.time_ns
time.time = lambda: real() + shift
time.time_ns = lambda: ns() + shift * 10**9
time.localtime = lambda seconds=None: local(time.time() if seconds is None else seconds)
time.gmtime = lambda seconds=None: utc(time.time() if seconds is None else seconds)
class Later(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(time.time(), tz)
    @classmethod
    def today(cls):
        return cls.now()
class LaterDay(datetime.date):
    @classmethod
    def today(cls):
        return cls.fromtimestamp(time.time())
datetime.datetime, datetime.date = Later, LaterDay
os.umask(0o077)
from pipeline.cli.main import main
sys.exit(main(["bygg", sys.argv[1], "--ut", sys.argv[2], "--mallar", sys.argv[3]]))
"""


def built_elsewhere(case: Path, folder: Path, templates: Path) -> dict[str, bytes]:
    """Return the files of a build by another user, in another time zone and language, a year and more later."""
    home = folder / "hem"
    home.mkdir(parents=True)
    environment = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(ROOT),
        "PYTHONHASHSEED": "4711",
        "TZ": "Pacific/Auckland",
        "LANG": "C",
        "LC_ALL": "C",
        "HOME": str(home),
        "USER": "annan",
        "TMPDIR": str(home),
        "COLUMNS": "40",
    }
    run = subprocess.run(
        [sys.executable, "-c", _ELSEWHEN, str(case), str(folder / "ut"), str(templates)],
        env=environment,
        cwd=home,
        capture_output=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr.decode()
    (results,) = (folder / "ut").glob("[!.]*")
    return {path.name: path.read_bytes() for path in results.iterdir()}


def test_the_published_report_gives_the_same_bytes_in_every_file_elsewhere(papers: Papers, tmp_path: Path) -> None:
    case = copy_of_case(tmp_path / "en annan mapp")
    templates = Path(shutil.copytree(TEMPLATES, tmp_path / "andra mallar"))
    for path in (*case.rglob("*"), *templates.rglob("*")):
        os.utime(path, (1_000_000_000, 1_000_000_000))
    here = {path.name: path.read_bytes() for path in papers.folder.iterdir()}
    elsewhere = built_elsewhere(case, tmp_path / "där", templates)
    assert sorted(here) == sorted(elsewhere)
    assert [name for name in here if here[name] != elsewhere[name]] == []
    assert {Path(name).suffix for name in here} == {".docx", ".pdf", ".html", ".zip", ".json", ".sha256"}


def test_files_that_are_made_in_another_order_give_the_same_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    case = small_case(tmp_path)
    first = built_elsewhere(case, tmp_path / "a", TEMPLATES)
    again = tmp_path / "b" / "inputs" / case.name
    for path in sorted((path for path in case.rglob("*") if path.is_file()), reverse=True):
        (again / path.relative_to(case)).parent.mkdir(parents=True, exist_ok=True)
        (again / path.relative_to(case)).write_bytes(path.read_bytes())
    assert built_elsewhere(again, tmp_path / "c", TEMPLATES) == first


def test_the_zip_tells_nothing_of_when_or_by_whom_it_was_made(papers: Papers) -> None:
    (package,) = papers.folder.glob("*.zip")
    with zipfile.ZipFile(package) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert len({(entry.create_system, entry.external_attr, entry.extra) for entry in archive.infolist()}) == 1
