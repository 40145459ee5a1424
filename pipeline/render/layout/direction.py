"""Right-to-left text: content split where its direction changes, and lines put in the order in which they are seen.

A paragraph written from right to left (w:bidi) is set from its leading edge like any other, and its lines are then
mirrored: so indents, tab stops and alignment all count from the right, as in Word (17.3.1.6).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from pipeline.render.layout.bidi import embedding_levels, has_direction
from pipeline.render.tree import BookmarkRun, BreakRun, FieldRun, Inline, Paragraph, TabRun, TextRun


class Placed(Protocol):
    """Something at a place in a line, of a level of direction."""

    x: float
    width: float
    level: int
    is_space: bool


def is_directed(paragraph: Paragraph) -> bool:
    """Return whether a paragraph has anything that is not written from left to right."""
    if paragraph.style.rtl:
        return True
    return any(
        run.style.rtl or has_direction(run.text) for run in paragraph.content if isinstance(run, TextRun)
    ) or any(isinstance(run, FieldRun) and run.style.rtl for run in paragraph.content)


def directed(content: Sequence[Inline], base: int) -> Iterator[tuple[Inline, int]]:
    """Yield content with the level of each, text split where its level changes; fields must be text already."""
    parts = [_text(run) for run in content]
    directions: list[int] = []
    for run, part in zip(content, parts, strict=True):
        rtl = base if not isinstance(run, TextRun) else int(run.style.rtl)
        directions.extend([rtl] * len(part))
    levels = embedding_levels("".join(parts), base, directions)
    start = 0
    for run, part in zip(content, parts, strict=True):
        own = levels[start : start + len(part)]
        start += len(part)
        if isinstance(run, TextRun):
            yield from _split(run, own)
        else:
            yield run, own[0] if own else base


def _text(run: Inline) -> str:
    if isinstance(run, TextRun):
        return run.text
    if isinstance(run, BookmarkRun):
        return ""
    return "\t" if isinstance(run, TabRun | BreakRun) else "\ufffc"


def _split(run: TextRun, levels: Sequence[int]) -> Iterator[tuple[TextRun, int]]:
    if run.reading is not None:
        yield run, levels[0] if levels else 0
        return
    start = 0
    for index in range(1, len(levels) + 1):
        if index == len(levels) or levels[index] != levels[start]:
            yield TextRun(run.text[start:index], run.style, run.link), levels[start]
            start = index


def arrange(items: Sequence[Placed], base: int, width: float) -> None:
    """Move a line's items, which follow each other from the leading edge, to where they are seen (UAX 9, L2).

    The items keep their order, which is that of reading.
    """
    levels = _relative(items, base)
    for level in range(max(levels, default=0), 0, -1):
        start = 0
        while start < len(items):
            end = start
            while end < len(items) and levels[end] >= level:
                end += 1
            if end > start:
                _reverse(items[start:end])
            start = max(end, start + 1)
    if base:
        for item in items:
            item.x = width - item.x - item.width


def _relative(items: Sequence[Placed], base: int) -> list[int]:
    """Return the levels above the paragraph's; spaces that end the line have none."""
    levels = [max(item.level - base, 0) for item in items]
    for index in range(len(items) - 1, -1, -1):
        if not items[index].is_space:
            break
        levels[index] = 0
    return levels


def _reverse(items: Sequence[Placed]) -> None:
    left = min(item.x for item in items)
    right = max(item.x + item.width for item in items)
    for item in items:
        item.x = left + right - item.x - item.width
