"""Every character of the scripts and signs that papers hold is shown on a computer without fonts."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.fonts.characters import is_ignorable
from pipeline.fonts.fallbacks import families_for
from pipeline.fonts.installed import InstalledFonts
from pipeline.fonts.library import FontLibrary
from tests.fonts.making import one_glyph_font


def bare(folder: Path) -> FontLibrary:
    return FontLibrary(installed=lambda: InstalledFonts((folder,)))


@pytest.mark.parametrize(
    "text",
    [
        "日本語カタカナ漢字简体繁體、。「」㎡㊗㈱㍉㍻⾔𠮷",
        "한국어텍스트입니다뷁",
        "ภาษาไทยน้ำ",
        "हिन्दीমেবাংলাதமிழ்తెలుగుಕನ್ನಡമലയാളംગુજરાતીਪੰਜਾਬੀසිංහලଓଡ଼ିଆ",
        "ខ្មែរລາວမြန်မာབོདᠮᠣᠩᠭᠣᠯ",
        "العربيةפְּעִבְרִיתܣܘܪܝܝܐދިވެހި",
        "ქართულიՀայերենአማርኛᏣᎳᎩᚠᚢᚦᚨᚱᚲ",
        "←↑→↓⇒⟶✓✔✗☑☐★■□▪◆─│┌┐░▒▓",
        "∑∫√∞≠≤ℝ𝑎𝒃𝔸⊕∀∃",
        "⠁⠃⠉♩♪♫♭𝄞😀👍🎉🚀❤☎🇸🇪①②③⅓⌘⏎",
    ],
)
def test_a_character_is_shown_without_any_font_on_the_computer(text: str, tmp_path: Path) -> None:
    library = bare(tmp_path)
    assert [character for character in text if library.fallback(character, bold=False, italic=False) is None] == []


def test_a_bold_character_that_only_a_plain_file_has_is_drawn_bold(tmp_path: Path) -> None:
    found = bare(tmp_path).fallback("☑", bold=True, italic=True)
    assert found is not None
    assert (found.face.path.name, found.imitate_bold, found.imitate_italic) == ("DejaVuSans.ttf", True, True)


def test_what_the_computer_has_changes_nothing_that_the_program_has(tmp_path: Path) -> None:
    one_glyph_font(tmp_path / "Prov.ttf", "日한ไ", family="Prov")
    library = bare(tmp_path)
    owners = [found.family for sign in "日한ไ" if (found := library.fallback(sign, bold=False, italic=False))]
    assert owners == ["droid sans fallback", "wenquanyi micro hei", "noto sans thai"]
    assert library.borrowed == {}


def test_the_fonts_of_other_scripts_are_not_opened(tmp_path: Path) -> None:
    library = bare(tmp_path)
    library.fallback("한", bold=False, italic=False)
    assert [path.name for path in library._faces] == ["WenQuanYiMicroHei-Regular.ttf"]


def test_each_family_is_looked_in_once() -> None:
    families = list(families_for("ไ"))
    assert families[0] == "noto sans thai"
    assert len(families) == len(set(families))


@pytest.mark.parametrize("character", ["\ufff9", "\ufffb", "\u0600", "\u06dd"])
def test_a_format_character_that_has_a_glyph_is_looked_for_like_any_other(character: str) -> None:
    assert not is_ignorable(character)
    assert is_ignorable("\u200d")
