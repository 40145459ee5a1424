"""Numbers that are labels, rows in their own section, doubled signs, figures whose column has moved."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from pipeline.findings.finding import Finding
from pipeline.model.case import Case
from pipeline.model.figure import Figure
from pipeline.model.origin import CellOrigin
from pipeline.model.prose import FigureReference
from pipeline.model.report import Section, TextPart
from pipeline.validate import review
from pipeline.validate.numbers.mention import Kind
from pipeline.validate.numbers.scan import scan
from tests.validate.cases import HERE, prose, section
from tests.validate.tables import statement
from tests.validate.test_words_rules import rules_profile, text, with_parts

AREAS = statement(
    "Verksamhet | Utfall@2023 | Budget@2023 | Avvikelse@2023\n"
    "Familjeomsorg | -43,3 | -39,5 | -3,8\n"
    "Äldreomsorg | -61,2 | -62,6 | 1,4\n"
    "=Nettokostnad | -104,5 | -102,1 | -2,4",
    unit="mnkr",
)


def figure(name: str, cell: str, value: str) -> Figure:
    place = CellOrigin("ekonomi.xlsx", "Blad", cell)
    return Figure(name, Decimal(value), 1, place, HERE, unit="mnkr")


def telling(*sections: Section, **figures: tuple[str, str]) -> Case:
    named = {name: figure(name, *where) for name, where in figures.items()}
    return replace(with_parts(*sections), statements={"t": AREAS}, figures=named)


def of(made: Case, *codes: str) -> list[Finding]:
    findings = review(made, rules_profile()).findings
    assert "VAL900" not in [each.code for each in findings], findings
    return [each for each in findings if each.code in codes]


def sentence(line: str, name: str, *, unsigned: bool = False) -> TextPart:
    before, _, after = line.partition("#")
    return TextPart(prose(before, FigureReference(name, HERE, unsigned=unsigned), after))


@pytest.mark.parametrize(
    "line",
    [
        "Nämnden godkänner tertialrapport 1 för perioden.",
        "Avvikelserna förklaras i underlag 1.",
        "Bild 1: Antal placeringar per månad",
        "1. Individ- och familjeomsorg",
        "1.1 Åtgärder",
        "Arbetet är i steg 2, fas 1 och version 3.",
        "Beslutspunkt 2 och 3 avser delmål 4.",
    ],
)
def test_a_label_is_not_a_number_without_source(line: str) -> None:
    assert of(with_parts(section("A", TextPart(text(line)))), "VAL230") == []


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("Andel 12 av alla.", "12"),
        ("Antal underlag 3 i år.", "3"),
        ("Fas 3 procent högre.", "3 procent"),
        ("Handel 17 och medel 5 mnkr.", "17"),
        ("Se underlag 12,5 gånger.", "12,5"),
        ("2.5 MSEK återstår.", "2.5 MSEK"),
        ("12 Barnskötare", "12"),
    ],
)
def test_a_number_that_counts_is_no_label(line: str, number: str) -> None:
    assert number in [each.text for each in scan(line) if each.kind is Kind.NUMBER]


def test_the_first_months_are_the_months_of_the_period() -> None:
    assert of(with_parts(section("A", TextPart(text("Årets åtta första månader följs upp.")))), "VAL230") == []
    assert len(of(with_parts(section("A", TextPart(text("Årets fem första månader följs upp.")))), "VAL230")) == 1


@pytest.mark.parametrize(
    ("heading", "line", "count"),
    [
        ("Familjeomsorg", "Nettokostnaden är # mnkr.", 0),
        ("1 Familjeomsorgen", "Nettokostnaden är # mnkr.", 0),
        ("Äldreomsorg", "Nettokostnaden är # mnkr.", 1),
        ("Ekonomi", "Nettokostnaden är # mnkr.", 1),
        ("Familjeomsorg", "Äldreomsorgen kostar # mnkr.", 1),
    ],
)
def test_the_net_cost_in_the_section_of_a_row_is_that_of_the_row(heading: str, line: str, count: int) -> None:
    made = telling(section(heading, sentence(line, "ifo")), ifo=("B2", "-43.3"))
    assert len(of(made, "VAL244")) == count


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("Utfallet blev # mnkr sämre än budget.", "VAL246"),
        ("Utfallet blev # mnkr lägre än i fjol.", "VAL246"),
        ("Resultatet har försämrats sedan april med # mnkr.", "VAL246"),
        ("Kostnaden har minskat med # mnkr.", "VAL246"),
        ("Området har ett underskott på # mnkr.", "VAL247"),
        ("Det är en minskning för helåret på # mnkr.", "VAL247"),
        ("Avvikelsen är # mnkr mot budget.", ""),
        ("Underskottet ökar och avvikelsen landar på # mnkr.", ""),
        ("Kostnaden har inte minskat med # mnkr.", ""),
        ("Avvikelsen är # mnkr under perioden.", ""),
    ],
)
def test_a_minus_by_a_word_that_says_less_is_found(line: str, code: str) -> None:
    made = telling(section("Familjeomsorg", sentence(line, "avvikelse")), avvikelse=("D2", "-3.8"))
    found = of(made, "VAL246", "VAL247")
    assert [each.code for each in found] == ([code] if code else [])
    assert all("säger redan vad minustecknet säger" in each.message for each in found)
    unsigned = sentence(line, "avvikelse", unsigned=True)
    without = telling(section("Familjeomsorg", unsigned), avvikelse=("D2", "-3.8"))
    assert of(without, "VAL246", "VAL247") == []


def test_a_dash_between_words_is_no_minus() -> None:
    lines = ("Personal – 3 procent lägre", "Minskningen är 2–3 procent lägre", "Personal −3 procent lägre")
    counts = [len(of(with_parts(section("A", TextPart(text(line)))), "VAL246")) for line in lines]
    assert counts == [0, 0, 1]


def test_a_figure_whose_column_has_moved_is_not_what_the_sentence_calls_it() -> None:
    line = "Nämnden har ett utfall på # mnkr."
    right = telling(section("Ekonomi", sentence(line, "netto")), netto=("B4", "-104.5"))
    moved = telling(section("Ekonomi", sentence(line, "netto")), netto=("C4", "-102.1"), annat=("B4", "-104.5"))
    assert of(right, "VAL231", "VAL248") == []
    (wrong,) = of(moved, "VAL231", "VAL248")
    assert wrong.code == "VAL231"
    assert "säger utfall" in wrong.message
    assert "är budget" in wrong.message
    assert wrong.message.endswith("; Nettokostnad Utfall är −104,5")


@pytest.mark.parametrize(
    ("name", "cell", "count"),
    [
        ("netto_utfall", "C4", 1),
        ("netto_utfall", "B4", 0),
        ("nettobudget", "B4", 1),
        ("budget_avvikelse", "D4", 0),
        ("netto_mot_budget", "D4", 0),
        ("helårsprognos", "B4", 1),
        ("prognos_mnkr", "D4", 0),
        ("netto_utfall", "D4", 1),
        ("netto", "C4", 0),
        ("netto_utfall", "H9", 0),
    ],
)
def test_a_figure_lies_in_the_column_that_its_name_says(name: str, cell: str, count: int) -> None:
    found = of(telling(section("Ekonomi"), **{name: (cell, "-1.0")}), "VAL248")
    assert len(found) == count
    assert all(f"nyckeltalet {name} heter" in each.message for each in found)


def test_figures_that_are_typed_are_told_to_be_held_against_their_source() -> None:
    made = telling(section("Ekonomi"), tal=("", "7.0"))
    typed = replace(made.figures["tal"], origin=HERE)
    (alone,) = [each for each in of(replace(made, figures={"tal": typed}), "VAL230") if "tal" in each.message]
    assert alone.help.startswith("peka på en cell")


def test_a_section_whose_text_could_not_be_read_is_not_called_empty() -> None:
    empty = section("Investeringar")
    assert len(of(with_parts(empty), "VAL305")) == 1
    assert of(with_parts(replace(empty, has_unread=True)), "VAL305") == []
