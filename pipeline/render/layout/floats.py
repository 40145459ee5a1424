"""Floating objects in a column of text: each finds its place, and the lines beside it are set anew."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from pipeline.render.floating import Anchor
from pipeline.render.layout.boxes import Box, ParagraphBox, Stack, gap
from pipeline.render.layout.floatbox import FloatBox
from pipeline.render.layout.lines import Item, Line
from pipeline.render.layout.surround import Area, Channel, Exclusion, Rect, Spot, exclusion, placed
from pipeline.render.layout.tablebox import TableBox

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

HIGHEST = 600.0  # that a cell becomes for the objects in it: it must stand on a page
MOST_MOVED = 400.0  # how far an object in a cell or header moves a line down; beyond, the line stands over it
MOST_OUTLINES = 20  # of one page that text goes along; more are kept free as their frames
MOST = 2000  # objects that text on one page is kept away from; what comes after them lies over it


@dataclass(slots=True, eq=False)
class Surroundings:
    """What stands beside the text of one page, cell, header or footer.

    ``barred`` are the owners, by identity, whose objects do not fit on the page: they begin the next. What covers
    the whole page keeps no text away where it is ``running``, in a header or footer.
    """

    area: Area
    exclusions: list[Exclusion] = field(default_factory=list)
    barred: set[int] = field(default_factory=set)
    running: bool = False

    @staticmethod
    def over(box: ParagraphBox) -> ParagraphBox:
        """Return a paragraph set over what is in its way: below it, there is no page left."""
        box.setting.reflow(box.start, None)
        return replace(box, end=len(box.setting.lines))

    def paragraph(self, box: ParagraphBox, x: float, y: float, above: float = 0.0) -> ParagraphBox:
        """Return a paragraph that begins at y set beside what is there, its own objects in their places.

        ``above`` is how far above y the paragraph begins, its space before included.
        """
        setting = box.setting
        if setting.channels:
            box = replace(box, end=len(setting.lines))
        own = list(_anchored(box)) if setting.has_floats else []
        if not own and not self.exclusions and box.start >= setting.moved:
            return box
        rects = self._own(box, own, (x, y, y - above))
        met = self._met(box, x, y)
        if met or box.start < setting.moved:
            setting.reflow(box.start, Channel(x, _span(box), y + box.top_room, met, _mirror(box)) if met else None)
            box = replace(box, end=len(setting.lines))
        self._settle(box, rects, (x, y))
        return box

    def _own(
        self, box: ParagraphBox, own: Sequence[tuple[Line, float, Item]], at: tuple[float, float, float]
    ) -> dict[int, Rect]:
        """Find the places of the objects that are anchored in a paragraph, and keep those free of text."""
        x, y, top = at
        if own:
            self.drop(box.setting)
        rects: dict[int, Rect] = {}
        for line, offset, item in own:
            run = item.floating
            assert run is not None
            assert run.anchor is not None
            spot = Spot(top, y + offset, y + offset + line.height, x + item.x)
            size = (run.picture.width, run.picture.height)
            rects[id(run)] = self.keep(run.anchor, placed(run.anchor, size, self.area, spot), box.setting)
        return rects

    def drop(self, owner: object) -> None:
        """Let text stand again where an owner's objects kept it away: they go elsewhere."""
        self.exclusions[:] = [item for item in self.exclusions if item.owner is not owner]

    def keep(self, anchor: Anchor, rect: Rect, owner: object) -> Rect:
        """Keep an object's place free of text from now on, and return it: below others that it may not lie over."""
        if not anchor.overlaps:
            rect = self._beside_others(anchor, rect)
        if anchor.outline and sum(bool(item.outline) for item in self.exclusions) >= MOST_OUTLINES:
            anchor = replace(anchor, outline=())
        kept = exclusion(anchor, rect, owner)
        blocks = kept is not None and self.running and kept.covers(self.area.margin)
        if kept is not None and not blocks and len(self.exclusions) < MOST:
            self.exclusions.append(kept)
        return rect

    def _beside_others(self, anchor: Anchor, rect: Rect) -> Rect:
        """Return where an object stands that may not lie over others: below those in its way, on the same page."""
        if anchor.wrap == "none":
            return rect
        for _ in range(len(self.exclusions)):
            met = [item.rect.bottom for item in self.exclusions if item.meets(rect)]
            height = rect.bottom - rect.top
            if not met or min(met) + height > self.area.page.bottom:
                break
            rect = Rect(rect.left, min(met), rect.right, min(met) + height)
        return rect

    def _met(self, box: ParagraphBox, x: float, y: float) -> tuple[Exclusion, ...]:
        left, right = _span(box)
        column = Rect(x + left, y, x + right, float("inf"))
        return tuple(item for item in self.exclusions if item.meets(column))

    def _settle(self, box: ParagraphBox, rects: dict[int, Rect], at: tuple[float, float]) -> None:
        """Note the places of a paragraph's objects from the lines that they are anchored in."""
        x, y = at
        for _line, offset, item in _anchored(box) if rects else ():
            rect = rects.get(id(item.floating))
            if rect is not None:
                box.setting.offsets[id(item.floating)] = (rect.left - x, rect.top - y - offset)

    def table(self, box: TableBox, x: float, y: float) -> tuple[float, float]:
        """Return how far a table in the text is moved aside and down, past what is in its way."""
        left, width, start = x + box.x, box.width, y
        for _ in range(len(self.exclusions)):
            met = [
                item for item in self.exclusions if item.meets(Rect(left, y, left + width, y + max(box.head(), 1.0)))
            ]
            if not met:
                break
            aside = max(item.rect.right for item in met)
            if not any(item.fills for item in met) and aside + width <= self.area.right + 1.0:
                return aside - left, y - start
            y = min(item.rect.bottom for item in met)
        return 0.0, y - start


