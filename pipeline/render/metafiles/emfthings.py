"""Enhanced metafiles: bitmaps, and the pens, brushes and fonts that are kept by number ([MS-EMF] 2.3.1, 2.3.7)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from pipeline.render.graphic import Box
from pipeline.render.metafiles.bitmaps import bitmap_file, size_of
from pipeline.render.metafiles.board import Board
from pipeline.render.metafiles.lettering import family_of, filled, font_of
from pipeline.render.metafiles.records import Record
from pipeline.render.metafiles.state import STOCK, Hatch, Pen, Thing
from pipeline.render.patterns import Pattern

MOST_THINGS = 10_000
_STOCK = 0x80000000
_GEOMETRIC = 0x10000
_BLACKNESS, _WHITENESS, _PATCOPY, _NOTHING = 0x42, 0xFF0062, 0xF00021, 0xAA0029
_SRCCOPY = 0xCC0020
_HATCHED = 2
_HATCHES = {0: "horz", 1: "vert", 2: "dnDiag", 3: "upDiag", 4: "cross", 5: "diagCross"}
_PATTERN = "c0c0c0"  # a brush of a bitmap or a hatch, told as one colour


@dataclass
class Things:
    """The pens, brushes and fonts of a file by their number."""

    known: dict[int, Thing] = field(default_factory=dict)

    def keep(self, number: int, thing: Thing) -> None:
        """Keep a thing by its number."""
        if len(self.known) < MOST_THINGS:
            self.known[number] = thing

    def handle(self, board: Board, record: Record) -> bool:
        """Do what a record says of things; return whether it says anything of them."""
        number = record.unsigned(8)
        if record.kind == 37:
            found = STOCK.get(number - _STOCK) if number >= _STOCK else self.known.get(number)
            if found is not None:
                board.state.select(found)
            return True
        if record.kind == 40:
            self.known.pop(number, None)
            return True
        maker = _MAKERS.get(record.kind)
        if maker is not None:
            self.keep(number, maker(record))
        return maker is not None


def _pen(record: Record) -> Thing:
    width = float(abs(record.number(16)))
    return Pen(record.color(24), width, record.unsigned(12), cosmetic=width == 0)


def _extended_pen(record: Record) -> Thing:
    style = record.unsigned(28)
    brush_style = record.unsigned(36)
    color = "" if brush_style == 1 else record.color(40)
    return Pen(color, float(min(record.unsigned(32), 1 << 20)), style, cosmetic=not style & _GEOMETRIC)


def _brush(record: Record) -> Thing:
    return brush_of(record.unsigned(12), record.color(16), record.unsigned(20))


def brush_of(style: int, color: str, hatch: int) -> Thing:
    """Return a brush by its style: of one colour, none, or lines of a kind on white ([MS-WMF] 2.1.1.4, 2.1.1.12)."""
    if style in {0, 1}:
        return "" if style else color
    mean = "".join(f"{(int(color[at : at + 2], 16) + 255) // 2:02x}" for at in (0, 2, 4))
    name = _HATCHES.get(hatch, "") if style == _HATCHED else ""
    return Hatch(Pattern(name, color, "ffffff"), mean) if name else mean


def _pattern(_record: Record) -> Thing:
    return _PATTERN


def _font(record: Record) -> Thing:
    name = record.data[40:104].decode("utf-16-le", "replace")
    measures = (float(record.number(12)), float(record.number(20)))
    return font_of(family_of(name), measures, record.number(28), tuple(record.data[32:36]))


_MAKERS: dict[int, Callable[[Record], Thing]] = {
    38: _pen,
    39: _brush,
    82: _font,
    93: _pattern,
    94: _pattern,
    95: _extended_pen,
}


def _stretched(board: Board, record: Record) -> None:
    """Draw a bitmap over a rectangle ([MS-EMF] 2.3.1.7)."""
    place = _box(record, 24, 72)
    source = _box(record, 32, 40)
    header, bits = _parts(record, 48)
    board.bitmap(bitmap_file(header, bits), place, _crop(source, header), record.unsigned(68))


def _to_device(board: Board, record: Record) -> None:
    """Draw a bitmap as large as it is ([MS-EMF] 2.3.1.5)."""
    source = _box(record, 32, 40)
    header, bits = _parts(record, 48)
    place = (float(record.number(24)), float(record.number(28)), source[2], source[3])
    board.bitmap(bitmap_file(header, bits), place, _crop(source, header), _SRCCOPY)


def _transferred(board: Board, record: Record) -> None:
    """Draw a bitmap, or fill a rectangle with the brush ([MS-EMF] 2.3.1.2, 2.3.1.6, 2.3.1.1)."""
    place, operation = _box(record, 24, 32), record.unsigned(40)
    header, bits = _parts(record, 84)
    if not header:
        _fill(board, place, operation)
        return
    across, down = size_of(header)
    own = (float(record.number(44)), float(record.number(48)))
    size = record.numbers(100, 2) if record.kind != 76 else (int(place[2]), int(place[3]))
    drawn = (float(size[0]), float(size[1])) if len(size) == 2 else (float(across), float(down))
    crop = _crop((*own, *drawn), header)
    board.bitmap(bitmap_file(header, bits), place, crop, _SRCCOPY if record.kind == 114 else operation)


def _fill(board: Board, place: Box, operation: int) -> None:
    colors = {_BLACKNESS: "000000", _WHITENESS: "ffffff", _PATCOPY: board.state.brush}
    color = colors.get(operation, "")
    if color:
        left, top, wide, high = place
        filled(board, (left, top, left + wide, top + high), color)


def _gradient(board: Board, record: Record) -> None:
    """Fill the rectangle of a gradient with the mean of its colours ([MS-EMF] 2.3.5.12)."""
    count = min(record.unsigned(24), 1_000)
    vertices = [record.numbers(36 + 16 * index, 2) for index in range(count)]
    points = [(float(pair[0]), float(pair[1])) for pair in vertices if len(pair) == 2]
    if len(points) < 2:
        return
    shares = [record.numbers(44 + 16 * index, 3, "H") for index in range(len(points))]
    sums = [sum(share[channel] for share in shares if len(share) == 3) for channel in range(3)]
    color = "".join(f"{min(total // len(points) >> 8, 255):02x}" for total in sums)
    xs, ys = [x for x, _ in points], [y for _, y in points]
    filled(board, (min(xs), min(ys), max(xs), max(ys)), color)


def _box(record: Record, corner: int, size: int) -> Box:
    left, top = record.number(corner), record.number(corner + 4)
    return float(left), float(top), float(record.number(size)), float(record.number(size + 4))


def _parts(record: Record, at: int) -> tuple[bytes, bytes]:
    header = record.piece(record.unsigned(at), record.unsigned(at + 4))
    return header, record.piece(record.unsigned(at + 8), record.unsigned(at + 12))


def _crop(source: Box, header: bytes) -> Box:
    """Return the shares of a bitmap that lie outside the rectangle that is drawn of it."""
    wide, high = size_of(header)
    left, top, across, down = source
    if not wide or not high or across <= 0 or down <= 0:
        return (0.0, 0.0, 0.0, 0.0)
    shares = (left / wide, top / high, 1 - (left + across) / wide, 1 - (top + down) / high)
    first, second, third, fourth = (round(min(max(share, 0.0), 1.0), 6) for share in shares)
    return first, second, third, fourth


BITMAPS: dict[int, Callable[[Board, Record], None]] = {
    76: _transferred,
    77: _transferred,
    80: _to_device,
    81: _stretched,
    114: _transferred,
    116: _transferred,
    118: _gradient,
}
