"""Slips of grammar: what is wrong whatever the words, and what only looks so."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.findings.finding import Finding
from pipeline.validate import review
from tests.validate.cases import said
from tests.validate.test_words_rules import lines, rules_profile


def found(line: str, language: str = "sv-SE") -> list[Finding]:
    profile = replace(rules_profile(), language=said(language))
    return [each for each in review(lines(line), profile).findings if each.code in ("VAL431", "VAL900")]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Kommunen styrgrupp håller samman arbetet.", '"Kommunens styrgrupp"'),
        ("Kulturnämnden beslut verkställs i höst.", '"Kulturnämndens beslut"'),
        ("HR fokuserat på chefernas förutsättningar.", 'före "fokuserat"'),
        ("KLK HR fokuserat med att hålla chefers förutsättningar.", 'före "fokuserat"'),
        ("Förvaltningen arbetat med nya rutiner.", 'före "arbetat"'),
        ("Skolorna fått mer stöd.", 'före "fått"'),
        ("Kommunen deltog i veckan och där presenterade genomför arbetet.", '"presenterade genomför"'),
        ("Nämnden planerade genomför nya möten.", '"planerade genomför"'),
        ("Målet är att genomför fler möten.", '"att genomför"'),
        ("Avsikten är att planerar nya möten.", '"att planerar"'),
    ],
)
def test_a_verb_or_an_ending_that_is_missing_is_told(line: str, told: str) -> None:
    (wrong,) = found(line)
    assert told in wrong.message


@pytest.mark.parametrize(
    "line",
    [
        "Kommunens styrgrupp håller samman arbetet.",
        "Kommunen planerar nya möten.",
        "Kommunen även i år.",
        "Avdelningen kommunikation och digitalisering samordnar arbetet.",
        "I dag har kommunen avtal med tre bolag.",
        "HR har fokuserat på chefernas förutsättningar.",
        "Arbetet påbörjat under våren.",  # a participle, in the style of notes
        "De planerade mötena genomförs.",
        "De som svarade genomför arbetet.",
        "Nämnden genomförde åtgärder.",
        "Målet är att insatser görs i tid.",
        "Målet är att inför hösten ha en plan.",
        "Syftet är att personer arbetar tryggt.",
        "Nämnden beslutade inför hösten om en plan.",
    ],
)
def test_what_may_be_said_is_left(line: str) -> None:
    assert [each.message for each in found(line)] == []


def test_papers_in_another_language_are_left() -> None:
    assert found("Kommunen styrgrupp håller samman arbetet.", language="fi-FI") == []
