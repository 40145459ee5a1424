"""Lines at text: underlines, strikes, frames around runs, emphasis marks (17.3.2.40, 17.3.2.4, 17.3.2.12).

Marks of one look that follow each other on a line are one, so that dashes and waves go on from word to word.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from pipeline.render.layout.formats import Piece
from pipeline.render.layout.lines import Item, Line
from pipeline.render.pdf.objects import number
from pipeline.render.tree import Border

UNDERLINE_DEPTH, UNDERLINE_WIDTH, STRIKE_HEIGHT = 0.11, 0.06, 0.28
_HEAVY = 2.0
_DASHES: dict[str, tuple[float, ...]] = {
    "dotted": (1, 1),
    "dash": (4, 2),
    "dashLong": (8, 3),
    "dotDash": (4, 2, 1, 2),
    "dotDotDash": (4, 2, 1, 2, 1, 2),
    "wave": (),
}
# Word's names of the heavy forms, and what they are heavy forms of.
_HEAVY_FORMS = {
    "thick": "single",
    "dottedHeavy": "dotted",
    "dashedHeavy": "dash",
    "dashLongHeavy": "dashLong",
    "dashDotHeavy": "dotDash",
    "dashDotDotHeavy": "dotDotDash",
    "wavyHeavy": "wave",
}
MOST_WAVES = 2000
_DOT = 0.05  # radius of an emphasis mark, as a share of the size
_CIRCLE = 0.5523  # how far the handles of a quarter circle reach
_JOINED = 0.05  # points between two marks that are one


@dataclass(frozen=True, slots=True)
class Mark:
    """A line below or through text; ``y`` is its top from the page's, ``kind`` is solid, wave or a key of dashes."""

    kind: str
    left: float
    y: float
    width: float
    thickness: float
    color: str

    @property
    def right(self) -> float:
        """Return where it ends."""
        return self.left + self.width


def marks_of(item: Item, piece: Piece, left: float, baseline: float) -> Iterator[Mark]:
    """Yield the underlines and strikes of a piece of text."""
    style, size = piece.format.style, piece.format.size
    thick = max(size * UNDERLINE_WIDTH, 0.4)
    if style.underline and (style.underline != "words" or not item.is_space):
        plain = Mark("solid", left, baseline + size * UNDERLINE_DEPTH, item.width, thick, style.underline_color)
        yield from _underlines(style.underline, replace(plain, color=style.underline_color or style.color))
    middle = baseline - size * STRIKE_HEIGHT
    strikes = (-thick, thick) if style.double_strike else (0.0,) if style.strike else ()
    for shift in strikes:
        yield Mark("solid", left, middle + shift, item.width, thick, style.color)


def _underlines(kind: str, mark: Mark) -> Iterator[Mark]:
    if kind in _HEAVY_FORMS:
        kind = _HEAVY_FORMS[kind]
        mark = replace(mark, thickness=mark.thickness * _HEAVY)
    if kind in {"double", "wavyDouble"}:
        single = replace(mark, kind="wave" if kind == "wavyDouble" else "solid")
        yield single
        yield replace(single, y=mark.y + (2 if kind == "double" else 3) * mark.thickness)
    else:
        yield replace(mark, kind=kind if kind in _DASHES else "solid")


def joined(marks: Iterable[Mark]) -> list[Mark]:
    """Return the marks with those that go on in each other made one."""
    found: list[Mark] = []
    for mark in sorted(marks, key=lambda one: (one.y, one.thickness, one.kind, one.color, one.left)):
        last = found[-1] if found else None
        same = last is not None and replace(mark, left=last.left, width=last.width) == last
        if last is not None and same and mark.left - last.right <= _JOINED:
            found[-1] = replace(last, width=max(mark.right, last.right) - last.left)
        else:
            found.append(mark)
    return found


def stroke(mark: Mark, height: float) -> str:
    """Return the operators that draw a mark which is not solid, on a page of this height."""
    colors = " ".join(number(int(mark.color[at : at + 2], 16) / 255) for at in (0, 2, 4))
    y = height - mark.y - mark.thickness / 2
    dashes = " ".join(number(part * mark.thickness) for part in _DASHES[mark.kind])
    if mark.kind == "wave":
        path = _wave(mark, y)
    else:
        path = f"{number(mark.left)} {number(y)} m {number(mark.right)} {number(y)} l"
    return f"q {colors} RG {number(mark.thickness)} w [{dashes}] 0 d {path} S Q"


