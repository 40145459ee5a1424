"""Workbooks as statements."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from typing import Literal

import pytest
from openpyxl import Workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.findings.finding import Severity
from pipeline.model.origin import CellOrigin, TextOrigin
from pipeline.model.statement import Amount, EmptyCell, RowRole, Scenario, Statement, TextCell
from tests.ingest.cases import CaseFolder
from tests.ingest.workbooks import repacked, simple_workbook, with_sheet_xml, workbook

Change = Callable[[Worksheet], object]


def give(case: CaseFolder, change: Change | None = None, book: Callable[[Workbook], object] | None = None) -> None:
    case.write("ekonomi.xlsx", workbook(change, book))


def put(address: str, value: str | float | date | None, form: str = "") -> Change:
    def change(sheet: Worksheet) -> None:
        sheet[address] = value
        if form:
            sheet[address].number_format = form

    return change


def statement(case: CaseFolder) -> Statement:
    return case.case().statements["resultat"]


def columns(case: CaseFolder, *specs: str) -> None:
    listed = "".join(f"      - {{{spec}}}\n" for spec in specs)
    case.replace("rapport.yaml", "    enhet: mnkr\n", f"    enhet: mnkr\n    kolumner:\n{listed}")


def test_a_sheet_becomes_a_statement_with_formulas_values_and_decimals(case: CaseFolder) -> None:
    read = statement(case)
    assert read.label_heading.value == "Post"
    assert [c.heading.value for c in read.columns] == ["Utfall", "Budget"]
    assert [(r.label.value, r.role) for r in read.rows] == [
        ("Intäkter", RowRole.ITEM),
        ("Kostnader", RowRole.ITEM),
        ("Summa", RowRole.SUM),
    ]
    assert read.rows[2].cells[0] == Amount(
        Decimal("2.1"), 1, CellOrigin("ekonomi.xlsx", "Resultat", "B4"), "SUM(B2:B3)"
    )
    assert read.rows[0].cells[0].origin == CellOrigin("ekonomi.xlsx", "Resultat", "B2")


def test_a_title_above_the_headings_and_empty_rows_are_passed_over(case: CaseFolder) -> None:
    def change(sheet: Worksheet) -> None:
        sheet.insert_rows(1, 2)
        sheet.insert_rows(5)
        sheet["A1"] = "Tabell 1"

    give(case, change)
    assert [row.label.value for row in statement(case).rows] == ["Intäkter", "Kostnader", "Summa"]


def test_line_breaks_in_headings_become_spaces(case: CaseFolder) -> None:
    give(case, put("B1", "Ut-\nfall"))
    case.replace("nyckeltal.yaml", "kolumn: Utfall", "kolumn: Ut- fall")
    assert statement(case).columns[0].heading.value == "Ut- fall"


def test_listed_columns_stand_in_the_listed_order(case: CaseFolder) -> None:
    columns(case, "rubrik: Budget, scenario: budget, tryckt: nej", "rubrik: Utfall, period: 2023-08")
    read = statement(case)
    assert [(c.heading.value, c.scenario, c.printed) for c in read.columns] == [
        ("Budget", Scenario.BUDGET, False),
        ("Utfall", None, True),
    ]
    first = read.rows[0].cells[0]
    assert isinstance(first, Amount)
    assert first.value == 12


def test_a_column_that_is_not_listed_is_kept_for_checks_and_named(case: CaseFolder) -> None:
    columns(case, "rubrik: Utfall")
    finding = case.only("ING306")
    assert '"Budget"' in finding.message
    value = case.run().value
    assert value is not None
    read = value[0].statements["resultat"].columns
    assert [(c.printed, c.listed) for c in read] == [(True, True), (False, False)]


def test_headings_below_a_title_with_a_unit_are_found_by_the_columns_that_are_listed(case: CaseFolder) -> None:
    def titled(sheet: Worksheet) -> None:
        sheet.insert_rows(1, 2)
        sheet["A1"], sheet["D1"], sheet["B2"], sheet["C2"] = "Resultat", "mnkr", "Jan–apr", "Helår"

    give(case, titled)
    columns(case, "rubrik: Utfall", "rubrik: Budget")
    case.write("nyckeltal.yaml", "nyckeltal: {a: {värde: 1}}\n")
    read = case.run().value
    assert read is not None
    table = read[0].statements["resultat"]
    assert [column.heading.value for column in table.columns] == ["Utfall", "Budget"]
    assert [row.label.value for row in table.rows] == ["Intäkter", "Kostnader", "Summa"]


def test_a_listed_column_that_is_missing_gets_a_suggestion(case: CaseFolder) -> None:
    columns(case, "rubrik: Utfall", "rubrik: Budgt", "rubrik: Budget")
    finding = case.only("ING305")
    assert '"Budgt"' in finding.message
    assert finding.help == 'menade du "Budget"?'


def test_a_sum_row_that_is_missing_gets_a_suggestion(case: CaseFolder) -> None:
    case.replace("rapport.yaml", "summarader: [Summa]", "summarader: [Suma]")
    assert case.only("ING308").help == 'menade du "Summa"?'


def test_a_missing_sheet_gets_a_suggestion(case: CaseFolder) -> None:
    case.replace("rapport.yaml", "blad: Resultat", "blad: Resultatt")
    finding = case.only("ING301")
    assert finding.help == 'menade du "Resultat"?'
    assert isinstance(finding.origins[0], TextOrigin)


def test_a_sheet_without_cells_is_an_error(case: CaseFolder) -> None:
    give(case, lambda sheet: sheet.delete_rows(1, 9))
    assert "är tomt" in case.only("ING303").message


def test_a_sheet_without_heading_row_is_an_error(case: CaseFolder) -> None:
    give(case, lambda sheet: sheet.delete_cols(2, 2))
    assert "rubrikrad" in case.only("ING303").message


def test_a_chart_sheet_is_no_table(case: CaseFolder) -> None:
    give(case, book=lambda book: book.create_chartsheet("Diagram"))
    case.replace("rapport.yaml", "blad: Resultat", "blad: Diagram")
    assert case.only("ING302").message.startswith('"Diagram"')


def test_a_column_without_heading_is_an_error(case: CaseFolder) -> None:
    give(case, put("E3", "anteckning"))
    finding = case.only("ING304")
    assert "kolumn E" in finding.message
    assert str(finding.origins[1]).endswith("E3")


def test_a_row_without_label_is_a_warning(case: CaseFolder) -> None:
    give(case, put("A3", None))
    assert case.only("ING307").excerpt == "-10,15 | -9,5"


def test_a_formula_without_stored_value_is_an_error(case: CaseFolder) -> None:
    give(case, put("B4", "=SUM(B2:B3)"))
    finding = case.only("ING320")  # and no word of the figure that is taken from the cell
    assert "B4 har formeln =SUM(B2:B3)" in finding.message
    assert finding.origins == (CellOrigin("ekonomi.xlsx", "Resultat", "B4"),)


def test_many_cells_with_one_fault_are_told_together_with_their_places(case: CaseFolder) -> None:
    def uncounted(sheet: Worksheet) -> None:
        for address in ("B2", "B3", "B4", "C2", "C3"):
            sheet[address] = "=1+1"

    give(case, uncounted)
    finding = case.only("ING320")
    assert "likadant är det i 4 celler till" in finding.message
    assert [str(each).rpartition("!")[2] for each in finding.origins] == ["B2", "C2", "B3", "C3", "B4"]


def test_headings_below_a_title_with_a_unit_are_found_by_what_they_stand_over(case: CaseFolder) -> None:
    def titled(sheet: Worksheet) -> None:
        sheet.insert_rows(1, 2)
        sheet["A1"], sheet["C1"] = "Resultat", "mnkr"

    give(case, titled)
    assert [column.heading.value for column in statement(case).columns] == ["Utfall", "Budget"]


def test_a_row_of_data_never_becomes_the_headings_because_one_is_missing(case: CaseFolder) -> None:
    give(case, put("B1", None))
    assert "ING304" in case.codes()


def test_a_note_below_the_table_is_told(case: CaseFolder) -> None:
    give(case, put("A6", "Källa: ekonomisystemet"))
    finding = case.only("ING309")
    assert '"Källa: ekonomisystemet"' in finding.message
    assert finding.origins == (CellOrigin("ekonomi.xlsx", "Resultat", "A6"),)


def test_a_heading_among_the_rows_is_no_note(case: CaseFolder) -> None:
    def headed(sheet: Worksheet) -> None:
        sheet.insert_rows(2)
        sheet["A2"] = "Verksamhet"

    give(case, headed)
    assert case.codes() == []


@pytest.mark.parametrize("error", ["#DIV/0!", "#REF!", "#N/A", "#VALUE!", "#NAME?"])
def test_an_error_value_is_an_error(case: CaseFolder, error: str) -> None:
    give(case, put("B2", error))
    assert error in case.only("ING321").message


def test_an_error_value_names_its_formula(case: CaseFolder) -> None:
    data = with_sheet_xml(
        simple_workbook(), b'<c r="C3" s="1"><v>-9.5</v></c>', b'<c r="C3" t="e"><f>B2/0</f><v>#DIV/0!</v></c>'
    )
    case.write("ekonomi.xlsx", data)
    assert "av formeln =B2/0" in case.only("ING321").message


def test_text_among_the_amounts_is_a_warning_and_kept(case: CaseFolder) -> None:
    give(case, put("C2", "Ny mätning hösten 2023"))
    finding = case.only("ING322")
    assert finding.severity is Severity.WARNING
    value = case.run().value
    assert value is not None
    cell = value[0].statements["resultat"].rows[0].cells[1]
    assert cell == TextCell("Ny mätning hösten 2023", CellOrigin("ekonomi.xlsx", "Resultat", "C2"))


def test_a_truth_value_among_the_amounts_is_a_warning(case: CaseFolder) -> None:
    give(case, put("C2", value=True))
    assert "SANT" in case.only("ING322").message


@pytest.mark.parametrize(
    ("text", "value", "decimals"),
    [("-1 234,5", "-1234.5", 1), ("−1\u00a0234,50", "-1234.50", 2), ("+7", "7", 0), ("–0,4", "-0.4", 1)],
)
def test_a_number_stored_as_text_is_read_with_a_note(case: CaseFolder, text: str, value: str, decimals: int) -> None:
    give(case, put("C2", text, "@"))
    assert case.only("ING323").severity is Severity.NOTE
    read = case.run().value
    assert read is not None
    cell = read[0].statements["resultat"].rows[0].cells[1]
    assert isinstance(cell, Amount)
    assert (cell.value, cell.decimals) == (Decimal(value), decimals)


def test_an_ambiguous_number_stored_as_text_is_an_error(case: CaseFolder) -> None:
    give(case, put("C2", "1.234"))
    assert "tusental eller decimaler" in case.only("ING324").message


def test_a_merged_cell_in_the_body_is_an_error(case: CaseFolder) -> None:
    give(case, lambda sheet: sheet.merge_cells("B2:C2"))
    finding = case.only("ING326")
    assert "B2:C2" in finding.message
    assert finding.excerpt == "Intäkter | 12,25"


def test_a_merged_title_above_the_table_is_none(case: CaseFolder) -> None:
    def change(sheet: Worksheet) -> None:
        sheet.insert_rows(1)
        sheet["A1"] = "Tabell 1"
        sheet.merge_cells("A1:C1")

    give(case, change)
    assert len(statement(case).rows) == 3


def test_a_hidden_row_is_an_error(case: CaseFolder) -> None:
    def change(sheet: Worksheet) -> None:
        sheet.row_dimensions[3].hidden = True

    give(case, change)
    assert 'rad 3 "Kostnader"' in case.only("ING327").message


def hide_budget(sheet: Worksheet) -> None:
    sheet.column_dimensions["C"].hidden = True


def test_a_hidden_column_is_an_error(case: CaseFolder) -> None:
    give(case, hide_budget)
    assert 'kolumn C "Budget"' in case.only("ING328").message


def test_a_hidden_column_that_is_not_printed_is_none(case: CaseFolder) -> None:
    give(case, hide_budget)
    columns(case, "rubrik: Utfall", "rubrik: Budget, tryckt: nej")
    assert len(statement(case).columns) == 2


@pytest.mark.parametrize("state", ["hidden", "veryHidden"])
def test_a_hidden_sheet_is_a_warning_and_read(case: CaseFolder, state: Literal["hidden", "veryHidden"]) -> None:
    def change(sheet: Worksheet) -> None:
        sheet.sheet_state = state

    give(case, change, lambda book: book.create_sheet("Annat"))
    assert case.only("ING329").severity is Severity.WARNING
    value = case.run().value
    assert value is not None
    assert "resultat" in value[0].statements


def test_the_1904_date_system_is_a_warning(case: CaseFolder) -> None:
    def change(book: Workbook) -> None:
        book.epoch = CALENDAR_MAC_1904

    give(case, book=change)
    case.only("ING330")


@pytest.mark.parametrize("value", [date(2023, 8, 31), datetime(2023, 8, 31, 12)])  # noqa: DTZ001 - Excel has no zones
def test_a_date_among_the_amounts_is_an_error(case: CaseFolder, value: date) -> None:
    give(case, put("C2", value))
    assert "C2 är ett datum" in case.only("ING325").message


def test_a_date_as_a_heading_is_an_error(case: CaseFolder) -> None:
    give(case, put("C1", date(2023, 8, 1), "mmm-yy"))
    assert "rubriken i C1" in case.only("ING325").message


def test_a_year_as_a_heading_is_text(case: CaseFolder) -> None:
    give(case, put("C1", 2023))
    assert statement(case).columns[1].heading.value == "2023"


def test_a_format_that_hides_thousands_is_an_error(case: CaseFolder) -> None:
    give(case, put("C2", 540_300_000, "#,##0.0,,"))
    assert "540300000" in case.only("ING332").message


def test_links_to_other_workbooks_are_a_note(case: CaseFolder) -> None:
    kind = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLink"
    link = b'<Relationship Id="rId99" Type="' + kind + b'" Target="externalLinks/externalLink1.xml"/></Relationships>'

    def change(name: str, content: bytes) -> bytes:
        return content.replace(b"</Relationships>", link) if name == "xl/_rels/workbook.xml.rels" else content

    case.write("ekonomi.xlsx", repacked(simple_workbook(), change))
    assert case.only("ING331").severity is Severity.NOTE


def test_a_shared_formula_is_moved_to_the_cell_that_shares_it(case: CaseFolder) -> None:
    data = with_sheet_xml(
        simple_workbook(),
        b'<c r="B4" s="1"><f>SUM(B2:B3)</f><v>2.1</v></c><c r="C4" s="1"><f>SUM(C2:C3)</f><v>2.5</v></c>',
        b'<c r="B4" s="1"><f t="shared" ref="B4:C4" si="0">SUM(B2:B$3)</f><v>2.1</v></c>'
        b'<c r="C4" s="1"><f t="shared" si="0"/><v>2.5</v></c>',
    )
    case.write("ekonomi.xlsx", data)
    cell = statement(case).rows[2].cells[1]
    assert isinstance(cell, Amount)
    assert cell.formula == "SUM(C2:C$3)"


def test_a_formula_that_gives_no_text_is_an_empty_cell(case: CaseFolder) -> None:
    data = with_sheet_xml(
        simple_workbook(), b'<c r="C3" s="1"><v>-9.5</v></c>', b'<c r="C3" t="str"><f>IF(1,"","")</f><v></v></c>'
    )
    case.write("ekonomi.xlsx", data)
    assert statement(case).rows[1].cells[1] == EmptyCell(CellOrigin("ekonomi.xlsx", "Resultat", "C3"))


def test_text_kept_in_the_cell_with_runs_is_joined(case: CaseFolder) -> None:
    rich = '<c r="A2" t="inlineStr"><is><r><t>Intä</t></r><r><t>kter</t></r><rPh><t>x</t></rPh></is></c>'
    case.write("ekonomi.xlsx", with_sheet_xml(simple_workbook(), b'<c r="A2" t="s"><v>3</v></c>', rich.encode()))
    assert statement(case).rows[0].label.value == "Intäkter"


def test_cells_without_address_stand_one_after_the_other(case: CaseFolder) -> None:
    data = with_sheet_xml(simple_workbook(), b'<c r="C3" s="1">', b'<c s="1">')
    case.write("ekonomi.xlsx", data)
    assert statement(case).rows[1].cells[1].origin == CellOrigin("ekonomi.xlsx", "Resultat", "C3")
