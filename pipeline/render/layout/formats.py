"""Run styles as they are set: the face that serves them, their real size and what they need of a line."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from pipeline.fonts.characters import is_ignorable
from pipeline.fonts.face import FontFace, Shaped
from pipeline.fonts.library import FontLibrary, Typeface
from pipeline.fonts.replacement import ReplacementFace
from pipeline.render.layout.hyphens import Hyphenator
from pipeline.render.tree import Link, RunStyle

if TYPE_CHECKING:
    from pipeline.render.layout.atoms import Atom

# Word's own proportions: superscript and subscript at 65 % of the size in half points, small capitals at 4/5.
SCRIPT_SIZE = 0.65
SCRIPT_RISE = {"superscript": 0.35, "subscript": -0.14}
SMALL_CAPS = 0.8


def script_size(size: float) -> float:
    """Return the size of superscript and subscript text, in points: whole half points, as Word's sizes are."""
    return max(round(2 * size * SCRIPT_SIZE), 1) / 2


@dataclass(frozen=True, slots=True, eq=False)
class Format:
    """A run style with its face: ``size`` is the size drawn, ``ascent`` and ``descent`` what a line needs for it."""

    style: RunStyle
    typeface: Typeface
    size: float
    rise: float
    ascent: float
    descent: float
    unit: float
    scale: float = 1.0

    @property
    def face(self) -> FontFace:
        """Return the font file."""
        return self.typeface.face

    @property
    def is_replacement(self) -> bool:
        """Return whether it shows characters that no font has."""
        return isinstance(self.typeface.face, ReplacementFace)


@dataclass(slots=True, eq=False)
class Piece:
    """Text of one format, shaped."""

    format: Format
    text: str
    shaped: Shaped
    width: float
    link: Link | None = None
    rtl: bool = False


@dataclass
class Formats:
    """Makes formats and pieces; equal requests share them. ``missing`` counts characters that no font has.

    ``words`` are the atoms of each word that was met in a style.
    """

    library: FontLibrary
    missing: dict[str, int] = field(default_factory=dict)
    hyphenator: Hyphenator = field(default_factory=Hyphenator)
    words: dict[RunStyle, dict[str, tuple[Atom, ...]]] = field(default_factory=dict, repr=False)
    _formats: dict[tuple[RunStyle, bool, int], Format] = field(default_factory=dict, repr=False)
    _pieces: dict[tuple[RunStyle, str, bool], tuple[Piece, ...]] = field(default_factory=dict, repr=False)

    def of(self, style: RunStyle) -> Format:
        """Return the format of a style in its own family."""
        return self._format(style, self.library.find(style.family, bold=style.bold, italic=style.italic))

    def _format(self, style: RunStyle, typeface: Typeface, *, small: bool = False) -> Format:
        key = (style, small, id(typeface))
        if key not in self._formats:
            size = (script_size(style.size) if style.vertical else style.size) * (SMALL_CAPS if small else 1.0)
            rise = style.raised + style.size * SCRIPT_RISE.get(style.vertical, 0.0)
            own = self.library.find(style.family, bold=style.bold, italic=style.italic)
            ascent, descent = _line_needs(own, typeface)
            self._formats[key] = Format(
                style,
                typeface,
                size,
                rise,
                *_extent(style, size, rise, (ascent, descent)),
                size / typeface.face.units_per_em * style.scale * typeface.stretch,
                style.scale * typeface.stretch,
            )
        return self._formats[key]

    def pieces(self, text: str, style: RunStyle, link: Link | None = None, *, rtl: bool = False) -> tuple[Piece, ...]:
        """Return text as pieces, one for each change of face or size, in the order of reading."""
        key = (style, text, rtl)
        found = self._pieces.get(key)
        if found is None:
            found = self._pieces[key] = tuple(self._shaped(text, style, rtl=rtl))
        if link is None:
            return found
        return tuple(Piece(p.format, p.text, p.shaped, p.width, link, p.rtl) for p in found)

    def cut(self, piece: Piece, at: int) -> tuple[Piece, tuple[Piece, ...]]:
        """Return the piece up to a character, and what is left of it, as set: neither is cased again."""
        head, tail = piece.text[:at], piece.text[at:]
        return self._piece(head, piece), (self._piece(tail, piece),) if tail else ()

    def part(self, piece: Piece, start: int, end: int) -> Piece:
        """Return the characters of a piece from one to another, as set."""
        return self._piece(piece.text[start:end], piece)

    @staticmethod
    def hyphen(piece: Piece) -> Piece:
        """Return the hyphen that ends a line after a piece, to be read as a soft one (ISO 32000-1, 14.8.2.2.3)."""
        setting = piece.format
        shaped = replace(setting.face.shape("-", rtl=piece.rtl))
        width = shaped.width * setting.unit + setting.style.spacing
        return Piece(setting, "\u00ad", shaped, width, piece.link, piece.rtl)

    @staticmethod
    def _piece(text: str, like: Piece) -> Piece:
        style = like.format.style
        shaped = like.format.face.shape(text, kern=style.kern, rtl=like.rtl)
        width = shaped.width * like.format.unit + style.spacing * len(shaped.glyphs)
        return Piece(like.format, text, shaped, width, like.link, like.rtl)

    def _shaped(self, text: str, style: RunStyle, *, rtl: bool) -> Iterator[Piece]:
        for part, small in _cased(text, style):
            for run, typeface in self._faces(part, style):
                setting = self._format(style, typeface, small=small)
                shaped = typeface.face.shape(run, kern=style.kern, rtl=rtl)
                width = shaped.width * setting.unit + style.spacing * len(shaped.glyphs)
                yield Piece(setting, run, shaped, width, rtl=rtl)

    def _faces(self, text: str, style: RunStyle) -> Iterator[tuple[str, Typeface]]:
        """Yield stretches of text with the face that has their characters."""
        own = self.library.find(style.family, bold=style.bold, italic=style.italic)
        start, current = 0, own
        for index, character in enumerate(text):
            face = own if own.face.glyph(character) else None
            if face is not current and (face is None or current is not own):
                face = self._other_face(character, face, current, style)
            if face is not current:
                if index > start:
                    yield text[start:index], current
                start, current = index, face
        yield text[start:], current

    def _other_face(self, character: str, own: Typeface | None, current: Typeface, style: RunStyle) -> Typeface:
        """Return the face of a character: marks and what only directs the setting stay with what they follow."""
        if is_ignorable(character) or (unicodedata.combining(character) and current.face.glyph(character)):
            return current
        if own is not None:
            return own
        found = self.library.fallback(character, bold=style.bold, italic=style.italic, family=style.family)
        return found or self.library.replacement

    def count_missing(self, piece: Piece) -> None:
        """Count the characters that are shown by the replacement."""
        for character in piece.text:
            self.missing[character] = self.missing.get(character, 0) + 1


