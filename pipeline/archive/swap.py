"""Two folders that change places in one step, and what a killed run left beside them."""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from glob import escape
from pathlib import Path

_AT_FDCWD = -100  # linux/fcntl.h
_CANNOT_BE_ASKED = {errno.EINVAL, errno.ENOTSUP}  # what network file systems answer to fsync(2) of a folder
_RENAME_EXCHANGE = 2  # linux/fs.h, for renameat2(2)


def put_in_place(staging: Path, folder: Path) -> bool:
    """Make ``staging`` the new ``folder``, and remove what stood there before.

    Returns whether the disk has said that it holds the exchange; what is exchanged is never taken back for that.
    With renameat2(2) the two change places at once: whoever looks, and whenever the run is killed, sees the one or
    the other whole. Where the file system cannot do that, there are two renames; ``recover`` mends a run that was
    killed between them. An interrupt from the keyboard waits until it is done.
    """
    with _uninterrupted():
        if not folder.exists():
            staging.rename(folder)
            left = staging
        elif _exchange(staging, folder):
            left = staging
        else:
            left = _rename_twice(staging, folder)
        flushed = is_flushed(folder.parent)
        shutil.rmtree(left, ignore_errors=True)
        return flushed


def is_there(folder: Path) -> bool:
    """Return whether ``folder`` is there, or was moved away by a killed run and will be put back by ``recover``."""
    return folder.is_dir() or _earlier(folder).is_dir()


def recover(folder: Path) -> None:
    """Clear away what a killed run left beside ``folder``, and put its earlier contents back if it was moved away."""
    earlier = _earlier(folder)
    if earlier.exists() and not folder.exists():
        earlier.rename(folder)
    others = [folder.parent.glob(f".{escape(folder.name)}-{kind}*.ny") for kind in ("version-", "stamplad")]
    for leftover in (earlier, staging_of(folder), *others[0], *others[1]):
        if leftover.exists():
            shutil.rmtree(leftover)


def staging_of(folder: Path) -> Path:
    """Return where the new contents of ``folder`` are gathered: a hidden folder beside it, on the same file system."""
    return folder.with_name(f".{folder.name}.ny")


def sync_folder(folder: Path) -> None:
    """Have the names in ``folder`` written to the disk, where the file system can be asked for that."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in _CANNOT_BE_ASKED:
            raise
    finally:
        os.close(handle)


def is_flushed(folder: Path) -> bool:
    """Have the names in ``folder`` written to the disk, and return whether it says that they are."""
    try:
        sync_folder(folder)
    except OSError:
        return False
    return True


def _earlier(folder: Path) -> Path:
    return folder.with_name(f".{folder.name}.gammal")


def _rename_twice(staging: Path, folder: Path) -> Path:
    earlier = _earlier(folder)
    folder.rename(earlier)
    try:
        staging.rename(folder)
    except OSError:
        earlier.rename(folder)
        raise
    return earlier


def _exchange(one: Path, other: Path) -> bool:
    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError):
        return False
    done: int = renameat2(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE)
    return done == 0


@contextmanager
def _uninterrupted() -> Iterator[None]:
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    earlier = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, earlier)
