"""What a w:drawing holds: a picture, a chart or SmartArt; and which of two alternatives is the one to draw."""

from __future__ import annotations

import re

from lxml import etree

from pipeline.render.looks import RunStyle
from pipeline.render.read.charts import chart_picture
from pipeline.render.read.context import PartContext
from pipeline.render.read.diagrams import diagram_picture
from pipeline.render.read.drawings import picture, shape_text
from pipeline.render.read.units import child
from pipeline.render.tree import Picture

_NOT_DRAWN = re.compile(r"(cx\d*|am3d|aink|iact)$")  # newer charts, models, ink: their fallback is shown


def drawn_object(drawing: etree._Element, context: PartContext, style: RunStyle) -> Picture | None:
    """Return what a w:drawing shows; None, which is told unless it holds text, where it is nothing that is known."""
    told = len(context.unsupported)
    found = picture(drawing, context) or chart_picture(drawing, context, style)
    found = found or diagram_picture(drawing, context, style)
    if found is None and len(context.unsupported) == told and not shape_text(drawing):
        context.report("ett objekt som inte kan ritas", "det utelämnas")
    return found


def chosen_drawing(node: etree._Element) -> etree._Element | None:
    """Return the first choice of an mc:AlternateContent, or the fallback where that cannot be drawn."""
    choice, fallback = child(node, "mc:Choice"), child(node, "mc:Fallback")
    if choice is None or (fallback is not None and _NOT_DRAWN.match(choice.get("Requires") or "")):
        return fallback
    return choice
