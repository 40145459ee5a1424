"""Table styles with their conditional formats (ECMA-376 part 1, 17.7.6)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from pipeline.ooxml.names import q
from pipeline.render.read.properties import ParaProps, RunProps, border, fill, merged_para, para_props, run_props
from pipeline.render.read.styles import StyleSheet
from pipeline.render.read.units import attribute, child, integer, length, measure, value
from pipeline.render.tree import Border, Margins


@dataclass(frozen=True, slots=True)
class Look:
    """Which conditional formats a table uses (w:tblLook)."""

    first_row: bool = True
    last_row: bool = False
    first_column: bool = True
    last_column: bool = False
    bands: bool = True
    column_bands: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Condition:
    """What one part of a table style sets, such as its first row."""

    run: RunProps = field(default_factory=RunProps)
    para: ParaProps = field(default_factory=ParaProps)
    borders: Mapping[str, Border] = field(default_factory=dict)
    background: str | None = None
    vertical_align: str = ""


@dataclass(slots=True, eq=False)
class CellLook:
    """What the style gives one cell."""

    run: RunProps = field(default_factory=RunProps)
    para: ParaProps = field(default_factory=ParaProps)
    own_borders: dict[str, Border] = field(default_factory=dict)
    background: str = ""
    vertical_align: str = "top"

    def add(self, condition: Condition, *, edges: tuple[bool, bool, bool, bool] | None = None) -> None:
        """Set a condition on top; ``edges`` tells at which of its part's edges the cell stands."""
        self.run = {**self.run, **condition.run}
        self.para = merged_para(self.para, condition.para)
        self.background = self.background if condition.background is None else condition.background
        self.vertical_align = condition.vertical_align or self.vertical_align
        if edges is None:
            return
        for side, inner, at_edge in zip(("top", "bottom", "left", "right"), "HHVV", edges, strict=True):
            line = condition.borders.get(side if at_edge else f"inside{inner}")
            if line is not None:
                self.own_borders[side] = line


@dataclass(frozen=True, slots=True, eq=False)
class TableStyle:
    """A table's style, resolved through its chain and the table's own properties."""

    conditions: Mapping[str, Condition]
    borders: Mapping[str, Border]
    margins: Margins
    align: str
    indent: float
    row_band: int = 1
    column_band: int = 1

    def look(self, look: Look, row: int, rows: int, column: int, columns: int) -> CellLook:
        """Return what the style gives the cell at a row and a column; later conditions win (17.7.6)."""
        cell = CellLook()
        cell.add(self.conditions.get("wholeTable", Condition()))
        for name, edges in self._applying(look, (row, rows), (column, columns)):
            if name in self.conditions:
                cell.add(self.conditions[name], edges=edges)
        return cell

    def _applying(
        self, look: Look, row: tuple[int, int], column: tuple[int, int]
    ) -> list[tuple[str, tuple[bool, bool, bool, bool]]]:
        at, rows = row
        col, columns = column
        first_row, last_row = look.first_row and at == 0, look.last_row and at == rows - 1
        first_col, last_col = look.first_column and col == 0, look.last_column and col == columns - 1
        across = (True, True, col == 0, col == columns - 1)
        down = (at == 0, at == rows - 1, True, True)
        found: list[tuple[str, tuple[bool, bool, bool, bool]]] = []
        if look.column_bands and not (first_col or last_col):
            band = (col - int(look.first_column)) // self.column_band % 2
            found.append((f"band{band + 1}Vert", down))
        if look.bands and not (first_row or last_row):
            band = (at - int(look.first_row)) // self.row_band % 2
            found.append((f"band{band + 1}Horz", across))
        named = [("firstCol", first_col, down), ("lastCol", last_col, down)]
        named += [("firstRow", first_row, across), ("lastRow", last_row, across)]
        found += [(name, edges) for name, applies, edges in named if applies]
        corners = [(first_row, first_col, "nwCell"), (first_row, last_col, "neCell")]
        corners += [(last_row, first_col, "swCell"), (last_row, last_col, "seCell")]
        return found + [(name, (True, True, True, True)) for one, two, name in corners if one and two]


