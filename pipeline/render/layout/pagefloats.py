"""Floating objects on the pages of the body: placed with their paragraph, carried on over a page's end, redone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from pipeline.render.floating import Position
from pipeline.render.layout.boxes import Box, ParagraphBox
from pipeline.render.layout.floatbox import FloatBox
from pipeline.render.layout.floats import Surroundings
from pipeline.render.layout.geometry import Sides
from pipeline.render.layout.pagestate import PageState
from pipeline.render.layout.surround import EPSILON, Area, Rect, Spot, placed
from pipeline.render.layout.tablebox import TableBox
from pipeline.render.paper import PageSetup

if TYPE_CHECKING:
    from pipeline.render.layout.page import Page
    from pipeline.render.layout.pages import Paginator

MOST_ROUNDS = 3  # that a page is set anew, since an object stands over text before its anchor
FAR = 1.0


def page_area(setup: PageSetup, number: int, place: Sides) -> Area:
    """Return what positions on a page refer to, the column from margin to margin."""
    top = abs(setup.top) + place.top
    margin = Rect(place.left, top, setup.width - place.right, setup.height - abs(setup.bottom))
    return Area(Rect(0.0, 0.0, setup.width, setup.height), margin, margin.left, margin.right, odd=number % 2 == 1)


@dataclass(slots=True, eq=False)
class Redo:
    """Sets a page anew when an object that is met far down turns out to stand over the text above it."""

    paginator: Paginator
    boxes: Sequence[Box]
    active: bool
    saved: PageState | None = None
    known: dict[int, list[Rect]] = field(default_factory=dict)
    came: set[int] = field(default_factory=set)

    def mark(self, queue: list[Box]) -> bool:
        """Remember how things stand where a page begins, or go back to the page before, and tell whether so.

        An object that made room for itself above its anchor, and thereby sent its anchor to the next page, goes there.
        """
        page = self.paginator.pages[-1]
        if not self.active or (self.saved is not None and self.saved.page is page):
            return False
        if self.saved is not None and self._send_on(self.saved, queue):
            return True
        self.saved = PageState.of(self.paginator, queue)
        self.known.clear()
        self.came.clear()
        return False

    def _send_on(self, saved: PageState, queue: list[Box]) -> bool:
        gone = self.known.keys() - self.came
        if not gone or saved.rounds > MOST_ROUNDS:
            return False
        around = saved.page.around
        around.barred |= gone
        around.exclusions[:] = [item for item in around.exclusions if id(item.owner) not in gone]
        saved.rounds = MOST_ROUNDS + 1
        self.known.clear()
        self._restore(saved, queue)
        return True

    def back(self, queue: list[Box], owner: object, before: tuple[Page, int]) -> bool:
        """Go back to where the page began if an object of ``owner`` stands over what was placed before it.

        ``before`` is the page that its box came to, and how many boxes stood there.
        """
        saved = self.saved
        page, placed_before = before
        if saved is None or saved.page is not page:
            return False
        rects = [item.rect for item in saved.page.around.exclusions if item.owner is owner]
        if rects:
            self.came.add(id(owner))
        if not rects or saved.rounds >= MOST_ROUNDS or not self._covers(saved, rects, placed_before):
            return False
        if not self._is_news(owner, rects):
            return False
        self.known[id(owner)] = rects
        self.came.clear()
        saved.rounds += 1
        self._restore(saved, queue)
        return True

    def _is_news(self, owner: object, rects: list[Rect]) -> bool:
        earlier = self.known.get(id(owner), [])
        pairs = zip(earlier, rects, strict=False)
        return len(earlier) != len(rects) or any(
            abs(one - two) > FAR for a, b in pairs for one, two in zip(a, b, strict=True)
        )

    @staticmethod
    def _covers(saved: PageState, rects: list[Rect], placed_before: int) -> bool:
        first = len(saved.on_page["items"])
        above = [_extent(item) for item in saved.page.items[first:placed_before]]
        return any(rect.shares(text) for text in above for rect in rects)

    def _restore(self, saved: PageState, queue: list[Box]) -> None:
        queue[:] = saved.restore(self.paginator, self.boxes)


def _extent(item: tuple[Box, float, float]) -> Rect:
    box, x, y = item
    if isinstance(box, ParagraphBox):
        return Rect(x, y, x + box.setting.measure.width, y + box.height)
    width = box.width if isinstance(box, TableBox) else 0.0
    return Rect(x, y, x + width, y + box.height)


@dataclass(frozen=True, slots=True)
class Parts:
    """What of a frame or a table stands on a page and where, and what goes on to the next."""

    here: FloatBox | None
    rest: FloatBox | None
    rect: Rect


def place_float(box: FloatBox, around: Surroundings, spot: Spot, limit: float) -> Parts:
    """Return the parts of a frame or table that stands at a spot; where nothing of it fits, ``here`` is None.

    A table that is placed by its paragraph ends at ``limit``, the bottom of the text; others end with the page, and
    a frame goes on only where it is higher than that.
    """
    around.drop(box)
    width, height = box.size
    flows = isinstance(box.content, TableBox) and box.anchor.vertical.base == "paragraph"
    rect = placed(box.anchor, (width, 0.0 if flows else height), around.area, spot).of_size((width, height))
    if not isinstance(box.content, TableBox):
        rect = _on_paper(rect, around.area.page)
    bottom = limit if flows else around.area.page.bottom
    here, rest = (box, None) if rect.bottom <= bottom + EPSILON else box.parted(bottom - rect.top, force=not flows)
    if here is not None:
        rect = around.keep(box.anchor, rect.of_size(here.kept_size), box)
        if rest is not None:
            rest.anchor = replace(box.anchor, horizontal=Position("page", rect.left))
    return Parts(here, rest, rect)


def _on_paper(rect: Rect, page: Rect) -> Rect:
    """Return where a frame stands: on its page as far as it fits there, since its text is to be read."""
    left = max(min(rect.left, page.right - (rect.right - rect.left)), page.left)
    top = max(min(rect.top, page.bottom - (rect.bottom - rect.top)), page.top)
    return Rect(left, top, 0.0, 0.0).of_size((rect.right - rect.left, rect.bottom - rect.top))


def carry_on(box: FloatBox, around: Surroundings, spot: Spot, limit: float) -> Parts:
    """Return the parts of a table that goes on, or begins, at the top of the text."""
    around.drop(box)
    here, rest = box.parted(limit - spot.top, force=True)
    assert here is not None
    rect = Rect(placed(box.anchor, box.size, around.area, spot).left, spot.top, 0.0, 0.0).of_size(here.size)
    around.keep(box.anchor, rect, box)
    if rest is not None:
        rest.anchor = replace(box.anchor, horizontal=Position("page", rect.left))
    return Parts(here, rest, rect)


def following(queue: Sequence[Box]) -> Box | None:
    """Return the box that a floating one stands at: the next one in the flow."""
    return next((box for box in reversed(queue) if not box.is_out_of_flow), None)
