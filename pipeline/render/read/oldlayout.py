"""Switches by which a file asks for the layout of older programs (w:compat, 17.15.3), as far as they are not heeded.

Word 2013's own layout (mode 15) does not heed them either, nor does Word today useWord2002TableStyleRules
(measured by others).
"""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from pipeline.fonts.characters import is_wide
from pipeline.ooxml.names import q
from pipeline.render.read.units import attribute, child, integer, is_on

WORD_2013 = 15
_UNHEEDED = frozenset(
    {
        *("noTabHangInd", "noLeading", "spaceForUL", "noExtraLineSpacing", "ulTrailSpace", "spacingInWholePoints"),
        *("balanceSingleByteDoubleByteWidth", "lineWrapLikeWord6", "wpSpaceWidth", "wpJustification", "mwSmallCaps"),
        *("suppressBottomSpacing", "suppressTopSpacing", "suppressSpacingAtTopOfPage", "suppressTopSpacingWP"),
        *("noSpaceRaiseLower", "truncateFontHeightsLikeWP6", "subFontBySize", "layoutRawTableWidth"),
        *("layoutTableRowsApart", "useWord97LineBreakRules", "doNotBreakWrappedTables", "autoSpaceLikeWord95"),
        *("footnoteLayoutLikeWW8", "shapeLayoutLikeWW8", "alignTablesRowByRow", "forgetLastTabAlignment"),
        *("growAutofit", "doNotUseIndentAsNumberingTabStop", "swapBordersFacingPages"),
        *("allowSpaceOfSameStyleInTable", "printBodyTextBeforeHeader", "doNotBreakConstrainedForcedTable"),
    }
)


# What a switch changes: without any of these elements in a document it does nothing.
_CHANGES = {
    **dict.fromkeys(("spaceForUL", "ulTrailSpace"), ("w:u",)),
    **dict.fromkeys(("noTabHangInd", "forgetLastTabAlignment"), ("w:tab",)),
    **dict.fromkeys(
        (
            "layoutRawTableWidth",
            "layoutTableRowsApart",
            "alignTablesRowByRow",
            "growAutofit",
        ),
        ("w:tbl",),
    ),
    **dict.fromkeys(
        ("doNotBreakWrappedTables", "allowSpaceOfSameStyleInTable", "doNotBreakConstrainedForcedTable"), ("w:tbl",)
    ),
    "mwSmallCaps": ("w:smallCaps",),
    "noSpaceRaiseLower": ("w:position", "w:vertAlign"),
    "footnoteLayoutLikeWW8": ("w:footnoteReference",),
    "shapeLayoutLikeWW8": ("wp:anchor", "w:pict"),
    "doNotUseIndentAsNumberingTabStop": ("w:numPr",),
}
# Those that are about East Asian text alone.
_EAST_ASIAN = frozenset(
    {
        *("balanceSingleByteDoubleByteWidth", "lineWrapLikeWord6", "useWord97LineBreakRules", "spaceForUL"),
        "autoSpaceLikeWord95",
    }
)


def unheeded(settings: etree._Element | None, parts: Sequence[etree._Element]) -> list[str]:
    """Return the names of the switches that are on and would change the layout of these parts, in their order."""
    compat = child(settings, "w:compat")
    mode = 0
    names = []
    for node in compat.iterchildren("*") if compat is not None else ():
        if node.tag == q("w:compatSetting") and attribute(node, "w:name") == "compatibilityMode":
            mode = integer(attribute(node, "w:val"))
        elif is_on(node) and etree.QName(node).localname in _UNHEEDED:
            names.append(etree.QName(node).localname)
    return [name for name in names if _matters(name, parts)] if mode < WORD_2013 else []


def _matters(name: str, parts: Sequence[etree._Element]) -> bool:
    tags = tuple(q(tag) for tag in _CHANGES.get(name, ()))
    if tags and not any(next(part.iter(*tags), None) is not None for part in parts):
        return False
    texts = (node.text or "" for part in parts for node in part.iter(q("w:t")))
    return name not in _EAST_ASIAN or any(is_wide(sign) for text in texts for sign in text)
