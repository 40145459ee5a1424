"""Enhanced metafiles: what draws outlines and text, and what changes how they are drawn ([MS-EMF] 2.3)."""

from __future__ import annotations

import math
from collections.abc import Callable

from pipeline.render.metafiles import curves
from pipeline.render.metafiles.affine import IDENTITY, Matrix, Point, applied, multiplied
from pipeline.render.metafiles.board import Board
from pipeline.render.metafiles.curves import Edges
from pipeline.render.metafiles.lettering import GLYPHS, decoded, ground, write
from pipeline.render.metafiles.records import MOST_POINTS, Record

Handler = Callable[[Board, Record], None]
_NO_RECTANGLE, _SMALL_CHARACTERS = 0x100, 0x200
_LEFT_MULTIPLY, _RIGHT_MULTIPLY, _SET = 2, 3, 4
_COPY = 5


def _poly(kind: str, form: str) -> Handler:
    """Return what draws one run of points: polygon, line, curve, or the last two from where the pen is."""

    def handle(board: Board, record: Record) -> None:
        points = record.points(28, record.unsigned(24), form)
        if not points:
            return
        start = [board.state.at] if kind.endswith("to") else []
        if kind.startswith("bezier"):
            commands = list(curves.bezier([*start, *points]))
        else:
            commands = list(curves.polygon([*start, *points], closed=kind == "polygon"))
        if start:
            board.state.at = points[-1]
            commands = commands[1:] if board.path else commands
        board.outline(commands, filled=kind == "polygon")

    return handle


def _polys(form: str, *, closed: bool) -> Handler:
    """Return what draws several runs of points as one outline."""

    def handle(board: Board, record: Record) -> None:
        count = min(record.unsigned(24), MOST_POINTS)
        lengths = record.numbers(32, count, "I")
        points = record.points(32 + 4 * count, record.unsigned(28), form)
        commands, at = [], 0
        for length in lengths:
            commands += list(curves.polygon(points[at : at + length], closed=closed))
            at += length
        board.outline(commands, filled=closed)

    return handle


def _move(board: Board, record: Record) -> None:
    board.state.at = (float(record.number(8)), float(record.number(12)))
    if board.path is not None:
        board.path.append(("m", applied(board.matrix(), board.state.at)))


def _line(board: Board, record: Record) -> None:
    end = (float(record.number(8)), float(record.number(12)))
    start = [] if board.path else [("m", board.state.at)]
    board.outline([*start, ("l", end)], filled=False)
    board.state.at = end


def _rectangle(board: Board, record: Record) -> None:
    board.outline(curves.rectangle(record.edges(8)))


def _ellipse(board: Board, record: Record) -> None:
    board.outline(curves.ellipse(record.edges(8)))


def _rounded(board: Board, record: Record) -> None:
    board.outline(curves.rounded(record.edges(8), (float(record.number(24)), float(record.number(28)))))


def _arc(kind: str) -> Handler:
    def handle(board: Board, record: Record) -> None:
        begin, end = ((float(record.number(at)), float(record.number(at + 4))) for at in (24, 32))
        board.outline(curves.arc(record.edges(8), begin, end, kind), filled=kind != "arc")

    return handle


def _angle_arc(board: Board, record: Record) -> None:
    """Draw a line to an arc of a circle, and the arc."""
    middle, radius = (float(record.number(8)), float(record.number(12))), float(record.unsigned(16))
    first, sweep = -math.radians(record.real(20)), -math.radians(max(min(record.real(24), 360.0), -360.0))
    start = [] if board.path else [("m", board.state.at)]
    board.outline([*start, *curves.swept(middle, (radius, radius), (first, sweep), joined=True)], filled=False)
    last = first + sweep
    board.state.at = (middle[0] + radius * math.cos(last), middle[1] + radius * math.sin(last))


# -- paths and clipping --


def _begin_path(board: Board, _record: Record) -> None:
    board.path = []


def _end_path(board: Board, _record: Record) -> None:
    board.finished, board.path = tuple(board.path or ()), None


def _close_figure(board: Board, _record: Record) -> None:
    if board.path:
        board.path.append(("h", ()))


def _paint(*, filled: bool, stroked: bool) -> Handler:
    def handle(board: Board, _record: Record) -> None:
        board.paint(_begun(board.finished), filled=filled, stroked=stroked)
        board.finished = ()

    return handle


def _begun(commands: tuple[tuple[str, tuple[float, ...]], ...]) -> tuple[tuple[str, tuple[float, ...]], ...]:
    """Return an outline that begins with a point, as it must."""
    if not commands or commands[0][0] == "m":
        return commands
    values = commands[0][1]
    return (("m", values[-2:]), *commands[1:]) if values else ()


