"""The height of a line with characters that its font lacks: that of the fonts which Word takes them from."""

from __future__ import annotations

import pytest

from tests.render.docx import Docx, paragraph, run
from tests.render.rendering import made

ARIAL, EAST_ASIAN, SYMBOL = 11.50, 13.00, 13.30


def heights(text: str, family: str) -> float:
    """Return the heights of a line of letters and of one with a text, both of 10 points in a family, together."""
    fonts = f'<w:rFonts w:ascii="{family}" w:hAnsi="{family}" w:eastAsia="{family}"/>'
    lines = [paragraph(run(letters, fonts)) for letters in ("a", f"b{text}", "c")]
    reading = made(Docx("".join(lines))).reading
    return reading.find("c").y - reading.find("a").y


@pytest.mark.parametrize(
    ("text", "family", "own", "height"),
    [
        ("x", "Arial", ARIAL, ARIAL),
        ("→", "Arial", ARIAL, ARIAL),
        ("日", "Arial", ARIAL, EAST_ASIAN),
        ("✓", "Arial", ARIAL, SYMBOL),
        ("x", "MS Mincho", EAST_ASIAN, EAST_ASIAN),
        ("日", "MS Mincho", EAST_ASIAN, EAST_ASIAN),
        ("✓", "MS Mincho", EAST_ASIAN, EAST_ASIAN),
        ("日", "宋体", EAST_ASIAN, EAST_ASIAN),
    ],
)
def test_a_line_is_as_high_as_the_fonts_that_word_sets_it_in(text: str, family: str, own: float, height: float) -> None:
    assert heights(text, family) == pytest.approx(own + height, abs=0.01)
