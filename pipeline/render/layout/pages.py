"""Pages: boxes flow into the frames of each section, and running headers and footers are set around them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from pipeline.render.layout.boxes import Box, ParagraphBox, Stack, chain_head, gap
from pipeline.render.layout.builder import Builder
from pipeline.render.layout.lines import EPSILON
from pipeline.render.read.numberformats import formatted
from pipeline.render.tags import Node
from pipeline.render.tree import Block, Document, FieldRun, PageSetup, Section, Stories

MAX_PAGES = 20_000


class TooManyPages(Exception):  # noqa: N818 - named for what the document has
    """The document has more pages than any paper has; ``limit`` is how many are made."""

    def __init__(self, limit: int) -> None:
        super().__init__(f"more than {limit} pages")
        self.limit = limit


@dataclass(slots=True, eq=False)
class Page:
    """A page: its paper, its printed number and the boxes on it, each with its top left corner."""

    section: int
    setup: PageSetup
    number: int
    is_first: bool
    items: list[tuple[Box, float, float]] = field(default_factory=list)
    header: tuple[Stack, float, float] | None = None
    footer: tuple[Stack, float, float] | None = None

    @property
    def label(self) -> str:
        """Return the page number as printed."""
        names = {"decimal": "decimal", "lowerRoman": "lowerRoman", "upperRoman": "upperRoman"}
        return formatted(self.number, names.get(self.setup.number_format, self.setup.number_format))

    def paragraphs(self) -> Iterator[ParagraphBox]:
        """Yield the paragraph boxes of the body."""
        for box, _, _ in self.items:
            yield from box.paragraphs()


@dataclass(slots=True)
class _Frame:
    """Where boxes go now: a column of the page, filled from ``y`` down to ``bottom``."""

    x: float
    width: float
    top: float
    bottom: float
    y: float
    last: Box | None = None


class Paginator:
    """Lays a document out into pages."""

    def __init__(self, document: Document, builder: Builder, root: Node, progress: Callable[[int], None]) -> None:
        self.document = document
        self.builder = builder
        self.root = root
        self.progress = progress
        self.pages: list[Page] = []
        self.frame = _Frame(0, 0, 0, 0, 0)
        self._columns: list[tuple[float, float]] = []
        self._column = 0
        self._deepest = 0.0
        self._section = 0
        self._story_heights: dict[tuple[int, str, str], float] = {}
        self._after_forced_break = True

    def run(self) -> list[Page]:
        """Return the pages."""
        for index, section in enumerate(self.document.sections):
            self._begin_section(index, section)
            boxes = self.builder.boxes(section.blocks, self.frame.width, self.root)
            self._flow(boxes)
        return self.pages

    def _begin_section(self, index: int, section: Section) -> None:
        previous = self.pages[-1] if self.pages else None
        self._section = index
        same_paper = previous is not None and (previous.setup.width, previous.setup.height) == (
            section.page.width,
            section.page.height,
        )
        if section.page.start == "continuous" and same_paper:
            self._set_columns(section.page)
            own = self.frame.y + (self.frame.last.after if self.frame.last else 0.0)
            self._open_column(0, max(self._deepest, own))
        else:
            self._new_page(is_first=True)
            wants_odd = {"oddPage": 1, "evenPage": 0}.get(section.page.start)
            if wants_odd is not None and self.pages[-1].number % 2 != wants_odd:
                self._new_page(is_first=True)
        self._after_forced_break = True

    def _set_columns(self, setup: PageSetup) -> None:
        width = setup.width - setup.left - setup.right - setup.gutter
        left = setup.left + setup.gutter
        columns = setup.columns.widths
        if not columns:
            self._columns = [(left, max(width, 36.0))]
            return
        equal = (width - sum(space for _, space in columns[:-1])) / len(columns)
        self._columns = []
        for own, space in columns:
            size = own or equal
            self._columns.append((left, max(size, 18.0)))
            left += size + space

    def _new_page(self, *, is_first: bool = False) -> None:
        section = self.document.sections[self._section]
        setup = section.page
        number = self.pages[-1].number + 1 if self.pages else 1
        if is_first and setup.number_start is not None:
            number = setup.number_start
        if len(self.pages) >= MAX_PAGES:
            raise TooManyPages(MAX_PAGES)
        page = Page(self._section, setup, number, is_first)
        self.pages.append(page)
        self.progress(len(self.pages))
        self._set_columns(setup)
        self._deepest = 0.0
        self._open_column(0, self._body_top(page))
        self._after_forced_break = False

    def _open_column(self, column: int, top: float) -> None:
        page = self.pages[-1]
        x, width = self._columns[column]
        self._column = column
        self.frame = _Frame(x, width, top, self._body_bottom(page), top)

    def _body_top(self, page: Page) -> float:
        setup = page.setup
        if setup.top < 0:
            return -setup.top
        return max(setup.top, setup.header + self._story_height(page, "header"))

    def _body_bottom(self, page: Page) -> float:
        setup = page.setup
        room = (
            -setup.bottom if setup.bottom < 0 else max(setup.bottom, setup.footer + self._story_height(page, "footer"))
        )
        return setup.height - room

    def story(self, page: Page, kind: str) -> tuple[str, tuple[Block, ...]]:
        """Return which header or footer runs on a page, by name, and its blocks."""
        section = self.document.sections[page.section]
        stories: Stories = section.headers if kind == "header" else section.footers
        if page.is_first and page.setup.first_differs:
            return "first", stories.first or ()
        if self.document.settings.even_and_odd and page.number % 2 == 0:
            return "even", stories.even or ()
        return "default", stories.default or ()

    def _story_height(self, page: Page, kind: str) -> float:
        name, blocks = self.story(page, kind)
        key = (page.section, kind, name)
        if key not in self._story_heights:
            width = page.setup.width - page.setup.left - page.setup.right - page.setup.gutter
            self._story_heights[key] = Stack(self.builder.boxes(blocks, max(width, 36.0), None)).height
        return self._story_heights[key]

    def _next_frame(self) -> None:
        if self._column + 1 < len(self._columns):
            self._deepest = max(self._deepest, self.frame.y)
            self._open_column(self._column + 1, self.frame.top)
        else:
            self._new_page()

    def _flow(self, boxes: list[Box]) -> None:
        queue = list(reversed(boxes))
        index = 0
        while queue:
            box = queue.pop()
            if box.break_before and not self._frame_is_empty:
                self._new_page()
                self._after_forced_break = True
            rest = self._place(box, queue)
            if rest is not None:
                queue.append(rest)
            index += 1

    @property
    def _frame_is_empty(self) -> bool:
        return self.frame.last is None

    def _place(self, box: Box, queue: list[Box]) -> Box | None:
        """Place a box, or its first part, and return what is left of it."""
        frame = self.frame
        before = self._space_above(box)
        room = frame.bottom - frame.y - before
        if box.keep_next and frame.last is not None and not frame.last.keep_next:
            wanted = chain_head([box, *reversed(queue[-40:])], 0)
            if wanted > room + EPSILON and wanted <= frame.bottom - frame.top:
                self._next_frame()
                return box
        first, rest = box.split(room, force=self._frame_is_empty)
        if first is None:
            self._next_frame()
            return rest
        self.pages[-1].items.append((first, frame.x, frame.y + before))
        frame.y += before + first.height
        frame.last = first
        if rest is not None or self._ends_with_break(first):
            self._leave(first)
        return rest

    def _space_above(self, box: Box) -> float:
        if self.frame.last is not None:
            return gap(self.frame.last, box)
        return box.before if self._after_forced_break else 0.0

    def _leave(self, first: Box) -> None:
        """Go on to the next column or page, as the break at the end of a box says."""
        kind = self._break_kind(first)
        if kind == "page":
            self._new_page()
            self._after_forced_break = True
        else:
            self._next_frame()

    @staticmethod
    def _break_kind(box: Box) -> str:
        lines = box.lines if isinstance(box, ParagraphBox) else []
        return lines[-1].ends_with if lines else ""

    def _ends_with_break(self, box: Box) -> bool:
        return self._break_kind(box) in {"page", "column"}

    def set_running(self, resolver: Callable[[Page], Callable[[FieldRun], str]]) -> None:
        """Set the header and the footer of every page."""
        for page in self.pages:
            self.builder.resolve = resolver(page)
            setup = page.setup
            left = setup.left + setup.gutter
            width = max(setup.width - left - setup.right, 36.0)
            header = Stack(self.builder.boxes(self.story(page, "header")[1], width, None))
            footer = Stack(self.builder.boxes(self.story(page, "footer")[1], width, None))
            page.header = (header, left, setup.header)
            page.footer = (footer, left, setup.height - setup.footer - footer.height)
