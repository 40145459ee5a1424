"""Whether a font file that others bring can be used in a PDF, and why not."""

from __future__ import annotations

import struct

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
        whole = face.units_per_em > 0 and face.line_metrics.height > 0 and len(face.bounding_box) > 0
        return "" if whole and face.subset({0}) else BROKEN
    except (UnreadableFont, OSError, struct.error, ValueError, RuntimeError):
        return BROKEN
