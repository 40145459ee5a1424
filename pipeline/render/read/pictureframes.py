"""A picture with more than a rectangle: turned, mirrored, with a line around it or cut to a shape (20.2.2.6)."""

from __future__ import annotations

from dataclasses import replace

from lxml import etree

from pipeline.ooxml.names import q
from pipeline.render.graphic import Commands, Graphic, Image, Path, Place
from pipeline.render.read.context import PartContext
from pipeline.render.read.drawingcolors import outline
from pipeline.render.read.guides import custom
from pipeline.render.read.presetforms import preset
from pipeline.render.read.shapes import adjustments, moved
from pipeline.render.read.units import EMU, child, integer
from pipeline.render.tree import Picture

_ANGLE = 60_000
_TRUE = {"1", "true"}


def framed(picture: Picture, drawing: etree._Element, context: PartContext) -> Picture:
    """Return a picture as its pic:spPr says it is shown; one without anything of the kind as it is."""
    properties = drawing.find(f".//{q('pic:spPr')}")
    transform = child(properties, "a:xfrm")
    turn, flips = _turned(transform)
    stroke = outline(child(properties, "a:ln"), context.styles.theme, None)
    place = Place(picture.width / 2, picture.height / 2, picture.width, picture.height, turn, *flips)
    forms = _forms(properties, place)
    if not turn and not any(flips) and stroke is None and not forms:
        return picture
    width, height = _room(drawing, picture) if turn else (picture.width, picture.height)
    place = replace(place, x=width / 2, y=height / 2)
    shapes = [tuple((kind, moved(values, place)) for kind, values in form) for form in forms]
    image = Image(replace(picture, alt=None), place, shape=shapes[0] if shapes else ())
    edge = shapes[0] if shapes else _rectangle(place)
    items = (image, Path(edge, "", stroke)) if stroke is not None else (image,)
    return Picture("", width, height, picture.alt, graphic=Graphic(items), name=picture.name)


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


def _forms(properties: etree._Element | None, place: Place) -> list[Commands]:
    """Return the outline of a geometry that is no rectangle."""
    geometry = child(properties, "a:custGeom")
    if geometry is not None:
        return [form.commands for form in custom(geometry, place.width, place.height)][:1]
    node = child(properties, "a:prstGeom")
    name = (node.get("prst") or "rect") if node is not None else "rect"
    forms = preset(name, (place.width, place.height), adjustments(node)) if name != "rect" else None
    return [form.commands for form in forms or () if form.filled][:1]


def _rectangle(place: Place) -> Commands:
    corners = ((0.0, 0.0), (place.width, 0.0), (place.width, place.height), (0.0, place.height))
    return (*(("l" if index else "m", place.point(*corner)) for index, corner in enumerate(corners)), ("h", ()))
