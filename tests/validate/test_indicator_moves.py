"""Indicators: which way the text, the trend symbol and the values go, and values that are of another size."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.findings.finding import Finding
from pipeline.model.report import Indicator, IndicatorsPart, TextPart
from pipeline.validate import review
from tests.validate.cases import THERE, said
from tests.validate.test_words_rules import TRENDS, area, rules_profile, text, vocabulary, with_parts

TRENDS_BOTH_WAYS = {**TRENDS, "sämre": "Sämre än förra året"}
SICK, STAFF = ("Total sjukfrånvaro, %", "lägre"), ("Hållbart medarbetarengagemang HME, index", "högre")


def part(name: str, direction: str, *values: str, columns: str = "Utfall 2022|Utfall 2023|Mål 2023") -> IndicatorsPart:
    way = said(direction) if direction else None
    headings = tuple(said(each) for each in columns.split("|"))
    indicator = Indicator(said(name), said(name), tuple(map(said, values)), THERE, way)
    return IndicatorsPart(said("Indikatorer"), said("Indikator"), headings, (indicator,))


def found(code: str, *lines: str, parts: tuple[IndicatorsPart, ...], trend: str = "oförändrad") -> list[Finding]:
    profile = rules_profile()
    words = {**profile.vocabularies, "trend": vocabulary("trend", TRENDS_BOTH_WAYS)}
    made = with_parts(area("Personal", TextPart(text(*lines)), *parts, trend=trend))
    findings = review(made, replace(profile, vocabularies=words)).findings
    assert "VAL900" not in [each.code for each in findings], findings
    return [each for each in findings if each.code == code]


RISEN = (part(*SICK, "6,8", "7,4", "6,5"), part(*STAFF, "77", "79", "80"))


@pytest.mark.parametrize(
    "line",
    [
        "Sjukfrånvaron ökar.",
        "Den totala sjukfrånvaron har ökat något sedan 2022.",
        "Sjukfrånvaron har försämrats, men engagemanget har förbättrats.",
        "Både engagemanget och sjukfrånvaron har ökat.",
        "Kvinnornas sjukfrånvaro har minskat.",
        "Sjukfrånvaron har minskat inom hemtjänsten.",
        "Sjukfrånvaron har minskat under våren.",
        "Sjukfrånvaron har inte minskat.",
        "Sjukfrånvaron ska ha minskat till sommaren.",
        "Målet är att sjukfrånvaron minskar.",
        "Kostnaden för sjukfrånvaro har minskat.",
        "Korttidsfrånvaron har minskat.",
        "Sjukfrånvaron har minskat sedan 2019.",
        "Sjukfrånvaron har minskat till 5,2 procent.",  # another value than the table's
    ],
)
def test_an_indicator_that_goes_as_the_text_says_is_right(line: str) -> None:
    assert [each.message for each in found("VAL264", line, parts=RISEN)] == []


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("Sjukfrånvaron minskar.", "från 6,8 till 7,4"),
        ("Den totala sjukfrånvaron har minskat något jämfört med föregående år.", "från 6,8 till 7,4"),
        ("Sjukfrånvaron har förbättrats.", "från 6,8 till 7,4"),
        ("Sjukfrånvaron har minskat till 7,4 procent.", "från 6,8 till 7,4"),
        ("Enkäten visar att både sjukfrånvaron och stressen har minskat.", "från 6,8 till 7,4"),
        ("Engagemanget har försämrats, och målet är inte nått.", "från 77 till 79"),
    ],
)
def test_an_indicator_that_goes_the_other_way_is_found(line: str, words: str) -> None:
    (wrong,) = found("VAL264", line, parts=RISEN)
    assert words in wrong.message


def test_an_indicator_is_not_said_to_be_better_and_worse() -> None:
    good, bad = "Arbetet har lett till positiva resultat i HME.", "Enkäten visar en negativ utveckling av HME."
    parts = (part(*STAFF, "79", "Ny mätning i höst", "83"),)
    assert len(found("VAL422", good, bad, parts=parts)) == 1
    assert found("VAL422", good, "Enkäten ska visa en negativ utveckling av HME.", parts=parts) == []
    assert found("VAL422", good.replace("HME", "HME 2021"), bad.replace("HME", "HME 2023"), parts=parts) == []
    assert found("VAL422", good, bad.replace("HME", "NKI"), parts=parts) == []


@pytest.mark.parametrize(
    ("direction", "trend", "count"),
    [
        ("lägre", "↗", 0),  # the arrow goes as the number
        ("lägre", "↘", 0),  # or as what is better
        ("högre", "↗", 0),
        ("högre", "↘", 1),
        ("lägre", "Bättre", 1),
        ("lägre", "Sämre", 0),
        ("högre", "→", 0),
        ("", "↘", 0),  # the case does not say what is better
    ],
)
def test_a_trend_symbol_goes_as_the_values_of_its_indicator(direction: str, trend: str, count: int) -> None:
    made = part("Nöjda, %", direction, "70", "74", trend, columns="Utfall 2022|Utfall 2023|Trend")
    assert len(found("VAL265", "Allt är sagt.", parts=(made,))) == count


@pytest.mark.parametrize(
    ("values", "trend", "count"),
    [
        (("6,8", "7,4", "6,5"), "bättre", 1),
        (("6,8", "7,4", "6,5"), "sämre", 0),
        (("6,8", "7,4", "6,5"), "oförändrad", 0),
        (("6,80", "6,82", "6,5"), "bättre", 0),
        (("7,4", "6,8", "6,5"), "sämre", 1),
        (("7,4", "Ny mätning", "6,5"), "sämre", 0),
    ],
)
def test_the_trend_of_a_section_is_not_against_all_its_indicators(
    values: tuple[str, ...], trend: str, count: int
) -> None:
    assert len(found("VAL265", "Allt är sagt.", parts=(part(*SICK, *values),), trend=trend)) == count


def test_one_indicator_that_goes_with_the_trend_is_enough() -> None:
    mixed = (part(*SICK, "6,8", "7,4", "6,5"), part(*STAFF, "77", "79", "80"))
    assert found("VAL265", "Allt är sagt.", parts=mixed, trend="bättre") == []


@pytest.mark.parametrize(
    ("direction", "values", "count"),
    [
        ("lägre", ("5,4", "5,2", "5,3"), 0),
        ("lägre", ("5,4", "12,2", "5,3"), 1),
        ("lägre", ("5,4", "5,2", "12,3"), 1),  # a goal that asks for less than has been
        ("högre", ("45", "47", "100"), 0),  # a goal may ask for much more
        ("högre", ("45", "47", "470"), 1),
        ("högre", ("45", "4,7", "50"), 1),
        ("", ("45", "47", "100"), 0),
        ("", ("2", "3", "7"), 0),
        ("", ("2", "2", "5"), 0),  # a few may double by chance
        ("högre", ("40", "80", "60"), 0),  # the others are not alike
        ("högre", ("53", "Ny mätning", "5,3"), 1),
        ("högre", ("53", "Ny mätning", "60"), 0),
        ("lägre", ("0", "2,1", "2,0"), 0),
    ],
)
def test_a_value_of_another_size_is_told(direction: str, values: tuple[str, ...], count: int) -> None:
    assert len(found("VAL266", "Allt är sagt.", parts=(part("Resultat, mätt", direction, *values),))) == count
