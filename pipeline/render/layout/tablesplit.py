"""Parting a table at a page's end: between rows, inside a row, and through cells that span several."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.render.layout.boxes import BEYOND_PAGES, Stack
from pipeline.render.layout.tableedges import winner
from pipeline.render.layout.tablerows import CellBox, RowBox
from pipeline.render.tree import Border


def split_row(row: RowBox, room: float) -> tuple[RowBox, RowBox] | None:
    """Return the two parts of a row, or None when not even a first line of each cell fits.

    A cell over several rows ends in the upper part and goes on in the lower one.
    """
    if row.row.height_rule == "exact":
        return None
    upper, lower = [], []
    ending = replace(row, bottoms=_own_lines(row.bottoms, row.cells, "bottom"))
    going_on = replace(row, tops=_own_lines(row.tops, row.cells, "top"))
    inside = room - row.lead - ending.foot - 2 * row.spacing
    for cell in row.cells:
        margins = cell.cell.margins
        first, rest = _cut(cell, inside - margins.top - margins.bottom)
        if not first.boxes and cell.content.boxes:
            return None
        upper.append(replace(cell, content=first, cell=replace(cell.cell, rows=1)))
        lower.append(replace(cell, content=rest or Stack(continued=True), turn="", hollow=False))
    if all(not cell.content.boxes for cell in lower):
        return None
    height = max(cell.height for cell in upper) + row.lead + 2 * row.spacing
    below = max((cell.height_within(BEYOND_PAGES) for cell in lower if cell.cell.rows == 1), default=0.0)
    below += going_on.lead + 2 * row.spacing
    return replace(ending, cells=upper, height=min(height, room)), replace(going_on, cells=lower, height=below)


def _own_lines(lines: Sequence[Border | None], cells: Sequence[CellBox], side: str) -> list[Border | None]:
    """Return the lines at the cut through a row: its own, since the rows that it shares others with are not there."""
    return _filled([None] * len(lines), cells, side)


def _cut(cell: CellBox, room: float) -> tuple[Stack, Stack | None]:
    """Return the parts of a cell's content above and below a page's end; turned text stays together."""
    return (cell.content, None) if cell.turn else cell.content.split(room)


def _reaching(rows: list[RowBox], count: int) -> list[tuple[int, CellBox]]:
    """Return the cells of the rows above ``count`` that reach below it, with the index of their row."""
    return [(index, cell) for index in range(count) for cell in rows[index].cells if index + cell.cell.rows > count]


def parted(rows: list[RowBox], count: int) -> tuple[list[RowBox], list[RowBox]]:
    """Return the rows above and below ``count``; a cell that reaches over it goes on in the first row below."""
    reaching = _reaching(rows, count)
    if not reaching:
        return rows[:count], rows[count:]
    end, ends_there = _end_of_spans(rows, count, max(index + cell.cell.rows for index, cell in reaching))
    above, below = [replace(row, cells=[*row.cells]) for row in rows[:count]], [replace(row) for row in rows[count:end]]
    carried: list[CellBox] = []
    for index, cell in reaching:
        margins = cell.cell.margins
        room = sum(row.height for row in rows[index:count]) - rows[index].lead - margins.top - margins.bottom
        first, rest = _cut(cell, room)
        at = next(number for number, other in enumerate(above[index].cells) if other is cell)
        above[index].cells[at] = replace(cell, content=first, cell=replace(cell.cell, rows=count - index))
        left = replace(cell.cell, rows=index + cell.cell.rows - count)
        carried.append(replace(cell, content=rest or Stack(continued=True), cell=left))
    below[0].cells = sorted([*below[0].cells, *carried], key=lambda cell: cell.cell.column)
    settle_heights(below, goes_on=not ends_there)
    return above, [*below, *rows[end:]]


def _end_of_spans(rows: list[RowBox], start: int, end: int) -> tuple[int, bool]:
    """Return the row behind the last that the cells of the rows from ``start`` reach, and those of what they reach.

    No further than two pages on, since cells that reach that far are parted again before: then False comes with it.
    """
    index, height = start, 0.0
    while index < min(end, len(rows)):
        if height > BEYOND_PAGES:
            return index, False
        end = max([end, *(index + cell.cell.rows for cell in rows[index].cells)])
        height += rows[index].natural_height()
        index += 1
    return min(end, len(rows)), True


def closed_below(rows: list[RowBox]) -> list[RowBox]:
    """Return the rows above a page's end with a line below the cells that go on behind it."""
    last = rows[-1]
    if not last.bottoms or None not in last.bottoms:
        return rows
    ending = [cell for index, row in enumerate(rows) for cell in row.cells if index + cell.cell.rows >= len(rows)]
    return [*rows[:-1], replace(last, bottoms=_filled(last.bottoms, ending, "bottom"))]


def closed_above(rows: list[RowBox]) -> list[RowBox]:
    """Return the rows below a page's end with a line above the cells that go on there."""
    first = rows[0]
    if not first.tops or None not in first.tops:
        return rows
    return [replace(first, tops=_filled(first.tops, first.cells, "top")), *rows[1:]]


def below_header(rows: list[RowBox], header: Sequence[RowBox]) -> list[RowBox]:
    """Return the rows below a header that is repeated: of the two lines that meet there the heavier is drawn."""
    first = rows[0]
    above = header[-1].bottoms if header else ()
    if len(above) != len(first.tops):
        return rows
    both = zip(above, first.tops, strict=True)
    under = replace(first, tops=[winner(one, two) if one and two else one or two for one, two in both])
    under.height += under.lead - first.lead
    return [under, *rows[1:]]


def _filled(lines: Sequence[Border | None], cells: Sequence[CellBox], side: str) -> list[Border | None]:
    found = list(lines)
    for cell in (box.cell for box in cells):
        for column in range(cell.column, min(cell.column + cell.columns, len(found))):
            found[column] = found[column] or getattr(cell.borders, side)
    return found


def settle_heights(rows: list[RowBox], *, goes_on: bool = False) -> None:
    """Give every row its height; what a cell over several rows lacks is added to the last of them.

    ``goes_on`` tells that cells may reach over more rows than these: what they lack is not known yet.

    A row that such cells alone reach into is as high as a line of theirs: Word sets their mark in it.
    """
    over: list[tuple[CellBox, int]] = []
    for index, row in enumerate(rows):
        row.height = row.natural_height()
        over = [(cell, last) for cell, last in over if last > index]
        over += [(cell, index + cell.cell.rows) for cell in row.cells if cell.cell.rows > 1]
        if row.row.height_rule != "exact" and all(cell.cell.rows > 1 for cell in row.cells):
            line = max((cell.first_line for cell, _ in over), default=0.0)
            row.height = max(row.height, line + row.lead)
    for index, row in enumerate(rows):
        for cell in row.cells:
            if cell.cell.rows > 1 and not (goes_on and index + cell.cell.rows > len(rows)):
                spanned = rows[index : index + cell.cell.rows]
                lacking = cell.height + row.lead - sum(item.height for item in spanned)
                if lacking > 0 and spanned[-1].row.height_rule != "exact":
                    spanned[-1].height += lacking
