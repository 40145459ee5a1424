"""East Asian text in a line: where it may break (UAX 14 with kinsoku), and its distance to Latin letters (17.3.1.2)."""

from __future__ import annotations

import itertools
import unicodedata
from collections.abc import Sequence

from pipeline.fonts.characters import is_wide
from pipeline.render.layout.atoms import Atom, Kind

# Characters that may not begin a line, and those that may not end one (17.15.1.58 and 17.15.1.59, Word's own lists).
NO_START = frozenset(
    "!%),.:;?]}¢°·’”‰′″℃、。々〉》」』】〕〗〞ぁぃぅぇぉっゃゅょゎ゛゜ゝゞ"
    "ァィゥェォッャュョヮヵヶ・ーヽヾ！％），．：；？］｝｡｣､･ｧｨｩｪｫｬｭｮｯｰﾞﾟ￠"
)
NO_END = frozenset("$([{£¥‘“〈《「『【〔〖〝＄（［｛｢￡￥")
SPACE_TO_LATIN = 0.25  # of the size, between an East Asian character and a Latin letter or a digit (w:autoSpaceDE, -DN)
# Signs that may stand beyond the end of a line (w:overflowPunct, 17.3.1.21).
HANGING = frozenset("、。，．､｡")


def settle(atoms: Sequence[Atom], *, spaced: bool, kept: bool = True) -> None:
    """Settle where lines may break beside East Asian characters; ``spaced`` sets Latin letters apart from them.

    ``kept`` tells that some signs begin or end no line (w:kinsoku, 17.3.1.16).
    """
    for before, after in itertools.pairwise(atoms):
        if before.kind is not Kind.WORD or after.kind is not Kind.WORD or not before.pieces or not after.pieces:
            continue
        last, first = before.pieces[-1].text[-1:], after.pieces[0].text[:1]
        if not last or not first or not (is_wide(last) or is_wide(first)):
            continue
        before.break_after = not kept or (first not in NO_START and last not in NO_END)
        if spaced and is_wide(last) != is_wide(first) and _letters(last, first) and not _is_across(before, after):
            room = after.pieces[0].format.size * SPACE_TO_LATIN
            after.back -= room
            after.width += room


def _is_across(*atoms: Atom) -> bool:
    """Return whether one of two stands across the line, as an East Asian character does."""
    return any(piece.format.style.across for atom in atoms for piece in atom.pieces)


def _letters(*characters: str) -> bool:
    return all(unicodedata.category(character)[0] in "LN" for character in characters)
