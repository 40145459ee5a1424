"""What sentences claim of the report: of its rows, goals, levels, names and sources; one thing wrong at a time."""

from __future__ import annotations

from dataclasses import replace
from time import process_time

import pytest

from pipeline.findings.finding import Finding
from pipeline.model.case import Case
from pipeline.model.prose import Prose
from pipeline.model.report import (
    Goal,
    GoalsPart,
    Indicator,
    IndicatorsPart,
    LegendPart,
    Section,
    SectionPart,
    TextPart,
    UndertakingsPart,
)
from pipeline.model.statement import Statement
from pipeline.validate import review
from tests.validate.cases import HERE, THERE, goal, said, section
from tests.validate.tables import statement
from tests.validate.test_words_rules import area, lines, rules_profile, text, undertaking, vocabulary, with_parts

# Units of a social board: no common word before them, and another word than avdelning.
UNITS = statement(
    "Verksamhet | Avvikelse@2024-01–2024-08 | Avvikelse@2024\n"
    "Äldreomsorg | -1,2 | -3,0\nIndivid och familj | 0,5 | -0,4\nFunktionsstöd | 2,0 | 1,1\nHemtjänst | -0,3 | 0,2\n"
    "=Summa | 1,0 | -2,1",
    kind="driftredovisning",
    unit="mnkr",
)
NAMED = {"verksamhetsområde": tuple(said(row.label.value) for row in UNITS.rows[:4])}


def codes(made: Case, *wanted: str) -> list[Finding]:
    findings = review(made, rules_profile()).findings
    assert "VAL900" not in [each.code for each in findings], findings
    return [each for each in findings if each.code in wanted]


def with_table(made: Case, table: Statement) -> Case:
    return replace(made, statements={"t": table})


def about(name: str, *prose: str, assessment: str = "") -> Goal:
    made = replace(goal(name), text=text(*prose))
    return replace(made, assessment=said(assessment)) if assessment else made


def goals(*own: Goal) -> GoalsPart:
    return GoalsPart(said("Mål"), own)


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        ("Två av fyra verksamhetsområden har en prognos som är negativ.", False),
        ("Tre av fyra verksamhetsområden har en prognos som är negativ.", True),
        ("Ett av fyra verksamhetsområden har underskott både i utfall och i prognos.", False),
        ("2 av 4 verksamhetsområden visar överskott i prognosen.", False),
        ("1 av 4 verksamhetsområden visar överskott i prognosen.", True),
        ("Inget av de fyra verksamhetsområdena har överskott.", False),  # no number of them
        ("Tre av fyra elever klarar inte målen.", False),  # no row is a pupil
        ("En av fyra skolor har ett underskott i prognosen.", False),  # the case says which rows count as what
    ],
)
def test_so_many_of_so_many_rows_are_what_the_table_has(sentence: str, wrong: bool) -> None:
    made = with_table(lines(sentence), replace(UNITS, units=NAMED))
    assert len(codes(made, "VAL250")) == int(wrong)


def test_without_units_the_rows_are_those_that_are_as_many() -> None:
    table = replace(UNITS, units={})
    (wrong,) = codes(with_table(lines("En av fyra enheter har en negativ prognos."), table), "VAL250")
    assert "i tabellen är det 2 av 4" in wrong.message
    assert "Äldreomsorg −3; Individ och familj −0,4" in wrong.message
    assert codes(with_table(lines("En av sju enheter har en negativ prognos."), table), "VAL250") == []


@pytest.mark.parametrize(
    ("sentence", "assessment", "count"),
    [
        ("En av sju enheter har en negativ prognos.", "uppnår", 1),
        ("Fem av sju enheter har nått dit.", "uppnår", 1),
        ("Fem av sju enheter har nått dit.", "delvis", 0),
        ("Sju av sju enheter har nått dit.", "uppnår", 0),
        ("Ingen av sju enheter har en negativ prognos.", "uppnår", 0),
        ("Fem av sju barn har nått dit.", "uppnår", 0),
    ],
)
def test_a_goal_for_all_is_reached_by_all(sentence: str, assessment: str, count: int) -> None:
    for part, at in ((about("Alla enheter ska ha balans", sentence), assessment), (
        about("Samtliga enheter ska ha balans", sentence, assessment=assessment), "uppnår",
    )):  # fmt: skip
        assert len(codes(with_parts(area("Skola", goals(part), assessment=at)), "VAL251")) == count