def _clip_to_path(board: Board, record: Record) -> None:
    """Clip to the box around the path."""
    xs = [value for _, values in board.finished for value in values[::2]]
    ys = [value for _, values in board.finished for value in values[1::2]]
    if xs and record.unsigned(8) in {1, _COPY}:
        box = (min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
        board.clip_to(box, narrow=record.unsigned(8) == 1)
    board.finished = ()


def _clip_to_region(board: Board, record: Record) -> None:
    """Clip to the box around a region, in the device's units; a copy of none shows all."""
    mode = record.unsigned(12)
    if not record.unsigned(8):
        if mode == _COPY:
            board.clip_to(None, narrow=False)
    elif mode in {1, _COPY}:
        _clip_to_edges(board, record.edges(32), board.device, narrow=mode == 1)


def _clip_to_rectangle(board: Board, record: Record) -> None:
    _clip_to_edges(board, record.edges(8), board.matrix(), narrow=True)


def _clip_to_edges(board: Board, edges: Edges, matrix: Matrix, *, narrow: bool) -> None:
    (x0, y0), (x1, y1) = applied(matrix, edges[:2]), applied(matrix, edges[2:])
    board.clip_to((min(x0, x1), min(y0, y1), abs(x1 - x0), abs(y1 - y0)), narrow=narrow)


# -- the state --


def _world(board: Board, record: Record) -> None:
    board.state.world = transform(record, 8)


def _change_world(board: Board, record: Record) -> None:
    """Change the world's transform ([MS-EMF] 2.1.24)."""
    mode, given = record.unsigned(32), transform(record, 8)
    known = {
        1: IDENTITY,
        _LEFT_MULTIPLY: multiplied(given, board.state.world),
        _RIGHT_MULTIPLY: multiplied(board.state.world, given),
        _SET: given,
    }
    found = known.get(mode, board.state.world)
    board.state.world = found if max(map(abs, found)) < 1e12 else IDENTITY


def transform(record: Record, at: int) -> Matrix:
    """Return the transform at an offset of a record."""
    a, b, c, d, e, f = (record.real(at + 4 * index) for index in range(6))
    return (a, b, c, d, e, f)


def _frame(name: str, *, extent: bool) -> Handler:
    """Return what sets the origin or the extent of the window or the viewport."""

    def handle(board: Board, record: Record) -> None:
        x, y = float(record.number(8)), float(record.number(12))
        old = getattr(board.state, name)
        setattr(board.state, name, (*old[:2], x, y) if extent else (x, y, *old[2:]))

    return handle


def _map_mode(board: Board, record: Record) -> None:
    board.state.map_mode = record.unsigned(8)


def _even_odd(board: Board, record: Record) -> None:
    board.state.even_odd = record.unsigned(8) != 2


def _align(board: Board, record: Record) -> None:
    board.state.align = record.unsigned(8)


def _ink(board: Board, record: Record) -> None:
    board.state.ink = record.color(8)


def _ground(board: Board, record: Record) -> None:
    board.state.ground = record.color(8)


def _save(board: Board, _record: Record) -> None:
    board.save()


def _restore(board: Board, record: Record) -> None:
    board.restore(record.number(8))


# -- text --


def _text(board: Board, record: Record) -> None:
    """Write a line of text ([MS-EMF] 2.3.5.7, 2.3.5.8)."""
    wide = record.kind == 84
    at = (float(record.number(36)), float(record.number(40)))
    count, start, options = record.unsigned(44), record.unsigned(48), record.unsigned(52)
    ground(board, record.edges(56), options)
    if options & GLYPHS:
        board.unknown["glyphs"] += 1
        return
    data = record.data[start : start + min(count, MOST_POINTS) * (2 if wide else 1)]
    words = data.decode("utf-16-le", "replace") if wide else decoded(data, board.state.font.charset)
    spaced = record.unsigned(72)
    advances = record.numbers(spaced, 2 * len(words), "i") if spaced >= 76 else ()
    write(board, words, at, options, advances)


def _small_text(board: Board, record: Record) -> None:
    """Write a line of text without widths ([MS-EMF] 2.3.5.37)."""
    at: Point = (float(record.number(8)), float(record.number(12)))
    count, options = min(record.unsigned(16), MOST_POINTS), record.unsigned(20)
    start = 36 if options & _NO_RECTANGLE else 52
    if options & GLYPHS:
        board.unknown["glyphs"] += 1
    elif options & _SMALL_CHARACTERS:
        write(board, decoded(record.data[start : start + count], board.state.font.charset), at, 0, ())
    else:
        write(board, record.data[start : start + 2 * count].decode("utf-16-le", "replace"), at, 0, ())


DRAWING: dict[int, Handler] = {
    2: _poly("bezier", "i"),
    3: _poly("polygon", "i"),
    4: _poly("line", "i"),
    5: _poly("bezierto", "i"),
    6: _poly("lineto", "i"),
    7: _polys("i", closed=False),
    8: _polys("i", closed=True),
    9: _frame("window", extent=True),
    10: _frame("window", extent=False),
    11: _frame("viewport", extent=True),
    12: _frame("viewport", extent=False),
    17: _map_mode,
    19: _even_odd,
    22: _align,
    24: _ink,
    25: _ground,
    27: _move,
    30: _clip_to_rectangle,
    33: _save,
    34: _restore,
    35: _world,
    36: _change_world,
    41: _angle_arc,
    42: _ellipse,
    43: _rectangle,
    44: _rounded,
    45: _arc("arc"),
    46: _arc("chord"),
    47: _arc("pie"),
    54: _line,
    59: _begin_path,
    60: _end_path,
    61: _close_figure,
    62: _paint(filled=True, stroked=False),
    63: _paint(filled=True, stroked=True),
    64: _paint(filled=False, stroked=True),
    67: _clip_to_path,
    75: _clip_to_region,
    83: _text,
    84: _text,
    85: _poly("bezier", "h"),
    86: _poly("polygon", "h"),
    87: _poly("line", "h"),
    88: _poly("bezierto", "h"),
    89: _poly("lineto", "h"),
    90: _polys("h", closed=False),
    91: _polys("h", closed=True),
    108: _small_text,
}
# What has nothing to show: settings of printers, palettes, colour management, the end of the file.
SILENT = frozenset({1, 13, 14, 16, 18, 20, 21, 23, 26, 28, 29, 48, 49, 50, 51, 52, 57, 58, 65, 66, 68, 98, 99, 100})
SILENT |= frozenset({101, 104, 105, 109, 110, 111, 112, 113, 115, 119, 120, 121, 122})
