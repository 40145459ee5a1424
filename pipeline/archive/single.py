"""One file, written whole or not at all."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from glob import escape
from pathlib import Path

from pipeline.archive.trouble import told_in_swedish


def write_file(path: Path, data: bytes) -> None:
    """Write ``data`` to ``path`` by way of a hidden file beside it; an earlier file stays whole until then.

    What a killed run left beside it is cleared away.
    Raises KansliError of exit code 6 where it cannot be written.
    """
    with told_in_swedish(path), _draft(path.resolve(), data) as draft:
        draft.replace(path.resolve())


def write_new_file(path: Path, data: bytes) -> None:
    """Write ``data`` to ``path``, where nothing may be: what is there stays, whoever put it there, and whenever.

    Raises KansliError of exit code 6 where it cannot be written.
    """
    with told_in_swedish(path), _draft(path.resolve(), data) as draft:
        draft.chmod(0o444)
        os.link(draft, path.resolve())  # link(2) takes no name that is taken


@contextmanager
def _draft(target: Path, data: bytes) -> Iterator[Path]:
    """Give a hidden file beside the target that holds the data and is on the disk; afterwards it is gone, or moved."""
    _clear(target)
    draft = target.with_name(f".{target.name}.{os.getpid()}.ny")
    try:
        with draft.open("xb") as file:
            fcntl.flock(file.fileno(), fcntl.LOCK_EX)  # the kernel lets go of it when the run ends, however it ends
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
            yield draft
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
