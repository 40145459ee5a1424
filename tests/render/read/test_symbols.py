"""Symbol fonts: every code has a Unicode character that a font of the program shows."""

from __future__ import annotations

import pytest

from pipeline.fonts.library import FontLibrary
from pipeline.render.read.symbolfonts import FONTS
from pipeline.render.read.symbols import mapped
from tests.render.docx import Docx, paragraph, run
from tests.render.rendering import made


@pytest.mark.parametrize("family", FONTS)
def test_every_character_of_a_symbol_font_can_be_shown(family: str) -> None:
    library = FontLibrary()
    face = library.find(family).face
    signs = [sign for sign in FONTS[family].values() if not face.glyph(sign)]
    assert [sign for sign in signs if library.fallback(sign, bold=False, italic=False) is None] == []
    assert library.borrowed == {}


def test_the_commonest_bullet_is_as_high_as_in_word() -> None:
    face = FontLibrary().find("Symbol").face
    above, _ = face.reach(face.glyph("•"))
    assert above / face.units_per_em == pytest.approx(0.46, abs=0.01)


@pytest.mark.parametrize(
    ("family", "text", "shown"),
    [
        ("Wingdings", "\uf0fc", "✓"),
        ("Wingdings", "ü", "✓"),
        ("Wingdings", "\u0178", "•"),
        ("Wingdings", "\u00a0", "▪"),
        ("Symbol", "\uf0b7", "•"),
        ("Symbol", "abg", "αβγ"),
        ("Wingdings 2", "R", "☑"),
        ("Wingdings 3", "\uf07d", "▸"),
        ("Webdings", "\uf061", "✔"),
        ("ZapfDingbats", "l", "●"),
        ("Symbol", "\uf0ff", "•"),
    ],
)
def test_text_in_a_symbol_font_is_read_whatever_way_it_is_written(family: str, text: str, shown: str) -> None:
    assert mapped(text, family) == shown


def test_a_symbol_font_is_no_font_that_is_missing_and_keeps_its_line_height() -> None:
    result = made(Docx(paragraph(run("\uf0b7", '<w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/>'))))
    assert (result.codes, result.reading.lines()) == ([], ["•"])
