"""Tables: grid, merged cells, and the borders and shading that the table style gives each cell."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from lxml import etree

from pipeline.ooxml.names import q
from pipeline.render.read.anchors import table_anchor
from pipeline.render.read.changes import text_in, why_gone
from pipeline.render.read.context import PartContext
from pipeline.render.read.ledger import Why
from pipeline.render.read.properties import fill
from pipeline.render.read.tableborders import cell_borders, drawn, own_borders
from pipeline.render.read.tablegrid import Slot, count_merged, has_text, last_column, row_nodes, set_apart, slots_of
from pipeline.render.read.tableheads import with_heads
from pipeline.render.read.tablestyles import (
    NO_LOOK,
    CellLook,
    Look,
    Spot,
    TableStyle,
    margins_of,
    read_look,
    row_style,
    table_style,
)
from pipeline.render.read.units import attribute, child, integer, length, measure, switch, value
from pipeline.render.tree import NOT_MISSED, Block, Border, Cell, Paragraph, Place, Row, Table, TextRun

_SIDES = {"start": "left", "end": "right"}
_HIDDEN = "text i en tabellcell som är sammanslagen med en annan"


@dataclass
class TableReader:
    """Reads one table; ``blocks`` reads the content of a cell."""

    context: PartContext
    blocks: Callable[[etree._Element], tuple[Block, ...]]
    _style: TableStyle = field(init=False)
    _look: Look = field(init=False)
    _properties: etree._Element | None = None
    _reported: bool = False

    def read(self, node: etree._Element) -> Table | None:
        """Return the table, or None when it has no row."""
        self._properties = child(node, "w:tblPr")
        self._style = table_style(self.context.styles, value(self._properties, "w:tblStyle") or "", self._properties)
        self._look = read_look(child(self._properties, "w:tblLook"))
        place = replace(self.context.place, paragraph=self.context.paragraphs + 1)
        found = [(row, slots) for row in row_nodes(node, self._shows) if (slots := slots_of(row, self._shows))]
        if not found:
            return None
        apart = set_apart([slots for _, slots in found])
        count_merged([slots for _, slots in found])
        columns = apart or _grid(node, max(last_column(slots) for _, slots in found))
        size = (len(found), len(columns))
        rows = tuple(self._row(row, slots, index, size) for index, (row, slots) in enumerate(found))
        told = self._look if child(self._properties, "w:tblLook") is not None else NO_LOOK
        heads = with_heads(rows, told, formatted=self._style.is_formatted)
        return self._table(columns, heads, place, _row_align(found[0][0]))

    def _shows(self, part: etree._Element) -> bool:
        """Return whether a row or a cell is shown; the words of one that is not are written down as left out."""
        why = why_gone(part, changes_shown=self.context.shared.changes.shown)
        if why is not None:
            self.context.shared.ledger.add(why, text_in(part))
        return why is None

    def _table(self, columns: tuple[float, ...], rows: tuple[Row, ...], place: Place, row_align: str | None) -> Table:
        properties = self._properties
        indent = length(child(properties, "w:tblInd"), "w:w")
        description = value(properties, "w:tblDescription") or value(properties, "w:tblCaption") or ""
        own = value(properties, "w:jc") or self._style.align
        align = own if value(properties, "w:jc") else row_align or own
        rows = tuple(_standing(row, _SIDES.get(own, own), _SIDES.get(align, align)) for row in rows)
        return Table(
            columns,
            rows,
            place,
            _SIDES.get(align, align),
            self._style.indent if indent is None else indent,
            preferred_width(child(properties, "w:tblW")),
            max(preferred_width(child(properties, "w:tblCellSpacing")), 0.0),
            description,
            rtl=bool(switch(properties, "w:bidiVisual")),
            fixed=attribute(child(properties, "w:tblLayout"), "w:type") == "fixed",
            anchor=table_anchor(properties),
        )

    def _row(self, node: etree._Element, slots: list[Slot], index: int, size: tuple[int, int]) -> Row:
        properties = child(node, "w:trPr")
        height = child(properties, "w:trHeight")
        style, look = row_style(self._style, self._look, child(node, "w:tblPrEx"), self.context.styles.theme)
        rows, columns = size
        cells = []
        for slot in slots:
            if slot.merge != "continue":
                spot = Spot(index, rows, slot.column, slot.column + slot.columns, columns)
                cells.append(self._cell(slot, style, style.look(look, spot), spot))
        styled = style.look(look, Spot(index, rows, 0, columns, columns))
        return Row(
            tuple(_level(cells)),
            length(height, "w:val") or 0.0,
            _height_rule(height),
            may_split=not _either(switch(properties, "w:cantSplit"), styled.whole),
            header=_either(switch(properties, "w:tblHeader"), styled.header),
            before=preferred_width(child(properties, "w:wBefore")),
            after=preferred_width(child(properties, "w:wAfter")),
            align=_row_align(node) or "",
        )

    def _cell(self, slot: Slot, style: TableStyle, look: CellLook, spot: Spot) -> Cell:
        top, _, left, right = spot.edges
        properties = slot.properties
        theme, shade = self.context.styles.theme, child(properties, "w:shd")
        lines = self._borders(slot)
        edges = (top, spot.row + slot.rows >= spot.rows, left, right)
        sides, own = cell_borders(lines, look, style, edges)
        return Cell(
            self._content(slot, look),
            slot.column,
            slot.columns,
            slot.rows,
            sides,
            margins_of(child(properties, "w:tcMar"), style.margins),
            fill(shade, theme) if shade is not None else look.background,
            value(properties, "w:vAlign") or look.vertical_align,
            value(properties, "w:textDirection") or "",
            no_wrap=bool(switch(properties, "w:noWrap")),
            preferred=preferred_width(child(properties, "w:tcW")),
            own_sides=own,
            down=drawn(lines.get("tl2br")),
            up=drawn(lines.get("tr2bl")),
            fit_text=bool(switch(properties, "w:tcFitText")),
            hide_mark=bool(switch(properties, "w:hideMark")),
        )

    def _borders(self, slot: Slot) -> dict[str, Border]:
        """Return the borders that a cell has of its own: merged over rows, the one below it is that of the last."""
        theme = self.context.styles.theme
        lines = own_borders(child(slot.properties, "w:tcBorders"), theme)
        if slot.hidden:
            last = own_borders(child(child(slot.hidden[-1], "w:tcPr"), "w:tcBorders"), theme)
            lines.pop("bottom", None)
            lines |= {"bottom": last["bottom"]} if "bottom" in last else {}
        return lines

    def _content(self, slot: Slot, look: CellLook) -> tuple[Block, ...]:
        outer = (self.context.table_run, self.context.table_para, self.context.ground)
        self.context.table_run, self.context.table_para = look.run, look.para
        self.context.ground = look.background or self.context.ground
        blocks = self.blocks(slot.node)
        for joined in slot.joined:
            blocks += self.blocks(joined) if has_text(joined) else ()
        self.context.table_run, self.context.table_para, self.context.ground = outer
        if not self._reported and any(has_text(hidden) for hidden in slot.hidden):
            self._reported = True
            self.context.report(_HIDDEN, "den visas inte, som i Word", code=NOT_MISSED)
        for hidden in slot.hidden:
            self.context.shared.ledger.add(Why.REPORTED, text_in(hidden))
        return _ended(blocks)


def _row_align(node: etree._Element) -> str | None:
    """Return where a row says that it stands: by its exceptions to the table, or its own properties (17.4.27)."""
    return value(child(node, "w:tblPrEx"), "w:jc") or value(child(node, "w:trPr"), "w:jc")


def _standing(row: Row, usual: str, table: str) -> Row:
    """Return a row with where it stands, "" where that is the table's place; one that says nothing stands as usual."""
    align = _SIDES.get(row.align, row.align) or usual
    return replace(row, align="" if align == table else align)


