"""Sections: paper, margins, columns and which headers and footers run (w:sectPr)."""

from __future__ import annotations

from lxml import etree

from pipeline.ooxml.names import q
from pipeline.render.read.properties import borders
from pipeline.render.read.units import attribute, child, integer, length, switch, value
from pipeline.render.tree import Borders, Columns, PageSetup

SHORTEST, LONGEST = 7.2, 1584.0  # the sides of paper that Word knows, which PDF/A allows (ISO 19005-2, 6.1.13)


def page_setup(node: etree._Element | None) -> PageSetup:
    """Return a section's paper; what it leaves out is Word's default (Letter, margins of an inch)."""
    if node is None:
        return PageSetup(width=612.0, height=792.0)
    size, margins, numbers = child(node, "w:pgSz"), child(node, "w:pgMar"), child(node, "w:pgNumType")
    drawn = child(node, "w:pgBorders")
    start = attribute(numbers, "w:start")
    return PageSetup(
        width=_paper(length(size, "w:w"), 612.0),
        height=_paper(length(size, "w:h"), 792.0),
        top=_or(length(margins, "w:top"), 72.0),
        right=_or(length(margins, "w:right"), 72.0),
        bottom=_or(length(margins, "w:bottom"), 72.0),
        left=_or(length(margins, "w:left"), 72.0),
        header=_or(length(margins, "w:header"), 36.0),
        footer=_or(length(margins, "w:footer"), 36.0),
        gutter=_or(length(margins, "w:gutter"), 0.0),
        start=value(node, "w:type") or "nextPage",
        first_differs=bool(switch(node, "w:titlePg")),
        number_start=None if start is None else integer(start),
        number_format=attribute(numbers, "w:fmt") or "decimal",
        columns=_columns(child(node, "w:cols")),
        borders=Borders() if drawn is None else borders(drawn),
        vertical_align=value(node, "w:vAlign") or "top",
    )


def _paper(side: float | None, default: float) -> float:
    return min(max(side, SHORTEST), LONGEST) if side and side > 0 else default


def _or(number: float | None, default: float) -> float:
    return default if number is None else number


def _columns(node: etree._Element | None) -> Columns:
    """Return the columns; ``widths`` is empty for one, and holds widths of 0 where all are equal."""
    if node is None:
        return Columns()
    separator = attribute(node, "w:sep") in {"1", "true", "on"}
    own = [(length(col, "w:w") or 0.0, length(col, "w:space") or 0.0) for col in node.iterchildren(q("w:col"))]
    if own and attribute(node, "w:equalWidth") in {"0", "false", "off"}:
        return Columns(tuple(own) if len(own) > 1 else (), separator)
    count = min(integer(attribute(node, "w:num"), 1), 45)
    space = _or(length(node, "w:space"), 36.0)
    return Columns(((0.0, space),) * count if count > 1 else (), separator)


def references(node: etree._Element | None, kind: str) -> dict[str, str]:
    """Return the relationship ids of a section's headers or footers by type (default, first, even)."""
    if node is None:
        return {}
    found = node.iterchildren(q(f"w:{kind}Reference"))
    return {attribute(item, "w:type") or "default": item.get(q("r:id"), "") for item in found}
