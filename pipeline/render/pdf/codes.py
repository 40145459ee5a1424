"""Codes of a font's glyphs in the file: one for each glyph and text that it stands for (ISO 32000-1, 9.7.5, 9.10.3).

A glyph that stands for one text has its own number as its code, and the encoding is the identity. Where one glyph
stands for several (a replacement for many characters, the space for spaces of several kinds), each text gets a code of
its own, so that what is read back is what was written.
"""

from __future__ import annotations

import itertools
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from pipeline.fonts.characters import is_ignorable
from pipeline.fonts.face import Shaped

LAST_CODE = 0xFFFF
_WORDLESS = "\u200b"  # what a glyph is called that stands for no character of its own

_CMAP = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering ({ordering}) /Supplement 0 >> def
/CMapName /{name} def
/CMapType {kind} def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
{ranges}
endcmap
CMapName currentdict /CMap defineresource pop
end
end"""


@dataclass(frozen=True, slots=True)
class Shown:
    """Shaped text as codes; ``actual`` is its text where the codes alone do not tell it (ISO 19005-2, 6.2.11.7.3).

    ``array`` are its codes with adjustments where shaping moved glyphs aside; ``is_uneven`` tells that some were moved
    up or down.
    """

    codes: tuple[int, ...]
    digits: str
    actual: str = ""
    array: str = ""
    is_uneven: bool = False

    @property
    def stands_alone(self) -> bool:
        """Return whether more than codes and adjustments shows it."""
        return self.is_uneven or self.actual != ""


@dataclass
class GlyphCodes:
    """The codes given so far, for a font of ``glyph_count`` glyphs."""

    glyph_count: int
    glyphs: dict[int, int] = field(default_factory=dict)
    texts: dict[int, str] = field(default_factory=dict)
    _codes: dict[tuple[int, str], int] = field(default_factory=dict, repr=False)
    _next: int = 0

    def shown(self, shaped: Shaped, text: str) -> Shown:
        """Return shaped text as codes, and remember what each stands for."""
        parts = list(_parts(shaped, text))
        codes = tuple([self._code(glyph, part) for glyph, part in parts])
        told = [self.texts[code] for code in codes] == [part for _, part in parts] and not _is_private(text)
        actual = "" if told else "".join(ch for ch in text if not is_ignorable(ch))
        return Shown(codes, "".join([f"{code:04x}" for code in codes]), actual)

    def _code(self, glyph: int, text: str) -> int:
        known = self._codes.get((glyph, text))
        if known is None:
            known = self._codes[glyph, text] = self._new(glyph, text or _WORDLESS)
        return known

    def _new(self, glyph: int, text: str) -> int:
        if glyph not in self.glyphs:
            code = glyph
        else:
            self._next = max(self._next, self.glyph_count)
            code = self._next if self._next <= LAST_CODE else glyph
            self._next += 1
        self.glyphs[code] = glyph
        self.texts.setdefault(code, text)
        return code

    @property
    def are_glyphs(self) -> bool:
        """Return whether every code is its glyph's number."""
        return all(code == glyph for code, glyph in self.glyphs.items())

    def unicode_map(self) -> str:
        """Return the way from codes to Unicode."""
        pairs = [f"<{code:04x}> <{_utf16(text)}>" for code, text in sorted(self.texts.items())]
        ranges = _blocks(pairs, "bfchar")
        return _CMAP.format(ordering="UCS", name="Adobe-Identity-UCS", kind=2, ranges=ranges)

    def encoding(self, cids: Mapping[int, int]) -> str:
        """Return the way from codes to the font's glyphs, by their CIDs."""
        pairs = [f"<{code:04x}> {cids.get(glyph, glyph)}" for code, glyph in sorted(self.glyphs.items())]
        return _CMAP.format(ordering="Identity", name="Kansli-H", kind=1, ranges=_blocks(pairs, "cidchar"))


def _is_private(text: str) -> bool:
    return not text.isascii() and any(unicodedata.category(character) == "Co" for character in text)


def _parts(shaped: Shaped, text: str) -> Iterator[tuple[int, str]]:
    """Yield each glyph with the characters that it stands for; of several for one cluster, the first has them."""
    if shaped.clusters == tuple(range(len(text))):
        yield from zip(shaped.glyphs, text, strict=True)
        return
    following = dict(itertools.pairwise(sorted({*shaped.clusters, len(text)})))
    seen: set[int] = set()
    for glyph, cluster in zip(shaped.glyphs, shaped.clusters, strict=True):
        characters = "" if cluster in seen else text[cluster : following[cluster]]
        seen.add(cluster)
        if len(characters) > 1:
            characters = "".join(ch for ch in characters if not is_ignorable(ch))
        yield glyph, characters


def _utf16(text: str) -> str:
    return text.encode("utf-16-be", "replace").hex()


def _blocks(pairs: Sequence[str], kind: str) -> str:
    blocks = [pairs[start : start + 100] for start in range(0, len(pairs), 100)]
    return "\n".join("\n".join([f"{len(block)} begin{kind}", *block, f"end{kind}"]) for block in blocks)
