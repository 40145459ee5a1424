"""The recogniser on the language of other boards: what is a number, with its sign and unit, and what is none."""

from __future__ import annotations

from decimal import Decimal

import pytest

from pipeline.validate.numbers.mention import Kind
from pipeline.validate.numbers.scan import masked, scan
from tests.validate.test_prose_numbers import found


def numbers(text: str) -> list[str]:
    """Return the numbers of a sentence, each in the base of its unit."""
    found = [each for each in scan(f"Det var {text} i år.") if each.kind is Kind.NUMBER]
    return [f"{each.unit.base(each.value):f} {each.unit.family or each.unit.noun}".strip() for each in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("drygt 12 miljoner kronor", ["12000000 kr"]),
        ("knappt en miljon kronor", ["1000000 kr"]),
        ("−3,2 mnkr", ["-3200000 kr"]),
        ("minus 3,2 miljoner kronor", ["-3200000 kr"]),
        ("plus 4,5 mnkr", ["4500000 kr"]),
        ("–4,6 mnkr", ["-4600000 kr"]),
        ("1 234 tkr", ["1234000 kr"]),
        ("12,5 mdkr", ["12500000000 kr"]),
        ("SEK 12 000", ["12000 kr"]),
        ("tkr 450", ["450000 kr"]),
        ("12 tkr–15 tkr", ["12000 kr", "15000 kr"]),
        ("0,5 procentenheter", ["0.5 procentenheter"]),
        ("5 %-enheter", ["5 procentenheter"]),
        ("3–5 procent", ["3 %", "5 %"]),
        ("från 12 till 15 procent", ["12 %", "15 %"]),
        ("mellan 12 och 15 elever", ["12 elever", "15 elever"]),
        ("12–15 elever", ["12 elever", "15 elever"]),
        ("tre av fyra", ["3", "4"]),
        ("3 av 4 skolor", ["3", "4 skolor"]),
        ("8,5 årsarbetare", ["8.5 årsarbetare"]),
        ("3,2miljoner kronor", ["3200000 kr"]),
        ("100.000 kr", ["100000 kr"]),
        ("tjugotre procent", ["23 %"]),
        ("2019 elever", ["2019 elever"]),
    ],
)
def test_a_number_of_any_board_is_read_with_sign_and_unit(text: str, expected: list[str]) -> None:
    assert numbers(text) == expected


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("2023/24", Kind.YEAR),
        ("läsåret 2023/2024", Kind.YEAR),
        ("kl. 9.00", Kind.TIME),
        ("kl 9–15", Kind.TIME),
        ("klockan 14:30", Kind.TIME),
        ("§ 12", Kind.REFERENCE),
        ("§§ 12–14", Kind.REFERENCE),
        ("SFS 2018:597", Kind.REFERENCE),
        ("prop. 2023/24:1", Kind.REFERENCE),
        ("dnr 2024/12", Kind.REFERENCE),
        ("diarienummer BUN 2024-117", Kind.REFERENCE),
        ("KS 2024/00123", Kind.REFERENCE),
        ("19 kap. 2 §", Kind.REFERENCE),
        ("punkt 3.2", Kind.REFERENCE),
        ("avsnitt 4.1.2", Kind.REFERENCE),
        ("s. 14", Kind.REFERENCE),
        ("v. 36", Kind.REFERENCE),
        ("rum 312", Kind.REFERENCE),
        ("årskurs 7–9", Kind.REFERENCE),
        ("fastigheten Ekeby 2:14", Kind.REFERENCE),
        ("den 3 maj", Kind.DATE),
        ("3 maj 2024", Kind.DATE),
        ("1–15 september", Kind.DATE),
        ("3/5", Kind.DATE),
        ("03/05/2024", Kind.DATE),
        ("2024-05-03", Kind.DATE),
        ("016-710 10 00", Kind.CONTACT),
        ("070-123 45 67", Kind.CONTACT),
        ("+46 70 123 45 67", Kind.CONTACT),
        ("0701234567", Kind.CONTACT),
        ("bankgiro 123-4567", Kind.CONTACT),
        ("633 42 Eskilstuna", Kind.CONTACT),
        ("212000-1234", Kind.CONTACT),
        ("2:a kvartalet", Kind.ORDINAL),
        ("E20", Kind.NAME),
        ("Q3", Kind.NAME),
        ("ISO 9001", Kind.NAME),
        ("65+", Kind.NAME),
        ("2030-målen", Kind.NAME),
        ("50-talet", Kind.NAME),
        ("25-procentig", Kind.NAME),
        ("covid-19", Kind.NAME),
    ],
)
def test_what_merely_looks_like_a_number_is_told_apart(text: str, kind: Kind) -> None:
    mentions = scan(f"Det var {text} i år.")
    assert {each.kind for each in mentions} == {kind}
    assert numbers(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("hälften av eleverna", "0.5"),
        ("varannan elev", "0.5"),
        ("var fjärde elev", "0.25"),
        ("vart femte barn", "0.2"),
        ("en fjärdedel av samtalen", "0.25"),
        ("tre fjärdedelar", "0.75"),
        ("3/4 av eleverna", "0.75"),
        ("1½ tjänst", "1.5"),
        ("½ tjänst", "0.5"),
    ],
)
def test_a_share_in_words_is_a_number_that_needs_a_source(text: str, value: str) -> None:
    (share,) = [each for each in scan(f"Det var {text} i år.") if each.kind is Kind.FRACTION]
    assert share.value == Decimal(value)
    (listed,) = [each for each in found(f"Det var {text} i år.") if each.code == "VAL230"]
    assert share.text in listed.message


@pytest.mark.parametrize(
    "text", ["första hälften av året", "hälften av perioden", "var tredje år", "första kvartalet", "den andra delen"]
)
def test_a_share_of_time_or_an_ordinal_is_no_share(text: str) -> None:
    assert not [each for each in scan(f"Det var {text} i år.") if each.kind in (Kind.FRACTION, Kind.NUMBER)]


def test_a_number_after_minus_is_held_against_the_word_beside_it() -> None:
    assert [each.code for each in found("Det blev ett överskott på minus 3,2 mnkr.")] == ["VAL233", "VAL230"]
    assert "VAL233" not in [each.code for each in found("Det blev minus 3,2 mnkr, ett underskott.")]


def test_what_goes_to_a_person_or_an_account_never_stands_in_a_report() -> None:
    text = masked("Ring 070-123 45 67, skriv till a@b.se eller Vägen 1, 633 42 Eskilstuna, bankgiro 123-4567.")
    assert not any(part in text for part in ("123 45", "a@b.se", "633 42", "123-4567"))
