"""Drawing a table: shading, the lines between cells, each once, and the content, turned or cut off where told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, groupby
from typing import TYPE_CHECKING

from pipeline.render.layout.borderlines import thickness
from pipeline.render.layout.boxes import Canvas
from pipeline.render.layout.tableedges import widest
from pipeline.render.tree import Border

if TYPE_CHECKING:
    from pipeline.render.layout.tablerows import CellBox, RowBox

Span = tuple[float, float]
_SHIFTS = {"center": 0.5, "bottom": 1.0}


def draw_rows(canvas: Canvas, rows: Sequence[RowBox], boundaries: Sequence[float], at: tuple[float, float]) -> float:
    """Draw rows with their top left corner at a place and return where the last ends."""
    x, y = at
    for aside, group in groupby(rows, key=lambda row: row.aside):
        y = _draw_group(canvas, list(group), boundaries, (x + aside, y))
    return y


def _draw_group(canvas: Canvas, rows: Sequence[RowBox], boundaries: Sequence[float], at: tuple[float, float]) -> float:
    """Draw rows that stand at one place across, with all lines around them."""
    x, y = at
    tops = list(accumulate((row.height for row in rows), initial=y))
    xs = [x + boundary for boundary in boundaries]
    for index, row in enumerate(rows):
        for cell in row.cells:
            _paint(canvas, cell, x, _span(cell, row, index, tops))
    _lines_across(canvas, rows, xs, tops)
    _lines_down(canvas, rows, xs, tops)
    for index, row in enumerate(rows):
        canvas.attach(row.node)
        fillers = dict(row.fillers)
        for cell in row.cells:
            for column in [column for column in fillers if column < cell.cell.column]:
                canvas.attach(fillers.pop(column))
            canvas.attach(cell.node)
            _draw_content(canvas, cell, x, _span(cell, row, index, tops), cut=row.row.height_rule == "exact")
        for node in fillers.values():
            canvas.attach(node)
    return tops[-1]


def _span(box: CellBox, row: RowBox, index: int, tops: Sequence[float]) -> Span:
    """Return the top and the bottom of a cell, without the line above it and the space around it."""
    last = min(index + box.cell.rows, len(tops) - 1)
    return tops[index] + row.lead + row.spacing, tops[last] - row.spacing


def _paint(canvas: Canvas, box: CellBox, x: float, span: Span) -> None:
    """Draw a cell's shading, its diagonals, and its own frame where cells stand apart."""
    top, bottom = span
    left, right = x + box.x, x + box.x + box.width
    if box.cell.background and bottom > top:
        canvas.fill(left, top, (box.width, bottom - top), box.cell.background)
    if box.cell.down is not None:
        canvas.rule((left, top), (right, bottom), box.cell.down)
    if box.cell.up is not None:
        canvas.rule((left, bottom), (right, top), box.cell.up)
    if box.framed:
        edge = box.cell.borders
        _rule(canvas, (left, top), (right, top), edge.top)
        _rule(canvas, (left, bottom), (right, bottom), edge.bottom)
        _rule(canvas, (left, top), (left, bottom), edge.left)
        _rule(canvas, (right, top), (right, bottom), edge.right)


def _rule(canvas: Canvas, start: Span, end: Span, line: Border | None) -> None:
    if line is not None:
        canvas.rule(start, end, line)


def _lines_across(canvas: Canvas, rows: Sequence[RowBox], xs: Sequence[float], tops: Sequence[float]) -> None:
    """Draw the lines above the rows and below the last; they fill the corners with those that they meet."""
    for index, row in enumerate(rows):
        neighbours = [item.sides for item in rows[max(index - 1, 0) : index + 1] if item.sides]
        for start, end, line in _runs(row.tops):
            y = tops[index] + thickness(line) / 2
            _across(canvas, (xs, start, end), y, line, neighbours)
    for start, end, line in _runs(rows[-1].bottoms if rows else ()):
        y = tops[-1] + thickness(line) / 2
        _across(canvas, (xs, start, end), y, line, [rows[-1].sides] if rows[-1].sides else [])


def _across(
    canvas: Canvas,
    where: tuple[Sequence[float], int, int],
    y: float,
    line: Border,
    sides: Sequence[Sequence[Border | None]],
) -> None:
    xs, start, end = where
    one, two = (widest([item[at] for item in sides]) / 2 for at in (start, end))
    left, right = (xs[start] - one, xs[end] + two) if xs[start] <= xs[end] else (xs[end] - two, xs[start] + one)
    canvas.rule((left, y), (right, y), line)


def _runs(lines: Sequence[Border | None]) -> Iterator[tuple[int, int, Border]]:
    """Yield stretches of one and the same line: where each begins, where it ends, and the line."""
    start = 0
    for index in range(1, len(lines) + 1):
        line = lines[start]
        if index == len(lines) or lines[index] != line:
            if line is not None:
                yield start, index, line
            start = index


def _lines_down(canvas: Canvas, rows: Sequence[RowBox], xs: Sequence[float], tops: Sequence[float]) -> None:
    """Draw the lines between the columns, down to the end of the line that they end on."""
    if not rows or not any(row.sides for row in rows):
        return
    for column, x in enumerate(xs):
        for start, end, line in _runs([row.sides[column] if row.sides else None for row in rows]):
            bottom = tops[end] + (rows[-1].foot if end == len(rows) else 0.0)
            canvas.rule((x, tops[start]), (x, bottom), line)


def _draw_content(canvas: Canvas, box: CellBox, x: float, span: Span, *, cut: bool) -> None:
    top, bottom = span
    margins, share = box.cell.margins, _SHIFTS.get(box.cell.vertical_align, 0.0)
    left, right = x + box.x + margins.left, x + box.x + box.width - margins.right
    upper, lower = top + margins.top, bottom - margins.bottom
    if box.turn:
        shift = max(right - left - box.content.height, 0.0) * share
        canvas.turn((left, upper, right, lower), box.turn)
        box.content.draw(canvas, 0.0, shift)
        canvas.turn_back()
        return
    shift = max(lower - upper - box.content.height, 0.0) * share
    too_high = cut and box.content.height > bottom - top - margins.top + 0.5
    if too_high:
        canvas.cut_off(top, bottom)
    box.content.draw(canvas, left, upper + shift)
    if too_high:
        canvas.turn_back()
