"""Frames and floating tables: boxes that stand beside the flow of the text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import ClassVar

from pipeline.render.floating import Anchor, TextFrame
from pipeline.render.layout.boxes import Box, Canvas, ParagraphBox, Stack
from pipeline.render.layout.tablebox import TableBox


@dataclass(slots=True, eq=False)
class FloatBox:
    """A frame or a table that floats; ``x`` and ``y`` move it from where the flow stands to its place.

    ``lines_height`` is that of the lines that a drop cap reaches over, 0 for what is none;
    ``given`` is the anchor that the file gives a table.
    """

    content: Stack | TableBox
    anchor: Anchor
    width: float
    frame: TextFrame | None = None
    x: float = 0.0
    y: float = 0.0
    before: float = 0.0
    after: float = 0.0
    lines_height: float = 0.0
    given: Anchor | None = None
    is_out_of_flow: ClassVar[bool] = True

    @property
    def height(self) -> float:
        """Return the height that it takes in the flow: none."""
        return 0.0

    @property
    def size(self) -> tuple[float, float]:
        """Return its own width and height."""
        height = self.content.height
        if self.frame is not None and self.frame.height:
            height = self.frame.height if self.frame.height_rule == "exact" else max(height, self.frame.height)
        return self.width, height

    @property
    def kept_size(self) -> tuple[float, float]:
        """Return the size that is kept free of text: a drop cap's is that of the lines it reaches over."""
        width, height = self.size
        return width, min(height, self.lines_height) if self.lines_height else height

    @property
    def style_key(self) -> tuple[str, bool]:
        """Return a key that equals no paragraph style."""
        return "\0float", False

    @property
    def keep_next(self) -> bool:
        """Return False: the paragraph that it stands at decides."""
        return False

    @property
    def break_before(self) -> bool:
        """Return False: the paragraph that it stands at decides."""
        return False

    def head(self) -> float:
        """Return the height that it takes in the flow: none."""
        return 0.0

    def split(self, room: float, *, force: bool) -> tuple[Box | None, Box | None]:
        """Return itself: the flow never parts it."""
        return self, None

    def parted(self, room: float, *, force: bool) -> tuple[FloatBox | None, FloatBox | None]:
        """Return the part that fits into the room, and the rest."""
        if isinstance(self.content, TableBox):
            first, rest = self.content.split(room, force=force)
            return self._with(first), self._with(rest)
        upper, lower = self.content.split(room)
        return (self, None) if not upper.boxes else (self._with(upper), self._with(lower))

    def _with(self, content: Box | Stack | None) -> FloatBox | None:
        return replace(self, content=content) if isinstance(content, TableBox | Stack) else None

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        """Draw the content at its own place."""
        self.content.draw(canvas, x + self.x, y + self.y)

    def paragraphs(self) -> Iterator[ParagraphBox]:
        """Yield the paragraph boxes in it."""
        yield from self.content.paragraphs()


def text_width(boxes: list[Box]) -> float:
    """Return how wide the content of a frame is when each line is as long as its text."""
    widest = 0.0
    for box in boxes:
        for paragraph in box.paragraphs():
            widest = max(widest, *(_line_width(paragraph, index) for index in range(len(paragraph.lines))))
    return widest


def _line_width(box: ParagraphBox, index: int) -> float:
    items = [item for item in box.lines[index].items if not item.is_space]
    if not items:
        return 0.0
    style = box.paragraph.style
    start = style.left + (style.first if index == 0 else 0.0)
    if style.align in {"right", "center"}:
        return items[-1].x + items[-1].width - items[0].x + start + style.right
    return items[-1].x + items[-1].width + style.right
