"""Two numbers told respectively, and changes in per cent, against the names and the amounts that they are of."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.findings.finding import Finding
from pipeline.model.report import Indicator, IndicatorsPart, TextPart
from pipeline.validate import review
from tests.validate.cases import THERE, said, section
from tests.validate.tables import statement
from tests.validate.test_words_rules import rules_profile, text, with_parts

MONEY = statement(
    "Konto | Utfall 2022@2022-01–2022-08 | Utfall 2023@2023-01–2023-08 | Budget@2023-01–2023-08\n"
    "Intäkter | 360,0 | 373,3 | 375,1\nKostnader | -355,2 | -360,5 | -359,9\nLokaler | -40,0 | -46,0 | -41,0",
    unit="mnkr",
)
INDICATORS = IndicatorsPart(
    said("Indikatorer"),
    said("Indikator"),
    (said("2022"), said("2023")),
    (
        Indicator(said("a"), said("Sjukfrånvaro"), (said("6,9 %"), said("7,4 %")), THERE),
        Indicator(said("b"), said("Frisknärvaro"), (said("61,2 %"), said("58,7 %")), THERE),
    ),
)


def found(code: str, line: str) -> list[Finding]:
    made = with_parts(section("Ekonomi", TextPart(text(line)), INDICATORS))
    findings = review(replace(made, statements={"t": MONEY}), rules_profile()).findings
    assert "VAL900" not in [each.code for each in findings], findings
    return [each for each in findings if each.code == code]


@pytest.mark.parametrize(
    "line",
    [
        "Intäkter och kostnader är 373,3 respektive 360,5 mnkr.",
        "Intäkterna och kostnaderna är 373,3 mnkr respektive 360,5 mnkr.",
        "Budgeten för intäkter och kostnader är 375,1 respektive 359,9 mnkr.",
        "Intäkter, kostnader och lokaler är 360,5, 373,3 respektive 46 mnkr.",
        "Intäkter och kostnader ökade med 13,3 respektive 5,3 mnkr.",
        "Intäkter och kostnader för elever är 17,2 respektive 18,4 mnkr.",
        "Sjukfrånvaro och frisknärvaro är 7,4 respektive 58,7 procent.",
        "Föregående år var intäkter och kostnader 360,5 respektive 373,3 mnkr.",
        "Kostnader och lokaler är drygt 360 respektive drygt 46 mnkr.",
        "Utfallet är 373,3 respektive 360,5 mnkr för intäkter och kostnader.",
        "Det blev 7,4 respektive 58,7 procent i sjukfrånvaro respektive frisknärvaro.",
        "Föregående år var det 360,5 respektive 373,3 mnkr för intäkter och kostnader.",
        "Utfallet är 360,5 respektive 373,3 mnkr för skolor och lokaler.",
        "Utfallet är 360,5 respektive 373,3 mnkr för skolan, som har intäkter och kostnader.",
    ],
)
def test_numbers_told_respectively_of_their_names_are_right(line: str) -> None:
    assert found("VAL260", line) == []


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("Intäkter och kostnader är 360,5 respektive 373,3 mnkr.", ("Intäkter Utfall 2023 är 373,3", "är −360,5")),
        ("Intäkterna och kostnaderna är 373,3 mnkr respektive 362,5 mnkr.", ("Kostnader Utfall 2023 är −360,5",)),
        ("Sjukfrånvaro och frisknärvaro är 58,7 respektive 7,4 procent.", ("Sjukfrånvaro 2023 är 7,4",)),
        ("Kostnader respektive lokaler är 46,0 respektive 360,5 mnkr.", ("Lokaler Utfall 2023 är −46",)),
        ("Utfallet är 360,5 respektive 373,3 mnkr för intäkter och kostnader.", ("Intäkter Utfall 2023 är 373,3",)),
        ("Budgeten är 375,1 respektive 360,5 mnkr för intäkterna respektive kostnaderna.", ("Budget är −359,9",)),
        ("Det blev 58,7 respektive 7,4 procent i sjukfrånvaro och frisknärvaro.", ("sjukfrånvaro och frisknärvaro",)),
    ],
)
def test_numbers_told_respectively_of_the_other_name_are_found(line: str, words: tuple[str, ...]) -> None:
    (wrong,) = found("VAL260", line)
    assert all(each in wrong.message for each in words), wrong.message


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("Volymen gick från 200 till 230 mnkr, en ökning med 15 procent.", 0),
        ("Volymen gick från 200 till 230 mnkr, en ökning med 13 procent.", 1),
        ("Volymen gick från 200 mnkr till 230 mnkr, vilket motsvarar en ökning med 13,6 procent.", 1),
        ("Volymen gick från 2 till 2 mnkr, en ökning med 13 procent.", 0),
        ("Volymen gick från 1,2 till 1,3 mnkr, en ökning med 12 procent.", 0),
        ("Volymen gick från 230 till 200 mnkr, en minskning med 13,0 procent.", 0),
        ("Volymen gick från 230 till 200 mnkr, en minskning med 15,0 procent.", 1),
        ("Volymen gick från 200 till 230 mnkr, en ökning med drygt 14 procent.", 0),
        ("Volymen gick från 200 till 230 mnkr, en ökning med drygt 17 procent.", 1),
        ("Andelen gick från 20 procent till 23 procent, en ökning med 3 procent.", 0),
        ("Volymen gick från 200 till 230 mnkr och antalet elever ökade med 3 procent.", 0),
    ],
)
def test_a_change_in_per_cent_is_that_of_the_two_amounts(line: str, count: int) -> None:
    assert len(found("VAL261", line)) == count


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("Lokalerna ökade med 15 procent jämfört med föregående år.", 0),
        ("Lokaler har ökat med 15,0 procent jämfört med samma period 2022.", 0),
        ("Lokaler har ökat med 12 procent jämfört med samma period föregående år.", 1),
        ("Nämndens intäkter ökade med 3,7 procent mot förra året.", 0),
        ("Nämndens intäkter ökade med 4,7 procent mot förra året.", 1),
        ("Intäkter har ökat med drygt 3 procent sedan föregående år.", 0),
        ("Lokaler har ökat med 12 procent jämfört med budget.", 0),
        ("Hyror inom lokaler har ökat med 12 procent jämfört med föregående år.", 0),
        ("Lokaler har inte ökat med 12 procent jämfört med föregående år.", 0),
    ],
)
def test_a_change_of_a_row_in_per_cent_is_that_of_its_two_years(line: str, count: int) -> None:
    wrong = found("VAL261", line)
    assert len(wrong) == count
    assert all("men i tabellen går" in each.message for each in wrong)
