"""Symbols and the ring of completion."""

from __future__ import annotations

import math
import re
import struct
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from pipeline.compose.symbols import SymbolError, completion_ring, rasterise, read_symbol
from tests.compose import sample
from tests.compose.word import changed_template, findings

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 12" {}>{}</svg>'


@pytest.mark.parametrize(
    "content",
    [
        "<text>A</text>",
        "<script>x()</script>",
        '<image href="a.png"/>',
        '<rect fill="url(#g)"/>',
        '<rect onload="x()"/>',
    ],
)
def test_a_symbol_of_more_than_fixed_shapes_is_refused(content: str) -> None:
    with pytest.raises(SymbolError):
        read_symbol(SVG.format("", content).encode())


@pytest.mark.parametrize(
    "data", [b"", b"<svg/>", b"<p>", b'<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg"/>']
)
def test_what_is_no_picture_is_refused(data: bytes) -> None:
    with pytest.raises(SymbolError):
        read_symbol(data)


def test_a_symbol_without_a_view_box_is_refused() -> None:
    with pytest.raises(SymbolError, match="viewBox"):
        read_symbol(b'<svg xmlns="http://www.w3.org/2000/svg"/>')


@pytest.mark.parametrize(
    ("size", "expected"),
    [
        ('width="22pt" height="11pt"', (22, 11)),
        ('height="20pt"', (40, 20)),
        ("", (22, 11)),
        ('width="10mm" height="5mm"', (28.35, 14.17)),
    ],
)
def test_a_symbol_is_as_large_as_its_file_says(size: str, expected: tuple[float, float]) -> None:
    symbol = read_symbol(SVG.format(size, "<rect/>").encode())
    assert (symbol.width, symbol.height) == pytest.approx(expected, abs=0.01)


def test_the_fallback_picture_has_three_hundred_dots_to_the_inch() -> None:
    png = rasterise(read_symbol(SVG.format('width="24pt" height="12pt"', '<rect width="24" height="12"/>').encode()))
    assert struct.unpack(">II", png[16:24]) == (100, 50)


@pytest.mark.parametrize("percent", [0, 1, 20, 50, 51, 80, 99, 100])
def test_the_ring_is_filled_to_its_share(percent: int) -> None:

    style = sample.profile().completion
    ring = completion_ring(percent, style)
    with Image.open(BytesIO(rasterise(replace(ring, width=240, height=240)))) as opened:
        picture = opened.convert("RGBA")

    filled = 0
    for step in range(400):
        turn = 2 * math.pi * (step + 0.5) / 400
        spot = (500 + 354 * math.sin(turn), 500 - 354 * math.cos(turn))
        red = picture.getpixel((round(spot[0]), round(spot[1])))
        assert isinstance(red, tuple)
        filled += red[0] < 100
    assert filled / 4 == pytest.approx(percent, abs=1)


def test_a_symbol_file_that_is_not_there_is_a_finding(tmp_path: Path) -> None:
    profile = changed_template(tmp_path, "beslut.docx", lambda xml: xml + " ")
    (profile.folder / "symboler" / "klart.svg").unlink()
    assert "klart.svg" in findings(profile=profile)["KOM301"].message


def test_the_profiles_symbols_differ_in_shape_and_stand_out_from_white() -> None:

    folder = sample.profile().folder / "symboler"
    shapes = set()
    for path in sorted(folder.glob("*.svg")):
        text = path.read_text(encoding="utf-8")
        shapes.add(re.sub(r"#[0-9a-f]{6}", "", text))
        colours = set(re.findall(r"#([0-9a-f]{6})", text)) - {"ffffff"}
        assert colours
        assert all(contrast_with_white(colour) >= 3 for colour in colours), path.name
    assert len(shapes) == len(list(folder.glob("*.svg")))


def contrast_with_white(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 1.05 / (0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2] + 0.05)
