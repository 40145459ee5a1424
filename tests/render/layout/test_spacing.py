"""The space between paragraphs, their borders and their backgrounds."""

from __future__ import annotations

import pytest

from tests.render.docx import A4, Docx, cell, drawing, page_break, paragraph, row, table
from tests.render.pdf.pictures import png
from tests.render.pdffile import Reading
from tests.render.rendering import made

LINE, TOP, ASCENT = 11.499, 50.0, 9.38


def spaced(text: str, before: int = 0, after: int = 0, more: str = "", style: str = "") -> str:
    """Return a paragraph with its spaces in points."""
    props = f'<w:spacing w:before="{before * 20}" w:after="{after * 20}"/>{more}'
    return paragraph(text, props=props, style=style)


def gap(body: str) -> float:
    """Return the room between the line "a" and the line "b"."""
    reading = made(Docx(body)).reading
    return round(reading.find("b").y - reading.find("a").y - LINE, 2)


@pytest.mark.parametrize(("after", "before", "room"), [(10, 6, 10), (6, 10, 10), (8, 8, 8), (0, 5, 5)])
def test_the_larger_of_two_spaces_stands_between_paragraphs(after: int, before: int, room: int) -> None:
    assert gap(spaced("a", after=after) + spaced("b", before=before)) == pytest.approx(room, abs=0.01)


CONTEXTUAL = "<w:contextualSpacing/>"


@pytest.mark.parametrize(
    ("above", "below", "room"),
    [(CONTEXTUAL, CONTEXTUAL, 0), (CONTEXTUAL, "", 4), ("", CONTEXTUAL, 6), ("", "", 10)],
)
def test_contextual_spacing_takes_away_the_space_of_the_paragraph_that_has_it(
    above: str, below: str, room: int
) -> None:
    assert gap(spaced("a", after=6, more=above) + spaced("b", before=10, more=below)) == pytest.approx(room, abs=0.01)


def test_contextual_spacing_above_leaves_nothing_of_a_smaller_space_below() -> None:
    assert gap(spaced("a", after=10, more=CONTEXTUAL) + spaced("b", before=6)) == pytest.approx(0, abs=0.01)


def test_contextual_spacing_holds_between_equals_only() -> None:
    above, below = spaced("a", after=10, more=CONTEXTUAL), spaced("b", before=6, more=CONTEXTUAL, style="H1")
    assert gap(above + below) == pytest.approx(10, abs=0.01)


def test_the_first_paragraph_of_a_document_keeps_its_space_before() -> None:
    assert made(Docx(spaced("a", before=30))).reading.find("a").y == pytest.approx(TOP + 30 + ASCENT, abs=0.01)


def test_space_before_is_left_out_where_a_page_begins_of_itself() -> None:
    body = spaced("x", after=0, more='<w:spacing w:line="14600" w:lineRule="exact"/>') + spaced("a", before=30)
    found = made(Docx(body)).reading.find("a")
    assert [found.page, found.y] == pytest.approx([1, TOP + ASCENT], abs=0.01)


def test_space_before_stays_where_a_page_break_was_asked_for() -> None:
    body = paragraph("x") + spaced("a", before=30, more="<w:pageBreakBefore/>")
    found = made(Docx(body)).reading.find("a")
    assert [found.page, found.y] == pytest.approx([1, TOP + 30 + ASCENT], abs=0.01)


SECTION = f"<w:sectPr>{A4}</w:sectPr>"


@pytest.mark.parametrize(("after", "room"), [(0, 30), (12, 18), (30, 0), (40, 0)])
@pytest.mark.parametrize("way", ["pageBreakBefore", "section", "own break"])
def test_of_the_space_before_on_a_new_page_the_space_after_the_text_above_is_taken(
    way: str, after: int, room: int
) -> None:
    above = spaced("x", after=after, more=SECTION if way == "section" else "")
    below = spaced("a", before=30, more="<w:pageBreakBefore/>" if way == "pageBreakBefore" else "")
    if way == "own break":
        below = below.replace("</w:pPr>", f"</w:pPr>{page_break()}", 1)
    found = made(Docx(above + below)).reading.find("a")
    assert [found.page, found.y] == pytest.approx([1, TOP + room + ASCENT], abs=0.01)


def test_page_break_before_keeps_the_space_before_where_the_page_is_new_already() -> None:
    body = paragraph("x", page_break()) + spaced("a", before=30, more="<w:pageBreakBefore/>")
    reading = made(Docx(body)).reading
    assert [reading.find("a").page, reading.find("a").y] == pytest.approx([1, TOP + 30 + ASCENT], abs=0.01)


