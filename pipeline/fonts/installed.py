"""Fonts installed on the computer: searched only for characters that no font of the program has.

What is found depends on the computer, so it is named in a finding, and never serves text that other fonts cover.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from pipeline.fonts.face import FontFace
from pipeline.fonts.files import MOST_FILES, faces_of, is_font

_STYLED = ("bold", "italic", "oblique", "light", "thin", "black", "medium", "condensed", "mono", "narrow", "display")


def font_folders() -> tuple[Path, ...]:
    """Return where fonts lie on this kind of computer."""
    home = Path.home()
    if sys.platform == "win32":
        windows = Path(os.environ.get("WINDIR", r"C:\Windows"))
        return (windows / "Fonts", home / "AppData" / "Local" / "Microsoft" / "Windows" / "Fonts")
    if sys.platform == "darwin":
        return (Path("/System/Library/Fonts"), Path("/Library/Fonts"), home / "Library" / "Fonts")
    shared = (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"))
    return (*shared, home / ".local" / "share" / "fonts", home / ".fonts")


@dataclass
class InstalledFonts:
    """The fonts below some folders, by what they cover. They are read the first time that a character is asked for."""

    folders: tuple[Path, ...]
    _coverage: list[tuple[FontFace, Any]] | None = field(default=None, repr=False)

    def having(self, character: str) -> FontFace | None:
        """Return the first font that has a character and may be embedded: plain styles first, then by file name."""
        if self._coverage is None:
            self._coverage = list(self._read())
        code = ord(character)
        return next((face for face, covered in self._coverage if code in covered), None)

    def _read(self) -> Iterator[tuple[FontFace, Any]]:
        for path in sorted(self._files(), key=_rank)[:MOST_FILES]:
            for face in faces_of(path):
                if face.has_outlines and face.may_be_embedded:
                    yield face, face.hb_face.unicodes

    def _files(self) -> Iterator[Path]:
        for folder in self.folders:
            for place, _, names in os.walk(folder):
                yield from (Path(place, name) for name in names if is_font(name))


@lru_cache(maxsize=1)
def installed_fonts() -> InstalledFonts:
    """Return the fonts of this computer, read once in a process."""
    return InstalledFonts(font_folders())


def _rank(path: Path) -> tuple[int, str, str]:
    stem = path.stem.lower()
    return sum(word in stem for word in _STYLED), stem, str(path)
