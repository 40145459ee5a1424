"""The lines between cells: which of two that meet is drawn, once, and the room that it takes."""

from __future__ import annotations

import pytest

from pipeline.render.layout.borderlines import dashes, strokes, thickness
from pipeline.render.layout.tableedges import winner
from pipeline.render.tree import Border
from tests.render.docx import HEADER_ROW, Docx, cell, line_break, paragraph, row, run, table
from tests.render.pdffile import Shape
from tests.render.rendering import made

PAPER = '<w:pgSz w:w="4000" w:h="4000"/><w:pgMar w:top="1000" w:right="400" w:bottom="1000" w:left="400"/>'
BARE = '<w:tblCellMar><w:left w:w="0"/><w:right w:w="0"/></w:tblCellMar>'
TEN = '<w:spacing w:line="200" w:lineRule="exact"/>'


def side(name: str, size: int = 8, style: str = "single", color: str = "112233") -> str:
    return f'<w:{name} w:val="{style}" w:sz="{size}" w:color="{color}"/>'


def one(text: str, *borders: str, props: str = "") -> str:
    own = f"<w:tcBorders>{''.join(borders)}</w:tcBorders>" if borders else ""
    return cell(paragraph(text, props=TEN), props=own + props)


def grid(*rows: str, widths: tuple[int, ...] = (1000, 1000), props: str = "") -> Docx:
    return Docx(table(*rows, widths=widths, props=BARE + props), section=PAPER)


def lines(docx: Docx) -> list[Shape]:
    return made(docx).reading.shapes_of("line")


def table_borders(*borders: str) -> str:
    return f"<w:tblBorders>{''.join(borders)}</w:tblBorders>"


@pytest.mark.parametrize(
    ("one_", "two", "wins"),
    [
        (Border("single", 1.0, "000000"), Border("single", 3.0, "ffffff"), 1),
        (Border("single", 3.0, "000000"), Border("double", 1.0, "ffffff"), 1),
        (Border("single", 1.0, "888888"), Border("single", 1.0, "000000"), 1),
        (Border("single", 1.0, "000000"), Border("single", 1.0, "000000"), 0),
        (Border("thinThickThinSmallGap", 1.0, "000000"), Border("thinThickSmallGap", 1.0, "000000"), 0),
    ],
)
def test_of_two_borders_the_heavier_the_wider_or_the_darker_is_drawn(one_: Border, two: Border, wins: int) -> None:
    assert winner(one_, two) is (one_, two)[wins]


def test_a_cells_own_border_wins_over_the_tables() -> None:
    props = table_borders(side("insideV", 24, "double", "FF0000"))
    found = lines(grid(row(one("a", side("right", color="00FF00")), one("b")), props=props))
    assert {shape.color for shape in found} == {"00ff00"}


def test_a_border_taken_away_on_one_side_is_drawn_for_the_other() -> None:
    found = lines(grid(row(one("a", side("right", style="nil")), one("b", side("left")))))
    assert [shape.box[0] for shape in found] == [70.0]


def test_no_line_passes_through_a_merged_cell() -> None:
    props = table_borders(side("insideH"))
    begin, go_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    found = lines(grid(row(one("a", props=begin), one("b")), row(one("", props=go_on), one("c")), props=props))
    assert [(shape.box[0], shape.box[2]) for shape in found] == [(70.0, 120.0)]


def test_the_line_above_a_row_takes_room_and_so_does_the_last() -> None:
    props = table_borders(side("top", 16), side("insideH", 8), side("bottom", 32))
    xml = table(row(one("a")), row(one("b")), widths=(1000,), props=BARE + props) + paragraph("c", props=TEN)
    reading = made(Docx(xml, section=PAPER)).reading
    a, b, c = (reading.find(text).y for text in "abc")
    assert [b - a, c - b] == pytest.approx([11.0, 14.0])


def test_the_line_above_stands_on_top_of_a_height_that_is_told() -> None:
    props = table_borders(side("top", 16), side("insideH", 16))
    high = '<w:trHeight w:val="600"/>'
    reading = made(grid(row(one("a"), props=high), row(one("b"), props=high), widths=(1000,), props=props)).reading
    assert reading.find("b").y - reading.find("a").y == pytest.approx(32.0)


