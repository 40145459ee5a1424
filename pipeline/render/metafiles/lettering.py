"""Text of metafiles: character sets, fonts as Windows describes them, and how wide a text is ([MS-WMF] 2.1.1.5)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.render.metafiles.affine import Point
from pipeline.render.metafiles.board import Board
from pipeline.render.metafiles.curves import Edges, rectangle
from pipeline.render.metafiles.state import Font, State

_CODE_PAGES = {77: "mac_roman", 128: "cp932", 129: "cp949", 134: "gb18030", 136: "big5", 161: "cp1253", 162: "cp1254"}
_CODE_PAGES |= {163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250"}
_SYMBOL = 2
_BOLD = 600
LONGEST_TEXT = 10_000
OPAQUE, CLIPPED, GLYPHS, PAIRS = 0x2, 0x4, 0x10, 0x2000
_UPDATES_POINT = 1


def decoded(data: bytes, charset: int) -> str:
    """Return text of 8 bits a character, of a character set; a symbol font's codes stay as they are."""
    if charset == _SYMBOL:
        return data.decode("latin-1")
    return data.decode(_CODE_PAGES.get(charset, "cp1252"), "replace")


def family_of(name: str) -> str:
    """Return the name of a font, without what only Windows makes of it: "@" for upright letters in turned lines."""
    return name.partition("\0")[0].strip().lstrip("@")[:64] or "Arial"


def font_of(family: str, measures: Point, weight: int, marks: Sequence[int]) -> Font:
    """Return a font of its height and escapement; ``marks`` are italic, underline, strike-out and character set."""
    italic, underline, strike, charset = (*marks, 0, 0, 0, 0)[:4]
    height, escapement = measures
    bold = weight >= _BOLD
    return Font(family, height, escapement, bold, bool(italic), bool(underline), bool(strike), charset)


def write(board: Board, words: str, at: Point, options: int, advances: Sequence[int]) -> None:
    """Write a line of text; ``advances`` are its characters' widths in logical units, none where they are free."""
    state = board.state
    words = words[:LONGEST_TEXT]
    kept = words.rstrip(" \0")
    step = 2 if options & PAIRS else 1
    widths = advances[::step]
    exact = len(widths) >= len(kept) > 1
    advance = float(sum(widths[: len(kept)])) if exact else 0.0
    board.text(kept, state.at if state.align & _UPDATES_POINT else at, advance, exact=exact and advance > 0)
    if state.align & _UPDATES_POINT:
        state.at = (state.at[0] + float(sum(widths[: len(words)])), state.at[1])


def ground(board: Board, edges: Edges, options: int) -> None:
    """Fill the rectangle of a text with the colour behind it, where the text asks for that."""
    if options & OPAQUE and edges[2] > edges[0] and edges[3] > edges[1]:
        filled(board, edges, board.state.ground)


def filled(board: Board, edges: Edges, color: str) -> None:
    """Fill a rectangle with a colour, without a line."""
    kept, path = board.state, board.path
    board.state = _painting(kept, color)
    board.path = None
    board.outline(rectangle(edges))
    board.state, board.path = kept, path


def _painting(state: State, color: str) -> State:
    return replace(state, brush=color, hatch=None, pen=replace(state.pen, color=""))
