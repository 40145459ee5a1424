"""Relations that no equation has: lone cells, swapped amounts, turned signs, rows and papers that must agree."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.findings.finding import Finding
from pipeline.model.case import Case
from pipeline.model.origin import Sourced
from pipeline.model.prose import FigureReference
from pipeline.model.report import Earlier, Period, Section, TextPart
from pipeline.validate import review
from tests.validate.cases import FIGURE, HERE, STATEMENT, case, day, profile, prose, said, section
from tests.validate.tables import found, statement
from tests.validate.test_words_rules import area, rules_profile, text, with_parts

# Costs and revenue are both plain numbers, and plus is good in the deviations of both.
PLUS_IS_GOOD = """
Konto         | Prognos@2024 | Budget@2024 | Avvikelse@2024
Löner         | 416,4        | 412,6       | -3,8
Hyror         | 79,3         | 78,9        | -0,4
=Summa kostn  | 495,7        | 491,5       | -4,2
Avgifter      | 19,7         | 19,8        | -0,1
Bidrag        | 45,1         | 42,6        | 2,5
=Summa int    | 64,8         | 62,4        | 2,4
==Netto       | 430,9        | 429,1       | -1,8
Kommunbidrag  | 429,1        | 429,1       | 0,0
==Resultat    | -1,8         | 0,0         | -1,8
"""
TWO_YEARS = """
Konto     | Utfall@2022 | Utfall@2023 | Budget@2023
Förskola  | 44,3        | 45,6        | 46,1
Grundskola| 74,9        | 79,3        | 77,2
Fritidshem| 9,1         | 9,3         | 9,4
Gymnasium | 24,5        | 26,1        | 25,6
=Summa    | 152,8       | 160,3       | 158,3
"""


def of(made: Case, code: str) -> list[Finding]:
    findings = review(made, rules_profile()).findings
    assert "VAL900" not in [each.code for each in findings], findings
    return [each for each in findings if each.code == code]


def codes(table: str) -> list[str]:
    return [each.code for each in found(statement(table))]


def test_tables_in_which_plus_is_good_are_right() -> None:
    assert codes(PLUS_IS_GOOD) == []
    assert codes(TWO_YEARS) == []


def test_a_result_whose_deviation_has_the_other_sign_is_found() -> None:
    turned = PLUS_IS_GOOD.replace("| -1,8         | 0,0         | -1,8", "| -1,8         | 0,0         | 1,8")
    assert "VAL219" in codes(turned)


def test_amounts_that_have_changed_places_are_found() -> None:
    swapped = TWO_YEARS.replace("44,3 ", "24,5 ").replace("| 24,5        | 26,1", "| 44,3        | 26,1")
    (wrong,) = [each for each in found(statement(swapped)) if each.code == "VAL220"]
    assert "Förskola Utfall är 24,5 och Gymnasium Utfall är 44,3" in wrong.message


@pytest.mark.parametrize(
    ("table", "count"),
    [
        ("Konto | Utfall | Budget\nA | 1 | 2\nB | 3 | \nC | 5 | 6\n=Summa | 9 | 8", 1),
        ("Konto | Utfall | Budget\nA | 1 | \nB | 3 | \nC | 5 | 6\n=Summa | 9 | 6", 0),
        ("Konto | Utfall | Budget | Prognos\nA | 1 | 2 | 1\nB | 3 | -2 | 2\n=Summa | 4 | | 3", 2),
    ],
)
def test_a_cell_that_is_empty_alone_and_a_total_that_is_missing_are_found(table: str, count: int) -> None:
    assert codes(table).count("VAL218") == count


def quoting(*sentences: str) -> Case:
    """Return a case whose sentences end in a named figure of the row Resultat; ``#`` is the place of it."""
    parts = []
    for sentence in sentences:
        before, _, after = sentence.partition("#")
        parts.append(
            TextPart(prose(before, FigureReference("resultat", HERE), after) if "#" in sentence else text(sentence))
        )
    made = with_parts(section("Ekonomi", *parts))
    figure = replace(FIGURE, unit="mnkr")
    return replace(made, statements={"rr": replace(STATEMENT, unit="mnkr")}, figures={"resultat": figure})


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("Intäkterna är # mnkr.", 1),
        ("Nämndens resultat är # mnkr.", 0),
        ("Lägre intäkter än väntat ger ett resultat på # mnkr.", 0),
        ("Förvaltningen räknar med # mnkr.", 0),
    ],
)
def test_a_sentence_that_begins_with_a_row_has_a_number_of_it(sentence: str, count: int) -> None:
    assert len(of(quoting(sentence), "VAL244")) == count


