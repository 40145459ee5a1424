"""Columns: text flows from one to the next, in equal or unequal widths, and ends at one height before a break."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from tests.render.docx import Docx, note, paragraph, reference, run, section_end, separators
from tests.render.floating import BELOW, MEDIA, OVER, SQUARE, align, anchored, at
from tests.render.rendering import made

# A page of ten lines, each ten points high, 160 points wide.
PAPER = '<w:pgSz w:w="4000" w:h="4000"/><w:pgMar w:top="1000" w:right="400" w:bottom="1000" w:left="400"/>'
TWO = PAPER + '<w:cols w:num="2" w:space="200"/>'
THREE = PAPER + '<w:cols w:num="3" w:space="100"/>'
UNEQUAL = '<w:cols w:num="2" w:equalWidth="0"><w:col w:w="800" w:space="200"/><w:col w:w="2200"/></w:cols>'
GOES_ON = '<w:type w:val="continuous"/>'
TEN = '<w:spacing w:line="200" w:lineRule="exact"/>'
COLUMN_BREAK = '<w:r><w:br w:type="column"/></w:r>'


def one(*content: str, props: str = "") -> str:
    return paragraph(*content, props=TEN + props)


def many(count: int) -> str:
    return "".join(one(f"x{number}") for number in range(1, count + 1))


def heights(docx: Docx) -> list[tuple[int, int, int]]:
    """Return for each page and column, by its left edge, how many lines it has."""
    lines = made(docx).reading.set_lines()
    found = Counter((line.page, round(line.x)) for line in lines if line.text.strip())
    return [(page, x, count) for (page, x), count in sorted(found.items())]


def balanced(count: int, columns: str = TWO) -> Docx:
    body = many(count) + one("sist", props=section_end(columns))
    return Docx(body + one("efter"), GOES_ON + PAPER)


def test_columns_end_at_one_height_before_a_continuous_section() -> None:
    assert heights(balanced(7)) == [(0, 20, 5), (0, 105, 4)]
    assert heights(balanced(8, THREE)) == [(0, 20, 4), (0, 75, 3), (0, 130, 3)]


def test_columns_are_filled_one_after_the_other_at_the_end_of_the_document() -> None:
    assert heights(Docx(many(12), TWO)) == [(0, 20, 10), (0, 105, 2)]


def test_columns_are_not_balanced_where_the_settings_say_so() -> None:
    docx = replace(balanced(7), compat="<w:noColumnBalance/>")
    assert heights(docx) == [(0, 20, 9)]


def test_the_columns_of_the_last_page_are_balanced() -> None:
    assert heights(balanced(25)) == [(0, 20, 10), (0, 105, 10), (1, 20, 4), (1, 105, 3)]


def test_the_next_section_begins_below_the_highest_column() -> None:
    reading = made(balanced(6)).reading
    assert round(reading.find("efter").y - reading.find("x4").y) == 10


def test_columns_that_a_break_parts_stay_as_they_are() -> None:
    body = one("a", COLUMN_BREAK, "b") + one("c") + one("d", props=section_end(TWO)) + one("e")
    reading = made(Docx(body, GOES_ON + PAPER)).reading
    assert [round(reading.find(text).x) for text in "abcde"] == [20, 105, 105, 105, 20]


def test_text_is_set_anew_in_a_column_of_another_width() -> None:
    words = " ".join(["ordet"] * 60)
    lines = made(Docx(one(words), PAPER + UNEQUAL)).reading.set_lines()
    first, second = ([line.text.split() for line in lines if round(line.x) == x] for x in (20, 70))
    assert {len(line) for line in first} == {1}
    assert max(len(line) for line in second) == 4
    assert sum(len(line) for line in (*first, *second)) == 60


def test_a_paragraph_that_begins_in_a_wider_column_has_its_width() -> None:
    body = one("a", COLUMN_BREAK) + one("ordet ordet ordet")
    words = [item for item in made(Docx(body, PAPER + UNEQUAL)).reading.fragments if item.text.strip() == "ordet"]
    assert len({item.y for item in words}) == 1


def test_footnotes_stand_under_their_column() -> None:
    body = many(9) + one("här", reference(1)) + one("där", reference(2))
    notes = separators() + note(1, one("<w:r><w:footnoteRef/></w:r>", "ett")) + note(2, one("två"))
    reading = made(Docx(body, TWO, footnotes=notes)).reading
    assert round(reading.find("två").x) == 105


def test_a_column_break_keeps_the_space_above_what_follows() -> None:
    body = one("a") + one(COLUMN_BREAK, "b", props="") + one(run("c"))
    reading = made(Docx(body, TWO)).reading
    assert reading.find("b").y == reading.find("a").y


def test_the_mark_behind_a_column_break_stands_in_the_next_column() -> None:
    reading = made(Docx(one("a") + one(COLUMN_BREAK) + one("b"), TWO)).reading
    assert reading.find("b").y == reading.find("a").y + 10


def floating(wrap: str, vertical: tuple[str, str] = ("paragraph", at(0))) -> str:
    return anchored(("column", align("right")), vertical, wrap, (30, 20))


def test_columns_with_a_floating_object_end_at_one_height_too() -> None:
    body = many(3) + one("x", floating(BELOW)) + many(3) + one("sist", props=section_end(TWO))
    docx = Docx(body + one("efter"), GOES_ON + PAPER, media=MEDIA)
    assert heights(docx) == [(0, 20, 5), (0, 105, 4)]


def test_a_page_that_is_set_anew_keeps_an_object_in_its_own_column() -> None:
    body = many(2) + one("x", floating(OVER)) + many(9) + one("y", floating(SQUARE, ("paragraph", at(-20)))) + many(2)
    pictures = made(Docx(body, TWO, media=MEDIA)).reading.shapes_of("picture")
    assert [round(picture.box[2]) for picture in pictures] == [95, 180]


def test_the_first_column_of_a_section_from_right_to_left_stands_on_the_right() -> None:
    body = one("ett", COLUMN_BREAK, run("två"))
    found = made(Docx(body, section=PAPER + '<w:cols w:num="2" w:space="200" w:sep="1"/><w:bidi/>')).reading

    assert (found.find("ett").x, found.find("två").x) == (105, 20)
    assert found.shapes_of("line")[0].box[0] == 100
