"""Lines: atoms are set into a width, greedily as Word does, with tab stops, alignment and line spacing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.render.layout.atoms import Atom, Kind
from pipeline.render.layout.direction import arrange
from pipeline.render.layout.formats import Format, Formats, Piece
from pipeline.render.layout.surround import Spans
from pipeline.render.notetree import NoteRun
from pipeline.render.tree import BookmarkRun, BreakRun, ParagraphStyle, PictureRun, TabStop

EPSILON = 0.01
_DECIMAL_SIGNS = ",."


@dataclass(slots=True, eq=False)
class Item:
    """Something set at a place in a line: text, a picture or a tab's leader."""

    x: float
    width: float
    piece: Piece | None = None
    picture: PictureRun | None = None
    leader: str = ""
    format: Format | None = None
    is_space: bool = False
    is_label: bool = False
    level: int = 0
    floating: PictureRun | None = None
    note: NoteRun | None = None


@dataclass(slots=True, eq=False)
class Line:
    """A line: its items from the column's left edge, its height and where the baseline lies below its top.

    ``above`` is how much of the height is free, where a floating object keeps the text away; ``spans`` is where it
    stands beside one, empty where nothing is in its way.
    """

    items: list[Item]
    height: float = 0.0
    baseline: float = 0.0
    ends_with: str = ""
    bookmarks: list[str] = field(default_factory=list)
    above: float = 0.0
    spans: Spans = ()


@dataclass(slots=True)
class _PendingTab:
    """A tab whose stop aligns what follows it: where it began and the index of the first item behind it."""

    stop: TabStop
    start: float
    item: int


@dataclass(slots=True, eq=False)
class Measure:
    """What a paragraph's lines are set against: the width of the column and the tab stops."""

    width: float
    style: ParagraphStyle
    default_tab: float
    in_cell: bool = False

    @property
    def right(self) -> float:
        """Return where the lines end."""
        return max(self.width - self.style.right, self.style.left + 1.0)


class LineBreaker:
    """Sets one paragraph's atoms into lines."""

    def __init__(self, atoms: Sequence[Atom], measure: Measure, mark: Format, formats: Formats) -> None:
        self.atoms = atoms
        self.measure = measure
        self.mark = mark
        self.formats = formats
        self._rest: list[Atom] = list(atoms)
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
        return at >= len(self._rest) and bool(lines)

    @property
    def usual_height(self) -> float:
        """Return the height of a line of the paragraph mark's style."""
        line = Line([])
        _set_height(line, self.measure.style, self.mark, include_mark=True)
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
        self._finish(line, left, is_last=at_end or line.ends_with == "line")
        _set_height(line, style, self.mark, include_mark=at_end)
        return line, at

    def _line(self, at: int, left: float) -> tuple[Line, int]:
        setter = _Setter(self.measure, left)
        best: tuple[int, int, int] | None = None
        while at < len(self._rest):
            atom = self._rest[at]
            if atom.kind is Kind.BREAK:
                assert isinstance(atom.payload, BreakRun)
                setter.break_format = atom.format
                return setter.done(atom.payload.kind), at + 1
            if setter.overflows(atom):
                if best is not None:
                    setter.cut(best[1], best[2])
                    return setter.done(""), best[0]
                if not setter.is_empty:
                    return setter.done(""), at
                self._split_word(at, setter.room)
                atom = self._rest[at]
            setter.add(atom)
            at += 1
            if atom.break_after:
                best = (at, len(setter.items), len(setter.bookmarks))
        return setter.done(""), at

    def _split_word(self, at: int, room: float) -> None:
        """Break a word that is wider than a whole line behind the last character that fits."""
        atom = self._rest[at]
        if atom.kind is not Kind.WORD or not atom.pieces:
            return
        piece = atom.pieces[0]
        fits = max(_fitting(piece, room), 1)
        if fits >= len(piece.text) and len(atom.pieces) == 1:
            return
        head, tail = self.formats.cut(piece, fits)
        rest = (*tail, *atom.pieces[1:])
        self._rest[at : at + 1] = [
            Atom(Kind.WORD, (head,), head.width, break_after=True, level=atom.level),
            Atom(Kind.WORD, rest, sum(p.width for p in rest), break_after=atom.break_after, level=atom.level),
        ]

    def _finish(self, line: Line, left: float, *, is_last: bool) -> None:
        """Align the line, and put its items in the order in which they are seen."""
        self._align(line, left, is_last=is_last)
        if self._directed:
            arrange(line.items, self._base, self.measure.width)

    def _align(self, line: Line, left: float, *, is_last: bool) -> None:
        """Move the items for the alignment; the spaces that end a line count for nothing."""
        style, right = self.measure.style, self.measure.right
        visible = [item for item in line.items if not item.is_space]
        if not visible or any(item.leader or item.format for item in line.items if item.picture is None):
            return
        slack = right - max(item.x + item.width for item in visible)
        if style.align == "right":
            _shift(line.items, slack)
        elif style.align == "center":
            _shift(line.items, slack / 2)
        elif style.align == "justify" and not is_last and slack > EPSILON:
            _justify(line.items, visible[-1], slack)


