"""Tables to be made wrong: typed as text, read as the statements that a workbook would give."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from pipeline.findings.finding import Finding
from pipeline.model.origin import CellOrigin, Sourced
from pipeline.model.statement import (
    Amount,
    Column,
    EmptyCell,
    Row,
    RowRole,
    Scenario,
    Statement,
    StatementCell,
    TextCell,
)
from pipeline.validate import review
from tests.validate.cases import case, profile, said

# As a report prints it: one decimal, no formulas, the budget of the year left out.
PRINTED = """
Konto              | Utfall 2022 | Utfall 2023 | Budget 2023 | Avvikelse 2023 | Prognos | Avvikelse prognos
- Ersättning       | 307,7       | 327,9       | 327,9       | 0,0            | 491,9   | 0,0
- Övrigt           | 44,6        | 45,3        | 35,3        | 10,0           | 48,4    | -4,6
=Intäkter          | 352,3       | 373,3       | 363,3       | 10,0           | 540,3   | -4,6
- Personal         | -73,2       | -83,5       | -86,8       | 3,3            | -131,7  | 2,7
- Lokaler          | -4,5        | -4,5        | -4,3        | -0,2           | -6,5    | 0,0
- Köp              |             | 0,0         |             | 0,0            |         |
- Annat            | -244,3      | -272,5      | -268,8      | -3,7           | -400,1  | 3,9
=Kostnader         | -322,0      | -360,5      | -359,9      | -0,6           | -538,3  | 6,6
Finansnetto        | 0,0         | 0,0         |             | 0,0            |         |
==Resultat före    | 30,2        | 12,8        | 3,4         | 9,4            | 2,0     | 2,0
Överskott          |             | 3,1         |             | 3,1            | 4,6     | 4,6
==Resultat         | 30,2        | 15,9        | 3,4         | 12,5           | 6,6     | 6,6
"""
SCENARIOS = {
    "Utfall": Scenario.OUTCOME,
    "Budget": Scenario.BUDGET,
    "Avvikelse": Scenario.DEVIATION,
    "Prognos": Scenario.FORECAST,
}


def cell(text: str, address: str, formula: str = "") -> StatementCell:
    origin = CellOrigin("ekonomi.xlsx", "Blad", address)
    if not text:
        return EmptyCell(origin)
    try:
        value = Decimal(text.replace(",", ".").replace(" ", ""))
    except ArithmeticError:
        return TextCell(text, origin)
    return Amount(value, max(0, -int(value.as_tuple().exponent)), origin, formula)


def statement(text: str, name: str = "t", **known: object) -> Statement:
    """Return a typed table; ``=`` before a label makes a sum, ``==`` a result; ``45,3 ;C2-D2`` has a formula."""
    lines = [[part.strip() for part in line.split("|")] for line in text.strip().splitlines()]
    columns = tuple(_column(heading) for heading in lines[0][1:])
    rows = tuple(_row(line, number) for number, line in enumerate(lines[1:], start=2))
    made = Statement(name, "", said(lines[0][0]), columns, rows, CellOrigin("ekonomi.xlsx", "Blad"))
    return replace(made, **known)  # type: ignore[arg-type]


def _column(heading: str) -> Column:
    heading, _, period = heading.partition("@")
    scenario = SCENARIOS.get(heading.split(" ", maxsplit=1)[0]) if period else None
    return Column(said(heading.strip()), scenario, period)


def _row(line: list[str], number: int) -> Row:
    role = {0: RowRole.ITEM, 1: RowRole.SUM, 2: RowRole.RESULT}[len(line[0]) - len(line[0].lstrip("="))]
    cells = []
    for at, text in enumerate(line[1:]):
        shown, _, formula = text.partition(";")
        cells.append(cell(shown.strip(), f"{'BCDEFGHIJK'[at]}{number}", formula.strip()))
    place = CellOrigin("ekonomi.xlsx", "Blad", f"A{number}")
    return Row(Sourced(line[0].lstrip("="), place), role, tuple(cells))


def found(*statements: Statement) -> list[Finding]:
    """Return the findings about tables in an otherwise right case."""
    wrong = replace(case(), statements={each.id: each for each in statements}, figures={})
    return [
        each
        for each in review(wrong, profile()).findings
        if each.code.startswith(("VAL20", "VAL21", "VAL22", "VAL900"))
    ]
