"""Where a character is looked for that the font of the text lacks: by its block, then in all that know signs."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from pipeline.fonts.characters import is_wide
from pipeline.fonts.metrics import LineMetrics

PLAIN = ("dejavu sans", "liberation sans", "liberation serif", "carlito")
_SIGNS = (
    "noto sans symbols2",
    "noto sans symbols",
    "noto sans math",
    "droid sans fallback",
    "noto sans cjk jp",
    "noto emoji",
    "noto music",
)
_HAN, _HANGUL = "droid sans fallback", "wenquanyi micro hei"

# First and last character of a stretch of Unicode, and the family that has its script (Unicode, Blocks.txt).
_BLOCKS: tuple[tuple[int, int, str], ...] = (
    (0x0530, 0x058F, "noto sans armenian"),
    (0x0590, 0x05FF, "noto sans hebrew"),
    (0x0600, 0x06FF, "noto naskh arabic"),
    (0x0700, 0x074F, "noto sans syriac"),
    (0x0750, 0x077F, "noto naskh arabic"),
    (0x0780, 0x07BF, "noto sans thaana"),
    (0x08A0, 0x08FF, "noto naskh arabic"),
    (0x0900, 0x097F, "noto sans devanagari"),
    (0x0980, 0x09FF, "noto sans bengali"),
    (0x0A00, 0x0A7F, "noto sans gurmukhi"),
    (0x0A80, 0x0AFF, "noto sans gujarati"),
    (0x0B00, 0x0B7F, "noto sans oriya"),
    (0x0B80, 0x0BFF, "noto sans tamil"),
    (0x0C00, 0x0C7F, "noto sans telugu"),
    (0x0C80, 0x0CFF, "noto sans kannada"),
    (0x0D00, 0x0D7F, "noto sans malayalam"),
    (0x0D80, 0x0DFF, "noto sans sinhala"),
    (0x0E00, 0x0E7F, "noto sans thai"),
    (0x0E80, 0x0EFF, "noto sans lao"),
    (0x0F00, 0x0FFF, "noto serif tibetan"),
    (0x1000, 0x109F, "noto sans myanmar"),
    (0x10A0, 0x10FF, "noto sans georgian"),
    (0x1100, 0x11FF, _HANGUL),
    (0x1200, 0x139F, "noto sans ethiopic"),
    (0x13A0, 0x13FF, "noto sans cherokee"),
    (0x16A0, 0x16FF, "noto sans runic"),
    (0x1780, 0x17FF, "noto sans khmer"),
    (0x1800, 0x18AF, "noto sans mongolian"),
    (0x19E0, 0x19FF, "noto sans khmer"),
    (0x2D00, 0x2D2F, "noto sans georgian"),
    (0x2D80, 0x2DDF, "noto sans ethiopic"),
    (0x2E80, 0x312F, _HAN),
    (0x3130, 0x318F, _HANGUL),
    (0x3190, 0x9FFF, _HAN),
    (0xA8E0, 0xA8FF, "noto sans devanagari"),
    (0xAA60, 0xAA7F, "noto sans myanmar"),
    (0xAB00, 0xAB2F, "noto sans ethiopic"),
    (0xAB70, 0xABBF, "noto sans cherokee"),
    (0xAC00, 0xD7FF, _HANGUL),
    (0xF900, 0xFAFF, _HAN),
    (0xFB1D, 0xFB4F, "noto sans hebrew"),
    (0xFB50, 0xFDFF, "noto naskh arabic"),
    (0xFE30, 0xFE4F, _HAN),
    (0xFE70, 0xFEFE, "noto naskh arabic"),
    (0xFF00, 0xFFEF, _HAN),
    (0x1D000, 0x1D24F, "noto music"),
    (0x1D400, 0x1D7FF, "noto sans math"),
    (0x1F1E6, 0x1F1FF, "noto emoji"),
    (0x1F300, 0x1F64F, "noto emoji"),
    (0x1F680, 0x1F6FF, "noto emoji"),
    (0x1F900, 0x1F9FF, "noto emoji"),
    (0x1FA70, 0x1FAFF, "noto emoji"),
    (0x20000, 0x2FFFF, _HAN),
)
# What lines need for the fonts that Word takes such characters from: MS Gothic, SimSun and the like, Segoe UI Symbol.
_EAST_ASIAN, _SYMBOL = LineMetrics(1.0094, 0.2906, 0.0), LineMetrics(1.0791, 0.2510, 0.0)
_FIRST_SYMBOL, _LAST_SYMBOL, _FIRST_PICTURE, _LAST_PICTURE = "\u2600", "\u27bf", "\U0001f000", "\U0001fbff"
_STARTS = tuple(first for first, _, _ in _BLOCKS)


def line_of(character: str) -> LineMetrics | None:
    """Return what a line needs for a character that Word takes from another font, None where that is not known."""
    if _FIRST_SYMBOL <= character <= _LAST_SYMBOL or _FIRST_PICTURE <= character <= _LAST_PICTURE:
        return _SYMBOL
    return _EAST_ASIAN if is_wide(character) else None


def families_for(character: str) -> Iterator[str]:
    """Yield the families of the program to look for a character in, the one of its block first, each once."""
    code = ord(character)
    at = bisect_right(_STARTS, code) - 1
    own = _BLOCKS[at][2] if at >= 0 and code <= _BLOCKS[at][1] else ""
    if own:
        yield own
    yield from (family for family in (*PLAIN, *_SIGNS) if family != own)
