"""Values that the prose tells of by their size: hedges, means over parts, deviations of rows."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.findings.finding import Finding
from pipeline.model.case import Case
from pipeline.model.figure import Figure
from pipeline.model.prose import FigureReference
from pipeline.model.report import Indicator, IndicatorsPart, Part, TextPart
from pipeline.model.statement import Statement
from pipeline.validate import review
from pipeline.validate.numbers.hedges import hedge_of
from pipeline.validate.numbers.scan import scan
from tests.validate.cases import FIGURE, HERE, THERE, prose, said, section
from tests.validate.tables import statement
from tests.validate.test_words_rules import rules_profile, text, with_parts

SICK = IndicatorsPart(
    said("Indikatorer"),
    said("Indikator"),
    (said("Utfall 2022"), said("Utfall 2023"), said("Mål 2023")),
    (
        Indicator(
            said("sjuk"),
            said("Total sjukfrånvaro, (%)"),
            (said("1,9%"), said("2,0%"), said("3,0%")),
            THERE,
            said("lägre"),
        ),
        Indicator(
            said("nöjd"), said("Nöjda invånare, andel (%)"), (said("79%"), said("-"), said("83%")), THERE, said("högre")
        ),
    ),
)
ROWS = statement(
    "Konto | Utfall@2023-01–2023-08 | Budget@2023-01–2023-08 | Avvikelse@2023-01–2023-08\n"
    "Intäkter | 373,3 | 363,3 | 10,0\nPersonal | -83,5 | -86,8 | 3,3\nLokaler | -4,7 | -4,3 | -0,4\n"
    "==Resultat | 285,1 | 272,2 | 12,9",
    unit="mnkr",
)


def of(made: Case, *codes: str) -> list[Finding]:
    findings = review(made, rules_profile()).findings
    assert "VAL900" not in [each.code for each in findings], findings
    return [each for each in findings if each.code in codes]


def paragraphs(*lines: str, indicators: IndicatorsPart | None = None, table: Statement | None = None) -> Case:
    parts: list[Part] = [TextPart(text(*lines)), *([indicators] if indicators else [])]
    made = with_parts(section("Ekonomi", *parts))
    return replace(made, statements={"t": table} if table else {})


@pytest.mark.parametrize(
    ("words", "least", "most"),
    [
        ("strax under 2 procent", "1.5", "2"),
        ("drygt 15,9 mnkr", "15.9", "16.0"),
        ("nästan 540 miljoner kronor", "530", "540"),
        ("knappt 100 personer", "85", "100"),
        ("cirka 30 hektar", "25.5", "34.5"),
        ("ca 135 hektar", "130", "140"),
        ("närmare 1 500 kronor", "1275", "1500"),
        ("mer än 5 procent", "5", None),
        ("högst 3,0 procent", None, "3.0"),
        ("drygt en miljon kronor", "1", "1.5"),
    ],
)
def test_a_hedge_makes_an_interval_of_a_number(words: str, least: str | None, most: str | None) -> None:
    (mention,) = scan(words)
    hedge = hedge_of(words[: mention.start], mention)
    assert hedge is not None
    for end, expected in ((hedge.least, least), (hedge.most, most)):
        assert (None if end is None else float(end)) == (None if expected is None else pytest.approx(float(expected)))


@pytest.mark.parametrize(
    "words", ["under tre månader", "under 15 sammanträden", "på 2 procent", "över 65 år", "högre än 83 procent"]
)
def test_a_time_or_a_comparison_is_no_hedge(words: str) -> None:
    (mention,) = scan(words)
    assert hedge_of(words[: mention.start], mention) is None


def quoting(before: str, value: str, after: str = " mnkr.") -> Case:
    figure: Figure = replace(FIGURE, value=replace(FIGURE, value=FIGURE.value).value, unit="mnkr")
    made = with_parts(section("Ekonomi", TextPart(prose(before, FigureReference("resultat", HERE), after))))
    return replace(made, figures={"resultat": replace(figure, value=type(figure.value)(value))})


@pytest.mark.parametrize(
    ("before", "value", "count"),
    [
        ("Prognosen är drygt ", "6.62", 0),
        ("Prognosen är drygt ", "6.58", 1),  # it prints as 6,6
        ("Prognosen är knappt ", "6.58", 0),
        ("Prognosen är knappt ", "6.62", 1),
        ("Prognosen är mer än ", "6.58", 1),
        ("Prognosen är cirka ", "6.58", 0),
    ],
)
def test_a_quoted_figure_is_on_the_side_that_the_word_says(before: str, value: str, count: int) -> None:
    assert len(of(quoting(before, value), "VAL256")) == count


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("Intäkterna uppgår till drygt 373 mnkr.", 0),
        ("Intäkterna uppgår till knappt 373 mnkr.", 1),
        ("Intäkterna uppgår till nästan 374 mnkr.", 0),
        ("Intäkterna uppgår till drygt 374 mnkr.", 1),
        ("Intäkterna uppgår till mer än 370 mnkr.", 0),
        ("Intäkterna uppgår till mer än 380 mnkr.", 1),
        ("Intäkterna uppgår till cirka 375 mnkr.", 0),
        ("Stödet uppgår till drygt 374 mnkr.", 0),  # no row is named
        ("Nästan hälften (48 procent) är klara.", 0),
        ("Nästan hälften (34 procent) är klara.", 1),
        ("Drygt en tredjedel av husen (36 procent) är klara.", 0),
        ("En fjärdedel (75 procent) är klara.", 1),
    ],
)
def test_a_hedged_number_is_on_the_side_of_its_row_that_the_word_says(sentence: str, count: int) -> None:
    assert len(of(paragraphs(sentence, table=ROWS), "VAL256")) == count


def test_a_hedged_number_near_a_value_that_its_sentence_names_has_that_for_its_source() -> None:
    near = paragraphs("Intäkterna uppgår till nästan 374 mnkr.", table=ROWS)
    assert of(near, "VAL230") == []
    assert len(of(paragraphs("Stödet uppgår till nästan 374 mnkr.", table=ROWS), "VAL230")) == 1


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("Sjukfrånvaron låg under 2022 strax under 2 procent.", 0),
        ("Sjukfrånvaron låg under 2022 strax under 3 procent.", 1),
        ("Sjukfrånvaron låg under 2022 på 2,0 procent.", 1),  # that is the value of the year after
        ("Sjukfrånvaron låg under 2023 på 2,0 procent.", 0),
        ("Sjukfrånvaron är 2,0 procent, och målet är 3,0 procent.", 0),
        ("Sjukfrånvaron är 2,6 procent, och målet är 3,0 procent.", 1),  # the goal's own number is another matter
        ("Sjukfrånvaron låg under 2021 på 2,5 procent.", 0),  # the table has no such year
    ],
)
def test_a_number_told_of_a_year_is_the_indicators_of_that_year(sentence: str, count: int) -> None:
    assert len(of(paragraphs(sentence, indicators=SICK), "VAL242")) == count


COUNTS = "Av de 108 anställda är 71 kvinnor och 37 män."


@pytest.mark.parametrize(
    ("sentence", "codes"),
    [
        ("Sjukfrånvaron var 2,0 procent. Kvinnor har 2,5 procent, högre än männens 1,1 procent.", []),
        ("Sjukfrånvaron var 2,9 procent. Kvinnor har 2,5 procent, högre än männens 1,1 procent.", ["VAL257"]),
        ("Sjukfrånvaron var 1,5 procent. Kvinnor har 2,5 procent, högre än männens 1,1 procent.", ["VAL258"]),
        ("Sjukfrånvaron var 2,0 procent, 2,5 procent för kvinnor och 1,1 procent för män.", []),
        ("Sjukfrånvaron var 2,7 procent, 2,5 procent för kvinnor och 1,1 procent för män.", ["VAL257"]),
        ("Frisknärvaron är 62 procent. Bland kvinnor är sjukfrånvaron 2,5 procent och bland män 1,1 procent.", []),
        ("Målet är 3,0 procent. Kvinnor har 2,5 procent och män 1,1 procent.", []),  # a goal is not of anyone
        ("Av de svarande är 5 procent chefer, 66 procent kvinnor och 34 procent män.", []),  # parts of a whole
        ("Sjukfrånvaron var 5 procent. Andelen kvinnor är 66 procent och andelen män 34 procent.", []),
        ("Förra året var 2,9 procent sjuka, i år 2,0 procent. Kvinnor har 2,5 procent och män 1,1 procent.", []),
    ],
)
def test_a_value_for_all_lies_between_those_of_the_parts_and_is_their_mean(sentence: str, codes: list[str]) -> None:
    assert [each.code for each in of(paragraphs(COUNTS, sentence), "VAL257", "VAL258")] == codes


def by_sex(*values: str, name: str = "Sjukfrånvaro, (%)") -> IndicatorsPart:
    names = (name, f"{name}, kvinnor", f"{name}, män")
    rows = (Indicator(said(each), said(each), (said(value),), THERE) for each, value in zip(names, values, strict=True))
    return IndicatorsPart(said("Indikatorer"), said("Indikator"), (said("Utfall"),), tuple(rows))


@pytest.mark.parametrize(
    ("part", "count"),
    [
        (by_sex("5,4", "6,1", "3,0"), 0),
        (by_sex("6,4", "6,1", "3,0"), 1),
        (by_sex("5,4", "-", "3,0"), 0),
        (by_sex("9", "6", "3", name="Antal elever"), 0),
    ],
)
def test_an_indicator_for_all_lies_between_those_of_the_parts(part: IndicatorsPart, count: int) -> None:
    assert len(of(paragraphs("Se tabellen.", indicators=part), "VAL257")) == count


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("Personal visar ett överskott på 3,3 mnkr.", 0),
        ("Personal visar ett underskott på 3,3 mnkr.", 1),
        ("Personal visar ett överskott på 2,7 mnkr.", 1),
        ("Personal visar ett överskott på 2,7 mnkr inom hemtjänsten.", 0),  # a part of it
        ("Personal visar ett överskott på 4,7 mnkr inom hemtjänsten.", 1),  # a part is not more than the whole
        ("Vakanser inom personal i två enheter förklarar ett överskott på 1,2 mnkr.", 0),
        ("Lokaler avviker från budget med −0,4 mnkr.", 0),
        ("Lokaler avviker från budget med +0,4 mnkr.", 1),
        ("Lokaler avviker från budget med −400 tkr.", 0),
        ("Lokaler avviker från budget med −700 tkr.", 1),
        ("Lokalerna har ett underskott på cirka 0,4 miljoner kronor.", 0),
        ("Lokaler och personal avviker med 2,7 mnkr.", 0),  # two rows
        ("Personal väntas ge ett överskott på 2,7 mnkr.", 0),  # the table has no forecast
        ("Personal hade 2022 ett överskott på 2,7 mnkr.", 0),  # nor that year
        ("Personal har inte ett överskott på 2,7 mnkr.", 0),
        ("Personal kostade 83,5 mnkr.", 0),
    ],
)
def test_what_a_row_is_said_to_deviate_is_what_it_does(sentence: str, count: int) -> None:
    assert len(of(paragraphs(sentence, table=ROWS), "VAL259")) == count


UNITS = statement(
    "Enhet | Avvikelse@2023-01–2023-08\nKLK Ledning | -4,1\nKLK HR | 1,6\nÖverskott | 3,1\n=Summa | 0,6", unit="mnkr"
)


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("KLK Ledning har ett underskott på 4,1 mnkr.", 0),
        ("KLK Ledning har ett överskott på 4,1 mnkr.", 1),  # the row that is called Överskott is no other row here
        ("KLK HR visar ett överskott på 1,6 mnkr och KLK Ledning ett underskott på 4,1 mnkr.", 0),
        ("KLK HR visar ett underskott på 1,6 mnkr och KLK Ledning ett överskott på 4,1 mnkr.", 2),
        ("Överskottet är 3,1 mnkr.", 0),
    ],
)
def test_a_row_whose_name_begins_with_a_short_word_is_found(sentence: str, count: int) -> None:
    assert len(of(paragraphs(sentence, table=UNITS), "VAL259")) == count


def test_amounts_of_a_list_of_deviations_are_those_of_their_rows() -> None:
    listed = ("De största avvikelserna är:", "Personal +3,3 mnkr", "Lokaler −0,4 mnkr")
    assert of(paragraphs(*listed, table=ROWS), "VAL259") == []
    wrong = paragraphs(*listed[:2], "Lokaler −1,4 mnkr", table=ROWS)
    (told,) = of(wrong, "VAL259")
    assert "Lokaler −1,4 mnkr" in told.message
    assert "−0,4" in told.message


def test_where_costs_are_plain_numbers_plus_is_a_deficit() -> None:
    costs = statement(
        "Konto | Utfall@2023 | Budget@2023 | Avvikelse@2023\nIntäkter | 90,0 | 90,0 | 0,0\n"
        "Personal | 83,5 | 80,2 | 3,3\n"
        "Lokaler | 4,7 | 4,4 | 0,3\n=Kostnader | 88,2 | 84,6 | 3,6",
        unit="mnkr",
    )
    assert of(paragraphs("Personal visar ett underskott på 3,3 mnkr.", table=costs), "VAL259") == []
    assert of(paragraphs("Personal visar ett överskott på 3,3 mnkr.", table=costs), "VAL259") == []  # nobody can know


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("Sjukfrånvaron är lägre än målet.", 0),
        ("Sjukfrånvaron är fortfarande högre än målet.", 1),
        ("Sjukfrånvaron var 3,4 procent, lägre än målet.", 1),
        ("Sjukfrånvaron är bättre än målet.", 0),
        ("Sjukfrånvaron är sämre än målet.", 1),
        ("Målet för sjukfrånvaron är nått.", 0),
        ("Målet för sjukfrånvaron är inte nått.", 1),
        ("Andelen nöjda invånare når inte målet.", 0),
        ("Målet om nöjda invånare är nått.", 1),
        ("Andelen nöjda invånare väntas bli högre än målet.", 0),  # that is still to come
        ("Sjukfrånvaron var 3,0 procent. Lägre än målet på 3,0 procent.", 1),
        ("Sjukfrånvaron var 2,9 procent. Lägre än målet på 3,0 procent.", 0),
    ],
)
def test_a_goal_without_its_number_is_held_against_the_table(sentence: str, count: int) -> None:
    assert len(of(paragraphs(sentence, indicators=SICK), "VAL239")) == count


def test_the_goal_of_an_indicator_that_only_its_outcome_tells_is_the_tables() -> None:
    wide = replace(SICK, indicators=(replace(SICK.indicators[0], values=tuple(map(said, ("1,91%", "2,04%", "3,0%")))),))
    for goal, count in (("3,0", 0), ("4,0", 1)):
        sentence = f"Av personalen var 2,04 procent borta i tre dagar. Målet på {goal} procent är satt."
        assert len(of(paragraphs(sentence, indicators=wide), "VAL238")) == count
