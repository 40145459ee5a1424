"""A line, what stands in it, and what it is set against."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from pipeline.render.layout.formats import Format, Piece
from pipeline.render.looks import Hyphenation
from pipeline.render.notetree import NoteRun
from pipeline.render.paper import CharacterGrid
from pipeline.render.tree import ParagraphStyle, PictureRun

EPSILON = 0.01


@dataclass(frozen=True, slots=True)
class Over:
    """Text above other text, as its reading: how far to its right it begins, and how far its baseline is above."""

    x: float
    raised: float
    piece: Piece

    @property
    def extent(self) -> tuple[float, float]:
        """Return what it needs above the line's baseline, and below it."""
        return self.raised + self.piece.format.ascent, 0.0


@dataclass(slots=True, eq=False)
class Item:
    """Something set at a place in a line: text, a picture or a tab's leader; ``drop`` is how far below the baseline.

    ``over`` is its reading.
    """

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
    drop: float = 0.0
    over: tuple[Over, ...] = ()


@dataclass(slots=True, eq=False)
class Line:
    """A line: its items from the column's left edge, its height and where the baseline lies below its top.

    ``above`` is how much of the height is free, where a floating object keeps the text away; ``spans`` is where it
    stands beside one, empty where nothing is in its way. ``leading`` is how much of the height is free below the text.
    ``clear`` tells beside which floating objects the next line does not stand: left, right or all.
    """

    items: list[Item]
    height: float = 0.0
    baseline: float = 0.0
    ends_with: str = ""
    bookmarks: list[str] = field(default_factory=list)
    above: float = 0.0
    spans: tuple[tuple[float, float], ...] = ()
    leading: float = 0.0
    clear: str = ""

    @property
    def drawn(self) -> Iterator[Item]:
        """Yield what is drawn in the line, in the order of reading: each item, and what stands over it."""
        for item in self.items:
            yield item
            for over in item.over:
                x, drop = item.x + over.x, item.drop - over.raised
                yield Item(x, over.piece.width, over.piece, level=item.level, drop=drop)


@dataclass(slots=True, eq=False)
class Measure:
    """What a paragraph's lines are set against: the width of the column, the tab stops and how words are parted.

    ``characters`` is the grid of characters, None where there is none or the paragraph does not keep to it.
    ``expands_breaks`` tells that a justified line which ends with a break is as wide as the others (17.15.3.15),
    ``grid`` the height of the lines of the document grid, 0 where the paragraph does not keep to it. ``squeezes`` tells
    that spaces are made narrower where that lets one more word into a line, ``moves_mark`` that a paragraph's mark goes
    to the next page with the break before it, ``bounds_tabs`` that text aligned at a stop beyond the column ends there.
    """

    width: float
    style: ParagraphStyle
    default_tab: float
    in_cell: bool = False
    hyphenation: Hyphenation | None = None
    expands_breaks: bool = True
    grid: float = 0.0
    squeezes: bool = False
    moves_mark: bool = False
    bounds_tabs: bool = False
    characters: CharacterGrid | None = None

    @property
    def right(self) -> float:
        """Return where the lines end."""
        style = self.style
        end = max(self.width - style.right, style.left + 1.0)
        if self.characters is None or self.in_cell or not style.adjusts_right:
            return end
        return end - self.characters.unused(end - style.left)
