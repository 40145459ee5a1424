"""What is drawn around a paragraph: its ground, its borders and the lines of bar tabs (17.3.1.24, 17.3.1.31).

Neighbours of equal borders and indents share one frame: its sides and its ground go on over the space between them,
and only the border *between* stands there. Those of equal ground without borders share that.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from pipeline.render.layout.boxes import Box, Canvas, ParagraphBox
from pipeline.render.tree import Border, Borders

BAR = Border("single", 0.5, "000000")  # the line that a bar tab draws


def join_frames(boxes: Sequence[Box]) -> None:
    """Let neighbouring paragraphs of one text share their frames."""
    for above, below in itertools.pairwise(boxes):
        if not (isinstance(above, ParagraphBox) and isinstance(below, ParagraphBox)):
            continue
        one, two = above.paragraph.style, below.paragraph.style
        if one.borders != two.borders or (one.left, one.right) != (two.left, two.right):
            continue
        if any(_sides(one.borders)):
            above.setting.joins_below = below.setting.joins_above = True
        elif one.background == two.background:
            below.setting.joins_ground = True


def decorate(canvas: Canvas, box: ParagraphBox, x: float, y: float) -> None:
    """Draw the ground and the borders of a paragraph's box with its top left corner at x, y."""
    setting, style = box.setting, box.paragraph.style
    edge, bottom = style.borders, y + box.height
    top = y - (box.lead if box.is_first and (setting.joins_above or setting.joins_ground) else 0.0)
    left, right = _across(box, x)
    if style.background:
        canvas.fill(left, top, (right - left, bottom - top), style.background)
    above = _drawn(edge.between if setting.joins_above else edge.top) if box.is_first else None
    below = _drawn(edge.bottom) if box.is_last and not setting.joins_below else None
    if above is not None:
        canvas.rule((left, y + above.width / 2), (right, y + above.width / 2), above)
    if below is not None:
        canvas.rule((left, bottom - below.width / 2), (right, bottom - below.width / 2), below)
    _draw_bars(canvas, box, x, (y, bottom))
    _draw_bar(canvas, box, x, (top, bottom))
    for line, at, inwards in ((_drawn(edge.left), left, 0.5), (_drawn(edge.right), right, -0.5)):
        if line is not None:
            place = at + inwards * line.width
            canvas.rule((place, top), (place, bottom), line)


def _sides(borders: Borders) -> tuple[Border | None, ...]:
    return borders.top, borders.bottom, borders.left, borders.right, borders.between


def _drawn(line: Border | None) -> Border | None:
    return line if line is not None and line.width > 0 else None


def _room(line: Border | None) -> float:
    return line.space + line.width if line is not None and line.width > 0 else 0.0


def _across(box: ParagraphBox, x: float) -> tuple[float, float]:
    """Return where the frame begins and ends, its borders included; at the text where it has none at a side."""
    left, right = _edges(box, x)
    style, width = box.paragraph.style, box.setting.measure.width
    if style.rtl:
        left, right = (2 * x + width - edge for edge in (right, left))
    edge = style.borders
    return left - _room(edge.left), right + _room(edge.right)


def _edges(box: ParagraphBox, x: float) -> tuple[float, float]:
    """Return between what the text stands: beside a floating object, where all its lines do."""
    setting, style = box.setting, box.paragraph.style
    left, right = style.left + min(style.first, 0.0), setting.measure.right
    beside = [line.spans for line in box.lines if line.spans] if setting.moved else []
    if beside and len(beside) == box.end - box.start:
        inner = max(spans[0][0] for spans in beside), min(spans[-1][1] for spans in beside)
        left, right = inner if inner[1] > inner[0] else (left, right)
    return x + left, x + right


def _draw_bars(canvas: Canvas, box: ParagraphBox, x: float, span: tuple[float, float]) -> None:
    """Draw the lines of bar tabs (17.18.84)."""
    style, width = box.paragraph.style, box.setting.measure.width
    for stop in style.tabs:
        if stop.kind == "bar":
            place = x + (width - stop.position if style.rtl else stop.position)
            canvas.rule((place, span[0]), (place, span[1]), BAR)


def _draw_bar(canvas: Canvas, box: ParagraphBox, x: float, span: tuple[float, float]) -> None:
    """Draw the bar beside a paragraph, at the edge towards the binding: on the right of even pages (17.3.1.4)."""
    line = _drawn(box.paragraph.style.borders.bar)
    if line is None:
        return
    left, right = _across(box, x)
    at = right + line.space + line.width / 2 if canvas.even else left - line.space - line.width / 2
    canvas.rule((at, span[0]), (at, span[1]), line)
