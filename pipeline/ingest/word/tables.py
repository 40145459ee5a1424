"""Tables of a Word file: spans over columns and rows, head rows, tracked rows (17.4)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml import etree

from pipeline.ingest.attributes import whole
from pipeline.ingest.word.blocks import BlockReader, inner_reader
from pipeline.ingest.word.notes import shown, text_of
from pipeline.ingest.word.styles import toggle, value
from pipeline.model.prose import Block, ProseTable, TableCell
from pipeline.ooxml.names import q

_MOST_COLUMNS = 63  # as many as Word allows
_WRAPPERS = (q("w:sdt"), q("w:sdtContent"), q("w:customXml"), q("w:ins"), q("w:moveTo"))


@dataclass
class _Cell:
    column: int
    cell: TableCell
    continues: bool


@dataclass
class _Row:
    cells: list[_Cell]
    head: bool


def read_table(reader: BlockReader, node: etree._Element) -> Block | None:
    """Return a table as the model has it, or None when it has no words."""
    origin = reader.place()
    inner = inner_reader(reader)
    rows = [_row(inner, row) for row in _members(node, q("w:tr")) if not _deleted(reader, row)]
    reader.counted = inner.counted
    _stretch(rows)
    cells = [tuple(c.cell for c in row.cells if not c.continues) for row in rows]
    if not any(cell.content for row in cells for cell in row):
        return None
    heads = next((i for i, row in enumerate(rows) if not row.head), len(rows))
    heads = heads or (1 if len(rows) > 1 else 0)
    return ProseTable(tuple(cells[:heads]), tuple(cells[heads:]), origin)


def _members(parent: etree._Element, tag: str) -> Iterator[etree._Element]:
    """Yield rows or cells, also those inside content controls."""
    for node in parent.iterchildren(etree.Element):
        if node.tag == tag:
            yield node
        elif node.tag in _WRAPPERS:
            yield from _members(node, tag)


def _deleted(reader: BlockReader, row: etree._Element) -> bool:
    properties = row.find(q("w:trPr"))
    if properties is None or properties.find(q("w:del")) is None:
        return False
    kept = "".join(t.text or "" for t in row.iter(q("w:t"), q("w:delText")))
    message = f'borttagen text som ingen har godkänt följer inte med: "{shown(kept)}"'
    reader.source.report.say("ING502", message, reader.place())
    reader.source.left_out.append(text_of(row))
    return True


def _row(inner: BlockReader, row: etree._Element) -> _Row:
    properties = row.find(q("w:trPr"))
    column = _number(value(properties, "w:gridBefore"), 0)
    cells = [_Cell(0, TableCell((), column), continues=False)] if column else []
    for node in _members(row, q("w:tc")):
        cell_properties = node.find(q("w:tcPr"))
        span = _number(value(cell_properties, "w:gridSpan"), 1)
        merge = None if cell_properties is None else cell_properties.find(q("w:vMerge"))
        continues = merge is not None and merge.get(q("w:val"), "continue") == "continue"
        cells.append(_Cell(column, TableCell(inner.blocks(node), span), continues))
        column += span
    return _Row(cells, bool(toggle(properties, "w:tblHeader")))


def _stretch(rows: list[_Row]) -> None:
    """Let the first cell of a vertical merge span those that continue it, and take up what they hold."""
    above: dict[int, _Cell] = {}
    for row in rows:
        for cell in row.cells:
            first = above.get(cell.column)
            if cell.continues and first is not None:
                content = first.cell.content + cell.cell.content
                first.cell = replace(first.cell, rows=first.cell.rows + 1, content=content)
            else:
                cell.continues = False
                above[cell.column] = cell


def _number(text: str | None, otherwise: int) -> int:
    return min(max(whole(text, otherwise), otherwise), _MOST_COLUMNS)
