"""Switches by which a file asks for the layout of older programs (w:compat, 17.15.3), as far as they are not heeded.

Word 2013's own layout (mode 15) does not heed them either.
"""

from __future__ import annotations

from lxml import etree

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
        *("useWord2002TableStyleRules", "growAutofit", "doNotUseIndentAsNumberingTabStop", "swapBordersFacingPages"),
        *("allowSpaceOfSameStyleInTable", "printBodyTextBeforeHeader", "doNotBreakConstrainedForcedTable"),
    }
)


def unheeded(settings: etree._Element | None) -> list[str]:
    """Return the names of the switches that are on and would change the layout, in their order."""
    compat = child(settings, "w:compat")
    mode = 0
    names = []
    for node in compat.iterchildren("*") if compat is not None else ():
        if node.tag == q("w:compatSetting") and attribute(node, "w:name") == "compatibilityMode":
            mode = integer(attribute(node, "w:val"))
        elif is_on(node) and etree.QName(node).localname in _UNHEEDED:
            names.append(etree.QName(node).localname)
    return names if mode < WORD_2013 else []
