"""Font files on disk: which files are fonts, and the faces in them."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path

from pipeline.fonts.face import FontFace, UnreadableFont

MOST_FILES = 4000
LARGEST_FILE = 80_000_000
MOST_FACES = 64
_SUFFIXES = {".ttf", ".otf", ".ttc", ".otc"}


def is_font(name: str) -> bool:
    """Return whether a file of this name is taken for a font."""
    return Path(name).suffix.lower() in _SUFFIXES


def faces_of(path: Path) -> Iterator[FontFace]:
    """Yield the faces of a file that have glyphs; a file that cannot be read has none."""
    try:
        if path.stat().st_size > LARGEST_FILE:
            return
        with path.open("rb") as file:
            start = file.read(12)
        count = struct.unpack(">L", start[8:12])[0] if start[:4] == b"ttcf" else 1
        for index in range(min(count, MOST_FACES)):
            face = FontFace(path, index)
            if face.hb_face.glyph_count:
                yield face
    except (OSError, struct.error, UnreadableFont):
        return
