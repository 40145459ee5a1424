"""Text whose lines run down: East Asian characters stand upright in it, and so do pictures (17.6.20, 17.4.72)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.render.floating import Anchor, Position
from pipeline.render.graphic import Graphic, Image, Place
from pipeline.render.layout.contentwidths import TURNED
from pipeline.render.paper import PageSetup
from pipeline.render.tree import Block, Inline, Paragraph, PictureRun, Row, Table, TextRun

_WORDS = re.compile(r"\s+|\S+")
_QUARTER = 270.0  # degrees by which a picture is turned back in lines that run down
# Where a position on the paper is reckoned from, as lines that run down meet it.
_ALONG = {"page": "page", "margin": "margin", "topMargin": "leftMargin", "bottomMargin": "rightMargin"}
_ACROSS = {"page": "page", "leftMargin": "bottomMargin", "rightMargin": "topMargin"}
_ALIGNS = {"top": "left", "bottom": "right", "left": "bottom", "right": "top"}


def standing(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return blocks whose characters stand upright where they are East Asian."""
    return _Standing(None, upright=True).blocks(blocks)


def stacked(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return blocks whose letters stand below each other in lines that run down (20.1.10.83, wordArtVert)."""
    return tuple(_stacked(block) if isinstance(block, Paragraph) else block for block in blocks)


def _stacked(paragraph: Paragraph) -> Paragraph:
    content: list[Inline] = []
    for run in paragraph.content:
        if isinstance(run, TextRun):
            style = replace(run.style, across="stack")
            words = _WORDS.findall(run.text)
            content += [replace(run, text=part, style=run.style if part.isspace() else style) for part in words]
        else:
            content.append(run)
    return replace(paragraph, content=tuple(content))


def standing_on(paper: PageSetup, blocks: Sequence[Block]) -> Sequence[Block]:
    """Return the blocks of a section: with upright pictures, and characters, where its lines run down."""
    return _Standing(paper, upright=paper.vertical == "upright").blocks(blocks) if paper.vertical else blocks


@dataclass(frozen=True, slots=True)
class _Standing:
    paper: PageSetup | None
    upright: bool

    def blocks(self, blocks: Sequence[Block]) -> tuple[Block, ...]:
        return tuple(self._paragraph(block) if isinstance(block, Paragraph) else self._table(block) for block in blocks)

    def _paragraph(self, paragraph: Paragraph) -> Paragraph:
        label = paragraph.label
        if label is not None:
            label = replace(label, style=replace(label.style, upright=self.upright))
        return replace(paragraph, content=tuple(self._inline(run) for run in paragraph.content), label=label)

    def _inline(self, run: Inline) -> Inline:
        if isinstance(run, TextRun):
            return self._text(run)
        return _picture(run, self.paper) if isinstance(run, PictureRun) and self.paper is not None else run

    def _text(self, run: TextRun) -> TextRun:
        reading = run.reading
        if reading is not None:
            reading = replace(reading, style=replace(reading.style, upright=self.upright))
        return replace(run, style=replace(run.style, upright=self.upright), reading=reading)

    def _table(self, table: Table) -> Table:
        return replace(table, rows=tuple(self._row(row) for row in table.rows))

    def _row(self, row: Row) -> Row:
        cells = (
            cell if cell.direction in TURNED else replace(cell, blocks=self.blocks(cell.blocks)) for cell in row.cells
        )
        return replace(row, cells=tuple(cells))


def _picture(run: PictureRun, paper: PageSetup) -> PictureRun:
    """Return a picture turned back, with its place on the paper as the lines meet it."""
    picture = run.picture
    if picture.equation is not None or (picture.graphic is not None and picture.graphic.share):
        return run
    wide, high = picture.width, picture.height
    place = Place(high / 2, wide / 2, wide, high, turn=_QUARTER)
    turned = replace(picture, width=high, height=wide, graphic=Graphic((Image(picture, place),)), part="", data=b"")
    anchor = _anchor(run.anchor, wide, paper) if run.anchor is not None else None
    return replace(run, picture=turned, anchor=anchor)


def _anchor(anchor: Anchor, wide: float, paper: PageSetup) -> Anchor:
    """Return how an object floats in lines that run down, which meet the paper with its right side up."""
    down, across = anchor.vertical, anchor.horizontal
    span = {
        "page": paper.width,
        "leftMargin": paper.left,
        "rightMargin": paper.right,
    }.get(across.base, paper.width - paper.left - paper.right)
    offset = span - wide - (across.offset if across.share is None else across.share * span)
    return replace(
        anchor,
        horizontal=replace(down, base=_ALONG.get(down.base, "column"), align=_ALIGNS.get(down.align, down.align)),
        vertical=Position(
            _ACROSS.get(across.base, "margin"), 0.0 if across.align else offset, _ALIGNS.get(across.align, across.align)
        ),
        side="bothSides",
        top=anchor.right,
        right=anchor.bottom,
        bottom=anchor.left,
        left=anchor.top,
        outline=tuple((y, 1 - x) for x, y in anchor.outline),
    )
