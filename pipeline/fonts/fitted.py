"""A face that is set as wide as another: its glyphs stretched by one measure, each with the other's advance width."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from pipeline.fonts.face import FontFace, Shaped

NARROWEST, WIDEST = 0.8, 1.25
_SAMPLE = (
    "kommunstyrelsen beslutar att godkänna delårsrapporten och överlämna den till kommunfullmäktige för beslut "
    "the quick brown fox jumps over the lazy dog while the committee reads its report for the first half of the year "
)


@dataclass
class FittedFace(FontFace):
    """A face with the widths of another family: characters' advances as shares of the size; the rest stay its own.

    It is drawn ``stretch`` times as wide as it is, so its advances in font units are what is left of the other's.
    """

    base: FontFace = field(kw_only=True)
    widths: Mapping[str, float] = field(kw_only=True, repr=False)

    @cached_property
    def hb_face(self) -> Any:
        """Return HarfBuzz's view of the file, shared with the plain face."""
        return self.base.hb_face

    @cached_property
    def hb_font(self) -> Any:
        """Return the face at one unit per font unit, shared with the plain face."""
        return self.base.hb_font

    @property
    def embedded_as(self) -> FontFace:
        """Return the plain face, whose glyphs a file holds once for both."""
        return self.base.embedded_as

    @cached_property
    def stretch(self) -> float:
        """Return how much wider than its own its glyphs are drawn, so that ordinary text gets the other's width."""
        drawn = _SAMPLE.replace(" ", "")
        known = [character for character in drawn if character in self.widths and self.base.glyph(character)]
        own = sum(self.base.advance(self.base.glyph(character)) for character in known)
        wanted = sum(self.widths[character] for character in known) * self.units_per_em
        return min(max(wanted / own, NARROWEST), WIDEST) if own else 1.0

    def _shape(self, text: str, *, kern: bool, rtl: bool) -> Shaped:
        shaped = super()._shape(text, kern=kern, rtl=rtl)
        changes = [self._change(text[at], glyph) for at, glyph in zip(shaped.clusters, shaped.glyphs, strict=True)]
        if not any(changes):
            return shaped
        advances = tuple(advance + change for advance, change in zip(shaped.advances, changes, strict=True))
        moved = shaped.offsets or ((0, 0),) * len(changes)
        offsets = tuple((dx + change // 2, dy) for (dx, dy), change in zip(moved, changes, strict=True))
        return replace(shaped, advances=advances, offsets=offsets, width=sum(advances), is_plain=False)

    def _change(self, character: str, glyph: int) -> int:
        wanted = self.widths.get(character)
        own = self.advance(glyph)
        if wanted is None or not own:
            return 0
        return round(wanted * self.units_per_em / self.stretch) - own
