"""Words against levels, counts, names, typing, formalities and privacy: each rule on one thing that is wrong."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.findings.finding import Finding, Severity
from pipeline.model.case import Case, DecisionSection, Signatory
from pipeline.model.origin import TextOrigin
from pipeline.model.profile import Level, Profile, Vocabulary
from pipeline.model.prose import FigureReference, Paragraph, Prose, Text
from pipeline.model.report import (
    GoalsPart,
    Part,
    Section,
    SectionPart,
    SummaryPart,
    TextPart,
    Undertaking,
    UndertakingsPart,
)
from pipeline.validate import review
from pipeline.validate.personal import masked, personal_in
from tests.validate.cases import HERE, THERE, case, day, goal, profile, said, section

IDENTITY = "811228-9874"  # the number that the Swedish Tax Agency uses in its examples
MEANINGS = {
    "ej": "Området bedöms ej uppnå resultatmålen.",
    "delvis": "Området bedöms delvis uppnå resultatmålen.",
    "uppnår": "Området bedöms uppnå resultatmålen.",
}
TRENDS = {"bättre": "Bättre än förra året", "oförändrad": "Oförändrad mot förra året"}
STATUSES = {"klart": "Klart", "försenat": "Försenat"}


def vocabulary(name: str, meanings: dict[str, str]) -> Vocabulary:
    levels = tuple(Level(key, said(key), said(text), None, HERE) for key, text in meanings.items())
    return Vocabulary(name, said(name), said(name), said(""), levels)


def rules_profile() -> Profile:
    words = {"bedömning": MEANINGS, "trend": TRENDS, "status": STATUSES}
    return replace(profile(), vocabularies={name: vocabulary(name, own) for name, own in words.items()})


def text(*lines: str) -> Prose:
    blocks = tuple(Paragraph((Text(line),), TextOrigin("a.md", number)) for number, line in enumerate(lines, 1))
    return Prose(blocks, HERE)


def undertaking(name: str, status: str = "klart", completion: int = 80, prose: str = "") -> Undertaking:
    done = replace(said("x"), value=completion)  # type: ignore[arg-type]
    return Undertaking(said(name), said(name), said(status), done, THERE, (), text(prose) if prose else None)  # type: ignore[arg-type]


def area(name: str, *parts: Part, assessment: str = "uppnår", trend: str = "oförändrad") -> Section:
    return replace(section(name, *parts), assessment=said(assessment), trend=said(trend))


def with_parts(*sections: Section, decision: str = "Se bilagan.") -> Case:
    right = case()
    texts = (DecisionSection(said("Ärendebeskrivning"), text(decision)),)
    first = section("Sammanfattning", TextPart(text("Allt är sagt.")))
    return replace(right, sections=texts, report=replace(right.report, sections=(first, *sections)), statements={})


def found(made: Case, code: str) -> list[Finding]:
    findings = review(made, rules_profile()).findings
    assert "VAL900" not in [each.code for each in findings], findings
    return [each for each in findings if each.code == code]


def lines(*said_lines: str) -> Case:
    return with_parts(section("A", TextPart(text(*said_lines))))


@pytest.mark.parametrize(
    ("sentence", "assessment", "count"),
    [
        ("Skola bedöms delvis uppnå resultatmålen.", "uppnår", 1),
        ("Skola bedöms inte uppnå resultatmålen.", "uppnår", 1),
        ("Skola bedöms uppfylla resultatmålen.", "uppnår", 0),
        ("Skola bedöms delvis uppnå resultatmålen.", "delvis", 0),
        ("Skola bedöms vara viktig.", "ej", 0),
    ],
)
def test_the_sentence_of_an_assessment_agrees_with_its_symbol(sentence: str, assessment: str, count: int) -> None:
    made = with_parts(area("Skola", TextPart(text(sentence)), assessment=assessment))
    assert len(found(made, "VAL300")) == count


def test_a_trend_upwards_needs_a_reason() -> None:
    assert len(found(with_parts(area("Skola", TextPart(text("Skolan finns.")), trend="bättre")), "VAL301")) == 1
    reason = TextPart(text("Resultaten har förbättrats."))
    assert found(with_parts(area("Skola", reason, trend="bättre")), "VAL301") == []
    assert found(with_parts(area("Skola", TextPart(text("Skolan finns.")))), "VAL301") == []


def test_an_undertaking_that_is_called_late_is_late() -> None:
    part = UndertakingsPart(said("Å"), (undertaking("bygga", "klart", prose="Arbetet har försenats."),))
    (one,) = found(with_parts(section("A", part)), "VAL302")
    assert '"försenats"' in one.message
    part = UndertakingsPart(said("Å"), (undertaking("bygga", "klart", prose="Arbetet är inte försenat."),))
    assert found(with_parts(section("A", part)), "VAL302") == []


def test_what_is_finished_is_not_late() -> None:
    part = UndertakingsPart(said("Å"), (undertaking("bygga", "försenat", 100),))
    assert len(found(with_parts(section("A", part)), "VAL303")) == 1


def test_an_area_without_goals_says_so() -> None:
    assert len(found(with_parts(area("Skola", TextPart(text("Skolan finns.")))), "VAL304")) == 1
    assert found(with_parts(area("Skola", TextPart(text("Skolan har inga mål.")))), "VAL304") == []


TWO_GOALS = GoalsPart(said("Mål"), (goal("läsa"), goal("skriva")))
THREE = UndertakingsPart(said("Å"), (undertaking("bygga"), undertaking("rita"), undertaking("riva", "försenat")))


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("Nämnden har 3 åtaganden.", 0),
        ("Nämnden har 4 åtaganden.", 1),
        ("Nämnden har tre åtaganden och 2 mål.", 0),
        ("Nämnden har fyra 1-åriga åtaganden.", 1),
        ("Nämnden har 2 processmål inom Skola.", 0),
        ("Nämnden har 5 processmål inom Skola och 7 inom Vård.", 1),
        ("Ett åtagande är försenat.", 0),
        ("Två åtaganden är försenade.", 1),
        ("Mer om de två åtagandena nedan.", 0),
        ("Nämnden har 14 bilar.", 0),
    ],
)
def test_counts_of_the_prose_are_those_of_the_report(sentence: str, count: int) -> None:
    made = with_parts(section("Inledning", TextPart(text(sentence))), section("Skola", TWO_GOALS, THREE))
    assert len(found(made, "VAL310")) == count


def test_a_list_of_late_undertakings_names_them_all_and_no_others() -> None:
    listed = TextPart(text("Detta är försenat:", "rita"))
    messages = [each.message for each in found(with_parts(section("A", listed), section("B", THREE)), "VAL311")]
    assert messages == [
        "rita räknas upp som försenat men har status klart",
        "riva har status försenat men räknas inte upp",
    ]
    right = TextPart(text("Detta är försenat:", "riva"))
    assert found(with_parts(section("A", right), section("B", THREE)), "VAL311") == []


def test_a_summary_has_the_order_of_the_report() -> None:
    summary = SummaryPart(said("S"), order=(said("B"), said("A")))
    whole = section("S", SectionPart(section("A")), SectionPart(section("B")))
    assert len(found(with_parts(section("Ö", summary), whole), "VAL312")) == 1


def test_two_sections_side_by_side_have_two_names() -> None:
    assert len(found(with_parts(section("A"), section("A")), "VAL313")) == 1


def test_a_name_that_is_almost_right_is_told() -> None:
    made = with_parts(section("Effektiv organisation", TextPart(text("Mål inom Effektivare organisation nås."))))
    assert len(found(made, "VAL314")) == 1
    made = with_parts(section("Effektiv organisation", TextPart(text("Effektiv organisations mål nås."))))
    assert found(made, "VAL314") == []


WORDY = "Skolan har under hela våren arbetat med att ge alla elever stöd i läsning och matematik."


@pytest.mark.parametrize(
    ("code", "wrong", "right"),
    [
        ("VAL401", "Under våren kommer arbetet att påbörjas.", "Under hösten kommer arbetet att påbörjas."),
        (
            "VAL401",
            "Under första tertialet ska den starta.",
            "Under första tertialet planerades det som ska ske i höst.",
        ),
        ("VAL401", "Planen ska antas i juni 2023.", "Planen som antogs i juni 2023 ska följas."),
        ("VAL402", "Vi deltar i Klimatnätet* varje år.", "Vi deltar i Klimatnätet varje år."),
        ("VAL403", "Arbetet görs i samverkan med", "Arbetet görs i samverkan med andra."),
        ("VAL403", "Detta är en lång mening som handlar om skolan och som aldrig tar slut", "Skolan, 3 mnkr"),
        ("VAL403", "Underskott för stadshusets -0,4 mnkr", "Underskott för stadshusets drift -0,4 mnkr"),
        ("VAL404", "Vi ska ska gå.", "Det det handlar om är skolan."),
        ("VAL404", "Den den 4 mars öppnar skolan.", "Allt som är är bra."),
        ("VAL404", "Förvaltningen fick uppdraget. uppdraget är klart.", "Nämnden gav uppdraget. Uppdraget är klart."),
        ("VAL405", "Utfallet är 3 mnkr och budgeten 4 miljoner kronor.", "Utfallet är 3 mnkr och budgeten 4 mnkr."),
        ("VAL406", "Andelen är 50% i år.", "Andelen är 50 % i år."),
        ("VAL406", "Andelen är 48.2 procent.", "Andelen är 48,2 procent, se 4.2."),
        ("VAL406", "Planen 2018-2023 gäller.", "Planen 2018–2023 gäller från 2018-02-03."),
        ("VAL401", "Utredningen ska vara klar den 15 maj 2023.", "Utredningen ska vara klar den 15 oktober 2023."),
        ("VAL403", "Enkäten gjordes under oktober månad.", "Enkäten görs varje månad från oktober."),
        ("VAL406", "Det gäller bla skolan pga läget.", "Det gäller bl.a. skolan p.g.a. läget."),
        ("VAL406", "KLK har t om delår 2 ansvarat.", "KLK har t o m delår 2 ansvarat."),
        ("VAL406", "En fördjupad översiktsplan (FÖP.) tas fram.", "En fördjupad översiktsplan (FÖP) tas fram."),
        ("VAL407", " ".join(["ord"] * 50) + ".", " ".join(["ord"] * 20) + "."),
        ("VAL408", "Kostnaden är XX mnkr.", "Kostnaden är 3 mnkr."),
        ("VAL408", "Skriv texten under rubriken Ärendet här.", "Skriv till oss."),
        ("VAL408", "En kort text kan stå direkt här.", "En kort text kan stå direkt här i rapporten."),
        ("VAL409", "Indexet är högre än 2022.", "Indexet 76 är högre än 2022, då det var 74."),
        ("VAL410", "Arbetet i PUG fortsätter.", "Arbetet i Politisk utskottsgrupp (PUG) fortsätter."),
        ("VAL410", "Stöd ges av SKR varje år.", "Stöd ges av SKR:s (Sveriges Kommuner och Regioner) program."),
        ("VAL505", "Utfallet efter fyra månader är bra.", "Utfallet efter åtta månader är bra."),
        ("VAL600", f"Eleven {IDENTITY} är nöjd.", "Eleven 811228-9873 är nöjd."),
        ("VAL601", "Ring 016-710 10 00 vid frågor.", "Ärendet 2023-710 gäller 016."),
        ("VAL602", "Skriv till anna.ek@kommun.se om det.", "Skriv till kommunen."),
        ("VAL603", "Två elever har anmälts till socialtjänsten.", "12 elever har anmälts till socialtjänsten."),
        ("VAL604", "Uppgifterna är sekretessbelagda.", "Uppgifterna är öppna."),
    ],
)
def test_a_line_that_is_wrong_is_found_and_one_that_is_right_is_not(code: str, wrong: str, right: str) -> None:
    assert len(found(lines(wrong), code)) == 1
    assert found(lines(right), code) == []


def test_names_that_stand_as_in_a_new_case_are_told_at_once_with_their_places() -> None:
    left = Signatory(said("Förnamn Efternamn", 4), said("Befattning", 5))
    other = replace(left, name=said("Förnamn Efternamn", 6), title=said("Rektor"))
    part = UndertakingsPart(said("Åtaganden"), (undertaking("Åtagandets namn"),))
    made = replace(with_parts(section("A", part)), signatories=(left, other), handler=said("Förnamn Efternamn", 2))
    (told,) = found(made, "VAL408")
    assert told.message == ('exempel från kansli ny står kvar: "Förnamn Efternamn", "Befattning", "Åtagandets namn"')
    assert len(told.origins) == 5


def test_a_paragraph_that_stands_twice_is_found_but_not_in_the_summary() -> None:
    twice = with_parts(section("A", TextPart(text(WORDY))), section("B", TextPart(text(WORDY))))
    assert len(found(twice, "VAL400")) == 1
    summed = replace(twice, report=replace(twice.report, sections=twice.report.sections[1:]))
    assert found(summed, "VAL400") == []


def with_period(name: str) -> Case:
    right = case()
    return replace(right, report=replace(right.report, period=replace(right.report.period, name=said(name))))


@pytest.mark.parametrize(
    ("code", "wrong"),
    [
        ("VAL500", replace(case(), case_number=said("KS/2019:1"))),
        (
            "VAL501",
            replace(case(), decision_points=(text("Godkänns."),), report=replace(case().report, title=said("Delår"))),
        ),
        ("VAL502", replace(case(), handler=None)),
        ("VAL503", replace(case(), document_date=day("2023-12-24"), meeting=None)),
        ("VAL504", replace(case(), title=said("Delårsrapport 2021"))),
        ("VAL504", with_period("januari–april")),
        ("VAL506", replace(case(), decision_points=(text("Rapporten godkänns enligt ovan."),))),
        ("VAL507", replace(case(), signatories=(Signatory(said("Anna Eek"), said("Direktör")),))),
    ],
)
def test_formalities_that_are_wrong_are_found_and_those_that_are_right_are_not(code: str, wrong: Case) -> None:
    assert len(found(wrong, code)) == 1
    assert found(case(), code) == []


def test_a_decision_may_name_its_appendix_by_the_word_of_the_municipality() -> None:
    points = (text("Godkänns, se underlag 1."),)
    unnamed = replace(case(), decision_points=points, report=replace(case().report, title=said("Delår")))
    assert len(found(unnamed, "VAL501")) == 1
    own = replace(rules_profile(), labels={**rules_profile().labels, "bilaga": said("Underlag")})
    assert "VAL501" not in [each.code for each in review(unnamed, own).findings]


def test_a_figure_that_could_not_be_read_stands_with_its_name_in_what_is_checked() -> None:
    line = Paragraph((Text("Utfallet är "), FigureReference("saknas", HERE), Text(" tkr.")), HERE)
    assert found(with_parts(section("A", TextPart(Prose((line,), HERE)))), "VAL406") == []


def test_parts_whose_items_all_had_faults_of_their_own_stop_no_rule() -> None:
    empty = (UndertakingsPart(said("Åtaganden"), ()), GoalsPart(said("Mål"), ()))
    assert found(with_parts(section("A", *empty, TextPart(text("Vi har två mål.")))), "VAL900") == []


def test_no_finding_shows_an_identity_number_or_an_address() -> None:
    secret = f"Eleven {IDENTITY} och 19811228-9874 nås på 0701-23 45 67 eller anna.ek@kommun.se, 47 %."
    findings = review(lines(secret, secret), rules_profile()).findings
    shown = "".join(f"{each.message}{each.excerpt}{each.help}" for each in findings)
    assert "[personnummer]" in shown
    assert not any(part in shown for part in ("9874", "0701", "anna.ek"))
    assert [each.severity for each in findings if each.code == "VAL600"] == [Severity.ERROR] * 4


def test_a_coordination_number_is_an_identity_number_and_a_case_number_is_none() -> None:
    assert [spot.kind.value for spot in personal_in("Se 701063-2391.")] == ["personnummer"]
    assert list(personal_in("KSKF/2023:288, 2023-08-31, 556000-0000, 1 234 567,8 mnkr, Dnr 2023-000123.")) == []
    assert masked("a 811228-9874 b") == "a [personnummer] b"
