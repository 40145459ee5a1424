"""Windows metafiles of 16 bits, drawn on the same board as enhanced ones ([MS-WMF] 2.3)."""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import ClassVar

from pipeline.render.metafiles import curves
from pipeline.render.metafiles.affine import Point
from pipeline.render.metafiles.bitmaps import bitmap_file, parted, size_of
from pipeline.render.metafiles.board import Board
from pipeline.render.metafiles.curves import Edges
from pipeline.render.metafiles.emfthings import brush_of
from pipeline.render.metafiles.lettering import decoded, family_of, filled, font_of, ground, write
from pipeline.render.metafiles.records import MOST_POINTS, Record
from pipeline.render.metafiles.state import Pen, Thing

PLACEABLE = b"\xd7\xcd\xc6\x9a"
MOST_RECORDS = 200_000
_OPENINGS = (b"\x01\x00\x09\x00", b"\x02\x00\x09\x00")
_WINDOW_EXTENT = 0x020C
_USUAL_EXTENT = (0.0, 0.0, 1000.0, 1000.0)
_RECTANGLE = 0x6  # ETO_OPAQUE, ETO_CLIPPED: a rectangle stands before the text
_PATTERN = "c0c0c0"
_SILENT = frozenset({0x0000, 0x0103, 0x0102, 0x0104, 0x0105, 0x0107, 0x0108, 0x020A, 0x0231, 0x0149, 0x0035, 0x0234})
_SILENT |= frozenset({0x0037, 0x0139, 0x0436, 0x0626, 0x020D, 0x020E, 0x0410, 0x0412, 0x0211, 0x0220, 0x0415, 0x012C})
_PATCOPY = 0xF00021
_BARE_BLIT = 18  # bytes of a DIBBITBLT without a bitmap


