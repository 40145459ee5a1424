"""One font file: its metrics, and text shaped with it by HarfBuzz."""

from __future__ import annotations

import struct
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import uharfbuzz as hb

from pipeline.fonts.characters import OTHER_SPACES
from pipeline.fonts.metrics import LineMetrics

UnreadableFont = hb.HarfBuzzError
_SHAPING = hb.BufferFlags.BOT | hb.BufferFlags.EOT | hb.BufferFlags.REMOVE_DEFAULT_IGNORABLES
_RESTRICTED, _NO_SUBSETS, _BITMAPS_ONLY = 0x2, 0x100, 0x200


@dataclass(frozen=True, slots=True)
class Shaped:
    """Text as glyphs: ids, advances in font units, and the index of the first character each stands for.

    ``is_plain`` tells that every glyph stands where its own advance puts it.
    """

    glyphs: tuple[int, ...]
    advances: tuple[int, ...]
    clusters: tuple[int, ...]
    offsets: tuple[tuple[int, int], ...] | None
    width: int
    is_plain: bool = True


@dataclass
class FontFace:
    """A font file, or the face ``index`` of a collection. Instances are shared: ask the library for one.

    ``data`` is the file where it lies in memory; ``path`` is then only its name.
    """

    path: Path
    index: int = 0
    data: bytes = field(default=b"", kw_only=True, repr=False)
    _cache: dict[tuple[str, bool, bool], Shaped] = field(default_factory=dict, repr=False)

    @cached_property
    def hb_face(self) -> Any:
        """Return HarfBuzz's view of the file."""
        blob = hb.Blob(self.data) if self.data else hb.Blob.from_file_path(str(self.path))
        return hb.Face(blob, self.index)

    @cached_property
    def hb_font(self) -> Any:
        """Return the face at one unit per font unit."""
        return hb.Font(self.hb_face)

    @property
    def embedded_as(self) -> FontFace:
        """Return the face whose glyphs a file holds for this one: itself, unless it only sets another's glyphs."""
        return self

    @cached_property
    def units_per_em(self) -> int:
        """Return the size of the em square."""
        return int(self.hb_face.upem)

    def table(self, tag: str) -> bytes:
        """Return a table of the font file, empty when it has none."""
        blob = self.hb_face.reference_table(tag)
        return bytes(blob.data) if blob else b""

    @cached_property
    def line_metrics(self) -> LineMetrics:
        """Return the line metrics as Windows computes them.

        Typographic metrics where the font asks for them (OS/2 fsSelection bit 7), else usWinAscent and usWinDescent and
        the external leading that ``hhea`` leaves beyond them (Microsoft, OpenType recommendations, "Baseline to
        baseline distances").
        """
        em = self.units_per_em
        h_ascent, h_descent, h_gap = struct.unpack(">hhh", self.table("hhea")[4:10])
        os2 = self.table("OS/2")
        if len(os2) < 78:
            return LineMetrics(h_ascent / em, -h_descent / em, max(h_gap, 0) / em)
        t_ascent, t_descent, t_gap, w_ascent, w_descent = struct.unpack(">hhhHH", os2[68:78])
        if struct.unpack(">H", os2[62:64])[0] & 0x80:
            return LineMetrics(t_ascent / em, -t_descent / em, t_gap / em)
        gap = max(0, h_gap - ((w_ascent + w_descent) - (h_ascent - h_descent)))
        return LineMetrics(w_ascent / em, w_descent / em, gap / em)

    @cached_property
    def bounding_box(self) -> tuple[int, int, int, int]:
        """Return the font's bounding box in font units (``head``)."""
        box = struct.unpack(">hhhh", self.table("head")[36:44])
        return (box[0], box[1], box[2], box[3])

    @cached_property
    def cap_height(self) -> int:
        """Return the height of capitals in font units (OS/2 version 2 and later, else 0.7 em)."""
        os2 = self.table("OS/2")
        has_it = len(os2) >= 90 and struct.unpack(">H", os2[:2])[0] >= 2
        return int(struct.unpack(">h", os2[88:90])[0]) if has_it else int(self.units_per_em * 0.7)

    @cached_property
    def italic_angle(self) -> float:
        """Return the slant in degrees counter-clockwise from the vertical (``post``)."""
        post = self.table("post")
        return struct.unpack(">l", post[4:8])[0] / 65536 if len(post) >= 8 else 0.0

    @cached_property
    def postscript_name(self) -> str:
        """Return a name for the PDF, from the file's own."""
        plain = "".join(ch for ch in self.path.stem if ch.isascii() and (ch.isalnum() or ch == "-")) or "Font"
        return f"{plain}-{self.index}" if self.index else plain

    @cached_property
    def family_name(self) -> str:
        """Return the family's name as the font gives it, else that of the file."""
        return str(self.hb_face.get_name(hb.OTNameIdPredefined.FONT_FAMILY) or self.path.stem)

    @property
    def family_names(self) -> tuple[str, ...]:
        """Return the names of the family, without those that the font does not give."""
        names = hb.OTNameIdPredefined
        found = (self.hb_face.get_name(name) for name in (names.FONT_FAMILY, names.TYPOGRAPHIC_FAMILY))
        return tuple(dict.fromkeys(str(name) for name in found if name))

    def glyph(self, character: str) -> int:
        """Return the glyph of a character, 0 when the font has none; that of a space serves the spaces it lacks."""
        found = int(self.hb_font.get_nominal_glyph(ord(character)) or 0)
        return self.glyph(" ") if not found and character in OTHER_SPACES else found

    def shape(self, text: str, *, kern: bool = False, rtl: bool = False) -> Shaped:
        """Return the text as glyphs; ligatures are off, as in Word, and kerning is on only where it is asked for.

        Characters that only direct the setting (zero-width spaces, joiners, marks of direction) have no glyph.
        """
        key = (text, kern, rtl)
        shaped = self._cache.get(key)
        if shaped is None:
            shaped = self._cache[key] = self._shape(text, kern=kern, rtl=rtl)
        return shaped

    def _shape(self, text: str, *, kern: bool, rtl: bool) -> Shaped:
        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        buffer.direction = "rtl" if rtl else "ltr"
        buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
        buffer.flags = _SHAPING
        hb.shape(self.hb_font, buffer, {"kern": kern, "liga": rtl, "clig": False})
        infos, positions = buffer.glyph_infos, [found.position for found in buffer.glyph_positions]
        advances = tuple([x_advance for _, _, x_advance, _ in positions])
        offsets = tuple([(dx, dy) for dx, dy, _, _ in positions])
        return Shaped(
            tuple([info.codepoint for info in infos]),
            advances,
            tuple([info.cluster for info in infos]),
            offsets if any(map(any, offsets)) else None,
            sum(advances),
            is_plain=not kern and (text.isascii() or self._is_plain(infos, positions)),
        )

    def _is_plain(self, infos: Any, positions: Any) -> bool:
        own = (self.advance(info.codepoint) for info in infos)
        return all((dx, dy, x) == (0, 0, a) for (dx, dy, x, _), a in zip(positions, own, strict=True))

    def subset(self, glyphs: set[int]) -> bytes:
        """Return a font file with only these glyphs, under the ids they have, without hints."""
        request = hb.SubsetInput()
        request.sets(hb.SubsetInputSets.GLYPH_INDEX).update(glyphs)
        request.flags = hb.SubsetFlags.RETAIN_GIDS | hb.SubsetFlags.NO_HINTING
        if self.hb_face.has_var_data:
            request.pin_all_axes_to_default(self.hb_face)
        return bytes(hb.subset(self.hb_face, request).blob.data)

    @cached_property
    def may_be_embedded(self) -> bool:
        """Return whether the font's licence lets a file carry a subset of its outlines (OS/2 ``fsType``)."""
        os2 = self.table("OS/2")
        rights = int.from_bytes(os2[8:10], "big") if len(os2) >= 10 else 0
        return rights & 0xF != _RESTRICTED and not rights & (_NO_SUBSETS | _BITMAPS_ONLY)

    @cached_property
    def has_outlines(self) -> bool:
        """Return whether its glyphs are outlines that a PDF can hold (TrueType or CFF, not bitmaps)."""
        tags = set(self.hb_face.table_tags)
        return bool(tags & {"glyf", "CFF "}) and not tags & {"CBDT", "sbix"}

    def advance(self, glyph: int) -> int:
        """Return a glyph's advance in font units."""
        return int(self.hb_font.get_glyph_h_advance(glyph))

    def reach(self, glyph: int) -> tuple[int, int]:
        """Return how far a glyph's outline goes above and below the baseline, in font units; 0, 0 for none."""
        box = self.hb_font.get_glyph_extents(glyph)
        return (0, 0) if box is None else (int(box.y_bearing), int(-box.y_bearing - box.height))

    @property
    def is_cff(self) -> bool:
        """Return whether the outlines are PostScript's (CFF)."""
        return bool(self.table("CFF "))


def table_of(font: bytes, tag: str) -> bytes:
    """Return a table of a font file in memory."""
    return bytes(hb.Face(font).reference_table(tag).data)
