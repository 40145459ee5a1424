"""A line that is full: its items moved for the alignment, and its height by the line rule (17.3.1.13, 17.3.1.33)."""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence

from pipeline.fonts.characters import is_wide
from pipeline.render.layout.formats import Format
from pipeline.render.layout.line import Item, Line, Measure
from pipeline.render.layout.textalignment import placed_within
from pipeline.render.tree import PictureRun

BASELINE_OF_EXACT = 0.8  # of a line's exact height, whatever stands in it
GRID_SLACK = 0.001  # of a line of the grid: what a sum of metrics may be too high by


def shift(items: Sequence[Item], distance: float) -> None:
    """Move items along the line."""
    for item in items:
        item.x += distance


def justify(items: list[Item], last: Item, slack: float) -> None:
    """Widen a line by its spaces, and between East Asian characters, from the first to the last visible item."""
    lead = next(index for index, item in enumerate(items) if not item.is_space)
    shares = [0] * lead + _gaps(items[lead : items.index(last) + 1])
    total = sum(shares)
    moved = 0.0
    for index, item in enumerate(items):
        item.x += moved
        share = shares[index] if index < len(shares) else 0
        if share:
            extra = slack * share / total
            moved += extra
            if item.is_space:
                item.width += extra


def _gaps(items: Sequence[Item]) -> list[int]:
    """Return how many gaps there are in or behind each item but the last."""
    gaps = []
    for item, following in itertools.pairwise(items):
        text = item.piece.text if item.piece else ""
        if item.is_space and item.piece:
            gaps.append(len(text) - text.count("\u200b"))
        else:
            after = following.piece.text if following.piece and not following.is_space else ""
            gaps.append(int(bool(text and after) and (is_wide(text[-1]) or is_wide(after[0])) and not item.is_label))
    return gaps


def last_tab(items: Sequence[Item]) -> int:
    """Return the index behind a line's last tab, 0 without one."""
    return next((at for at in range(len(items), 0, -1) if _is_tab(items[at - 1])), 0)


def is_label_tab(items: Sequence[Item], tab: int) -> bool:
    """Return whether the last tab stands between a list's label and its text."""
    return all(item.is_label for item in items[: tab - 1])


def _is_tab(item: Item) -> bool:
    return bool(item.leader or item.format) and item.picture is None


def set_height(line: Line, measure: Measure, mark: Format, *, include_mark: bool) -> None:
    """Set a line's height and baseline by the line rule (17.3.1.33); leading beyond the font's goes below the text.

    A picture stands on the baseline. A line of several times its height is so by its text's height, or by that of the
    paragraph's mark where pictures stand alone; that mark does not make such a line higher itself.
    """
    style = measure.style
    formats = {item.piece.format if item.piece else item.format for item in line.items if item.picture is None}
    text = [(setting.ascent, setting.descent) if setting else (0.0, 0.0) for setting in formats]
    pictures = [_extent(item.picture) for item in line.items if item.picture is not None]
    if not pictures and (include_mark or not line.items):
        text.append((mark.ascent, mark.descent))
    all_extents = [*text, *pictures, *(over.extent for item in line.items for over in item.over)]
    ascent, descent = placed_within(line.items, style.text_align, all_extents) or _most(all_extents)
    natural = ascent + descent
    if style.line_rule == "exact":
        line.height = style.line
        line.baseline = style.line * BASELINE_OF_EXACT
    elif style.line_rule == "atLeast":
        line.height = max(natural, style.line, _on_grid(line, natural, measure.grid))
        line.baseline = line.height - descent
    elif measure.grid:
        line.height = max(natural, _on_grid(line, natural, measure.grid) * style.line)
        line.baseline = ascent + (line.height - natural) / 2
    else:
        own = sum(_most(text)) or mark.ascent + mark.descent
        leading = own * (style.line - 1) if not pictures or style.line > 1 else 0.0
        line.height = natural + leading
        line.baseline = ascent * (line.height / natural if leading < 0 else 1.0)
        line.leading = max(leading, 0.0)


def _on_grid(line: Line, natural: float, grid: float) -> float:
    """Return the height of the grid's lines that a line takes.

    With East Asian characters these are as many as its own height needs, else one; a picture makes it no higher.
    """
    pieces = [item.piece.text for item in line.items if item.piece]
    whole = any(is_wide(character) for text in pieces for character in text)
    return grid * max(math.ceil(natural / grid - GRID_SLACK), 1) if whole and grid else grid


def _most(extents: Sequence[tuple[float, float]]) -> tuple[float, float]:
    return max((above for above, _ in extents), default=0.0), max((below for _, below in extents), default=0.0)


def _extent(run: PictureRun) -> tuple[float, float]:
    raised = run.style.raised
    return run.picture.height + raised, max(-raised, 0.0)
