"""Where floating objects stand, and how the text goes around them; the page's text is 495 points wide from 50."""

from __future__ import annotations

import pytest

from tests.render.docx import A4, Docx, cell, paragraph, row, run, table
from tests.render.floating import BELOW, MEDIA, OVER, SQUARE, WORDS, align, anchored, at, framed
from tests.render.pdffile import Fragment, Reading, tag_tree
from tests.render.rendering import made

LEFT, RIGHT, TOP = 50.0, 545.0, 50.0
TABLE_AT_TEXT = '<w:tblpPr w:leftFromText="0" w:rightFromText="0" w:vertAnchor="text" w:horzAnchor="text" {}/>'


def reading(body: str, **parts: object) -> Reading:
    return made(Docx(body, media=MEDIA, **parts)).reading  # type: ignore[arg-type]


def box(found: Reading) -> tuple[float, float, float, float]:
    left, top, right, bottom = found.shapes_of("picture")[0].box
    return round(left, 1), round(top, 1), round(right, 1), round(bottom, 1)


def lines(found: Reading, page: int = 0) -> list[Fragment]:
    return [line for line in found.set_lines(page) if line.text.strip()]


@pytest.mark.parametrize(
    ("horizontal", "vertical", "place"),
    [
        (("page", at(10)), ("page", at(20)), (10, 20)),
        (("margin", align("right")), ("margin", align("bottom")), (RIGHT - 100, 842 - 50 - 80)),
        (("page", align("center")), ("page", align("center")), (247.5, 381)),
        (("column", at(30)), ("paragraph", at(15)), (LEFT + 30, TOP + 15)),
        (("leftMargin", align("right")), ("topMargin", align("bottom")), (LEFT - 100, TOP - 80)),
        (("rightMargin", at(0)), ("bottomMargin", at(-90)), (RIGHT, 792 - 90)),
        (("outsideMargin", align("center")), ("line", align("top")), (545 + 25 - 50, TOP)),
        (("margin", "<wp14:pctPosHOffset>50000</wp14:pctPosHOffset>"), ("page", at(0)), (LEFT + 247.5, 0)),
    ],
)
def test_a_picture_stands_where_its_anchor_says(
    horizontal: tuple[str, str], vertical: tuple[str, str], place: tuple[float, float]
) -> None:
    found = box(reading(paragraph(anchored(horizontal, vertical, OVER), run("text"))))

    assert found[:2] == pytest.approx(place, abs=0.6)


def test_text_goes_around_a_picture_on_the_left_and_below_it_again_over_the_whole_width() -> None:
    found = lines(reading(paragraph(anchored(), run(WORDS * 10))))

    beside = [line for line in found if line.y < TOP + 80]
    assert len(beside) >= 6
    assert {round(line.x) for line in beside} == {150}
    assert {round(line.x) for line in found[len(beside) + 1 :]} == {50}


def test_text_stands_on_both_sides_of_a_picture_in_the_middle() -> None:
    found = reading(paragraph(anchored(("column", align("center"))), run(WORDS * 10)))
    beside = [item for item in found.fragments if item.y < TOP + 80 and item.text.strip()]

    assert {round(item.x) for item in beside} >= {50, 348}
    assert not [item for item in beside if item.x < 347 and item.x + item.width > 248]


def test_text_stands_on_the_wanted_side_only() -> None:
    wrap = '<wp:wrapSquare wrapText="largest"/>'
    found = lines(reading(paragraph(anchored(("column", at(150)), wrap=wrap), run(WORDS * 10))))

    assert {round(line.x) for line in found if line.y < TOP + 80} == {300}


def test_no_text_stands_where_less_than_an_inch_is_left_beside_a_picture() -> None:
    found = lines(reading(paragraph(anchored(("column", at(60)), size=(400, 80)), run(WORDS * 3))))

    assert found[0].y > TOP + 80


def test_text_stands_above_and_below_but_not_beside() -> None:
    body = paragraph(anchored(vertical=("paragraph", at(20)), wrap=BELOW), run(WORDS * 5))
    found = [line.y for line in lines(reading(body))]

    assert found[0] < TOP + 20
    assert found[1] > TOP + 100


def test_the_paragraphs_that_follow_go_around_a_picture_too() -> None:
    found = lines(reading(paragraph(anchored(), run("kort")) + paragraph("nästa") + paragraph("tredje")))

    assert [round(line.x) for line in found] == [150, 150, 150]


def test_text_before_the_anchor_goes_around_a_picture_that_stands_over_it() -> None:
    picture = anchored(("margin", align("left")), ("margin", align("top")))
    found = lines(reading(paragraph("först") + paragraph("sedan") + paragraph(picture, run("sist"))))

    assert [(line.text, round(line.x)) for line in found] == [("först", 150), ("sedan", 150), ("sist", 150)]


def test_a_picture_is_kept_on_its_page() -> None:
    picture = anchored(vertical=("paragraph", at(0)), size=(100, 300))
    found = reading("".join(paragraph("x") for _ in range(60)) + paragraph(picture, run("ankare")))

    assert found.shapes_of("picture")[0].box[3] == pytest.approx(842, abs=0.5)
    assert found.page_of("ankare") == 1


