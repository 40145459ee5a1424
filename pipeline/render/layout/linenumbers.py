"""Numbers of lines in the margin (w:lnNumType, 17.6.8), as artifacts. Tables, notes and frames are not counted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pipeline.render.layout.boxes import ParagraphBox
from pipeline.render.layout.builder import Builder
from pipeline.render.layout.lines import Line
from pipeline.render.layout.ornaments import Placed
from pipeline.render.layout.page import Page
from pipeline.render.paper import LineNumbers
from pipeline.render.tree import Document, Paragraph, ParagraphStyle, Place, RunStyle, TextRun

ROOM = 36.0  # for the digits, which end at the distance from the text
FAR, NEAR = 18.0, 9.0  # Word's own distance: of a whole page's text, of columns
_STYLE = ParagraphStyle(align="right")


@dataclass
class _Counter:
    """Counts lines; ``section`` and ``page`` tell where it began."""

    number: int = 0
    section: int = -1
    page: int = -1

    def next(self, wanted: LineNumbers, section: int, page: int) -> int:
        again = self.section < 0 or (wanted.restart == "newPage" and page != self.page)
        if again or (wanted.restart == "newSection" and section != self.section):
            self.number = wanted.start
        self.number += 1
        self.section, self.page = section, page
        return self.number


def number_lines(document: Document, pages: Sequence[Page], builder: Builder) -> None:
    """Put the numbers beside the lines of the sections that ask for them."""
    if all(section.page.line_numbers is None for section in document.sections):
        return
    counter = _Counter()
    style = document.settings.pages.number_style or RunStyle()
    sections = {id(block): n for n, section in enumerate(document.sections) for block in section.blocks}
    for index, page in enumerate(pages):
        for box, x, y, line in _lines(page):
            section = sections.get(id(box.paragraph), page.section)
            setup = document.sections[section].page
            if setup.line_numbers is None:
                continue
            number = counter.next(setup.line_numbers, section, index)
            if number % setup.line_numbers.every == 0:
                usual = NEAR if setup.columns.widths else FAR
                distance = usual if setup.line_numbers.distance is None else setup.line_numbers.distance
                page.over.append(_number(number, style, builder, (x - distance, y + line.baseline)))


def _lines(page: Page) -> Iterator[tuple[ParagraphBox, float, float, Line]]:
    """Yield each line that counts, with the column's left edge and its own top."""
    for box, x, y in page.items:
        if not isinstance(box, ParagraphBox) or not box.paragraph.style.line_numbers:
            continue
        top = y + box.top_room
        for line in box.lines:
            yield box, x, top, line
            top += line.height


def _number(number: int, style: RunStyle, builder: Builder, at: tuple[float, float]) -> Placed:
    """Return a number that ends at a place, on its baseline."""
    paragraph = Paragraph(_STYLE, (TextRun(str(number), style),), style, Place("", 0))
    box = builder.boxes((paragraph,), ROOM, None)[0]
    baseline = _baseline(box.paragraphs())
    return Placed(box, (at[0] - ROOM, at[1] - baseline))


def _baseline(boxes: Iterable[ParagraphBox]) -> float:
    return next((box.lines[0].baseline for box in boxes), 0.0)
