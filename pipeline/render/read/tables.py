"""Tables: grid, merged cells, and the borders and shading that the table style gives each cell."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from lxml import etree

from pipeline.ooxml.names import q
from pipeline.render.read.context import PartContext
from pipeline.render.read.properties import border, fill
from pipeline.render.read.tablestyles import CellLook, Look, TableStyle, margins_of, read_look, table_style
from pipeline.render.read.units import attribute, child, integer, length, measure, switch, value
from pipeline.render.tree import Block, Border, Borders, Cell, Place, Row, Table

MAX_COLUMNS = 64  # that one cell may span; Word itself ends at 63


@dataclass
class _Slot:
    """A cell as it stands in its row, before vertical merges are counted."""

    node: etree._Element
    properties: etree._Element | None
    column: int
    columns: int
    merge: str
    rows: int = 1


@dataclass
class TableReader:
    """Reads one table; ``blocks`` reads the content of a cell."""

    context: PartContext
    blocks: Callable[[etree._Element], tuple[Block, ...]]
    _style: TableStyle = field(init=False)
    _look: Look = field(init=False)
    _properties: etree._Element | None = None

    def read(self, node: etree._Element) -> Table | None:
        """Return the table, or None when it has no row."""
        self._properties = child(node, "w:tblPr")
        self._style = table_style(self.context.styles, value(self._properties, "w:tblStyle") or "", self._properties)
        self._look = read_look(child(self._properties, "w:tblLook"))
        place = replace(self.context.place, paragraph=self.context.paragraphs + 1)
        row_nodes = _rows(node)
        slots = [_slots(row) for row in row_nodes]
        if not any(slots):
            return None
        _count_merged(slots)
        columns = self._grid(node, slots)
        rows = tuple(self._row(row, index, slots, len(columns)) for index, row in enumerate(row_nodes) if slots[index])
        return self._table(columns, rows, place)

    def _table(self, columns: tuple[float, ...], rows: tuple[Row, ...], place: Place) -> Table:
        properties = self._properties
        indent = length(child(properties, "w:tblInd"), "w:w")
        description = value(properties, "w:tblDescription") or value(properties, "w:tblCaption") or ""
        align = value(properties, "w:jc") or self._style.align
        return Table(
            columns,
            rows,
            place,
            {"start": "left", "end": "right"}.get(align, align),
            self._style.indent if indent is None else indent,
            _preferred_width(properties),
            length(child(properties, "w:tblCellSpacing"), "w:w") or 0.0,
            description,
            rtl=bool(switch(properties, "w:bidiVisual")),
        )

    def _grid(self, node: etree._Element, slots: list[list[_Slot]]) -> tuple[float, ...]:
        """Return the widths of the grid columns: the grid's own, filled up from the cells' preferred widths."""
        grid = child(node, "w:tblGrid")
        widths = [length(col, "w:w") or 0.0 for col in grid.iterchildren(q("w:gridCol"))] if grid is not None else []
        count = max((slot.column + slot.columns for row in slots for slot in row), default=1)
        widths = (widths + [0.0] * count)[:count]
        for slot in (slot for row in slots for slot in row if slot.columns == 1):
            if widths[slot.column] <= 0:
                widths[slot.column] = length(child(slot.properties, "w:tcW"), "w:w") or 0.0
        known = [width for width in widths if width > 0]
        usual = sum(known) / len(known) if known else 72.0
        return tuple(width if width > 0 else usual for width in widths)

    def _row(self, node: etree._Element, index: int, slots: list[list[_Slot]], columns: int) -> Row:
        properties = child(node, "w:trPr")
        height = child(properties, "w:trHeight")
        header = bool(switch(properties, "w:tblHeader"))
        position = (index, len(slots))
        cells = tuple(
            self._cell(slot, position, columns, header=header) for slot in slots[index] if slot.merge != "continue"
        )
        rule = attribute(height, "w:hRule") or "atLeast"
        return Row(
            cells,
            length(height, "w:val") or 0.0,
            rule if height is not None else "auto",
            may_split=not switch(properties, "w:cantSplit"),
            header=header,
        )

    def _cell(self, slot: _Slot, position: tuple[int, int], columns: int, *, header: bool) -> Cell:
        row, row_count = position
        edges = (row == 0, row + slot.rows >= row_count, slot.column == 0, slot.column + slot.columns >= columns)
        look = self._style.look(self._look, row, row_count, slot.column, columns)
        outer = (self.context.table_run, self.context.table_para)
        self.context.table_run = look.run
        self.context.table_para = look.para
        blocks = self.blocks(slot.node)
        self.context.table_run, self.context.table_para = outer
        properties = slot.properties
        shade = child(properties, "w:shd")
        row_header = self._look.first_column and slot.column == 0
        return Cell(
            blocks,
            slot.column,
            slot.columns,
            slot.rows,
            self._borders(properties, look, edges),
            margins_of(child(properties, "w:tcMar"), self._style.margins),
            fill(shade) if shade is not None else look.background,
            value(properties, "w:vAlign") or look.vertical_align,
            value(properties, "w:textDirection") or "",
            "Column" if header else "Row" if row_header else "",
            no_wrap=bool(switch(properties, "w:noWrap")),
        )

    def _borders(
        self, properties: etree._Element | None, look: CellLook, edges: tuple[bool, bool, bool, bool]
    ) -> Borders:
        own = child(properties, "w:tcBorders")
        sides = {}
        for side, inner, at_edge in zip(("top", "bottom", "left", "right"), "HHVV", edges, strict=True):
            name = side if at_edge else f"inside{inner}"
            chosen = look.own_borders.get(side) or self._style.borders.get(name)
            sides[side] = _direct(own, side) or chosen
        return Borders(**{side: _drawn(line) for side, line in sides.items()})


def _direct(node: etree._Element | None, side: str) -> Border | None:
    names = {"left": ("w:start", "w:left"), "right": ("w:end", "w:right")}.get(side, (f"w:{side}",))
    found = (child(node, name) for name in names)
    return next((border(item) for item in found if item is not None), None)


def _drawn(line: Border | None) -> Border | None:
    return None if line is None or line.width <= 0 else line


def _preferred_width(properties: etree._Element | None) -> float:
    """Return the table's preferred width in points, negative for a share of the text width, 0 for none."""
    node = child(properties, "w:tblW")
    kind, text = attribute(node, "w:type"), attribute(node, "w:w") or ""
    if kind == "pct" or text.endswith("%"):
        share = float(integer(text.rstrip("%"))) / (100 if text.endswith("%") else 5000)
        return -share
    return measure(text) or 0.0 if kind in {"dxa", None} else 0.0


