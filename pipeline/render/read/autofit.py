"""Text of a box that is made smaller so that it fits (a:normAutofit, 21.1.2.1.3): the scale that the file stores."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, cast

from lxml import etree

from pipeline.render.looks import ParagraphStyle, RunStyle
from pipeline.render.notetree import SeparatorRun
from pipeline.render.read.units import child, percentage
from pipeline.render.tree import Block, BookmarkRun, Cell, Inline, Table

SMALLEST = 0.01


def fitted(blocks: tuple[Block, ...], body: etree._Element | None) -> tuple[Block, ...]:
    """Return blocks in the sizes and with the line spacing that an a:bodyPr stores for its box."""
    fit = child(body, "a:normAutofit")
    if fit is None:
        return blocks
    scale = min(max(percentage(fit.get("fontScale"), 1.0), SMALLEST), 1.0)
    less = min(max(percentage(fit.get("lnSpcReduction")), 0.0), 1.0 - SMALLEST)
    if scale == 1.0 and not less:
        return blocks
    return tuple(_block(block, scale, less) for block in blocks)


def _block(block: Block, scale: float, less: float) -> Block:
    if isinstance(block, Table):
        rows = (replace(row, cells=tuple(_cell(cell, scale, less) for cell in row.cells)) for row in block.rows)
        return replace(block, rows=tuple(rows))
    label = block.label and replace(block.label, style=_run(block.label.style, scale))
    content = tuple(_inline(item, scale) for item in block.content)
    return replace(block, style=_lines(block.style, less), content=content, mark=_run(block.mark, scale), label=label)


def _cell(cell: Cell, scale: float, less: float) -> Cell:
    return replace(cell, blocks=tuple(_block(block, scale, less) for block in cell.blocks))


def _inline(item: Inline, scale: float) -> Inline:
    if isinstance(item, BookmarkRun | SeparatorRun):
        return item
    return cast("Inline", replace(cast("Any", item), style=_run(item.style, scale)))


def _run(style: RunStyle, scale: float) -> RunStyle:
    others = replace(style.others, complex_size=style.others.complex_size * scale)
    return replace(style, size=style.size * scale, others=others)


def _lines(style: ParagraphStyle, less: float) -> ParagraphStyle:
    """Return a paragraph's style with lines that much nearer to each other; those of a length of their own stay."""
    return replace(style, line=max(style.line - less, SMALLEST)) if style.line_rule == "auto" and less else style
