"""Where the cells of a table stand: rows and cells as found, grid columns, and merges both ways (17.4.17, 17.4.84)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from lxml import etree

from pipeline.ooxml.names import q
from pipeline.render.read.alternatives import chosen
from pipeline.render.read.units import attribute, child, integer, length, value

SAME_EDGE = 1.0  # points between two edges of cells that are one
MAX_COLUMNS = 64  # that one cell may span; Word itself ends at 63
_OTHERS = {
    q(name) for name in ("w:p", "w:tbl", "w:tr", "w:tc", "w:tblPr", "w:tblPrEx", "w:tblGrid", "w:trPr", "w:tcPr")
}


@dataclass
class Slot:
    """A cell as it stands in its row; ``joined`` are those merged into it from its right, ``hidden`` from below."""

    node: etree._Element
    properties: etree._Element | None
    column: int
    columns: int
    merge: str
    rows: int = 1
    hidden: list[etree._Element] = field(default_factory=list)
    joined: list[etree._Element] = field(default_factory=list)


Shows = Callable[[Any], bool]  # of the element of a row or a cell


def row_nodes(node: etree._Element, shows: Shows) -> list[etree._Element]:
    """Return the rows of a table that are shown: not those deleted by a tracked change, nor hidden ones."""
    return [row for row in _found(node, q("w:tr")) if shows(row)]


def _found(node: etree._Element, tag: str) -> list[etree._Element]:
    """Return the rows or cells inside, also in content controls, insertions and elements that nobody knows."""
    found: list[etree._Element] = []
    for item in node:
        if item.tag == tag:
            found.append(item)
        elif item.tag == q("w:sdt"):
            content = child(item, "w:sdtContent")
            found.extend(_found(content, tag) if content is not None else ())
        elif item.tag == q("mc:AlternateContent"):
            alternative = chosen(item)
            found.extend(_found(alternative, tag) if alternative is not None else ())
        elif item.tag not in _OTHERS and isinstance(item.tag, str):
            found.extend(_found(item, tag))
    return found


def slots_of(row: etree._Element, shows: Shows) -> list[Slot]:
    """Return the cells of a row with their grid columns; old horizontal merges (w:hMerge) are spans."""
    column = min(max(integer(value(child(row, "w:trPr"), "w:gridBefore")), 0), MAX_COLUMNS)
    slots: list[Slot] = []
    for node in _found(row, q("w:tc")):
        properties = child(node, "w:tcPr")
        if not shows(node):
            continue
        span = min(max(integer(value(properties, "w:gridSpan"), 1), 1), MAX_COLUMNS)
        if _merge(properties, "w:hMerge") == "continue" and slots:
            slots[-1].columns += span
            slots[-1].joined.append(node)
        else:
            slots.append(Slot(node, properties, column, span, _merge(properties, "w:vMerge")))
        column += span
    return slots


def _merge(properties: etree._Element | None, name: str) -> str:
    merged = child(properties, name)
    return "" if merged is None else attribute(merged, "w:val") or "continue"


def set_apart(rows: list[list[Slot]]) -> tuple[float, ...]:
    """Set the grid columns by the widths of the cells, and return those of the columns, where rows differ in number.

    Rows of different numbers of cells, none of which spans columns, are each as wide as its own cells say: Word keeps
    the edges of every row for themselves. Nothing is set, and () comes back, where all rows agree or a width lacks.
    """
    if len({len(row) for row in rows}) < 2:
        return ()
    widths = [[_own_width(slot) for slot in row] for row in rows]
    if any(row and row[0].column for row in rows) or not all(all(row) for row in widths):
        return ()
    edges = [0.0]
    for edge in sorted(sum(row[: index + 1]) for row in widths for index in range(len(row))):
        if edge - edges[-1] > SAME_EDGE:
            edges.append(edge)
    if len(edges) > MAX_COLUMNS:
        return ()
    for row, sizes in zip(rows, widths, strict=True):
        reached = 0
        for index, slot in enumerate(row):
            end = _nearest(edges, sum(sizes[: index + 1]))
            slot.column, slot.columns = reached, max(end - reached, 1)
            reached = slot.column + slot.columns
    return tuple(right - left for left, right in pairwise(edges))


def _own_width(slot: Slot) -> float:
    """Return the width in points that a cell of one grid column asks for, 0 for none."""
    node = child(slot.properties, "w:tcW")
    told = node is not None and attribute(node, "w:type") == "dxa" and slot.columns == 1
    return (length(node, "w:w") or 0.0) if told else 0.0


def _nearest(edges: list[float], at: float) -> int:
    return min(range(len(edges)), key=lambda index: abs(edges[index] - at))


def count_merged(slots: list[list[Slot]]) -> None:
    """Set how many rows each cell spans; a continuing cell with nothing to continue starts a cell of its own."""
    open_cells: dict[int, Slot] = {}
    for row in slots:
        continuing: dict[int, Slot] = {}
        for slot in row:
            above = open_cells.get(slot.column)
            if slot.merge == "continue" and above is not None and above.columns == slot.columns:
                above.rows += 1
                above.hidden.append(slot.node)
                continuing[slot.column] = above
            elif slot.merge:
                slot.merge = "restart"
                continuing[slot.column] = slot
        open_cells = continuing


def has_text(node: etree._Element) -> bool:
    """Return whether a cell holds words."""
    return any((text.text or "").strip() for text in node.iter(q("w:t")))


def last_column(slots: list[Slot]) -> int:
    """Return the grid column behind a row's last cell."""
    return slots[-1].column + slots[-1].columns if slots else 0
