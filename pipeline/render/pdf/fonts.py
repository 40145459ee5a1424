"""Fonts in the file: embedded subsets with widths and the way back to Unicode (ISO 32000-1, 9.7 and 9.10)."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field

from pipeline.fonts.cff import cids_of, outlines_of
from pipeline.fonts.face import FontFace, Shaped
from pipeline.render.pdf.codes import GlyphCodes, Shown
from pipeline.render.pdf.glyphs import arranged
from pipeline.render.pdf.objects import Array, Dictionary, File, numbers, stream


@dataclass
class EmbeddedFont:
    """A face that is used in the file: what it has drawn so far decides what is embedded."""

    face: FontFace
    name: str
    given: GlyphCodes = field(init=False)
    _shown: dict[int, tuple[Shaped, Shown]] = field(default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        self.given = GlyphCodes(int(self.face.hb_face.glyph_count))

    def codes(self, shaped: Shaped, text: str) -> Shown:
        """Return shaped text as codes, and remember what each glyph stands for."""
        known = self._shown.get(id(shaped))
        if known is None:
            shown = self.given.shown(shaped, text)
            if not shaped.is_plain:
                shown = arranged(shown, shaped, self.face)
            known = self._shown[id(shaped)] = (shaped, shown)
        return known[1]

    def write(self, file: File) -> bytes:
        """Write the font and return the reference to it."""
        face = self.face
        used = set(self.given.glyphs.values())
        data = face.subset(used)
        cids = cids_of(data) if face.is_cff else {}
        tag = "".join(chr(ord("A") + byte % 26) for byte in hashlib.sha256(data).digest()[:6])
        base_name = f"/{tag}+{face.postscript_name}"
        program = file.add(self._program(data))
        descriptor = file.add(self._descriptor(base_name, program))
        descendant = file.add(
            self._descendant(base_name, descriptor, {glyph: cids.get(glyph, glyph) for glyph in used})
        )
        unicode_map = file.add(stream(self.given.unicode_map().encode()))
        return file.add(
            Dictionary(
                {
                    "Type": "/Font",
                    "Subtype": "/Type0",
                    "BaseFont": base_name,
                    "Encoding": self._encoding(file, cids),
                    "DescendantFonts": Array([descendant]),
                    "ToUnicode": unicode_map,
                }
            )
        )

    def _program(self, data: bytes) -> object:
        if self.face.is_cff:
            return stream(outlines_of(data), {"Subtype": "/CIDFontType0C"})
        return stream(data, {"Length1": len(data)})

    def _encoding(self, file: File, cids: Mapping[int, int]) -> object:
        """Return the way from codes to CIDs: the identity, or a map of its own where it is not (9.7.5.3)."""
        if self.given.are_glyphs and all(glyph == cid for glyph, cid in cids.items()):
            return "/Identity-H"
        entries = {
            "Type": "/CMap",
            "CMapName": "/Kansli-H",
            "CIDSystemInfo": "<< /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>",
            "WMode": 0,
        }
        return file.add(stream(self.given.encoding(cids).encode(), entries))

    def _descriptor(self, base_name: str, program: bytes) -> object:
        face = self.face
        scale = 1000 / face.units_per_em
        metrics = face.line_metrics
        return Dictionary(
            {
                "Type": "/FontDescriptor",
                "FontName": base_name,
                "Flags": 4,
                "FontBBox": numbers(round(side * scale) for side in face.bounding_box),
                "ItalicAngle": round(face.italic_angle, 1),
                "Ascent": round(metrics.ascent * 1000),
                "Descent": -round(metrics.descent * 1000),
                "CapHeight": round(face.cap_height * scale),
                "StemV": 80,
                "FontFile3" if face.is_cff else "FontFile2": program,
            }
        )

    def _descendant(self, base_name: str, descriptor: bytes, used: Mapping[int, int]) -> object:
        face = self.face
        scale = 1000 / face.units_per_em
        widths = " ".join(
            f"{cid} [{face.advance(glyph) * scale:.6g}]"
            for cid, glyph in sorted((cid, glyph) for glyph, cid in used.items())
        )
        entries: dict[str, object] = {
            "Type": "/Font",
            "Subtype": "/CIDFontType0" if face.is_cff else "/CIDFontType2",
            "BaseFont": base_name,
            "CIDSystemInfo": "<< /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>",
            "FontDescriptor": descriptor,
            "W": f"[{widths}]",
        }
        if not face.is_cff:
            entries["CIDToGIDMap"] = "/Identity"
        return Dictionary(entries)
