"""Damages that the list of candidate rules names one by one: a small case for each, wrong and right."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.findings.finding import Finding
from pipeline.model.case import Case, DecisionSection
from pipeline.model.report import Earlier, GoalsPart, Period, Section, TextPart, UndertakingsPart
from pipeline.validate import review
from tests.validate.cases import case, day, goal, prose, said, section
from tests.validate.test_words_rules import area, lines, rules_profile, text, undertaking, with_parts


def of(made: Case, code: str) -> list[Finding]:
    findings = review(made, rules_profile()).findings
    assert "VAL900" not in [each.code for each in findings], findings
    return [each for each in findings if each.code == code]


@pytest.mark.parametrize(
    ("sentence", "status", "count"),
    [
        ("Arbetet har försenats.", "klart", 1),
        ("Arbetet har en försening.", "klart", 1),
        ("Starten har skjutits upp till våren.", "klart", 1),
        ("Arbetet har senarelagts.", "klart", 1),
        ("Starten har inte skjutits upp.", "klart", 0),
        ("Starten har skjutits upp till våren.", "försenat", 0),
    ],
)
def test_r46_an_undertaking_whose_text_is_late_has_that_status(sentence: str, status: str, count: int) -> None:
    part = UndertakingsPart(said("Å"), (undertaking("bygga", status, prose=sentence),))
    assert len(of(with_parts(section("A", part)), "VAL302")) == count


def earlier(made: Section, assessment: str, trend: str) -> Section:
    return replace(made, earlier=Earlier(said(assessment), said(trend)))


@pytest.mark.parametrize(("sentence", "count"), [("En förändring har skett.", 0), ("Två förändringar har skett.", 1)])
def test_r51_as_many_symbols_have_changed_as_the_text_says(sentence: str, count: int) -> None:
    one = earlier(
        area("Skola", TextPart(text("Resultaten har blivit bättre.")), trend="bättre"), "uppnår", "oförändrad"
    )
    other = earlier(area("Vård", TextPart(text("Vården har inga mål."))), "uppnår", "oförändrad")
    assert len(of(with_parts(section("S", TextPart(text(sentence))), one, other), "VAL316")) == count


def points(*said_points: str) -> Case:
    return replace(case(), decision_points=tuple(prose(each) for each in said_points))


@pytest.mark.parametrize(
    ("point", "code"),
    [
        ("Nämnden godkänner rapporten enligt ovan.", "VAL506"),
        ("Nämnden godkänner rapporten och överlämnar den till kommunstyrelsen.", "VAL512"),
        ("Rapporten godkänns och överlämnas till kommunfullmäktige.", "VAL512"),
        ("att godkänna rapporten, samt ger förvaltningen i uppdrag att minska kostnaderna och uppdrar åt", "VAL512"),
    ],
)
def test_r65_a_decision_point_stands_alone_and_decides_one_thing(point: str, code: str) -> None:
    assert len(of(points(point), code)) == 1
    right = points("Nämnden godkänner rapporten.", "Nämnden ger förvaltningen i uppdrag att pröva och visa åtgärder.")
    assert of(right, code) == []


@pytest.mark.parametrize(
    ("document", "meeting", "code"),
    [
        ("2023-10-10", "2023-10-24", ""),
        ("2023-11-10", "2023-11-21", "VAL503"),
        ("2023-10-10", "2023-11-20", "VAL503"),  # the document is in time but the board is not
        ("2023-09-05", "2023-10-24", "VAL511"),
        ("2023-10-10", "2023-10-22", "VAL513"),  # a Sunday
    ],
)
def test_r66_the_report_and_the_meeting_come_in_time(document: str, meeting: str, code: str) -> None:
    made = replace(case(), document_date=day(document), meeting=day(meeting))
    found = [each for each in ("VAL503", "VAL511", "VAL513") if of(made, each)]
    assert found == ([code] if code else [])


def test_r66_a_report_on_a_whole_year_has_four_months() -> None:
    right = case()
    period = Period(day("2023-01-01"), day("2023-12-31"), said("2023"))
    made = replace(right, report=replace(right.report, period=period), meeting=day("2024-04-09"))
    assert of(replace(made, document_date=day("2024-03-20")), "VAL503") == []
    late = replace(made, document_date=day("2024-05-02"), meeting=day("2024-05-14"))
    assert len(of(late, "VAL503")) == 1


def test_the_last_day_of_a_month_is_due_on_the_last_day_of_another() -> None:
    right = case()
    period = Period(day("2023-01-01"), day("2023-04-30"), said("januari–april"))
    made = replace(right, report=replace(right.report, period=period), document_date=day("2023-06-30"), meeting=None)
    assert of(made, "VAL503") == []
    assert len(of(replace(made, document_date=day("2023-07-01")), "VAL503")) == 1


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("Ärendet behandlas vid sammanträdet den 24 oktober.", 0),
        ("Ärendet behandlas vid sammanträdet den 17 oktober 2023.", 1),
        ("Ärendet behandlas vid nämndens sammanträde 2023-10-17.", 1),
        ("Kommunfullmäktiges sammanträde den 17 november.", 0),  # another body's
        ("Tjänsteskrivelse daterad den 10 oktober 2023, KS/2023:1", 0),
        ("Tjänsteskrivelse daterad den 11 oktober 2023, KS/2023:1", 1),
        ("Tjänsteskrivelse daterad den 11 oktober 2023, KS/2022:7", 0),  # another case
        ("Ärendet behandlas vid sammanträdet den 31 februari.", 0),  # no day at all
    ],
)
def test_the_days_in_the_decision_are_those_of_the_case(sentence: str, count: int) -> None:
    texts = (DecisionSection(said("Ärendebeskrivning"), text(sentence)),)
    assert len(of(replace(case(), sections=texts), "VAL514")) == count


@pytest.mark.parametrize(
    ("title", "point", "count"),
    [
        ("Nämndens delårsrapport 2 2023", "Delårsrapport 2 godkänns.", 0),
        ("Nämndens delårsrapport 1 2023", "Delårsrapporten godkänns.", 1),
        ("Nämndens delårsrapport 2 2023", "Delårsrapport 1 2023 godkänns.", 1),
        ("Nämndens tertialrapport 2023", "Rapporten godkänns.", 1),
        ("Uppföljning av ekonomin", "Rapporten från revisorerna godkänns.", 0),
        ("Nämndens delårsrapport 2 2023", "Nämnden noterar att budgetuppföljning 1 visar underskott.", 0),
        ("Ärende om delåret", "Nämnden godkänner delårsrapport 2 för 2023.", 0),
    ],
)
def test_r63_the_decision_is_on_the_report_that_is_its_appendix(title: str, point: str, count: int) -> None:
    right = points(point)
    cover = said("Delårsrapport 2 2023")
    made = replace(right, title=said(title), appendix=replace(right.appendix, title=cover))
    assert len(of(replace(made, report=replace(made.report, title=cover)), "VAL515")) == count


BOTH = "Resultaten i grundskolan (GR) har förbättrats under våren tack vare mer stöd i svenska."


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("Resultaten i grundskolan har förbättrats under våren tack vare mer stöd i svenska.", 0),
        ("Resultaten i grundskolan har försämrats under våren tack vare mer stöd i svenska.", 1),
        ("Resultaten i grundskolan har förbättrats under hösten tack vare mer stöd i svenska.", 1),
        ("Resultaten i gymnasiet har försämrats under hösten på grund av mindre stöd i engelska.", 0),
    ],
)
def test_r67_a_sentence_of_both_papers_has_the_same_words(sentence: str, count: int) -> None:
    made = with_parts(section("Skola", TextPart(text(sentence))), decision=BOTH)
    assert len(of(made, "VAL424")) == count


def test_r68_a_section_with_nothing_says_so() -> None:
    assert len(of(with_parts(section("Investeringar", TextPart(text("")))), "VAL305")) == 1
    assert len(of(with_parts(section("Investeringar")), "VAL305")) == 1
    right = section("Investeringar", TextPart(text("Inga investeringar att rapportera.")))
    assert of(with_parts(right), "VAL305") == []
    assert of(with_parts(section("Mål", GoalsPart(said("Mål"), (goal("läsa"),)))), "VAL305") == []


@pytest.mark.parametrize(
    ("broken", "count"),
    [
        (("Kommunen har tillsammans", "med regionen startat arbetet."), 1),
        (("Rutiner för remisser är klara", "flera andra typer blir klara under året."), 1),
        (("Kommunen har startat arbetet.", "och det fortsätter i höst med flera nya delar som kommer efter hand."), 1),
        (("Arbetet är i gång:", "läsning i alla ämnen,", "matematik i de tidiga årskurserna."), 0),
        (("Kommunen har startat arbetet.", "Det fortsätter i höst."), 0),
        (("Utveckla rutiner för inköp", "Pröva nya arbetssätt i skolan."), 0),
    ],
)
def test_r75_a_sentence_is_not_cut_in_two(broken: tuple[str, ...], count: int) -> None:
    assert len(of(lines(*broken), "VAL403")) == count


def test_a_short_paragraph_or_decision_point_stands_once() -> None:
    assert len(of(lines("Planen antas i höst.", "Mer kommer.", "Planen antas i höst."), "VAL400")) == 1
    apart = with_parts(*(section(name, TextPart(text("Inga avvikelser att rapportera."))) for name in "AB"))
    assert of(apart, "VAL400") == []
    assert len(of(points("Nämnden godkänner nämndens rapport.", "Nämnden godkänner nämndens rapport."), "VAL400")) == 1