def _wave(mark: Mark, y: float) -> str:
    step = max(mark.thickness * 2, mark.width / MOST_WAVES, 1.0)
    count = max(int(mark.width / step), 1)
    points = ((mark.left + at * step, y + mark.thickness * (1 if at % 2 else -1)) for at in range(count + 1))
    return " ".join(f"{number(px)} {number(py)} {'l' if at else 'm'}" for at, (px, py) in enumerate(points))


def emphasis(piece: Piece, left: float, baseline: float, height: float) -> str:
    """Return the operators for the marks above or below each character of a piece; "" where it has none."""
    setting = piece.format
    kind = setting.style.emphasis
    radius = setting.size * _DOT
    y = baseline + setting.size * 0.2 if kind == "underDot" else baseline - setting.size * 0.9
    at, shapes = left, []
    for advance in piece.shaped.advances:
        width = advance * setting.unit + setting.style.spacing
        if width > 0 and not piece.text.isspace():
            shapes.append(_circle(at + width / 2, height - y, radius))
        at += width
    paint = "S" if kind == "circle" else "f"
    return f"{' '.join(shapes)} {paint}" if shapes else ""


def _circle(x: float, y: float, radius: float) -> str:
    handle = radius * _CIRCLE
    corners: Sequence[tuple[float, ...]] = (
        (x + radius, y + handle, x + handle, y + radius, x, y + radius),
        (x - handle, y + radius, x - radius, y + handle, x - radius, y),
        (x - radius, y - handle, x - handle, y - radius, x, y - radius),
        (x + handle, y - radius, x + radius, y - handle, x + radius, y),
    )
    curves = " ".join(" ".join(number(part) for part in corner) + " c" for corner in corners)
    return f"{number(x + radius)} {number(y)} m {curves}"


@dataclass(frozen=True, slots=True)
class Frame:
    """A frame around the runs of a line that have one border, and a piece of them."""

    left: float
    right: float
    piece: Piece


def frames(items: Iterable[Item], x: float) -> Iterator[Frame]:
    """Yield the frames of a line; runs of equal borders that follow each other have one (17.3.2.4)."""
    current: Frame | None = None
    for item in sorted((item for item in items if item.piece is not None), key=lambda one: one.x):
        piece = item.piece
        assert piece is not None
        border, left, right = piece.format.style.border, x + item.x, x + item.x + item.width
        if current is not None and border == current.piece.format.style.border and left - current.right <= _JOINED:
            current = replace(current, right=right)
            continue
        if current is not None:
            yield current
        current = Frame(left, right, piece) if border is not None else None
    if current is not None:
        yield current


class Page(Protocol):
    """What decorations are drawn on: see ``pipeline.render.pdf.canvas``."""

    height: float

    def fill(self, x: float, y: float, size: tuple[float, float], color: str) -> None:
        """Fill a rectangle."""

    def rule(self, start: tuple[float, float], end: tuple[float, float], line: Border) -> None:
        """Draw a border line."""

    def paint(self, operators: str, color: str = "") -> None:
        """Draw by operators."""


@dataclass
class Decorations:
    """The decorations of a line, gathered while its text is drawn and drawn after it."""

    _marks: list[Mark] = field(default_factory=list)
    _dotted: list[tuple[Piece, float]] = field(default_factory=list)
    _framed: bool = False

    def add(self, item: Item, piece: Piece, left: float, baseline: float) -> None:
        """Note what a piece of text needs."""
        style = piece.format.style
        if style.underline or style.strike or style.double_strike:
            self._marks.extend(marks_of(item, piece, left, baseline))
        if style.emphasis:
            self._dotted.append((piece, left))
        self._framed = self._framed or style.border is not None

    def draw(self, page: Page, line: Line, x: float, baseline: float) -> None:
        """Draw all of them, and forget them."""
        for mark in joined(self._marks) if self._marks else ():
            if mark.kind == "solid":
                page.fill(mark.left, mark.y, (mark.width, mark.thickness), mark.color)
            else:
                page.paint(stroke(mark, page.height))
        for piece, left in self._dotted:
            page.paint(emphasis(piece, left, baseline, page.height), piece.format.style.color)
        for frame in frames(line.items, x) if self._framed else ():
            _draw_frame(page, frame, baseline)
        self._marks.clear()
        self._dotted.clear()
        self._framed = False


def _draw_frame(page: Page, frame: Frame, baseline: float) -> None:
    setting = frame.piece.format
    border = setting.style.border
    if border is None:
        return
    left, right = frame.left - border.space, frame.right + border.space
    top, bottom = baseline - setting.ascent - border.space, baseline + setting.descent + border.space
    corners = ((left, top), (right, top), (right, bottom), (left, bottom), (left, top))
    for start, end in itertools.pairwise(corners):
        page.rule(start, end, border)
