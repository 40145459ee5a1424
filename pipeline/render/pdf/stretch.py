"""Neighbouring words of one format as one operator, by which the file, its readers and its proof all gain (9.4.3)."""

from __future__ import annotations

from dataclasses import dataclass, field

from pipeline.render.layout.formats import Format, Piece
from pipeline.render.layout.lines import Item
from pipeline.render.pdf.fonts import EmbeddedFont
from pipeline.render.pdf.objects import number

_NOTHING = 0.0005  # points: what is nearer than that stands where it should
_CLOSER, _APART = -0.3, 2.0  # times the size: words closer to each other, or farther apart, are no neighbours


@dataclass(slots=True)
class Stretch:
    """Words that stand beside each other in one line; ``end`` is where the next would follow, in points."""

    format: Format
    font: EmbeddedFont
    first: Item
    end: float
    _parts: list[str] = field(default_factory=list)
    _digits: list[str] = field(default_factory=list)
    _has_array: bool = False

    def add(self, item: Item, piece: Piece, left: float) -> bool:
        """Take in a piece whose left edge is given; return whether it belongs here."""
        gap = left - self.end
        size = self.format.size
        if piece.format is not self.format or piece.rtl or not _CLOSER * size <= gap <= _APART * size:
            return False
        first = self.first.piece
        if first is None or piece.link is not first.link or item.is_label is not self.first.is_label:
            return False
        shown = self.font.codes(piece.shaped, piece.text)
        if shown.stands_alone:
            return False
        if abs(gap) > _NOTHING:
            self._close()
            self._parts.append(number(-1000 * gap / (size * self.format.scale)))
        if shown.array:
            self._close()
            self._parts.append(shown.array)
            self._has_array = True
        else:
            self._digits.append(shown.digits)
        self.end = left + piece.width
        return True

    def operator(self) -> str:
        """Return the operator that shows all of it."""
        self._close()
        if len(self._parts) == 1 and not self._has_array:
            return f"{self._parts[0]} Tj"
        return f"[{' '.join(self._parts)}] TJ"

    def _close(self) -> None:
        if self._digits:
            self._parts.append(f"<{''.join(self._digits)}>")
            self._digits.clear()
