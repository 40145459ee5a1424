"""PostScript outlines (CFF) of a font file, as a PDF embeds them: bare, with their glyphs' CIDs (ISO 32000-1, 9.9)."""

from __future__ import annotations

from io import BytesIO

from pipeline.fonts.face import table_of


def outlines_of(font: bytes) -> bytes:
    """Return the CFF program of an OpenType font file."""
    return table_of(font, "CFF ")


def cids_of(font: bytes) -> dict[int, int]:
    """Return the CID of every glyph of a font whose CFF program is CID-keyed; empty when glyphs are their own CIDs."""
    from fontTools.cffLib import CFFFontSet  # noqa: PLC0415 - costs time that papers in TrueType save

    program = CFFFontSet()
    program.decompile(BytesIO(outlines_of(font)), None)
    top = program[0]
    if not hasattr(top, "ROS"):
        return {}
    return {glyph: int(name[3:]) if name.startswith("cid") else 0 for glyph, name in enumerate(top.charset)}


def is_sound(font: bytes) -> bool:
    """Return whether the CFF program of a font file can be read; a damaged one fails in more ways than can be named."""
    try:
        cids_of(font)
    except Exception:
        return False
    return True