def _ended(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return a cell's blocks; the mark that ends the cell makes its last line of text no higher (measured in Word)."""
    last = blocks[-1] if blocks else None
    runs = [run for run in last.content if isinstance(run, TextRun)] if isinstance(last, Paragraph) else []
    if not isinstance(last, Paragraph) or not runs or runs[-1].style.size >= last.mark.size:
        return blocks
    return (*blocks[:-1], replace(last, mark=runs[-1].style))


def _level(cells: Sequence[Cell]) -> Sequence[Cell]:
    """Return the cells of a row with the same margin above their text: the largest, as Word does."""
    top = max((cell.margins.top for cell in cells), default=0.0)
    if all(cell.margins.top == top for cell in cells):
        return cells
    return [replace(cell, margins=replace(cell.margins, top=top)) for cell in cells]


def _height_rule(height: etree._Element | None) -> str:
    """Return exact, atLeast or auto; in Word a height without a rule is the least (MS-OI29500 2.1.180 a)."""
    return "auto" if height is None else attribute(height, "w:hRule") or "atLeast"


def _either(own: bool | None, styled: bool | None) -> bool:  # noqa: FBT001 - two switches of the same kind
    return bool(styled if own is None else own)


def _grid(node: etree._Element, count: int) -> tuple[float, ...]:
    """Return the widths of the grid columns as the file has them, 0 for those that it lacks."""
    grid = child(node, "w:tblGrid")
    widths = [length(col, "w:w") or 0.0 for col in grid.iterchildren(q("w:gridCol"))] if grid is not None else []
    return tuple(max(width, 0.0) for width in (widths + [0.0] * count)[:count])


def preferred_width(node: etree._Element | None) -> float:
    """Return a preferred width (CT_TblWidth) in points, negative for a share of the whole, 0 for none."""
    kind, text = attribute(node, "w:type"), (attribute(node, "w:w") or "").strip()
    if kind == "pct" or text.endswith("%"):
        share = float(integer(text.rstrip("%"))) / (100 if text.endswith("%") else 5000)
        return -min(max(share, 0.0), 100.0)
    return max(measure(text) or 0.0, 0.0) if kind in {"dxa", None} else 0.0
