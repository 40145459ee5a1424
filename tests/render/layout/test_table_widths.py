"""The widths of columns: fixed, preferred, fitted to content, and what the file's own grid says of them."""

from __future__ import annotations

import pytest

from pipeline.render.layout.contentwidths import Extent
from pipeline.render.layout.tablewidths import column_widths
from pipeline.render.tree import Borders, Cell, Margins, Place, Row, Table
from tests.render.docx import Docx, cell, paragraph, row, table
from tests.render.rendering import made

ROOM = 400.0
EXTENTS = {"small": Extent(20.0, 30.0), "long": Extent(40.0, 900.0), "word": Extent(150.0, 150.0), "": Extent()}


def one(text: str, *, preferred: float = 0.0, span: int = 1, column: int = 0, no_wrap: bool = False) -> Cell:
    return Cell((), column, span, 1, Borders(), Margins(), background=text, preferred=preferred, no_wrap=no_wrap)


def line(*cells: Cell, before: float = 0.0, after: float = 0.0) -> Row:
    return Row(cells, before=before, after=after)


def widths(
    *rows: Row, grid: tuple[float, ...] = (0.0, 0.0), width: float = 0.0, fixed: bool = False
) -> tuple[float, ...]:
    found = Table(grid, rows, Place("", 1), width=width, fixed=fixed)
    return tuple(round(size, 2) for size in column_widths(found, ROOM, lambda item: EXTENTS[item.background]))


def test_columns_without_preference_are_as_wide_as_their_content() -> None:
    assert widths(line(one("small"), one("word", column=1)), grid=(5.0, 5.0)) == (30.0, 150.0)


def test_content_that_is_too_wide_is_broken_so_that_the_table_fits() -> None:
    found = widths(line(one("small"), one("long", column=1)))
    assert sum(found) == pytest.approx(ROOM)
    assert found[1] > 350


def test_a_preferred_width_holds_against_longer_text_but_not_against_a_longer_word() -> None:
    assert widths(line(one("long", preferred=100.0), one("small", preferred=100.0, column=1))) == (100.0, 100.0)
    assert widths(line(one("word", preferred=100.0), one("small", preferred=100.0, column=1))) == (150.0, 50.0)


def test_preferred_widths_may_reach_beyond_the_margin() -> None:
    assert widths(line(one("small", preferred=300.0), one("small", preferred=300.0, column=1))) == (300.0, 300.0)


def test_columns_without_preference_fill_a_preferred_table_width() -> None:
    assert widths(line(one("small", preferred=100.0), one("small", column=1)), width=-1.0) == (100.0, 300.0)


def test_columns_are_narrowed_to_a_preferred_table_width() -> None:
    assert widths(line(one("small", preferred=300.0), one("small", preferred=100.0, column=1)), width=200.0) == (
        150.0, 50.0,
    )  # fmt: skip


def test_a_preferred_table_width_gives_way_to_words() -> None:
    assert widths(line(one("word"), one("word", column=1)), width=100.0) == (150.0, 150.0)


def test_shares_are_those_of_the_table() -> None:
    assert widths(line(one("small", preferred=-0.25), one("small", preferred=-0.75, column=1)), width=-0.5) == (
        50.0, 150.0,
    )  # fmt: skip


def test_a_cell_over_columns_widens_them_together() -> None:
    rows = line(one("word", span=2)), line(one("small"), one("small", column=1))
    assert widths(*rows) == (75.0, 75.0)


def test_columns_left_out_of_a_row_may_have_a_width() -> None:
    rows = line(one("small", column=1, preferred=50.0), before=80.0), line(one("small"), one("small", column=1))
    assert widths(*rows) == (80.0, 50.0)


def test_text_that_may_not_wrap_needs_its_whole_width() -> None:
    EXTENTS["line"] = Extent(20.0, 120.0)
    assert widths(line(one("line", no_wrap=True), one("long", column=1)))[0] >= 120.0


def test_a_grid_that_word_can_have_reckoned_is_kept() -> None:
    rows = line(one("long", preferred=100.0), one("small", preferred=100.0, column=1))
    assert widths(rows, grid=(101.0, 99.0)) == (101.0, 99.0)
    assert widths(rows, grid=(10.0, 10.0)) == (100.0, 100.0)


def test_fixed_widths_are_the_grids_or_where_it_disagrees_the_cells() -> None:
    rows = line(one("word", preferred=60.0), one("small", preferred=40.0, column=1))
    assert widths(rows, grid=(50.0, 50.0), fixed=True) == (50.0, 50.0)
    assert widths(rows, grid=(5.0, 5.0), fixed=True) == (60.0, 40.0)
    assert widths(line(one("word"), one("", column=1)), grid=(50.0, 0.0), fixed=True) == (50.0, 50.0)
    second = line(one("word", preferred=20.0), one("small", preferred=80.0, column=1))
    assert widths(rows, second, grid=(60.0, 40.0), fixed=True) == (60.0, 40.0)


def test_a_fixed_table_of_a_share_of_the_text_is_as_wide_as_that() -> None:
    assert widths(line(one(""), one("", column=1)), grid=(10.0, 30.0), width=-1.0, fixed=True) == (100.0, 300.0)


AUTOFIT = '<w:tblLayout w:type="autofit"/><w:tblCellMar><w:left w:w="0"/><w:right w:w="0"/></w:tblCellMar>'


def distance(first: str, *, props: str = "", second: str = "b") -> float:
    xml = table(row(cell(paragraph(*first.split("|")), props=props), second), widths=(100, 100), props=AUTOFIT)
    reading = made(Docx(xml)).reading
    return reading.find(second).x - reading.fragments[0].x


def test_a_column_is_as_wide_as_the_text_in_it() -> None:
    assert distance("iiii") < distance("mmmm") < distance("mmmm mmmm")


def test_a_nested_table_makes_its_column_as_wide_as_itself() -> None:
    inner = table(row(cell(paragraph("i"), props='<w:tcW w:w="3000" w:type="dxa"/>')), widths=(100,), props=AUTOFIT)
    xml = table(row(cell(inner, paragraph()), "b"), widths=(100, 100), props=AUTOFIT)
    reading = made(Docx(xml)).reading
    assert reading.find("b").x - reading.find("i").x == pytest.approx(150.0)


def test_text_is_made_narrower_to_fit_its_cell() -> None:
    props = '<w:tcW w:w="600" w:type="dxa"/><w:tcFitText/>'
    found = made(Docx(table(row(cell("mmmmmmmm", props=props)), widths=(600,), props=AUTOFIT))).reading
    assert len(found.lines(0)) == 1
    assert found.find("mmmmmmmm").width == pytest.approx(30.0, abs=0.5)


def test_shares_of_more_than_the_whole_leave_the_last_what_the_others_do_not_take() -> None:
    row_of = line(
        one("small", preferred=-0.2), one("small", preferred=-0.3, column=1), one("small", preferred=-1.0, column=2)
    )
    assert widths(row_of, grid=(0.0, 0.0, 0.0), width=-1.0) == (80.0, 120.0, 200.0)


def test_columns_fitted_to_their_content_have_room_for_the_space_between_cells() -> None:
    space = '<w:tblW w:w="0" w:type="auto"/><w:tblCellSpacing w:w="120" w:type="dxa"/><w:tblLayout w:type="autofit"/>'
    inner = table(row("ord", "annat"), widths=(0, 0), props=space)
    outer = table(row(cell(inner, paragraph()), "x"), widths=(0, 0), props=space)
    assert made(Docx(outer)).reading.lines() == ["ordannat", "x"]
