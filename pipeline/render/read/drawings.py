"""Drawings: pictures with their size, alternative text and vector form."""

from __future__ import annotations

from lxml import etree

from pipeline.ooxml.names import q
from pipeline.render.read.context import PartContext
from pipeline.render.read.units import EMU, integer
from pipeline.render.tree import Picture

_CROP_UNIT = 100_000


def picture(drawing: etree._Element, context: PartContext) -> Picture | None:
    """Return the picture of a w:drawing, or None when it holds none that is in the package."""
    blip = drawing.find(f".//{q('a:blip')}")
    extent = drawing.find(f".//{q('wp:extent')}")
    if blip is None or extent is None:
        return None
    part = _target(blip, context)
    if part is None:
        return None
    return Picture(
        part,
        max(integer(extent.get("cx")) / EMU, 0.1),
        max(integer(extent.get("cy")) / EMU, 0.1),
        _alternative_text(drawing, context),
        _vector_part(blip, context),
        _crop(drawing),
    )


def _target(blip: etree._Element, context: PartContext) -> str | None:
    relationship = context.relationships.get(blip.get(q("r:embed"), ""))
    if relationship is None or relationship.external:
        context.report("en länkad bild som inte ligger i filen", "bilden utelämnas")
        return None
    return relationship.target


def _vector_part(blip: etree._Element, context: PartContext) -> str:
    svg = blip.find(f".//{q('asvg:svgBlip')}")
    relationship = context.relationships.get(svg.get(q("r:embed"), "")) if svg is not None else None
    return relationship.target if relationship is not None and not relationship.external else ""


def _alternative_text(drawing: etree._Element, context: PartContext) -> str | None:
    properties = drawing.find(f".//{q('wp:docPr')}")
    if properties is None:
        return None
    decorative = properties.find(f".//{q('adec:decorative')}")
    if decorative is not None and decorative.get("val", "1") in {"1", "true"}:
        return None
    text = (properties.get("descr") or properties.get("title") or "").strip()
    if not text:
        context.report("en bild utan alternativtext", f"bilden heter {properties.get('name') or 'bild'} i PDF-filen")
    return text or properties.get("name") or "bild"


def _crop(drawing: etree._Element) -> tuple[float, float, float, float]:
    source = drawing.find(f".//{q('a:srcRect')}")
    if source is None:
        return (0.0, 0.0, 0.0, 0.0)
    left, top, right, bottom = (integer(source.get(side)) / _CROP_UNIT for side in ("l", "t", "r", "b"))
    return (left, top, right, bottom)


def shape_text(drawing: etree._Element) -> list[etree._Element]:
    """Return the paragraphs of the text boxes in a drawing or a VML picture, in order; not those of boxes in them."""
    outside = _boxes_around(drawing)
    return [paragraph for paragraph in drawing.iter(q("w:p")) if _boxes_around(paragraph) == outside + 1]


def _boxes_around(node: etree._Element) -> int:
    return sum(1 for _ in node.iterancestors(q("w:txbxContent")))