def _rows(node: etree._Element) -> list[etree._Element]:
    rows: list[etree._Element] = []
    for item in node:
        if item.tag == q("w:tr"):
            rows.append(item)
        elif item.tag == q("w:sdt"):
            content = child(item, "w:sdtContent")
            rows.extend(_rows(content) if content is not None else ())
        elif item.tag in {q("w:ins"), q("w:customXml")}:
            rows.extend(_rows(item))
    return rows


def _cell_nodes(row: etree._Element) -> list[etree._Element]:
    cells: list[etree._Element] = []
    for item in row:
        if item.tag == q("w:tc"):
            cells.append(item)
        elif item.tag == q("w:sdt"):
            content = child(item, "w:sdtContent")
            cells.extend(_cell_nodes(content) if content is not None else ())
        elif item.tag in {q("w:ins"), q("w:customXml")}:
            cells.extend(_cell_nodes(item))
    return cells


def _slots(row: etree._Element) -> list[_Slot]:
    column = min(max(integer(value(child(row, "w:trPr"), "w:gridBefore")), 0), MAX_COLUMNS)
    slots = []
    for node in _cell_nodes(row):
        properties = child(node, "w:tcPr")
        span = min(max(integer(value(properties, "w:gridSpan"), 1), 1), MAX_COLUMNS)
        merged = child(properties, "w:vMerge")
        merge = "" if merged is None else attribute(merged, "w:val") or "continue"
        slots.append(_Slot(node, properties, column, span, merge))
        column += span
    return slots


def _count_merged(slots: list[list[_Slot]]) -> None:
    """Set how many rows each cell spans; a continuing cell with nothing to continue starts a cell of its own."""
    open_cells: dict[int, _Slot] = {}
    for row in slots:
        continuing: dict[int, _Slot] = {}
        for slot in row:
            above = open_cells.get(slot.column)
            if slot.merge == "continue" and above is not None and above.columns == slot.columns:
                above.rows += 1
                continuing[slot.column] = above
            elif slot.merge:
                slot.merge = "restart"
                continuing[slot.column] = slot
        open_cells = continuing
