"""A picture with more than a rectangle: turned, mirrored, with a line, cut to a shape, with effects (20.2.2.6)."""

from __future__ import annotations

from dataclasses import replace

from lxml import etree

from pipeline.ooxml.names import q
from pipeline.render.graphic import Graphic, Image, Place, Shape
from pipeline.render.read.context import PartContext
from pipeline.render.read.drawingcolors import NO_PAINT, outline
from pipeline.render.read.formed import Formed, formed, painted, preset_name, rectangle_of
from pipeline.render.read.shapeeffects import Edges, EffectReader
from pipeline.render.read.units import EMU, child, integer
from pipeline.render.tree import Picture

_ANGLE = 60_000
_TRUE = {"1", "true"}


def framed(picture: Picture, drawing: etree._Element, context: PartContext) -> Picture:
    """Return a picture as its pic:spPr says it is shown; one without anything of the kind as it is."""
    properties = drawing.find(f".//{q('pic:spPr')}")
    turn, flips = _turned(child(properties, "a:xfrm"))
    stroke = outline(child(properties, "a:ln"), context.styles.theme, None)
    place = Place(picture.width / 2, picture.height / 2, picture.width, picture.height, turn, *flips)
    width, height = _room(drawing, picture) if turn else (picture.width, picture.height)
    place = replace(place, x=width / 2, y=height / 2)
    effects = EffectReader(context, place)
    effects.report(properties)
    soft = effects.soft(properties)
    if soft and picture.graphic is not None:
        context.report_once("en ritad bild med mjuka kanter", "kanterna är skarpa")
    elif soft:
        picture = replace(picture, effects=replace(picture.effects, soft=(soft / place.width, soft / place.height)))
    found = _cut(properties, place, context)
    edge = found.forms if found is not None else rectangle_of(place)
    behind = effects.behind(properties, None, Edges((edge[0].commands,), filled=True))
    if not turn and not any(flips) and stroke is None and found is None and not behind:
        return picture
    shape = found.filled[0] if found is not None and found.filled else ()
    items: list[Shape] = [*behind, Image(replace(picture, alt=None), place, shape=shape)]
    items += painted(edge, place, NO_PAINT, stroke)
    return Picture("", width, height, picture.alt, graphic=Graphic(tuple(items)), name=picture.name)


def _turned(transform: etree._Element | None) -> tuple[float, tuple[bool, bool]]:
    if transform is None:
        return 0.0, (False, False)
    turn = integer(transform.get("rot")) / _ANGLE % 360
    return turn, (transform.get("flipH") in _TRUE, transform.get("flipV") in _TRUE)


def _room(drawing: etree._Element, picture: Picture) -> tuple[float, float]:
    """Return the room that a turned picture takes in a line: its size and what its effects add (20.4.2.6)."""
    inline = child(drawing, "wp:inline")
    extent = child(inline, "wp:effectExtent")
    if extent is None:
        return picture.width, picture.height
    left, top, right, bottom = (integer(extent.get(side)) / EMU for side in ("l", "t", "r", "b"))
    wide, high = picture.width + left + right, picture.height + top + bottom
    return (wide, high) if wide > 0 and high > 0 else (picture.width, picture.height)


def _cut(properties: etree._Element | None, place: Place, context: PartContext) -> Formed | None:
    """Return the outline of a geometry that is no rectangle, None for one."""
    if preset_name(properties) == "rect":
        return None
    found = formed(properties, place, context)
    return found if found.forms else None
