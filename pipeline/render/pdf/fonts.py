"""Fonts in the file: embedded subsets with widths and the way back to Unicode (ISO 32000-1, 9.7 and 9.10)."""

from __future__ import annotations

import hashlib
import itertools
from dataclasses import dataclass, field

from pipeline.fonts.face import FontFace, Shaped
from pipeline.render.pdf.objects import Array, Dictionary, File, numbers, stream

_CMAP = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
{ranges}
endcmap
CMapName currentdict /CMap defineresource pop
end
end"""


@dataclass
class EmbeddedFont:
    """A face that is used in the file: what it has drawn so far decides what is embedded."""

    face: FontFace
    name: str
    glyphs: dict[int, str] = field(default_factory=dict)
    _codes: dict[int, tuple[Shaped, str]] = field(default_factory=dict, repr=False)

    def codes(self, shaped: Shaped, text: str) -> str:
        """Return shaped text as hexadecimal codes, and remember what each glyph stands for."""
        known = self._codes.get(id(shaped))
        if known is None:
            self._remember(shaped, text)
            known = self._codes[id(shaped)] = (shaped, "".join(f"{glyph:04x}" for glyph in shaped.glyphs))
        return known[1]

    def _remember(self, shaped: Shaped, text: str) -> None:
        starts = sorted({*shaped.clusters, len(text)})
        following = dict(itertools.pairwise(starts))
        seen: set[int] = set()
        for glyph, cluster in zip(shaped.glyphs, shaped.clusters, strict=True):
            characters = text[cluster : following[cluster]] if cluster not in seen else ""
            seen.add(cluster)
            if not self.glyphs.get(glyph):
                self.glyphs[glyph] = characters

    def write(self, file: File) -> bytes:
        """Write the font and return the reference to it."""
        face = self.face
        used = set(self.glyphs)
        data = face.subset(used)
        tag = "".join(chr(ord("A") + byte % 26) for byte in hashlib.sha256(data).digest()[:6])
        base_name = f"/{tag}+{face.postscript_name}"
        program = file.add(self._program(data))
        descriptor = file.add(self._descriptor(base_name, program))
        descendant = file.add(self._descendant(base_name, descriptor, used))
        unicode_map = file.add(stream(self._unicode_map().encode()))
        return file.add(
            Dictionary(
                {
                    "Type": "/Font",
                    "Subtype": "/Type0",
                    "BaseFont": base_name,
                    "Encoding": "/Identity-H",
                    "DescendantFonts": Array([descendant]),
                    "ToUnicode": unicode_map,
                }
            )
        )

    def _program(self, data: bytes) -> object:
        extra: dict[str, object] = {"Subtype": "/OpenType"} if self.face.is_cff else {"Length1": len(data)}
        return stream(data, extra)

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

    def _descendant(self, base_name: str, descriptor: bytes, used: set[int]) -> object:
        face = self.face
        scale = 1000 / face.units_per_em
        widths = " ".join(f"{glyph} [{face.advance(glyph) * scale:.4g}]" for glyph in sorted(used))
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

    def _unicode_map(self) -> str:
        pairs = [
            f"<{glyph:04x}> <{text.encode('utf-16-be').hex()}>" for glyph, text in sorted(self.glyphs.items()) if text
        ]
        blocks = [pairs[start : start + 100] for start in range(0, len(pairs), 100)]
        ranges = "\n".join("\n".join([f"{len(block)} beginbfchar", *block, "endbfchar"]) for block in blocks)
        return _CMAP.format(ranges=ranges)
