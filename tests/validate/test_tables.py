"""Two tables, odd cells and the pace of the year."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.model.statement import SameRow, Scenario, Statement
from pipeline.validate.tables.formulas import CellAt, linear
from pipeline.validate.tables.months import Span, span_of
from tests.validate.cases import said
from tests.validate.tables import found, statement

UNITS = "Enhet | Avvikelse@2022 | Avvikelse@2023\nA | 1,25 | 4,0\nB | 2,5 | -1,37\n=Summa | 3,75 | 2,63"
ACCOUNTS = """
Konto | Avvikelse@2022 | Avvikelse@2023 | Budget@2023
X | 3,0 | 2,0 | 5,0
Y | 0,75 | 0,63 | 2,0
==Resultat | 3,75 | 2,63 | 7,0
"""
PART = "@2023-01–2023-08"
YEAR = f"Konto | Utfall{PART} | Budget{PART} | Budget@2023 | Prognos@2023 | Avvikelse{PART} | Avvikelse@2023\n"


def codes(*tables: Statement) -> list[str]:
    return [each.code for each in found(*tables) if each.code != "VAL213"]


def test_a_total_that_differs_between_two_tables_is_found_without_being_told() -> None:
    assert codes(statement(UNITS, "a"), statement(ACCOUNTS, "b")) == []
    assert "VAL209" in codes(statement(UNITS, "a"), statement(ACCOUNTS.replace("2,63", "2,36"), "b"))


def test_what_lika_says_is_held() -> None:
    same = SameRow(said("Summa"), said("b"), said("X"), Scenario.DEVIATION)
    wrong = [
        each for each in found(statement(UNITS, "a", same=(same,)), statement(ACCOUNTS, "b")) if each.code == "VAL210"
    ]
    assert wrong[0].message == "Summa Avvikelse är 3,75 men X Avvikelse är 3,00 (lika i rapport.yaml)"


@pytest.mark.parametrize("same", [("c", "X"), ("b", "Z"), ("u", "X")])
def test_what_lika_names_must_be_there(same: tuple[str, str]) -> None:
    first = statement(UNITS, "a", same=(SameRow(said("Summa"), said(same[0]), said(same[1])),))
    other = statement("Konto | Kol\nX | 1\nY | 2", "u")
    assert "VAL211" in codes(first, statement(ACCOUNTS, "b"), other)
    gone = statement(UNITS, "a", same=(SameRow(said("Nej"), said("b"), said("X")),))
    assert "VAL211" in codes(gone, statement(ACCOUNTS, "b"))


def test_a_cost_that_is_positive_in_one_column_is_found() -> None:
    text = "Konto | Utfall@2022 | Utfall@2023 | Budget@2023\nA | -73,2 | -83,5 | 86,8\nB | 5 | 6 | -700"
    (wrong,) = [each for each in found(statement(text)) if each.code == "VAL212"]
    assert wrong.message == "A Budget är 86,8 men A Utfall är −73,2"


def test_mixed_decimals_and_blanks_among_zeros_are_found() -> None:
    text = "Konto | Antal | Fler\nA | 1,5 | 0\nB | 2,5 | \nC | 2,55 | 1"
    assert [each.code for each in found(statement(text))] == ["VAL213", "VAL217", "VAL218"]


def test_a_budget_far_from_its_share_of_the_year_is_a_question() -> None:
    assert codes(statement(YEAR + "A | 60 | 60 | 120 | 120 | 0 | 0\nB | 80 | 80 | 120 | 120 | 0 | 0")) == ["VAL214"]


def test_a_forecast_that_the_pace_does_not_give_is_a_question() -> None:
    (wrong,) = found(statement(YEAR + "A | 80 | 80 | 120 | 90 | 0 | -30"))
    assert (wrong.code, "10,0 i månaden, men prognosen 90 ger 2,5" in wrong.message) == ("VAL215", True)


def test_a_deviation_that_turns_is_a_question_unless_the_text_names_the_row() -> None:
    text = YEAR + "Xyz | 88 | 80 | 120 | 110 | 8 | -10"
    assert codes(statement(text)) == ["VAL216"]
    assert codes(statement(text.replace("Xyz", "Intäkter"))) == []


@pytest.mark.parametrize(
    ("formula", "cells"),
    [
        ("SUM(B2:B3)", {(2, 2): 1, (3, 2): 1}),
        ("=B4+B9-2*C1", {(4, 2): 1, (9, 2): 1, (1, 3): -2}),
        ("-(A1-$B$2)/2", {(1, 1): -0.5, (2, 2): 0.5}),
        ("SUM(A1,A2;A3)", {(1, 1): 1, (2, 1): 1, (3, 1): 1}),
    ],
)
def test_a_formula_that_adds_is_read(formula: str, cells: dict[tuple[int, int], float]) -> None:
    read = linear(formula)
    assert read is not None
    assert read.factors == {CellAt("", *at): factor for at, factor in cells.items()}


@pytest.mark.parametrize("formula", ["IF(A1;1;2)", "A1*A2", "1/0*A1", "SUM(A1:A9999999)", "A1+", "(" * 99, "B2:B", ""])
def test_a_formula_that_does_not_add_is_left(formula: str) -> None:
    assert linear(formula) is None


def test_sheets_may_be_named_in_a_formula() -> None:
    read = linear("'Blad 1'!A1+Blad2!B2")
    assert read is not None
    assert {cell.sheet for cell in read.factors} == {"Blad 1", "Blad2"}


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("2023", Span(24276, 24287)),
        ("2023-08", Span(24283, 24283)),
        ("2023-01–2023-08", Span(24276, 24283)),
        ("2023-01--08", Span(24276, 24283)),
        ("delår 2", None),
        ("2023-08–2023-01", None),
    ],
)
def test_a_period_is_read_as_months(text: str, span: Span | None) -> None:
    assert span_of(text) == span


def test_a_table_a_hundred_times_as_long_is_checked() -> None:
    rows = "\n".join(f"R{n} | {n},1 | {n},2" for n in range(1200))
    assert "VAL201" not in codes(replace(statement("Konto | A | B\n" + rows), title="lång"))
