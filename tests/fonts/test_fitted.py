"""A face set with the widths of another family."""

from __future__ import annotations

import pytest

from pipeline.fonts.bundled import DATA
from pipeline.fonts.face import FontFace
from pipeline.fonts.fitted import NARROWEST, FittedFace
from pipeline.fonts.library import FontLibrary, Typeface
from pipeline.fonts.widths import widths_of

TEXT = "Kommunstyrelsen beslutar att godkänna delårsrapporten."


def width(found: Typeface, text: str = TEXT) -> float:
    """Return the width of a text as a share of the size."""
    return found.face.shape(text).width / found.face.units_per_em * found.stretch


def fitted(widths: dict[str, float]) -> FittedFace:
    path = DATA / "LiberationSans-Regular.ttf"
    return FittedFace(path, base=FontFace(path), widths=widths)


# Sums of the advance widths of Verdana's and Segoe UI's own files, as the sources in widths.json have them.
@pytest.mark.parametrize(
    ("family", "bold", "letters", "expected"),
    [
        ("Verdana", False, "nn", 2 * 0.6323),
        ("Verdana", True, "nn", 2 * 0.7123),
        ("Verdana", False, "I", 0.4203),
        ("Segoe UI", False, "Wm", 0.934 + 0.861),
        ("Tahoma", True, "n", 0.6401),
    ],
)
def test_letters_are_as_wide_as_in_the_family_asked_for(family: str, bold: bool, letters: str, expected: float) -> None:
    assert width(FontLibrary().find(family, bold=bold), letters) == pytest.approx(expected, abs=0.002)


def test_each_letter_stands_in_the_middle_of_its_width() -> None:
    face = fitted({"i": 0.4, "n": 0.6})
    plain = face.base.shape("i")
    shaped = face.shape("i")
    assert shaped.glyphs == plain.glyphs
    assert not shaped.is_plain
    assert shaped.offsets == (((shaped.width - plain.width) // 2, 0),)


def test_a_character_without_a_known_width_keeps_its_own() -> None:
    face = fitted({"n": 0.6})
    assert face.shape("x").advances == face.base.shape("x").advances
    assert face.shape("x").is_plain


def test_kerning_stays_when_letters_get_other_widths() -> None:
    path = DATA / "LiberationSans-Regular.ttf"
    base = FontFace(path)
    face = FittedFace(path, base=base, widths={"A": 0.7, "V": 0.7})
    kerned, plain = base.shape("AV", kern=True), base.shape("AV")
    assert kerned.width < plain.width
    assert face.shape("AV").width - face.shape("AV", kern=True).width == plain.width - kerned.width


def test_glyphs_are_never_stretched_out_of_shape() -> None:
    assert fitted({"n": 0.1, "e": 0.1}).stretch == NARROWEST


def test_the_file_holds_the_plain_face_once_for_both() -> None:
    library = FontLibrary()
    assert library.find("Verdana").face.embedded_as is library.find("DejaVu Sans").face


def test_a_lighter_cut_is_drawn_with_a_share_of_the_widths() -> None:
    library = FontLibrary()
    assert width(library.find("Aptos Display")) == pytest.approx(0.975 * width(library.find("Aptos")), rel=0.003)


def test_slanted_letters_are_as_wide_as_upright_ones_where_nothing_else_is_known() -> None:
    assert widths_of("tahoma", bold=True, italic=True) == widths_of("tahoma", bold=True, italic=False)
    assert widths_of("okänd", bold=False, italic=False) == {}
