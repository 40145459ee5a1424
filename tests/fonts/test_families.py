"""What stands in for families that are not here: every row leads somewhere, and lines are as high as in Word."""

from __future__ import annotations

import pytest

from pipeline.fonts.bundled import DATA, bundled_families, bundled_file
from pipeline.fonts.families import twins
from pipeline.fonts.library import FontLibrary
from pipeline.fonts.widths import known_widths


def test_every_stand_in_is_a_family_of_the_program() -> None:
    assert {twin.family for twin in twins().values()} <= set(bundled_families())
    assert {twin.widths for twin in twins().values()} - {""} == set(known_widths())


def test_every_family_of_the_program_has_its_file_and_no_file_is_left_over() -> None:
    files = {found[0].name for family in bundled_families() if (found := bundled_file(family)) is not None}
    assert all((DATA / name).is_file() for name in files)
    stems = {name.split(".")[0].split("-")[0] for name in files}
    assert {path.stem.split("-")[0] for path in DATA.glob("*.[to]tf")} == stems


def test_no_family_is_stretched_out_of_shape() -> None:
    assert all(0.8 <= twin.stretch <= 1.25 for twin in twins().values())


# Single line spacing as a share of the size, of the Windows fonts (ascent and descent of the file) or as Word sets it.
@pytest.mark.parametrize(
    ("family", "height"),
    [
        ("Aptos", 1.221),
        ("Calibri Light", 1.2207),
        ("Verdana", 1.2153),
        ("Segoe UI", 1.3301),
        ("Georgia", 1.1362),
        ("Garamond", 1.125),
        ("Palatino Linotype", 1.3491),
        ("MS Mincho", 1.3),
        ("SimSun", 1.3),
        ("宋体", 1.3),
        ("Malgun Gothic", 1.7291),
    ],
)
def test_lines_are_as_high_as_the_family_makes_them_in_word(family: str, height: float) -> None:
    assert FontLibrary().find(family).metrics.height == pytest.approx(height, abs=0.001)


def test_the_plain_style_of_a_heavy_family_is_bold() -> None:
    assert FontLibrary().find("Arial Black").face.path.name == "LiberationSans-Bold.ttf"


@pytest.mark.parametrize(
    ("family", "file", "exact"),
    [
        ("Lato Light", "Carlito-Regular.ttf", False),
        ("Arial-BoldMT", "LiberationSans-Bold.ttf", False),
        ("TimesNewRomanPS-ItalicMT", "LiberationSerif-Italic.ttf", True),
        ("Montserrat SemiBold", "LiberationSans-Bold.ttf", False),
        ("Open Sans Extra Bold", "OpenSans-Bold.ttf", False),
        ("Bodoni MT Black", "LiberationSerif-Bold.ttf", False),
        ("Bold", "LiberationSans-Regular.ttf", False),
        ("Okänd Light", "LiberationSans-Regular.ttf", False),
    ],
)
def test_a_cut_that_is_named_with_its_family_is_known_by_it(family: str, file: str, exact: bool) -> None:
    found = FontLibrary().find(family)
    assert (found.face.path.name, found.compatible) == (file, exact)


def test_a_narrow_cut_is_drawn_narrower() -> None:
    library = FontLibrary()
    narrow, plain = library.find("Roboto Slab Condensed"), library.find("Roboto Slab")
    assert narrow.stretch == pytest.approx(plain.stretch * 0.82)
    assert narrow.metrics == plain.metrics
