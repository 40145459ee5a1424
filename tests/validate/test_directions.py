"""Which way sentences say that numbers and rows go: the words that fit, and those that do not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.findings.finding import Finding
from pipeline.model.report import TextPart
from pipeline.model.statement import SameRow, Statement
from pipeline.validate import review
from tests.validate.cases import said, section
from tests.validate.tables import statement
from tests.validate.test_words_rules import rules_profile, text, with_parts

ROWS = statement(
    "Konto | Utfall 2022@2022-01–2022-08 | Utfall 2023@2023-01–2023-08 | Budget 2023@2023-01–2023-08 | "
    "Avvikelse 2023@2023-01–2023-08\n"
    "Intäkter | 350,0 | 373,3 | 363,3 | 10,0\nPersonal | -73,2 | -83,5 | -86,8 | 3,3\n"
    "Lokaler | -44,5 | -44,7 | -44,3 | -0,4\n==Resultat | 232,3 | 245,1 | 232,2 | 12,9",
    unit="mnkr",
)
UNITS = replace(
    statement("Enhet | Avvikelse@2023-01–2023-08\nSkola | 1,4\nVård | -2,0\nFritid | 0,3\n=Summa | -0,3", unit="mnkr"),
    id="u",
    units={"avdelningar": (said("Skola"), said("Vård"), said("Fritid"))},
)


def found(code: str, line: str, *tables: Statement) -> list[Finding]:
    made = replace(
        with_parts(section("Ekonomi", TextPart(text(line)))), statements={each.id: each for each in tables or (ROWS,)}
    )
    findings = review(made, rules_profile()).findings
    assert "VAL900" not in [each.code for each in findings], findings
    return [each for each in findings if each.code == code]


@pytest.mark.parametrize(
    "line",
    [
        "Sjukfrånvaron har ökat från 6,9 till 7,4 procent.",
        "Sjukfrånvaron har inte ökat från 7,4 till 6,9 procent.",
        "Antalet minskade kraftigt med 12 procent, från 250 till 220.",
        "Volymen gick från 230 till 200 mnkr, en minskning med 13 procent.",
        "Kommunen har stigit från plats 45 till 30.",
        "Kön minskade genom att avgiften gick från 100 till 120 kronor.",
        "Tiden har ökat från 12 till 8 veckor.",
        "Resultatet har ökat från −5 till −2 mnkr.",
        "Andelen har ökat till 73 procent, mot 71 procent föregående år.",
        "Andelen har ökat till 73 procent, mot 75 procent i riket 2023.",
        "Andelen har ökat med 3 procent, mot 5 procent föregående år.",
        "Andelen har ökat till 73 procent, mot målet 75 procent.",
        "Utfallet är lägre än föregående år, 15,9 mnkr jämfört med 30,2 mnkr.",
        "Utfallet är 15,9 mnkr, vilket är lägre än föregående år (30,2 mnkr).",
        "Utfallet är bättre än föregående år, 15,9 mnkr jämfört med 30,2 mnkr.",
        "Andelen har ökat från drygt 7 till 6,9 procent.",
    ],
)
def test_numbers_that_go_the_way_the_words_say_are_right(line: str) -> None:
    assert [each.message for each in found("VAL262", line)] == []


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("Sjukfrånvaron har minskat från 6,9 till 7,4 procent.", '"minskat" men 7,4 procent är större än 6,9'),
        ("Antalet ökade kraftigt med 12 procent, från 250 till 220.", '"ökade" men 220 är mindre'),
        ("En ökning av antalet elever från 250 till 220 är väntad.", '"ökning"'),
        ("Volymen gick från 200 till 230 mnkr, en minskning med 15 procent.", '"minskning"'),
        ("Andelen har minskat till 73 procent, mot 71 procent föregående år.", '"minskat" men 73 procent är större'),
        ("Antalet har ökat till 30, jämfört med 34 elever året innan.", '"ökat"'),
        ("Utfallet är högre än föregående år, 15,9 mnkr jämfört med 30,2 mnkr.", '"högre än"'),
        ("Utfallet är 15,9 mnkr, vilket är högre än föregående år (30,2 mnkr).", '"högre än"'),
    ],
)
def test_numbers_that_go_the_other_way_are_found(line: str, words: str) -> None:
    (wrong,) = found("VAL262", line)
    assert words in wrong.message


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("Personal visar ett överskott.", 0),
        ("Personal visar ett underskott.", 1),
        ("Personal visar inte ett underskott.", 0),
        ("Personal visar underskott inom hemtjänsten.", 0),
        ("Personal har ett underskott på 3,3 mnkr.", 0),  # VAL259 tells of it
        ("Personal ligger under budget.", 0),
        ("Personal ligger över budget.", 1),
        ("Lokalerna är högre än budgeterat.", 0),
        ("Lokalerna är lägre än budgeterat.", 1),
        ("Kostnaden för vikarier gör att personal ligger över budget.", 0),  # the row does not begin the sentence
        ("Personal ska inte ligga över budget.", 0),
        ("Personal har minskat jämfört med föregående år.", 1),
        ("Personal har ökat något jämfört med föregående år.", 0),
        ("Personal har minskat jämfört med budget.", 0),
        ("Personal är lägre än samma period 2022.", 1),
        ("Personal är lägre än 2021.", 0),  # the table has no such year
        ("Nämndens intäkter har minskat sedan föregående år.", 1),
        ("Intäkter från hyror har minskat sedan föregående år.", 0),
        ("Resultat har minskat sedan föregående år.", 1),
        ("Målet är att personal har minskat jämfört med föregående år.", 0),
    ],
)
def test_a_row_is_as_a_sentence_without_numbers_says(line: str, count: int) -> None:
    assert len(found("VAL263", line)) == count


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("Ingen avdelning har underskott.", 1),
        ("Inga avdelningar redovisar ett underskott.", 1),
        ("Ingen av tre avdelningar har underskott.", 1),
        ("En av tre avdelningar har underskott.", 0),
        ("Alla avdelningar har överskott.", 1),
        ("Alla avdelningar har överskott, utom Vård.", 0),
        ("Alla avdelningar har inte överskott.", 0),
    ],
)
def test_none_and_all_are_held_against_the_units(line: str, count: int) -> None:
    assert len(found("VAL250", line, UNITS)) == count


RESULT = statement(
    "Konto | Utfall 2023@2023-01–2023-08 | Prognos 2023@2023 | Budget 2023@2023 | Avvikelse 2023@2023\n"
    "Löner | 70,0 | 105,0 | 100,0 | -5,0\nHyror | 20,0 | 29,0 | 30,0 | 1,0\n=Kostnader | 90,0 | 134,0 | 130,0 | -4,0\n"
    "Bidrag | 86,0 | 130,0 | 130,0 | 0,0\n==Periodens resultat | -4,0 | -4,0 | 0,0 | -4,0",
    unit="mnkr",
)
PARTS = replace(
    statement(
        "Verksamhet | Prognos 2023@2023 | Budget 2023@2023 | Avvikelse 2023@2023\nSkolan | 84,0 | 79,0 | -5,0\n"
        "Vården | 30,0 | 32,0 | 2,0\nFritiden | 20,0 | 19,0 | -1,0\n=Summa | 134,0 | 130,0 | -4,0",
        unit="mnkr",
    ),
    id="v",
    same=(SameRow(said("Summa"), said("t"), said("Kostnader")),),
)


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("Skolan står för den största negativa avvikelsen.", 0),
        ("Skolan har det största underskottet.", 0),
        ("Fritiden har det största underskottet.", 1),
        ("Vården har det största överskottet.", 0),
        ("Den största avvikelsen finns inom skolan.", 0),
        ("Den största avvikelsen finns inom vården.", 1),
        ("Det största överskottet redovisas av fritiden.", 1),
        ("Efter skolan har fritiden det största underskottet.", 0),
        ("Fritiden har inte det största underskottet.", 0),
        ("Fritiden har det näst största underskottet.", 0),
        ("Fritiden har det största intresset.", 0),
        ("Lokalerna har det största underskottet.", 0),
    ],
)
def test_the_row_with_the_largest_deviation_is_the_one_that_is_named(line: str, count: int) -> None:
    assert len(found("VAL267", line, RESULT, PARTS)) == count


def test_a_table_whose_total_is_a_row_of_another_has_what_is_good_from_there() -> None:
    assert found("VAL259", "Skolan har ett underskott på 5,0 mnkr.", RESULT, PARTS) == []
    assert len(found("VAL259", "Skolan har ett överskott på 5,0 mnkr.", RESULT, PARTS)) == 1
    alone = replace(PARTS, same=())
    assert found("VAL259", "Skolan har ett överskott på 5,0 mnkr.", alone) == []  # nobody can know
    assert len(found("VAL263", "Skolan väntas gå med överskott.", RESULT, PARTS)) == 1


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("Nämnden redovisar ett underskott.", 0),
        ("Nämnden redovisar ett överskott.", 1),
        ("Nämnden redovisar inte ett överskott.", 0),
        ("Nämndens resultat visar ett överskott för perioden.", 1),
        ("Nämnden väntas gå med överskott.", 1),
        ("Prognosen visar ett överskott.", 1),
        ("Kommunen redovisar ett överskott.", 0),
        ("Nämnden redovisar ett överskott inom skolan.", 0),
        ("Nämnden redovisar ett överskott på 3 mnkr.", 0),  # other rules tell of the number
        ("Föregående år redovisade nämnden ett överskott.", 0),
    ],
)
def test_the_board_has_the_deficit_or_the_surplus_that_its_result_has(line: str, count: int) -> None:
    assert len(found("VAL263", line, RESULT)) == count


def test_the_year_before_is_found_among_more_columns_of_outcomes() -> None:
    table = statement(
        "Konto | Utfall aug@2023-08 | Utfall 2022@2022-01–2022-08 | Utfall 2023@2023-01–2023-08\n"
        "Hyror | 2,0 | 20,0 | 22,0\nLöner | 9,0 | 70,0 | 71,0"
    )
    assert len(found("VAL263", "Hyror har minskat jämfört med föregående år.", table)) == 1
    assert found("VAL263", "Hyror har ökat jämfört med föregående år.", table) == []