@pytest.mark.parametrize(
    ("name", "sentence", "count"),
    [
        ("Bygga 600 bostäder per år", "Till och med juni är 200 bostäder klara, i linje med målet.", 1),
        ("Bygga 600 bostäder per år", "Till och med juni är 290 bostäder klara, i linje med målet.", 0),
        ("Bygga 600 bostäder per år", "I år är 390 bostäder klara, vilket når målet.", 0),
        ("Bygga 600 bostäder per år", "Till och med juni är 200 bostäder klara, inte i linje med målet.", 0),
        ("Bygga 600 bostäder per år", "Till och med juni är 200 bostäder klara.", 0),
        ("Bygga fler bostäder", "Till och med juni är 2 bostäder klara, i linje med målet.", 0),
        ("Högst 600 anmälningar per år", "Till och med juni är 20 anmälningar gjorda, i linje med målet.", 0),
    ],
)
def test_what_is_in_line_with_a_goal_for_the_year_has_come_that_far(name: str, sentence: str, count: int) -> None:
    assert len(codes(with_parts(section("A", goals(about(name, sentence)))), "VAL252")) == count


@pytest.mark.parametrize(
    ("claim", "forecast", "count"),
    [
        ("Bedömningen är att målet kommer att nås.", 245, 0),
        ("Bedömningen är att målet kommer att nås.", 65, 1),
        ("Bedömningen är att målet inte kommer att nås.", 65, 0),
        ("Vi mäter varje år.", 65, 0),
    ],
)
def test_a_forecast_reaches_the_goal_that_is_said_to_be_reached(claim: str, forecast: int, count: int) -> None:
    prose = (claim, "Mål 2024: 100 kW.", f"Prognos effekt 2024: {forecast} kW.")
    assert len(codes(with_parts(section("A", goals(about("Mer sol", *prose)))), "VAL253")) == count


@pytest.mark.parametrize(
    ("name", "prose", "count"),
    [
        ("Bygga 600 bostäder per år", "Vi bygger.", 1),
        ("Mer sol", "Mål 2024: 100 kW.", 1),
        ("Mer sol", "Vi sätter upp paneler.", 0),
        ("Bättre skola", "Skolan startade 2023.", 0),
    ],
)
def test_goals_that_are_said_to_have_no_levels_have_none(name: str, prose: str, count: int) -> None:
    part = goals(about(name, prose))
    claims = TextPart(text("Målen har inga indikatorer med målnivåer."))
    assert len(codes(with_parts(section("Inledning", claims), section("A", part)), "VAL320")) == count
    others = TextPart(text("Målen har indikatorer med målnivåer."))
    assert codes(with_parts(section("Inledning", others), section("A", part)), "VAL320") == []


@pytest.mark.parametrize(
    ("claim", "told", "count"),
    [
        ("Inga investeringar att rapportera.", "Kontoret har påbörjat en investering i hallen.", 1),
        ("Inga investeringar redovisas.", "Under året har nämndens investering i hallen pågått.", 1),
        ("Inga investeringar att rapportera.", "Investeringstakten har minskat.", 0),
        ("Inga investeringar att rapportera.", "En investering i hallen planeras 2025.", 0),
        ("Inga investeringar att rapportera.", "Kontoret har inte påbörjat någon investering.", 0),
        ("Inga avvikelser att rapportera.", "Avvikelsen har minskat.", 0),
        ("Två investeringar att rapportera.", "Kontoret har påbörjat en investering.", 0),
    ],
)
def test_what_is_said_to_be_none_is_not_told_of_elsewhere(claim: str, told: str, count: int) -> None:
    made = with_parts(section("Pengar", TextPart(text(claim))), section("Hallar", TextPart(text(told))))
    assert len(codes(made, "VAL321")) == count


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("Området bedöms delvis uppnå resultatmålen.", 0),
        ("Processmålet bedöms delvis uppfylla resultatmålen.", 1),
        ("Under hösten bedöms området efter allt arbete kunna nå ännu längre.", 0),
    ],
)
def test_an_assessment_has_the_words_of_the_legend(sentence: str, count: int) -> None:
    made = with_parts(area("Skola", TextPart(text(sentence)), assessment="delvis"))
    assert len(codes(made, "VAL322")) == count


