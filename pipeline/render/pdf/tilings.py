"""Patterns of two colours as tiling patterns (ISO 32000-1, 8.7.3)."""

from __future__ import annotations

from pipeline.render.patterns import SIDE, SQUARE, Pattern, cells
from pipeline.render.pdf.objects import Dictionary, number, numbers, stream


def tiling(pattern: Pattern) -> object:
    """Return the pattern: a square of its ground, and on that the squares of its colour."""
    side = SIDE * SQUARE
    shown = [f"{_color(pattern.ground)} rg 0 0 {number(side)} {number(side)} re f", f"{_color(pattern.ink)} rg"]
    for x, y in cells(pattern.name):
        place = (x * SQUARE, side - (y + 1) * SQUARE, SQUARE, SQUARE)
        shown.append(f"{' '.join(number(value) for value in place)} re")
    content = "\n".join([*shown, "f"]).encode("ascii")
    return stream(
        content,
        {
            "Type": "/Pattern",
            "PatternType": 1,
            "PaintType": 1,
            "TilingType": 1,
            "BBox": numbers((0, 0, side, side)),
            "XStep": number(side).encode(),
            "YStep": number(side).encode(),
            "Resources": Dictionary({}),
        },
    )


def _color(color: str) -> str:
    return " ".join(number(int(color[at : at + 2], 16) / 255) for at in (0, 2, 4))
