"""The line that is being set: what is added stands behind what is there, at tab stops where tabs are (17.3.1.37)."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.render.layout.alignment import shift
from pipeline.render.layout.atoms import Atom, Kind
from pipeline.render.layout.eastasian import HANGING
from pipeline.render.layout.formats import Format, Piece
from pipeline.render.layout.line import EPSILON, Item, Line, Measure, Over
from pipeline.render.notetree import NoteRun
from pipeline.render.tree import BookmarkRun, PictureRun, TabRun, TabStop

BOUNDS_TABS = 15  # the version mode from which text aligned at a stop does not pass the column's end
_DECIMAL_SIGNS = ",."


@dataclass(slots=True)
class _PendingTab:
    """A tab whose stop aligns what follows it: where it began and the index of the first item behind it."""

    stop: TabStop
    start: float
    item: int


class LineSetter:
    """The line that is being set."""

    def __init__(self, measure: Measure, left: float) -> None:
        self.measure = measure
        self.items: list[Item] = []
        self.bookmarks: list[str] = []
        self.x = left
        self.left = left
        self.right = measure.right
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
        """Return whether nothing but a label stands in it."""
        return not any(not item.is_label and item.floating is None for item in self.items)

    @property
    def room(self) -> float:
        """Return how much fits behind what stands there."""
        return self.right - self.x

    def overflows(self, atom: Atom) -> bool:
        """Return whether an atom does not fit."""
        if atom.kind is Kind.WORD or atom.kind is Kind.OBJECT:
            end = self.x + atom.width if self.pending is None else self._end_with(atom, self.pending)
            return end > self.right + EPSILON and end > self._tab_limit() and not self._hangs(atom)
        if atom.kind is Kind.TAB and self._absolute(atom) is None:
            return self._next_stop().position > self.right + EPSILON and not self._has_stop() and bool(self.items)
        return False

    def _hangs(self, atom: Atom) -> bool:
        """Return whether an atom is a sign that may stand beyond the line's end, behind text that fills it."""
        if not self.measure.style.hangs or self.pending is not None or self.is_empty or not atom.pieces:
            return False
        return atom.pieces[0].text in HANGING and self.x <= self.right + EPSILON

    def _tab_limit(self) -> float:
        return self.pending.stop.position + EPSILON if self.pending else 0.0

    def _end_with(self, atom: Atom, tab: _PendingTab) -> float:
        width = sum(item.width for item in self.items[tab.item :]) + atom.width
        return max(tab.start, self._start(tab.stop, width)) + width

    def _start(self, stop: TabStop, width: float, before: float | None = None) -> float:
        """Return where text at a stop begins; that of a centre or a decimal sign does not pass the line's end."""
        start = _start_at(stop, width, before)
        kept = stop.kind in {"center", "decimal"} and stop.position <= self.right + EPSILON
        return min(start, self.right - width) if kept else start

    def add(self, atom: Atom) -> None:
        """Set an atom behind what stands there."""
        if atom.kind is Kind.TAB:
            self._add_tab(atom)
        elif atom.kind is Kind.MARK:
            self._mark(atom)
        elif atom.kind is Kind.OBJECT:
            assert isinstance(atom.payload, PictureRun)
            item = Item(self.x, atom.width, picture=atom.payload, format=atom.format, level=atom.level)
            item.is_label = atom.is_label
            self.items.append(item)
            self.x += atom.width
        else:
            if self.items or atom.back > 0 or atom.kind is Kind.LABEL:
                self.x -= atom.back
            self.x += atom.pads[0]
            space, label = atom.kind is Kind.SPACE, atom.kind is Kind.LABEL
            for piece in atom.pieces:
                self.items.append(Item(self.x, piece.width, piece, is_space=space, is_label=label, level=atom.level))
                self.x += piece.width
            self.x += atom.pads[1]
            if atom.over:
                self._read(self.items[-len(atom.pieces) :], atom.over)
            if isinstance(atom.payload, NoteRun):
                self.items[-1].note = atom.payload

    @staticmethod
    def _read(items: Sequence[Item], over: tuple[Over, ...]) -> None:
        """Give characters their reading, heard behind them; where it is wider, they stand amid their room."""
        for item in items:
            item.x += max(-over[0].x, 0.0)
        back = items[0].x - items[-1].x
        items[-1].over = tuple(replace(one, x=one.x + back) for one in over) if back else over

    def end_with_hyphen(self, piece: Piece, level: int) -> None:
        """Set the hyphen of a word that goes on in the next line."""
        self._settle()
        last = self.items[-1]
        self.items.append(Item(last.x + last.width, piece.width, piece, level=level))

    def free_behind(self, count: int) -> float:
        """Return how much would be left at the line's end behind the visible ones of the first items."""
        visible = [item.x + item.width for item in self.items[:count] if not item.is_space]
        return self.right - max(visible, default=self.left)

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
        return TabStop((math.floor((self.x + EPSILON) / step) + 1) * step)

    def _add_tab(self, atom: Atom) -> None:
        self._settle()
        stop = self._absolute(atom) or self._bounded(self._next_stop())
        start = self.x
        piece = atom.pieces[0]
        self.items.append(Item(start, 0.0, piece, leader=stop.leader, format=atom.format, is_space=True))
        if stop.kind == "left":
            self.x = stop.position
        else:
            self.pending = _PendingTab(stop, start, len(self.items))
        self.items[-1].width = self.x - start

    def _bounded(self, stop: TabStop) -> TabStop:
        """Return a stop as it aligns text: one beyond the column does so at the column's end."""
        end = self.measure.width
        bounded = self.measure.bounds_tabs and stop.kind != "left" and stop.position > end > self.x
        return replace(stop, position=end) if bounded else stop

    def _absolute(self, atom: Atom) -> TabStop | None:
        """Return where a tab goes that names its own place: to an edge or the middle of the text or the indents."""
        place = atom.payload.place if isinstance(atom.payload, TabRun) else None
        if place is None:
            return None
        left, right = (self.measure.style.left, self.right) if place.base == "indent" else (0.0, self.measure.width)
        position = {"center": (left + right) / 2, "right": right}.get(place.align, left)
        return TabStop(position, place.align, place.leader) if position > self.x else TabStop(self.x)

    def _settle(self) -> None:
        """Move what stands behind an aligning tab to where the stop wants it."""
        if self.pending is None:
            return
        behind = self.items[self.pending.item :]
        width = sum(item.width for item in behind)
        before = _width_before_decimal(behind) if self.pending.stop.kind == "decimal" else width
        start = max(self.pending.start, self._start(self.pending.stop, width, before))
        shift(behind, start - self.pending.start)
        if self.pending.item:
            self.items[self.pending.item - 1].width = start - self.pending.start
        self.x = start + width
        self.pending = None

    def cut(self, items: int, bookmarks: int) -> None:
        """Take away all but the first items and bookmarks."""
        del self.items[items:]
        del self.bookmarks[bookmarks:]
        if self.pending is not None and self.pending.item > items:
            self.pending = None

    def done(self, ends_with: str, clear: str = "") -> Line:
        """Return the line."""
        self._settle()
        line = Line(self.items, ends_with=ends_with, bookmarks=self.bookmarks, clear=clear)
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
