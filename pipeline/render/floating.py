"""How objects, frames and tables float: the part of the layout tree that says where they stand."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Position:
    """Where a floating object stands along one axis: from ``base``, at an offset, an alignment or a share of it.

    ``base`` is page, margin, column, paragraph, line, character or a named margin (20.4.3.1, 20.4.3.2).
    """

    base: str
    offset: float = 0.0
    align: str = ""
    share: float | None = None


@dataclass(frozen=True, slots=True)
class Anchor:
    """How an object floats (wp:anchor): its place, what text does around it, and its distances to the text.

    ``wrap`` is none, square, tight, through or topAndBottom; ``side`` is bothSides, left, right or largest. Text goes
    along the ``outline`` of one that is tight or through: points as shares of its width and height, () for its frame.
    """

    horizontal: Position
    vertical: Position
    wrap: str = "none"
    side: str = "bothSides"
    top: float = 0.0
    right: float = 0.0
    bottom: float = 0.0
    left: float = 0.0
    behind: bool = False
    order: int = 0
    in_cell: bool = True
    overlaps: bool = True
    outline: tuple[tuple[float, float], ...] = ()


@dataclass(frozen=True, slots=True)
class TextFrame:
    """A frame that paragraphs of one setting share (w:framePr); a width or height of 0 is that of its content.

    ``drop_cap`` is "", drop or margin; the letter then reaches over ``lines`` lines of the next paragraph.
    """

    anchor: Anchor
    width: float = 0.0
    height: float = 0.0
    height_rule: str = "auto"
    drop_cap: str = ""
    lines: int = 1
