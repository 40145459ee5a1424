"""Justified lines whose spaces are made narrower, so that one more word has room: Word since 2013 (mode 15).

Word's rule is not published. What is here was measured on the pair 025, where the narrowest space is 0.80 of its own
width and the widest refused one 0.72, and where one more word is taken only if that changes the spaces so much less
than leaving it out that 1.7 times the one is below the other; LibreOffice's own measurements give the same two figures.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.fonts.characters import is_wide
from pipeline.render.layout.alignment import last_tab
from pipeline.render.layout.atoms import Atom, Kind
from pipeline.render.layout.line import EPSILON, Item
from pipeline.render.layout.setter import LineSetter

SQUEEZES_SPACES = 15  # the version mode from which Word does
IDEOGRAPHIC = "\u3000"
_NARROWEST = 0.75
_PREFERENCE = 1.7
_MOST_PARTS = 50


def squeezed_end(setter: LineSetter, atoms: Sequence[Atom], at: int, best: int) -> int | None:
    """Return the atom behind the word that does not fit but stands in the line with narrower spaces; None if not.

    ``best`` is how many of the line's items would stand in it without that word.
    """
    end = _end_of_word(atoms, at)
    tab = last_tab(setter.items)
    if end is None or setter.pending is not None or best <= tab or _is_east_asian(atoms[at:end], setter.items):
        return None
    spaces = _spaces(setter.items[tab:], closed=False)
    last = atoms[end - 1]
    width = sum(atom.width for atom in atoms[at:end]) + (last.hyphen.width if last.hyphen else 0.0)
    left = spaces - (width - setter.room)
    if left < _NARROWEST * spaces or left <= EPSILON:
        return None
    kept = _spaces(setter.items[tab:best], closed=True)
    wider = setter.free_behind(best) / kept if kept > EPSILON else float("inf")
    return end if (spaces / left - 1) * _PREFERENCE < wider else None


def _is_east_asian(word: Sequence[Atom], items: Sequence[Item]) -> bool:
    """Return whether East Asian characters stand in the line or the word: then Word only widens."""
    pieces = [*(piece for atom in word for piece in atom.pieces), *(item.piece for item in items if item.piece)]
    return any(piece.text and is_wide(max(piece.text)) for piece in pieces)


def line_end(atoms: Sequence[Atom], at: int) -> int:
    """Return where the next line begins when one ends at an atom: behind the spaces, and the marks of a line's end."""
    end = at
    for index in range(at, len(atoms)):
        if atoms[index].kind is Kind.SPACE:
            end = index + 1
        elif atoms[index].kind is not Kind.MARK:
            return index if atoms[index].kind is Kind.BREAK else end
    return len(atoms)


def _end_of_word(atoms: Sequence[Atom], at: int) -> int | None:
    """Return the index behind the word that begins at an atom; None where it is none, or a very long one."""
    for index in range(at, min(at + _MOST_PARTS, len(atoms))):
        if atoms[index].kind not in {Kind.WORD, Kind.MARK}:
            return index if index > at and atoms[index].kind in {Kind.SPACE, Kind.BREAK} else None
        if atoms[index].break_after:
            return index + 1
    return len(atoms) if len(atoms) - at <= _MOST_PARTS else None


def _spaces(items: Sequence[Item], *, closed: bool) -> float:
    """Return the width of the spaces between what is visible, and behind it unless ``closed``."""
    seen = [index for index, item in enumerate(items) if not item.is_space]
    if not seen:
        return 0.0
    inside = items[seen[0] : seen[-1] if closed else len(items)]
    return sum(item.width for item in inside if item.is_space and item.piece and IDEOGRAPHIC not in item.piece.text)
