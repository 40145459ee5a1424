"""Glyphs as operators: where shaping moved them aside, up or down (ISO 32000-1, 9.4.3)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from pipeline.fonts.face import FontFace, Shaped
from pipeline.render.layout.formats import Piece
from pipeline.render.pdf.codes import Shown
from pipeline.render.pdf.objects import number

_Glyph = tuple[int, int, int, int, int]


def arranged(shown: Shown, shaped: Shaped, face: FontFace) -> Shown:
    """Return shaped text with what shaping moved: an array where all stands on the line."""
    glyphs = _glyphs(shown, shaped)
    if any(glyph[4] for glyph in glyphs):
        return replace(shown, is_uneven=True)
    array = _moved(glyphs, face)
    return shown if array == f"<{shown.digits}>" else replace(shown, array=array)


def glyph_operators(piece: Piece, shown: Shown) -> Iterator[str]:
    """Yield the operators that show a piece's glyphs."""
    if not shown.is_uneven:
        yield f"[{shown.array}] TJ" if shown.array else f"<{shown.digits}> Tj"
        return
    face = piece.format.face
    raised = False
    for rise, stretch in groupby(_glyphs(shown, piece.shaped), key=lambda glyph: glyph[4]):
        if rise or raised:
            yield f"{number(rise * piece.format.size / face.units_per_em)} Ts"
        raised = bool(rise)
        yield f"[{_moved(list(stretch), face)}] TJ"
    if raised:
        yield "0 Ts"


def _glyphs(shown: Shown, shaped: Shaped) -> list[_Glyph]:
    offsets = shaped.offsets or ((0, 0),) * len(shaped.glyphs)
    return [
        (code, glyph, advance, dx, dy)
        for code, glyph, advance, (dx, dy) in zip(shown.codes, shaped.glyphs, shaped.advances, offsets, strict=True)
    ]


def _moved(glyphs: list[_Glyph], face: FontFace) -> str:
    """Return the elements of an array: codes, those that stand as they are in one string, and adjustments."""
    scale = 1000 / face.units_per_em
    parts: list[str] = []
    digits = ""
    for code, glyph, advance, dx, _ in glyphs:
        if dx:
            parts += [f"<{digits}>"] if digits else []
            parts.append(number(-dx * scale))
            digits = ""
        digits += f"{code:04x}"
        moved = (face.advance(glyph) - advance + dx) * scale
        if moved:
            parts += [f"<{digits}>", number(moved)]
            digits = ""
    return " ".join([*parts, f"<{digits}>"] if digits else parts)