class _Setter:
    """The line that is being set."""

    def __init__(self, measure: Measure, left: float) -> None:
        self.measure = measure
        self.items: list[Item] = []
        self.bookmarks: list[str] = []
        self.x = left
        self.left = left
        self.pending: _PendingTab | None = None
        self.break_format: Format | None = None
        if measure.in_cell and measure.style.align == "left":
            self._implicit_decimal()

    def _implicit_decimal(self) -> None:
        """Align a cell's text at its decimal tab, which needs no tab character there."""
        stops = self.measure.style.tabs
        if stops and stops[0].kind == "decimal":
            self.pending = _PendingTab(stops[0], self.x, 0)

    @property
    def is_empty(self) -> bool:
        return not any(not item.is_label and item.floating is None for item in self.items)

    @property
    def room(self) -> float:
        return self.measure.right - self.x

    def overflows(self, atom: Atom) -> bool:
        if atom.kind is Kind.WORD or atom.kind is Kind.OBJECT:
            return self._end_with(atom) > self.measure.right + EPSILON and self._end_with(atom) > self._tab_limit()
        if atom.kind is Kind.TAB:
            return (
                self._next_stop().position > self.measure.right + EPSILON and not self._has_stop() and bool(self.items)
            )
        return False

    def _tab_limit(self) -> float:
        return self.pending.stop.position + EPSILON if self.pending else 0.0

    def _end_with(self, atom: Atom) -> float:
        if self.pending is None:
            return self.x + atom.width
        width = sum(item.width for item in self.items[self.pending.item :]) + atom.width
        return max(self.pending.start, _start_at(self.pending.stop, width)) + width

    def add(self, atom: Atom) -> None:
        if atom.kind is Kind.TAB:
            self._add_tab(atom)
        elif atom.kind is Kind.MARK:
            self._mark(atom)
        elif atom.kind is Kind.OBJECT:
            assert isinstance(atom.payload, PictureRun)
            self.items.append(Item(self.x, atom.width, picture=atom.payload, format=atom.format, level=atom.level))
            self.x += atom.width
        else:
            self.x -= atom.back
            for piece in atom.pieces:
                space, label = atom.kind is Kind.SPACE, atom.kind is Kind.LABEL
                self.items.append(Item(self.x, piece.width, piece, is_space=space, is_label=label, level=atom.level))
                self.x += piece.width
            if isinstance(atom.payload, NoteRun):
                self.items[-1].note = atom.payload

    def _mark(self, atom: Atom) -> None:
        """Keep a place in the line that takes no room: a bookmark or the anchor of a floating object."""
        if isinstance(atom.payload, BookmarkRun):
            self.bookmarks.append(atom.payload.name)
        elif isinstance(atom.payload, PictureRun):
            self.items.append(Item(self.x, 0.0, floating=atom.payload, is_space=True, level=atom.level))

    def _has_stop(self) -> bool:
        return any(stop.position > self.x + EPSILON for stop in self._stops())

    def _stops(self) -> list[TabStop]:
        style = self.measure.style
        stops = [stop for stop in style.tabs if stop.kind != "bar"]
        if style.first < 0 and not any(abs(stop.position - style.left) < EPSILON for stop in stops):
            stops.append(TabStop(style.left))
        return sorted(stops, key=lambda stop: stop.position)

    def _next_stop(self) -> TabStop:
        for stop in self._stops():
            if stop.position > self.x + EPSILON:
                return stop
        step = self.measure.default_tab or 36.0
        return TabStop((int((self.x + EPSILON) / step) + 1) * step)

    def _add_tab(self, atom: Atom) -> None:
        self._settle()
        stop = self._next_stop()
        start = self.x
        piece = atom.pieces[0]
        self.items.append(Item(start, 0.0, piece, leader=stop.leader, format=atom.format, is_space=True))
        if stop.kind == "left":
            self.x = stop.position
        else:
            self.pending = _PendingTab(stop, start, len(self.items))
        self.items[-1].width = self.x - start

    def _settle(self) -> None:
        """Move what stands behind an aligning tab to where the stop wants it."""
        if self.pending is None:
            return
        behind = self.items[self.pending.item :]
        width = sum(item.width for item in behind)
        before = _width_before_decimal(behind) if self.pending.stop.kind == "decimal" else width
        start = max(self.pending.start, _start_at(self.pending.stop, width, before))
        _shift(behind, start - self.pending.start)
        if self.pending.item:
            self.items[self.pending.item - 1].width = start - self.pending.start
        self.x = start + width
        self.pending = None

    def cut(self, items: int, bookmarks: int) -> None:
        del self.items[items:]
        del self.bookmarks[bookmarks:]
        if self.pending is not None and self.pending.item > items:
            self.pending = None

    def done(self, ends_with: str) -> Line:
        self._settle()
        line = Line(self.items, ends_with=ends_with, bookmarks=self.bookmarks)
        if self.break_format is not None and not self.items:
            line.items.append(Item(self.x, 0.0, format=self.break_format, is_space=True))
        return line


