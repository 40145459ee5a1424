"""Fonts that a Word file brings with it, scrambled by a key (ECMA-376 part 1, 17.8.1 and 17.8.3.3 to 17.8.3.6)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pipeline.fonts.bundled import STYLES, nearest_styles
from pipeline.fonts.face import FontFace
from pipeline.fonts.families import Embedded
from pipeline.fonts.usable import why_not

LARGEST = 40_000_000
_SCRAMBLED = 32
_KEY = 16


@dataclass
class EmbeddedFonts:
    """The fonts of a file, read when they are asked for. ``part`` gives a part's bytes, None where there is none.

    ``refused`` tells why a family's font is not used, in Swedish, by the family's name.
    """

    part: Callable[[str], bytes | None] = lambda _name: None
    refused: dict[str, str] = field(default_factory=dict)
    _read: dict[str, FontFace | None] = field(default_factory=dict, repr=False)

    def face(
        self, family: str, fonts: Mapping[tuple[bool, bool], Embedded], *, bold: bool, italic: bool
    ) -> tuple[FontFace, bool, bool] | None:
        """Return the font for a style or the nearest, and whether it is bold and italic; None when none can be used."""
        for style in nearest_styles(bold=bold, italic=italic):
            font = fonts.get(style)
            if font is not None and (face := self._face(family, style, font)) is not None:
                return face, *style
        return None

    def _face(self, family: str, style: tuple[bool, bool], font: Embedded) -> FontFace | None:
        if font.part not in self._read:
            data = self.part(font.part)
            self._read[font.part] = None
            if data is None or len(data) > LARGEST:
                self.refused[family] = "filen saknas i paketet" if data is None else "filen är för stor"
            else:
                face = FontFace(Path(f"{family}-{STYLES[style]}.ttf"), data=unscrambled(data, font.key))
                reason = why_not(face)
                self._read[font.part] = None if reason else face
                if reason:
                    self.refused[family] = reason
        return self._read[font.part]


def unscrambled(data: bytes, key: str) -> bytes:
    """Return a font file whose first 32 bytes were scrambled with a key, a GUID; without a key as it is (17.8.1)."""
    try:
        code = bytes.fromhex(key.strip("{} ").replace("-", ""))[::-1]
    except ValueError:
        code = b""
    if len(code) != _KEY or len(data) < _SCRAMBLED:
        return data
    start = bytes(byte ^ code[at % _KEY] for at, byte in enumerate(data[:_SCRAMBLED]))
    return start + data[_SCRAMBLED:]
