"""The space between paragraphs where it is that of web pages (w:beforeAutospacing), and where both spaces add up.

Word leaves it out above the first paragraph of a text or a cell, below the last one of a cell, and between the items of
a list. With w:doNotUseHTMLParagraphAutoSpacing (17.15.3.21) it is five points everywhere, and the spaces of two
paragraphs are added instead of the larger one being taken.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from pipeline.render.layout.boxes import Box, ParagraphBox

FIXED = 5.0


def settle_spaces(boxes: Sequence[Box], *, in_cell: bool, fixed: bool) -> None:
    """Give the paragraphs of one text their spaces; they are those of their styles before."""
    if fixed:
        _fix(boxes)
        return
    if boxes and isinstance(first := boxes[0], ParagraphBox) and first.paragraph.style.auto_before:
        first.before = 0.0
    if in_cell and boxes and isinstance(last := boxes[-1], ParagraphBox) and last.paragraph.style.auto_after:
        last.after = 0.0
    for above, below in itertools.pairwise(boxes):
        if isinstance(above, ParagraphBox) and isinstance(below, ParagraphBox) and _in_one_list(above, below):
            above.after = 0.0 if above.paragraph.style.auto_after else above.after
            below.before = 0.0 if below.paragraph.style.auto_before else below.before


def _in_one_list(above: ParagraphBox, below: ParagraphBox) -> bool:
    one, two = above.paragraph.label, below.paragraph.label
    return one is not None and two is not None and one.number_id == two.number_id


def _fix(boxes: Sequence[Box]) -> None:
    for box in boxes:
        if isinstance(box, ParagraphBox):
            box.before = FIXED if box.paragraph.style.auto_before else box.before
            box.after = FIXED if box.paragraph.style.auto_after else box.after
    for above, below in itertools.pairwise(boxes):
        if isinstance(above, ParagraphBox) and isinstance(below, ParagraphBox) and _adds(above, below):
            above.after, below.before = above.after + below.before, 0.0


def _adds(above: ParagraphBox, below: ParagraphBox) -> bool:
    """Return whether both spaces stand: not where a page begins between, nor where one is taken away (contextual)."""
    (style_above, contextual_above), (style_below, contextual_below) = above.style_key, below.style_key
    contextual = style_above == style_below and (contextual_above or contextual_below)
    return not (contextual or below.break_before or above.lines[-1].ends_with)
