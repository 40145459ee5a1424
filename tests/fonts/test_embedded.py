"""Fonts that a document brings with it: unscrambled, used where they may be, refused with a reason where not."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.fonts.embedded import EmbeddedFonts, unscrambled
from pipeline.fonts.families import Embedded, FontHint
from pipeline.fonts.library import FontLibrary
from tests.fonts.making import one_glyph_font, scrambled

KEY = "{1DC6AB4F-35D2-4E9A-9BD7-0A5B0F9A3C11}"
PLAIN, BOLD = (False, False), (True, False)


def library(*fonts: bytes | None) -> FontLibrary:
    """Return a library of a document that brings these fonts of the family Prov: plain, then bold."""
    parts = {f"word/fonts/font{at}.odttf": data for at, data in enumerate(fonts)}
    brought = {(PLAIN, BOLD)[at]: Embedded(name, KEY) for at, name in enumerate(parts)}
    return FontLibrary(hints={"prov": FontHint(embedded=brought)}, embedded=EmbeddedFonts(parts.get))


def font(folder: Path, characters: str = "ab", **kwargs: object) -> bytes:
    one_glyph_font(folder / "prov.ttf", characters, **kwargs)  # type: ignore[arg-type]
    return (folder / "prov.ttf").read_bytes()


def test_the_first_bytes_are_unscrambled_by_the_key_read_backwards() -> None:
    plain = bytes(range(64))
    hidden = scrambled(plain, KEY)
    assert hidden[:32] != plain[:32]
    assert hidden[0] == plain[0] ^ 0x11
    assert unscrambled(hidden, KEY) == plain


@pytest.mark.parametrize("key", ["", "{}", "inte en nyckel", "{1DC6AB4F}"])
def test_a_font_without_a_key_is_taken_as_it_is(key: str) -> None:
    assert unscrambled(bytes(range(64)), key) == bytes(range(64))


def test_a_font_that_the_document_brings_serves_its_family(tmp_path: Path) -> None:
    found = library(scrambled(font(tmp_path), KEY)).find("Prov", bold=True)
    assert found.face.family_name == "Prov"
    assert (found.replaced, found.imitate_bold) == ("", True)
    assert found.metrics.height == pytest.approx(1.0)


def test_each_style_has_its_own_font(tmp_path: Path) -> None:
    plain, bold = font(tmp_path, "ab"), font(tmp_path, "c")
    made = library(scrambled(plain, KEY), scrambled(bold, KEY))
    assert made.find("Prov").face.glyph("a")
    assert made.find("Prov", bold=True).face.glyph("c")
    assert not made.find("Prov", bold=True).imitate_bold


def test_what_a_font_lacks_comes_from_what_stands_in_for_its_family(tmp_path: Path) -> None:
    made = library(scrambled(font(tmp_path), KEY))
    found = made.fallback("ö", bold=False, italic=False, family="Prov")
    assert found is not None
    assert (found.face.path.name, found.replaced) == ("LiberationSans-Regular.ttf", "Prov")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (None, "filen saknas i paketet"),
        (b"", "filen är skadad"),
        (b"ingen font, bara ord utan mening i den", "filen är skadad"),
        ("cut", "filen är skadad"),
        ("forbidden", "dess licens tillåter inte att det bäddas in"),
    ],
)
def test_a_font_that_cannot_be_used_is_refused_with_the_reason(
    data: bytes | str | None, reason: str, tmp_path: Path
) -> None:
    if data == "cut":
        data = scrambled(font(tmp_path)[:200], KEY)
    elif data == "forbidden":
        data = scrambled(font(tmp_path, rights=0x0002), KEY)
    assert data is None or isinstance(data, bytes)
    made = library(data)
    assert made.find("Prov").face.path.name == "LiberationSans-Regular.ttf"
    assert made.embedded.refused == {"Prov": reason}


@pytest.mark.parametrize("outlines", ["glyf", "cff"])
def test_a_font_with_damaged_outlines_is_used_whole_or_not_at_all(outlines: str, tmp_path: Path) -> None:
    whole = font(tmp_path, "abc", outlines=outlines)
    for at in range(32, len(whole), 7):
        damaged = whole[:at] + b"\xff\x7f\xff" + whole[at + 3 :]
        made = library(scrambled(damaged, KEY))
        face = made.find("Prov").face
        assert face.subset({face.glyph(letter) for letter in "abc"})
        assert (face.family_name == "Liberation Sans") == ("Prov" in made.embedded.refused)


def test_a_font_is_read_only_when_its_family_is_asked_for() -> None:
    asked: list[str] = []

    def part(name: str) -> None:
        asked.append(name)

    brought = {PLAIN: Embedded("word/fonts/font1.odttf", KEY)}
    made = FontLibrary(hints={"prov": FontHint(embedded=brought)}, embedded=EmbeddedFonts(part))
    made.find("Arial")
    assert asked == []
    made.find("Prov")
    assert asked == ["word/fonts/font1.odttf"]
