"""Sentences whose numbers are not what they say."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.findings.finding import Finding, Severity
from pipeline.model.case import Case, DecisionSection
from pipeline.model.origin import TextOrigin
from pipeline.model.prose import FigureReference, Inline, Paragraph, Prose, Text
from pipeline.model.report import Indicator, IndicatorsPart
from pipeline.model.statement import Scenario
from pipeline.validate import review
from tests.validate.cases import FIGURE, HERE, THERE, case, profile, said, section
from tests.validate.tables import statement

MONEY = statement(
    "Konto | Utfall@2023-01–2023-08 | Budget@2023 | Prognos@2023\n"
    "Intäkter | 373,3 | 544,9 | 540,3\nÖvrigt | 12,9 | 33,4 | 2,5",
    unit="mnkr",
)
INDICATORS = IndicatorsPart(
    said("Indikatorer"),
    said("Indikator"),
    (said("Utfall 2022"), said("Mål 2023")),
    (
        Indicator(said("sjuk"), said("Total sjukfrånvaro, (%)"), (said("1,9%"), said("3,0%")), THERE, said("lägre")),
        Indicator(said("nöjd"), said("Nöjda invånare, index"), (said("79"), said("83")), THERE, said("högre")),
    ),
)


def with_lines(*lines: str | tuple[Inline, ...]) -> Case:
    blocks = tuple(
        Paragraph((Text(line),) if isinstance(line, str) else line, TextOrigin("a.md", number))
        for number, line in enumerate(lines, start=1)
    )
    right = case()
    texts = DecisionSection(said("Ärendebeskrivning"), Prose(blocks, HERE))
    report = replace(right.report, sections=(section("A", INDICATORS),))
    figure = replace(FIGURE, unit="miljoner kronor", scenario=Scenario.FORECAST, period="2023")
    return replace(right, sections=(texts,), report=report, statements={"t": MONEY}, figures={"resultat": figure})


def found(*lines: str | tuple[Inline, ...]) -> list[Finding]:
    findings = review(with_lines(*lines), profile()).findings
    return [each for each in findings if "VAL230" <= each.code < "VAL250" or each.code == "VAL900"]


RESULT = FigureReference("resultat", TextOrigin("a.md", 1, 9))


@pytest.mark.parametrize(
    "line",
    [
        "Intäkterna budgeteras till 544,9 miljoner kronor för 2023 och prognosen är 540,3 mnkr.",
        "Utfallet till och med augusti är 373,3 mnkr.",
        "Sjukfrånvaron var 1,9 procent, lägre än målet på 3,0 procent.",
        "Nöjda invånare har index 79, målet 83 är inte uppnått.",
        "Under årets åtta månader, januari–augusti 2023, hölls mötet den 3 maj enligt § 12.",
        "Indexet har minskat från 83 till 79.",
        "Totalt 540,3 mnkr av budgeten 544,9 mnkr.",
        "Intäkterna är lägre än budgeten på 544,9 mnkr.",
        "Av 540,3 mnkr i prognosen avser 12,9 mnkr utfall hittills.",
        "Jämfört med 2022 har intäkterna ökat till 373,3 mnkr.",
        "Prognosen i delår 1 var 544,9 mnkr.",
    ],
)
def test_what_is_right_passes(line: str) -> None:
    assert found(line) == []


@pytest.mark.parametrize(
    ("code", "line", "words"),
    [
        ("VAL230", "Vi har 120 medarbetare.", '"120 medarbetare" står bara i texten'),
        ("VAL231", "Intäkterna budgeteras till 540,3 mnkr.", "är prognos 2023"),
        ("VAL231", "Prognosen är 544,9 miljoner kronor.", "Intäkter Prognos är 540,3"),
        ("VAL232", "Utfallet 2021 var 373,3 mnkr.", "säger 2021"),
        ("VAL232", "Utfallet på helår är 373,3 mnkr.", "säger helår"),
        ("VAL237", "Indexet har ökat från 83 till 79.", "ökat"),
        ("VAL238", "Målet för sjukfrånvaron på 1,9 procent gäller.", "är 3,0% i tabellen"),
        ("VAL242", "Sjukfrånvaron var 79 procent under 2022.", "indikatorn har 1,9%, 3,0%"),
        ("VAL239", "Sjukfrånvaron är 3,0 procent, lägre än målet på 1,9 procent.", "säger motsatsen"),
    ],
)
def test_what_is_wrong_is_found(code: str, line: str, words: str) -> None:
    (wrong,) = [each for each in found(line) if code == "VAL230" or each.code == code]
    assert wrong.code == code
    assert words in wrong.message
    assert wrong.severity is not Severity.ERROR
    assert wrong.excerpt == line


def test_a_quoted_figure_is_held_against_the_words_around_it() -> None:
    (scenario,) = found((Text("Utfallet är "), RESULT, Text(" miljoner kronor.")))
    assert (scenario.code, str(scenario.origins[0])) == ("VAL231", "a.md:1:9")
    (sign,) = found((Text("Prognosen är ett överskott på "), RESULT, Text(" miljoner kronor.")))
    assert sign.code == "VAL233"
    (unit,) = found((Text("Prognosen är "), RESULT, Text(" tkr.")))
    assert unit.code == "VAL240"


def test_a_number_that_stands_twice_confirms_itself_only_where_both_sentences_tell_of_the_same() -> None:
    alike = found("Stödet till föreningarna var 1,7 mnkr.", "Föreningarna fick ett stöd på 1,7 mnkr.")
    apart = found("Stödet till föreningarna var 1,7 mnkr.", "Underskottet blev 1,7 mnkr.")
    assert alike == []
    (listed,) = apart
    assert (listed.code, len(listed.origins)) == ("VAL230", 2)


def test_a_list_sums_to_its_total() -> None:
    lines = ["Medel +1,0 mnkr", "Löner +5,0 mnkr", "Underskott −3,5 mnkr"]
    assert found(*lines, "Totalt 2,5 mnkr") == []
    (wrong,) = found(*lines, "Totalt 12,9 mnkr")
    assert wrong.code == "VAL235"
    assert wrong.message == '"Totalt 12,9 mnkr": 1,0 + 5,0 + (−3,5) = 2,5 men i texten står 12,9'
    assert [each.code for each in found(*lines[:2], "Underskott −3,4 mnkr", "Totalt 2,5 mnkr")] == ["VAL241"]


def test_women_and_men_are_all() -> None:
    line = "Av de 108 anställda är 71 kvinnor och {} män. Av 100 är 120 nya."
    assert [each.code for each in found(line.format(37))] == ["VAL230"]
    wrong = next(each for each in found(line.format(38)) if each.code == "VAL236")
    assert "71 + 38 = 109 men helheten är 108" in wrong.message
    assert "VAL236" in [each.code for each in found("Det är 9 av 7 enheter.")]


def test_the_same_sentence_in_two_places_has_the_same_numbers() -> None:
    words = "Kontoret (KLK) har totalt {} anställda i juli 2023."
    right = with_lines(words.format(125))
    same = Prose((Paragraph((Text(words.format(124).replace(" (KLK)", "")),), HERE),), HERE)
    wrong = replace(right, sections=(*right.sections, DecisionSection(said("Annat"), same)))
    codes = {each.code: each for each in review(wrong, profile()).findings}
    assert 'säger 125 under "Ärendebeskrivning" men 124 under "Annat"' in codes["VAL234"].message
