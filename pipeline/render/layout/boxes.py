"""Boxes: blocks that have been measured, and can be split at a page's end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar, Protocol

from pipeline.render.layout.lines import EPSILON, Line
from pipeline.render.tags import Node
from pipeline.render.tree import Border, Paragraph

if TYPE_CHECKING:
    from pipeline.render.layout.setting import ParagraphSetting

MOST_MEASURED = 2_000  # lines of a paragraph that its height is the sum of
BEYOND_PAGES = 4_000.0  # points: more than two of the tallest pages


class Canvas(Protocol):
    """Where boxes draw themselves: see ``pipeline.render.pdf.canvas``; ``even`` is whether the page's number is."""

    even: bool

    def fill(self, x: float, y: float, size: tuple[float, float], color: str) -> None:
        """Fill a rectangle, as an artifact."""

    def rule(self, start: tuple[float, float], end: tuple[float, float], line: Border) -> None:
        """Draw a border line, as an artifact."""

    def line(self, line: Line, x: float, y: float, setting: ParagraphSetting) -> None:
        """Draw a line of text below y."""

    def attach(self, node: Node | None) -> None:
        """Let an element join the structure tree here even if it stays empty."""

    def turn(self, area: tuple[float, float, float, float], direction: str) -> None:
        """Draw what follows turned into an area, lines running "up" or "down", until ``turn_back``."""

    def cut_off(self, top: float, bottom: float) -> None:
        """Show what follows only between two heights, until ``turn_back``."""

    def spin(self, middle: tuple[float, float], degrees: float) -> None:
        """Draw what follows turned clockwise about a point, until ``turn_back``."""

    def turn_back(self) -> None:
        """Draw as before the last ``turn``, ``spin`` or ``cut_off``."""

    def artifact(self, active: bool) -> None:  # noqa: FBT001 - a switch of the canvas
        """Switch to drawing all as artifacts, or back."""


class Box(Protocol):
    """A measured block. Heights leave out the space before and after, which the stack settles."""

    before: float
    after: float

    @property
    def is_out_of_flow(self) -> bool:
        """Return whether it floats: it takes no height, and the space around it is that of its neighbours."""

    @property
    def height(self) -> float:
        """Return the height of all of it."""

    @property
    def style_key(self) -> tuple[str, bool]:
        """Return the style's id and whether its space disappears between equals (contextual spacing)."""

    @property
    def keep_next(self) -> bool:
        """Return whether it must stand with what follows it."""

    @property
    def break_before(self) -> bool:
        """Return whether it begins a page."""

    def head(self) -> float:
        """Return the height of the smallest first part that may stand alone at a page's end."""

    def split(self, room: float, *, force: bool) -> tuple[Box | None, Box | None]:
        """Return what fits into the room and what is left; with ``force`` the first part is never None."""

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        """Draw it with its top left corner at x, y."""

    def paragraphs(self) -> Iterator[ParagraphBox]:
        """Yield the paragraph boxes in it."""


