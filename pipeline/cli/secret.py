"""A password or a code: from a file, the environment or the one who sits there, never from the command line."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from pipeline.errors import ExitCode, KansliError, reading
from pipeline.findings.catalogue import finding
from pipeline.model.origin import TextOrigin

VARIABLE = "KANSLI_STAMPEL_LOSENORD"
_LONGEST = 4096  # characters


def secret_for(what: str, file: str | None) -> str:
    """Return the secret for ``what``; the file comes before the environment, and that before the question.

    Raises KansliError where the file cannot be read, or there is nobody to ask.
    """
    if file is not None:
        with reading(Path(file)):
            return _first_line(Path(file))
    if VARIABLE in os.environ:
        return os.environ[VARIABLE]
    if not sys.stdin.isatty():
        fact = f"det finns ingen terminal att fråga efter {what} i"
        raise KansliError(finding("ARK193", fact), ExitCode.USAGE)
    answer: str = click.prompt(what[:1].upper() + what[1:], hide_input=True, err=True, default="", show_default=False)
    return answer


def _first_line(path: Path) -> str:
    """Return the first line of a file without its end, whichever editor wrote it."""
    try:
        with path.open(encoding="utf-8-sig") as file:
            return file.readline(_LONGEST).rstrip("\r\n")
    except UnicodeDecodeError as error:
        fact = f"{path} är inte skriven i UTF-8"
        raise KansliError(finding("ARK193", fact, TextOrigin(str(path))), ExitCode.FILE_ACCESS) from error
