"""Years and periods: what is told as past, stretches of time, lone years, report numbers, columns and figures."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.model.figure import Figure
from pipeline.model.report import Indicator, IndicatorsPart
from pipeline.model.statement import Scenario, Statement
from pipeline.validate.numbers.mention import Kind
from pipeline.validate.numbers.scan import scan
from tests.validate.cases import FIGURE, THERE, case, said, section
from tests.validate.tables import statement
from tests.validate.test_claims import codes, with_table
from tests.validate.test_words_rules import lines, with_parts

TITLED = replace(
    case(), title=said("Delårsrapport 2 2023"), report=replace(case().report, title=said("Delårsrapport 2"))
)


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("Planen beslutades av fullmäktige i juni 2026.", 1),
        ("Planen beslutades av fullmäktige 13 juni 2026.", 1),
        ("Kontoret hade i juli 2025 totalt 114 anställda.", 1),
        ("Under 2025 har arbetet med strategin fortsatt.", 1),
        ("Enkäten genomfördes under oktober månad 2024.", 1),
        ("Arbetet startade i mars 2025.", 1),
        ("Planen beslutades 2026-06-13.", 1),
        ("Högskolan blev universitet från och med 1 januari 2025.", 1),
        ("Planen beslutades av fullmäktige i juni 2023.", 0),
        ("Under 2022 har arbetet fortsatt.", 0),
        ("Beslut togs om att mässan under 2025 ska hållas här.", 0),
        ("Arbetet har planerats inför 2026.", 0),
        ("Nya överenskommelser har beslutats till 2026.", 0),
        ("Planerade aktiviteter under 2026 är klara.", 0),
        ("Det goda resultatet väntas fortsätta under 2026.", 0),
    ],
)
def test_what_has_been_lies_before_the_papers(sentence: str, count: int) -> None:
    assert len(codes(lines(sentence), "VAL412")) == count


@pytest.mark.parametrize(
    ("sentence", "shown"),
    [
        (
            "Under perioden augusti 2025 till och med juli 2023 var frånvaron låg.",
            "augusti 2025 till och med juli 2023",
        ),
        ("Under september 2023–augusti 2023 var frånvaron låg.", "september 2023–augusti 2023"),
        ("Den nya inriktningen 2024–2020 är klar.", "2024–2020"),
        ("Planen är färdig årsskiftet 27/25.", "årsskiftet 27/25"),
        ("Läsåret 2024/23 var gott.", "2024/23"),
    ],
)
def test_a_stretch_of_time_that_runs_backwards_is_told(sentence: str, shown: str) -> None:
    assert [each.message for each in codes(lines(sentence), "VAL413")] == [f'"{shown}" slutar innan det börjar']


@pytest.mark.parametrize(
    "sentence",
    [
        "Under perioden augusti 2022 till och med juli 2023 var frånvaron låg.",
        "Den nya inriktningen 2020–2024 är klar, liksom den från 2023 till 2022 års nivå.",
        "Planen är färdig årsskiftet 99/00 och 24/25.",
        "Läsåret 2023/24 var bättre än 2022/23.",
        "Ökningen är 2023 jämfört med 2022 stor.",
        "Mötet hölls 2023-08-14, och protokollet är från 2023-09.",
    ],
)
def test_stretches_in_order_and_years_that_are_compared_are_not(sentence: str) -> None:
    assert codes(lines(sentence.replace(", liksom den från 2023 till 2022 års nivå", "")), "VAL413") == []


def test_a_year_that_stands_alone_beside_those_of_the_report_is_listed() -> None:
    made = lines("Målet är satt till 2045 för kommunen.", "Planen 2030 gäller, och planen 2030 är ny.", "Under 2024.")
    assert [each.message for each in codes(made, "VAL243")] == [
        'årtalet 2045 ("2045") står bara här, och ligger utanför 2022–2024'
    ]
    other = lines("Planen 2030 gäller.", "Målet för år 2030 är satt.")
    assert len(codes(other, "VAL243")) == 2


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("Utfallet i delår 5 är gott.", 1),
        ("Delårsrapport 3 är en uppföljning.", 1),
        ("Uppföljningen sker i samband med delårsrapportering 2, 2026.", 1),
        ("Utfallet i delår 2 är gott.", 0),
        ("Utfallet i delårsrapport 1 2023 var gott.", 0),
        ("Resultatet kommer att redovisas i delårsrapport 3.", 0),
        ("Uppföljningen sker i delårsrapport 2 2023.", 0),
        ("Delårsrapport 2.5 finns inte.", 0),
        ("Årsrapport 4 är klar.", 0),
    ],
)
def test_a_report_that_comes_after_this_is_told(sentence: str, count: int) -> None:
    made = replace(TITLED, report=replace(TITLED.report, sections=lines(sentence).report.sections))
    assert len(codes(made, "VAL414")) == count


def test_a_report_without_a_number_has_none_that_comes_after() -> None:
    assert codes(lines("Utfallet i delår 5 är gott."), "VAL414") == []


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("Rapporten för perioden januari – augusti 2026 godkänns.", 1),
        ("Rapporten för perioden januari till och med augusti 2022 godkänns.", 1),
        ("Rapporten för perioden januari – augusti 2023 godkänns.", 0),
        ("Rapporten för perioden januari – augusti godkänns.", 0),
    ],
)
def test_the_decision_names_the_year_of_the_period(sentence: str, count: int) -> None:
    made = with_parts(section("A"), decision=sentence)
    assert len(codes(made, "VAL504")) == count


def columns(*headings: str) -> Statement:
    values = " | ".join("1,0" for _ in headings)
    return statement(f"Konto | {' | '.join(headings)}\nHyror | {values}")


@pytest.mark.parametrize(
    ("headings", "code"),
    [
        (("Utfall 2022@2025-01–2022-08",), "VAL221"),
        (("Utfall@2023-08–2023-01",), "VAL221"),
        (("Budget Aug 2023@2026-01–2026-08",), "VAL222"),
        (("Utfall@2025", "Budget@2025"), "VAL223"),
        (("Utfall 2023@2023-01–2026-08",), "VAL223"),
        (("Prognos helår@2026", "Budget@2023"), "VAL224"),
        (("Avvikelse helår@2026", "Budget@2023"), "VAL224"),
    ],
)
def test_a_period_of_a_column_that_cannot_be_is_told(headings: tuple[str, ...], code: str) -> None:
    assert code in [each.code for each in codes(with_table(case(), columns(*headings)), code)]


def test_periods_of_columns_that_can_be_are_not() -> None:
    right = columns(
        "Utfall Aug 2022@2022-01–2022-08",
        "Utfall senaste år@2022-09–2023-08",
        "Utfall 2023@augusti 2022–juli 2023",
        "Budget 2024@2024",
        "Prognos 2023@2023",
        "Avvikelse 2022@2022",
    )
    assert codes(with_table(case(), right), "VAL221", "VAL222", "VAL223", "VAL224") == []


def figured(figure: Figure, *headings: str) -> list[str]:
    made = replace(case(), statements={"t": columns(*headings)}, figures={figure.name: figure})
    return [each.code for each in codes(made, "VAL221", "VAL222", "VAL223")]


def test_a_figure_has_the_year_of_its_column_and_is_no_outcome_to_come() -> None:
    table = columns("Prognos@2023")
    of_cell = replace(FIGURE, origin=table.rows[0].cells[0].origin, period="2026")
    assert figured(of_cell, "Prognos@2023") == ["VAL222"]
    assert figured(replace(of_cell, period="2023"), "Prognos@2023") == []
    typed = replace(FIGURE, origin=THERE, scenario=Scenario.OUTCOME)
    assert figured(replace(typed, period="juli 2026"), "Prognos@2023") == ["VAL223"]
    assert figured(replace(typed, period="augusti 2022–juli 2023"), "Prognos@2023") == []
    assert figured(replace(typed, period="augusti 2025–juli 2023"), "Prognos@2023") == ["VAL221", "VAL223"]


@pytest.mark.parametrize(("heading", "count"), [("Utfall 2025", 1), ("Utfall 2023", 0), ("Mål 2026", 0)])
def test_an_outcome_among_the_indicators_is_not_of_a_year_to_come(heading: str, count: int) -> None:
    part = IndicatorsPart(said("Indikatorer"), said("Indikator"), (said(heading),), (_indicator("Nöjda"),))
    assert len(codes(with_parts(section("A", part)), "VAL223")) == count


def _indicator(name: str) -> Indicator:
    return Indicator(said(name), said(name), (said("79"),), THERE)


def test_a_year_behind_the_name_of_a_period_is_a_year_and_not_its_number() -> None:
    assert [(each.text, each.kind) for each in scan("Under delåret 2023 har delår 2 kommit.")] == [
        ("2023", Kind.YEAR),
        ("delår 2", Kind.REFERENCE),
    ]


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("Den 33 april hade kontoret 12 anställda.", 1),
        ("Mötet var den 31 juni 2023.", 1),
        ("Planen antogs den 29 februari 2023.", 1),
        ("Planen antogs 2023-02-30.", 1),
        ("Planen antogs 2023-13-02.", 1),
        ("Planen antogs i 2023-13.", 0),
        ("Planen antogs den 29 februari 2024 och den 30 april.", 0),
        ("Planen antogs 2024-02-29 och 12/5 2023, och gäller från april 2024.", 0),
    ],
)
def test_a_day_that_its_month_does_not_have_is_told(sentence: str, count: int) -> None:
    assert len(codes(lines(sentence), "VAL415")) == count


def test_lone_years_among_names_headings_and_values_are_listed_too() -> None:
    part = IndicatorsPart(said("Indikatorer"), said("Indikator"), (said("Mål 2027"),), (_indicator("Nöjda 2031"),))
    told = [each.message for each in codes(with_parts(section("A", part)), "VAL243")]
    assert [message[:14] for message in told] == ["årtalet 2027 (", "årtalet 2031 ("]


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("Uppföljningen beskrivs i bilaga 4.", 1),
        ("Uppföljningen beskrivs i bilaga 1.", 0),
        ("Protokollet är bilaga 2. Se bilaga 2.", 0),
    ],
)
def test_an_appendix_that_is_not_there_is_told(sentence: str, count: int) -> None:
    assert len(codes(with_parts(section("A"), decision=sentence), "VAL517")) == count
