"""Totals, differences and formulas: what holds within rounding passes, any other amount is found."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from pipeline.model.statement import Amount, EmptyCell, Row, Statement, StatementCell, TextCell
from tests.validate.cases import said
from tests.validate.tables import PRINTED, found, statement

RIGHT = statement(PRINTED)
PERIODS = "Konto | Utfall@2023 | Budget@2023 | Avvikelse@2023\n"


def arithmetic(*tables: Statement) -> list[str]:
    return [each.code for each in found(*tables) if each.code < "VAL209"]


def changed(table: Statement, row: int, column: int, value: Decimal) -> Statement:
    cells = list(table.rows[row].cells)
    old = cells[column]
    assert isinstance(old, Amount)
    cells[column] = replace(old, value=value)
    rows: list[Row] = list(table.rows)
    rows[row] = replace(rows[row], cells=tuple(cells))
    return replace(table, rows=tuple(rows))


def amounts(table: Statement) -> list[tuple[int, int, Decimal]]:
    return [
        (r, c, cell.value)
        for r, row in enumerate(table.rows)
        for c, cell in enumerate(row.cells)
        if isinstance(cell, Amount)
    ]


def test_a_rounded_table_without_formulas_or_scenarios_passes() -> None:
    assert arithmetic(RIGHT) == []


@pytest.mark.parametrize(("row", "column", "value"), [each for each in amounts(RIGHT) if abs(each[2]) >= 1])
def test_a_digit_a_sign_or_a_decimal_changed_in_a_rounded_table_is_found(row: int, column: int, value: Decimal) -> None:
    for wrong in (-value, value * 10, value + 1 if abs(value) < 10 else value + 10):
        assert arithmetic(changed(RIGHT, row, column, wrong)), wrong


def test_the_message_has_both_sides_and_the_place_of_each_amount() -> None:
    text = "Konto | Utfall 2023 | Utfall 2022 \nA | 540,3 | 1,0 \nB | 9,6 | 2,0 \n=Summa | 594,9 | 3,0"
    (wrong,) = found(statement(text))
    assert wrong.code == "VAL201"
    assert wrong.message == "Summa Utfall 2023: 540,3 + 9,6 = 549,9 men i cellen står 594,9 (radernas ordning)"
    assert [str(each) for each in wrong.origins] == [f"ekonomi.xlsx!Blad!{cell}" for cell in ("B4", "B2", "B3")]
    assert wrong.excerpt == "Summa | 594,9 | 3,0"


def test_costs_may_be_positive() -> None:
    rows = ("X | 60 | 50 | 10", "Y | 40 | 40 | 0", "=Intäkter | 100 | 90 | 10")
    costs = ("A | 30 | 20 | -10", "B | 25 | 25 | 0", "=Kostnader | 55 | 45 | -10")
    text = PERIODS + "\n".join((*rows, *costs))
    more = "\nC | 1 | 3 | 2 \n==Resultat | 44 | 42 | 2"
    assert arithmetic(statement(text + more)) == []
    assert arithmetic(statement(text + more.replace("44", "54"))) == ["VAL201", "VAL203"]


def test_the_case_may_say_which_rows_a_total_sums() -> None:
    text = "Mnkr | Utfall | Budget \nA | 1 | 2 \nvarav a | 1 | 1 \nB | 5 | 6 \nC | 7 | 8 \n=Totalt | 8 | 37"
    says = {"Totalt": (said("A"), said("C"))}
    (wrong,) = found(statement(text, sums=says))
    assert "Totalt Budget: 2 + 8 = 10 men i cellen står 37 (summor i rapport.yaml)" in wrong.message
    assert arithmetic(statement(text)) == ["VAL205"]


def test_a_stored_value_that_its_formula_does_not_give_is_found_to_the_last_decimal() -> None:
    text = "Mnkr | Utfall | Budget \nA | 1,234 | 2 \nB | 5,100 | 6 \nKvot | 6,335 ;B2+B3 | 3 ;C3/2"
    (wrong,) = found(statement(text))
    assert (wrong.code, wrong.message) == (
        "VAL204",
        "Kvot Utfall: 1,234 + 5,100 = 6,334 men i cellen står 6,335 (formeln =B2+B3)",
    )


def test_a_formula_that_leaves_a_row_out_is_found() -> None:
    text = "Mnkr | X | Y | Z \nA | 1 | 1 | 1 \nB | 2 | 2 | 2 \n=S | 3 ;SUM(B2:B3) | 2 ;SUM(C3:C3) | 3 ;SUM(D2:D3)"
    assert "VAL207" in arithmetic(statement(text))


def test_one_of_the_last_decimals_is_a_note_where_all_else_is_exact() -> None:
    text = "Mnkr | X | Y | Z | Å\nA | 1,1 | 1 | 1 | 3\nB | 2,2 | 2 | 2 | 4\n=S | 3,4 | 3 | 3 | 7"
    assert arithmetic(statement(text)) == ["VAL202"]


def test_a_column_that_is_not_the_difference_of_its_columns_is_told_once() -> None:
    text = PERIODS + "A | 10 | 4 | 1\nB | 20 | 3 | 1\nC | 30 | 2 | 1\nD | 40 | 1 | 39"
    assert arithmetic(statement(text)) == ["VAL206"]


def test_a_row_that_stands_twice_is_found() -> None:
    assert "VAL208" in arithmetic(replace(RIGHT, rows=(RIGHT.rows[0], *RIGHT.rows)))


def test_shares_are_not_summed() -> None:
    text = "Enhet | Antal | Andel % | Kostnad\nA | 10 | 40 | 3\nB | 15 | 60 | 4\n=Totalt | 25 | 50 | 7"
    assert arithmetic(statement(text)) == []


def test_the_total_of_a_column_of_workings_that_the_case_does_not_list_is_not_expected() -> None:
    table = statement("Konto | Utfall 2023 | Kontroll\nA | 1 | 1\nB | 2 |\n=Summa | 3 ;B2+B3 |")
    beside = replace(table.columns[1], printed=False, listed=False)
    assert "VAL201" in arithmetic(table)
    assert [each.code for each in found(replace(table, columns=(table.columns[0], beside)))] == []


def test_nothing_is_said_of_what_a_cell_that_could_not_be_read_is_part_of() -> None:
    table = statement("Konto | Utfall 2023\nA | 1\nB | 2\nC | 4\n=Summa | 7 ;B2+B3+B4")
    first, second, *others = table.rows
    origin = second.cells[0].origin

    def told(cell: StatementCell) -> list[str]:
        return arithmetic(replace(table, rows=(first, replace(second, cells=(cell,)), *others)))

    assert told(EmptyCell(origin))
    assert told(EmptyCell(origin, unread=True)) == []
    assert told(TextCell("#REF!", origin, unread=True)) == []
