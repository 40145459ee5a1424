"""veraPDF, where it is on the path: the independent word on PDF/A-2a and PDF/UA-1 (https://docs.verapdf.org/cli/)."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

FLAVOURS = ("2a", "ua1")
_LONGEST = 300  # seconds for all files


def verdicts(files: Sequence[Path]) -> dict[str, bool] | None:
    """Return by name whether each PDF passes both flavours; None where veraPDF is not there or gives no answer."""
    program = shutil.which("verapdf")
    if program is None or not files:
        return None
    passed = {path.name: True for path in files}
    for flavour in FLAVOURS:
        answers = _ask(program, flavour, files)
        if answers is None:
            return None
        passed = {name: so_far and answers.get(name, False) for name, so_far in passed.items()}
    return passed


def _ask(program: str, flavour: str, files: Sequence[Path]) -> dict[str, bool] | None:
    command = [program, "--format", "text", "--flavour", flavour, *map(str, files)]
    try:
        ran = subprocess.run(command, capture_output=True, text=True, timeout=_LONGEST, check=False)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired, UnicodeDecodeError):
        return None
    answers: dict[str, bool] = {}
    for line in ran.stdout.splitlines():
        verdict, _, rest = line.partition(" ")
        if verdict in {"PASS", "FAIL"}:
            name = next((path.name for path in files if str(path) in rest), "")
            answers[name] = verdict == "PASS"
    return answers or None
