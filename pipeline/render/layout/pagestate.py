"""A page to come back to: how it stood, how the paginator stood, and what was still to be placed."""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

from pipeline.render.layout.boxes import Box
from pipeline.render.layout.footnotes import Footnotes
from pipeline.render.layout.page import Frame, Page
from pipeline.render.layout.surround import Area

if TYPE_CHECKING:
    from pipeline.render.layout.pages import Paginator


@dataclass(slots=True, eq=False)
class PageState:
    """A page as it was, and what was to be placed: how many boxes, and the next of them; ``rounds`` counts returns.

    ``area`` is what positions referred to: that of the column.
    """

    page: Page
    area: Area
    on_page: dict[str, Any]
    state: dict[str, Any]
    count: int
    top: Box
    rounds: int = 0

    @classmethod
    def of(cls, paginator: Paginator, queue: Sequence[Box]) -> PageState:
        """Return the state of the last page; what floats on it is not part of it."""
        page = paginator.pages[-1]
        kept = {item.name: _copied(getattr(page, item.name)) for item in fields(page) if item.name != "around"}
        state = {name: _copied(value) for name, value in vars(paginator).items() if name != "pages"}
        return cls(page, page.around.area, kept, state, len(queue), queue[-1])

    def restore(self, paginator: Paginator, boxes: Sequence[Box]) -> list[Box]:
        """Go back, and return what is to be placed of ``boxes``, which are all that the state was taken among."""
        del paginator.pages[paginator.pages.index(self.page) + 1 :]
        for name, value in self.on_page.items():
            setattr(self.page, name, _copied(value))
        self.page.around.area = self.area
        for name, value in self.state.items():
            setattr(paginator, name, _copied(value))
        queue = list(reversed(boxes[len(boxes) - self.count :]))
        queue[-1] = self.top
        return queue


def _copied(value: Any) -> Any:
    """Return a copy of what changes while pages are filled."""
    if isinstance(value, (list, dict, set)):
        return value.copy()
    if isinstance(value, Footnotes):
        return value.copied()
    return copy(value) if isinstance(value, Frame) else value
