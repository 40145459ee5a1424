"""Lines that run down: sections, cells and boxes, upright characters and pictures, two lines in one (17.6.20)."""

from __future__ import annotations

from io import BytesIO
from itertools import pairwise

import pikepdf
import pytest

from tests.render.docx import A4, Docx, cell, drawing, paragraph, row, run, section_end, table
from tests.render.floating import MEDIA, NAME, anchored, at
from tests.render.odd.parts import text_box
from tests.render.pdffile import Fragment, Reading
from tests.render.rendering import made

WIDTH, HEIGHT, MARGIN, SIZE = 595.0, 842.0, 50.0, 10.0
DOWN = '<w:textDirection w:val="tbRl"/>'
TURNED = '<w:textDirection w:val="btLr"/>'
SIGNS = "縦書永字"


def shown(body: str, direction: str = DOWN, more: str = "", **parts: dict[str, str]) -> Reading:
    return made(Docx(body, section=A4 + more + direction, media=MEDIA, **parts)).reading  # type: ignore[arg-type]


def text_of(reading: Reading) -> str:
    return "".join(fragment.text for fragment in reading.fragments if not fragment.artifact)


def signs(reading: Reading, text: str = SIGNS) -> list[Fragment]:
    """Return the characters that stand upright: those across their line, which go no way along it."""
    return [fragment for fragment in reading.fragments if not fragment.width and fragment.text in text]


def test_characters_of_a_line_that_runs_down_stand_below_each_other_at_the_right_margin() -> None:
    found = signs(shown(paragraph(SIGNS)))
    assert [fragment.text for fragment in found] == list(SIGNS)
    assert {round(fragment.x, 2) for fragment in found} == {round(found[0].x, 2)}
    assert WIDTH - MARGIN - 2 * SIZE < found[0].x < WIDTH - MARGIN - SIZE / 2
    assert [two.y - one.y for one, two in pairwise(found)] == pytest.approx([SIZE] * 3, abs=0.02)
    assert MARGIN < found[0].y < MARGIN + SIZE + 0.1


def test_lines_follow_each_other_to_the_left_and_fill_the_height_of_the_page() -> None:
    found = signs(shown(paragraph("永" * 100)), "永")
    columns = sorted({round(fragment.x, 1) for fragment in found}, reverse=True)
    assert len(columns) == 2
    assert sum(round(fragment.x, 1) == columns[0] for fragment in found) == int((HEIGHT - 2 * MARGIN) / SIZE)


def test_a_page_is_full_when_its_lines_come_to_the_left_margin() -> None:
    reading = shown("".join(paragraph("永字") for _ in range(80)))
    assert len(reading.sizes) > 1
    assert set(reading.sizes) == {(WIDTH, HEIGHT)}
    assert min(fragment.x for fragment in signs(reading)) > MARGIN - SIZE / 2


def test_latin_letters_brackets_and_long_vowels_run_with_the_line() -> None:
    reading = shown(paragraph("永（ABCーア）永"))
    first, last = signs(reading, "永")
    word = reading.find("ABC")
    assert last.y > word.y > first.y
    assert word.x > first.x  # its baseline lies on the left of what stands above it, its letters on their side
    assert text_of(reading) == "永（ABCーア）永"


def test_a_comma_stands_in_the_upper_right_corner_of_its_place() -> None:
    one, comma, two = signs(shown(paragraph("永、字")), "永、字")
    assert comma.x == pytest.approx(one.x + 0.6 * SIZE, abs=0.05)
    assert comma.y == pytest.approx((one.y + two.y) / 2 - 0.6 * SIZE, abs=0.05)


def test_text_from_the_bottom_upwards_is_turned_as_a_whole_and_runs_down() -> None:
    reading = shown(paragraph(SIGNS), TURNED)
    assert [fragment.text for fragment in reading.fragments] == [SIGNS]
    assert reading.fragments[0].y == pytest.approx(MARGIN, abs=0.02)


def test_header_and_footer_of_such_a_section_stand_as_on_any_page() -> None:
    more = '<w:headerReference w:type="default" r:id="h"/>'
    reading = shown(paragraph(SIGNS), DOWN, more, headers={"h": paragraph("sidhuvud")})
    plain = shown(paragraph(SIGNS), "", more, headers={"h": paragraph("sidhuvud")})
    assert (reading.find("sidhuvud").x, reading.find("sidhuvud").y) == (
        plain.find("sidhuvud").x,
        plain.find("sidhuvud").y,
    )


def test_a_section_of_another_direction_begins_a_page() -> None:
    body = paragraph(SIGNS, props=section_end(A4 + DOWN)) + paragraph("vågrätt")
    reading = shown(body, "", '<w:type w:val="continuous"/>')
    assert reading.page_of("vågrätt") == 2
    assert reading.find("vågrätt").x == pytest.approx(MARGIN, abs=0.02)