def test_between_sections_on_one_page_the_larger_space_stands() -> None:
    above = spaced("a", after=10, more=SECTION)
    docx = Docx(above + spaced("b", before=16), section=A4 + '<w:type w:val="continuous"/>')
    reading = made(docx).reading
    assert reading.find("b").y - reading.find("a").y - LINE == pytest.approx(16, abs=0.01)


def test_a_page_break_that_ends_a_section_is_the_page_of_the_next_one() -> None:
    above = spaced("x", more=SECTION).replace("</w:p>", f"{page_break()}</w:p>")
    reading = made(Docx(above + paragraph("a"))).reading
    assert [reading.page_of("a"), len(reading.sizes)] == [2, 2]
    goes_on = made(Docx(above + paragraph("a"), section=A4 + '<w:type w:val="continuous"/>')).reading
    assert [goes_on.page_of("a"), len(goes_on.sizes)] == [2, 2]


@pytest.mark.parametrize(("mode", "room"), [(14, 30), (15, 0)])
def test_a_break_in_the_text_takes_the_space_before_away_since_word_2013(mode: int, room: int) -> None:
    body = paragraph("x", page_break()) + spaced("a", before=30)
    found = made(Docx(body, compatibility=mode)).reading.find("a")
    assert [found.page, found.y] == pytest.approx([1, TOP + room + ASCENT], abs=0.01)


@pytest.mark.parametrize(("lines", "leading"), [(1, 0.0), (2, LINE), (1.5, LINE / 2)])
def test_a_line_of_several_times_its_height_does_not_multiply_its_picture(lines: float, leading: float) -> None:
    spacing = f'<w:spacing w:line="{round(lines * 240)}" w:lineRule="auto"/>'
    shown = paragraph(drawing("p", size=(60, 50), alt="x"), props=spacing)
    docx = Docx(shown + paragraph("a"), media={"p": ("a.png", png())})
    assert made(docx).reading.find("a").y == pytest.approx(TOP + 50 + leading + ASCENT, abs=0.02)


@pytest.mark.parametrize(("wider", "room"), [(0.0, 0.0), (20.0, LINE)])
def test_the_mark_behind_a_picture_that_is_wider_than_the_text_has_a_line_of_its_own(wider: float, room: float) -> None:
    docx = Docx(
        paragraph(drawing("p", size=(495 + wider, 50), alt="x")) + paragraph("a"), media={"p": ("a.png", png())}
    )
    assert made(docx).reading.find("a").y == pytest.approx(TOP + 50 + room + ASCENT, abs=0.02)


def test_spaces_in_a_cell_stand_at_its_edges_too() -> None:
    xml = table(row(cell(spaced("a", before=5, after=7))), row("b"), widths=(2000,))
    reading = made(Docx(xml)).reading
    assert reading.find("a").y == pytest.approx(TOP + 5 + ASCENT, abs=0.01)
    assert reading.find("b").y - reading.find("a").y == pytest.approx(7 + LINE, abs=0.01)


def test_a_table_begins_below_the_space_of_the_paragraph_above() -> None:
    reading = made(Docx(spaced("a", after=9) + table(row("b"), widths=(2000,)))).reading
    assert reading.find("b").y - reading.find("a").y == pytest.approx(9 + LINE, abs=0.01)


FRAME = "".join(
    f'<w:{side} w:val="single" w:sz="8" w:space="4" w:color="00FF00"/>' for side in ("top", "bottom", "left", "right")
)
FRAMED = f"<w:pBdr>{FRAME}</w:pBdr>"


def rules(reading: Reading) -> tuple[int, int]:
    lines = [shape.box for shape in reading.shapes_of("line")]
    return sum(box[1] == box[3] for box in lines), sum(box[0] == box[2] for box in lines)


def test_a_frame_stands_around_its_paragraph_and_takes_room() -> None:
    reading = made(Docx(paragraph("a", props=FRAMED) + paragraph("b"))).reading
    assert rules(reading) == (2, 2)
    assert {shape.color for shape in reading.shapes_of("line")} == {"00ff00"}
    assert reading.find("a").y == pytest.approx(TOP + 5 + ASCENT, abs=0.01)
    assert reading.find("b").y - reading.find("a").y == pytest.approx(LINE + 5, abs=0.01)


