"""What a w:drawing holds: a picture, a chart or SmartArt; and which of two alternatives is the one to draw."""

from __future__ import annotations

import re

from lxml import etree

from pipeline.render.looks import RunStyle
from pipeline.render.read.charts import chart_picture
from pipeline.render.read.context import PartContext
from pipeline.render.read.diagrams import diagram_picture
from pipeline.render.read.drawings import alternative_text, is_decorative, name_of, picture, shape_text, size_of
from pipeline.render.read.units import child
from pipeline.render.tree import Picture

_NOT_DRAWN = re.compile(r"(cx\d*|am3d|aink|iact)$")  # newer charts, models, ink: their fallback is shown


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
    return Picture("", *size_of(drawing), alt, name=name)


def chosen_drawing(node: etree._Element) -> etree._Element | None:
    """Return the first choice of an mc:AlternateContent, or the fallback where that cannot be drawn."""
    choice, fallback = child(node, "mc:Choice"), child(node, "mc:Fallback")
    if choice is None or (fallback is not None and _NOT_DRAWN.match(choice.get("Requires") or "")):
        return fallback
    return choice
