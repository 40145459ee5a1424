"""Sentences that count things of a status: one status each, and a word that is inflected as the number is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.findings.finding import Finding
from pipeline.model.profile import Profile
from pipeline.model.report import TextPart, UndertakingsPart
from pipeline.validate import review
from tests.validate.cases import said, section
from tests.validate.test_words_rules import rules_profile, text, undertaking, vocabulary, with_parts

STATUSES = {"klart": "Klart", "försenat": "Försenat", "påbörjat": "Påbörjat"}
PART = UndertakingsPart(
    said("Å"), (undertaking("bygga"), undertaking("rita", "försenat"), undertaking("riva", "försenat"))
)


def profile(explanation: str, language: str = "sv-SE") -> Profile:
    status = replace(vocabulary("status", STATUSES), explanation=said(explanation))
    words = {**rules_profile().vocabularies, "status": status}
    return replace(rules_profile(), vocabularies=words, language=said(language))


YEAR_END = profile("Status anger vilken status åtagandet bedöms ha vid årsskiftet.")


def found(code: str, line: str, own: Profile) -> list[Finding]:
    findings = review(with_parts(section("A", TextPart(text(line)), PART)), own).findings
    assert "VAL900" not in [each.code for each in findings], findings
    return [each for each in findings if each.code == code]


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("Två åtaganden har blivit försenade och beräknas inte bli klara under verksamhetsåret:", 0),
        ("Två åtaganden har blivit försenade och beräknas bli klara under verksamhetsåret:", 1),
        ("Två åtaganden har blivit försenade och beräknas delvis bli klara under året.", 1),
        ("Två åtaganden är försenade och kommer att vara klara vid årsskiftet.", 1),
        ("Två åtaganden är försenade och beräknas bli klara först efter årsskiftet.", 0),
        ("Två åtaganden är försenade och beräknas bli klara nästa år.", 0),
        ("Två åtaganden är försenade och ett beräknas bli klart under året.", 0),
        ("Två åtaganden är försenade, och övriga väntas bli klara under året.", 0),
        ("Två åtaganden är försenade men beräknas bli klara under året.", 0),
    ],
)
def test_what_is_late_at_the_end_of_the_year_is_not_done_within_it(line: str, count: int) -> None:
    assert len(found("VAL317", line, YEAR_END)) == count


def test_a_status_of_today_may_be_another_at_the_end_of_the_year() -> None:
    line = "Två åtaganden är försenade och beräknas bli klara under året."
    assert found("VAL317", line, profile("Läget den 30 april.")) == []
    assert len(found("VAL317", line, YEAR_END)) == 1


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("Av åtagandena är två försenade.", 0),
        ("Av åtagandena är två försenat.", 1),
        ("Av åtagandena är två försenade och ett klart.", 0),
        ("Två av tre åtaganden bedöms vara försenat.", 1),
        ("Av åtagandena är ett försenat.", 0),
        ("Av åtagandena är två försenade och ett påbörjade.", 1),
        ("Två åtaganden har försenat starten.", 0),
        ("Status för de två åtagandena är försenat.", 0),
    ],
)
def test_a_status_is_inflected_as_the_number_before_it(line: str, count: int) -> None:
    assert len(found("VAL431", line, YEAR_END)) == count


def test_papers_in_another_language_inflect_as_they_do() -> None:
    assert found("VAL431", "Av åtagandena är två försenat.", profile("Läget.", "fi-FI")) == []
