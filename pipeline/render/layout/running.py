"""Headers and footers: which runs on a page (17.10), how high it is, and where it stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

from pipeline.render.layout.atoms import Resolve
from pipeline.render.layout.boxes import Stack
from pipeline.render.layout.builder import Builder
from pipeline.render.layout.floats import Surroundings, settle
from pipeline.render.layout.page import Page
from pipeline.render.layout.pagefloats import page_area
from pipeline.render.layout.surround import Exclusion
from pipeline.render.tree import Block, Document, Stories


@dataclass
class Running:
    """Sets headers and footers; their heights are known before what their fields say."""

    document: Document
    builder: Builder
    _known: dict[tuple[int, str, str], tuple[float, tuple[Exclusion, ...]]] = field(default_factory=dict)
    _seen: dict[tuple[int, str, str], tuple[Block, ...]] = field(default_factory=dict)

    def story(self, page: Page, kind: str) -> tuple[str, tuple[Block, ...]]:
        """Return which header or footer runs on a page, by name, and its blocks; a blank page has none."""
        section = self.document.sections[page.section]
        stories: Stories = section.headers if kind == "header" else section.footers
        if page.blank:
            return "blank", ()
        if page.is_first and page.setup.first_differs:
            return "first", stories.first or ()
        if self.document.settings.even_and_odd and page.number % 2 == 0:
            return "even", stories.even or ()
        return "default", stories.default or ()

    def top(self, page: Page) -> float:
        """Return where the body begins: below the header where that is higher than the margin (17.6.11)."""
        setup = page.setup
        if setup.top < 0:
            return -setup.top
        return max(setup.top + page.sides.top, setup.header + self._height(page, "header"))

    def bottom(self, page: Page) -> float:
        """Return where the body ends; a negative margin stands fast whatever the footer's height."""
        setup = page.setup
        if setup.bottom < 0:
            return setup.height + setup.bottom
        return setup.height - max(setup.bottom, setup.footer + self._height(page, "footer"))

    def _height(self, page: Page, kind: str) -> float:
        name, blocks = self.story(page, kind)
        key = (page.section, kind, name)
        if key not in self._known:
            stack, _, _, around = self._placed(page, kind, blocks)
            self._known[key] = (stack.height, tuple(around.exclusions))
        return self._known[key][0]

    def beside(self, page: Page) -> tuple[Exclusion, ...]:
        """Return what objects of the page's header and footer keep free: the body's text flows around them too."""
        keys = ((page.section, kind, self.story(page, kind)[0]) for kind in ("header", "footer"))
        found = (item for key in keys for item in self._known.get(key, (0.0, ()))[1])
        return tuple(found)

    def _placed(self, page: Page, kind: str, blocks: Sequence[Block]) -> tuple[Stack, float, float, Surroundings]:
        """Return a header or footer with its place, and what floats in it."""
        setup, left, width = page.setup, page.sides.left, page.sides.width
        stack = Stack(self.builder.boxes(blocks, width, None))
        top = setup.header if kind == "header" else setup.height - setup.footer - stack.height
        area = replace(page_area(setup, page.number, page.sides), right=left + width)
        return stack, left, top, settle(stack, area, left, top)

    def set(self, pages: Iterable[Page], resolver: Callable[[Page], Resolve]) -> None:
        """Set the header and the footer of every page."""
        for page in pages:
            if page.blank:
                continue
            self.builder.resolve = resolver(page)
            page.header = self._set(page, "header")
            page.footer = self._set(page, "footer")

    def _set(self, page: Page, kind: str) -> tuple[Stack, float, float]:
        """Return a header or footer with its place; one higher than the page is whole on the first page alone."""
        name, blocks = self.story(page, kind)
        key = (page.section, kind, name)
        placed = self._placed(page, kind, self._seen.get(key, blocks))[:3]
        if key not in self._seen:
            self._seen[key] = blocks if placed[0].height <= page.setup.height else self._on_paper(page, kind, blocks)
        return placed

    def _on_paper(self, page: Page, kind: str, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        """Return as many of the first blocks, or for a footer of the last, as fill the page."""
        count = 1
        while count < len(blocks):
            some = blocks[:count] if kind == "header" else blocks[-count:]
            if Stack(self.builder.boxes(some, page.sides.width, None)).height >= page.setup.height:
                return some
            count *= 2
        return blocks
