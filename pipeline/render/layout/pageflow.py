"""The paper as the text of a page meets it: where lines run down (w:textDirection, 17.6.20) it lies on its side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.render.layout.boxes import Canvas
from pipeline.render.layout.geometry import NARROWEST, Sides
from pipeline.render.layout.page import Ornament, Page
from pipeline.render.layout.pagefloats import page_area
from pipeline.render.layout.surround import Area
from pipeline.render.paper import PageSetup


@dataclass(frozen=True, slots=True)
class Flow:
    """The paper, its margins, and where the text begins and ends, all as its lines run."""

    setup: PageSetup
    sides: Sides
    top: float
    bottom: float
    odd: bool

    @property
    def area(self) -> Area:
        """Return what positions on the page refer to."""
        return page_area(self.setup, int(self.odd), self.sides)


def flow_of(setup: PageSetup, place: Sides, span: tuple[float, float], *, odd: bool) -> Flow:
    """Return how text meets a page; ``span`` is where it stands on the paper, below the header and above the footer.

    In lines that run down it begins at the right margin; header and footer stay as they are (measured by others).
    """
    top, bottom = span
    if not setup.vertical:
        return Flow(setup, place, top, bottom, odd)
    aside = replace(
        setup,
        width=setup.height,
        height=setup.width,
        left=top,
        right=max(setup.height - bottom, 0.0),
        top=place.right,
        bottom=place.left,
    )
    edges = Sides(aside.left, aside.right, 0.0, max(bottom - top, NARROWEST))
    return Flow(aside, edges, place.right, setup.width - place.left, odd)


@dataclass(frozen=True, slots=True, eq=False)
class Turned:
    """Ornaments of lines that run down."""

    size: tuple[float, float]
    ornaments: Sequence[Ornament]

    def draw(self, canvas: Canvas) -> None:
        """Draw them, turned as the text is."""
        canvas.turn((0.0, 0.0, *self.size), "down")
        for ornament in self.ornaments:
            ornament.draw(canvas)
        canvas.turn_back()


def turn_ornaments(pages: Sequence[Page]) -> None:
    """Turn what was drawn beside the text so far on pages whose lines run down."""
    for page in pages:
        if page.setup.vertical:
            size = page.setup.width, page.setup.height
            page.under[:] = [Turned(size, page.under[:])] if page.under else []
            page.over[:] = [Turned(size, page.over[:])] if page.over else []
