"""Cells of workbooks: addresses, numbers, formats, held against openpyxl; and broken parts."""

from __future__ import annotations

import re
from decimal import Decimal
from io import BytesIO

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.ingest.excel.cells import StoredSheet, area_name, column_name, position
from pipeline.ingest.excel.formats import number_format
from pipeline.ingest.excel.statement import TableSpec, read_statement
from pipeline.ingest.excel.values import exact, words
from pipeline.ingest.excel.workbook import open_workbook
from pipeline.ingest.reporting import Reporter
from pipeline.model.origin import Sourced, TextOrigin
from tests.ingest.workbooks import repacked, simple_workbook, workbook


def test_binary_noise_is_rounded_off_at_fifteen_digits() -> None:
    assert exact("540.29999999999995") == Decimal("540.3")
    assert exact("0.1") == Decimal("0.1")
    assert exact("1E+20") == Decimal("100000000000000000000")
    assert exact("nan") is None
    assert exact("abc") is None


@given(st.decimals(-(10**9), 10**9, places=4, allow_nan=False))
def test_a_decimal_survives_being_stored_as_a_binary_fraction(value: Decimal) -> None:
    assert exact(repr(float(value))) == value


@pytest.mark.parametrize(
    ("code", "value", "decimals"),
    [
        ("General", "1.5", 1),
        ("General", "1.23456", 2),
        ("General", "3", 0),
        ("0", "1.5", 0),
        ("0.0", "1", 1),
        ("#,##0.00", "1234.5", 2),
        ("0.##", "1.5", 1),
        ("0.0#", "1", 1),
        ('0.0" mnkr"', "1", 1),
        ('[Red]-#,##0.0;"x.yz"0', "1", 1),
        ("0.0%", "0.0205", 1),
        ("_-* #,##0.0_-;-* #,##0.0_-", "7", 1),
    ],
)
def test_the_decimals_are_those_the_sheet_shows(code: str, value: str, decimals: int) -> None:
    assert number_format(164, code).decimals(Decimal(value)) == decimals


@pytest.mark.parametrize("code", ["yyyy-mm-dd", "[$-41D]d mmm yyyy", "h:mm", "[h]:mm:ss"])
def test_a_date_format_is_known_as_one(code: str) -> None:
    assert number_format(164, code).date


@pytest.mark.parametrize("code", ["General", "0.0", '0 "dagar"', "[Red]0", "#,##0", "0.0%", "@", "0E+00"])
def test_other_formats_are_none(code: str) -> None:
    found = number_format(164, code)
    assert not found.date
    assert not found.scaled


def test_the_built_in_date_formats_are_dates() -> None:
    assert all(number_format(number, "").date for number in (14, 22, 45, 47))
    assert not number_format(4, "").date


@given(st.integers(1, 16_384), st.integers(1, 1_048_576))
def test_an_address_leads_back_to_its_position(column: int, row: int) -> None:
    assert position(f"{column_name(column)}{row}") == (row, column)
    assert area_name((row, column, row, column)).startswith(column_name(column))


@given(st.text(max_size=6))
def test_any_text_is_an_address_or_none(text: str) -> None:
    found = position(text)
    assert found is None or found[0] >= 1


def read_sheet(data: bytes) -> StoredSheet:
    report = Reporter()
    book = open_workbook(data, "a.xlsx", report)
    assert book is not None
    sheet = book.sheet("Resultat", TextOrigin("a"))
    assert sheet is not None
    return sheet


CELLS: st.SearchStrategy[str | float | None] = st.one_of(
    st.none(), st.integers(-(10**6), 10**6), st.text("abåäö 1,.-<&\"'", max_size=6), st.floats(-1e6, 1e6)
)


@given(st.lists(st.lists(CELLS, max_size=4), max_size=5))
def test_cells_are_what_openpyxl_reads(rows: list[list[str | float | None]]) -> None:
    def fill(sheet: Worksheet) -> None:
        sheet.delete_rows(1, 9)
        for number, row in enumerate(rows, 1):
            for column, value in enumerate(row, 1):
                sheet.cell(number, column, value)

    data = workbook(fill)
    ours = {(c.row, c.column): c for c in read_sheet(data).cells.values()}
    for row in openpyxl.load_workbook(BytesIO(data), data_only=True)["Resultat"].iter_rows():
        for cell in row:
            found = ours.get((int(cell.row or 0), int(cell.column or 0)))
            if isinstance(cell.value, int | float):
                assert found is not None
                assert float(found.text) == float(cell.value)
            elif found is None:
                assert not str(cell.value or "").strip()
            else:
                assert words(found) == " ".join(str(cell.value).split())


ATTRIBUTE = re.compile(rb'="([^"]*)"')
NONSENSE = st.sampled_from([b"", b"x", b"-1", "²".encode(), b"99999999999", b"1.5", b"A0", b"#"])


@given(
    st.integers(0, 10**6), NONSENSE, st.sampled_from(["xl/worksheets/sheet1.xml", "xl/styles.xml", "xl/workbook.xml"])
)
def test_an_attribute_that_says_nonsense_never_stops_the_reader(pick: int, nonsense: bytes, part: str) -> None:
    def change(name: str, content: bytes) -> bytes:
        if name != part:
            return content
        places = list(ATTRIBUTE.finditer(content))
        found = places[pick % len(places)]
        return content[: found.start(1)] + nonsense + content[found.end(1) :]

    report = Reporter()
    book = open_workbook(repacked(simple_workbook(), change), "a.xlsx", report)
    here = TextOrigin("a")
    for name in book.sheet_names if book else []:
        sheet = book.sheet(name, here) if book else None
        if sheet is not None:
            read_statement(sheet, TableSpec("t", Sourced(name, here), here), "a.xlsx", report)
