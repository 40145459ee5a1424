"""Right-to-left text: the levels of characters, and where the words of a line come to stand."""

from __future__ import annotations

import pytest

from pipeline.render.layout.bidi import embedding_levels
from tests.render.docx import Docx, abstract, instance, item, level, paragraph, run, tab
from tests.render.pdffile import Reading
from tests.render.rendering import made

LEFT, RIGHT = 50.0, 545.0
BIDI = "<w:bidi/>"


def levels(text: str, base: int = 0, rtl: str = "") -> str:
    """Return the levels, capitals standing for Hebrew; ``rtl`` marks the characters of runs from right to left."""
    hebrew = "".join(chr(0x5D0 + ord(ch) - ord("A")) if "A" <= ch <= "Z" else ch for ch in text)
    marked = [int(mark == "x") for mark in rtl] or [base] * len(text)
    return "".join(str(found) for found in embedding_levels(hebrew, base, marked))


@pytest.mark.parametrize(
    ("text", "base", "expected"),
    [
        ("ett två", 0, "0000000"),
        ("ett AB", 0, "000011"),
        ("AB CD ett", 0, "111110000"),
        ("AB ett CD", 1, "111222111"),
        ("AB 12 CD", 0, "11122111"),
        ("AB 1.5, 3%", 1, "1112221122"),
        ("ett 12", 1, "222222"),
        ("AB ", 0, "110"),
        ("ett\tAB", 1, "2221" + "11"),
        ("\u202eett\u202c x", 0, "0111100"),
        ("AB \u2067ett\u2069 CD", 1, "111" + "1" + "444"[:3] + "1" + "111"),
    ],
)
def test_each_character_has_its_level(text: str, base: int, expected: str) -> None:
    assert levels(text, base) == expected


def test_a_neutral_between_two_directions_goes_with_its_run() -> None:
    assert levels("AB. ett", 1, "xxxxxxx") == "1111222"
    assert levels("AB. ett", 1, "xx     ") == "1122222"


def test_marks_beyond_every_depth_take_no_time_and_are_closed() -> None:
    text = "\u202b" * 3000 + "א" + "\u202c" * 3000 + "x"
    found = embedding_levels(text, 0, [0] * len(text))
    assert (found[3000], found[-1]) == (123 + 2, 0)


def reading(*content: str, props: str = BIDI) -> Reading:
    return made(Docx(paragraph(*content, props=props))).reading


def test_a_paragraph_from_right_to_left_begins_at_the_right_and_is_read_in_order() -> None:
    found = reading(run("שלום עולם", "<w:rtl/>"))
    first, second = found.find("שלום"), found.find("עולם")
    assert first.x + first.width == pytest.approx(RIGHT, abs=0.1)
    assert second.x + second.width < first.x
    assert "".join(item.text for item in found.fragments) == "שלום עולם"


def test_latin_words_in_it_go_on_from_left_to_right() -> None:
    found = reading(run("שלום", "<w:rtl/>"), run(" ett två"))
    assert found.find("ett").x < found.find("två").x < found.find("שלום").x


def test_hebrew_in_a_paragraph_from_left_to_right_stands_where_it_is_but_backwards() -> None:
    found = reading(run("ett שלום עולם två"), props="")
    assert [found.find(word).x for word in ("ett", "עולם", "שלום", "två")] == sorted(
        found.find(word).x for word in ("ett", "עולם", "שלום", "två")
    )


def test_indents_tabs_and_alignment_count_from_the_right() -> None:
    found = reading(
        run("אב"), tab(), run("גד"), props=f'{BIDI}<w:ind w:left="400"/><w:tabs><w:tab w:pos="2000"/></w:tabs>'
    )
    assert found.find("אב").x + found.find("אב").width == pytest.approx(RIGHT - 20, abs=0.1)
    assert found.find("גד").x + found.find("גד").width == pytest.approx(RIGHT - 100, abs=0.1)
    assert reading(run("אב"), props=f'{BIDI}<w:jc w:val="right"/>').find("אב").x == pytest.approx(LEFT, abs=0.1)


def test_a_list_has_its_numbers_at_the_right() -> None:
    indent = '<w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr>'
    numbering = abstract(1, level(0, content=indent)) + instance(1, 1)
    found = made(Docx(item("אב", props=BIDI), numbering=numbering)).reading
    number = found.find("1")
    assert number.x > found.find("אב").x
    assert found.find(".").x < number.x


def test_arabic_letters_are_joined() -> None:
    joined, apart = (reading(run(text)).find("سلام").width for text in ("سلام", "س\u200cل\u200cا\u200cم"))
    assert joined < apart
