"""What is said of all, and of none, against the levels that the report gives."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.findings.finding import Finding
from pipeline.model.report import TextPart, UndertakingsPart
from pipeline.validate import review
from tests.validate.cases import said, section
from tests.validate.test_words_rules import area, rules_profile, text, undertaking, vocabulary, with_parts

STATUSES = {"klart": "Klart", "försenat": "Försenat", "påbörjat": "Påbörjat", "ej-påbörjat": "Ej påbörjat"}
LEVELS = {"ej": "Uppnår ej", "delvis": "Uppnår delvis", "uppnår": "Uppnår"}
PART = UndertakingsPart(said("Åtaganden"), (undertaking("bygga"), undertaking("rita", "försenat")))


def found(line: str, part: UndertakingsPart = PART) -> list[Finding]:
    status = vocabulary("status", STATUSES)
    levels = vocabulary("bedömning", LEVELS)
    own = [replace(each, short=said(LEVELS[each.id])) for each in levels.levels]
    stated = [replace(each, short=said(STATUSES[each.id])) for each in status.levels]
    words = {
        **rules_profile().vocabularies,
        "status": replace(status, levels=tuple(stated)),
        "bedömning": replace(levels, levels=tuple(own)),
    }
    areas = [
        replace(area(name, assessment=level), kind=said("område"))
        for name, level in (("Skola", "uppnår"), ("Vård", "delvis"))
    ]
    made = with_parts(section("Inledning", TextPart(text(line))), section("Arbetet", part), *areas)
    findings = review(made, replace(rules_profile(), vocabularies=words)).findings
    assert "VAL900" not in [each.code for each in findings], findings
    return [each for each in findings if each.code == "VAL310"]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Samtliga åtaganden är klara.", "har 1 av 2 något annat: rita (försenat)"),
        ("Alla nämndens åtaganden bedöms vara klara.", "något annat: rita (försenat)"),
        ("Inga åtaganden är försenade.", "har 1 av 2 det: rita (försenat)"),
        ("Inget åtagande är klart.", "har 1 av 2 det: bygga (klart)"),
        ("Alla områden uppnår målen.", "något annat: Vård (uppnår delvis)"),
        ("Alla områden uppnår delvis målen.", "något annat: Skola (uppnår)"),
    ],
)
def test_what_is_not_so_of_all_is_found(line: str, told: str) -> None:
    (wrong,) = found(line)
    assert told in wrong.message


@pytest.mark.parametrize(
    "line",
    [
        "Alla åtaganden är inte klara.",
        "Alla åtaganden ska vara klara i december.",
        "Alla åtaganden väntas vara klara i december.",
        "Alla åtaganden utom ett är klara.",
        "Alla åtaganden är klara, utom ett.",
        "Alla åtaganden är klara eller försenade.",
        "Inga åtaganden är påbörjade.",
        "Alla skolor är klara.",
        "Alla mål uppnås.",  # no goal has an assessment of its own
        "Alla områden har en bedömning.",
        "Alla som deltar i åtaganden är klara.",
    ],
)
def test_what_may_be_so_is_left(line: str) -> None:
    assert [each.message for each in found(line)] == []


def test_what_is_done_has_also_been_begun() -> None:
    assert found("Alla åtaganden är påbörjade.") == []
    waiting = replace(PART, undertakings=(*PART.undertakings, undertaking("riva", "ej-påbörjat")))
    (wrong,) = found("Alla åtaganden är påbörjade.", waiting)
    assert "har 1 av 3 något annat: riva (ej påbörjat)" in wrong.message


def test_a_count_in_a_section_that_has_nothing_to_count_is_told_and_stops_no_rule() -> None:
    (wrong,) = found("Två åtaganden är försenade inom Skola.")
    assert 'i rapporten är det 0 som har status "Försenat"' in wrong.message
