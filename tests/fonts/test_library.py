"""Which face serves which family: the program's own, one of the same widths, or the nearest."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from pipeline.fonts.bundled import DATA
from pipeline.fonts.families import FontHint
from pipeline.fonts.installed import InstalledFonts
from pipeline.fonts.library import FontLibrary
from tests.fonts.making import one_glyph_font


def file_of(family: str, *, bold: bool = False, italic: bool = False) -> str:
    return FontLibrary().find(family, bold=bold, italic=italic).face.path.name


@pytest.mark.parametrize(
    ("family", "file"),
    [
        ("Calibri", "Carlito-Regular.ttf"),
        ("CAMBRIA", "Caladea-Regular.ttf"),
        ("arial", "LiberationSans-Regular.ttf"),
        ("Times New Roman", "LiberationSerif-Regular.ttf"),
        ("Courier New", "LiberationMono-Regular.ttf"),
        ("Georgia", "Gelasio-Regular.ttf"),
        ("Consolas", "LiberationMono-Regular.ttf"),
        ("Book Antiqua", "TeXGyrePagella-Regular.otf"),
        ("Century Gothic", "TeXGyreAdventor-Regular.otf"),
        ("Verdana", "DejaVuSans.ttf"),
        ("Segoe UI", "OpenSans-Regular.ttf"),
    ],
)
def test_a_family_of_word_is_served_by_one_of_the_same_widths(family: str, file: str) -> None:
    found = FontLibrary().find(family)
    assert (found.face.path.name, found.replaced, found.compatible) == (file, family, True)


@pytest.mark.parametrize(
    ("family", "file"),
    [
        ("Garamond", "LiberationSerif-Regular.ttf"),
        ("Gill Sans MT", "Carlito-Regular.ttf"),
        ("Impact", "LiberationSans-Bold.ttf"),
        ("Okänd Mono", "LiberationMono-Regular.ttf"),
        ("Noto Sans Serif", "LiberationSans-Regular.ttf"),
        ("", "LiberationSans-Regular.ttf"),
    ],
)
def test_a_family_that_is_not_here_is_served_by_the_nearest_and_said_so(family: str, file: str) -> None:
    found = FontLibrary().find(family)
    assert (found.face.path.name, found.compatible) == (file, False)


SERIF_PANOSE, SANS_PANOSE = bytes.fromhex("02020603050405020304"), bytes.fromhex("020b0604020202020204")
MONO_PANOSE = bytes.fromhex("02070309020205020404")


@pytest.mark.parametrize(
    ("hint", "file"),
    [
        (FontHint(kind="roman"), "LiberationSerif-Regular.ttf"),
        (FontHint(kind="modern"), "LiberationMono-Regular.ttf"),
        (FontHint(kind="swiss"), "LiberationSans-Regular.ttf"),
        (FontHint(kind="roman", pitch="fixed"), "LiberationMono-Regular.ttf"),
        (FontHint(kind="swiss", panose=SERIF_PANOSE), "LiberationSerif-Regular.ttf"),
        (FontHint(kind="roman", panose=SANS_PANOSE), "LiberationSans-Regular.ttf"),
        (FontHint(panose=MONO_PANOSE), "LiberationMono-Regular.ttf"),
        (FontHint(("saknas", "cambria")), "Caladea-Regular.ttf"),
        (FontHint(("carlito",)), "Carlito-Regular.ttf"),
    ],
)
def test_what_the_document_knows_of_a_family_decides_what_is_nearest(hint: FontHint, file: str) -> None:
    found = FontLibrary(hints={"okänd": hint}).find("Okänd")
    assert (found.face.path.name, found.compatible) == (file, False)


@pytest.mark.parametrize(
    ("names", "file", "replaced"),
    [
        ("Liberation Serif;Times New Roman", "LiberationSerif-Regular.ttf", ""),
        ("Okänd Antikva;Cambria", "Caladea-Regular.ttf", "Cambria"),
        ('"Neue Grotesk", Verdana, sans-serif', "DejaVuSans.ttf", "Verdana"),
        ("Okänd, Obekant", "LiberationSans-Regular.ttf", "Okänd, Obekant"),
    ],
)
def test_of_a_name_that_lists_several_families_the_first_known_one_serves(names: str, file: str, replaced: str) -> None:
    found = FontLibrary().find(names)
    assert (found.face.path.name, found.replaced) == (file, replaced)


def test_a_narrow_family_is_a_wider_one_drawn_narrow() -> None:
    found = FontLibrary().find("Arial Narrow")
    assert (found.face.path.name, found.stretch, found.compatible) == ("LiberationSans-Regular.ttf", 0.82, True)


def test_a_character_that_no_font_of_the_program_has_is_borrowed_from_the_computer(tmp_path: Path) -> None:
    one_glyph_font(tmp_path / "Prov.ttf", "ꀀ", family="Prov")
    library = FontLibrary(installed=lambda: InstalledFonts((tmp_path,)))
    found = library.fallback("ꀀ", bold=True, italic=False)
    assert found is not None
    assert (found.family, found.imitate_bold) == ("Prov", True)
    assert library.borrowed == {"ꀀ": "Prov"}
    assert library.fallback("ꀁ", bold=True, italic=False) is None


def test_a_font_whose_licence_forbids_it_is_not_borrowed(tmp_path: Path) -> None:
    one_glyph_font(tmp_path / "Prov.ttf", "ꀀ", rights=0x0002)
    assert InstalledFonts((tmp_path,)).having("ꀀ") is None


def test_a_file_that_is_no_font_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "A.ttf").write_bytes(b"ingen font")
    (tmp_path / "B.ttc").write_bytes(b"ttcf\0\1")
    one_glyph_font(tmp_path / "C.otf", "ꀀ", outlines="cff")
    found = InstalledFonts((tmp_path, tmp_path / "finns inte")).having("ꀀ")
    assert found is not None
    assert found.path.name == "C.otf"


def test_a_family_of_the_program_is_not_replaced() -> None:
    found = FontLibrary().find("Carlito", bold=True, italic=True)
    assert (found.face.path.name, found.replaced) == ("Carlito-BoldItalic.ttf", "")
    assert not found.imitate_bold
    assert not found.imitate_italic


def test_a_style_that_the_family_lacks_is_imitated() -> None:
    found = FontLibrary().find("Noto Sans Thai", bold=True, italic=True)
    assert (found.face.path.name, found.imitate_bold, found.imitate_italic) == ("NotoSansThai-Regular.ttf", True, True)


def test_bold_and_italic_have_files_of_their_own() -> None:
    assert file_of("Arial", bold=True) == "LiberationSans-Bold.ttf"
    assert file_of("Arial", italic=True) == "LiberationSans-Italic.ttf"


def test_a_font_in_the_template_folder_goes_before_all_others(tmp_path: Path) -> None:
    shutil.copy(DATA / "Caladea-Regular.ttf", tmp_path / "Gill Sans-Regular.ttf")
    library = FontLibrary((tmp_path,))
    found = library.find("Gill Sans", bold=True)
    assert (found.face.path.parent, found.replaced, found.imitate_bold) == (tmp_path, "", True)
    assert library.find("Calibri").replaced == "Calibri"


def test_a_font_in_the_template_folder_replaces_the_stand_in(tmp_path: Path) -> None:
    shutil.copy(DATA / "Caladea-Regular.ttf", tmp_path / "Calibri-Regular.ttf")
    assert FontLibrary((tmp_path,)).find("Calibri").face.path.parent == tmp_path


def test_equal_requests_share_one_face() -> None:
    library = FontLibrary()
    assert library.find("Arial").face is library.find("ARIAL").face
    assert library.find("Arial").face is library.find("Helvetica").face
    assert [face.replaced for face in library.used] == ["Arial", "Helvetica"]


def test_a_character_is_looked_for_in_the_other_fonts() -> None:
    library = FontLibrary()
    found = library.fallback("☑", bold=False, italic=False)
    assert found is not None
    assert found.face.glyph("☑")
    assert library.fallback("\U000f0000", bold=False, italic=False) is None
