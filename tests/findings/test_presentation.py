"""Findings as the terminal, an editor and a program get them."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.findings.finding import Finding, Severity
from pipeline.findings.present_json import object_of
from pipeline.findings.present_short import line_of
from pipeline.findings.present_text import counts_of, text_of, visible
from pipeline.findings.verdict import Verdict, verdict_of
from pipeline.model.origin import CellOrigin, TextOrigin, WordOrigin

WHOLE = Finding(
    code="VAL203",
    severity=Severity.ERROR,
    message="summan stämmer inte: raderna ger 2 230,50 men summan är 2 203,50",
    help="rätta D14",
    origins=(CellOrigin("inputs/exempel/ekonomi.xlsx", "Kostnader", "D14"), TextOrigin("rapport.yaml", 3, 1)),
    excerpt="Summa  2 203,50\nSkillnad  27,00",
    shown_in="beslut § 3, tabell 2",
)
BARE = Finding("SYS101", Severity.WARNING, "något", "gör något åt det")


def test_a_finding_says_the_fact_the_places_the_excerpt_and_what_to_do() -> None:
    assert text_of(WHOLE) == (
        "fel[VAL203] summan stämmer inte: raderna ger 2 230,50 men summan är 2 203,50\n"
        "  --> inputs/exempel/ekonomi.xlsx!Kostnader!D14\n"
        "  --> rapport.yaml:3:1\n"
        "     Summa  2 203,50\n"
        "     Skillnad  27,00\n"
        "  = visas i: beslut § 3, tabell 2\n"
        "  = hjälp: rätta D14"
    )


def test_a_finding_without_a_place_has_only_the_fact_and_what_to_do() -> None:
    assert text_of(BARE) == "varning[SYS101] något\n  = hjälp: gör något åt det"


def test_colour_adds_nothing_but_colour() -> None:
    coloured = text_of(WHOLE, colour=True)
    assert "\x1b[1;31mfel[VAL203]\x1b[0m" in coloured
    for escape in ("\x1b[1;31m", "\x1b[1;34m", "\x1b[1m", "\x1b[0m"):
        coloured = coloured.replace(escape, "")
    assert coloured == text_of(WHOLE)


def test_the_short_form_is_one_line_that_starts_with_the_first_place() -> None:
    assert line_of(WHOLE) == (
        "inputs/exempel/ekonomi.xlsx!Kostnader!D14: fel[VAL203] "
        "summan stämmer inte: raderna ger 2 230,50 men summan är 2 203,50"
    )
    assert line_of(BARE) == "varning[SYS101] något"


def test_json_has_each_place_in_its_parts() -> None:
    word = WordOrigin("texter/a.docx", ("Rubrik",), 3)
    as_object = object_of(Finding("X", Severity.NOTE, "m", "h", (*WHOLE.origins, word)))
    assert json.loads(json.dumps(as_object))["platser"] == [
        {
            "slag": "cell",
            "fil": "inputs/exempel/ekonomi.xlsx",
            "blad": "Kostnader",
            "cell": "D14",
            "plats": "inputs/exempel/ekonomi.xlsx!Kostnader!D14",
        },
        {"slag": "text", "fil": "rapport.yaml", "rad": 3, "kolumn": 1, "plats": "rapport.yaml:3:1"},
        {
            "slag": "word",
            "fil": "texter/a.docx",
            "rubriker": ["Rubrik"],
            "stycke": 3,
            "del": "",
            "plats": "texter/a.docx › Rubrik › stycke 3",
        },
    ]


@given(st.text(), st.text())
def test_nothing_in_a_finding_reaches_the_terminal_as_a_command(message: str, excerpt: str) -> None:
    shown = text_of(Finding("X", Severity.NOTE, message, message, (TextOrigin(message),), excerpt))
    assert not any((ord(c) < 0x20 and c != "\n") or 0x7F <= ord(c) < 0xA0 for c in shown)
    assert not set(shown) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
    assert "\n" not in line_of(Finding("X", Severity.NOTE, message, message))


def test_what_is_harmless_is_shown_as_it_is() -> None:
    text = "å – − \u00a0 ’ € 𝄞"
    assert visible(text) == text


@pytest.mark.parametrize(
    ("severities", "words"),
    [
        ([], "inga fynd"),
        ([Severity.ERROR], "1 fel"),
        ([Severity.WARNING] * 2, "2 varningar"),
        ([Severity.NOTE, Severity.ERROR, Severity.ERROR, Severity.WARNING], "2 fel, 1 varning, 1 upplysning"),
    ],
)
def test_findings_are_counted_in_words(severities: list[Severity], words: str) -> None:
    assert counts_of([Finding("X", severity, "m", "h") for severity in severities]) == words


@pytest.mark.parametrize(
    ("codes", "verdict"),
    [
        ([], Verdict.PASSED),
        (["VAL900"], Verdict.NOT_CHECKED),
        (["VAL900", "VAL102"], Verdict.FAILED),
        (["VAL102"], Verdict.FAILED),
    ],
)
def test_what_nobody_checked_is_neither_a_pass_nor_a_failure(codes: list[str], verdict: Verdict) -> None:
    assert verdict_of([Finding(code, Severity.ERROR, "m", "h") for code in codes]) is verdict


def test_warnings_and_notes_do_not_fail_a_case() -> None:
    assert verdict_of([BARE, Finding("X", Severity.NOTE, "m", "h")]) is Verdict.PASSED
