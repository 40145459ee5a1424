"""A font file: metrics as Windows has them, shaping as Word does it."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.fonts.bundled import DATA
from pipeline.fonts.face import FontFace
from pipeline.fonts.metrics import LineMetrics


@pytest.fixture(scope="module")
def sans() -> FontFace:
    return FontFace(DATA / "LiberationSans-Regular.ttf")


def test_the_advances_are_those_of_arial(sans: FontFace) -> None:
    per_mille = [round(advance / sans.units_per_em * 1000) for advance in sans.shape("Ai.").advances]
    assert per_mille == [667, 222, 278]


def test_ligatures_are_off_as_in_word() -> None:
    carlito = FontFace(DATA / "Carlito-Regular.ttf")
    assert len(carlito.shape("fi ti").glyphs) == 5


def test_kerning_is_on_only_where_it_is_asked_for(sans: FontFace) -> None:
    plain, kerned = sans.shape("AVAT"), sans.shape("AVAT", kern=True)
    assert plain.width == sum(sans.advance(glyph) for glyph in plain.glyphs)
    assert kerned.width < plain.width


def test_a_text_from_right_to_left_comes_in_the_order_of_drawing(sans: FontFace) -> None:
    shaped = sans.shape("\u05d0\u05d1", rtl=True)
    assert shaped.clusters == (1, 0)


def test_a_character_that_is_not_there_has_glyph_0(sans: FontFace) -> None:
    assert sans.glyph("A") > 0
    assert sans.glyph("\U0001f600") == 0


@pytest.mark.parametrize(
    ("file", "height"),
    [
        ("Carlito-Regular.ttf", 1.2207),
        ("LiberationSans-Regular.ttf", 1.1499),
        ("LiberationSerif-Regular.ttf", 1.1499),
    ],
)
def test_a_line_is_as_high_as_in_windows(file: str, height: float) -> None:
    assert FontFace(DATA / file).line_metrics.height == pytest.approx(height, abs=0.0005)


def test_the_height_of_a_line_counts_the_leading() -> None:
    assert LineMetrics(0.9, 0.2, 0.05).height == pytest.approx(1.15)


def test_a_subset_keeps_the_glyph_ids_and_little_else(sans: FontFace, tmp_path: Path) -> None:
    glyph = sans.glyph("Å")
    data = sans.subset({glyph})
    path = tmp_path / "subset.ttf"
    path.write_bytes(data)
    assert FontFace(path).advance(glyph) == sans.advance(glyph)
    assert len(data) < len(sans.path.read_bytes()) / 10


def test_a_subset_depends_on_the_glyphs_alone(sans: FontFace) -> None:
    there = {sans.glyph(sign) for sign in "åäöÅÄÖ"}
    back = {sans.glyph(sign) for sign in "ÖÄÅöäå"}
    assert sans.subset(there) == sans.subset(back)


def test_the_name_for_the_pdf_is_made_of_the_files(sans: FontFace) -> None:
    assert sans.postscript_name == "LiberationSans-Regular"
    assert FontFace(Path("Gill Sans (1)-Bold.ttf")).postscript_name == "GillSans1-Bold"


def test_an_italic_face_leans_to_the_right() -> None:
    assert FontFace(DATA / "LiberationSans-Italic.ttf").italic_angle < 0


def test_the_outlines_tell_what_is_embedded(sans: FontFace) -> None:
    assert not sans.is_cff
    assert sans.table("nope") == b""
    assert 0 < sans.cap_height < sans.units_per_em
    left, bottom, right, top = sans.bounding_box
    assert left < 0 < right
    assert bottom < 0 < top
