"""Matrices and arrays of equations: rows of cells below each other, their middle at the height of the fraction bar."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from pipeline.render.equations.boxes import MathBox
from pipeline.render.equations.model import Matrix, Row, Symbols, Term

_SHARES = {"left": 0.0, "right": 1.0}
_LEADING = 1.2


def set_table(table: Matrix, size: float, axis: float, setter: Callable[[Row], MathBox]) -> MathBox:
    """Return a matrix as a box; ``setter`` sets a cell."""
    rows = [_cells(cells[0]) if table.array and cells else cells for cells in table.rows]
    boxes = [[setter(cell) for cell in cells] for cells in rows]
    count = max(map(len, boxes), default=0)
    gap = 0.0 if table.array else size
    shares = _shares(table, count)
    widths = [max((row[at].width for row in boxes if at < len(row)), default=0.0) for at in range(count)]
    out = MathBox(width=sum(widths) + gap * max(count - 1, 0))
    heights = _baselines(boxes, size)
    for row, down in zip(boxes, heights, strict=True):
        x = 0.0
        for at, box in enumerate(row):
            out.put(box, x + (widths[at] - box.width) * shares[at], down)
            x += widths[at] + gap
    lift = MathBox()
    lift.put(out, 0.0, (out.above - out.below) / 2 - axis)
    return lift


def _shares(table: Matrix, count: int) -> list[float]:
    """Return how much of the free width stands before the cells of each column; those at & meet there."""
    if table.array:
        return [0.5] if count < 2 else [float(at % 2 == 0) for at in range(count)]
    aligns = [*table.aligns, *["center"] * count]
    return [_SHARES.get(align, 0.5) for align in aligns[:count]]


def _baselines(rows: Sequence[Sequence[MathBox]], size: float) -> list[float]:
    """Return where the baseline of each row stands below that of the first."""
    found: list[float] = []
    down = below = 0.0
    for row in rows:
        above = max((box.above for box in row), default=0.0)
        if found:
            down += max(below + above + size * 0.25, size * _LEADING)
        found.append(down)
        below = max((box.below for box in row), default=0.0)
    return found


def _cells(row: Row) -> tuple[Row, ...]:
    """Return an equation of an array cut at its marks of alignment (&)."""
    cells: list[list[Term]] = [[]]
    for term in row:
        texts = term.text.split("&") if isinstance(term, Symbols) and not term.plain else [""]
        if len(texts) < 2:
            cells[-1].append(term)
            continue
        assert isinstance(term, Symbols)
        for number, text in enumerate(texts):
            if number:
                cells.append([])
            if text:
                cells[-1].append(replace(term, text=text))
    return tuple(map(tuple, cells))