def test_neighbours_of_one_frame_share_it() -> None:
    assert rules(made(Docx(paragraph("a", props=FRAMED) + paragraph("b", props=FRAMED))).reading) == (2, 4)


def test_neighbours_of_other_indents_have_frames_of_their_own() -> None:
    indented = paragraph("b", props=FRAMED + '<w:ind w:left="400"/>')
    assert rules(made(Docx(paragraph("a", props=FRAMED) + indented)).reading) == (4, 4)


def test_a_border_of_no_kind_is_not_drawn() -> None:
    props = '<w:pBdr><w:top w:val="nil"/><w:bottom w:val="none" w:sz="8"/></w:pBdr>'
    assert made(Docx(paragraph("a", props=props))).reading.shapes == []


@pytest.mark.parametrize(("kind", "count"), [("single", 1), ("double", 2), ("dashed", 1)])
def test_a_line_is_drawn_as_its_kind_says(kind: str, count: int) -> None:
    props = f'<w:pBdr><w:bottom w:val="{kind}" w:sz="24"/></w:pBdr>'
    assert len(made(Docx(paragraph("a", props=props))).reading.shapes_of("line")) == count


def test_the_background_of_a_paragraph_reaches_from_indent_to_indent() -> None:
    props = '<w:shd w:val="clear" w:fill="EEEEEE"/><w:ind w:left="200" w:right="400"/>'
    (found,) = made(Docx(paragraph("a", props=props))).reading.shapes_of("fill")
    assert found.color == "eeeeee"
    assert found.box == pytest.approx((60.0, TOP, 525.0, TOP + LINE), abs=0.01)


@pytest.mark.parametrize(
    ("spacing", "room"), [('w:beforeLines="150"', 18.0), ('w:beforeLines="150" w:before="100"', 5.0)]
)
def test_space_in_lines_counts_where_no_length_stands_beside_it(spacing: str, room: float) -> None:
    reading = made(Docx(paragraph("a") + paragraph("b", props=f"<w:spacing {spacing}/>"))).reading
    assert reading.find("b").y - reading.find("a").y == pytest.approx(LINE + room, abs=0.01)


GROUND = '<w:shd w:val="clear" w:fill="EEEEEE"/>'
APART = '<w:spacing w:after="200"/>'


def test_the_lines_of_a_frame_meet_at_its_corners() -> None:
    across = [shape.box for shape in made(Docx(paragraph("a", props=FRAMED))).reading.shapes_of("line")]
    lying, standing = [box for box in across if box[1] == box[3]], [box for box in across if box[0] == box[2]]
    assert {(box[0], box[2]) for box in lying} == {(45.0, 550.0)}
    assert sorted(box[0] for box in standing) == pytest.approx([45.5, 549.5])


def test_a_frame_that_neighbours_share_goes_on_over_the_space_between_them() -> None:
    body = paragraph("a", props=FRAMED + GROUND + APART) + paragraph("b", props=FRAMED + GROUND + APART)
    reading = made(Docx(body)).reading
    fills = sorted(shape.box for shape in reading.shapes_of("fill"))
    assert fills[0][3] == pytest.approx(fills[1][1], abs=0.01)
    assert fills[1][0] == pytest.approx(45.0)


def test_ground_that_neighbours_share_goes_on_over_the_space_between_them() -> None:
    body = paragraph("a", props=GROUND + APART) + paragraph("b", props=GROUND) + paragraph("c", props=APART)
    fills = sorted(shape.box for shape in made(Docx(body)).reading.shapes_of("fill"))
    heights = [edge for box in fills for edge in (box[1], box[3])]
    assert heights == pytest.approx([TOP, TOP + LINE, TOP + LINE, TOP + 2 * LINE + 10], abs=0.01)


def test_a_border_between_neighbours_stands_above_the_lower_one() -> None:
    between = '<w:between w:val="single" w:sz="8" w:space="4" w:color="0000FF"/></w:pBdr>'
    props = FRAMED.replace("</w:pBdr>", between)
    reading = made(Docx(paragraph("a", props=props) + paragraph("b", props=props))).reading
    (line,) = [shape for shape in reading.shapes_of("line") if shape.color == "0000ff"]
    assert line.box[1] == pytest.approx(TOP + 5 + LINE + 0.5, abs=0.01)
    assert reading.find("b").y - reading.find("a").y == pytest.approx(LINE + 5, abs=0.01)
