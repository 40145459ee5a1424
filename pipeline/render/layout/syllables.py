"""Words parted at the end of a line by the patterns of their language, where the document asks for it (17.15.1.10)."""

from __future__ import annotations

from dataclasses import replace

from pipeline.render.layout.atoms import Atom, Kind
from pipeline.render.layout.formats import Formats, Piece
from pipeline.render.looks import Hyphenation


def syllables(atom: Atom, formats: Formats, rules: Hyphenation) -> list[Atom]:
    """Return a word as its parts, each of which may end a line with a hyphen, or alone if it may not be parted."""
    if atom.kind is not Kind.WORD or len(atom.pieces) != 1 or atom.parted:
        return [atom]
    piece = atom.pieces[0]
    if not rules.capitals and piece.text.isupper():
        return [atom]
    places = formats.hyphenator.places(piece.text, piece.format.style.language)
    parts: list[Atom] = []
    start, rest = 0, piece
    for place in places:
        head, tail = formats.cut(rest, place - start)
        parts.append(_part(head, atom, formats.hyphen(head)))
        start, rest = place, tail[0]
    return [*parts, replace(_part(rest, atom, atom.hyphen), break_after=atom.break_after)] if parts else [atom]


def _part(piece: Piece, word: Atom, hyphen: Piece | None) -> Atom:
    return Atom(
        Kind.WORD,
        (piece,),
        piece.width,
        break_after=True,
        level=word.level,
        hyphen=hyphen,
        parted=True,
    )