@dataclass(slots=True, eq=False)
class ParagraphBox:
    """Lines of a paragraph, from ``start`` to ``end``; a split paragraph becomes two boxes of one setting.

    ``lead`` is the space between it and the paragraph above, over which a frame goes on that they share.
    """

    setting: ParagraphSetting
    start: int
    end: int
    before: float
    after: float
    lead: float = 0.0
    is_out_of_flow: ClassVar[bool] = False

    @property
    def paragraph(self) -> Paragraph:
        """Return the paragraph."""
        return self.setting.paragraph

    @property
    def lines(self) -> list[Line]:
        """Return the lines of this box."""
        return self.setting.lines[self.start : self.end]

    @property
    def is_first(self) -> bool:
        """Return whether the paragraph begins here."""
        return self.start == 0

    @property
    def is_last(self) -> bool:
        """Return whether the paragraph ends here."""
        return self.end == len(self.setting.lines)

    @property
    def height(self) -> float:
        """Return the lines' height with the room that borders take."""
        top, bottom = self._border_room()
        count = self.end - self.start
        measured = min(count, MOST_MEASURED)
        height = sum(line.height for line in self.setting.lines[self.start : self.start + measured])
        if count > measured:  # higher than any page: how much is of no matter
            height = max(height * count / measured, BEYOND_PAGES)
        return height + top + bottom

    @property
    def top_room(self) -> float:
        """Return how far below its top the first line stands."""
        return self._border_room()[0]

    def _border_room(self) -> tuple[float, float]:
        edge = self.paragraph.style.borders
        above = edge.between if self.setting.joins_above else edge.top
        top = above.space + above.width if above and self.is_first else 0.0
        below = edge.bottom if self.is_last and not self.setting.joins_below else None
        return top, (below.space + below.width if below else 0.0)

    @property
    def style_key(self) -> tuple[str, bool]:
        """Return the style's id and whether spacing is contextual."""
        return self.paragraph.style.style_id, self.paragraph.style.contextual

    @property
    def keep_next(self) -> bool:
        """Return whether the next paragraph must begin on the same page."""
        return self.paragraph.style.keep_next and self.is_last

    @property
    def break_before(self) -> bool:
        """Return whether the paragraph begins a page."""
        return self.paragraph.style.page_break_before and self.is_first

    @property
    def _controls_widows(self) -> bool:
        """Return whether no line may stand alone: in a table cell Word lets it."""
        return self.paragraph.style.widow_control and not self.setting.measure.in_cell

    def _least(self) -> int:
        """Return how many lines at least stand at the end of a page."""
        count = self.end - self.start
        style = self.paragraph.style
        if style.keep_lines or (self._controls_widows and count <= 3):
            return count
        return 2 if self._controls_widows else 1

    def head(self) -> float:
        """Return the height of the first lines that must stand together."""
        forced = next((n + 1 for n, line in enumerate(self.lines) if line.ends_with == "page"), 0)
        least = min(self._least(), forced or self._least())
        lines = self.lines[:least]
        return sum(line.height for line in lines) + self._border_room()[0] - self._overhang(lines[-1])

    @property
    def overhang(self) -> float:
        """Return how much of its height may stand below the page's text: the leading of its last line."""
        return self._overhang(self.lines[-1])

    def _overhang(self, line: Line) -> float:
        return 0.0 if self.setting.measure.in_cell else line.leading

    def split(self, room: float, *, force: bool) -> tuple[Box | None, Box | None]:
        """Split between lines: never one line alone (widow control), never at all with keep lines."""
        count = self._fitting(room)
        total = self.end - self.start
        lines = self.setting.lines[self.start : self.start + count]
        forced = next((n + 1 for n, line in enumerate(lines) if line.ends_with in {"page", "column"}), None)
        if forced is not None and forced <= count and forced < total:
            return self._parts(forced)
        if count >= total:
            return self, None
        style = self.paragraph.style
        if style.keep_lines and not force:
            return None, self
        if self._controls_widows and not style.keep_lines:
            count = min(count, total - 2)
            count = count if count >= 2 else 0
        if count <= 0:
            return (None, self) if not force else self._parts(max(self._fitting(room), 1))
        return self._parts(count)

    def _fitting(self, room: float) -> int:
        height = self._border_room()[0]
        for index, line in enumerate(self.lines):
            height += line.height
            if height - self._overhang(line) > room + EPSILON:
                return index
        return self.end - self.start

    def _parts(self, count: int) -> tuple[Box | None, Box | None]:
        middle = self.start + count
        if middle >= self.end:
            return self, None
        before = self.before if self._is_bare_break(count) else 0.0
        return (
            ParagraphBox(self.setting, self.start, middle, self.before, 0.0),
            ParagraphBox(self.setting, middle, self.end, before, self.after),
        )

    def _is_bare_break(self, count: int) -> bool:
        """Return whether the first lines are nothing but a page break: the text behind it keeps the space above."""
        first = self.lines[0]
        is_bare = first.ends_with == "page" and not any(item.width for item in first.items)
        return self.is_first and count == 1 and is_bare

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        """Draw background, borders and lines."""
        style = self.paragraph.style
        if style.mirrored and canvas.even:
            x += (style.right - style.left) * (-1 if style.rtl else 1)
        self.setting.decorate(canvas, self, x, y)
        y += self._border_room()[0]
        for line in self.lines:
            canvas.line(line, x, y, self.setting)
            y += line.height
        for node in self.setting.followers:
            canvas.attach(node)

    def paragraphs(self) -> Iterator[ParagraphBox]:
        """Yield itself, and what stands in its text boxes."""
        yield self
        if self.setting.boxed and self.is_first:
            for text in self.setting.boxed.values():
                yield from text.stack.paragraphs()


