"""Drawings, pictures and objects in a Word paragraph: named, and their text boxes handed back."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from pipeline.ingest.reporting import Reporter
from pipeline.ingest.word.notes import shown, text_of
from pipeline.model.origin import WordOrigin
from pipeline.ooxml.names import q

_PICTURES = (q("a:blip"), q("v:imagedata"))
_GRAPHICS = (q("c:chart"), q("dgm:relIds"))


def say_shape(node: etree._Element, place: WordOrigin, report: Reporter) -> list[etree._Element]:
    """Make findings of what a drawing holds and return its text boxes, which the caller carries over."""
    boxes = [box for box in _visible(node, q("w:txbxContent")) if not _inside_box(box, node)]
    for box in boxes:
        report.say("ING505", f'en textruta följer med som stycken efter sitt stycke: "{shown(text_of(box))}"', place)
    if _has(node, (q("o:OLEObject"), q("w:object"), q("w:control"))) or node.tag == q("w:object"):
        report.say("ING511", "ett inbäddat objekt följer inte med", place)
    elif _has(node, _GRAPHICS):
        report.say("ING504", f"ett diagram följer inte med{_named(node)}", place)
    elif _has(node, _PICTURES):
        report.say("ING504", f"en bild följer inte med{_named(node)}", place)
    elif not boxes:
        report.say("ING504", f"en ritad figur följer inte med{_named(node)}", place)
    return boxes


def _visible(node: etree._Element, *tags: str) -> Iterator[etree._Element]:
    """Yield descendants outside the fallbacks that repeat what a choice already says."""
    for found in node.iter(*tags):
        if not any(ancestor.tag == q("mc:Fallback") for ancestor in found.iterancestors()) or _only_fallback(found):
            yield found


def _only_fallback(node: etree._Element) -> bool:
    fallback = next(a for a in node.iterancestors() if a.tag == q("mc:Fallback"))
    parent = fallback.getparent()
    return parent is None or parent.find(q("mc:Choice")) is None


def _inside_box(box: etree._Element, stop: etree._Element) -> bool:
    for ancestor in box.iterancestors():
        if ancestor is stop:
            return False
        if ancestor.tag == q("w:txbxContent"):
            return True
    return False


def _has(node: etree._Element, tags: tuple[str, ...]) -> bool:
    return next(node.iter(*tags), None) is not None


def _named(node: etree._Element) -> str:
    described = next(node.iter(q("wp:docPr")), None)
    text = "" if described is None else described.get("descr") or described.get("name") or ""
    return f': "{shown(" ".join(text.split()))}"' if text.strip() else ""