def _span(box: ParagraphBox) -> tuple[float, float]:
    style, measure = box.paragraph.style, box.setting.measure
    left = style.left + min(style.first, 0.0)
    left = min(left, measure.right - 1.0)
    return (measure.width - measure.right, measure.width - left) if style.rtl else (left, measure.right)


def _mirror(box: ParagraphBox) -> float:
    return box.setting.measure.width if box.paragraph.style.rtl else 0.0


def _anchored(box: ParagraphBox) -> Iterator[tuple[Line, float, Item]]:
    """Yield the anchors in a paragraph box, each with its line and how far down that stands."""
    offset = box.top_room
    for line in box.lines:
        for item in line.items:
            if item.floating is not None:
                yield line, offset, item
        offset += line.height


def has_floats(box: Box) -> bool:
    """Return whether a box floats or holds anchors in its own text."""
    return box.is_out_of_flow or (isinstance(box, ParagraphBox) and box.setting.has_floats)


def settle(stack: Stack, area: Area, x: float = 0.0, y: float = 0.0) -> Surroundings:
    """Give what floats in a stack at x, y its place, and set the text beside it."""
    around = Surroundings(area, running=not area.is_cell)
    if not any(has_floats(box) for box in stack.boxes):
        return around
    offset, previous = 0.0, None
    for index, box in enumerate(stack.boxes):
        space = _space(stack, index, previous)
        if isinstance(box, FloatBox):
            _settle_box(box, around, (x, y + offset), space)
            continue
        offset += space
        if isinstance(box, ParagraphBox):
            beside = around.paragraph(box, x, y + offset, min(box.before, space))
            too_far = any(line.above > MOST_MOVED for line in beside.lines)
            stack.boxes[index] = around.over(beside) if too_far else beside
        offset += stack.boxes[index].height
        previous = stack.boxes[index]
    if area.is_cell:
        reach = (min(item.rect.bottom - y, HIGHEST) for item in around.exclusions)
        stack.least = max(reach, default=0.0)
    return around


def _space(stack: Stack, index: int, previous: Box | None) -> float:
    """Return the space above a box, for one that floats that above the box it stands at."""
    box = next((found for found in stack.boxes[index:] if not found.is_out_of_flow), None)
    if box is None:
        return 0.0
    return gap(previous, box) if previous is not None else (0.0 if stack.continued else box.before)


def _settle_box(box: FloatBox, around: Surroundings, at: tuple[float, float], space: float) -> None:
    x, y = at
    text = y + space
    rect = placed(box.anchor, box.size, around.area, Spot(text, text, text, x))
    rect = around.keep(box.anchor, rect.of_size(box.kept_size), box)
    box.x, box.y = rect.left - x, rect.top - y


def cell_area(width: float) -> Area:
    """Return what positions refer to in a table cell: the cell (MS-OI29500, layoutInCell)."""
    inside = Rect(0.0, 0.0, width, 0.0)
    return Area(inside, inside, 0.0, width, is_cell=True)