def corners(body: str, direction: str) -> tuple[float, float, float, float]:
    """Return the box on the page of the only picture, whatever it is turned by."""
    docx = Docx(body, section=A4 + direction, media=MEDIA)
    found = made(docx).rendered.pdf
    with pikepdf.open(BytesIO(found)) as file:
        attributes = [
            element.A
            for element in file.objects
            if isinstance(element, pikepdf.Dictionary) and element.get("/S") == "/Figure"
        ]
        (box,) = [
            part.BBox
            for held in attributes
            for part in (held if isinstance(held, pikepdf.Array) else [held])
            if "/BBox" in part
        ]
        left, bottom, right, top = (float(value) for value in box)
    return left, HEIGHT - top, right, HEIGHT - bottom


def test_a_picture_in_a_line_that_runs_down_stands_upright() -> None:
    left, top, right, bottom = corners(paragraph(drawing(NAME, size=(60, 30), alt="x"), run("永")), DOWN)
    assert (right - left, bottom - top) == pytest.approx((60, 30), abs=0.05)
    assert top == pytest.approx(MARGIN, abs=0.05)


@pytest.mark.parametrize("direction", ["", DOWN, TURNED])
def test_a_floating_object_stands_at_its_place_on_the_paper_in_every_direction(direction: str) -> None:
    body = paragraph(anchored(("page", at(40)), ("page", at(120)), size=(80, 50)), run("永"))
    assert corners(body, direction) == pytest.approx((40, 120, 120, 170), abs=0.05)


def test_characters_of_a_turned_cell_stand_upright_where_its_lines_run_down() -> None:
    turned = [
        signs(
            made(Docx(table(row(cell(paragraph(SIGNS), props=props), "b", props='<w:trHeight w:val="2000"/>')))).reading
        )
        for props in (DOWN, TURNED)
    ]
    assert [len(found) for found in turned] == [4, 0]
    assert [two.y - one.y for one, two in pairwise(turned[0])] == pytest.approx([SIZE] * 3, abs=0.02)


@pytest.mark.parametrize(("kind", "count"), [("eaVert", 4), ("vert", 0), ("vert270", 0), ("mongolianVert", 4)])
def test_characters_of_a_box_stand_upright_as_its_kind_of_direction_says(kind: str, count: int) -> None:
    box = text_box(paragraph(SIGNS)).replace("<wps:bodyPr/>", f'<wps:bodyPr vert="{kind}"/>')
    assert len(signs(made(Docx(paragraph(box))).reading)) == count


def test_a_vml_box_of_ideographic_direction_has_upright_characters() -> None:
    box = (
        '<w:r><w:pict><v:rect style="width:60pt;height:100pt"><v:textbox style="layout-flow:vertical-ideographic">'
        f"<w:txbxContent>{paragraph(SIGNS)}</w:txbxContent></v:textbox></v:rect></w:pict></w:r>"
    )
    assert len(signs(made(Docx(paragraph(box))).reading)) == 4


# -- short text across its line, and two lines in one (17.3.2.10) --


def east_asian(attributes: str) -> str:
    return f'<w:eastAsianLayout w:id="1" {attributes}/>'


def test_digits_across_a_line_that_runs_down_take_the_place_of_one_character() -> None:
    reading = shown(paragraph(run("永"), run("12", east_asian('w:vert="1"')), run("字")))
    one, two = signs(reading, "永字")
    digits = reading.find("12")
    assert two.y - one.y == pytest.approx(2 * SIZE, abs=0.05)
    assert one.y < digits.y < two.y
    assert text_of(reading) == "永12字"


def test_two_lines_in_one_stand_above_each_other_at_half_the_size() -> None:
    reading = made(Docx(paragraph(run("aa"), run("永字縦書", east_asian('w:combine="1"')), run("bb")))).reading
    above, below = reading.find("永字"), reading.find("縦書")
    base = reading.find("aa")
    assert (above.size, below.size) == (SIZE / 2, SIZE / 2)
    assert above.y < base.y < below.y
    assert above.x == pytest.approx(below.x, abs=0.01)
    assert reading.find("bb").x - above.x == pytest.approx(1.25 * SIZE, abs=0.05)  # a quarter before Latin letters
    assert text_of(reading) == "aa永字縦書bb"


@pytest.mark.parametrize(("kind", "signs_around"), [("round", "()"), ("square", "[]"), ("curly", "{}"), ("none", "")])
def test_two_lines_in_one_stand_within_their_brackets(kind: str, signs_around: str) -> None:
    look = east_asian(f'w:combine="1" w:combineBrackets="{kind}"')
    text = text_of(made(Docx(paragraph(run("永字", look)))).reading)
    assert text == (f"{signs_around[0]}永字{signs_around[1]}" if signs_around else "永字")


def test_two_lines_of_words_part_at_the_space_nearest_to_the_middle() -> None:
    reading = made(Docx(paragraph(run("ett två tre fyra", east_asian('w:combine="1"'))))).reading
    assert reading.lines() == ["ett två ", "tre fyra"]
