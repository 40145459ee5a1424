"""Write the workbook that a new case starts with: a small table whose sums are formulas with their values stored."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import xlsxwriter

TARGET = Path(__file__).parents[1] / "pipeline" / "cli" / "newcase" / "ekonomi.xlsx"
LABELS = ("Intäkter", "Kostnader")
COLUMNS = {"Utfall": (1250.0, -1190.5), "Budget": (1300.0, -1300.0)}


def main() -> None:
    """Write the workbook."""
    with xlsxwriter.Workbook(TARGET) as book:
        book.set_properties({"created": datetime(2000, 1, 1, tzinfo=UTC)})
        number = book.add_format({"num_format": "#,##0.0"})
        sheet = book.add_worksheet("Exempel")
        sheet.set_column(0, 0, 24)
        sheet.write_column(0, 0, ("Tkr", *LABELS, "Summa"))
        for column, (heading, values) in enumerate(COLUMNS.items(), start=1):
            letter = "ABC"[column]
            sheet.write(0, column, heading)
            sheet.write_column(1, column, values, number)
            sheet.write_formula(3, column, f"=SUM({letter}2:{letter}3)", number, sum(values))


if __name__ == "__main__":
    main()
