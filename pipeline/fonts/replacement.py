"""The face of last resort: every character as one sign, so that what no font has is still seen and read back."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from pipeline.fonts.face import FontFace, Shaped

SIGN = "\ufffd"
_FULL_WIDTH = {"W", "F"}


@dataclass
class ReplacementFace(FontFace):
    """Shows each character as U+FFFD, as wide as the character itself would be: an em for a full-width one."""

    def glyph(self, character: str) -> int:
        """Return the replacement's glyph, for any character."""
        del character
        return super().glyph(SIGN)

    def _shape(self, text: str, *, kern: bool, rtl: bool) -> Shaped:
        del kern
        glyph = super().glyph(SIGN)
        order = range(len(text) - 1, -1, -1) if rtl else range(len(text))
        clusters = tuple(at for at in order if unicodedata.category(text[at]) != "Cf")
        advances = tuple(self._width(text[at], glyph) for at in clusters)
        return Shaped((glyph,) * len(clusters), advances, clusters, None, sum(advances), is_plain=False)

    def _width(self, character: str, glyph: int) -> int:
        full = unicodedata.east_asian_width(character) in _FULL_WIDTH
        return self.units_per_em if full else self.advance(glyph)
