"""One file, written whole or not at all."""

from __future__ import annotations

import fcntl
import os
from glob import escape
from pathlib import Path

from pipeline.archive.trouble import told_in_swedish


def write_file(path: Path, data: bytes) -> None:
    """Write ``data`` to ``path`` by way of a hidden file beside it; an earlier file stays whole until then.

    What a killed run left beside it is cleared away.
    Raises KansliError of exit code 6 where it cannot be written.
    """
    target = path.resolve()
    draft = target.with_name(f".{target.name}.{os.getpid()}.ny")
    with told_in_swedish(path):
        _clear(target)
        try:
            with draft.open("xb") as file:
                fcntl.flock(file.fileno(), fcntl.LOCK_EX)  # the kernel lets go of it when the run ends, however it ends
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
                draft.replace(target)
        finally:
            draft.unlink(missing_ok=True)


def write_new_file(path: Path, data: bytes) -> None:
    """Write ``data`` to ``path``, where nothing may be: what is there stays, whoever put it there, and whenever.

    Raises KansliError of exit code 6 where it cannot be written.
    """
    target = path.resolve()
    draft = target.with_name(f".{target.name}.{os.getpid()}.ny")
    with told_in_swedish(path):
        _clear(target)
        try:
            with draft.open("xb") as file:
                fcntl.flock(file.fileno(), fcntl.LOCK_EX)  # as above
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            draft.chmod(0o444)
            os.link(draft, target)  # link(2) takes no name that is taken
        finally:
            draft.unlink(missing_ok=True)


def _clear(target: Path) -> None:
    """Remove the drafts that no run holds any longer."""
    for draft in target.parent.glob(f".{escape(target.name)}.*.ny"):
        try:
            with draft.open("rb") as file:
                fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
                draft.unlink(missing_ok=True)
        except OSError:
            continue  # held by a run that is at it, or not ours to remove: neither is in the way
