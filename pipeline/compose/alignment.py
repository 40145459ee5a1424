"""Rows and figures of a table: short tables stay on one page, and decimals stand below each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.compose.measure import Measure
from pipeline.compose.numbers import is_number
from pipeline.compose.xml import Element, element, insert_property, plain_text
from pipeline.ooxml.names import q

_SHORT = 16


def keep_short_tables(root: Element) -> None:
    """Keep the rows of each table of a few rows together, so that a single row never stands alone on a page."""
    for table in root.iter(q("w:tbl")):
        rows = table.findall(q("w:tr"))
        if len(rows) <= _SHORT:
            for row in rows[:-1]:
                for node in row.iter(q("w:p")):
                    insert_property(_settings(node), element("w:keepNext"))


def _settings(node: Element) -> Element:
    found = node.find(q("w:pPr"))
    if found is None:
        found = element("w:pPr")
        node.insert(0, found)
    return found


def align_decimals(table: Element, widths: Sequence[int], measure: Measure, decimal: str) -> None:
    """Set a decimal tab in each column whose numbers differ in their number of decimals.

    Numbers that have the same number of decimals are aligned by the right alignment of their style already.
    """
    margins = measure.cell_margins(table)
    for index, width in enumerate(widths[1:], start=1):
        cells = list(_column(table, index))
        texts = [text for text in (plain_text(cell).strip() for cell in cells) if text]
        fractions = {len(_fraction(text, decimal)) for text in texts}
        if len(fractions) > 1 and all(is_number(text) for text in texts):
            behind = max(measure.text(_fraction(text, decimal), cells[0]) for text in texts)
            _set_tabs(cells, round(width - margins - behind))


def _fraction(text: str, decimal: str) -> str:
    _, sign, rest = text.partition(decimal)
    return sign + rest


def _column(table: Element, index: int) -> Iterator[Element]:
    """Yield the body cells of a column, in rows without merged cells."""
    rows = table.findall(q("w:tr"))
    for row in rows[1:]:
        cells = row.findall(q("w:tc"))
        if len(cells) > index and row.find(f"{q('w:tc')}/{q('w:tcPr')}/{q('w:gridSpan')}") is None:
            yield cells[index]


def _set_tabs(cells: Sequence[Element], position: int) -> None:
    for cell in cells:
        for node in cell.iterfind(q("w:p")):
            settings = _settings(node)
            insert_property(settings, element("w:tabs", element("w:tab", val="decimal", pos=str(position))))
            insert_property(settings, element("w:jc", val="left"))
