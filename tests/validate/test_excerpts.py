"""How much a finding shows: the part of a long paragraph that it is about, the same for every reader."""

from __future__ import annotations

import pytest

from pipeline.findings.catalogue import finding
from pipeline.model.origin import TextOrigin
from pipeline.validate.excerpts import shortened, with_short_excerpt
from tests.validate.test_prose_numbers import found

HERE = TextOrigin("a.md", 1)
FILLING = "Arbetet har fortsatt enligt plan under hela perioden och följs upp varje månad av ledningen. "


def excerpt(text: str, message: str) -> str:
    return with_short_excerpt(finding("VAL230", message, HERE, excerpt=text)).excerpt


@pytest.mark.parametrize("before", [0, 1, 5, 20])
@pytest.mark.parametrize("after", [0, 1, 5, 20])
def test_a_long_paragraph_is_cut_around_what_the_message_quotes(before: int, after: int) -> None:
    text = f"{FILLING * before}Vi har nått 120 medarbetare i år. {FILLING * after}".strip()
    shown = excerpt(text, '"120 medarbetare" står bara i texten')
    assert "Vi har nått 120 medarbetare i år." in shown
    assert len(shown) <= 284
    assert shown.strip("… ") in text
    assert shown.startswith("…") is (before > 0 and len(text) > 280)
    assert shown.endswith("…") is (after > 2 and len(text) > 280)


def test_a_short_paragraph_and_a_row_of_a_table_stand_whole() -> None:
    assert excerpt(FILLING.strip(), "x") == FILLING.strip()
    row = " | ".join(["Personalkostnader", *["−83,512"] * 40])
    assert excerpt(row, "x") == row


def test_a_word_longer_than_an_excerpt_is_no_trouble() -> None:
    assert len(excerpt("a" * 1000, "x")) <= 284


def test_many_lines_are_shown_as_the_first_and_the_last() -> None:
    lines = [f"Post {number} +1,0 mnkr" for number in range(1, 10)]
    shown = excerpt("\n".join(lines), "x").splitlines()
    assert shown == [*lines[:2], "… (5 rader till)", *lines[-2:]]


def test_a_long_name_is_told_by_its_first_words() -> None:
    assert shortened("Ny skolplan") == "Ny skolplan"
    assert shortened("Arbeta för att " + "allt ska bli bra, " * 9) == (
        "Arbeta för att allt ska bli bra, allt ska bli bra, allt ska bli bra …"
    )


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("Centret ger 20 lokala företag stöd för omställning.", '"20 lokala företag stöd"'),
        ("Vid sista juli var antalet startbesked 174, en stor nedgång.", '"antalet startbesked 174"'),
        ("Området backar från 85 till 78.", '"Området backar från 85 till 78"'),
        ("En av sju enheter klarar inte det.", '"En av sju enheter"'),
        ("Effekten är nu 245 kW.", '"Effekten är nu 245 kW"'),
        ("Målet för 2023, 85 %, nås.", '"Målet för 2023, 85 %"'),
        ("Fem team och nämndernas planer styr.", '"Fem team"'),
    ],
)
def test_a_number_without_source_is_told_with_the_words_that_say_what_it_counts(line: str, words: str) -> None:
    (listed,) = [each for each in found(line) if each.code == "VAL230"]
    assert listed.message.startswith(f"{words} står bara i texten")
