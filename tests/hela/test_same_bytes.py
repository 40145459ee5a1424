"""The same inputs give the same bytes: in another folder, on another day, with another hash seed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.hela.papers import CASE, ROOT, Papers, copy_of_case

# A build in a process whose clock and hash seed are others.
_ELSEWHEN = """
import sys, time
real = time.time
time.time = lambda: real() + 400 * 86400
local = time.localtime
time.localtime = lambda seconds=None: local(time.time() if seconds is None else seconds)
from pathlib import Path
from tests.hela.papers import build_case
papers = build_case(Path(sys.argv[2]), Path(sys.argv[1]))
for index, data in enumerate(papers.files):
    Path(sys.argv[2], f"fil{index}").write_bytes(data)
"""


def test_two_builds_in_other_folders_on_other_days_give_the_same_bytes(papers: Papers, tmp_path: Path) -> None:
    case = copy_of_case(tmp_path / "en annan mapp")
    for path in case.rglob("*"):
        os.utime(path, (1_000_000_000, 1_000_000_000))
    environment = {**os.environ, "PYTHONHASHSEED": "4711", "PYTHONPATH": str(ROOT), "TZ": "Pacific/Auckland"}

    subprocess.run(
        [sys.executable, "-c", _ELSEWHEN, str(case), str(tmp_path)], check=True, env=environment, cwd=tmp_path
    )

    assert [(tmp_path / f"fil{index}").read_bytes() for index in range(4)] == list(papers.files)
    assert CASE.name == case.name
