"""Columns of equal height: Word balances them where the next section goes on below them (17.6.4, 17.15.3.19)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pipeline.render.layout.boxes import Box
from pipeline.render.layout.floatbox import FloatBox
from pipeline.render.layout.pagestate import PageState
from pipeline.render.layout.surround import Exclusion
from pipeline.render.layout.tablebox import TableBox

if TYPE_CHECKING:
    from pipeline.render.layout.pages import Paginator

STEPS, FINE = 12, 0.5  # how often a height is tried, and how near it comes, in points


class NoRoom(Exception):  # noqa: N818 - named for what is lacking
    """The text does not fit into columns of the height that is tried."""


@dataclass
class Balance:
    """Remembers how each page of a section begins, and sets the last one anew in columns of the least height."""

    paginator: Paginator
    boxes: Sequence[Box]
    saved: list[PageState] = field(default_factory=list)
    kept_free: list[Exclusion] = field(default_factory=list)

    def mark(self, queue: Sequence[Box]) -> None:
        """Remember how a page begins."""
        if not self.saved or self.saved[-1].page is not self.paginator.pages[-1]:
            self.saved[:] = [PageState.of(self.paginator, queue)]
            self.kept_free[:] = self.paginator.pages[-1].around.exclusions

    def finish(self) -> None:
        """Balance the columns of the last page."""
        paginator = self.paginator
        if not self.saved or self.saved[-1].page is not paginator.pages[-1] or self._is_fixed(self.saved[-1]):
            return
        top = paginator.frame.top
        low, high = 0.0, paginator.deepest - top
        for _ in range(STEPS):
            if high - low <= FINE:
                break
            middle = (low + high) / 2
            low, high = (low, middle) if self._fits(top + middle) else (middle, high)
        if not self._fits(top + high):
            self._set(None)

    def _is_fixed(self, state: PageState) -> bool:
        """Return whether the columns of a page stay as they are: a break is forced in them, or a table floats there."""
        return any(_is_fixed(box) for box in (state.top, *self.boxes[len(self.boxes) - state.count + 1 :]))

    def _fits(self, limit: float) -> bool:
        try:
            self._set(limit)
        except NoRoom:
            return False
        finally:
            self.paginator.limit = None
        return self.paginator.deepest <= limit + FINE

    def _set(self, limit: float | None) -> None:
        queue = self.saved[-1].restore(self.paginator, self.boxes)
        self.paginator.pages[-1].around.exclusions[:] = self.kept_free
        self.paginator.set_limit(limit)
        self.paginator.fill(queue, self.boxes)


def _is_fixed(box: Box) -> bool:
    if box.break_before or (isinstance(box, FloatBox) and isinstance(box.content, TableBox)):
        return True
    return any(line.ends_with in {"page", "column"} for paragraph in box.paragraphs() for line in paragraph.lines)