def test_the_legend_explains_what_is_used_and_has_no_gaps() -> None:
    part = UndertakingsPart(said("Å"), (undertaking("bygga"),))
    legend = LegendPart((said("bedömning"), said("färdiggrad")), THERE)
    made = with_parts(section("Tecken", legend), area("Skola", part))
    told = [each.message for each in codes(made, "VAL323")]
    assert told == [
        "trend används i rapporten men förklaras inte bland symbolerna",
        "status används i rapporten men förklaras inte bland symbolerna",
    ]
    steps = vocabulary("färdiggrad", {each: f"{each} %" for each in ("0", "20", "80", "100")})
    gaps = replace(rules_profile(), vocabularies={**rules_profile().vocabularies, "färdiggrad": steps})
    assert "färdiggrad har stegen 0, 20, 80, 100: 40 och 60 saknas" in {
        each.message for each in review(made, gaps).findings
    }
    even = vocabulary("färdiggrad", {each: each for each in ("0", "25", "50", "75", "100")})
    whole = replace(gaps, vocabularies={**gaps.vocabularies, "färdiggrad": even})
    assert not [each for each in review(made, whole).findings if "saknas" in each.message]


def both(name: str, *more: Section) -> Section:
    parts = (goals(goal("läsa")), UndertakingsPart(said("Å"), (undertaking(f"bygga {name}"),)))
    return area(name, *parts, *(SectionPart(each) for each in more))


@pytest.mark.parametrize(("sentence", "count"), [("Skolan finns.", 1), ("Inga åtaganden finns i år.", 0)])
def test_a_section_has_what_its_neighbours_have_or_says_so(sentence: str, count: int) -> None:
    odd = area("Vård", TextPart(text(sentence)), goals(goal("vårda")))
    assert len(codes(with_parts(both("Skola"), both("Kultur"), odd), "VAL324")) == count
    assert codes(with_parts(odd), "VAL324") == []


def test_a_heading_is_not_said_twice_in_a_row() -> None:
    twice = replace(area("Skola", TextPart(text("Bra."))), subheading=said("Skola"))
    assert len(codes(with_parts(twice), "VAL313")) == 1
    assert len(codes(with_parts(area("Skola", SectionPart(section("Skola")))), "VAL313")) == 1
    assert codes(with_parts(area("Skola", SectionPart(section("Elever")))), "VAL313") == []


def test_the_board_stands_among_those_who_answer() -> None:
    def owned(name: str, *who: str) -> UndertakingsPart:
        return UndertakingsPart(said("Å"), (replace(undertaking(name), responsible=tuple(map(said, who))),))

    parts = [owned("a", "BUN", "KS"), owned("b", "BUN"), owned("c", "KS", "alla nämnder")]
    made = with_parts(*(section(f"S{number}", part) for number, part in enumerate(parts)))
    of_schools = replace(made, report=replace(made.report, board=said("Barn- och utbildningsnämnden")))
    (wrong,) = codes(of_schools, "VAL325")
    assert wrong.message.startswith('BUN står inte bland de ansvariga för "c" (KS, alla nämnder)')
    assert codes(replace(made, report=replace(made.report, board=said("Miljönämnden"))), "VAL325") == []


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("Verksamhetsområdet för Hemtjänst växer.", 0),
        ("Verksamhetsområde Individ och familj växer.", 0),
        ("Verksamhetsområdet för Socialpsykiatri växer.", 1),
        ("Verksamhetsområdet har växt för Hemtjänsten.", 0),
    ],
)
def test_units_of_the_prose_are_in_the_register(sentence: str, count: int) -> None:
    made = with_table(lines(sentence), replace(UNITS, units=NAMED))
    assert len(codes(made, "VAL326")) == count


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        ("Vi bygger i Stadslogistik vid ån.", "Vi bygger i Stads logistik vid ån.", 1),
        ("Vi bygger i Norra Parken vid ån.", "Vi bygger i Norra parken vid ån.", 1),
        ("Vi frågar Kfast om huset.", "Vi frågar KFAST om huset.", 1),
        ("Vi frågar Kultur och fritid.", "Vi frågar Kultur- och fritidsnämnden.", 0),
        ("Skolan växer.", "Skolans elever växer.", 0),
        ("Över tid blir det bättre.", "Övertid blir det mer av.", 0),
        ('Vi följer "Plan för en god skola 2024".', 'Vi följer "Plan för en god utbildning 2024–2027".', 1),
        ('Vi följer "Plan för en god skola 2024".', 'Vi följer "Program för alla barn i skolan 2024".', 0),
        ("Regler för arbetsmiljöarbete antogs av KF i juni 2024.", "Ny arbetsmiljöplan antogs av KF i juni 2024.", 1),
        ("Riktlinjer för arbetsmiljöarbete antogs av KF i juni 2024.", "Ny skolplan antogs av KF i juni 2024.", 0),
    ],
)  # fmt: skip
def test_one_thing_has_one_name(one: str, other: str, count: int) -> None:
    assert len(codes(lines(one, other), "VAL420")) == count


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("Kommunstyrelsen (KS) och ks/klk har KLK.", 1),
        ("Frågan går till ks och KS.", 1),
        ("IT är det som det är.", 0),  # a word of its own in small letters
        ("Priset är 3 kr och KRAV gäller.", 0),
    ],
)
def test_short_forms_are_written_alike(sentence: str, count: int) -> None:
    assert len(codes(lines(sentence), "VAL421")) == count


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        ("Elevenkäten visar ett gott resultat.", "Elevenkäten genomförs under hösten.", 1),
        ("Elevenkäten 2023 visar ett gott resultat.", "Elevenkäten genomförs under hösten.", 0),
        ("Elevenkäten visar ett gott resultat.", "Elevenkäten visar att det är svårt att få hjälp.", 1),
        ("Elevenkäten visar ett gott resultat.", "Brukarenkäten genomförs under hösten.", 0),
        ("Elevenkäten visar inget gott resultat.", "Elevenkäten genomförs under hösten.", 0),
    ],
)
def test_what_is_said_of_one_source_goes_together(one: str, other: str, count: int) -> None:
    assert len(codes(lines(one, other), "VAL422")) == count


