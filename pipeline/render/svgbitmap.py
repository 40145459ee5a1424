"""SVG pictures that hold more than shapes, as bitmaps: with text, gradients and clips, without filters.

Nothing outside of the picture is read, and what would grow without end when it is drawn is refused.
"""

from __future__ import annotations

import re

from lxml import etree

from pipeline.fonts.vectors import NotDrawn, png_of
from pipeline.ooxml.package import PackageError, parse_xml
from pipeline.render.rasters import Unreadable

_XLINK = "{http://www.w3.org/1999/xlink}href"
_HELD = re.compile(r"data:image/(png|jpeg|jpg|gif|webp)[;,]", re.IGNORECASE)
_REFERENCE = re.compile(r"url\(\s*['\"]?#([^)'\"\s]{1,200})")
_FILTER = re.compile(r"(?<![\w-])filter\s*:[^;}]*;?")
_LEFT_OUT = {"script", "foreignObject", "filter", "animate", "animateTransform", "animateMotion", "set"}
_DOTS_PER_POINT = 200 / 72
MOST_PIXELS = 4_000_000
MOST_ELEMENTS = 20_000
MOST_DRAWN = 100_000  # elements, each as often as it is used


def bitmap_of(data: bytes, width: float, height: float) -> bytes:
    """Return an SVG picture as PNG for a place of a size in points; raises Unreadable."""
    try:
        root = parse_xml(data, "svg")
    except PackageError as error:
        raise Unreadable("bildfilen är skadad") from error
    if etree.QName(root).localname != "svg":
        raise Unreadable("bildformatet går inte att läsa")
    _clean(root)
    if _Uses(root).drawn > MOST_DRAWN:
        raise Unreadable("SVG-bilden är för sammansatt")
    wide, high = (max(side * _DOTS_PER_POINT, 1.0) for side in (width, height))
    scale = min((MOST_PIXELS / (wide * high)) ** 0.5, 1.0)
    size = max(round(wide * scale), 1), max(round(high * scale), 1)
    try:
        return png_of(etree.tostring(root, encoding="unicode"), *size, with_text=True)
    except NotDrawn as error:
        raise Unreadable("SVG-bilden går inte att rita") from error


def _clean(root: etree._Element) -> None:
    """Take away what reads other files, moves, or costs without bound."""
    for node in list(root.iter("*")):
        name = etree.QName(node).localname
        target = node.get("href") or node.get(_XLINK) or ""
        reads = name in {"image", "feImage"} and not _HELD.match(target)
        around = node.getparent()
        if around is not None and (name in _LEFT_OUT or reads):
            around.remove(node)
            continue
        if target and not target.startswith("#") and name != "image":
            _drop(node, "href", _XLINK)
        _drop(node, "filter")
        if node.get("style"):
            node.set("style", _FILTER.sub("", node.get("style", "")))
        if name == "style":
            node.text = _FILTER.sub("", node.text or "")


def _drop(node: etree._Element, *names: str) -> None:
    for name in names:
        if name in node.attrib:
            del node.attrib[name]


class _Uses:
    """Counts the elements of a picture, each as often as it is drawn."""

    def __init__(self, root: etree._Element) -> None:
        nodes = list(root.iter("*"))
        self._by_id = {node.get("id", ""): node for node in nodes if node.get("id")}
        self._known: dict[etree._Element, int] = {}
        self.drawn = self._count(root, ()) if len(nodes) <= MOST_ELEMENTS else MOST_DRAWN + 1

    def _count(self, node: etree._Element, around: tuple[etree._Element, ...]) -> int:
        """Return how many elements one draws; one within itself, or deeper than any drawing is, counts as too many."""
        if node in self._known:
            return self._known[node]
        if node in around or len(around) > 200:
            return MOST_DRAWN + 1
        found, inside = 1, (*around, node)
        for other in (*node.iterchildren("*"), *self._meant(node)):
            found = min(found + self._count(other, inside), MOST_DRAWN + 1)
        self._known[node] = found
        return found

    def _meant(self, node: etree._Element) -> list[etree._Element]:
        """Return the elements that an element refers to."""
        targets = [target[1:] for target in (node.get("href") or "", node.get(_XLINK) or "") if target.startswith("#")]
        targets += [name for value in node.attrib.values() for name in _REFERENCE.findall(str(value))]
        return [self._by_id[target] for target in dict.fromkeys(targets) if target in self._by_id]
