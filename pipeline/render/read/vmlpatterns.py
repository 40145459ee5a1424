"""Patterns of VML fillings (ECMA-376 part 4, 19.1.2.5): v:fill of type pattern, by its name or its picture's dots."""

from __future__ import annotations

from lxml import etree

from pipeline.ooxml.names import q
from pipeline.ooxml.package import PackageError
from pipeline.render.patterns import SIDE, Pattern, named
from pipeline.render.rasters import Unreadable, opened
from pipeline.render.read.context import PartContext
from pipeline.render.read.drawingcolors import Paint
from pipeline.render.read.vmlpaths import vml_color

# What Word calls the patterns of 20.1.10.51, where that is no more than their names in words.
_TITLES = {
    "narrow vertical": "narVert",
    "narrow horizontal": "narHorz",
    "zig zag": "zigZag",
    "diagonal brick": "diagBrick",
    "horizontal brick": "horzBrick",
    "dotted grid": "dotGrid",
    "dotted diamond": "dotDmnd",
    "small grid": "smGrid",
    "large grid": "lgGrid",
    "small confetti": "smConfetti",
    "large confetti": "lgConfetti",
    "small checker board": "smCheck",
    "large checker board": "lgCheck",
    "outlined diamond": "openDmnd",
    "solid diamond": "solidDmnd",
    **{name: name for name in ("wave", "weave", "plaid", "divot", "shingle", "trellis", "sphere")},
    **{
        f"{words} {way}": f"{short}{end}"
        for words, short in (("light", "lt"), ("dark", "dk"), ("wide", "wd"), ("dashed", "dash"))
        for way, end in (
            ("downward diagonal", "DnDiag"),
            ("upward diagonal", "UpDiag"),
            ("vertical", "Vert"),
            ("horizontal", "Horz"),
        )
    },
}


def vml_pattern(fill: etree._Element | None, paint: Paint, context: PartContext) -> Paint:
    """Return a filling with its pattern, in the shape's own colour on the second one; others as they are."""
    if fill is None or not paint.color or (fill.get("type") or "").lower() != "pattern":
        return paint
    name = _named(fill.get(q("o:title")) or "") or _dots(fill, context)
    ground = vml_color(fill.get("color2")) or "ffffff"
    if not name:
        context.report_once("en form fylld med ett mönster", "den fylls med mönstrets färg")
        return paint
    return Paint(paint.color, paint.opacity, pattern=Pattern(name, paint.color, ground))


def _named(title: str) -> str:
    words = " ".join(title.lower().split())
    if words.endswith("%") and words[:-1].strip().isdigit():
        return f"pct{words[:-1].strip()}"
    return _TITLES.get(words, "")


def _dots(fill: etree._Element, context: PartContext) -> str:
    """Return a pattern by the dots of its picture, the light ones in the shape's colour; "" where it has none."""
    target = context.relationships.get(fill.get(q("r:id")) or fill.get(q("o:relid")) or "")
    try:
        data = context.package.part(target.target) if target is not None and not target.external else None
        image = opened(data or b"").convert("L")
    except (PackageError, Unreadable):
        return ""
    sides = min(image.width, SIDE), min(image.height, SIDE)
    light = [
        [image.getpixel((x % sides[0], y % sides[1])) >= 128 for x in range(SIDE)]  # type: ignore[operator]
        for y in range(SIDE)
    ]
    return named(light)
