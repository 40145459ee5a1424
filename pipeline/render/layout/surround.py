"""What text flows around: where a floating object stands, and the room that it leaves beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from pipeline.render.floating import Anchor, Position

LEAST_BESIDE = 72.0  # Word sets no text beside an object where there is less than an inch for it
MOST_COVERED = 0.8
EPSILON = 0.05
STEP = 4.0  # points that a line is moved down along an outline until it has room
MOST_STEPS = 40
Spans = tuple[tuple[float, float], ...]


class Rect(NamedTuple):
    """A rectangle from the page's top left corner."""

    left: float
    top: float
    right: float
    bottom: float

    def of_size(self, size: tuple[float, float]) -> Rect:
        """Return the rectangle at the same place with another width and height."""
        return Rect(self.left, self.top, self.left + size[0], self.top + size[1])

    def shares(self, other: Rect) -> bool:
        """Return whether two rectangles overlap."""
        beside = self.left < other.right - EPSILON and other.left < self.right - EPSILON
        return beside and self.top < other.bottom - EPSILON and other.top < self.bottom - EPSILON


@dataclass(frozen=True, slots=True)
class Area:
    """What a position may refer to: the page, its margins and the column of the text, or a cell for all three."""

    page: Rect
    margin: Rect
    left: float
    right: float
    odd: bool = True
    is_cell: bool = False


NOWHERE = Area(Rect(0.0, 0.0, 0.0, 0.0), Rect(0.0, 0.0, 0.0, 0.0), 0.0, 0.0)


class Spot(NamedTuple):
    """Where an anchor stands: its paragraph's top, its line's top and bottom, its place in the line."""

    paragraph: float
    top: float
    bottom: float
    x: float


@dataclass(frozen=True, slots=True, eq=False)
class Exclusion:
    """Where text may not stand: an object with its distances. ``owner`` is the setting that it is anchored in.

    With an ``outline`` it is kept away only from within that, and ``sides`` are the distances left and right of it.
    """

    rect: Rect
    side: str
    fills: bool
    owner: object
    outline: tuple[tuple[float, float], ...] = ()
    sides: tuple[float, float] = (0.0, 0.0)

    def covers(self, text: Rect) -> bool:
        """Return whether next to nothing is left of the text's room, so that no page would ever hold any."""
        wide = self.rect.left < text.left + LEAST_BESIDE and self.rect.right > text.right - LEAST_BESIDE
        shared = min(self.rect.bottom, text.bottom) - max(self.rect.top, text.top)
        return (wide or self.fills) and shared > MOST_COVERED * (text.bottom - text.top)

    def meets(self, rect: Rect) -> bool:
        """Return whether text in a rectangle is in the way."""
        return self.rect.shares(rect)

    def beside(self, band: Rect) -> tuple[float, float] | None:
        """Return from where to where it keeps a line free of text, None where it does not reach that."""
        if not self.meets(band):
            return None
        if not self.outline:
            return self.rect.left, self.rect.right
        found = [
            x
            for one, two in zip(self.outline, (*self.outline[1:], self.outline[0]), strict=True)
            for x in _within(one, two, band)
        ]
        return (min(found) - self.sides[0], max(found) + self.sides[1]) if found else None


def _within(one: tuple[float, float], two: tuple[float, float], band: Rect) -> tuple[float, ...]:
    """Return how far left and right the part of an edge reaches that lies between the top and the bottom of a band."""
    if one[1] > two[1]:
        one, two = two, one
    top, bottom = max(one[1], band.top), min(two[1], band.bottom)
    if top > bottom:
        return ()
    if two[1] - one[1] < EPSILON:
        return one[0], two[0]
    slope = (two[0] - one[0]) / (two[1] - one[1])
    return one[0] + (top - one[1]) * slope, one[0] + (bottom - one[1]) * slope


def exclusion(anchor: Anchor, rect: Rect, owner: object) -> Exclusion | None:
    """Return what an object at a place keeps free of text, None where text goes through it."""
    if anchor.wrap == "none":
        return None
    grown = Rect(rect.left - anchor.left, rect.top - anchor.top, rect.right + anchor.right, rect.bottom + anchor.bottom)
    width, height = rect.right - rect.left, rect.bottom - rect.top
    outline = tuple((rect.left + x * width, rect.top + y * height) for x, y in anchor.outline)
    if outline:
        across, down = [x for x, _ in outline], [y for _, y in outline]
        grown = Rect(min(across) - anchor.left, min(down), max(across) + anchor.right, max(down))
    return Exclusion(grown, anchor.side, anchor.wrap == "topAndBottom", owner, outline, (anchor.left, anchor.right))


def placed(anchor: Anchor, size: tuple[float, float], area: Area, spot: Spot) -> Rect:
    """Return where an object stands (20.4.3.1–20.4.3.5); relative to text, it is kept on its page."""
    width, height = size
    start, end = _across(anchor.horizontal.base, area, spot)
    x = _along(anchor.horizontal, (start, end), width, reverse=not area.odd)
    top, bottom = _down(anchor.vertical.base, area, spot)
    y = _along(anchor.vertical, (top, bottom), height, reverse=False)
    if anchor.vertical.base in {"paragraph", "line"} and not (area.is_cell and anchor.wrap == "none"):
        lowest = y if area.is_cell else area.page.bottom - height
        y = max(min(y, lowest), area.page.top)
    return Rect(x, y, x + width, y + height)