def test_since_word_2013_the_outer_edge_of_the_border_stands_at_the_margin() -> None:
    docx = grid(row(one("a")), widths=(1000,), props=table_borders(side("left", 16)))
    assert lines(docx)[0].box[0] == pytest.approx(21.0)
    old = Docx(docx.body, section=PAPER, compatibility=14)
    assert lines(old)[0].box[0] == pytest.approx(20.0)


@pytest.mark.parametrize(
    ("style", "count", "wide"),
    [("single", 1, 1.0), ("double", 2, 3.0), ("triple", 3, 5.0), ("thinThickSmallGap", 2, 2.5),
     ("thinThickThinMediumGap", 3, 3.0), ("thickThinLargeGap", 2, 3.25), ("dotted", 1, 1.0)],
)  # fmt: skip
def test_a_border_of_several_lines_is_wider_than_one(style: str, count: int, wide: float) -> None:
    line = Border(style, 1.0, "000000")
    assert len(strokes(line)) == count
    assert thickness(line) == pytest.approx(wide)
    assert strokes(line)[0][0] <= 0 <= strokes(line)[-1][0]
    assert bool(dashes(line)) is (style == "dotted")


def test_diagonals_are_drawn_from_corner_to_corner() -> None:
    found = lines(grid(row(one("a", side("tl2br"), side("tr2bl"))), widths=(1000,)))
    assert [shape.box for shape in found] == [(20.0, 50.0, 70.0, 60.0), (20.0, 60.0, 70.0, 50.0)]


def test_a_row_may_have_borders_of_its_own_rules() -> None:
    rows = [f"<w:tr><w:tblPrEx>{table_borders(side('bottom', style='nil'))}</w:tblPrEx>{one('b')}</w:tr>"]
    found = lines(grid(row(one("a")), *rows, widths=(1000,), props=table_borders(side("top"), side("bottom"))))
    assert len(found) == 1


def test_cells_that_stand_apart_have_frames_of_their_own() -> None:
    props = table_borders(*(side(name) for name in ("top", "left", "bottom", "right", "insideH", "insideV")))
    docx = grid(row(one("a"), one("b")), props=props + '<w:tblCellSpacing w:w="40"/>')
    reading = made(docx).reading
    assert len(reading.shapes_of("line")) == 8
    assert reading.find("b").x - reading.find("a").x == pytest.approx(50.0)
    assert reading.find("a").x == pytest.approx(22.0)


def test_a_merged_cell_is_closed_where_the_page_ends_and_where_the_next_begins() -> None:
    props = table_borders(side("insideH"), side("top"), side("bottom"))
    begin, go_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    rows = [row(one("a", props=begin), one("b")), *(row(one("", props=go_on), one(f"b{n}")) for n in range(12))]
    found = lines(grid(*rows, props=props))
    whole = [shape for shape in found if (shape.box[0], shape.box[2]) == (20.0, 120.0)]
    assert [shape.page for shape in whole] == [0, 0, 1, 1]


def tall(*borders: str) -> str:
    """Return a cell of twelve lines, on pages that hold ten."""
    inside = line_break().join(run(f"r{number}") for number in range(12))
    own = f"<w:tcBorders>{''.join(borders)}</w:tcBorders>"
    return cell(f"<w:p><w:pPr>{TEN}<w:widowControl w:val='0'/></w:pPr>{inside}</w:p>", props=own)


def across(docx: Docx, page: int) -> list[str]:
    """Return the colours of the lines across a page, from above."""
    found = [shape for shape in lines(docx) if shape.page == page and shape.box[1] == shape.box[3]]
    return [shape.color for shape in sorted(found, key=lambda shape: shape.box[1])]


def test_a_row_that_goes_on_on_the_next_page_has_its_own_lines_at_the_cut() -> None:
    above = row(one("a", side("bottom", 24, color="0000FF")))
    below = row(one("c", side("top", 24, color="FF0000")))
    docx = grid(above, row(tall()), below, widths=(1000,), props=table_borders(side("insideH", 4)))
    assert across(docx, 0) == ["0000ff", "112233"]
    assert across(docx, 1) == ["112233", "ff0000"]


def test_a_row_below_a_repeated_header_has_the_heavier_of_the_two_lines_alone() -> None:
    head = row(one("h", side("bottom", 24, color="0000FF")), props=HEADER_ROW)
    docx = grid(head, row(tall()), widths=(1000,), props=table_borders(side("insideH", 4)))
    assert set(across(docx, 1)) == {"0000ff"}
