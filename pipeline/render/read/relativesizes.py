"""Sizes of drawings that are shares of the page or its margins ([MS-ODRAWXML] 2.17.1; mso-width-percent of VML).

A share in VML that does not say of what is one of the page ([MS-ODRAW] 2.3.5.5 and 2.3.5.6).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lxml import etree

from pipeline.ooxml.names import q
from pipeline.ooxml.package import PackageError
from pipeline.render.paper import PageSetup
from pipeline.render.read.context import PartContext
from pipeline.render.read.sections import page_setup
from pipeline.render.read.units import integer

_SHARE, _VML_SHARE = 100_000, 1_000
_MOST = 10.0  # times what it is a share of
_VML_BASES = {
    "left-margin-area": "leftMargin",
    "right-margin-area": "rightMargin",
    "top-margin-area": "topMargin",
    "bottom-margin-area": "bottomMargin",
    "inner-margin-area": "insideMargin",
    "outer-margin-area": "outsideMargin",
}
Size = tuple[float, float]


def relative_size(drawing: etree._Element, own: Size, context: PartContext) -> Size:
    """Return the size of a w:drawing whose width or height is a share (wp14:sizeRelH, wp14:sizeRelV), else its own."""
    found = []
    for axis, name in (("H", "Width"), ("V", "Height")):
        node = drawing.find(f".//{q(f'wp14:sizeRel{axis}')}")
        share = integer((node.findtext(q(f"wp14:pct{name}")) or "").strip()) / _SHARE if node is not None else 0.0
        found.append((share, (node.get("relativeFrom") or "page") if node is not None else ""))
    return _sized(drawing, own, found, context)


def vml_relative_size(shape: etree._Element, style: Mapping[str, str], own: Size, context: PartContext) -> Size:
    """Return the size of a VML shape whose style gives its width or height as a share, else its own."""
    found = []
    for name in ("width", "height"):
        share = integer(style.get(f"mso-{name}-percent")) / _VML_SHARE
        base = style.get(f"mso-{name}-relative", "page")
        found.append((max(share, 0.0), _VML_BASES.get(base, base)))
    return _sized(shape, own, found, context)


def _sized(node: etree._Element, own: Size, shares: list[tuple[float, str]], context: PartContext) -> Size:
    if not any(share > 0 for share, _ in shares):
        return own
    page = _page(node, context)
    if page is None:
        return own
    (across, wide), (down, high) = shares
    width = min(across, _MOST) * _across(page, wide) if across > 0 else own[0]
    height = min(down, _MOST) * _down(page, high) if down > 0 else own[1]
    return max(width, 0.1), max(height, 0.1)


def _page(node: etree._Element, context: PartContext) -> PageSetup | None:
    """Return the page that an element stands on: that of the next section's end, in other parts the first one's."""
    found = next(_following(node), None)
    if found is None:
        root = _body(context)
        found = next(root.iter(q("w:sectPr")), None) if root is not None else None
    return None if found is None else page_setup(found)


def _following(node: etree._Element) -> Iterator[etree._Element]:
    """Yield the ends of sections that stand behind an element, and that of its own paragraph."""
    for holder in (node, *node.iterancestors()):
        if holder.tag == q("w:p"):
            yield from holder.iter(q("w:sectPr"))
        for after in holder.itersiblings():
            yield from after.iter(q("w:sectPr"))


def _body(context: PartContext) -> etree._Element | None:
    try:
        for target in context.package.related("").values():
            root = None if target.external else context.package.xml(target.target)
            if root is not None and root.tag == q("w:document"):
                return root
    except PackageError:
        return None
    return None


def _across(page: PageSetup, base: str) -> float:
    inner = page.width - page.left - page.right - page.gutter
    return {
        "margin": inner,
        "leftMargin": page.left,
        "rightMargin": page.right,
        "insideMargin": page.left,
        "outsideMargin": page.right,
    }.get(base, page.width)


def _down(page: PageSetup, base: str) -> float:
    top, bottom = abs(page.top), abs(page.bottom)
    inner = page.height - top - bottom
    names = {"margin": inner, "topMargin": top, "bottomMargin": bottom, "insideMargin": top, "outsideMargin": bottom}
    return names.get(base, page.height)