def test_words_that_stand_often_have_one_number() -> None:
    same = ("Prognosen på helår uppgår till 6,6 mnkr.", "En prognos på helår uppgår till 6,6 mnkr.")
    third = "Vår prognos på helår uppgår till 6,6 mnkr."
    odd = "Och prognosen på helår uppgår till 540,3 mnkr."
    assert of(quoting(*same, third), "VAL245") == []
    assert len(of(quoting(*same, third, odd), "VAL245")) == 1
    assert of(quoting(*same, odd), "VAL245") == []


def before(made: Section, assessment: str, trend: str) -> Section:
    return replace(made, earlier=Earlier(said(assessment), said(trend)))


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("Trenden är oförändrad.", 0),
        ("Trenden är stigande.", 1),
        ("Trenden för Vård är stigande.", 0),
        ("Trenden var tidigare stigande.", 0),
        ("Trenden har gått från stigande till oförändrad.", 0),
        ("Trenden har gått från oförändrad till stigande.", 2),
    ],
)
def test_a_trend_in_the_prose_is_that_of_its_section(sentence: str, count: int) -> None:
    school = before(area("Skola", TextPart(text(sentence))), "uppnår", "bättre")
    care = area("Vård", TextPart(text("Allt är bra.")), trend="bättre")
    assert len(of(with_parts(school, care), "VAL315")) == count


@pytest.mark.parametrize(
    ("sentence", "count"),
    [("Två förändringar har skett.", 1), ("En förändring har skett.", 0), ("Trenden har ändrats för två områden.", 1)],
)
def test_as_many_changes_are_told_as_there_are(sentence: str, count: int) -> None:
    school = before(area("Skola", TextPart(text("Det har blivit bättre."))), "uppnår", "bättre")
    care = before(area("Vård", TextPart(text("Allt är bra."))), "uppnår", "oförändrad")
    told = section("Om trender", TextPart(text(sentence)))
    assert len(of(with_parts(told, school, care), "VAL316")) == count
    unknown = area("Miljö", TextPart(text("Allt är bra.")))
    assert of(with_parts(told, school, care, unknown), "VAL316") == []


WORD = with_parts(section("A", TextPart(text("Allt är sagt."))))
PERIOD = WORD.report.period


@pytest.mark.parametrize(
    ("code", "made"),
    [
        ("VAL508", replace(WORD, folder="ks-2023-2")),
        ("VAL509", with_parts(section("A", TextPart(text("Se ärende KS/2023:2."))))),
        ("VAL510", replace(WORD, report=replace(WORD.report, board=said("Nämnde")))),
        ("VAL511", replace(WORD, meeting=day("2024-10-24"))),
        (
            "VAL504",
            replace(WORD, report=replace(WORD.report, period=replace(PERIOD, name=said("januari–augusti 2024")))),
        ),
        ("VAL504", replace(WORD, report=replace(WORD.report, period=replace(PERIOD, start=day("2022-01-01"))))),
        ("VAL504", replace(WORD, decision_points=(prose("Rapporten för mars–augusti godkänns."),))),
    ],
)
def test_papers_that_do_not_agree_are_found(code: str, made: Case) -> None:
    assert of(WORD, code) == []
    assert len(of(made, code)) == 1


def test_folders_and_numbers_that_are_others_are_left_alone() -> None:
    assert of(replace(WORD, folder="prov"), "VAL508") == []
    assert of(replace(WORD, folder="ks-2023-1"), "VAL508") == []
    assert of(with_parts(section("A", TextPart(text("Se ärende KF/2019:44.")))), "VAL509") == []


def test_a_period_over_the_turn_of_the_year_has_both_years() -> None:
    period = Period(day("2023-07-01"), day("2024-06-30"), Sourced("juli 2023–juni 2024", HERE))
    made = replace(WORD, report=replace(WORD.report, period=period), document_date=day("2024-07-30"), meeting=None)
    assert of(made, "VAL504") == []
    assert case().folder == "prov"
    assert profile().id == "kommun"
