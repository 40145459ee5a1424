"""Where a case prints a number, and where the number comes from."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.cli.trace import Printed, trace
from pipeline.cli.typed_number import read_typed
from pipeline.model.case import Case
from pipeline.model.origin import Sourced
from pipeline.model.printing import format_number
from pipeline.model.profile import NumberStyle
from pipeline.model.prose import FigureReference, ItemList, Paragraph, Prose, Strong, Text
from pipeline.model.report import Indicator, IndicatorsPart, Undertaking, UndertakingsPart
from tests.validate.cases import HERE, THERE, case, prose, said, section


def found(number: str, within: Case | None = None) -> list[Printed]:
    sought = read_typed(number)
    assert sought is not None
    return list(trace(within or case(), sought))


@pytest.mark.parametrize("number", ["15,9", "-15,9", "−15,9", "–15,90", "15.9"])
def test_a_figure_in_prose_is_followed_by_way_of_its_name_to_its_cell(number: str) -> None:
    (printed,) = [each for each in found(number) if each.figure]
    assert printed.place == ("bilaga", "Sammanfattning")
    assert str(printed.source) == "ekonomi.xlsx!Blad!B3"
    assert printed.quoted_at == HERE


def test_a_plus_that_is_typed_does_not_find_the_negative_number() -> None:
    assert found("+15,9") == []


def test_a_table_prints_its_cells_with_their_own_decimals_by_row_and_column() -> None:
    (printed,) = found("15,93")
    assert printed.place == ("bilaga", "Området", "Resultaträkning", "Resultat", "Utfall")
    assert str(printed.source) == "ekonomi.xlsx!Blad!B3"


def test_a_column_that_is_not_printed_is_not_found() -> None:
    assert found("500") == []


def test_a_number_typed_in_prose_has_the_line_for_its_source() -> None:
    typed = [each for each in found("540,3") if not str(each.source).startswith("ekonomi")]
    assert [each.place for each in typed] == [("beslut", "Ärendebeskrivning")]


def test_numbers_deep_in_prose_are_found() -> None:
    inner = (Paragraph((Strong((Text("minst 12 000 kronor"),)),), HERE),)
    nested = Prose(
        (ItemList(ordered=False, items=((ItemList(ordered=True, items=(inner,), origin=HERE),),), origin=HERE),), HERE
    )
    assert len(found("12 000", replace(case(), decision_points=(nested,)))) == 1


def test_a_reference_with_decimals_of_its_own_is_sought_as_it_prints() -> None:
    quoted = replace(case(), decision_points=(prose(FigureReference("resultat", HERE, decimals=0)),))
    assert [each.place for each in found("16", quoted)] == [("beslut", "§ 1")]


def test_indicators_and_completion_are_found_where_they_were_typed() -> None:
    undertaking = Undertaking(said("a"), said("Åtagandet"), said("klart"), Sourced(80, THERE), THERE)
    indicator = Indicator(said("i"), said("Frånvaro"), (said("1,9%", 7), said("Ny mätning 2024")), HERE)
    parts = (
        UndertakingsPart(said("Åtaganden"), (undertaking,)),
        IndicatorsPart(said("Indikatorer"), said("Indikator"), (said("2022"), said("2023")), (indicator,)),
    )
    whole = case()
    with_parts = replace(whole, report=replace(whole.report, sections=(section("A", *parts),)))
    assert [each.place[-1] for each in found("80 %", with_parts)] == ["Åtagandet"]
    (printed,) = found("1,9", with_parts)
    assert (printed.place[-2:], str(printed.source)) == (("Frånvaro", "2022"), "arende.yaml:7:1")


def test_a_number_with_a_unit_is_found_in_other_units_of_its_family() -> None:
    points = tuple(prose(text) for text in ("kostar 15 930 tkr", "kostar 15,93 miljoner kronor", "ger 15,93 procent"))
    within = replace(case(), decision_points=points, statements={}, figures={})
    assert [each.place[-1] for each in found("15,93 mnkr", within)] == ["§ 1", "§ 2"]
    assert [each.place[-1] for each in found("15,9 mnkr", within)] == ["§ 1", "§ 2"]
    assert [each.place[-1] for each in found("15,93", within)] == ["§ 2", "§ 3"]


def test_a_number_in_words_is_found_and_a_typed_one_says_which_value_it_may_be() -> None:
    within = replace(case(), decision_points=(prose("Resultatet är -15,93 och tolv personer."),))
    assert [each.place[-1] for each in found("12", within)] == ["§ 1"]
    (typed,) = [each for each in found("15,93", within) if each.like]
    assert str(typed.like[0].origin) == "ekonomi.xlsx!Blad!B3"


@pytest.mark.parametrize("text", ["", "femton", "1,2,3", "12 00", "--3", "1e5", "NaN", "½"])
def test_what_is_no_number_is_not_read_as_one(text: str) -> None:
    assert read_typed(text) is None


amounts = st.decimals(-(10**9), 10**9, allow_nan=False, allow_infinity=False, places=4)


@given(amounts, st.integers(0, 4))
def test_a_number_is_found_as_it_is_printed(value: Decimal, decimals: int) -> None:
    typed = read_typed(format_number(value, decimals, NumberStyle()))
    assert typed is not None
    assert typed.is_printed_as(value, decimals)


@given(st.text(max_size=40))
def test_any_text_is_either_a_number_or_not(text: str) -> None:
    read_typed(text)
