"""Text that is bent to a form (WordArt): its letters become outlines, and beneath them stays text that is not seen."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from pipeline.fonts.face import FontFace
from pipeline.render.graphic import Commands, Graphic, Label, Path, Place, Shape, Stroke, TextBox, Warp
from pipeline.render.layout.formats import Format, Formats, Piece
from pipeline.render.looks import RunStyle
from pipeline.render.tree import Block, Inline, Paragraph, PictureRun, TextRun
from pipeline.render.warps import Curve, band, trail

MOST_LETTERS = 600  # of one text; a longer one stands straight
_PARTS = 6  # straight pieces of a curve, and of a long side of a letter
_LONG = 0.15  # of an em: a side that is bent with its form
_STEPS = 200  # along a curve that text stands on
Point = tuple[float, float]
_Bend = Callable[[float, float], Point]
_SHARES = {"center": 0.5, "right": 1.0, "end": 1.0}


def with_bent_text(paragraph: Paragraph, formats: Formats) -> Paragraph:
    """Return a paragraph whose bent texts are outlines with unseen text; one without any is returned itself."""
    if not any(isinstance(run, PictureRun) and _is_bent(run) for run in paragraph.content):
        return paragraph
    return replace(paragraph, content=tuple(_drawn(run, formats) for run in paragraph.content))


def _is_bent(run: PictureRun) -> bool:
    graphic = run.picture.graphic
    return graphic is not None and any(isinstance(item, TextBox | Label) and item.warp for item in graphic.items)


def _drawn(run: Inline, formats: Formats) -> Inline:
    if not isinstance(run, PictureRun) or not _is_bent(run):
        return run
    graphic = run.picture.graphic
    assert graphic is not None
    items = tuple(part for item in graphic.items for part in _bent(item, formats))
    return replace(run, picture=replace(run.picture, graphic=Graphic(items, graphic.share)))


def _bent(item: Shape, formats: Formats) -> Iterator[Shape]:
    """Yield the outlines of a bent text and the text that is not seen, another shape as it is."""
    if isinstance(item, TextBox) and item.warp is not None:
        left, top, right, bottom = item.insets
        place, size = item.place, (item.place.width - left - right, item.place.height - top - bottom)
        found = _Text(_lines(item, formats), item.warp, _inside(place, left, top), size).paths()
        yield from found
        yield replace(item, warp=None, blocks=tuple(map(_hidden, item.blocks)) if found else item.blocks)
    elif isinstance(item, Label) and item.warp is not None and item.fit is not None:
        line = _Line(formats.pieces(item.text, item.style))
        found = _Text([line], item.warp, _standing(item), item.fit).paths(item.opacity)
        yield from found
        yield replace(item, warp=None, style=_unseen(item.style) if found else item.style)
    else:
        yield item


def _inside(place: Place, left: float, top: float) -> _Bend:
    return lambda x, y: place.point(left + x, top + y)


def _standing(label: Label) -> _Bend:
    """Return where a point of a stretched label stands, from the top left corner of what it is stretched over."""
    cosine, sine = math.cos(math.radians(label.turn)), math.sin(math.radians(label.turn))
    high = label.fit[1] if label.fit is not None else 0.0

    def at(x: float, y: float) -> Point:
        down = y - high
        return label.x + x * cosine - down * sine, label.y + x * sine + down * cosine

    return at


def _hidden(block: Block) -> Block:
    if not isinstance(block, Paragraph):
        return block
    content = (replace(r, style=_unseen(r.style)) if isinstance(r, TextRun) else r for r in block.content)
    return replace(block, content=tuple(content))


def _unseen(style: RunStyle) -> RunStyle:
    plain = replace(style, unseen=True, underline="", strike=False, double_strike=False, background="", border=None)
    return replace(plain, relief=frozenset(), contour=None, cast=None, glow=None, emphasis="")


@dataclass(frozen=True, slots=True)
class _Line:
    pieces: Sequence[Piece]
    share: float = 0.5

    @property
    def width(self) -> float:
        return sum(piece.width for piece in self.pieces)

    @property
    def above(self) -> float:
        return max((piece.format.ascent for piece in self.pieces), default=0.0)

    @property
    def height(self) -> float:
        return self.above + max((piece.format.descent for piece in self.pieces), default=0.0)


def _lines(box: TextBox, formats: Formats) -> list[_Line]:
    found = []
    for block in box.blocks:
        if isinstance(block, Paragraph) and block.text.strip():
            runs = [run for run in block.content if isinstance(run, TextRun)]
            pieces = [piece for run in runs for piece in formats.pieces(run.text, run.style)]
            found.append(_Line(pieces, _SHARES.get(block.style.align, 0.0)))
    return found


@dataclass(frozen=True, slots=True)
class _Text:
    """Lines that are bent to a form of a size; ``stands`` puts its points on the drawing."""

    lines: Sequence[_Line]
    warp: Warp
    stands: _Bend
    size: tuple[float, float]

    def paths(self, opacity: float = 1.0) -> list[Path]:
        """Return the outlines of the letters, none where there are too many of them or no room."""
        wide = max((line.width for line in self.lines), default=0.0)
        letters = sum(len(piece.text) for line in self.lines for piece in line.pieces)
        if not wide or min(self.size) <= 0 or letters > MOST_LETTERS:
            return []
        curves = band(self.warp.name, self.warp.handles, self.size)
        if curves is not None:
            return self._between(curves, wide, opacity)
        curve = trail(self.warp.name, self.warp.handles, self.size)
        return self._along(_Trail(curve), opacity) if curve is not None else []

    def _between(self, curves: tuple[Curve, Curve], wide: float, opacity: float) -> list[Path]:
        """Return lines that fill what is between two curves, each as wide as it is beside the longest."""
        high = sum(line.height for line in self.lines)
        found: list[Path] = []
        top = 0.0
        for line in self.lines:
            start, baseline = (wide - line.width) * line.share, top + line.above

            def bend(x: float, y: float, start: float = start, baseline: float = baseline) -> Point:
                u, v = (start + x) / wide, (baseline - y) / high
                one, two = curves[0](u), curves[1](u)
                return self.stands(one[0] + (two[0] - one[0]) * v, one[1] + (two[1] - one[1]) * v)

            found += _letters(line, bend, opacity)
            top += line.height
        return found

    def _along(self, curve: _Trail, opacity: float) -> list[Path]:
        """Return lines that stand on a curve, the first on itself, the next ones below."""
        found: list[Path] = []
        down = 0.0
        for line in self.lines:
            fit = curve.length / line.width if line.width else 1.0
            scale = fit if self.warp.fills else min(fit, 1.0)
            start = (curve.length - line.width * scale) * line.share

            def bend(x: float, y: float, start: float = start, scale: float = scale, down: float = down) -> Point:
                return self.stands(*curve.beside(start + x * scale, y * scale - down))

            found += _letters(line, bend, opacity)
            down += line.height * scale
        return found


class _Trail:
    """A curve by its length."""

    def __init__(self, curve: Curve) -> None:
        self.points = [curve(step / _STEPS) for step in range(_STEPS + 1)]
        self.places = [0.0]
        for one, two in pairwise(self.points):
            self.places.append(self.places[-1] + math.dist(one, two))
        self.length = self.places[-1]

    def beside(self, along: float, above: float) -> Point:
        """Return the point so far along the curve and so far above it."""
        at = min(max(along, 0.0), self.length)
        index = next((i for i in range(1, _STEPS) if self.places[i] >= at), _STEPS)
        one, two = self.points[index - 1], self.points[index]
        step = self.places[index] - self.places[index - 1] or 1.0
        x, y = (two[0] - one[0]) / step, (two[1] - one[1]) / step
        far = along - self.places[index - 1]
        return one[0] + x * far + y * above, one[1] + y * far - x * above


def _letters(line: _Line, bend: _Bend, opacity: float) -> Iterator[Path]:
    """Yield the outlines of a line's pieces, each as one path in its colour."""
    left = 0.0
    for piece in line.pieces:
        commands = tuple(_outlines(piece, left, bend))
        if commands:
            yield Path(commands, piece.format.style.color, _stroke(piece.format), opacity)
        left += piece.width


