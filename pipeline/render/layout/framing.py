"""Frames and floating tables among the blocks of a container (17.3.1.11, 17.4.57)."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from pipeline.render.floating import Position, TextFrame
from pipeline.render.layout.boxes import Box, ParagraphBox, Stack
from pipeline.render.layout.floatbox import FloatBox, text_width
from pipeline.render.layout.tablebox import TableBox
from pipeline.render.tree import Block, Paragraph, Table

HAIR = 0.05  # so that text fits into its own width
Sequencer = Callable[[Sequence[Block], float], list[Box]]


def frame_of(block: Block) -> TextFrame | None:
    """Return the frame that a block stands in."""
    return block.style.frame if isinstance(block, Paragraph) else None


def grouped(blocks: Sequence[Block]) -> Iterator[tuple[TextFrame | None, Sequence[Block]]]:
    """Yield blocks in order; neighbours of equal frames share one."""
    if not any(frame_of(block) for block in blocks):
        yield None, blocks
        return
    for frame, group in itertools.groupby(blocks, frame_of):
        yield frame, list(group)


def frame_box(
    frame: TextFrame, blocks: Sequence[Block], width: float, setters: tuple[Sequencer, Sequencer]
) -> FloatBox:
    """Return a frame's box; one without a width is as wide as its text, which the first setter finds out."""
    trial, final = setters
    inner = frame.width or min(text_width(trial(blocks, width)) + HAIR, width)
    return FloatBox(Stack(final(blocks, inner)), frame.anchor, inner, frame)


def table_box(table: Table, box: TableBox) -> Box:
    """Return a table's box, floating where the table does."""
    return box if table.anchor is None else FloatBox(box, table.anchor, box.width, given=table.anchor)


def stack_tables(boxes: Sequence[Box]) -> None:
    """Let tables of one position that follow each other stand below each other: Word takes them for one table."""
    for above, below in itertools.pairwise(boxes):
        if not (isinstance(above, FloatBox) and isinstance(below, FloatBox) and below.anchor.vertical.align == ""):
            continue
        if isinstance(below.content, TableBox) and above.given == below.anchor:
            place = above.anchor.vertical
            below.given = below.anchor
            below.anchor = replace(below.anchor, vertical=replace(place, offset=place.offset + above.content.height))


def join_drop_caps(boxes: Sequence[Box]) -> None:
    """Let a drop cap belong to the paragraph below, which its letter begins, and reach over that paragraph's lines."""
    for box, below in itertools.pairwise(boxes):
        frame = box.frame if isinstance(box, FloatBox) else None
        if frame is not None and frame.drop_cap and isinstance(below, ParagraphBox):
            assert isinstance(box, FloatBox)
            _join_drop_cap(box, frame, below)


def _join_drop_cap(box: FloatBox, frame: TextFrame, below: ParagraphBox) -> None:
    box.lines_height = max(below.setting.lines[0].height * frame.lines - 1.0, 1.0)
    if frame.drop_cap == "margin":
        box.anchor = replace(box.anchor, horizontal=Position("column", -box.width - box.anchor.right))
    for paragraph in box.paragraphs():
        paragraph.setting.node = below.setting.node
