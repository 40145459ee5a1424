"""A board of another municipality, with other words for money, budget, forecast, levels and parts of the year."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.model.case import Case
from pipeline.model.profile import Profile
from pipeline.model.report import Indicator, IndicatorsPart, Period, StatementPart, TextPart, UndertakingsPart
from pipeline.validate import review
from tests.validate.cases import THERE, day, profile, said, section
from tests.validate.tables import statement
from tests.validate.test_words_rules import text, undertaking, vocabulary, with_parts

TABLE = statement(
    "Verksamhet | Utfall@2024-01–2024-06 | Budget@2024-01–2024-06 | Avvikelse@2024-01–2024-06 | Prognos@2024 | "
    "Budget@2024 | Avvikelse@2024\n"
    "Äldreomsorg | -101,2 | -100,0 | -1,2 | -203,5 | -200,0 | -3,5\n"
    "Hemtjänst | -61,4 | -62,0 | 0,6 | -123,0 | -124,0 | 1,0\n"
    "Funktionsstöd | -30,1 | -30,5 | 0,4 | -61,6 | -61,0 | -0,6\n"
    "Individ och familj | -19,7 | -17,5 | -2,2 | -37,0 | -35,0 | -2,0\n"
    "=Summa nettokostnad | -212,4 | -210,0 | -2,4 | -425,1 | -420,0 | -5,1\n"
    "Ram | 210,0 | 210,0 | 0,0 | 420,0 | 420,0 | 0,0\n"
    "==Resultat | -2,4 | 0,0 | -2,4 | -5,1 | 0,0 | -5,1",
    unit="Mkr",
    title="Drift",
)
LEVELS = {
    "bedömning": {"grön": "Målet nås", "gul": "Målet nås delvis", "röd": "Målet nås inte"},
    "trend": {"upp": "Uppåtgående", "still": "Konstant", "ner": "Nedåtgående"},
    "status": {"klar": "Klar", "pågår": "Pågår", "vilande": "Vilande"},
}
MEASURES = {
    "Personalkontinuitet i hemtjänsten, antal": (("15", "14", "12"), "lägre"),
    "Brukarnöjdhet särskilt boende, %": (("81", "84", "85"), "högre"),
    "Sjukfrånvaro, %": (("8,1", "7,4", "7,0"), "lägre"),
}
WORDS = {"mål": "Inriktningsmål", "åtaganden": "Aktiviteter", "indikatorer": "Nyckeltal"}


def other_profile() -> Profile:
    words = {name: vocabulary(name, own) for name, own in LEVELS.items()}
    return replace(profile(), vocabularies=words, labels={name: said(word) for name, word in WORDS.items()})


def other_case(*lines: str) -> Case:
    measures = tuple(
        Indicator(said(name), said(name), tuple(map(said, values)), THERE, said(better))
        for name, (values, better) in MEASURES.items()
    )
    columns = tuple(map(said, ("Utfall 2023", "Delår 2024", "Målvärde 2024")))
    indicators = IndicatorsPart(said("Nyckeltal"), said("Nyckeltal"), columns, measures)
    activities = (
        undertaking("Införa digital tillsyn", "klar", 100),
        undertaking("Utbilda undersköterskor", "pågår", 50),
        undertaking("Bygga boendet Linden", "pågår", 25),
        undertaking("Samla planeringen", "vilande", 0),
    )
    made = with_parts(
        section("Uppföljning", TextPart(text(*lines)), indicators, StatementPart(said("t"))),
        section("Arbete", UndertakingsPart(said("Aktiviteter"), activities)),
    )
    period = Period(day("2024-01-01"), day("2024-06-30"), said("januari–juni 2024"))
    dated = replace(made, case_number=said("SN/2024:7"), document_date=day("2024-08-13"), meeting=day("2024-08-27"))
    return replace(dated, statements={"t": TABLE}, figures={}, report=replace(made.report, period=period))


def codes(line: str) -> set[str]:
    """Return what is told of the numbers and the claims of a line."""
    found = {each.code for each in review(other_case(line), other_profile()).findings}
    return {code for code in found if code[:4] in ("VAL2", "VAL3", "VAL5", "VAL9")} - {"VAL216", "VAL501"}


@pytest.mark.parametrize(
    ("right", "wrong", "code"),
    [
        ("Nettokostnaden uppgår till 212,4 milj. kr.", "Nettokostnaden uppgår till 213,4 milj. kr.", "VAL230"),
        ("Äldreomsorgen har ett underskott om 1,2 Mkr.", "Äldreomsorgen har ett överskott om 1,2 Mkr.", "VAL259"),
        ("Äldreomsorgen har ett underskott om 1,2 Mkr.", "Äldreomsorgen har ett underskott om 2,1 Mkr.", "VAL259"),
        (
            "Helårsbedömningen för Individ och familj är ett underskott på 2,0 milj kr mot ram.",
            "Helårsbedömningen för Individ och familj är ett underskott på 3,0 milj kr mot ram.",
            "VAL259",
        ),
        ("Hemtjänst gör ett överskott på 600 tkr.", "Hemtjänst gör ett överskott på 900 tkr.", "VAL259"),
        ("Hemtjänst: +0,6 Mkr i avvikelse", "Hemtjänst: -0,6 Mkr i avvikelse", "VAL259"),
        (
            "Nettokostnaden blev 2,4 Mkr högre än budget.",
            "Nettokostnaden blev 2,4 Mkr lägre än budget.",
            "VAL259",
        ),
        ("Två av fyra verksamheter har underskott.", "Tre av fyra verksamheter har underskott.", "VAL250"),
        ("Två av fyra verksamheter har underskott.", "Samtliga verksamheter visar överskott.", "VAL250"),
        ("Ramen för 2024 är 420,0 Mkr.", "Ramen för 2024 är 425,1 Mkr.", "VAL231"),
        ("Förväntat resultat är -5,1 Mkr.", "Förväntat resultat är 373,3 Mkr.", "VAL230"),
        ("Resultatet är ett minus på 2,4 Mkr.", "Resultatet är ett plus på -2,4 Mkr.", "VAL233"),
        (
            "Prognostiserat underskott för helåret är 5,1 Mkr.",
            "Prognostiserat underskott för helåret är 2,4 Mkr.",
            "VAL232",
        ),
        ("Fyra aktiviteter redovisas.", "Fem aktiviteter redovisas.", "VAL310"),
        ("En aktivitet är klar, två pågår.", "Två aktiviteter är klara, två pågår.", "VAL310"),
        ("Av fyra aktiviteter är två pågående.", "Av fyra aktiviteter är tre pågående.", "VAL310"),
        ("Tre nyckeltal följs.", "Fyra nyckeltal följs.", "VAL310"),
        (
            "Sjukfrånvaron är 7,4 procent, högre än målvärdet 7,0 procent.",
            "Sjukfrånvaron är 7,4 procent, lägre än målvärdet 7,0 procent.",
            "VAL239",
        ),
        (
            "Brukarnöjdheten är 84 procent och når inte målvärdet 85 procent.",
            "Brukarnöjdheten är 84 procent och når målvärdet 85 procent.",
            "VAL239",
        ),
        ("Brukarnöjdheten är knappt 85 procent.", "Brukarnöjdheten är drygt 85 procent.", "VAL242"),
        ("Målvärdet för personalkontinuitet är 12.", "Målvärdet för personalkontinuitet är 11.", "VAL238"),
        ("Årets första sex månader är slut.", "Årets första åtta månader är slut.", "VAL505"),
        ("Rapporten avser perioden januari–juni.", "Rapporten avser perioden januari–augusti.", "VAL504"),
    ],
)
def test_a_damage_in_other_words_is_found(right: str, wrong: str, code: str) -> None:
    assert codes(right) == set()
    assert code in codes(wrong)


@pytest.mark.parametrize(
    "line",
    [
        "Arbetet sker inom ramen för uppdraget och kostar 212,4 Mkr.",
        "Nettokostnaden är högre än budget (212,4 mot 210,0 Mkr).",
        "Samtliga verksamheter håller inte sin ram.",
        "Alla medarbetare får utbildning och resultatet är positivt.",
        "Alla verksamheter arbetar för ett överskott.",
        "Samtliga verksamheter har fått i uppdrag att minska sitt underskott.",
        "Personalkostnaderna inom äldreomsorgen är 0,8 Mkr högre än budget.",
        "Hemtjänst har 0,6 Mkr i överskott, medan äldreomsorgen har 1,2 Mkr i underskott.",
        "Äldreomsorgen visar ett underskott på 1,2 Mkr för perioden, vilket väntas öka till 3,5 Mkr.",
        "Funktionsstöd har ett överskott för perioden på 0,4 Mkr men prognosen är ett underskott på 0,6 Mkr.",
        "Det är för tidigt att säga om målet för sjukfrånvaron nås under året.",
        "I riket är sjukfrånvaron 8,9 procent.",
        "Prognosen pekar mot ett underskott på drygt 5 Mkr.",
        "Sjukfrånvaron har sjunkit till 7,4 procent men ligger fortfarande över målvärdet.",
        "Äldreomsorgens underskott beror på vikarier (0,7 Mkr) och läkemedel (0,5 Mkr).",
    ],
)
def test_what_only_looks_like_a_claim_is_left(line: str) -> None:
    assert codes(line) - {"VAL230"} == set()


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        ("halvår 2024", False),
        ("kvartal 2 2024", False),
        ("andra kvartalet 2024", False),
        ("tertial 2 2024", True),
        ("T1 2024", True),
        ("kvartal 3 2024", True),
        ("tertial 4 2024", False),  # no such part of a year
    ],
)
def test_a_period_that_is_called_a_part_of_the_year_ends_with_it(name: str, wrong: bool) -> None:
    made = other_case("Allt är sagt.")
    named = replace(made.report, period=replace(made.report.period, name=said(name)))
    found = [each for each in review(replace(made, report=named), other_profile()).findings if each.code == "VAL504"]
    assert len(found) == int(wrong)


@pytest.mark.parametrize("name", ["Sammanfattning", "Året i korthet", "Översikt"])
def test_what_sums_up_may_say_again_what_the_report_says(name: str) -> None:
    again = "Äldreomsorgen har under våren infört digital tillsyn på alla sina boenden i hela kommunen."
    made = with_parts(section(name, TextPart(text(again))), section("Arbete", TextPart(text(again))))
    first = section("Förord", TextPart(text("Ett ord först.")))
    whole = replace(made, report=replace(made.report, sections=(first, *made.report.sections[1:])))
    twice = replace(whole, report=replace(whole.report, sections=(first, section("Mer", TextPart(text(again, again))))))
    assert [each for each in review(whole, other_profile()).findings if each.code in ("VAL400", "VAL423")] == []
    assert [each.code for each in review(twice, other_profile()).findings if each.code == "VAL400"] == ["VAL400"]
