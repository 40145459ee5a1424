"""Fonts in a municipality's own folder: every kind of file works, or is refused with the reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.fonts.library import FontLibrary
from tests.fonts.making import altered_font, collection, one_glyph_font


def test_a_font_is_found_by_the_name_it_gives_itself(tmp_path: Path) -> None:
    one_glyph_font(tmp_path / "kommun1.ttf", "ab", family="Kommun Sans")
    altered_font(tmp_path / "kommun2.otf", "ab", family="Kommun Sans", bold=True)
    library = FontLibrary((tmp_path,))
    assert library.find("KOMMUN SANS").face.path.name == "kommun1.ttf"
    bold = library.find("Kommun Sans", bold=True)
    assert (bold.face.path.name, bold.imitate_bold, bold.replaced) == ("kommun2.otf", False, "")


def test_the_name_of_the_file_goes_before_the_name_of_the_font(tmp_path: Path) -> None:
    one_glyph_font(tmp_path / "a.ttf", "ab", family="Prov")
    one_glyph_font(tmp_path / "Prov-Regular.ttf", "ab", family="Annat")
    assert FontLibrary((tmp_path,)).find("Prov").face.path.name == "Prov-Regular.ttf"


def test_each_font_of_a_collection_serves_its_family(tmp_path: Path) -> None:
    for name in ("Ett", "Två"):
        one_glyph_font(tmp_path / name, "ab", family=name)
    collection(tmp_path / "alla.ttc", tmp_path / "Ett", tmp_path / "Två")
    library = FontLibrary((tmp_path,))
    assert [library.find(name).face.index for name in ("Ett", "Två")] == [0, 1]


def test_a_variable_font_is_used_as_it_is_by_itself_and_embedded_without_its_variations(tmp_path: Path) -> None:
    altered_font(tmp_path / "Prov-Regular.ttf", "ab", kind="variable")
    found = FontLibrary((tmp_path,)).find("Prov", bold=True)
    assert (found.face.path.name, found.imitate_bold) == ("Prov-Regular.ttf", True)
    assert b"fvar" not in found.face.subset({found.face.glyph("a")})


@pytest.mark.parametrize(
    ("kind", "reason"),
    [
        ("bitmaps", "det har inga konturer som en PDF kan ha"),
        ("forbidden", "dess licens tillåter inte att det bäddas in"),
        ("broken", "filen är skadad"),
        ("cut", "filen är skadad"),
    ],
)
def test_a_font_that_cannot_be_used_is_refused_with_the_reason(kind: str, reason: str, tmp_path: Path) -> None:
    path = tmp_path / "Prov-Regular.ttf"
    altered_font(path, "ab", kind=kind)
    if kind == "forbidden":
        one_glyph_font(path, "ab", rights=0x0002)
    elif kind == "broken":
        path.write_bytes(b"ingen font")
    elif kind == "cut":
        path.write_bytes(path.read_bytes()[:300])
    library = FontLibrary((tmp_path,))
    assert library.find("Prov").face.path.name == "LiberationSans-Regular.ttf"
    assert library.refused == {"typsnittet Prov": f"Prov-Regular.ttf: {reason}"}


def test_a_font_that_nobody_asks_for_is_refused_in_silence(tmp_path: Path) -> None:
    (tmp_path / "Prov-Regular.ttf").write_bytes(b"ingen font")
    library = FontLibrary((tmp_path, tmp_path / "finns inte"))
    library.find("Arial")
    assert library.refused == {}
