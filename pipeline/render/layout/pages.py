"""Pages: boxes flow into the frames of each section, and running headers and footers are set around them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from pipeline.render.layout.balance import Balance, NoRoom
from pipeline.render.layout.boxes import Box, ParagraphBox, chain_head, gap
from pipeline.render.layout.builder import Builder
from pipeline.render.layout.endnotes import Endnotes
from pipeline.render.layout.floatbox import FloatBox
from pipeline.render.layout.floats import Surroundings, has_floats
from pipeline.render.layout.footnotes import Footnotes
from pipeline.render.layout.geometry import Sides, columns, sides
from pipeline.render.layout.lines import EPSILON
from pipeline.render.layout.notemarks import NoteMarks
from pipeline.render.layout.ornaments import column_rules
from pipeline.render.layout.page import Frame, Page
from pipeline.render.layout.pagefloats import Parts, Redo, carry_on, following, place_float
from pipeline.render.layout.pageflow import Flow, flow_of
from pipeline.render.layout.pagestart import align_vertically, first_number
from pipeline.render.layout.refit import refitted
from pipeline.render.layout.running import Running
from pipeline.render.layout.surround import Spot
from pipeline.render.layout.tablebox import TableBox
from pipeline.render.layout.vertical import standing_on
from pipeline.render.paper import PageSetup
from pipeline.render.tags import Node
from pipeline.render.tree import Document, Section

MAX_PAGES = 10_000
WORD_2013 = 15  # the mode in which a page break takes the space above the next paragraph away


class TooManyPages(Exception):  # noqa: N818 - named for what the document has
    """The document has more pages than any paper has; ``limit`` is how many are made."""

    def __init__(self, limit: int) -> None:
        super().__init__(f"more than {limit} pages")
        self.limit = limit


class Paginator:
    """Lays a document out into pages."""

    def __init__(
        self, document: Document, builder: Builder, root: Node, marks: NoteMarks, progress: Callable[[int], None]
    ) -> None:
        self.document = document
        self.builder = builder
        self.root = root
        self.progress = progress
        self.running = Running(document, builder)
        self.footnotes = Footnotes(document.footnotes, builder)
        self.endnotes = Endnotes(document.endnotes, builder, root, marks.endnotes)
        self.pages: list[Page] = []
        self.frame = Frame(0, 0, 0, 0, 0)
        self._columns: list[tuple[float, float]] = []
        self._column = 0
        self._deepest = 0.0
        self._floor = 0.0
        self._top = 0.0
        self.limit: float | None = None
        self._ruled = False
        self._section = 0
        self._carried: list[FloatBox] = []
        self._after_forced_break = True
        self._spent = 0.0

    def run(self) -> list[Page]:
        """Return the pages."""
        last = self.document.sections[-1]
        for index, section in enumerate(self.document.sections):
            self._begin_section(index, section)
            self.builder.use_grid(section.page)
            boxes = self.builder.boxes(standing_on(section.page, section.blocks), self.frame.width, self.root)
            balance = Balance(self, boxes) if self._balances(index) else None
            self._flow(boxes, balance)
            self._flow(self.endnotes.after(index, section.page, self.frame.width, is_last=section is last))
        while self.footnotes.waiting:
            self._new_page()
        self._finish_page(is_last=True)
        return self.pages

    def _balances(self, index: int) -> bool:
        """Return whether a section's columns end at the same height: the next section goes on below them."""
        if len(self._columns) == 1 or index + 1 >= len(self.document.sections):
            return False
        return self.document.settings.pages.balance_columns and self._stays_on_page(
            self.document.sections[index + 1].page
        )

    @property
    def deepest(self) -> float:
        """Return how far down the columns of the section reach on the last page."""
        return max(self._deepest, self.frame.y)

    def set_limit(self, limit: float | None) -> None:
        """Let the columns end higher than the page does, to try whether the text fits; else NoRoom."""
        self.limit = limit
        self.frame.bottom = self._bottom()

    def _bottom(self) -> float:
        bottom = self._floor - self.footnotes.height
        return bottom if self.limit is None else min(bottom, self.limit)

    def fill(self, queue: list[Box], boxes: Sequence[Box], balance: Balance | None = None) -> None:
        """Place the boxes of a queue, the last first; ``boxes`` are all of the section, in the order of reading."""
        redo = Redo(self, boxes, active=any(has_floats(box) for box in boxes))
        while queue:
            if redo.mark(queue):
                continue
            if balance is not None:
                balance.mark(queue)
            box = self._next_box(queue)
            if box is None:
                continue
            before = self.pages[-1], len(self.pages[-1].items)
            rest = self._place_float(box, queue) if isinstance(box, FloatBox) else self._place(box, queue)
            if redo.active and redo.back(queue, _owner(box), before):
                continue
            if rest is not None:
                queue.append(rest)

    def _close_notes(self) -> None:
        """Set the footnotes of the column that is done: at its foot, or below its text."""
        frame, page = self.frame, self.pages[-1] if self.pages else None
        stack = self.footnotes.close()
        if page is None or not stack.boxes:
            return
        top = self._floor - stack.height
        if page.setup.footnotes.position == "beneathText":
            top = min(frame.y + (frame.last.after if frame.last else 0.0), top)
        page.notes += [(box, frame.x, top + offset) for box, offset in stack.placed()]

    def _begin_section(self, index: int, section: Section) -> None:
        self._section = index
        setup = section.page
        spent = self._space_below
        if self._stays_on_page(setup):
            spent = self._go_on(setup)
        elif setup.start == "nextColumn" and self.pages and self._column + 1 < len(self._columns):
            self._next_frame()
        else:
            number, after_blank = first_number(setup, self.pages[-1].number if self.pages else None)
            if after_blank:
                self._new_page(self.pages[-1].number + 1, blank=True)
            self._new_page(number)
        bare = index > 0 and self.document.sections[index - 1].ends_bare
        self._after_forced_break, self._spent = True, 0.0 if bare else spent

    def _stays_on_page(self, setup: PageSetup) -> bool:
        """Return whether a section begins on the page of the one before, which has paper of the same size."""
        if not self.pages or setup.start != "continuous":
            return False
        before = self.pages[-1].setup
        return (before.width, before.height, before.vertical) == (setup.width, setup.height, setup.vertical)

    @property
    def _space_below(self) -> float:
        """Return the space below what stands last, to which the space above what begins a page or section counts."""
        return self.frame.last.after if self.pages and self.frame.last is not None else 0.0

    def _go_on(self, setup: PageSetup) -> float:
        """Begin a section below what stands on the page; return how much of the space above it stands there."""
        self._rule_columns()
        before, page = self._columns, self.pages[-1]
        self._columns = columns(setup.columns, self._flow_on(page, setup).sides)
        if self.footnotes.area and before != self._columns:
            taken = self.footnotes.height
            self._close_notes()
            self._floor -= taken
        spent = self._space_below if self.frame.y + self._space_below >= self._deepest else 0.0
        self._ruled = setup.columns.separator
        self._open_column(0, max(self._deepest, self.frame.y + spent))
        return spent

    def _rule_columns(self) -> None:
        """Draw the lines between the columns that the text came to."""
        if self._ruled and self._column:
            span = self.frame.top, max(self._deepest, self.frame.y)
            self.pages[-1].under += column_rules(self._columns[: self._column + 1], span)

    def _finish_page(self, *, is_last: bool) -> None:
        """End a page; ``is_last`` tells that its section ends there."""
        if not self.pages:
            return
        self._rule_columns()
        page = self.pages[-1]
        if page.setup.vertical_align != "top" and len(self._columns) == 1:
            spare = self._floor - self.footnotes.height - self.frame.y
            align_vertically(page, spare, is_last=is_last)
        self._close_notes()

    def _sides(self, setup: PageSetup, number: int) -> Sides:
        return sides(setup, self.document.settings.pages, number)

    def _flow_on(self, page: Page, setup: PageSetup) -> Flow:
        """Return how the text of a section meets a page."""
        span = self.running.top(page), self.running.bottom(page)
        return flow_of(setup, self._sides(setup, page.number), span, odd=page.number % 2 == 1)

    def _new_page(self, number: int | None = None, *, blank: bool = False) -> None:
        """Begin a page; ``number`` is given for the first of a section, and for one that is left blank before it."""
        if self.limit is not None:
            raise NoRoom
        self._finish_page(is_last=number is not None)
        setup = self.document.sections[self._section].page
        is_first = number is not None and not blank
        if number is None:
            number = self.pages[-1].number + 1
        if len(self.pages) >= MAX_PAGES:
            raise TooManyPages(MAX_PAGES)
        page = Page(self._section, setup, number, is_first, self._sides(setup, number), blank=blank)
        page.language = self.document.properties.language
        flow = self._flow_on(page, setup)
        page.around = Surroundings(flow.area)
        self.pages.append(page)
        self.progress(len(self.pages))
        self._columns = columns(setup.columns, flow.sides)
        self._ruled = setup.columns.separator
        self._deepest = 0.0
        self._floor, self._top = flow.bottom, flow.top
        self._open_column(0, flow.top)
        page.around.exclusions.extend(() if setup.vertical else self.running.beside(page))
        self._after_forced_break, self._spent = False, 0.0
        self._take_on(page)

    def _take_on(self, page: Page) -> None:
        """Let what floats and was not all on the page before go on here."""
        waiting, self._carried = self._carried, []
        for box in waiting:
            spot = Spot(self.frame.top, self.frame.top, self.frame.top, self.frame.x)
            self._stand(carry_on(box, page.around, spot, self.frame.bottom))

    def _stand(self, parts: Parts) -> None:
        """Let a frame or a table stand on the page; what is left of it goes on to the next."""
        assert parts.here is not None
        self.pages[-1].items.append((parts.here, parts.rect.left, parts.rect.top))
        if parts.rest is not None:
            self._carried.append(parts.rest)
        if self.footnotes.active and next(parts.here.paragraphs(), None) is not None:
            self.footnotes.split(parts.here, self.frame.bottom - self.frame.y, force=True)
            self.frame.bottom = min(self.frame.bottom, self._floor - self.footnotes.height)

    def _open_column(self, column: int, top: float) -> None:
        x, width = self._columns[column]
        self._column = column
        page = self.pages[-1]
        self.footnotes.open(width, self._floor - top)
        self.frame = Frame(x, width, top, self._bottom(), top)
        page.around.area = replace(page.around.area, left=x, right=x + width)

    def _next_frame(self) -> None:
        if self._column + 1 < len(self._columns):
            self._close_notes()
            self._deepest = max(self._deepest, self.frame.y)
            self._open_column(self._column + 1, self.frame.top)
        else:
            self._new_page()

    def _flow(self, boxes: list[Box], balance: Balance | None = None) -> None:
        self.fill(list(reversed(boxes)), boxes, balance)
        while self._carried:
            self._new_page()
        if balance is not None:
            balance.finish()

    def _next_box(self, queue: list[Box]) -> Box | None:
        """Take the next box, on a new page where it asks for one; None where it may not stand on this one."""
        box = queue.pop()
        if not self._frame_is_empty and id(_owner(box)) in self.pages[-1].around.barred:
            self._next_frame()
            queue.append(box)
            return None
        if box.break_before:
            spent = self._space_below
            if not self._page_is_empty:
                self._new_page()
            self._after_forced_break, self._spent = self.document.settings.pages.top_space_after_break, spent
        return box

    @property
    def _frame_is_empty(self) -> bool:
        return self.frame.last is None

    @property
    def _page_is_empty(self) -> bool:
        """Return whether no text stands on the page yet: not in a column before, nor in a section above."""
        return self._frame_is_empty and self._column == 0 and self.frame.top <= self._top

    def _place(self, box: Box, queue: list[Box]) -> Box | None:
        """Place a box, or its first part, and return what is left of it."""
        frame = self.frame
        box = refitted(box, frame.width)
        before = self._space_above(box)
        box, aside, down = self._beside_floats(box, before)
        before += down
        room = frame.bottom - frame.y - before
        if box.keep_next and frame.last is not None and not frame.last.keep_next:
            wanted = chain_head([box, *reversed(queue[-40:])], 0)
            if wanted > room + EPSILON and wanted <= frame.bottom - frame.top:
                self.pages[-1].around.drop(_owner(box))
                self._next_frame()
                return box
        first, rest = self._split(box, room)
        if first is None:
            self.pages[-1].around.drop(_owner(box))
            self._next_frame()
            return rest
        self.pages[-1].items.append((first, frame.x + aside, frame.y + before))
        if isinstance(first, ParagraphBox):
            first.lead = before if frame.last is not None else 0.0
        frame.y += before + first.height
        above = self._space_below
        frame.last = first
        if self.footnotes.area:
            frame.bottom = frame.y if self.footnotes.waiting else self._bottom()
        self._leave(first, rest, above, is_last=not queue)
        return rest

    def _beside_floats(self, box: Box, before: float) -> tuple[Box, float, float]:
        """Return a box as it stands beside what floats on the page, and how far aside and down it goes for that."""
        frame, around = self.frame, self.pages[-1].around
        if isinstance(box, ParagraphBox):
            set_box = around.paragraph(box, frame.x, frame.y + before, self._own_space(before))
            over = self._frame_is_empty and set_box.lines[0].above
            if over and set_box.lines[0].height > frame.bottom - frame.y - before:
                set_box = around.over(set_box)
            return set_box, 0.0, 0.0
        if isinstance(box, TableBox) and around.exclusions:
            aside, down = around.table(box, frame.x, frame.y + before)
            below = self._frame_is_empty and frame.y + before + down + box.rows[0].height > frame.bottom
            return (box, 0.0, 0.0) if below else (box, aside, down)
        return box, 0.0, 0.0

    def _own_space(self, before: float) -> float:
        """Return how much of the space above a paragraph is its own, from where it begins."""
        return max(before - (self.frame.last.after if self.frame.last is not None else 0.0), 0.0)

    def _place_float(self, box: FloatBox, queue: list[Box]) -> Box | None:
        """Place a frame or a table beside the text, on the page of the paragraph that it stands at."""
        beside, frame = following(queue), self.frame
        self.pages[-1].around.drop(box)
        if beside is not None and beside.break_before and not self._page_is_empty:
            self._new_page()
            self._after_forced_break = True
            return box
        before = self._space_above(beside) if beside is not None else 0.0
        wanted = chain_head([beside], 0) if beside is not None else 0.0
        if wanted > frame.bottom - frame.y - before + EPSILON and not self._frame_is_empty:
            self._next_frame()
            return box
        top = frame.y + before
        spot = Spot(top - self._own_space(before), top, top, frame.x)
        parts = place_float(box, self.pages[-1].around, spot, frame.bottom)
        if parts.here is None and not self._frame_is_empty:
            self._next_frame()
            return box
        self._stand(parts if parts.here is not None else carry_on(box, self.pages[-1].around, spot, frame.bottom))
        return None

    def _split(self, box: Box, room: float) -> tuple[Box | None, Box | None]:
        if self.footnotes.active:
            return self.footnotes.split(box, room, force=self._frame_is_empty)
        return box.split(room, force=self._frame_is_empty)

    def _space_above(self, box: Box) -> float:
        if self.frame.last is not None:
            return gap(self.frame.last, box)
        return max(box.before - self._spent, 0.0) if self._after_forced_break else 0.0

    def _leave(self, first: Box, rest: Box | None, above: float, *, is_last: bool) -> None:
        """Go on where a box has a ``rest``, or as its break says; ``above`` is the space that stood over it."""
        kind = self._break_kind(first)
        if rest is None and (kind not in {"page", "column"} or (is_last and self._is_new_section(kind))):
            return
        self._new_page() if kind == "page" else self._next_frame()
        settings = self.document.settings
        if rest is not None and rest.before:
            self._after_forced_break, self._spent = settings.pages.top_space_after_break, above
        elif kind:
            self._after_forced_break = settings.compatibility < WORD_2013 and settings.pages.top_space_after_break

    @staticmethod
    def _break_kind(box: Box) -> str:
        return box.lines[-1].ends_with if isinstance(box, ParagraphBox) and box.lines else ""

    def _is_new_section(self, kind: str) -> bool:
        """Return whether a page break that ends a section is the page on which the next one begins."""
        starts = [section.page.start for section in self.document.sections[self._section + 1 :][:1]]
        return kind == "page" and starts in (["nextPage"], ["oddPage"], ["evenPage"])


def _owner(box: Box) -> object:
    """Return what the objects that a box anchors are known by."""
    return box.setting if isinstance(box, ParagraphBox) else box
