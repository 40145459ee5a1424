"""SmartArt: the drawing that Word saved of it, else its text as a list ([MS-ODRAWXML] 2.3; ECMA-376 part 1, 21.4)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml import etree

from pipeline.ooxml.names import q
from pipeline.ooxml.package import PackageError
from pipeline.render.charts.parts import look
from pipeline.render.graphic import Graphic, Place, Shape, TextBox
from pipeline.render.looks import ParagraphStyle, RunStyle
from pipeline.render.read.context import PartContext
from pipeline.render.read.drawingcolors import NO_PAINT, Paint, first_color, paint_of
from pipeline.render.read.drawings import alternative_text, size_of
from pipeline.render.read.shapes import ShapeReader, Space, local
from pipeline.render.read.units import EMU, child, integer
from pipeline.render.tree import Block, Paragraph, Picture, TextRun

_ALIGN = {"ctr": "center", "r": "right", "just": "both", "dist": "both"}
_ANCHORS = {"ctr": "center", "b": "bottom"}
_EDGES = ("lIns", "tIns", "rIns", "bIns")
_USUAL_SIZE = 18.0
_LISTED_SIZE = 10.0
MOST_PARAGRAPHS = 2_000


@dataclass
class SavedReader(ShapeReader):
    """Reads the shapes of a saved drawing, whose text is DrawingML's own: ``size`` points where nothing is said."""

    style: RunStyle = RunStyle()  # noqa: RUF009 - frozen
    size: float = _USUAL_SIZE

    def member(self, node: etree._Element, place: Place) -> tuple[Shape, ...]:
        """Return what one shape, picture or group of DrawingML shows in a place of its own."""
        transform = child(local(node, "spPr"), "a:xfrm")
        alone = Space(place).inside(transform)
        turned = replace(place, turn=alone.turn, flip_h=alone.flip_h, flip_v=alone.flip_v)
        kind = etree.QName(node).localname
        if kind == "grpSp":
            self._group(node, Space(place), whole=True)
        elif kind in {"sp", "cxnSp"}:
            self.shape(node, turned, NO_PAINT)
        elif kind == "pic":
            self._picture(node, turned)
        else:
            self._frame(node, place)
        return tuple(self.items)

    def shapes(self, tree: etree._Element, place: Place) -> tuple[Shape, ...]:
        """Return the shapes of a dsp:spTree in its place."""
        self._members(tree, Space(place))
        return tuple(self.items)

    def _content(self, node: etree._Element) -> etree._Element | None:
        own = local(node, "txBody")
        return own if own is not None else local(local(node, "txSp"), "txBody")

    def _text_box(self, node: etree._Element, content: etree._Element, where: tuple[Place, str], paint: Paint) -> None:
        theme = self.context.styles.theme
        reference = child(local(node, "style"), "a:fontRef")
        ink = paint_of(first_color(reference), theme).color if reference is not None else ""
        style = replace(self.style, size=self.size, color=ink or "000000")
        blocks = tuple(_paragraphs(content, style, self.context))
        if not any(block.text.strip() for block in blocks):
            return
        body = child(content, "a:bodyPr")
        edges = [integer(body.get(side), 45720) / EMU if body is not None else 3.6 for side in _EDGES]
        place = where[0]
        own = local(node, "txXfrm")
        offset, extent, shape = child(own, "a:off"), child(own, "a:ext"), child(local(node, "spPr"), "a:xfrm")
        corner = child(shape, "a:off")
        if offset is not None and extent is not None and corner is not None:
            left, top = ((integer(offset.get(axis)) - integer(corner.get(axis))) / EMU for axis in "xy")
            wide, high = integer(extent.get("cx")) / EMU, integer(extent.get("cy")) / EMU
            x, y = place.corner[0] + left + wide / 2, place.corner[1] + top + high / 2
            place = Place(x, y, max(wide, 1.0), max(high, 1.0))
        align = _ANCHORS.get((body.get("anchor") or "") if body is not None else "", "top")
        self.items.append(TextBox(blocks, place, (edges[0], edges[1], edges[2], edges[3]), align))


def _paragraphs(content: etree._Element, style: RunStyle, context: PartContext) -> Iterator[Paragraph]:
    theme = context.styles.theme
    for node in list(content.iterchildren(q("a:p")))[:MOST_PARAGRAPHS]:
        properties = child(node, "a:pPr")
        base = look(properties, style, theme)
        bullet = child(properties, "a:buChar")
        runs = [TextRun("• ", base)] if bullet is not None else []
        for run in node.iterchildren(q("a:r"), q("a:fld"), q("a:br")):
            text = child(run, "a:t")
            words = " " if run.tag == q("a:br") else (text.text or "") if text is not None else ""
            runs.append(TextRun(words, look(run, base, theme)))
        align = _ALIGN.get((properties.get("algn") or "") if properties is not None else "", "left")
        kept = tuple(run for run in runs if run.text)
        yield Paragraph(ParagraphStyle(align=align, line=0.9), kept, base, context.place)


def diagram_picture(drawing: etree._Element, context: PartContext, style: RunStyle) -> Picture | None:
    """Return the SmartArt of a w:drawing as a picture, None where it has none with anything to show."""
    width, height = size_of(drawing, context)
    items = diagram_shapes(drawing, context, style, Place(width / 2, height / 2, width, height))
    if not items:
        return None
    return Picture("", width, height, alternative_text(drawing, context, needed=False), graphic=Graphic(items))


def diagram_shapes(holder: etree._Element, context: PartContext, style: RunStyle, place: Place) -> tuple[Shape, ...]:
    """Return the shapes of the SmartArt that an element refers to, in its place; () where there is none to show."""
    references = holder.find(f".//{q('dgm:relIds')}")
    if references is None:
        return ()
    data = _part(references.get(q("r:dm")), context)
    extension = next(data.iter("{*}dataModelExt"), None) if data is not None else None
    saved = _part(extension.get("relId"), context) if extension is not None else None
    tree = local(saved, "spTree")
    if tree is not None:
        return SavedReader(context, no_text, style=style).shapes(tree, place)
    context.report("ett SmartArt-objekt utan sparad teckning", "dess text står som rader")
    return _listed(data, context, style, place)


def _listed(data: etree._Element | None, context: PartContext, style: RunStyle, place: Place) -> tuple[Shape, ...]:
    """Return the texts of a data model's points as rows in a box."""
    listed = replace(style, size=_LISTED_SIZE)
    points = [] if data is None else list(data.iter(q("dgm:t")))
    blocks = tuple(one for point in points for one in _paragraphs(point, listed, context) if one.text.strip())
    return (TextBox(blocks[:MOST_PARAGRAPHS], place),) if blocks else ()


def no_text(_content: etree._Element) -> tuple[Block, ...]:
    """Return no blocks: a drawing whose text is DrawingML's own has none of Word's."""
    return ()


def _part(number: str | None, context: PartContext) -> etree._Element | None:
    relationship = context.relationships.get(number or "")
    if relationship is None or relationship.external:
        return None
    try:
        return context.package.xml(relationship.target)
    except PackageError:
        return None
