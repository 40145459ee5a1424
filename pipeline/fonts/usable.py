"""Whether a font file that others bring can be used in a PDF, and why not."""

from __future__ import annotations

import struct

from pipeline.fonts.cff import is_sound
from pipeline.fonts.face import FontFace, UnreadableFont

BROKEN = "filen är skadad"
FORBIDDEN = "dess licens tillåter inte att det bäddas in"
NO_OUTLINES = "det har inga konturer som en PDF kan ha"


def why_not(face: FontFace) -> str:
    """Return why a font cannot be used, in Swedish, "" when it can: it is whole, has outlines and its licence."""
    try:
        if not face.hb_face.glyph_count:
            return BROKEN
        if not face.has_outlines:
            return NO_OUTLINES
        if not face.may_be_embedded:
            return FORBIDDEN
        return "" if _is_whole(face) else BROKEN
    except (UnreadableFont, OSError, struct.error, ValueError, RuntimeError):
        return BROKEN


def _is_whole(face: FontFace) -> bool:
    """Return whether what a PDF takes from a font can be read: its measures, and the outlines of all its glyphs."""
    if face.units_per_em <= 0 or face.line_metrics.height <= 0 or not face.bounding_box:
        return False
    glyphs = face.subset(set(range(face.hb_face.glyph_count)))
    return bool(glyphs) and (not face.is_cff or is_sound(glyphs))
