"""A lock for each case, so that two builds never write to one folder at once."""

from __future__ import annotations

import errno
import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pipeline.archive.swap import recover
from pipeline.archive.trouble import told_in_swedish
from pipeline.errors import ExitCode, KansliError
from pipeline.findings.catalogue import finding
from pipeline.model.origin import TextOrigin


@contextmanager
def claimed(folder: Path) -> Iterator[None]:
    """Hold the lock of the results in ``folder``, whose parent is created where it is missing.

    What a killed run left beside the folder is mended first.
    The lock is a hidden file beside the folder; it is the kernel that holds it, so that a killed run lets go of it.
    The file stays, for removing it would let two runs lock two files of one name.
    Raises KansliError: busy where another run holds it, file access where the parent cannot be written to.
    """
    with told_in_swedish(folder):
        handle = _opened(folder)
    try:
        with told_in_swedish(folder):
            _lock(handle, folder)
            recover(folder.resolve())
        yield
    finally:
        os.close(handle)


def _opened(folder: Path) -> int:
    folder.parent.mkdir(parents=True, exist_ok=True)
    if folder.exists() and not folder.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, "not a folder", str(folder))
    if not os.access(folder.parent, os.W_OK | os.X_OK):
        raise PermissionError(errno.EACCES, "not writable", str(folder.parent))
    return os.open(folder.parent / f".{folder.name}.lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o666)


def _lock(handle: int, folder: Path) -> None:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        holder = os.read(handle, 20).decode("ascii", "replace").strip()
        fact = f"en annan körning bygger redan till {folder}" + (f" (process {holder})" if holder else "")
        raise KansliError(finding("ARK104", fact, TextOrigin(str(folder))), ExitCode.BUSY) from error
    os.ftruncate(handle, 0)
    os.pwrite(handle, f"{os.getpid()}\n".encode("ascii"), 0)
