"""The XML of a sheet: cells, merged ranges, hidden rows and columns (ECMA-376 part 1, 18.3)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from lxml import etree

from pipeline.ingest.attributes import whole
from pipeline.ingest.excel.cells import GENERAL, CellKind, StoredCell, StoredSheet, area, column_name, position
from pipeline.ingest.excel.formats import NumberFormat
from pipeline.ingest.excel.formulas import moved

_KINDS = {
    "n": CellKind.NUMBER,
    "s": CellKind.TEXT,
    "str": CellKind.TEXT,
    "inlineStr": CellKind.TEXT,
    "b": CellKind.BOOLEAN,
    "e": CellKind.ERROR,
    "d": CellKind.DATE,
}
_MAX_COLUMN = 16_384


def rich_text(node: etree._Element) -> str:
    """Return the text of a string item, runs joined, without phonetic guides."""
    texts = (t for t in node.iter("{*}t") if not any(etree.QName(a).localname == "rPh" for a in t.iterancestors()))
    return "".join(t.text or "" for t in texts)


def read_sheet(
    root: etree._Element, sheet: StoredSheet, strings: Sequence[str], formats: Sequence[NumberFormat]
) -> StoredSheet:
    """Fill a sheet from its part and return it."""
    sheet.merged = [found for node in root.iter("{*}mergeCell") if (found := area(node.get("ref", "")))]
    for node in root.findall("{*}cols/{*}col"):
        if _true(node.get("hidden")):
            last = min(whole(node.get("max"), 0), _MAX_COLUMN)
            sheet.hidden_columns.update(range(whole(node.get("min"), 1), last + 1))
    data = root.find("{*}sheetData")
    if data is not None:
        reader = _Cells(strings, formats)
        for number, row in _rows(data):
            if _true(row.get("hidden")):
                sheet.hidden_rows.add(number)
            for cell in reader.read(row, number):
                sheet.cells[cell.row, cell.column] = cell
    return sheet


def _true(text: str | None) -> bool:
    return text in ("1", "true")


def _rows(data: etree._Element) -> Iterator[tuple[int, etree._Element]]:
    number = 0
    for row in data.iterchildren("{*}row"):
        number = whole(row.get("r"), number + 1)
        yield number, row


@dataclass
class _Cells:
    strings: Sequence[str]
    formats: Sequence[NumberFormat]
    shared: dict[str, tuple[str, str]] = field(default_factory=dict)

    def read(self, row: etree._Element, number: int) -> Iterator[StoredCell]:
        column = 0
        for node in row.iterchildren("{*}c"):
            at = position(node.get("r", ""))
            column = at[1] if at else column + 1
            formula = node.find("{*}f")
            kind = _KINDS.get(node.get("t", "n"), CellKind.TEXT)
            cell = StoredCell(
                number,
                column,
                kind,
                self._text(node),
                "" if formula is None else self._formula(formula, f"{column_name(column)}{number}"),
                formula is not None,
                self._format(node),
            )
            if cell.filled:
                yield cell

    def _text(self, node: etree._Element) -> str:
        if node.get("t") == "inlineStr":
            inline = node.find("{*}is")
            return "" if inline is None else rich_text(inline)
        value = node.findtext("{*}v") or ""
        if node.get("t") == "s":
            index = whole(value, -1)
            return self.strings[index] if 0 <= index < len(self.strings) else ""
        return value

    def _format(self, node: etree._Element) -> NumberFormat:
        index = whole(node.get("s"), 0)
        return self.formats[index] if index < len(self.formats) else GENERAL

    def _formula(self, node: etree._Element, cell: str) -> str:
        text = (node.text or "").strip()
        index = node.get("si", "")
        if node.get("t") != "shared":
            return text
        if text:
            self.shared[index] = (text, cell)
            return text
        if index not in self.shared:
            return ""
        formula, origin = self.shared[index]
        return moved(formula, origin, cell)
