"""The command as it is run: in this process for speed, or in its own for what only a process shows."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from pipeline.cli.main import main

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "inputs" / "kskf-2023-288"
TEMPLATES = ROOT / "templates"
FILES_OF_A_BUILD = 12  # two papers as Word, PDF and web page, and what tells of them


@dataclass(frozen=True)
class Ran:
    """What a run of the command left: its exit code and what it wrote."""

    code: int
    out: str
    err: str


def kansli(capfd: pytest.CaptureFixture[str], *arguments: str | Path) -> Ran:
    """Run the command in this process."""
    code = main([str(argument) for argument in arguments])
    out, err = capfd.readouterr()
    assert "Traceback" not in out + err
    return Ran(code, out, err)


def own_process(*arguments: str | Path, cwd: Path = ROOT, **environment: str) -> Ran:
    """Run the command in a process of its own."""
    run = subprocess.run(
        [sys.executable, "-m", "pipeline.cli", *arguments],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    assert "Traceback" not in run.stdout + run.stderr
    return Ran(run.returncode, run.stdout, run.stderr)


def small_case(folder: Path) -> Path:
    """Make the case that ``kansli ny`` makes, which builds at once, and return its folder."""
    case = folder / "inputs" / "prov"
    made = main(["ny", str(case), "--diarienummer", "KSKF/2024:1", "--titel", "Prov", "--mallar", str(TEMPLATES)])
    assert made == 0
    return case


def example_copy(folder: Path) -> Path:
    """Return a copy of the example case, to be broken."""
    return Path(shutil.copytree(EXAMPLE, folder / "inputs" / EXAMPLE.name))


def tree(folder: Path) -> dict[str, bytes]:
    """Return every visible file below a folder with its contents."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not any(part.startswith(".") for part in path.relative_to(folder).parts)
    }
