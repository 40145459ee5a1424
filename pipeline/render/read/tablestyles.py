"""Table styles with their conditional formats (ECMA-376 part 1, 17.7.6)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from lxml import etree

from pipeline.ooxml.names import q
from pipeline.render.read.colors import Theme
from pipeline.render.read.properties import ParaProps, RunProps, border, fill, merged_para, para_props, run_props
from pipeline.render.read.styles import StyleSheet
from pipeline.render.read.units import attribute, child, integer, length, measure, switch, value
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


NO_LOOK = Look(first_row=False, first_column=False, bands=False)


@dataclass(frozen=True, slots=True, eq=False)
class Condition:
    """What one part of a table style sets, such as its first row."""

    run: RunProps = field(default_factory=RunProps)
    para: ParaProps = field(default_factory=ParaProps)
    borders: Mapping[str, Border] = field(default_factory=dict)
    background: str | None = None
    vertical_align: str = ""
    header: bool | None = None
    whole: bool | None = None


@dataclass(slots=True, eq=False)
class CellLook:
    """What the style gives one cell."""

    run: RunProps = field(default_factory=RunProps)
    para: ParaProps = field(default_factory=ParaProps)
    own_borders: dict[str, Border] = field(default_factory=dict)
    background: str = ""
    vertical_align: str = "top"
    header: bool | None = None
    whole: bool | None = None

    def add(self, condition: Condition, edges: tuple[bool, bool, bool, bool]) -> None:
        """Set a condition on top; ``edges`` tells at which of its part's edges the cell stands."""
        self.run = {**self.run, **condition.run}
        self.para = merged_para(self.para, condition.para)
        self.background = self.background if condition.background is None else condition.background
        self.vertical_align = condition.vertical_align or self.vertical_align
        self.header = self.header if condition.header is None else condition.header
        self.whole = self.whole if condition.whole is None else condition.whole
        for side, inner, at_edge in zip(("top", "bottom", "left", "right"), "HHVV", edges, strict=True):
            line = condition.borders.get(side if at_edge else f"inside{inner}")
            if line is not None:
                self.own_borders[side] = line


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a cell stands: its row and its first column, the one behind its last, and how many there are."""

    row: int
    rows: int
    column: int
    end: int
    columns: int

    @property
    def edges(self) -> tuple[bool, bool, bool, bool]:
        """Return whether it stands at the table's top, bottom, left and right."""
        return self.row == 0, self.row == self.rows - 1, self.column == 0, self.end >= self.columns


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

    @property
    def is_formatted(self) -> bool:
        """Return whether the style gives the table borders or some of its parts a look of their own."""
        return any(line.width > 0 for line in self.borders.values()) or len(self.conditions) > 1

    def look(self, look: Look, spot: Spot) -> CellLook:
        """Return what the style gives the cell at a spot; later conditions win (17.7.6)."""
        cell = CellLook()
        cell.add(self.conditions.get("wholeTable", Condition()), spot.edges)
        if len(self.conditions) > 1:
            for name, where in self._applying(look, spot):
                if name in self.conditions:
                    cell.add(self.conditions[name], where)
        return cell

    def _applying(self, look: Look, spot: Spot) -> list[tuple[str, tuple[bool, bool, bool, bool]]]:
        top, bottom, left, right = spot.edges
        first_row, last_row = look.first_row and top, look.last_row and bottom
        first_col, last_col = look.first_column and left, look.last_column and right
        across, down = (True, True, left, right), (top, bottom, True, True)
        found: list[tuple[str, tuple[bool, bool, bool, bool]]] = []
        if look.column_bands and not (first_col or last_col):
            band = (spot.column - int(look.first_column)) // self.column_band % 2
            found.append((f"band{band + 1}Vert", down))
        if look.bands and not (first_row or last_row):
            at = spot.row - int(look.first_row)
            begins, ends = at % self.row_band == 0, (at + 1) % self.row_band == 0 or bottom
            found.append((f"band{at // self.row_band % 2 + 1}Horz", (begins, ends, left, right)))
        named = [("firstCol", first_col, down), ("lastCol", last_col, down)]
        named += [("firstRow", first_row, across), ("lastRow", last_row, across)]
        found += [(name, edges) for name, applies, edges in named if applies]
        corners = [(first_row, first_col, "nwCell"), (first_row, last_col, "neCell")]
        corners += [(last_row, first_col, "swCell"), (last_row, last_col, "seCell")]
        return found + [(name, (True, True, True, True)) for one, two, name in corners if one and two]


_LOOKS = {"firstRow", "lastRow", "firstColumn", "lastColumn", "noHBand", "noVBand"}
_USUAL_LOOK = "04A0"


def read_look(node: etree._Element | None) -> Look:
    """Return which conditional formats apply, from the attributes or the old bit mask (17.4.55).

    Word heeds the mask only where there are no attributes, and takes it for 04A0 where there is no w:tblLook
    (MS-OI29500 2.1.160 a and c).
    """
    told = node is not None and any(etree.QName(name).localname in _LOOKS for name in node.attrib)
    mask = 0 if told else _hexadecimal((attribute(node, "w:val") or "0") if node is not None else _USUAL_LOOK)
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


def _flag(node: etree._Element | None, name: str, default: bool) -> bool:  # noqa: FBT001 - the mask's own bit
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
        borders |= side_borders(child(own, "w:tblBorders"), styles.theme)
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
        cell, row = child(part, "w:tcPr"), child(part, "w:trPr")
        shade = child(cell, "w:shd")
        conditions[name or ""] = Condition(
            {**base.run, **run_props(child(part, "w:rPr"), styles.theme)},
            merged_para(base.para, para_props(child(part, "w:pPr"))),
            {
                **base.borders,
                **side_borders(
                    child(child(part, "w:tblPr"), "w:tblBorders") if part is not node else None, styles.theme
                ),
                **side_borders(child(cell, "w:tcBorders"), styles.theme),
            },
            fill(shade, styles.theme) if shade is not None else base.background,
            value(cell, "w:vAlign") or base.vertical_align,
            _first(switch(row, "w:tblHeader"), base.header),
            _first(switch(row, "w:cantSplit"), base.whole),
        )


def _first(own: bool | None, base: bool | None) -> bool | None:  # noqa: FBT001 - two switches of the same kind
    return base if own is None else own


def row_style(
    style: TableStyle, look: Look, exceptions: etree._Element | None, theme: Theme
) -> tuple[TableStyle, Look]:
    """Return the style and the look of a row with its exceptions to the table's (w:tblPrEx, 17.4.61)."""
    if exceptions is None:
        return style, look
    borders = {**style.borders, **side_borders(child(exceptions, "w:tblBorders"), theme)}
    margins = margins_of(child(exceptions, "w:tblCellMar"), style.margins)
    own = child(exceptions, "w:tblLook")
    return replace(style, borders=borders, margins=margins), look if own is None else read_look(own)


def side_of(node: etree._Element) -> str:
    """Return the side that a border element stands for; start and end are left and right."""
    name = etree.QName(node).localname
    return {"start": "left", "end": "right"}.get(name, name)


def side_borders(node: etree._Element | None, theme: Theme) -> dict[str, Border]:
    """Return the borders of a w:tblBorders or w:tcBorders by side."""
    found: dict[str, Border] = {}
    for item in node.iterchildren("*") if node is not None else ():
        line = border(item, theme)
        if line is not None:
            found[side_of(item)] = line
    return found
