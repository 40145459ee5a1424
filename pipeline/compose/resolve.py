"""Slots in the filled template become what they stand for; what is left over of the template is told."""

from __future__ import annotations

import copy
import re
from itertools import takewhile

from pipeline.compose.fill import show_braces
from pipeline.compose.media import decorative
from pipeline.compose.setting import Setting
from pipeline.compose.xml import SLOT_NAMESPACE, Element, element, plain_text, remove
from pipeline.findings.catalogue import finding
from pipeline.model.origin import WordOrigin
from pipeline.ooxml.names import q

_SLOT = f"{{{SLOT_NAMESPACE}}}slot"
_LEFT_OVER = re.compile(r"\{\{|\{%|\{#|\}\}|%\}|#\}")
_BLOCK_PARENTS = frozenset(q(f"w:{name}") for name in ("body", "tc", "sdtContent"))
_INLINE_PARENTS = frozenset(q(f"w:{name}") for name in ("p", "hyperlink", "smartTag", "sdtContent"))


def report_leftovers(root: Element, place: WordOrigin, setting: Setting) -> None:
    """Add a finding for each paragraph in which a tag is left standing."""
    for node in root.iter(q("w:p")):
        text = plain_text(node)
        if _LEFT_OVER.search(text):
            setting.findings.add(finding("KOM104", f"en tagg står kvar i dokumentet: ”{text.strip()[:80]}”", place))


def resolve_slots(root: Element, place: WordOrigin, setting: Setting) -> None:
    """Put the content of each slot where its mark stands; a mark in the wrong place is a finding."""
    for mark in list(root.iter(_SLOT)):
        slot = setting.slots.get(mark.get("n", ""))
        parent = mark.getparent()
        assert parent is not None, "a mark stands in a part"
        if slot is None:  # the template's own, which no tag has made
            parent.remove(mark)
            continue
        fitting = _INLINE_PARENTS if slot.inline else _BLOCK_PARENTS
        if parent.tag not in fitting or place.part:
            _report_misplaced(mark, slot.inline, place, setting)
            continue
        index = parent.index(mark)
        built = slot.build()
        parent[index : index + 1] = [copy.deepcopy(node) if node.getparent() is not None else node for node in built]


def _report_misplaced(mark: Element, inline: bool, place: WordOrigin, setting: Setting) -> None:  # noqa: FBT001
    words = "en symbol skrivs som {{r … }}" if inline else "text och rubriker skrivs som {{p … }} ensamma i ett stycke"
    near = next((text for node in mark.iterancestors(q("w:p")) if (text := plain_text(node).strip())), "")
    earlier = takewhile(lambda node: node is not mark, mark.getroottree().iter(q("w:p"), mark.tag))
    texts = [plain_text(node).strip() for node in earlier if node.tag == q("w:p")]
    above = next((text for text in reversed(texts) if text), "")
    told = f" (vid ”{near[:40]}”)" if near else f" (efter ”{above[:40]}”)" if above else ""
    setting.findings.add(finding("KOM109", f"en tagg står där dess innehåll inte får plats{told}", place, help=words))
    remove(mark)


def restore_braces(root: Element) -> None:
    """Give the case's own braces back, in text and in alternative texts."""
    for node in root.iter("*"):
        if node.text:
            node.text = show_braces(node.text)
        for key, value in node.attrib.items():
            shown = show_braces(str(value))
            if shown != value:
                node.set(key, shown)


def tidy(root: Element) -> None:
    """Give Word what it asks for: a paragraph last in each cell, and one between and after tables."""
    for cell in root.iter(q("w:tc")):
        if len(cell) == 0 or cell[-1].tag != q("w:p"):
            cell.append(element("w:p"))
    for table in list(root.iter(q("w:tbl"))):
        follower = table.getnext()
        if follower is None or follower.tag in {q("w:tbl"), q("w:sectPr")}:
            table.addnext(element("w:p"))


def silence_repeats(root: Element) -> None:
    """Make a picture decorative where the words beside it say what it shows: a listener would hear them twice."""
    for node in root.iter(q("w:p")):
        words = " ".join(plain_text(node).split())
        for drawing in node.iter(q("wp:docPr")) if words else ():
            if " ".join(drawing.get("descr", "").split()).endswith(words):
                del drawing.attrib["descr"]
                drawing.append(decorative())


def number_drawings(roots: list[Element]) -> None:
    """Give each drawing in the file an id of its own."""
    drawings = (node for root in roots for node in root.iter(q("wp:docPr")))
    for number, node in enumerate(drawings, start=1):
        node.set("id", str(number))
