"""Fonts in the file: every character can be read back, whatever glyph shows it and whatever font has it."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from pipeline.fonts.families import FontHint
from pipeline.fonts.installed import InstalledFonts
from pipeline.fonts.library import FontLibrary
from pipeline.render import service
from tests.fonts.making import collection, one_glyph_font
from tests.render.docx import Docx, paragraph
from tests.render.rendering import Made, made


def test_characters_that_no_font_has_are_shown_by_one_sign_and_read_back_as_themselves() -> None:
    reading = made(Docx(paragraph("en \U0001f9ff och en \U0001f978"))).reading

    assert reading.lines() == ["en \U0001f9ff och en \U0001f978"]
    assert reading.find("\U0001f978").width > 5


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

    def library(folders: tuple[Path, ...], hints: dict[str, FontHint]) -> FontLibrary:
        return FontLibrary(folders, hints, lambda: fonts)

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
