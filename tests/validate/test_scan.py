"""The recogniser: every way of writing a number, and what merely looks like one."""

from __future__ import annotations

import pytest

from pipeline.validate.numbers.mention import Kind
from pipeline.validate.numbers.scan import scan
from pipeline.validate.numbers.words import value_of


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("12 000", "12000 "),
        ("12\u00a0000 kronor", "12000 kr"),
        ("12\u202f345\u202f678 kr", "12345678 kr"),
        ("12.000 kronor", "12000 kr"),
        ("15,9 miljoner kronor", "15900000 kr"),
        ("+6,6 mnkr", "6600000 kr"),
        ("\u22120,4 mnkr", "-400000 kr"),
        ("- 3 tkr", "-3000 kr"),
        ("2,0 procent", "2.0 %"),
        ("79 %", "79 %"),
        ("85%", "85 %"),
        ("5 procentenheter", "5 procentenheter"),
        ("48.2 år", "48.2 år"),
        ("224kW", "224 kw"),
        ("2 miljarder kronor", "2000000000 kr"),
        ("tolv personer", "12 personer"),
        ("tjugofem nya elever", "25 elever"),
        ("två hundra bostäder", "200 bostäder"),
        ("13 av åtagandena", "13 åtagandena"),
        ("2000 personer", "2000 personer"),
    ],
)
def test_a_number_is_read_with_its_unit(text: str, number: str) -> None:
    (mention,) = scan(f"Det är {text}.")
    value = mention.unit.base(mention.value)
    assert f"{value:f} {mention.unit.family or mention.unit.noun}" == number


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("2024–2027", Kind.YEAR),
        ("2023", Kind.YEAR),
        ("årsskiftet 24/25", Kind.YEAR),
        ("18 februari 2019", Kind.DATE),
        ("augusti 2022", Kind.DATE),
        ("2023-08-31", Kind.DATE),
        ("24/12", Kind.DATE),
        ("kl. 9.00–15.30", Kind.TIME),
        ("2018:597", Kind.REFERENCE),
        ("KS/2023:288", Kind.REFERENCE),
        ("3 kap. 2 §", Kind.REFERENCE),
        ("sidan 12", Kind.REFERENCE),
        ("Delår 2", Kind.REFERENCE),
        ("fastigheten 1:13", Kind.REFERENCE),
        ("016-710 10 00", Kind.CONTACT),
        ("ks1@example.se", Kind.CONTACT),
        ("Agenda 2030", Kind.NAME),
        ("covid-19", Kind.NAME),
        ("F19", Kind.NAME),
        ("15-åringar", Kind.NAME),
        ("3:e", Kind.ORDINAL),
        ("hälften", Kind.FRACTION),
    ],
)
def test_what_only_looks_like_a_number_is_told_apart(text: str, kind: Kind) -> None:
    assert [mention.kind for mention in scan(f"Det gäller {text} här.")] == [kind]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("fas 2 och 3,5 mnkr", ["fas 2", "3,5 mnkr"]),
        ("etapp 1, 12 000 kronor", ["etapp 1", "12 000 kronor"]),
        ("tertial 1 och 3 mnkr", ["tertial 1", "3 mnkr"]),
        ("årskurs 9 och 12 elever", ["årskurs 9", "12"]),
        ("fas 2 och 3", ["fas 2 och 3"]),
        ("sidorna 3, 4 och 12", ["sidorna 3, 4 och 12"]),
        ("avsnitt 2.1 och 3.4", ["avsnitt 2.1 och 3.4"]),
        ("årskurs 7–9 elever", ["årskurs 7–9"]),
        ("delår 2, 2023", ["delår 2, 2023"]),
    ],
)
def test_a_list_of_labels_ends_where_a_number_has_a_unit_of_its_own(text: str, told: list[str]) -> None:
    assert [each.text for each in scan(f"Det gäller {text} här.")] == told


def test_one_of_seven_is_two_numbers_and_one_is_none() -> None:
    assert [int(each.value) for each in scan("En av sju avdelningar har en prognos.")] == [1, 7]


def test_a_range_has_one_unit() -> None:
    assert [each.unit.family for each in scan("mellan 12–15 procent")] == ["%", "%"]


@pytest.mark.parametrize(("words", "value"), [("etthundratjugofem", 125), ("tvåtusen", 2000), ("nittionio", 99)])
def test_numbers_in_words(words: str, value: int) -> None:
    assert value_of(words) == value
    assert value_of(f"{words}x") is None


def test_a_long_line_of_digits_is_read_in_time() -> None:
    assert scan("1 " * 3000 + "1" * 3000 + "-" * 3000 + "a1" * 3000)