def test_a_picture_goes_to_the_page_of_its_paragraph() -> None:
    filled = "".join(paragraph("x") for _ in range(64))
    found = reading(filled + paragraph(anchored(), run(WORDS * 10)))

    assert found.shapes_of("picture")[0].page == 1
    assert {round(line.x) for line in lines(found, 1)[:5]} == {150}


def test_a_page_that_is_set_anew_keeps_its_footnotes() -> None:
    note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    notes = f'<w:footnote w:id="2">{paragraph("noten")}</w:footnote>'
    picture = anchored(("margin", align("left")), ("margin", align("top")))
    body = paragraph(run("först"), note) + paragraph(picture, run("sist"))
    found = reading(body, footnotes=notes)

    assert [line.text for line in lines(found)].count("noten") == 1
    assert round(found.find("först").x) == 150


def test_a_note_of_a_floating_table_stands_on_its_page() -> None:
    note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    notes = f'<w:footnote w:id="2">{paragraph("noten")}</w:footnote>'
    props = TABLE_AT_TEXT.format('w:tblpX="200" w:tblpY="1"')
    found = reading(table(row(cell(paragraph(run("a"), note))), props=props) + paragraph("b"), footnotes=notes)

    assert [line.text for line in lines(found)].count("noten") == 1
    assert found.find("noten").y > 700


def test_a_picture_that_would_send_its_own_paragraph_to_the_next_page_goes_there() -> None:
    filled = "".join(paragraph(f"rad {number}") for number in range(40))
    picture = anchored(wrap=BELOW, size=(400, 500))
    found = reading(filled + paragraph("näst sist") + paragraph(picture, run("ankare")) + paragraph("efter"))

    assert found.shapes_of("picture")[0].page == 1
    assert [line.text for line in lines(found, 1)] == ["ankare", "efter"]
    assert [round(line.y) for line in lines(found)][:2] == [59, 71]


def test_a_picture_that_fills_the_page_leaves_its_text_to_be_read() -> None:
    picture = anchored(("page", at(0)), ("page", at(0)), wrap=BELOW, size=(595, 842))
    found = reading(paragraph(picture, run("ankare")) + paragraph("efter"))

    assert (found.page_of("ankare"), found.page_of("efter")) == (1, 2)
    assert found.find("ankare").y < 842


def test_a_header_picture_over_the_whole_page_does_not_keep_all_text_away() -> None:
    picture = anchored(("page", at(0)), ("page", at(0)), SQUARE, (595, 842))
    section = '<w:headerReference w:type="default" r:id="h"/>' + A4
    headers = {"h": paragraph(picture)}
    extra = {"word/_rels/h.xml.rels": _rels()}
    found = reading(paragraph("ett") + paragraph("två"), section=section, headers=headers, extra=extra)

    assert len(found.sizes) == 1


def test_text_from_right_to_left_goes_around_a_picture_too() -> None:
    found = lines(reading(paragraph(anchored(), run("ord " * 90), props="<w:bidi/>")))
    beside = [line for line in found if line.y < TOP + 80]

    assert min(line.x for line in beside) >= 149
    assert max(line.x + line.width for line in beside) > 500


def test_borders_of_a_paragraph_stand_beside_the_picture() -> None:
    edge = '<w:pBdr><w:bottom w:val="single" w:sz="8" w:color="000000"/></w:pBdr>'
    found = reading(paragraph(anchored(), run("ankare")) + paragraph("rubrik", props=edge))

    assert min(min(shape.box[0], shape.box[2]) for shape in found.shapes_of("line")) == pytest.approx(150, abs=1)


def test_lines_on_the_next_page_are_whole_again() -> None:
    filled = "".join(paragraph("x") for _ in range(55))
    found = reading(filled + paragraph(anchored(), run(WORDS * 30)))

    assert {round(line.x) for line in lines(found, 1)} == {50}
    assert " ".join(line.text.strip() for line in lines(found)[55:] + lines(found, 1)) == (WORDS * 30).strip()


def test_indents_count_from_the_edge_of_the_picture() -> None:
    body = paragraph(anchored(), run("kort")) + paragraph(WORDS * 2, props='<w:ind w:left="400" w:hanging="200"/>')
    found = lines(reading(body))

    assert [round(line.x) for line in found[1:3]] == [160, 170]


def test_a_picture_behind_the_text_is_drawn_before_it_and_read_where_it_is_anchored() -> None:
    picture = anchored(wrap=OVER, attributes='behindDoc="1"')
    result = made(Docx(paragraph("före") + paragraph(picture, run("efter")), media=MEDIA))
    content = tag_tree(result.rendered.pdf)

    assert content.index("före") < content.index("Figure") < content.index("efter")
    assert "Placement=Block" in content
    shapes, mark = result.reading.shapes_of("picture"), result.reading.find("före")
    assert shapes[0].mcid is not None
    assert mark.mcid is not None