def _across(base: str, area: Area, spot: Spot) -> tuple[float, float]:
    page, margin = area.page, area.margin
    left, right = (page.left, margin.left), (margin.right, page.right)
    ranges = {
        "page": (page.left, page.right),
        "margin": (margin.left, margin.right),
        "character": (spot.x, spot.x),
        "leftMargin": left,
        "rightMargin": right,
        "insideMargin": left if area.odd else right,
        "outsideMargin": right if area.odd else left,
    }
    return ranges.get(base, (area.left, area.right))


def _down(base: str, area: Area, spot: Spot) -> tuple[float, float]:
    page, margin = area.page, area.margin
    ranges = {
        "page": (page.top, page.bottom),
        "margin": (margin.top, margin.bottom),
        "topMargin": (page.top, margin.top),
        "insideMargin": (page.top, margin.top),
        "bottomMargin": (margin.bottom, page.bottom),
        "outsideMargin": (margin.bottom, page.bottom),
        "line": (spot.top, spot.bottom),
    }
    return ranges.get(base, (spot.paragraph, spot.paragraph))


def _along(position: Position, span: tuple[float, float], size: float, *, reverse: bool) -> float:
    start, end = span
    if position.share is not None:
        return start + position.share * (end - start)
    align = position.align
    if reverse:
        align = {"inside": "right", "outside": "left"}.get(align, align)
    if align == "center":
        return (start + end - size) / 2
    if align in {"right", "bottom", "outside"}:
        return end - size
    return start if align else start + position.offset


@dataclass(frozen=True, slots=True, eq=False)
class Channel:
    """The column that a paragraph's lines are set in from ``top`` down, and what stands in its way.

    ``span`` is where its lines may stand by its own indents, from the column's left edge; ``mirror`` is the width of
    the column where text runs from right to left: its lines are set from the right edge, and so are their spans.
    """

    left: float
    span: tuple[float, float]
    top: float
    exclusions: tuple[Exclusion, ...]
    mirror: float = 0.0

    @property
    def whole(self) -> Spans:
        """Return where a line stands that nothing is beside."""
        return self._seen((self.span,))

    def _seen(self, spans: Spans) -> Spans:
        """Return spans as the lines are set, from the leading edge."""
        if not self.mirror:
            return spans
        return tuple((self.mirror - right, self.mirror - left) for left, right in reversed(spans))

    def room(self, y: float, height: float, least: float) -> tuple[float, Spans]:
        """Return where a line goes at y or below: its top and the spans of the column that are free.

        A span beside an object holds at least an inch and ``least``; what stands beside nothing is never too small.
        """
        for _ in range(len(self.exclusions) + 1 + MOST_STEPS):
            band = self._band(y, height)
            met = [(item, cut) for item in self.exclusions if (cut := item.beside(band)) is not None]
            spans = self._free(met)
            fitting = tuple(span for span in spans if not met or span[1] - span[0] >= max(LEAST_BESIDE, least))
            if fitting:
                return y, self._seen(fitting)
            y = min(min(item.rect.bottom, y + STEP) if item.outline else item.rect.bottom for item, _ in met)
        return y, self.whole

    def below(self, y: float, height: float, side: str) -> float:
        """Return where a line goes that stands beside no object at a side: left, right or all (17.18.3)."""
        middle = self.left + sum(self.span) / 2
        band = self._band(y, height)
        for item in self.exclusions:
            at_left = item.rect.left + item.rect.right < 2 * middle
            if item.meets(band) and (side == "all" or at_left is (side == "left")):
                y = max(y, item.rect.bottom)
        return y

    def _band(self, y: float, height: float) -> Rect:
        return Rect(self.left + self.span[0], y, self.left + self.span[1], y + max(height, 2 * EPSILON + 0.01))

    def _free(self, met: Sequence[tuple[Exclusion, tuple[float, float]]]) -> list[tuple[float, float]]:
        if any(item.fills for item, _ in met):
            return []
        spans = [self.span]
        for item, (start, end) in sorted(met, key=lambda pair: pair[1][0]):
            cut = (start - self.left, end - self.left)
            spans = [part for span in spans for part in _cut(span, cut, item.side)]
        return spans


def _cut(span: tuple[float, float], cut: tuple[float, float], side: str) -> list[tuple[float, float]]:
    """Return what a span keeps beside an object, on the sides where text may stand."""
    left, right = (span[0], min(span[1], cut[0])), (max(span[0], cut[1]), span[1])
    if side == "largest":
        side = "left" if left[1] - left[0] >= right[1] - right[0] else "right"
    wanted = {"left": [left], "right": [right]}.get(side, [left, right])
    return [part for part in wanted if part[1] > part[0]]
