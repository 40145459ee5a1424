"""The borders that a cell asks for: its own, those of its style's conditions, those of the table (17.4.66, 17.7.6)."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from pipeline.render.read.colors import Theme
from pipeline.render.read.tablestyles import CellLook, TableStyle, side_borders, side_of
from pipeline.render.read.units import attribute
from pipeline.render.tree import Border, Borders

_SIDES = (("top", "H"), ("bottom", "H"), ("left", "V"), ("right", "V"))


def cell_borders(
    own: Mapping[str, Border], look: CellLook, style: TableStyle, edges: tuple[bool, bool, bool, bool]
) -> tuple[Borders, frozenset[str]]:
    """Return a cell's borders, and the sides where they are its own rather than the table's.

    A side of style nil takes away what the style and the table give; one of style none says nothing, as in Word.
    """
    sides: dict[str, Border | None] = {}
    mine = set()
    for (side, inner), at_edge in zip(_SIDES, edges, strict=True):
        line = own.get(side)
        if line is not None or side in look.own_borders:
            mine.add(side)
        line = line or look.own_borders.get(side) or style.borders.get(side if at_edge else f"inside{inner}")
        sides[side] = drawn(line)
    return Borders(**sides), frozenset(mine)


def own_borders(node: etree._Element | None, theme: Theme) -> dict[str, Border]:
    """Return the borders of a w:tcBorders by side, the diagonals too; those that say nothing are left out."""
    found = side_borders(node, theme)
    silent = [item for item in node if attribute(item, "w:val") == "none"] if node is not None else []
    for item in silent:
        found.pop(side_of(item), None)
    return found


def drawn(line: Border | None) -> Border | None:
    """Return a border, None for one that only takes others away."""
    return None if line is None or line.width <= 0 else line
