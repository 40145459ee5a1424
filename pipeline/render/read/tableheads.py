"""Which cells head their columns or rows: rows marked as headers, else those that the table's look singles out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.render.read.tablestyles import Look
from pipeline.render.tree import Cell, Paragraph, Row


def with_heads(rows: Sequence[Row], look: Look, *, formatted: bool) -> tuple[Row, ...]:
    """Return the rows with their header cells named.

    Header rows (17.4.78) head their columns. Without any, the first row does if the look singles it out, and the first
    column its rows: in tables of data, that is of several rows and columns, with borders or a style.
    """
    marked = _leading(rows)
    is_data = len(rows) > 1 and len({cell.column for row in rows for cell in row.cells}) > 1
    is_data = is_data and (bool(marked) or formatted or _has_borders(rows))
    count = marked or int(is_data and look.first_row and _is_filled(rows[0]))
    count = count if count < len(rows) or marked else 0
    heads_rows = is_data and look.first_column
    return tuple(_headed(row, index < count, heads_rows) for index, row in enumerate(rows))


def _headed(row: Row, heads: bool, heads_rows: bool) -> Row:  # noqa: FBT001 - two marks of the same kind
    cells = (
        replace(cell, header="Column")
        if heads
        else replace(cell, header="Row")
        if heads_rows and cell.column == 0 and _has_text(cell)
        else cell
        for cell in row.cells
    )
    return replace(row, cells=tuple(cells)) if heads or heads_rows else row


def _leading(rows: Sequence[Row]) -> int:
    return next((index for index, row in enumerate(rows) if not row.header), len(rows))


def _has_borders(rows: Sequence[Row]) -> bool:
    edges = (cell.borders for row in rows for cell in row.cells)
    return any(edge.top or edge.bottom or edge.left or edge.right for edge in edges)


def _is_filled(row: Row) -> bool:
    """Return whether no cell but the first is empty."""
    return bool(row.cells) and all(_has_text(cell) for cell in row.cells[1:] or row.cells)


def _has_text(cell: Cell) -> bool:
    return any(not isinstance(block, Paragraph) or bool(block.text.strip()) for block in cell.blocks)