def test_a_long_sentence_stands_once_outside_of_the_summary() -> None:
    long = "Planen för uppföljning tas med som en punkt när den nya gruppen startar."
    more = TextPart(text(f"{long} Beslut fattas i höst av styrelsen."))
    made = with_parts(section("A", more), section("B", TextPart(text(long))))
    (twice,) = codes(made, "VAL423")
    assert 'står också under "A"' in twice.message
    first = section("Sammanfattning", TextPart(text(f"{long} Mer står nedan, i de delar som följer.")))
    sections = (first, *made.report.sections[1:2])
    assert codes(replace(made, report=replace(made.report, sections=sections)), "VAL423") == []


def test_prose_that_is_empty_is_no_trouble_for_any_rule() -> None:
    assert not [each for each in review(with_parts(section("A", TextPart(Prose((), HERE)))), rules_profile()).findings
                if each.code == "VAL900"]  # fmt: skip


def test_indicators_with_goals_are_levels_too() -> None:
    part = IndicatorsPart(said("Mått"), said("Mått"), (said("Mål 2024"),), (
        Indicator(said("a"), said("Nöjda elever (%)"), (said("83 %"),), THERE, said("högre")),
    ))  # fmt: skip
    claims = section("Inledning", TextPart(text("Målen saknar indikatorer med målnivåer.")))
    assert len(codes(with_parts(claims, section("A", part)), "VAL320")) == 1


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("Andra halvåret 2023 har byggt vidare på det första.", 1),
        ("Andra halvåret har vi mer att göra.", 1),
        ("Första halvåret 2023 har gått bra.", 0),
        ("Under hösten har arbetet gått bra.", 1),
        ("Under tredje kvartalet har arbetet gått bra.", 0),
        ("Andra halvåret 2022 har gått bra.", 0),
        ("Appen planeras att starta Q3.", 1),
        ("Arbetet startas under hösten.", 0),
        ("Arbetet inleds fjärde kvartalet.", 0),
        ("Arbetet påbörjas våren 2024.", 0),
        ("Uppföljning av plan för trygghet 2018–2023 inför planens sista år.", 1),
        ("Uppföljning av plan för trygghet 2020–2024 inför planens sista år.", 0),
    ],
)
def test_times_of_the_prose_agree_with_the_end_of_the_period(sentence: str, count: int) -> None:
    assert len(codes(lines(sentence), "VAL411")) == count


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        ("Särskilda insatser för och skola fortsätter.", '"för och skola"'),
        ("Ett 70-tal antal ungdomar deltog.", '"70-tal antal"'),
        ("Arbetet i och med avtalet och av och till annat går bra.", ""),
        ("Frågan om och när det sker är öppen, i och utanför huset.", ""),
        ("Ett 70-tal ungdomar deltog.", ""),
    ],
)
def test_a_phrase_that_lacks_a_word_is_found(sentence: str, wrong: str) -> None:
    found = codes(lines(sentence), "VAL403")
    assert [wrong in each.message for each in found] == [True] * bool(wrong)


