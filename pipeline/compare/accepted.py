"""A part of a Word file with the tracked changes that it holds accepted (ECMA-376 part 1, 17.13.5)."""

from __future__ import annotations

from lxml import etree

from pipeline.ooxml.names import q

_GONE = tuple(q(f"w:{name}") for name in ("del", "moveFrom"))
_KEPT = tuple(q(f"w:{name}") for name in ("ins", "moveTo"))
_HISTORY = tuple(
    q(f"w:{name}Change")
    for name in ("rPr", "pPr", "tblPr", "trPr", "tcPr", "sectPr", "tblGrid", "numbering", "tblPrEx")
)
_MARKS = {q("w:rPr"), q("w:trPr"), q("w:numPr")}


def accept_changes(root: etree._Element) -> None:
    """Accept every tracked change below ``root``, in place."""
    for node in list(root.iter(*_HISTORY)):
        _remove(node)
    for row in list(root.iter(q("w:tr"))):
        if row.find(f"{q('w:trPr')}/{q('w:del')}") is not None:
            _remove(row)
    for paragraph in list(root.iter(q("w:p"))):
        _join_if_mark_is_gone(paragraph)
    for node in list(root.iter(*_GONE, *_KEPT)):
        parent = node.getparent()
        if parent is None:
            continue
        if node.tag in _KEPT and parent.tag not in _MARKS:
            _unwrap(node, parent)
        else:
            _remove(node)


def _remove(node: etree._Element) -> None:
    parent = node.getparent()
    if parent is not None:
        parent.remove(node)


def _unwrap(node: etree._Element, parent: etree._Element) -> None:
    at = parent.index(node)
    parent[at : at + 1] = list(node)


def _join_if_mark_is_gone(paragraph: etree._Element) -> None:
    """Join a paragraph whose mark is deleted with the one after it, whose properties then hold for both."""
    mark = paragraph.find(f"{q('w:pPr')}/{q('w:rPr')}")
    if mark is None or all(mark.find(tag) is None for tag in _GONE):
        return
    after = paragraph.getnext()
    if after is None or after.tag != q("w:p"):
        return
    start = 1 if len(after) and after[0].tag == q("w:pPr") else 0
    after[start:start] = [child for child in paragraph if child.tag != q("w:pPr")]
    _remove(paragraph)