def read_look(node: etree._Element | None) -> Look:
    """Return which conditional formats apply, from the attributes or the old bit mask (17.4.55)."""
    if node is None:
        return Look(first_row=False, first_column=False, bands=False)
    mask = _hexadecimal(attribute(node, "w:val") or "")
    names = (("firstRow", 0x20), ("lastRow", 0x40), ("firstColumn", 0x80), ("lastColumn", 0x100))
    flags = [_flag(node, name, bool(mask & bit)) for name, bit in names]
    bands = not _flag(node, "noHBand", bool(mask & 0x200))
    column_bands = not _flag(node, "noVBand", bool(mask & 0x400))
    return Look(flags[0], flags[1], flags[2], flags[3], bands, column_bands)


def _hexadecimal(text: str) -> int:
    try:
        return int(text, 16)
    except ValueError:
        return 0


def _flag(node: etree._Element, name: str, default: bool) -> bool:  # noqa: FBT001 - the mask's own bit
    text = attribute(node, f"w:{name}")
    return default if text is None else text in {"1", "true", "on"}


def margins_of(node: etree._Element | None, base: Margins) -> Margins:
    """Return cell margins with those of a w:tcMar or w:tblCellMar on top."""
    if node is None:
        return base
    sides = (("w:top",), ("w:right", "w:end"), ("w:bottom",), ("w:left", "w:start"))
    defaults = (base.top, base.right, base.bottom, base.left)
    found = []
    for names, default in zip(sides, defaults, strict=True):
        amounts = (length(child(node, name), "w:w") for name in names)
        found.append(next((amount for amount in amounts if amount is not None), default))
    return Margins(*found)


def table_style(styles: StyleSheet, style_id: str, properties: etree._Element | None) -> TableStyle:
    """Return a table's style: the chain from the base, then the table's own w:tblPr."""
    nodes = [entry.node for entry in styles.chain(style_id or styles.defaults.get("table", ""))]
    conditions: dict[str, Condition] = {}
    borders: dict[str, Border] = {}
    margins, align, indent, bands = Margins(), "left", 0.0, (1, 1)
    for node in nodes:
        _add_conditions(conditions, node, styles)
    for own in [*(child(node, "w:tblPr") for node in nodes), properties]:
        borders |= _side_borders(child(own, "w:tblBorders"))
        margins = margins_of(child(own, "w:tblCellMar"), margins)
        align = value(own, "w:jc") or align
        indent = measure(attribute(child(own, "w:tblInd"), "w:w")) or indent
        sizes = (value(own, "w:tblStyleRowBandSize"), value(own, "w:tblStyleColBandSize"))
        bands = (max(integer(sizes[0], bands[0]), 1), max(integer(sizes[1], bands[1]), 1))
    return TableStyle(conditions, borders, margins, align, indent, *bands)


def _add_conditions(conditions: dict[str, Condition], node: etree._Element, styles: StyleSheet) -> None:
    for part in [node, *node.iterchildren(q("w:tblStylePr"))]:
        name = attribute(part, "w:type") if part is not node else "wholeTable"
        base = conditions.get(name or "", Condition())
        cell = child(part, "w:tcPr")
        shade = child(cell, "w:shd")
        conditions[name or ""] = Condition(
            {**base.run, **run_props(child(part, "w:rPr"), styles.theme)},
            merged_para(base.para, para_props(child(part, "w:pPr"))),
            {
                **base.borders,
                **_side_borders(child(child(part, "w:tblPr"), "w:tblBorders") if part is not node else None),
                **_side_borders(child(cell, "w:tcBorders")),
            },
            fill(shade) if shade is not None else base.background,
            value(cell, "w:vAlign") or base.vertical_align,
        )


def _side_borders(node: etree._Element | None) -> dict[str, Border]:
    found: dict[str, Border] = {}
    for item in node.iterchildren("*") if node is not None else ():
        line = border(item)
        name = etree.QName(item).localname
        if line is not None:
            found[{"start": "left", "end": "right"}.get(name, name)] = line
    return found