@pytest.mark.parametrize(
    ("sentence", "advice"),
    [
        ("Medelåldern är 48.2 år.", "skriv 48,2"),
        ("Perioden januari – augusti är slut.", "tankstreck utan mellanslag"),
        ("Guiden blir klar i oktober, 2023.", "skriv maj 2023"),
        ("Vi arbetar under Q1-Q2 med det.", "tankstreck utan mellanslag"),
        ("Det är öppet - både nu och sedan.", "tankstreck med mellanslag"),
        ("Det är 50% och 48.2 procent.", "skriv 48,2; skriv 50 %"),
        ("Version 2.1 kom den 3 maj kl. 9.00–15.30, avsnitt 1.13.", ""),
    ],
)
def test_typing_is_told_with_what_to_write_instead(sentence: str, advice: str) -> None:
    found = codes(lines(sentence), "VAL406")
    assert [advice in each.help for each in found] == [True] * bool(advice)


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("En fördjupad översiktsplan (FÖP.) görs.", 0),
        ("Arbetet sker i KUG:arna (KoncernUtvecklingsGrupp).", 0),
        ("Ärendet 2023/KS 0871 och KS/2023:288 är avslutat.", 0),
        ("Arbetet sker i KUG:arna.", 1),
        ("Frågan gäller DP och inget annat.", 1),
    ],
)
def test_short_forms_are_explained_in_more_ways_than_one(sentence: str, count: int) -> None:
    assert len(codes(lines(sentence), "VAL410")) == count


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("Undersökningen gick sämre än föregående år.", 1),
        ("Undersökningen gick sämre än förra året, 63 mot 70.", 0),
        ("Det är bättre än i fjol.", 1),
        ("Det är bättre än väntat.", 0),
    ],
)
def test_a_comparison_with_another_year_has_its_values(sentence: str, count: int) -> None:
    assert len(codes(lines(sentence), "VAL409")) == count


@pytest.mark.parametrize(
    ("entries", "count"),
    [
        (("Säkerställande av skolplanering", "Förmågan i matematik"), 0),
        (("Säkerställande av skolplanering", "Det nya kulturhuset"), 2),  # one that is none, and one that is left out
        (("Det nya kulturhuset", "Förmågan i matematik"), 1),  # the list is not known as one after its first line
    ],
)
def test_names_in_a_list_are_those_of_undertakings_also_in_short(entries: tuple[str, ...], count: int) -> None:
    late = (
        undertaking("Kommunen säkerställer skolplanering för alla unga i staden", "försenat"),
        undertaking("Elevernas förmåga i matematik ökas genom övning i skolan", "försenat"),
    )
    inside = text("Två åtaganden är försenade:", *entries, "Mer om dem nedan.")
    made = with_parts(section("Inledning", TextPart(inside)), section("A", UndertakingsPart(said("Å"), late)))
    assert len(codes(made, "VAL311")) == count