def _line_needs(own: Typeface, drawn: Typeface) -> tuple[float, float]:
    """Return what a line needs above and below the baseline: for the family asked for, and for what it lacks."""
    ascent, descent = own.metrics.ascent + own.metrics.gap, own.metrics.descent
    if drawn.line is None or own.is_broad:
        return ascent, descent
    return max(ascent, drawn.line.ascent), max(descent, drawn.line.descent)


def _extent(style: RunStyle, size: float, rise: float, needs: tuple[float, float]) -> tuple[float, float]:
    """Return what a line needs above and below its baseline.

    Superscript and subscript text needs no more than the same text would on the baseline, so that lines stay even.
    """
    ascent, descent = needs
    if not style.vertical:
        return ascent * style.size + max(rise, 0.0), descent * style.size + max(-rise, 0.0)
    above, below = ascent * size + max(rise, 0.0), descent * size + max(-rise, 0.0)
    lifted, lowered = max(style.raised, 0.0), max(-style.raised, 0.0)
    return min(above, ascent * style.size + lifted), min(below, descent * style.size + lowered)


def _cased(text: str, style: RunStyle) -> Iterator[tuple[str, bool]]:
    """Yield the text as it is set: capitals for caps, and small capitals as smaller capitals."""
    text = text.replace("\u2011", "-").replace("\u00ad", "")
    if style.caps:
        yield _capitals(text), False
    elif style.small_caps:
        start = 0
        for index in range(1, len(text) + 1):
            if index == len(text) or text[index].islower() != text[start].islower():
                yield _capitals(text[start:index]), text[start].islower()
                start = index
    elif text:
        yield text, False


def _capitals(text: str) -> str:
    """Return capitals as Word makes them: a letter without a capital of its own, such as ß, stays."""
    return "".join(capital if len(capital := character.upper()) == 1 else character for character in text)
