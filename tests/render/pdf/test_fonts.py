"""Fonts in the file: every character can be read back, whatever glyph shows it and whatever font has it."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from pipeline.fonts.embedded import EmbeddedFonts
from pipeline.fonts.families import FontHint
from pipeline.fonts.installed import InstalledFonts
from pipeline.fonts.library import FontLibrary
from pipeline.render import service
from tests.fonts.making import collection, one_glyph_font, scrambled
from tests.render.docx import STYLES, Docx, paragraph, relationship, relationships
from tests.render.rendering import Made, made


def test_characters_that_no_font_has_are_shown_by_one_sign_and_read_back_as_themselves() -> None:
    reading = made(Docx(paragraph("en \U00012000 och en \U00012001"))).reading

    assert reading.lines() == ["en \U00012000 och en \U00012001"]
    assert reading.find("\U00012001").width > 5


def test_a_full_width_character_that_no_font_has_takes_its_full_width() -> None:
    assert made(Docx(paragraph("您"))).reading.find("您").width == pytest.approx(10.0, abs=0.01)


def test_a_private_character_is_told_by_its_span() -> None:
    result = made(Docx(paragraph("en \ue123")))

    assert result.reading.lines() == ["en \ue123"]
    with pikepdf.open(BytesIO(result.rendered.pdf)) as file:
        assert b"/ActualText <feffe123>" in file.pages[0].Contents.read_bytes()


def test_spaces_of_several_kinds_are_told_apart_and_what_only_directs_is_not_shown() -> None:
    assert made(Docx(paragraph("a\u00a0b c\u200dd\ufeff e"))).reading.lines() == ["a\u00a0b cd e"]


def borrowed(monkeypatch: pytest.MonkeyPatch, folder: Path, text: str) -> Made:
    fonts = InstalledFonts((folder,))

    def library(folders: tuple[Path, ...], hints: dict[str, FontHint], embedded: EmbeddedFonts) -> FontLibrary:
        return FontLibrary(folders, hints, lambda: fonts, embedded=embedded)

    monkeypatch.setattr(service, "FontLibrary", library)
    return made(Docx(paragraph(text)))


@pytest.mark.parametrize(("outlines", "cids"), [("glyf", False), ("cff", False), ("cff", True)])
def test_a_borrowed_font_of_any_kind_is_embedded_and_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, outlines: str, cids: bool
) -> None:
    one_glyph_font(tmp_path / "Prov.otf", "ꀁꀀ", outlines=outlines, cids=cids)

    result = borrowed(monkeypatch, tmp_path, "a ꀁꀀ b")

    assert result.reading.lines() == ["a ꀁꀀ b"]
    assert [(finding.code, finding.message) for finding in result.findings] == [
        ("REN413", "tecknen ꀀ (U+A000), ꀁ (U+A001) hämtas ur Prov, som finns på den här datorn")
    ]


def test_each_font_of_a_collection_is_found(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    one_glyph_font(tmp_path / "ett", "ꀁ", family="Ett")
    one_glyph_font(tmp_path / "tva", "ꀀ", family="Två")
    collection(tmp_path / "Prov.ttc", tmp_path / "ett", tmp_path / "tva")

    result = borrowed(monkeypatch, tmp_path, "ꀁꀀ")

    assert result.reading.lines() == ["ꀁꀀ"]
    assert result.codes == ["REN413", "REN413"]


KEY = "{1DC6AB4F-35D2-4E9A-9BD7-0A5B0F9A3C11}"


def with_font(data: bytes, text: str) -> Docx:
    """Return a file in a font of its own, Prov, that it brings with it."""
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/font"
    return Docx(
        paragraph(text),
        styles=STYLES.replace("Liberation Sans", "Prov"),
        font_table=f'<w:font w:name="Prov"><w:embedRegular r:id="rId1" w:fontKey="{KEY}"/></w:font>',
        extra={
            "word/_rels/fontTable.xml.rels": relationships(relationship("rId1", kind, "fonts/font1.odttf")).encode(),
            "word/fonts/font1.odttf": scrambled(data, KEY),
        },
    )


@pytest.mark.parametrize("outlines", ["glyf", "cff"])
def test_a_font_that_the_file_brings_sets_its_text(tmp_path: Path, outlines: str) -> None:
    one_glyph_font(tmp_path / "prov", "ab ", family="Prov", outlines=outlines)

    result = made(with_font((tmp_path / "prov").read_bytes(), "ab ba"))

    assert result.codes == []
    assert result.reading.lines() == ["ab ba"]
    assert result.reading.find("ab").width == pytest.approx(20.0, abs=0.01)
    assert result.reading.find("ab").font == "Prov-Regular"


def test_a_font_that_the_file_brings_but_that_cannot_be_used_is_named() -> None:
    result = made(with_font(b"ingen font", "ab"))

    assert result.reading.lines() == ["ab"]
    assert [(finding.code, finding.message) for finding in result.findings] == [
        ("REN411", "Prov finns inte och ersätts av Liberation Sans"),
        ("REN414", "dokumentets inbäddade typsnitt Prov används inte: filen är skadad"),
    ]
