"""The grid of characters: how far apart they stand, and which text keeps to it (17.6.5)."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.render.docx import A4, Docx, cell, paragraph, row, run, table
from tests.render.layout.test_lines import LEFT, RIGHT
from tests.render.pdffile import Reading
from tests.render.rendering import made

SIGN = "永"
SIZE = 10.0  # of the samples' default style
HALVES = "<w:balanceSingleByteDoubleByteWidth/>"


def shown(body: str, kind: str, space: float | None = None, compat: str = "") -> Reading:
    """Return a document read back whose characters stand ``space`` points farther apart than they are wide."""
    told = "" if space is None else f' w:charSpace="{round(space * 4096)}"'
    grid = f'<w:docGrid w:type="{kind}" w:linePitch="360"{told}/>'
    return made(Docx(body, section=A4 + grid, compat=compat)).reading


def counted(reading: Reading) -> list[int]:
    """Return how many signs each line has, from the top."""
    signs: Counter[float] = Counter()
    for fragment in reading.fragments:
        signs[round(fragment.y, 1)] += fragment.text.count(SIGN)
    return [signs[y] for y in sorted(signs)]


@pytest.mark.parametrize(("space", "count"), [(None, 49), (0.0, 49), (1.0, 45), (-0.5, 52)])
def test_a_line_has_as_many_signs_as_the_grid_has_cells(space: float | None, count: int) -> None:
    assert counted(shown(paragraph(SIGN * 100), "linesAndChars", space))[0] == count


def test_a_line_ends_with_a_whole_cell_unless_the_paragraph_keeps_its_right_indent() -> None:
    right = '<w:jc w:val="right"/>'
    adjusted = shown(paragraph("a", props=right), "linesAndChars", 1.0).find("a")
    kept = shown(paragraph("a", props=right + '<w:adjustRightInd w:val="0"/>'), "linesAndChars", 1.0).find("a")
    free = (RIGHT - LEFT) % (SIZE + 1)
    assert kept.x - adjusted.x == pytest.approx(free, abs=0.01)


def test_lines_in_cells_end_where_the_cell_does() -> None:
    body = table(row(cell(paragraph("a", props='<w:jc w:val="right"/>'))), widths=(2050,))
    one, other = (shown(body, kind, 3.0).find("a").x for kind in ("linesAndChars", "lines"))
    assert one == pytest.approx(other - 3.0, abs=0.01)  # what the grid adds stands behind the letter


def test_latin_letters_take_what_the_grid_adds_or_half_of_it() -> None:
    plain, whole, half = (
        shown(paragraph("aaaa b"), kind, 2.0, compat).find("b").x
        for kind, compat in (("lines", ""), ("linesAndChars", ""), ("linesAndChars", HALVES))
    )
    assert whole - plain == pytest.approx(5 * 2.0, abs=0.05)
    assert half - plain == pytest.approx(5 * 1.0, abs=0.05)


@pytest.mark.parametrize(
    "body",
    [
        paragraph(run(SIGN * 60, '<w:snapToGrid w:val="0"/>'), props='<w:adjustRightInd w:val="0"/>'),
        paragraph(SIGN * 60, props='<w:snapToGrid w:val="0"/>'),
    ],
    ids=["run", "paragraph"],
)
@pytest.mark.parametrize("kind", ["linesAndChars", "snapToChars"])
def test_text_that_does_not_keep_to_the_grid_stands_as_without_it(body: str, kind: str) -> None:
    assert counted(shown(body, kind, 1.0)) == counted(shown(body, "lines"))


def test_a_sign_stands_in_the_middle_of_its_cell() -> None:
    found = shown(paragraph(SIGN * 3), "snapToChars", 2.0).fragments[0]
    assert (found.x, found.width) == pytest.approx((LEFT + 1, 24 + SIZE), abs=0.01)


def test_a_sign_wider_than_a_cell_takes_two() -> None:
    large = run(SIGN * 2, '<w:sz w:val="26"/>')
    found = shown(paragraph(large), "snapToChars", 2.0).fragments[0]
    assert (found.x, found.width) == pytest.approx((LEFT + 5.5, 24 + 13), abs=0.01)


def test_latin_text_stands_in_the_middle_of_as_many_cells_as_it_needs() -> None:
    word = run("aaa", '<w:color w:val="FF0000"/>')
    first, middle, last = shown(paragraph(SIGN, word, SIGN), "snapToChars", 2.0).fragments
    assert last.x - first.x == pytest.approx(36, abs=0.01)
    assert middle.x + middle.width / 2 == pytest.approx(LEFT + 24, abs=0.05)


def test_a_column_fitted_to_its_content_has_room_for_what_the_grid_adds() -> None:
    body = table(row(cell(paragraph(SIGN * 8)), "b"), props='<w:tblLayout w:type="autofit"/>', widths=(0, 0))
    assert max(counted(shown(body, "linesAndChars", 4.0))) == 8