def _start_at(stop: TabStop, width: float, before: float | None = None) -> float:
    if stop.kind == "center":
        return stop.position - width / 2
    return stop.position - (width if before is None else before)


def _width_before_decimal(items: Sequence[Item]) -> float:
    width = 0.0
    for item in items:
        text = item.piece.text if item.piece else ""
        signs = [text.rfind(sign) for sign in _DECIMAL_SIGNS if text.rfind(sign) >= 0]
        at = max(signs, default=-1)
        if at >= 0 and item.piece is not None and at + 1 < len(text) and text[at + 1].isdigit():
            return width + item.width * _share(item.piece, at)
        width += item.width
    return width


def _share(piece: Piece, characters: int) -> float:
    total = sum(piece.shaped.advances) or 1
    inside = zip(piece.shaped.clusters, piece.shaped.advances, strict=True)
    return sum(advance for cluster, advance in inside if cluster < characters) / total


def _fitting(piece: Piece, room: float) -> int:
    width = 0.0
    glyphs = zip(piece.shaped.clusters, piece.shaped.advances, strict=True)
    for cluster, advance in sorted(glyphs) if piece.rtl else glyphs:
        width += advance * piece.format.unit + piece.format.style.spacing
        if width > room:
            return cluster
    return len(piece.text)


def _shift(items: Sequence[Item], distance: float) -> None:
    for item in items:
        item.x += distance


def _justify(items: list[Item], last: Item, slack: float) -> None:
    inner = items[: items.index(last)]
    gaps = sum(len(item.piece.text) for item in inner if item.is_space and item.piece)
    moved = 0.0
    for item in items:
        item.x += moved
        if item.is_space and item.piece and gaps and moved < slack - EPSILON:
            extra = slack * len(item.piece.text) / gaps
            item.width += extra
            moved += extra


def _set_height(line: Line, style: ParagraphStyle, mark: Format, *, include_mark: bool) -> None:
    """Set a line's height and baseline by the line rule (17.3.1.33); leading beyond the font's goes below the text."""
    ascent = descent = 0.0
    for item in line.items:
        above, below = _extent(item)
        ascent, descent = max(ascent, above), max(descent, below)
    if include_mark or not line.items:
        ascent, descent = max(ascent, mark.ascent), max(descent, mark.descent)
    natural = ascent + descent
    if style.line_rule == "exact":
        line.height = style.line
        line.baseline = ascent + (style.line - natural) * 0.8
    elif style.line_rule == "atLeast":
        line.height = max(natural, style.line)
        line.baseline = line.height - descent
    else:
        line.height = natural * style.line
        line.baseline = ascent if style.line >= 1 else ascent - natural * (1 - style.line)


def _extent(item: Item) -> tuple[float, float]:
    if item.picture is not None:
        raised = item.picture.style.raised
        descent = item.format.descent if item.format else 0.0
        return item.picture.picture.height + raised, max(descent, -raised)
    setting = item.piece.format if item.piece else item.format
    return (setting.ascent, setting.descent) if setting else (0.0, 0.0)
