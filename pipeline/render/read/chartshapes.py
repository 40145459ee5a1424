"""Shapes and text that someone has drawn on a chart: a part of its own (ECMA-376 part 1, 21.3)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from lxml import etree

from pipeline.ooxml.names import q
from pipeline.ooxml.package import PackageError, Relationship
from pipeline.render.charts.parts import decimal
from pipeline.render.graphic import Place, Shape
from pipeline.render.looks import RunStyle
from pipeline.render.read.context import PartContext
from pipeline.render.read.diagrams import SavedReader, no_text
from pipeline.render.read.shapes import MOST_SHAPES, local
from pipeline.render.read.units import EMU, child, integer

_DRAWN = frozenset({"sp", "cxnSp", "pic", "grpSp", "graphicFrame"})
_SIZE = 10.0  # points of its text where nothing is said


def added_shapes(
    reference: etree._Element, context: PartContext, style: RunStyle, size: tuple[float, float]
) -> tuple[Shape, ...]:
    """Return what is drawn on top of a chart of a size, the c:chart that refers to it being given."""
    part, space = part_of(reference.get(q("r:id"), ""), context.relationships, context)
    shapes = child(space, "c:userShapes")
    if shapes is None:
        return ()
    target, drawing = part_of(shapes.get(q("r:id"), ""), context.package.related(part), context)
    if drawing is None:
        context.report("former som är ritade ovanpå ett diagram", "de finns inte i filen")
        return ()
    reader = SavedReader(
        replace(context, relationships=context.package.related(target)), no_text, style=style, size=_SIZE
    )
    for anchor in list(drawing.iterchildren("*"))[:MOST_SHAPES]:
        item = next((node for node in anchor.iterchildren("*") if etree.QName(node).localname in _DRAWN), None)
        if item is not None:
            reader.member(item, _place(anchor, size))
    return tuple(reader.items)


def part_of(
    number: str, relationships: Mapping[str, Relationship], context: PartContext
) -> tuple[str, etree._Element | None]:
    """Return the name of the part that a relationship leads to, and its root; None where it cannot be read."""
    relationship = relationships.get(number)
    if relationship is None or relationship.external:
        return "", None
    try:
        return relationship.target, context.package.xml(relationship.target)
    except PackageError:
        return "", None


def _place(anchor: etree._Element, size: tuple[float, float]) -> Place:
    """Return where an anchor puts its shape: from corner to corner, or from a corner on in a size (21.3.2)."""
    left, top = _corner(local(anchor, "from"), size)
    extent, to = local(anchor, "ext"), local(anchor, "to")
    if to is not None:
        right, bottom = _corner(to, size)
    else:
        wide, high = (integer(extent.get(name)) / EMU if extent is not None else 0.0 for name in ("cx", "cy"))
        right, bottom = left + wide, top + high
    return Place((left + right) / 2, (top + bottom) / 2, abs(right - left), abs(bottom - top))


def _corner(node: etree._Element | None, size: tuple[float, float]) -> tuple[float, float]:
    shares = [decimal(node.findtext(f"{{*}}{name}")) or 0.0 if node is not None else 0.0 for name in "xy"]
    x, y = (min(max(share, -1.0), 2.0) * length for share, length in zip(shares, size, strict=True))
    return x, y
