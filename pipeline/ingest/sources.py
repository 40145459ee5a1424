"""All files of a folder of inputs as they lie there, for the one who keeps what the papers were made of."""

from __future__ import annotations

from pathlib import Path

from pipeline.ingest.folder import MAX_FILE_BYTES, Folder
from pipeline.ingest.reporting import Reporter


def files_in(folder: Path) -> dict[str, bytes]:
    """Return the files of a folder and of those below by name, without hidden and passing ones.

    Left out is what the stage never reads either: files beyond its limit of size and links that lead out of the folder.
    Raises OSError where a file or folder cannot be read: what the papers were made of is kept whole or not at all.
    """
    root = folder.resolve()
    found = {}
    for name in Folder(folder, Reporter()).files():
        path = folder / name
        if path.resolve().is_relative_to(root) and path.stat().st_size <= MAX_FILE_BYTES:
            found[name] = path.read_bytes()
    return found
