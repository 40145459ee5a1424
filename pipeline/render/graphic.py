"""Vector graphics of the layout tree: shapes, pictures, labels and text boxes of one drawing.

Points, x to the right and y downwards from the drawing's top left corner; angles are degrees clockwise.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.render.gradients import Gradient
from pipeline.render.looks import RunStyle
from pipeline.render.patterns import Pattern

if TYPE_CHECKING:
    from pipeline.render.tree import Block, Picture

Command = tuple[str, tuple[float, ...]]  # m x y, l x y, c x1 y1 x2 y2 x y, h
Commands = tuple[Command, ...]
Box = tuple[float, float, float, float]  # left, top, width, height
_FULL = 360.0


@dataclass(frozen=True, slots=True)
class Place:
    """A rectangle about its middle, turned and mirrored about that (20.1.7.6)."""

    x: float
    y: float
    width: float
    height: float
    turn: float = 0.0
    flip_h: bool = False
    flip_v: bool = False

    @property
    def corner(self) -> tuple[float, float]:
        """Return the top left corner of the rectangle before it is turned."""
        return self.x - self.width / 2, self.y - self.height / 2

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Return where a point stands that is measured from the corner of the unturned, unmirrored rectangle."""
        dx, dy = x - self.width / 2, y - self.height / 2
        dx, dy = (-dx if self.flip_h else dx), (-dy if self.flip_v else dy)
        if not self.turn % _FULL:
            return self.x + dx, self.y + dy
        cosine, sine = math.cos(math.radians(self.turn)), math.sin(math.radians(self.turn))
        return self.x + dx * cosine - dy * sine, self.y + dx * sine + dy * cosine


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line's look: its width, colour, dashes in points and whether its ends carry arrow heads.

    Each head is so long and so wide in widths of the line. Its corners are pointed (``join`` 0), round (1) or cut off
    (2); a ``compound`` line is several, each at an offset to the left and of a width that are shares of the whole.
    """

    color: str
    width: float = 0.75
    dashes: tuple[float, ...] = ()
    cap: int = 0
    head: str = ""
    tail: str = ""
    head_size: tuple[float, float] = (3.0, 3.0)
    tail_size: tuple[float, float] = (3.0, 3.0)
    join: int = 1
    opacity: float = 1.0
    compound: tuple[tuple[float, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Path:
    """An outline that is filled with a colour, drawn with a stroke, or both; ``opacity`` is the filling's.

    With a ``clip`` (left, top, width, height) it is seen only within that. With a ``gradient`` or a ``pattern``,
    ``fill`` is the mean of that.
    """

    commands: Commands
    fill: str = ""
    stroke: Stroke | None = None
    opacity: float = 1.0
    even_odd: bool = False
    clip: Box | None = None
    gradient: Gradient | None = None
    pattern: Pattern | None = None


@dataclass(frozen=True, slots=True)
class Warp:
    """The form that text is bent to, by its name and its handles; on a curve it ``fills`` that or keeps its size."""

    name: str
    handles: tuple[float, ...] = ()
    fills: bool = False


@dataclass(frozen=True, slots=True)
class Label:
    """One line of text on a baseline; ``align`` is left, center or right of x, ``turn`` turns it about that point.

    With ``fit`` it is stretched over that width and height, with ``wide`` over that width alone; it covers what lies
    below by its ``opacity``. One with a ``warp`` is bent to that in its ``fit``.
    """

    text: str
    x: float
    y: float
    style: RunStyle
    align: str = "left"
    turn: float = 0.0
    fit: tuple[float, float] | None = None
    wide: float = 0.0
    opacity: float = 1.0
    warp: Warp | None = None


@dataclass(frozen=True, slots=True)
class Image:
    """A picture in the drawing, seen only within its ``clip`` and its ``shape``."""

    picture: Picture
    place: Place
    clip: Box | None = None
    shape: Commands = ()


@dataclass(frozen=True, slots=True)
class Chain:
    """The place of a text box among those that one text flows through: the first has ``number`` 0."""

    name: str
    number: int
    last: bool


@dataclass(frozen=True, slots=True, eq=False)
class TextBox:
    """Blocks in a rectangle, with insets left, top, right, bottom; ``align`` is top, center or bottom.

    One that ``grows`` is as high as its text. ``direction`` is "", up or down; a box that does not wrap (``wraps``)
    keeps each paragraph on one line. Text that does not fit into one of a ``chain`` goes on in the next of that; that
    of one with several ``columns``, so far ``apart``, in the next of these. The lines of one that is ``amid`` stand
    together in the middle of its width, each aligned as before. In one that is ``upright`` East Asian characters stand
    across lines that run down, in one that is ``stacked`` all letters. The text of one with a ``warp`` is bent to that.
    """

    blocks: tuple[Block, ...]
    place: Place
    insets: tuple[float, float, float, float] = (7.2, 3.6, 7.2, 3.6)
    align: str = "top"
    direction: str = ""
    grows: bool = False
    wraps: bool = True
    chain: Chain | None = None
    columns: int = 1
    apart: float = 0.0
    amid: bool = False
    upright: bool = False
    stacked: bool = False
    warp: Warp | None = None


Shape = Path | Label | Image | TextBox


@dataclass(frozen=True, slots=True, eq=False)
class Graphic:
    """A drawing: its shapes in the order in which they are drawn, the last on top.

    One with a ``share`` is as wide as that share of the text around it.
    """

    items: tuple[Shape, ...]
    share: float = 0.0

    def boxes(self) -> Iterator[TextBox]:
        """Yield the text boxes, those of drawings within it too."""
        for item in self.items:
            if isinstance(item, TextBox):
                yield item
            elif isinstance(item, Image) and item.picture.graphic is not None:
                yield from item.picture.graphic.boxes()

    @property
    def only_frames_text(self) -> bool:
        """Return whether nothing in it is more than the ground of text: lines and fillings are decoration."""
        return not any(isinstance(item, Label | Image) for item in self.items)
