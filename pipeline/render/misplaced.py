"""Text that stands where no text can stand, as in files that a program has damaged: among properties, outside cells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml import etree

from pipeline.ooxml.names import NAMESPACES, q
from pipeline.ooxml.package import Package

_T = q("w:t")
_W = f"{{{NAMESPACES['w']}}}"
_ROW, _CELL, _TABLE, _BOX = q("w:tr"), q("w:tc"), q("w:tbl"), q("w:txbxContent")
# What may stand around text: all else of WordprocessingML describes something, and holds none.
_AROUND = {
    q(f"w:{name}")
    for name in (
        *("document", "body", "hdr", "ftr", "footnotes", "footnote", "endnotes", "endnote", "comments", "comment"),
        *("p", "r", "t", "tbl", "tr", "tc", "txbxContent", "sdt", "sdtContent", "customXml", "smartTag", "hyperlink"),
        *("ins", "del", "moveFrom", "moveTo", "fldSimple", "dir", "bdo", "ruby", "rubyBase", "rt"),
    )
}


def misplaced_texts(package: Package, parts: Iterable[str]) -> Iterator[str]:
    """Yield the texts of these parts that stand where Word shows none."""
    for part in sorted(parts):
        root = package.xml(part)
        for node in root.iter(_T) if root is not None else ():
            if _is_misplaced(node):
                yield node.text or ""


def _is_misplaced(node: etree._Element) -> bool:
    """Return whether a text stands in what describes something, or in a table and no cell; text boxes start anew."""
    in_cell = False
    for outer in node.iterancestors():
        if outer.tag == _BOX:
            return False
        if _cannot_hold(outer) or (outer.tag in {_TABLE, _ROW} and not in_cell):
            return True
        in_cell = in_cell or outer.tag == _CELL
    return False


def _cannot_hold(outer: etree._Element) -> bool:
    return str(outer.tag).startswith(_W) and outer.tag not in _AROUND
