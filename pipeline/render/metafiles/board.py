"""Where a metafile draws: outlines, text and bitmaps in a device context become shapes of a graphic, in points."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from pipeline.render.effects import Mask
from pipeline.render.graphic import Box, Command, Image, Label, Path, Place, Shape, Stroke
from pipeline.render.looks import RunStyle
from pipeline.render.metafiles.affine import Matrix, Point, applied, multiplied, scales
from pipeline.render.metafiles.state import State
from pipeline.render.read.symbols import in_symbols, mapped
from pipeline.render.tree import Picture

MOST_SHAPES = 20_000
MOST_COORDINATES = 1_000_000
_ASCENT, _DESCENT = 0.905, 0.212  # of the height of letters, as in Arial
_CELL = 1.15  # how much higher the cell of a letter is than the letters' height
_THINNEST = 0.25
_DASHES = {1: (4.0, 2.0), 2: (1.0, 2.0), 3: (4.0, 2.0, 1.0, 2.0), 4: (4.0, 2.0, 1.0, 2.0, 1.0, 2.0)}
_CAPS = {0x000: 1, 0x100: 2, 0x200: 0}
_GEOMETRIC = 0x10000
_TOP, _BASELINE, _BOTTOM, _CENTER, _RIGHT = 0, 24, 8, 6, 2
_AND, _PAINT, _INVERT = 0x8800C6, 0xEE0086, 0x660046  # raster operations; two of them make a picture with holes


@dataclass
class Board:
    """Collects shapes. ``device`` leads from the device's units to points, ``density`` units are a millimetre."""

    width: float
    height: float
    device: Matrix
    density: float
    state: State = field(default_factory=State)
    items: list[Shape] = field(default_factory=list)
    unknown: Counter[str] = field(default_factory=Counter)
    saved: list[State] = field(default_factory=list)
    path: list[Command] | None = None
    finished: tuple[Command, ...] = ()
    _coordinates: int = 0
    _last: tuple[int, Box, bytes] = (0, (0.0, 0.0, 0.0, 0.0), b"")

    @property
    def full(self) -> bool:
        """Return whether the board takes no more."""
        return len(self.items) >= MOST_SHAPES or self._coordinates >= MOST_COORDINATES

    def matrix(self) -> Matrix:
        """Return the transform from logical units to points."""
        return multiplied(self.state.world, multiplied(self.state.page(self.density), self.device))

    def save(self) -> None:
        """Remember the device context."""
        if len(self.saved) < 1_000:
            self.saved.append(replace(self.state))

    def restore(self, back: int) -> None:
        """Return to a device context: -1 is the last one saved, 1 the first."""
        depth = len(self.saved) + back if back < 0 else back - 1
        if 0 <= depth < len(self.saved):
            self.state = self.saved[depth]
            del self.saved[depth:]

    # -- outlines --

    def outline(self, commands: Iterable[Command], *, filled: bool = True) -> None:
        """Draw an outline given in logical units, or add it to the path that is begun."""
        matrix = self.matrix()
        placed = [(kind, _moved(matrix, values)) for kind, values in commands]
        self._coordinates += sum(len(values) for _, values in placed)
        if self.path is not None:
            self.path.extend(placed)
        else:
            self.paint(tuple(placed), filled=filled, stroked=True)

    def paint(self, commands: tuple[Command, ...], *, filled: bool, stroked: bool) -> None:
        """Draw an outline given in points with the brush, the pen or both."""
        fill = self.state.brush if filled else ""
        stroke = self._stroke() if stroked else None
        if not commands or self.full or (not fill and stroke is None):
            return
        clip = self._clip(commands)
        if clip is not None and (clip[2] <= 0 or clip[3] <= 0):
            return
        hatch = self.state.hatch if fill else None
        self.items.append(Path(commands, fill, stroke, 1.0, self.state.even_odd, clip, pattern=hatch))

    def _stroke(self) -> Stroke | None:
        pen = self.state.pen
        if not pen.color or pen.style & 0xF == 5:
            return None
        across, down = scales(self.device) if pen.cosmetic else scales(self.matrix())
        width = min(max(pen.width or 1.0, 0.0) * (across + down) / 2, 500.0)
        width = max(width, _THINNEST)
        dashes = tuple(part * width for part in _DASHES.get(pen.style & 0xF, ()))
        cap = _CAPS.get(pen.style & 0xF00, 0) if pen.style & _GEOMETRIC else 1
        return Stroke(pen.color, width, dashes, cap)

    def _clip(self, commands: Sequence[Command]) -> Box | None:
        """Return the box within which an outline is seen, None where all of it is."""
        xs = [value for _, values in commands for value in values[::2]]
        ys = [value for _, values in commands for value in values[1::2]]
        left, top, wide, high = self.visible()
        if xs and left <= min(xs) and max(xs) <= left + wide and top <= min(ys) and max(ys) <= top + high:
            return None
        if not xs or max(xs) < left or min(xs) > left + wide or max(ys) < top or min(ys) > top + high:
            return (0.0, 0.0, 0.0, 0.0)
        return (left, top, wide, high)

    def visible(self) -> Box:
        """Return the box of the picture that is not clipped away, in points."""
        whole = (0.0, 0.0, self.width, self.height)
        return whole if self.state.clip is None else _shared(whole, self.state.clip)

    def clip_to(self, box: Box | None, *, narrow: bool) -> None:
        """Show only what lies in a box of points, and with ``narrow`` in the one before too; None shows all."""
        if box is not None and narrow and self.state.clip is not None:
            box = _shared(box, self.state.clip)
        self.state.clip = box

    # -- text --

    def text(self, words: str, at: Point, advance: float = 0.0, *, exact: bool = False) -> None:
        """Draw a line of text at a point of logical units; ``advance`` is how wide it is there, 0 where it is free.

        With ``exact`` the width is kept by stretching.
        """
        state, matrix = self.state, self.matrix()
        across, down = scales(matrix)
        font = state.font
        size = abs(font.height or 12.0) * down / (1.0 if font.height < 0 else _CELL)
        if not words.strip() or self.full or not 0.1 < size < 2_000:
            return
        style = RunStyle(
            family=font.family,
            size=size,
            bold=font.bold,
            italic=font.italic,
            underline="single" if font.underline else "",
            strike=font.strike,
            color=state.ink,
        )
        symbols = mapped(words, font.family)
        if symbols is not None:
            words, style = symbols, in_symbols(style, font.family)
        turn = math.degrees(math.atan2(matrix[1], matrix[0])) if matrix[0] or matrix[1] else 0.0
        turn -= font.escapement / 10
        x, y = _dropped(applied(matrix, at), self._drop(size), turn)
        wide = advance * across if exact else 0.0
        self.items.append(Label(words.rstrip("\0"), x, y, style, self._side(), round(turn % 360, 2), wide=wide))

    def _drop(self, size: float) -> float:
        """Return how far below the point of reference the baseline stands."""
        vertical = self.state.align & _BASELINE
        return 0.0 if vertical == _BASELINE else -size * _DESCENT if vertical == _BOTTOM else size * _ASCENT

    def _side(self) -> str:
        horizontal = self.state.align & _CENTER
        return "center" if horizontal == _CENTER else "right" if horizontal == _RIGHT else "left"

    # -- bitmaps --

    def bitmap(self, data: bytes, box: Box, crop: Box, operation: int) -> None:
        """Draw the file of a bitmap over a box of logical units by a raster operation ([MS-WMF] 2.1.1.31)."""
        if not data or self.full:
            return
        left, top, wide, high = box
        matrix = self.matrix()
        (x0, y0), (x1, y1) = applied(matrix, (left, top)), applied(matrix, (left + wide, top + high))
        width, height = abs(x1 - x0), abs(y1 - y0)
        if not (0.01 < width < 1e5 and 0.01 < height < 1e5):
            return
        mask = self._mask(operation, box)
        self._last = (operation, box, data)
        picture = Picture("", width, height, None, crop=crop, data=data, mask=mask)
        corners = (("m", (x0, y0)), ("l", (x1, y1)))
        clip = self._clip(corners)
        if clip is None or (clip[2] > 0 and clip[3] > 0):
            place = Place((x0 + x1) / 2, (y0 + y1) / 2, width, height, 0.0, x1 < x0, y1 < y0)
            self.items.append(Image(picture, place, clip))

    def _mask(self, operation: int, box: Box) -> Mask | None:
        """Return where a bitmap covers what lies below, and take away the one that was drawn for that alone.

        What is cut out first (and) is filled then (or, exclusive or); what is whitened first (or) is coloured then.
        """
        before, place, data = self._last
        fits = place == box and self.items and isinstance(self.items[-1], Image)
        if not fits or (before, operation) not in {(_PAINT, _AND), (_AND, _PAINT), (_AND, _INVERT), (_INVERT, _AND)}:
            return None
        self.items.pop()
        return Mask(data, inverted=before == _AND) if before != _INVERT else None


def _moved(matrix: Matrix, values: tuple[float, ...]) -> tuple[float, ...]:
    pairs = zip(values[::2], values[1::2], strict=True)
    return tuple(number for point in pairs for number in applied(matrix, point))


def _dropped(point: Point, drop: float, turn: float) -> Point:
    angle = math.radians(turn)
    return point[0] - drop * math.sin(angle), point[1] + drop * math.cos(angle)


def _shared(first: Box, second: Box) -> Box:
    left, top = max(first[0], second[0]), max(first[1], second[1])
    right = min(first[0] + first[2], second[0] + second[2])
    bottom = min(first[1] + first[3], second[1] + second[3])
    return left, top, max(right - left, 0.0), max(bottom - top, 0.0)
