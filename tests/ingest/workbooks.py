"""Workbooks for tests: written by XlsxWriter, or by openpyxl where a fault is wanted that XlsxWriter will not make."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from io import BytesIO

import xlsxwriter
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

ROWS = (("Post", "Utfall", "Budget"), ("Intäkter", 12.25, 12.0), ("Kostnader", -10.15, -9.5))


def simple_workbook() -> bytes:
    """Return a workbook with one table: three rows, sums as formulas with stored values."""
    buffer = BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True})
    sheet = book.add_worksheet("Resultat")
    form = book.add_format({"num_format": "#,##0.0"})
    for row, cells in enumerate(ROWS):
        for column, value in enumerate(cells):
            sheet.write(row, column, value, form if row and column else None)
    sheet.write(3, 0, "Summa")
    sheet.write_formula(3, 1, "=SUM(B2:B3)", form, 2.1)
    sheet.write_formula(3, 2, "=SUM(C2:C3)", form, 2.5)
    book.close()
    return buffer.getvalue()


def workbook(
    change: Callable[[Worksheet], object] | None = None, book_change: Callable[[Workbook], object] | None = None
) -> bytes:
    """Return the same table without formulas, changed by a test."""
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = "Resultat"
    for cells in (*ROWS, ("Summa", 2.1, 2.5)):
        sheet.append(list(cells))
    if change:
        change(sheet)
    if book_change:
        book_change(book)
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def repacked(data: bytes, change: Callable[[str, bytes], bytes | None], extra: dict[str, bytes] | None = None) -> bytes:
    """Return a package with its parts changed, left out where ``change`` gives None, and others added."""
    buffer = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = change(name, old.read(name))
            if content is not None:
                new.writestr(name, content)
        for name, content in (extra or {}).items():
            new.writestr(name, content)
    return buffer.getvalue()


def with_sheet_xml(data: bytes, old: bytes, new: bytes) -> bytes:
    """Return a workbook with the XML of its first sheet changed."""

    def change(name: str, content: bytes) -> bytes:
        if name != "xl/worksheets/sheet1.xml":
            return content
        assert old in content, content
        return content.replace(old, new)

    return repacked(data, change)
