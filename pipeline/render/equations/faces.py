"""The characters of equations: which font and shape they have, how wide they are and how far they reach."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field, replace

from pipeline.render.equations.boxes import MathBox
from pipeline.render.equations.model import Symbols
from pipeline.render.graphic import Label
from pipeline.render.layout.formats import Formats
from pipeline.render.looks import RunStyle

MATH = "Cambria Math"
_SERIF, _LAST = "Liberation Serif", "DejaVu Sans"
_RELATIONS = frozenset("=≠<>≤≥≪≫≈≅≃∼≡∝∈∉∋⊂⊃⊆⊇⊄→←↔⇒⇐⇔⟶⟵↦∣∥⊥≔≜⊢⊨≺≻⇌")
_BINARIES = frozenset("+-−±∓×·⋅∗*÷∪∩∧∨⊕⊗⊖∘∙⋆")
_OPENING, _CLOSING, _POINTS = frozenset("([{⟨⌊⌈"), frozenset(")]}⟩⌋⌉!"), frozenset(",;")
_SIGNS = {"-": "−", "*": "∗"}
_ALPHABETS = {"double-struck": "DOUBLE-STRUCK", "script": "SCRIPT", "fraktur": "FRAKTUR"}
_ALPHABETS |= {"sans-serif": "SANS-SERIF", "monospace": "MONOSPACE"}
_FIRST, _LAST_LETTER = "\U0001d400", "\U0001d7ff"


def kind_of(sign: str) -> str:
    """Return what a character is in a row: rel, bin, open, close, punct, space or ord."""
    kinds = (("rel", _RELATIONS), ("bin", _BINARIES), ("open", _OPENING), ("close", _CLOSING), ("punct", _POINTS))
    if sign.isspace():
        return "space"
    return next((kind for kind, signs in kinds if sign in signs), "ord")


@dataclass
class Faces:
    """Makes boxes of characters; equal ones share their style."""

    formats: Formats
    _styles: dict[tuple[RunStyle, str, bool, bool, float], RunStyle] = field(default_factory=dict)

    def letters(self, text: str, like: Symbols, scale: float) -> MathBox:
        """Return characters of one look as a box."""
        box = MathBox()
        for part, family, italic, bold in self._parts(text, like):
            style = self._style(like.style, family, scale, italic=italic, bold=bold)
            box.put(self.label(part, style), box.width)
        return box

    def sign(self, sign: str, style: RunStyle, scale: float) -> MathBox:
        """Return an upright sign as a box."""
        return self.label(sign, self._style(style, self._family(sign, MATH), scale, italic=False, bold=False))

    def label(self, text: str, style: RunStyle) -> MathBox:
        """Return text of one font as a box that is as high as its outlines."""
        box = MathBox(items=[Label(text, 0.0, 0.0, style)] if text.strip() else [])
        for piece in self.formats.pieces(text, style):
            unit = piece.format.size / piece.format.face.units_per_em
            reaches = [piece.format.face.reach(glyph) for glyph in set(piece.shaped.glyphs)]
            box.width += piece.width
            box.above = max(box.above, *(up * unit for up, _ in reaches), 0.0)
            box.below = max(box.below, *(down * unit for _, down in reaches), 0.0)
        return box

    def axis(self, style: RunStyle, scale: float) -> float:
        """Return how high above the baseline the middle of signs and fractions stands."""
        plus = self.sign("+", style, scale)
        return (plus.above - plus.below) / 2

    def line(self, style: RunStyle) -> tuple[float, float]:
        """Return what a line of an equation's text reaches above and below the baseline."""
        setting = self.formats.of(self._style(style, MATH, 1.0, italic=False, bold=False))
        return setting.ascent, setting.descent

    def _style(self, style: RunStyle, family: str, scale: float, *, italic: bool, bold: bool) -> RunStyle:
        key = (style, family, italic, bold, scale)
        if key not in self._styles:
            plain = {"underline": "", "strike": False, "double_strike": False, "vertical": "", "raised": 0.0}
            plain |= {"caps": False, "small_caps": False, "background": "", "border": None, "emphasis": ""}
            look = {"family": family, "italic": italic, "bold": bold, "size": style.size * scale}
            self._styles[key] = replace(style, **plain, **look)  # type: ignore[arg-type]
        return self._styles[key]

    def _parts(self, text: str, like: Symbols) -> list[tuple[str, str, bool, bool]]:
        """Return stretches of characters that have one font and shape."""
        parts: list[tuple[str, str, bool, bool]] = []
        own = like.style.family
        base = own if like.plain or "math" in own.lower() else MATH
        for sign in text:
            shown, italic, bold = _shaped(sign, like)
            family = self._family(shown, base)
            if parts and parts[-1][1:] == (family, italic, bold):
                parts[-1] = (parts[-1][0] + shown, family, italic, bold)
            else:
                parts.append((shown, family, italic, bold))
        return parts

    def _family(self, sign: str, own: str) -> str:
        library = self.formats.library
        return next((name for name in (own, _SERIF) if library.find(name).face.glyph(sign[:1] or " ")), _LAST)


def _shaped(sign: str, like: Symbols) -> tuple[str, bool, bool]:
    """Return a character, and whether it is italic and bold: in mathematics letters are, figures and signs are not."""
    if like.plain:
        return sign, like.italic, like.bold
    if _FIRST <= sign <= _LAST_LETTER:
        return _of_alphabet(sign)
    if like.script in _ALPHABETS and sign.isalnum():
        case = "CAPITAL" if sign.isupper() else "SMALL"
        name = f"MATHEMATICAL {_ALPHABETS[like.script]} {case} {sign.upper()}"
        try:
            return unicodedata.lookup(name), False, like.bold
        except KeyError:
            return sign, False, like.bold
    return _SIGNS.get(sign, sign), like.italic and sign.isalpha(), like.bold


def _of_alphabet(sign: str) -> tuple[str, bool, bool]:
    name = unicodedata.name(sign, "")
    if any(alphabet in name for alphabet in _ALPHABETS.values()):
        return sign, False, False
    return unicodedata.normalize("NFKC", sign), "ITALIC" in name, "BOLD" in name
