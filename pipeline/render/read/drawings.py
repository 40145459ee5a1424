"""Drawings: pictures with their size, alternative text and vector form."""

from __future__ import annotations

from lxml import etree

from pipeline.ooxml.names import q
from pipeline.render.read.blips import Frame, blip_picture
from pipeline.render.read.context import PartContext
from pipeline.render.read.pictureframes import framed
from pipeline.render.read.relativesizes import relative_size
from pipeline.render.read.units import EMU, integer
from pipeline.render.tree import Link, Picture

LONGEST_NAME = 80
LONGEST_TEXT = 8_000  # what a PDF holds of it


def picture(drawing: etree._Element, context: PartContext) -> Picture | None:
    """Return the picture of a w:drawing, or None when it holds none."""
    blip = drawing.find(f".//{q('a:blip')}")
    if blip is None or _extent(drawing) is None:
        return None
    frame = Frame(*size_of(drawing, context), alternative_text(drawing, context), name_of(drawing))
    return framed(blip_picture(blip, drawing, frame, context), drawing, context)


def name_of(drawing: etree._Element) -> str:
    """Return the name that a drawing has in Word, "" for none."""
    properties = drawing.find(f".//{q('wp:docPr')}")
    return ((properties.get("name") or "") if properties is not None else "").strip()[:LONGEST_NAME]


def size_of(drawing: etree._Element, context: PartContext) -> tuple[float, float]:
    """Return the width and height of a w:drawing in points: as wp:extent gives them, or as shares of the page."""
    extent = _extent(drawing)
    if extent is None:
        return 0.1, 0.1
    own = max(integer(extent.get("cx")) / EMU, 0.1), max(integer(extent.get("cy")) / EMU, 0.1)
    return relative_size(drawing, own, context)


def _extent(drawing: etree._Element) -> etree._Element | None:
    """Return what gives a drawing's size; some programs give only that of the picture in it (20.1.7.3)."""
    found = drawing.find(f".//{q('wp:extent')}")
    return found if found is not None else drawing.find(f".//{q('pic:spPr')}/{q('a:xfrm')}/{q('a:ext')}")


def alternative_text(drawing: etree._Element, context: PartContext, *, needed: bool = True) -> str | None:
    """Return a drawing's alternative text, None for a decorative one; where it is ``needed`` its name stands in."""
    properties = drawing.find(f".//{q('wp:docPr')}")
    if properties is None:
        return None
    if is_decorative(drawing):
        return None
    text = (properties.get("descr") or properties.get("title") or "").strip()
    if not text and not needed:
        return None
    if not text:
        context.report("en bild utan alternativtext", f"bilden heter {properties.get('name') or 'bild'} i PDF-filen")
    if len(text) > LONGEST_TEXT:
        context.report(f"en alternativtext på {len(text)} tecken", f"PDF-filen har de första {LONGEST_TEXT}")
    return text or properties.get("name") or "bild"


def is_decorative(drawing: etree._Element) -> bool:
    """Return whether a drawing is marked as decoration."""
    decorative = drawing.find(f".//{q('wp:docPr')}//{q('adec:decorative')}")
    return decorative is not None and decorative.get("val", "1") in {"1", "true"}


def is_hidden(drawing: etree._Element) -> bool:
    """Return whether a drawing is not to be shown (20.4.2.5)."""
    properties = drawing.find(f".//{q('wp:docPr')}")
    return properties is not None and properties.get("hidden") in {"1", "true"}


def link_of(drawing: etree._Element, context: PartContext) -> Link | None:
    """Return where a drawing leads when it is clicked, None for nowhere (20.1.2.2.23)."""
    node = drawing.find(f".//{q('wp:docPr')}/{q('a:hlinkClick')}")
    target = context.relationships.get(node.get(q("r:id"), "")) if node is not None else None
    if node is None or target is None:
        return None
    uri, title = target.target, node.get("tooltip") or ""
    if uri.startswith("#") or not target.external:
        return Link("", uri.rpartition("#")[2], title) if "#" in uri else None
    return Link(uri, "", title)


def shape_text(drawing: etree._Element) -> list[etree._Element]:
    """Return the paragraphs of the text boxes in a drawing or a VML picture, in order; not those of boxes in them."""
    outside = _boxes_around(drawing)
    return [paragraph for paragraph in drawing.iter(q("w:p")) if _boxes_around(paragraph) == outside + 1]


def _boxes_around(node: etree._Element) -> int:
    return sum(1 for _ in node.iterancestors(q("w:txbxContent")))