def test_the_cell_grows_to_hold_its_picture() -> None:
    body = table(row(cell(paragraph(anchored(), run("cellen"))), "b"), widths=(5000, 4000)) + paragraph("efter")
    found = reading(body)

    assert found.find("cellen").x > LEFT + 100
    assert found.find("efter").y > TOP + 80


def test_text_of_the_body_goes_around_a_picture_of_the_header() -> None:
    picture = anchored(("page", at(0)), ("page", at(0)), SQUARE, (200, 200))
    rels = {"word/_rels/h.xml.rels": _rels()}
    section = '<w:headerReference w:type="default" r:id="h"/>' + A4
    found = reading(paragraph(WORDS * 20), section=section, headers={"h": paragraph(picture)}, extra=rels)

    assert {round(line.x) for line in lines(found) if line.y < 200} == {200}
    assert found.shapes_of("picture")[0].mcid is None


def _rels() -> bytes:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    inner = f'<Relationship Id="rBild" Type="{kind}" Target="media/image1.png"/>'
    return f'<Relationships xmlns="{space}">{inner}</Relationships>'.encode()


def test_paragraphs_of_one_frame_stand_below_each_other_beside_the_text() -> None:
    frame = 'w:w="2000" w:hSpace="100" w:wrap="around" w:vAnchor="text" w:hAnchor="text" w:xAlign="right" w:y="1"'
    found = reading(framed("ett", frame) + framed("två", frame) + paragraph(WORDS * 4))
    one, two = found.find("ett"), found.find("två")

    assert round(one.x) == round(two.x) == 445
    assert two.y > one.y == lines(found)[2].y
    assert max(line.x + line.width for line in lines(found)[2:4]) < 441


def test_a_frame_stands_on_the_page_where_it_is_told() -> None:
    frame = 'w:w="3000" w:wrap="around" w:vAnchor="page" w:hAnchor="page" w:x="6000" w:y="9000"'
    found = reading(paragraph("före") + framed("adress", frame) + paragraph("efter"))

    assert round(found.find("adress").x) == 300
    assert 450 < found.find("adress").y < 462
    assert found.find("efter").y - found.find("före").y < 15


def test_a_drop_cap_begins_the_paragraph_that_stands_beside_it() -> None:
    frame = 'w:dropCap="drop" w:lines="3" w:wrap="around" w:vAnchor="text" w:hAnchor="text"'
    height = '<w:spacing w:line="690" w:lineRule="exact"/>'
    result = made(Docx(framed("D", frame, height, '<w:sz w:val="80"/>') + paragraph("etta " + WORDS * 4)))
    letter, *text = lines(result.reading)

    assert round(letter.x) == 50
    beside = [line for line in text if line.x > 60]
    assert len(beside) == 3
    assert tag_tree(result.rendered.pdf).count("P\n") == 1


def test_a_table_floats_beside_the_text_and_is_read_before_it() -> None:
    props = TABLE_AT_TEXT.format('w:tblpXSpec="right" w:tblpY="1"')
    result = made(Docx(paragraph("före") + table(row("a", "b"), row("c", "d"), props=props) + paragraph(WORDS * 3)))
    found = result.reading

    assert round(found.find("a").x, 1) == pytest.approx(RIGHT - 200 + 5.4, abs=0.2)
    assert found.find("a").y == found.find("Text").y
    assert tag_tree(result.rendered.pdf).index("Table") < tag_tree(result.rendered.pdf).index("Text som")


def test_a_floating_table_goes_on_over_the_pages_and_the_text_beside_it_too() -> None:
    props = TABLE_AT_TEXT.format('w:tblpX="200" w:tblpY="400"')
    rows = [row(f"rad {number}", "x") for number in range(150)]
    found = reading(table(*rows, props=props) + paragraph("bredvid") + paragraph("sedan"))

    assert len(found.sizes) == 3
    assert found.page_of("rad 149") == 3
    assert found.page_of("sedan") == 1
    assert sum(line.text.startswith("rad") for line in found.set_lines()) == 150


def test_tables_of_one_position_stand_below_each_other() -> None:
    props = TABLE_AT_TEXT.format('w:tblpX="200" w:tblpY="100"')
    found = reading(table(row("a"), props=props) + table(row("b"), props=props) + paragraph("efter"))

    assert 11 < found.find("b").y - found.find("a").y < 13


def test_a_table_in_the_text_goes_below_a_picture_that_leaves_no_room_for_it() -> None:
    wide = table(row("a", "b"), widths=(5000, 4900))
    narrow = table(row("a", "b"), widths=(2000, 2000))

    assert reading(paragraph(anchored()) + wide).find("a").y > TOP + 80
    beside = reading(paragraph(anchored()) + narrow).find("a")
    assert beside.y < TOP + 80
    assert beside.x > 150


def test_thousands_of_objects_in_one_paragraph_take_bounded_time() -> None:
    found = reading(paragraph(*[anchored(vertical=("paragraph", at(-9)))] * 3000, run("slut")))

    assert len(found.shapes_of("picture")) == 3000
    assert found.find("slut").page == 0
