"""A page while it is filled and when it is done: its paper, its number and what stands on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain
from typing import Protocol

from pipeline.render.layout.boxes import Box, Canvas, ParagraphBox, Stack
from pipeline.render.layout.floats import Surroundings
from pipeline.render.layout.geometry import Sides
from pipeline.render.layout.surround import NOWHERE
from pipeline.render.paper import PageSetup
from pipeline.render.read.numberformats import formatted


class Ornament(Protocol):
    """Something on a page that is no part of its text: a frame, a line, a number in the margin."""

    def draw(self, canvas: Canvas) -> None:
        """Draw it, as an artifact."""


@dataclass(slots=True, eq=False)
class Page:
    """A page: its paper, its printed number and the boxes on it, each with its top left corner.

    ``notes`` are the footnotes; ``under`` and ``over`` what is drawn before and after the text. ``chapter`` is the
    number of the chapter where the section prints it. A page that is ``blank`` was put in before an odd or even one.
    """

    section: int
    setup: PageSetup
    number: int
    is_first: bool
    sides: Sides
    items: list[tuple[Box, float, float]] = field(default_factory=list)
    notes: list[tuple[Box, float, float]] = field(default_factory=list)
    header: tuple[Stack, float, float] | None = None
    footer: tuple[Stack, float, float] | None = None
    around: Surroundings = field(default_factory=lambda: Surroundings(NOWHERE))
    under: list[Ornament] = field(default_factory=list)
    over: list[Ornament] = field(default_factory=list)
    blank: bool = False
    chapter: str = ""
    language: str = ""

    @property
    def label(self) -> str:
        """Return the page number as printed."""
        number = formatted(self.number, self.setup.number_format, self.language)
        return f"{self.chapter}{self.setup.chapter_separator}{number}" if self.chapter else number

    def paragraphs(self) -> Iterator[ParagraphBox]:
        """Yield the paragraph boxes of the body and of the notes."""
        for box, _, _ in (*self.items, *self.notes):
            yield from box.paragraphs()


def printed_parts(pages: list[Page]) -> set[str]:
    """Return the names of the parts of the package that stand on the pages."""
    running = (story[0] for page in pages for story in (page.header, page.footer) if story is not None)
    boxes = chain(*(page.paragraphs() for page in pages), *(stack.paragraphs() for stack in running))
    return {box.paragraph.place.part for box in boxes}


@dataclass(slots=True)
class Frame:
    """Where boxes go now: a column of the page, filled from ``y`` down to ``bottom``."""

    x: float
    width: float
    top: float
    bottom: float
    y: float
    last: Box | None = None
