"""Glyphs as operators: where shaping moved them aside, up or down (ISO 32000-1, 9.4.3)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from pipeline.render.layout.formats import Piece
from pipeline.render.pdf.codes import Shown
from pipeline.render.pdf.objects import number

_Glyph = tuple[int, int, int, int, int]


def glyph_operators(piece: Piece, shown: Shown) -> Iterator[str]:
    """Yield the operators that show a piece's glyphs."""
    shaped = piece.shaped
    if shaped.is_plain:
        yield f"<{shown.digits}> Tj"
        return
    offsets = shaped.offsets or ((0, 0),) * len(shaped.glyphs)
    glyphs = [
        (code, glyph, advance, dx, dy)
        for code, glyph, advance, (dx, dy) in zip(shown.codes, shaped.glyphs, shaped.advances, offsets, strict=True)
    ]
    raised = False
    for rise, stretch in groupby(glyphs, key=lambda glyph: glyph[4]):
        if rise or raised:
            yield f"{number(rise * piece.format.size / piece.format.face.units_per_em)} Ts"
        raised = bool(rise)
        yield _moved(list(stretch), piece)
    if raised:
        yield "0 Ts"


def _moved(glyphs: list[_Glyph], piece: Piece) -> str:
    face = piece.format.face
    scale = 1000 / face.units_per_em
    parts: list[str] = []
    for code, glyph, advance, dx, _ in glyphs:
        before = f"{number(-dx * scale)} " if dx else ""
        moved = (face.advance(glyph) - advance + dx) * scale
        parts.append(f"{before}<{code:04x}>{number(moved) if moved else ''}")
    return f"[{' '.join(parts)}] TJ"
