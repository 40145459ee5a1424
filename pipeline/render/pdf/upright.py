"""Characters that stand upright in lines that run down (UAX 50), and short text that stands across them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pipeline.fonts.characters import is_wide
from pipeline.render.layout.atoms import letters_of
from pipeline.render.layout.formats import Formats, Piece
from pipeline.render.pdf.objects import number
from pipeline.render.pdf.resources import Drawn

_MIDDLE = 0.38  # of the size above the baseline: the middle of an East Asian character's square
_CORNER = 0.6  # of the size: how far a comma and a full stop stand from where they are in lines across
_SIGNS = frozenset("、。，．")
# Brackets, dashes and the mark of long vowels run with the line (UAX 50: Tr and R).
_RUNNING = frozenset("〈〉《》「」『』【】〔〕〖〗〘〙〚〛〜〝〞〟〰゠ー（）－：；＜＝＞［］＿｛｜｝～｟｠￣")


def is_upright(piece: Piece) -> bool:
    """Return whether a piece of text stands across its line."""
    style = piece.format.style
    if style.across:
        return True
    first = piece.text[:1]
    if not style.upright or len(piece.shaped.glyphs) != 1:
        return False
    return is_wide(first) and first not in _RUNNING and not "\uff61" <= first <= "\uffdc"


def letters(piece: Piece, formats: Formats) -> Iterator[tuple[Piece, float]]:
    """Yield the letters of a word in a stack, and how far along its line each begins; of others nothing."""
    parts = letters_of(piece.text) if piece.format.style.across == "stack" else []
    if len(parts) < 2:
        return
    room, start, along = piece.width / len(parts), 0, 0.0
    for letter in parts:
        yield replace(formats.part(piece, start, start + len(letter)), width=room), along
        start, along = start + len(letter), along + room


def stood(piece: Piece, drawn: Drawn, x: float, baseline: float) -> tuple[Drawn, float, float]:
    """Return how a piece is drawn that stands across its line, in the middle of its place, and where it begins."""
    size, own = piece.format.size, piece.shaped.width * piece.format.unit
    share = min(piece.width / own, 1.0) if piece.format.style.across == "fit" and own else 1.0
    scale, _, slant, _ = (float(part) for part in drawn.matrix.split())
    matrix = f"0 {number(scale * share)} -1 {number(slant * share)}"
    shift = size * _CORNER if piece.text[:1] in _SIGNS else 0.0
    down = x + piece.width / 2 + size * _MIDDLE - shift
    return replace(drawn, matrix=matrix), down, baseline - size * _MIDDLE + own * share / 2 - shift


def said(text: str) -> str:
    """Return the operator that begins a span of glyphs which stand for a text (ISO 32000-1, 14.9.4)."""
    return f"/Span <</ActualText <feff{text.encode('utf-16-be', 'replace').hex()}>>> BDC"
