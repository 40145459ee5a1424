"""Which face serves which family: the program's own, one of the same widths, or the nearest."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from pipeline.fonts.library import DATA, FontLibrary


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
    ],
)
def test_a_family_of_word_is_served_by_one_of_the_same_widths(family: str, file: str) -> None:
    found = FontLibrary().find(family)
    assert (found.face.path.name, found.replaced, found.compatible) == (file, family, True)


@pytest.mark.parametrize(
    ("family", "file"),
    [
        ("Garamond", "LiberationSerif-Regular.ttf"),
        ("Consolas", "LiberationMono-Regular.ttf"),
        ("Gill Sans MT", "LiberationSans-Regular.ttf"),
        ("Noto Sans Serif", "LiberationSans-Regular.ttf"),
        ("", "LiberationSans-Regular.ttf"),
    ],
)
def test_a_family_that_is_not_here_is_served_by_the_nearest_and_said_so(family: str, file: str) -> None:
    found = FontLibrary().find(family)
    assert (found.face.path.name, found.compatible) == (file, False)


@pytest.mark.parametrize(
    ("kind", "file"),
    [
        ("roman", "LiberationSerif-Regular.ttf"),
        ("modern", "LiberationMono-Regular.ttf"),
        ("swiss", "Carlito-Regular.ttf"),
    ],
)
def test_what_the_document_knows_of_a_family_decides_what_is_nearest(kind: str, file: str) -> None:
    assert FontLibrary(classes={"okänd": kind}).find("Okänd").face.path.name == file


def test_a_family_of_the_program_is_not_replaced() -> None:
    found = FontLibrary().find("Carlito", bold=True, italic=True)
    assert (found.face.path.name, found.replaced) == ("Carlito-BoldItalic.ttf", "")
    assert not found.imitate_bold
    assert not found.imitate_italic


def test_a_style_that_the_family_lacks_is_imitated() -> None:
    found = FontLibrary().find("DejaVu Sans", bold=True, italic=True)
    assert (found.face.path.name, found.imitate_bold, found.imitate_italic) == ("DejaVuSans.ttf", True, True)


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
