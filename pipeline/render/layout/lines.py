"""Lines: atoms are set into a width, greedily as Word does, with tab stops, alignment and line spacing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.fonts.characters import is_mark
from pipeline.render.layout.alignment import justify, last_tab, set_height, shift
from pipeline.render.layout.atoms import Atom, Kind
from pipeline.render.layout.direction import arrange
from pipeline.render.layout.eastasian import HANGING
from pipeline.render.layout.formats import Format, Formats, Piece
from pipeline.render.layout.line import EPSILON, Item, Line, Measure
from pipeline.render.layout.setter import LineSetter
from pipeline.render.layout.squeeze import line_end, squeezed_end
from pipeline.render.layout.syllables import syllables
from pipeline.render.tree import BreakRun

LONGEST_CUT = 400  # letters of a word that are set at once where it goes over many lines

__all__ = ["EPSILON", "Item", "Line", "LineBreaker", "Measure"]


class LineBreaker:
    """Sets one paragraph's atoms into lines."""

    def __init__(self, atoms: Sequence[Atom], measure: Measure, mark: Format, formats: Formats) -> None:
        self.atoms = atoms
        self.measure = measure
        self.mark = mark
        self.formats = formats
        self._rest: list[Atom] = list(atoms)
        self._in_row: dict[int, int] = {}
        self._base = int(measure.style.rtl)
        self._directed = bool(self._base) or any(atom.level for atom in atoms)

    def lines(self) -> list[Line]:
        """Return the lines, at least one."""
        lines: list[Line] = []
        at = 0
        while not self.is_done(at, lines):
            line, at = self.line(at, first=not lines)
            lines.append(line)
        return lines

    def is_done(self, at: int, lines: Sequence[Line]) -> bool:
        """Return whether the atoms before ``at``, set as these lines, are all."""
        return at >= len(self._rest) and bool(lines) and not self._mark_is_alone(lines)

    def _mark_is_alone(self, lines: Sequence[Line]) -> bool:
        """Return whether the paragraph's mark stands in a line of its own: behind a break, or a picture too wide."""
        if lines[-1].ends_with:
            return lines[-1].ends_with != "page" or self.measure.moves_mark
        last = lines[-1].items[-1] if lines[-1].items else None
        room = self.measure.right - self.measure.style.left
        return last is not None and last.picture is not None and last.width > room + 1.0 and not self.measure.in_cell

    @property
    def usual_height(self) -> float:
        """Return the height of a line of the paragraph mark's style."""
        line = Line([])
        set_height(line, self.measure, self.mark, include_mark=True)
        return line.height

    def width_at(self, at: int) -> float:
        """Return the width of the word that comes next."""
        width = 0.0
        for atom in self._rest[at : at + 50]:
            if atom.kind not in {Kind.WORD, Kind.LABEL, Kind.MARK, Kind.OBJECT}:
                break
            width += atom.width
            if atom.break_after and atom.width:
                break
        return width

    def line(self, at: int, *, first: bool) -> tuple[Line, int]:
        """Return the line that begins with an atom, and the atom that the next one begins with."""
        style = self.measure.style
        left = style.left + style.first if first else style.left
        line, at = self._line(at, left)
        at_end = at >= len(self._rest)
        self._finish(line, left, is_last=at_end or not self._expands(line))
        set_height(line, self.measure, self.mark, include_mark=at_end)
        return line, at

    def _line(self, at: int, left: float) -> tuple[Line, int]:
        begun = at
        setter = LineSetter(self.measure, left)
        best: _Best | None = None
        while at < len(self._rest):
            atom = self._rest[at]
            if atom.kind is Kind.BREAK:
                assert isinstance(atom.payload, BreakRun)
                setter.break_format = atom.format
                return setter.done(atom.payload.kind, atom.payload.clear), at + 1
            if atom.kind is Kind.TAB and not setter.is_empty:
                best = _Best(at, len(setter.items), len(setter.bookmarks), None, atom.level)
            if setter.overflows(atom):
                end = self._squeezed_end(at, setter, best)
                if end is None and self._part_word(at, begun, setter, best):
                    continue
                full = self._full(at, begun, setter, best, end)
                if full is not None:
                    return full
                self._split_word(at, setter.room)
                atom = self._rest[at]
            setter.add(atom)
            at += 1
            if atom.break_after and (atom.hyphen is None or setter.room >= atom.hyphen.width - EPSILON):
                best = _Best(at, len(setter.items), len(setter.bookmarks), atom.hyphen, atom.level)
        return setter.done(""), at

    def _squeezed_end(self, at: int, setter: LineSetter, best: _Best | None) -> int | None:
        """Return the atom behind the word that stands in the line with narrower spaces; None where it does not."""
        return squeezed_end(setter, self._rest, at, best.items) if best and self._squeezes else None

    @property
    def _squeezes(self) -> bool:
        return self.measure.squeezes and not self.measure.style.breaks_words

    def _full(
        self, at: int, begun: int, setter: LineSetter, best: _Best | None, squeezed: int | None
    ) -> tuple[Line, int] | None:
        """Return the line that is full before an atom, and the next one's first atom; None where it is empty."""
        if squeezed is not None:
            return self._squeezed(setter, at, squeezed, begun)
        if best is not None:
            return self._ended(setter, best, begun), best.at
        return None if setter.is_empty else (setter.done(""), at)

    def _squeezed(self, setter: LineSetter, at: int, end: int, begun: int) -> tuple[Line, int]:
        """Return the line that ends behind a word for which its spaces are made narrower, and the next atom."""
        for atom in self._rest[at:end]:
            setter.add(atom)
        last, behind = self._rest[end - 1], line_end(self._rest, end)
        best = _Best(behind, len(setter.items), len(setter.bookmarks), last.hyphen, last.level)
        if last.hyphen is not None:
            return self._ended(setter, best, begun), end
        for atom in self._rest[end:behind]:
            setter.add(atom)
        broken = self._rest[behind].payload if behind < len(self._rest) else None
        if isinstance(broken, BreakRun):
            setter.break_format = self._rest[behind].format
            return setter.done(broken.kind, broken.clear), behind + 1
        return setter.done(""), behind

    def _ended(self, setter: LineSetter, best: _Best, begun: int) -> Line:
        """Return the line that ends at the last place where it may, with the hyphen that stands there."""
        setter.cut(best.items, best.bookmarks)
        if best.hyphen is not None:
            setter.end_with_hyphen(best.hyphen, best.level)
            self._in_row[best.at] = self._in_row.get(begun, 0) + 1
        return setter.done("")

    def _part_word(self, at: int, begun: int, setter: LineSetter, best: _Best | None) -> bool:
        """Part the word that does not fit, where the document asks for it; return whether it has parts now."""
        if self._broken_anywhere(at, setter):
            return True
        rules = self.measure.hyphenation
        if rules is None or not self.measure.style.hyphenate:
            return False
        if rules.most_in_row and self._in_row.get(begun, 0) >= rules.most_in_row:
            return False
        if best is not None and setter.free_behind(best.items) <= rules.zone:
            return False
        parts = syllables(self._rest[at], self.formats, rules)
        self._rest[at : at + 1] = parts
        return len(parts) > 1

    def _broken_anywhere(self, at: int, setter: LineSetter) -> bool:
        """Part a word behind the last sign that fits, where a line may end anywhere; tell whether it was parted."""
        atom = self._rest[at]
        if not self.measure.style.breaks_words or setter.pending is not None or atom.payload is not None:
            return False
        before = len(self._rest)
        self._split_word(at, setter.room)
        return len(self._rest) > before

    def _split_word(self, at: int, room: float) -> None:
        """Break a word that is wider than a whole line behind the last character that fits."""
        atom = self._rest[at]
        if atom.kind is not Kind.WORD or not atom.pieces:
            return
        piece = atom.pieces[0]
        fits = whole_signs(piece.text, _fitting(piece, room))
        if fits >= len(piece.text) and len(atom.pieces) == 1:
            return
        if len(piece.text) > LONGEST_CUT > fits:
            piece, *others = self._in_chunks(piece, fits)
        else:
            others = []
        head, tail = self.formats.cut(piece, fits)
        rest = (*tail, *others, *atom.pieces[1:])
        self._rest[at : at + 1] = [
            Atom(Kind.WORD, (head,), head.width, break_after=True, level=atom.level),
            Atom(Kind.WORD, rest, sum(p.width for p in rest), break_after=atom.break_after, level=atom.level),
        ]

    def _in_chunks(self, piece: Piece, fits: int) -> list[Piece]:
        """Return a piece of many lines as pieces of some, so that each line does not measure all that is left."""
        size = max(LONGEST_CUT // 4 // fits, 1) * fits
        cuts = {whole_signs(piece.text, at) for at in range(size, len(piece.text), size)}
        starts = sorted({0, *cuts} - {len(piece.text)})
        return [self.formats.part(piece, start, end) for start, end in pairwise([*starts, len(piece.text)])]

    def _finish(self, line: Line, left: float, *, is_last: bool) -> None:
        """Align the line, and put its items in the order in which they are seen."""
        self._align(line, left, is_last=is_last)
        if self._directed:
            arrange(line.items, self._base, self.measure.width)

    def _hanging(self, visible: Sequence[Item]) -> Item | None:
        """Return the sign at the end of a line that stands beyond it, behind other text."""
        last = visible[-1]
        beyond = last.x + last.width > self.measure.right + EPSILON and len(visible) > 1
        return last if beyond and last.piece is not None and last.piece.text in HANGING else None

    def _expands(self, line: Line) -> bool:
        return not line.ends_with or (line.ends_with == "line" and self.measure.expands_breaks)

    def _align(self, line: Line, left: float, *, is_last: bool) -> None:
        """Move the items for the alignment; the spaces that end a line count for nothing."""
        style, right = self.measure.style, self.measure.right
        visible = [item for item in line.items if not item.is_space]
        if not visible:
            return
        hanging = self._hanging(visible)
        if hanging is not None:
            visible.remove(hanging)
        slack = right - max(item.x + item.width for item in visible)
        tab = last_tab(line.items)
        if style.align in {"justify", "distribute"}:
            behind = visible[-1] in line.items[tab:]
            if behind and (slack < -EPSILON or (slack > EPSILON and not (is_last and style.align == "justify"))):
                justify(line.items[tab:], visible[-1], slack)
        elif style.align in {"right", "center"}:
            shift(line.items, slack / (2 if style.align == "center" else 1))


@dataclass(frozen=True, slots=True)
class _Best:
    """The last place where a line may end: the next atom, what the line has by then, and the hyphen to end it with."""

    at: int
    items: int
    bookmarks: int
    hyphen: Piece | None
    level: int


def whole_signs(text: str, at: int) -> int:
    """Return the place nearest before ``at``, but behind the first sign, that parts no letter from its marks."""
    while at > 0 and at < len(text) and is_mark(text[at]):
        at -= 1
    if at > 0:
        return at
    return next((place for place in range(1, len(text)) if not is_mark(text[place])), len(text))


def _fitting(piece: Piece, room: float) -> int:
    width = 0.0
    glyphs = zip(piece.shaped.clusters, piece.shaped.advances, strict=True)
    for cluster, advance in sorted(glyphs) if piece.rtl else glyphs:
        width += advance * piece.format.unit + piece.format.style.spacing
        if width > room:
            return cluster
    return len(piece.text)