def _stroke(setting: Format) -> Stroke | None:
    contour = setting.style.contour
    return Stroke(contour[0], contour[1]) if contour is not None else None


def _outlines(piece: Piece, left: float, bend: _Bend) -> Iterator[tuple[str, tuple[float, ...]]]:
    face, unit = piece.format.face, piece.format.unit
    up = piece.format.size / face.units_per_em
    offsets = piece.shaped.offsets or ((0, 0),) * len(piece.shaped.glyphs)
    for glyph, advance, (dx, dy) in zip(piece.shaped.glyphs, piece.shaped.advances, offsets, strict=True):
        for outline in _flat(face, glyph):
            points = [bend(left + (x + dx) * unit, (y + dy) * up + piece.format.rise) for x, y in outline]
            yield from _polygon(points)
        left += advance * unit + piece.format.style.spacing


def _polygon(points: Sequence[Point]) -> Commands:
    return (*(("l" if at else "m", point) for at, point in enumerate(points)), ("h", ()))


def _flat(face: FontFace, glyph: int) -> list[list[Point]]:
    """Return a glyph's outlines as points, in font units: curves and long sides in pieces."""
    pen = _Pen(face.units_per_em * _LONG)
    face.hb_font.draw_glyph_with_pen(glyph, pen)
    return [outline for outline in pen.outlines if len(outline) > 2]


class _Pen:
    """Takes a glyph's outlines down (the protocol of fontTools' pens, which HarfBuzz draws with)."""

    def __init__(self, long: float) -> None:
        self.outlines: list[list[Point]] = []
        self._long = long

    def moveTo(self, point: Point) -> None:  # noqa: N802 - named by the protocol
        """Begin an outline."""
        self.outlines.append([point])

    def lineTo(self, point: Point) -> None:  # noqa: N802
        """Go straight to a point."""
        last = self.outlines[-1][-1]
        parts = _PARTS if math.dist(last, point) > self._long else 1
        self._go(lambda t: (last[0] + (point[0] - last[0]) * t, last[1] + (point[1] - last[1]) * t), parts)

    def curveTo(self, *points: Point) -> None:  # noqa: N802
        """Go along a cubic curve."""
        self._bezier((self.outlines[-1][-1], *points))

    def qCurveTo(self, *points: Point) -> None:  # noqa: N802
        """Go along a quadratic curve."""
        self._bezier((self.outlines[-1][-1], *points))

    def closePath(self) -> None:  # noqa: N802
        """Go back to where the outline began."""
        self.lineTo(self.outlines[-1][0])

    def endPath(self) -> None:  # noqa: N802
        """Do nothing: letters are filled."""

    def _bezier(self, points: tuple[Point, ...]) -> None:
        degree = len(points) - 1
        weights = [math.comb(degree, index) for index in range(degree + 1)]

        def at(t: float) -> Point:
            shares = [weight * t**i * (1 - t) ** (degree - i) for i, weight in enumerate(weights)]
            x, y = (sum(share * point[axis] for share, point in zip(shares, points, strict=True)) for axis in (0, 1))
            return x, y

        self._go(at, _PARTS)

    def _go(self, at: Callable[[float], Any], parts: int) -> None:
        self.outlines[-1] += [at(part / parts) for part in range(1, parts + 1)]
