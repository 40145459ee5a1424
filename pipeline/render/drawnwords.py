"""The words of charts and SmartArt that a part shows: from the XML of their own parts, apart from the readers."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from pipeline.ooxml.names import q
from pipeline.ooxml.package import Package, PackageError
from pipeline.render.read.units import child

_OFF = {"0", "false"}


def drawn_text(package: Package, part: str, root: etree._Element) -> Iterator[str]:
    """Yield the titles of the charts that are named in a part or a note of it, and the text of its SmartArt.

    Labels of series and categories are not among them: a chart shows as many of those as it has room for.
    """
    for canvas in root.iter(q("lc:lockedCanvas")):
        for body in canvas.iter(q("a:txBody")):
            yield from _paragraphs(body)
    found = list(root.iter(q("c:chart"), q("dgm:relIds")))
    relationships = package.related(part) if found else {}
    for node in found:
        if next(node.iterancestors(q("mc:Fallback"), q("w:del"), q("w:moveFrom")), None) is not None:
            continue
        is_chart = node.tag == q("c:chart")
        target = relationships.get(node.get(q("r:id" if is_chart else "r:dm")) or "")
        content = _xml(package, target.target) if target is not None and not target.external else None
        if content is not None:
            yield from _titles(content) if is_chart else _diagram(package, content, part)
        if content is not None and is_chart and target is not None:
            yield from _added(package, content, target.target)


def _xml(package: Package, part: str) -> etree._Element | None:
    try:
        return package.xml(part)
    except PackageError:
        return None


def _titles(space: etree._Element) -> Iterator[str]:
    """Yield the titles of a chart and of those of its axes that are shown."""
    for title in space.iter(q("c:title")):
        axis = title.getparent()
        gone = child(axis, "c:delete")
        if gone is None or (gone.get("val") or "1") in _OFF:
            yield from _paragraphs(child(child(title, "c:tx"), "c:rich"))


def _added(package: Package, space: etree._Element, part: str) -> Iterator[str]:
    """Yield the text of the shapes that are drawn on top of a chart."""
    shapes = child(space, "c:userShapes")
    target = package.related(part).get(shapes.get(q("r:id")) or "") if shapes is not None else None
    drawing = _xml(package, target.target) if target is not None and not target.external else None
    for body in () if drawing is None else drawing.iter("{*}txBody"):
        yield from _paragraphs(body)


def _diagram(package: Package, data: etree._Element, part: str) -> Iterator[str]:
    """Yield the text of a SmartArt's saved drawing, or without one that of its points."""
    extension = next(data.iter("{*}dataModelExt"), None)
    saved = package.related(part).get(extension.get("relId") or "") if extension is not None else None
    drawing = _xml(package, saved.target) if saved is not None and not saved.external else None
    if drawing is not None:
        for body in drawing.iter("{*}txBody"):
            yield from _paragraphs(body)
        return
    for point in data.iter(q("dgm:t")):
        yield from _paragraphs(point)


def _paragraphs(holder: etree._Element | None) -> Iterator[str]:
    for paragraph in () if holder is None else holder.iter(q("a:p")):
        yield "\n" + "".join(node.text or " " for node in paragraph.iter(q("a:t"), q("a:br")))
