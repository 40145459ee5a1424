"""What stops a run: the world is wrong, not the input and not the program."""

from __future__ import annotations

import errno
import lzma
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from enum import IntEnum
from pathlib import Path

from pipeline.findings.catalogue import finding
from pipeline.findings.finding import Finding
from pipeline.model.origin import TextOrigin

# What zipfile raises for an archive that is damaged, made to mislead, locked or packed in a way of its own.
DAMAGED_ARCHIVE = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, ValueError, NotImplementedError, OSError, RuntimeError,
)  # fmt: skip

_REASONS = {
    errno.EACCES: "behörighet saknas",
    errno.EPERM: "behörighet saknas",
    errno.ENOENT: "filen finns inte",
    errno.EIO: "läsfel på disken eller i nätverket",
    errno.EISDIR: "det är en mapp",
    errno.ENOTDIR: "ett led i sökvägen är en fil",
    errno.ESTALE: "nätverksmappen har tappat kontakten",
    errno.ELOOP: "länkarna går runt i en ring",
}


class ExitCode(IntEnum):
    """The exit codes of the command, as the manual lists them."""

    OK = 0
    FINDINGS = 1
    USAGE = 2
    MISSING_TOOL = 3
    NOT_CONFORMING = 4
    NOT_CHECKED = 5
    FILE_ACCESS = 6
    BUSY = 7
    INTERNAL = 70
    INTERRUPTED = 130
    BROKEN_PIPE = 141


class KansliError(Exception):
    """A run cannot go on; ``finding`` says why and what to do, ``exit_code`` what the command returns."""

    def __init__(self, finding: Finding, exit_code: ExitCode = ExitCode.FINDINGS) -> None:
        super().__init__(finding.message)
        self.finding = finding
        self.exit_code = exit_code


def reason_of(error: OSError) -> str:
    """Return why the operating system refused, in Swedish where the reason is a common one, else by its name."""
    number = error.errno or 0
    return _REASONS.get(number) or errno.errorcode.get(number, type(error).__name__)


@contextmanager
def reading(folder: Path) -> Iterator[None]:
    """Turn an OSError about what is read into a KansliError of exit code 6.

    It names ``folder`` where the error itself names no file. Only for what reads: a refused writing is told by
    ``pipeline.archive.trouble``.
    """
    try:
        yield
    except OSError as error:
        name = error.filename if isinstance(error.filename, str) else str(folder)
        raise unreadable(name, error) from error


def unreadable(name: str, error: OSError) -> KansliError:
    """Return the error that says why a file could not be read."""
    return KansliError(
        finding("SYS112", f"{name} går inte att läsa: {reason_of(error)}", TextOrigin(name)), ExitCode.FILE_ACCESS
    )
