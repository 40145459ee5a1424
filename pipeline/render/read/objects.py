"""What a w:drawing holds, or a frame in a group: a picture, a chart or SmartArt."""

from __future__ import annotations

from functools import partial

from lxml import etree

from pipeline.ooxml.names import q
from pipeline.render.graphic import Image, Place, Shape
from pipeline.render.looks import RunStyle
from pipeline.render.read.charts import chart_picture, chart_shown
from pipeline.render.read.context import PartContext
from pipeline.render.read.diagrams import SavedReader, diagram_picture, diagram_shapes
from pipeline.render.read.drawings import alternative_text, is_decorative, name_of, picture, shape_text, size_of
from pipeline.render.read.shapes import ShapeReader, TextReader
from pipeline.render.tree import Picture


def drawn_object(drawing: etree._Element, context: PartContext, style: RunStyle) -> Picture | None:
    """Return what a w:drawing shows; None where it holds but text.

    What is nothing that is known is told, and has neither part nor graphic: a note stands in its place.
    """
    told = len(context.unsupported)
    found = picture(drawing, context) or chart_picture(drawing, context, style)
    found = found or diagram_picture(drawing, context, style)
    if found is not None or shape_text(drawing):
        return found
    if len(context.unsupported) == told:
        context.report("ett objekt som inte kan ritas", "en ruta med dess namn står i dess ställe")
    name = name_of(drawing)
    alt = None if is_decorative(drawing) else alternative_text(drawing, context, needed=False) or name or "objekt"
    return Picture("", *size_of(drawing, context), alt, name=name)


def drawn_shapes(
    holder: etree._Element, drawing: etree._Element, context: PartContext, text: TextReader, look: RunStyle
) -> Picture:
    """Return the shapes of a w:drawing as one picture; what only frames text is none that a listener must hear of."""
    frames = partial(framed_shapes, context=context, style=look)
    if holder.tag == q("lc:lockedCanvas"):
        reader: ShapeReader = SavedReader(context, text, frames=frames, style=look)
    else:
        reader = ShapeReader(context, text, frames=frames)
    width, height = size_of(drawing, context)
    graphic = reader.read(holder, width, height)
    needed = not graphic.only_frames_text and not reader.alternatives
    alt = alternative_text(drawing, context, needed=needed)
    return Picture("", width, height, alt or ". ".join(reader.alternatives) or None, graphic=graphic)


def framed_shapes(node: etree._Element, place: Place, context: PartContext, style: RunStyle) -> tuple[Shape, ...]:
    """Return what a frame in a group or canvas shows in its place there: a chart or SmartArt, () for neither."""
    found = chart_shown(node, context, style, (place.width, place.height))
    if found is not None:
        return (Image(found, place),)
    return diagram_shapes(node, context, style, place)
