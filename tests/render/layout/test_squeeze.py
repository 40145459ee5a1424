"""Justified lines with narrower spaces (Word 2013): which word is let in, what is moved, and when not."""

from __future__ import annotations

import pytest

from tests.render.docx import Docx, line_break, paragraph, tab
from tests.render.pdffile import Fragment
from tests.render.rendering import made

LEFT, RIGHT = 50.0, 545.0
WORD, SPACE = 22.24, 2.78  # "aaaa" and a space of Liberation Sans at 10 points
BOTH = '<w:jc w:val="both"/>'


def lines(*content: str, width: float, props: str = "", mode: int = 15, align: str = BOTH) -> list[Fragment]:
    narrowed = f'<w:ind w:right="{round((RIGHT - LEFT - width) * 20)}"/>'
    body = paragraph(*content, props=props + narrowed + align)
    return made(Docx(body, compatibility=mode)).reading.set_lines()


def texts(*content: str, width: float, **settings: object) -> list[str]:
    return [line.text for line in lines(*content, width=width, **settings)]  # type: ignore[arg-type]


def wide(words: int, share: float = 1.0) -> float:
    """Return the width of a line of so many words with spaces of a share of their own width."""
    return words * WORD + (words - 1) * SPACE * share + 0.05


SIX = " ".join(["aaaa"] * 6)


def test_a_word_is_let_in_where_spaces_of_three_quarters_suffice() -> None:
    assert texts(SIX, width=wide(5, 0.8)) == ["aaaa aaaa aaaa aaaa aaaa ", "aaaa"]
    assert texts(SIX, width=wide(5, 0.7)) == ["aaaa aaaa aaaa aaaa ", "aaaa aaaa"]


def test_the_last_word_of_a_paragraph_is_let_in_too_and_ends_at_the_edge() -> None:
    (only,) = lines("aaaa aaaa aaaa aaaa aaaa", width=wide(5, 0.8))
    assert only.x + only.width == pytest.approx(LEFT + wide(5, 0.8), abs=0.1)


@pytest.mark.parametrize(("mode", "align"), [(14, BOTH), (15, '<w:jc w:val="left"/>'), (15, "")])
def test_only_justified_lines_since_word_2013_are_squeezed(mode: int, align: str) -> None:
    found = texts(SIX, width=wide(5, 0.8), mode=mode, align=align)
    assert found == ["aaaa aaaa aaaa aaaa ", "aaaa aaaa"]


@pytest.mark.parametrize(("free", "stays_out"), [(2.5, True), (4.5, False)])
def test_a_word_that_would_change_the_spaces_more_than_its_absence_stays_out(free: float, stays_out: bool) -> None:
    # " i" is 5.0 wide: the room that ten words leave is shared by nine spaces, what " i" lacks by ten
    words = " ".join(["aaaa"] * 10)
    first = texts(f"{words} i aaaa", width=wide(10) + free)[0]
    assert first.strip() == (words if stays_out else f"{words} i")


def test_what_is_before_a_tab_is_not_narrowed() -> None:
    for share, expected in ((0.8, 1), (0.7, 2)):
        assert len(texts("a b c d e f", tab(), "aaaa aaaa", width=72 + wide(2, share))) == expected


def test_spaces_that_begin_a_line_keep_their_width() -> None:
    (first, _) = lines("    " + SIX, width=4 * SPACE + wide(5, 0.8))
    assert first.text.strip() == "aaaa aaaa aaaa aaaa aaaa"
    assert made(Docx(paragraph("    aaaa"))).reading.find("aaaa").x == pytest.approx(LEFT + 4 * SPACE, abs=0.1)


def test_a_break_behind_the_word_that_is_let_in_ends_its_line() -> None:
    found = texts("aaaa aaaa aaaa aaaa aaaa", line_break(), "aaaa", width=wide(5, 0.8))
    assert [line.strip() for line in found] == ["aaaa aaaa aaaa aaaa aaaa", "aaaa"]


def test_no_word_is_lost_and_none_is_set_twice() -> None:
    words = [f"{'ab' * (number % 5 + 1)}{number}" for number in range(200)]
    for width in range(60, 200, 7):
        assert "".join(texts(" ".join(words), width=width)).split() == words


def test_lines_of_korean_words_are_only_widened() -> None:
    words = " ".join(["한글"] * 6)
    whole = lines(words, width=480)[0].width
    assert len(texts(words, width=whole - 0.5, align="")) == 2
    assert texts(words, width=whole - 0.5) == texts(words, width=whole - 0.5, align="")