@dataclass
class Wmf:
    """Plays one file; ``spread`` is where the whole picture stands: its corner and its size in points."""

    data: bytes
    spread: tuple[float, float, float, float]
    things: dict[int, Thing | None] = field(default_factory=dict)

    @staticmethod
    def is_one(data: bytes) -> bool:
        """Return whether bytes begin as such a file does."""
        return data.startswith((PLACEABLE, *_OPENINGS))

    def played(self, width: float, height: float) -> Board:
        """Return the board that all records were drawn on."""
        left, top, wide, high = self.spread
        board = Board(width, height, (1.0, 0.0, 0.0, 1.0, left, top), 72 / 25.4)
        board.state.map_mode, board.state.viewport = 8, (0.0, 0.0, wide, high)
        board.state.window = self._window()
        for record in self._records():
            if board.full:
                board.unknown["rest"] += 1
                break
            handler = self._HANDLERS.get(record.kind)
            if handler is not None:
                handler(self, board, record)
            elif record.kind not in _SILENT:
                board.unknown[hex(record.kind)] += 1
        return board

    def _window(self) -> tuple[float, float, float, float]:
        """Return what the picture shows, in logical units: the file's box, which it may change, or a usual one."""
        if not self.data.startswith(PLACEABLE):
            return _USUAL_EXTENT
        left, top, right, bottom = (*Record(0, self.data[:22]).numbers(6, 4, "h"), 0, 0, 0, 0)[:4]
        return (float(left), float(top), float(right - left), float(bottom - top)) if right != left else _USUAL_EXTENT

    def _records(self) -> Iterator[Record]:
        at = 22 if self.data.startswith(PLACEABLE) else 0
        at += 2 * (struct.unpack_from("<H", self.data, at + 2)[0] if len(self.data) >= at + 4 else 9)
        for _ in range(MOST_RECORDS):
            if at + 6 > len(self.data):
                return
            size, kind = struct.unpack_from("<IH", self.data, at)
            if size < 3 or kind == 0:
                return
            yield Record(kind, self.data[at + 6 : at + 2 * size])
            at += 2 * size

    # -- outlines --

    def _move(self, board: Board, record: Record) -> None:
        board.state.at = _point(record, 0)

    def _line(self, board: Board, record: Record) -> None:
        end = _point(record, 0)
        board.outline([("m", board.state.at), ("l", end)], filled=False)
        board.state.at = end

    def _rectangle(self, board: Board, record: Record) -> None:
        board.outline(curves.rectangle(_edges(record, 0)))

    def _ellipse(self, board: Board, record: Record) -> None:
        board.outline(curves.ellipse(_edges(record, 0)))

    def _rounded(self, board: Board, record: Record) -> None:
        board.outline(curves.rounded(_edges(record, 4), _point(record, 0)))

    def _arc(self, board: Board, record: Record) -> None:
        kind = {0x0817: "arc", 0x081A: "pie"}.get(record.kind, "chord")
        end, begin = _point(record, 0), _point(record, 4)
        board.outline(curves.arc(_edges(record, 8), begin, end, kind), filled=kind != "arc")

    def _polygon(self, board: Board, record: Record) -> None:
        closed = record.kind == 0x0324
        points = record.points(2, record.number(0, "<H"), "h")
        board.outline(curves.polygon(points, closed=closed), filled=closed)

    def _polygons(self, board: Board, record: Record) -> None:
        count = record.number(0, "<H")
        lengths = record.numbers(2, count, "H")
        points = record.points(2 + 2 * count, MOST_POINTS, "h")
        commands, at = [], 0
        for length in lengths:
            commands += list(curves.polygon(points[at : at + length], closed=True))
            at += length
        board.outline(commands)

    # -- the state --

    def _window_origin(self, board: Board, record: Record) -> None:
        board.state.window = (*_point(record, 0), *board.state.window[2:])

    def _window_extent(self, board: Board, record: Record) -> None:
        x, y = _point(record, 0)
        if x and y:
            board.state.window = (*board.state.window[:2], x, y)

    def _even_odd(self, board: Board, record: Record) -> None:
        board.state.even_odd = record.number(0, "<H") != 2

    def _align(self, board: Board, record: Record) -> None:
        board.state.align = record.number(0, "<H")

    def _ink(self, board: Board, record: Record) -> None:
        board.state.ink = record.color(0)

    def _ground(self, board: Board, record: Record) -> None:
        board.state.ground = record.color(0)

    def _save(self, board: Board, _record: Record) -> None:
        board.save()

    def _restore(self, board: Board, record: Record) -> None:
        board.restore(record.number(0, "<h"))

    def _clip(self, board: Board, record: Record) -> None:
        left, top, right, bottom = _edges(record, 0)
        across, _, _, down, x, y = board.matrix()
        box = (left * across + x, top * down + y, (right - left) * across, (bottom - top) * down)
        board.clip_to(box, narrow=True)

    # -- things --

    def _keep(self, thing: Thing | None) -> None:
        """Keep a thing by the lowest number that is free."""
        number = next((at for at in range(len(self.things)) if at not in self.things), len(self.things))
        if number < 10_000:
            self.things[number] = thing

    def _pen(self, _board: Board, record: Record) -> None:
        style, width = record.number(0, "<H"), float(abs(record.number(2, "<h")))
        self._keep(Pen(record.color(6), width, style & 0xF, cosmetic=width == 0))

    def _brush(self, _board: Board, record: Record) -> None:
        hatch = record.number(6, "<H") if len(record.data) >= 8 else -1
        self._keep(brush_of(record.number(0, "<H"), record.color(2), hatch))

    def _pattern(self, _board: Board, _record: Record) -> None:
        self._keep(_PATTERN)

    def _nothing(self, _board: Board, _record: Record) -> None:
        self._keep(None)

    def _font(self, _board: Board, record: Record) -> None:
        height, _, escapement, _, weight = (*record.numbers(0, 5, "h"), 0, 0, 0, 0, 0)[:5]
        marks = tuple(record.data[10:14])
        name = family_of(decoded(record.data[18:50].partition(b"\0")[0], (*marks, 0, 0, 0, 0)[3]))
        self._keep(font_of(name, (float(height), float(escapement)), weight, marks))

    def _select(self, board: Board, record: Record) -> None:
        found = self.things.get(record.number(0, "<H"))
        if found is not None:
            board.state.select(found)

    def _delete(self, _board: Board, record: Record) -> None:
        self.things.pop(record.number(0, "<H"), None)

    # -- text and bitmaps --

    def _text(self, board: Board, record: Record) -> None:
        count = record.number(0, "<H")
        words = decoded(record.data[2 : 2 + count], board.state.font.charset)
        write(board, words, _point(record, 2 + count + count % 2), 0, ())

    def _extended_text(self, board: Board, record: Record) -> None:
        count, options = record.number(4, "<H"), record.number(6, "<H")
        start = 8
        if options & _RECTANGLE:
            left, top, right, bottom = (*map(float, record.numbers(8, 4, "h")), 0.0, 0.0, 0.0, 0.0)[:4]
            ground(board, (left, top, right, bottom), options)
            start = 16
        data = record.data[start : start + count]
        words = decoded(data, board.state.font.charset)
        advances = record.numbers(start + count + count % 2, count, "h") if len(words) == len(data) else ()
        write(board, words, _point(record, 0), options, advances)

    def _bitmap(self, board: Board, record: Record) -> None:
        """Draw a bitmap; without one the brush fills the rectangle."""
        operation, sizes, usual = record.unsigned(0), _BITMAP_AT[record.kind], (0, 0, 0, 0)
        at, scaled = sizes if len(record.data) != _BARE_BLIT else (_BARE_BLIT, 0)
        top, left = record.number(at - 4, "<h"), record.number(at - 2, "<h")
        high, wide = record.number(at - 8, "<h"), record.number(at - 6, "<h")
        header, bits = parted(record.data[at:])
        box = (float(left), float(top), float(wide), float(high))
        if not header:
            if operation == _PATCOPY and board.state.brush:
                filled(board, (box[0], box[1], box[0] + box[2], box[1] + box[3]), board.state.brush)
            return
        across, down = size_of(header)
        part = (*record.numbers(scaled, 4, "h"), *usual)[:4] if scaled else (down, across, 0, 0)
        board.bitmap(bitmap_file(header, bits), box, _cut(part, (across, down)), operation)

    _HANDLERS: ClassVar[dict[int, Callable[[Wmf, Board, Record], None]]] = {
        0x0214: _move,
        0x0213: _line,
        0x041B: _rectangle,
        0x0418: _ellipse,
        0x061C: _rounded,
        0x0817: _arc,
        0x081A: _arc,
        0x0830: _arc,
        0x0324: _polygon,
        0x0325: _polygon,
        0x0538: _polygons,
        0x020B: _window_origin,
        _WINDOW_EXTENT: _window_extent,
        0x0106: _even_odd,
        0x012E: _align,
        0x0209: _ink,
        0x0201: _ground,
        0x001E: _save,
        0x0127: _restore,
        0x0416: _clip,
        0x02FA: _pen,
        0x02FC: _brush,
        0x0142: _pattern,
        0x01F9: _pattern,
        0x00F7: _nothing,
        0x06FF: _nothing,
        0x02FB: _font,
        0x012D: _select,
        0x01F0: _delete,
        0x0521: _text,
        0x0A32: _extended_text,
        0x0F43: _bitmap,
        0x0B41: _bitmap,
        0x0940: _bitmap,
        0x061D: _bitmap,
    }


# Where the bitmap begins in a record, and where the rectangle of it that is drawn stands (0: all of it).
_BITMAP_AT = {0x0F43: (22, 6), 0x0B41: (20, 4), 0x0940: (16, 0), 0x061D: (12, 0)}


def _point(record: Record, at: int) -> Point:
    """Return a point, whose y stands first."""
    return float(record.number(at + 2, "<h")), float(record.number(at, "<h"))


def _edges(record: Record, at: int) -> Edges:
    bottom, right, top, left = (*record.numbers(at, 4, "h"), 0, 0, 0, 0)[:4]
    return float(left), float(top), float(right), float(bottom)


def _cut(part: tuple[int, ...], size: tuple[int, int]) -> tuple[float, float, float, float]:
    high, wide, top, left = part
    across, down = size
    if not across or not down or wide <= 0 or high <= 0:
        return (0.0, 0.0, 0.0, 0.0)
    shares = (left / across, top / down, 1 - (left + wide) / across, 1 - (top + high) / down)
    first, second, third, fourth = (round(min(max(share, 0.0), 1.0), 6) for share in shares)
    return first, second, third, fourth
