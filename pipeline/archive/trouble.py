"""What the operating system refuses, as errors that a person can act on."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pipeline.errors import ExitCode, KansliError
from pipeline.findings.catalogue import finding
from pipeline.findings.finding import Finding
from pipeline.model.origin import TextOrigin

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_REFUSED = {errno.EACCES, errno.EPERM, errno.EROFS}
_NOT_A_FOLDER = {errno.ENOTDIR, errno.EEXIST}


@contextmanager
def told_in_swedish(target: Path) -> Iterator[None]:
    """Turn an OSError about ``target`` into a KansliError of exit code 6, file access."""
    try:
        yield
    except OSError as error:
        raise trouble_with(target, error) from error


def trouble_with(target: Path, error: OSError) -> KansliError:
    """Return the error that says why ``target`` could not be written."""
    code, fact = _fact(error)
    return KansliError(finding(code, f"{fact}: {target}", TextOrigin(str(target))), ExitCode.FILE_ACCESS)


def unflushed(target: Path, *, flushed: bool) -> tuple[Finding, ...]:
    """Return the finding for results that are in place, unless the disk has said that it holds them there."""
    if flushed:
        return ()
    fact = "resultatet är på plats, men disken har inte bekräftat det"
    return (finding("ARK110", fact, TextOrigin(str(target))),)


def _fact(error: OSError) -> tuple[str, str]:
    if error.errno in _FULL:
        return "ARK101", "disken är full och resultatet fick inte plats"
    if error.errno in _REFUSED:
        return "ARK102", "du får inte skriva där resultatet ska ligga"
    if error.errno in _NOT_A_FOLDER:
        return "ARK103", "det ligger en fil där resultatets mapp ska vara"
    if error.errno == errno.EISDIR:
        return "ARK107", "det ligger en mapp där filen ska vara"
    if error.errno == errno.ENOENT:
        return "ARK108", "mappen som filen ska ligga i finns inte"
    name = errno.errorcode.get(error.errno or 0, type(error).__name__)
    return "ARK106", f"operativsystemet nekade skrivningen ({name})"
