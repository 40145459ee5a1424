"""The line between the text and the notes (w:separator, w:continuationSeparator)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.render.layout.boxes import Box, Canvas, ParagraphBox, Stack
from pipeline.render.layout.builder import Builder
from pipeline.render.layout.lines import EPSILON
from pipeline.render.notetree import SeparatorRun
from pipeline.render.tree import Block, Border, Paragraph, ParagraphStyle, Place, RunStyle

SHORT = 144.0  # two inches: how far Word draws the line over notes that begin on the page
_LINE = Border("single", 0.5, "000000")
_RISE = 0.25  # of the line's height, from its baseline up


@dataclass(slots=True, eq=False)
class Separator:
    """What stands between text and notes: paragraphs, with a line across those that ask for it; all an artifact."""

    stack: Stack
    width: float
    before: float = 0.0
    after: float = 0.0
    style_key: tuple[str, bool] = ("\0separator", False)
    keep_next: bool = True
    break_before: bool = False
    is_out_of_flow: bool = False

    @property
    def height(self) -> float:
        """Return the height of the paragraphs."""
        return self.stack.height

    def head(self) -> float:
        """Return the height: it is never split."""
        return self.height

    def split(self, room: float, *, force: bool) -> tuple[Box | None, Box | None]:
        """Return itself where there is room."""
        return (self, None) if force or self.height <= room + EPSILON else (None, self)

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        """Draw the paragraphs and the lines."""
        for box, offset in self.stack.placed():
            box.draw(canvas, x, y + offset)
            for paragraph in box.paragraphs():
                for run in paragraph.paragraph.content:
                    if isinstance(run, SeparatorRun):
                        self._rule(canvas, paragraph, run, (x, y + offset))

    def _rule(self, canvas: Canvas, box: ParagraphBox, run: SeparatorRun, at: tuple[float, float]) -> None:
        style = box.paragraph.style
        left, right = at[0] + style.left + style.first, at[0] + self.width - style.right
        line = box.lines[0]
        y = at[1] + line.baseline - line.height * _RISE
        canvas.rule((left, y), (right if run.continued else min(left + SHORT, right), y), _LINE)

    def paragraphs(self) -> Iterator[ParagraphBox]:
        """Yield the paragraph boxes."""
        return self.stack.paragraphs()


def separator(blocks: Sequence[Block] | None, builder: Builder, width: float, *, continued: bool) -> Separator:
    """Return the separator of a file, or Word's own where the file has none."""
    if blocks is None:
        own = Paragraph(ParagraphStyle(), (SeparatorRun(continued),), RunStyle(), Place("", 0))
        blocks = (own,)
    return Separator(Stack(builder.boxes(blocks, width, None)), width)