@dataclass(slots=True, eq=False)
class Stack:
    """Boxes below each other, as in a cell; the spaces between them collapse to the larger.

    ``least`` is how far down floating objects reach that it holds.
    """

    boxes: list[Box] = field(default_factory=list)
    continued: bool = False
    least: float = 0.0

    def placed(self) -> Iterator[tuple[Box, float]]:
        """Yield each box with its distance from the top."""
        y = 0.0
        previous: Box | None = None
        for box in self.boxes:
            if box.is_out_of_flow:
                yield box, y
                continue
            space = gap(previous, box) if previous is not None else (0.0 if self.continued else box.before)
            if isinstance(box, ParagraphBox):
                box.lead = space if previous is not None else 0.0
            y += space
            yield box, y
            y += box.height
            previous = box

    @property
    def height(self) -> float:
        """Return the height with the last box's space after."""
        bottom, last = 0.0, None
        for box, y in self.placed():
            if not box.is_out_of_flow:
                bottom, last = y + box.height, box
        return max(bottom + (last.after if last is not None else 0.0), self.least)

    def height_within(self, limit: float) -> float:
        """Return the height, or one beyond the limit as soon as it is beyond it."""
        return next((y for _, y in self.placed() if y > limit), 0.0) or self.height

    def head(self) -> float:
        """Return the height of the smallest first part."""
        if not self.boxes:
            return 0.0
        return self.boxes[0].head() + (0.0 if self.continued else self.boxes[0].before)

    def split(self, room: float) -> tuple[Stack, Stack | None]:
        """Return what fits and what is left, None when nothing is."""
        fits: list[Box] = []
        for index, (box, y) in enumerate(self.placed()):
            if y + box.height <= room + EPSILON:
                fits.append(box)
                continue
            first, rest = box.split(room - y, force=False)
            if first is not None:
                fits.append(first)
            left = [rest, *self.boxes[index + 1 :]] if rest is not None else self.boxes[index + 1 :]
            return Stack(fits, self.continued), Stack(left, continued=True) if left else None
        return self, None

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        """Draw all boxes."""
        for box, offset in self.placed():
            box.draw(canvas, x, y + offset)

    def paragraphs(self) -> Iterator[ParagraphBox]:
        """Yield the paragraph boxes."""
        for box in self.boxes:
            yield from box.paragraphs()


def gap(above: Box, below: Box) -> float:
    """Return the space between two boxes: the larger of the two, none between equals of contextual spacing."""
    after, before = above.after, below.before
    style_above, contextual_above = above.style_key
    style_below, contextual_below = below.style_key
    more = max(before - after, 0.0)
    if style_above == style_below:
        after = 0.0 if contextual_above else after
        more = 0.0 if contextual_below else more
    return after + more


def chain_head(boxes: Sequence[Box], at: int) -> float:
    """Return the height that must be free for a box and what it must stand with, the gaps included."""
    height = 0.0
    previous: Box | None = None
    for box in boxes[at:]:
        if box.is_out_of_flow:
            continue
        height += gap(previous, box) if previous is not None else 0.0
        if previous is not None and box.break_before:
            break
        if not box.keep_next:
            return height + box.head()
        height += box.height
        previous = box
    return height
