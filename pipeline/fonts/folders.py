"""Fonts in folders that a municipality gives, found by the names of their files or of the fonts in them."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from pipeline.fonts.bundled import STYLES, nearest_styles
from pipeline.fonts.face import FontFace, UnreadableFont
from pipeline.fonts.files import MOST_FILES, faces_of, is_font
from pipeline.fonts.usable import why_not

_Style = tuple[bool, bool]
_STYLE_NAMES = {name.lower(): style for style, name in STYLES.items()}


@dataclass
class FolderFonts:
    """The fonts of some folders, read the first time that a family is asked for; the first folder goes first.

    ``refused`` tells why a font that was asked for is not used, in Swedish, by the family's name.
    """

    folders: tuple[Path, ...] = ()
    refused: dict[str, str] = field(default_factory=dict)
    _families: dict[str, dict[_Style, FontFace]] | None = field(default=None, repr=False)
    _checked: dict[tuple[Path, int], str] = field(default_factory=dict, repr=False)

    def face(self, family: str, *, bold: bool, italic: bool) -> tuple[FontFace, bool, bool] | None:
        """Return the font for a style or the nearest, and whether it is bold and italic; None when none can be used."""
        if not self.folders:
            return None
        if self._families is None:
            self._families = self._read()
        faces = self._families.get(_plain(family), {})
        for style in nearest_styles(bold=bold, italic=italic):
            face = faces.get(style)
            if face is not None and self._may_be_used(family, face):
                return face, *style
        return None

    def _may_be_used(self, family: str, face: FontFace) -> bool:
        key = face.path, face.index
        if key not in self._checked:
            self._checked[key] = why_not(face)
        if self._checked[key]:
            self.refused[family] = f"{face.path.name}: {self._checked[key]}"
        return not self._checked[key]

    def _read(self) -> dict[str, dict[_Style, FontFace]]:
        by_file: dict[str, dict[_Style, FontFace]] = {}
        by_name: dict[str, dict[_Style, FontFace]] = {}
        for path in self._files():
            stem, _, style = path.stem.rpartition("-")
            faces = list(faces_of(path)) or [FontFace(path)]
            if style.lower() in _STYLE_NAMES:
                by_file.setdefault(_plain(stem), {}).setdefault(_STYLE_NAMES[style.lower()], faces[0])
            for face in faces:
                for name in _names(face):
                    by_name.setdefault(_plain(name), {}).setdefault(_style(face), face)
        return {name: by_name.get(name, {}) | by_file.get(name, {}) for name in (*by_name, *by_file)}

    def _files(self) -> Iterator[Path]:
        found = 0
        for folder in self.folders:
            for path in sorted(folder.iterdir()) if folder.is_dir() else ():
                if is_font(path.name) and found < MOST_FILES:
                    found += 1
                    yield path


def _plain(name: str) -> str:
    return name.lower().replace(" ", "")


def _names(face: FontFace) -> tuple[str, ...]:
    """Return the names of a font's family; none for a file that cannot be read."""
    try:
        return face.family_names if face.hb_face.glyph_count else ()
    except (UnreadableFont, struct.error):
        return ()


def _style(face: FontFace) -> _Style:
    """Return whether a font says that it is bold and italic (OS/2 ``fsSelection``, else ``head`` macStyle)."""
    os2, head = face.table("OS/2"), face.table("head")
    if len(os2) >= 64:
        flags = int.from_bytes(os2[62:64], "big")
        return bool(flags & 0x20), bool(flags & 0x01)
    flags = int.from_bytes(head[44:46], "big")
    return bool(flags & 1), bool(flags & 2)
