"""A table's grid as HTML has it: every place of every row is taken once, and every row and column begins some cell."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from pipeline.render.tree import Cell, Row, Table


@dataclass(frozen=True, slots=True)
class Slot:
    """A cell at its place, or a gap where ``cell`` is None."""

    cell: Cell | None
    column: int
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows of slots, the first ``headers`` of them heading the table; ``widths`` are shares in percent."""

    rows: tuple[tuple[Slot, ...], ...]
    headers: int
    widths: tuple[int, ...]


def grid_of(table: Table, headers: int) -> Grid:
    """Return the grid; the first ``headers`` rows head it, and no cell reaches out of them."""
    rows = _placed(table.rows, headers)
    rows, headers = _without_idle_rows(rows, headers)
    starts = sorted({slot.column for row in rows for slot in row})
    end = max((slot.column + slot.columns for row in rows for slot in row), default=0)
    shown = tuple(tuple(_ranked(slot, starts) for slot in row) for row in rows)
    return Grid(shown, headers, _shares(table.columns, [*starts, end]))


def _placed(rows: Sequence[Row], headers: int) -> list[list[Slot]]:
    width = max((cell.column + cell.columns for row in rows for cell in row.cells), default=0)
    reaching: list[tuple[Slot, int]] = []  # cells from above, with the row that they reach to
    placed: list[list[Slot]] = []
    for index, row in enumerate(rows):
        reaching = [(slot, end) for slot, end in reaching if end > index]
        section_end = headers if index < headers else len(rows)
        taken = sorted((slot.column, slot.column + slot.columns) for slot, _ in reaching)
        slots = _row(row.cells, taken, width)
        slots = [replace(slot, rows=max(min(slot.rows, section_end - index), 1)) for slot in slots]
        width = max([width, *(slot.column + slot.columns for slot in slots)])
        reaching += [(slot, index + slot.rows) for slot in slots if slot.rows > 1]
        placed.append(slots)
    return placed


def _row(cells: Sequence[Cell], taken: Sequence[tuple[int, int]], width: int) -> list[Slot]:
    """Return a row's cells each at its place or the next that is free, with gaps between them."""
    slots: list[Slot] = []
    intervals = [*taken, (1 << 40, 1 << 40)]
    cursor = at = 0

    def skip() -> None:
        nonlocal cursor, at
        while intervals[at][0] <= cursor:
            cursor = max(cursor, intervals[at][1])
            at += 1

    def gap(until: int) -> None:
        nonlocal cursor
        skip()
        while cursor < until:
            stop = min(until, intervals[at][0])
            slots.append(Slot(None, cursor, stop - cursor))
            cursor = stop
            skip()

    for cell in cells:
        gap(cell.column)
        columns = max(min(cell.columns, intervals[at][0] - cursor), 1)
        slots.append(Slot(cell, cursor, columns, cell.rows))
        cursor += columns
    gap(width)
    return slots


def _without_idle_rows(rows: list[list[Slot]], headers: int) -> tuple[list[list[Slot]], int]:
    """Return the rows in which some cell begins; cells reach over fewer rows where one between was idle."""
    lives = [any(slot.cell is not None for slot in row) for row in rows]
    living = [0]
    for lives_here in lives:
        living.append(living[-1] + lives_here)
    kept = []
    for index, row in enumerate(rows):
        if lives[index]:
            kept.append([replace(slot, rows=living[index + slot.rows] - living[index]) for slot in row])
    return kept, living[headers]


def _ranked(slot: Slot, starts: Sequence[int]) -> Slot:
    first = bisect_left(starts, slot.column)
    return replace(slot, column=first, columns=max(bisect_left(starts, slot.column + slot.columns) - first, 1))


def _shares(widths: Sequence[float], edges: Sequence[int]) -> tuple[int, ...]:
    """Return the widths between the edges as shares of the whole, in percent; none where they say nothing."""
    spans = [sum(widths[start:end]) for start, end in pairwise(edges)]
    total = sum(spans)
    if total <= 0 or len(spans) < 2:
        return ()
    return tuple(max(round(100 * span / total), 1) for span in spans)