@pytest.mark.parametrize(
    ("trend", "sentence", "count"),
    [
        ("bättre", "Syftet är att öka attraktiviteten och förbättra samverkan.", 1),
        ("bättre", "Resultaten har förbättrats.", 0),
        ("bättre", "Sjukfrånvaron har minskat.", 0),
        ("bättre", "Det har blivit sämre.", 1),
        ("sämre", "Genomförda förbättringar har fokus på budgeten.", 1),
        ("sämre", "Byggandet bromsar in på grund av konjunkturen.", 0),
        ("sämre", "Antalet bostäder är lägre än i fjol.", 0),
        ("oförändrad", "Skolan finns.", 0),
    ],
)
def test_a_trend_has_a_reason_that_goes_its_way(trend: str, sentence: str, count: int) -> None:
    trends = vocabulary("trend", {each: f"{each} än förra året" for each in ("bättre", "oförändrad", "sämre")})
    both_ways = replace(rules_profile(), vocabularies={**rules_profile().vocabularies, "trend": trends})
    made = with_parts(area("Skola", TextPart(text(sentence)), trend=trend))
    assert len([each for each in review(made, both_ways).findings if each.code == "VAL301"]) == count


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("Under perioden augusti 2023 till och med juli 2024 var sjukfrånvaron 4,2 procent.", 1),
        ("Under perioden augusti 2023–juli 2024 var sjukfrånvaron 4,2 procent.", 1),
        ("Under perioden januari 2024 till och med juli 2024 var sjukfrånvaron 4,2 procent.", 0),
        ("Under perioden augusti 2022 till och med juli 2023 var sjukfrånvaron 4,2 procent.", 0),
        ("Under perioden augusti 2023 till och med juli 2024 var andelen 4,2 procent.", 0),
        ("Sjukfrånvaron var 4,2 procent.", 0),
    ],
)
def test_a_value_is_of_the_year_that_its_column_says(sentence: str, count: int) -> None:
    part = IndicatorsPart(said("Mått"), said("Mått"), (said("Utfall 2023"), said("Utfall 2024")), (
        Indicator(said("a"), said("Sjukfrånvaro (%)"), (said("5,0 %"), said("4,2 %")), THERE, said("lägre")),
    ))  # fmt: skip
    made = with_parts(section("Inledning", TextPart(text(sentence))), section("A", part))
    assert len(codes(made, "VAL254")) == count


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("12 personer har anställts. Av dem har sju rekryterats externt och fem inom kommunen.", 0),
        ("12 personer har anställts. Av dem har åtta rekryterats externt och fem inom kommunen.", 1),
        ("12 personer har anställts. Av dem har sju gått i pension och fyra flyttat.", 0),
        ("Av dem arbetar sju heltid och fem deltid.", 0),
        ("12 lärare har slutat och 9 börjat. Av dessa arbetar 5 heltid och 4 deltid.", 0),
        ("12 lärare har slutat och 9 börjat. Av dessa arbetar 5 heltid och 5 deltid.", 1),
    ],
)
def test_opposites_are_together_as_many_as_the_sentence_before_says(sentence: str, count: int) -> None:
    assert len(codes(lines(sentence), "VAL255")) == count


@pytest.mark.parametrize(
    ("sentence", "code"),
    [
        ("Rapporten för perioden januari–augusti 2023 godkänns.", ""),
        ("Rapporten för perioden januari – april 2023 godkänns.", "VAL504"),
        ("Utfallet för årets första åtta månader är bra.", ""),
        ("Utfallet för årets första fyra månader är bra.", "VAL505"),
        ("Under årets första sju månader har tolv börjat.", ""),
        ("Under årets första nio månader har tolv börjat.", "VAL505"),
    ],
)
def test_the_period_is_called_what_it_is_in_the_decision_and_in_the_prose(sentence: str, code: str) -> None:
    found = codes(with_parts(section("A", TextPart(text("Allt."))), decision=sentence), "VAL504", "VAL505")
    assert [each.code for each in found] == [code] * bool(code)


@pytest.mark.parametrize(
    ("sentence", "listed"),
    [
        ("Allt.", "förkortningarna BUN, SN bland"),
        ("Socialnämnden (SN) svarar.", "förkortningen BUN bland"),
        ("Socialnämnden (SN) och BUN (barn- och utbildningsnämnden) svarar.", ""),
    ],
)
def test_those_who_answer_are_spelled_out_somewhere(sentence: str, listed: str) -> None:
    who = tuple(map(said, ("BUN", "SN", "alla bolag")))
    part = UndertakingsPart(said("Å"), (replace(undertaking("bygga"), responsible=who),))
    told = [each.message for each in codes(with_parts(section("A", TextPart(text(sentence)), part)), "VAL410")]
    assert [each.startswith(listed) for each in told if "bland de ansvariga" in each] == [True] * bool(listed)


@pytest.mark.parametrize("bit", ["2018-2023 inför ", "har inga ", "Resultatet utfall ", "var tredje ", "minus "])
def test_a_long_line_of_the_same_words_takes_no_rule_long(bit: str) -> None:
    started = process_time()
    review(lines((bit * 1000)[:6000]), rules_profile())
    assert process_time() - started < 5  # a pattern that looks at everything from everywhere takes longer
