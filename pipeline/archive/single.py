"""One file, written whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

from pipeline.archive.publish import write_through
from pipeline.archive.trouble import told_in_swedish


def write_file(path: Path, data: bytes) -> None:
    """Write ``data`` to ``path`` by way of a hidden file beside it; an earlier file stays whole until then.

    Raises KansliError of exit code 6 where it cannot be written.
    """
    target = path.resolve()
    draft = target.with_name(f".{target.name}.{os.getpid()}.ny")
    with told_in_swedish(path):
        try:
            write_through(draft, data)
            draft.replace(target)
        finally:
            draft.unlink(missing_ok=True)
