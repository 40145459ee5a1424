"""How wide text is: as wide as the renderer sets it, also where another font is drawn wider or narrower."""

from __future__ import annotations

import pytest
from lxml import etree

from pipeline.compose.measure import Measure
from pipeline.compose.styles import StyleSheet
from pipeline.findings.finding import Findings
from pipeline.model.origin import WordOrigin
from pipeline.ooxml.names import q

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def width(family: str) -> float:
    """Return the width of a text of 10 points in twentieths of a point, without the room that is kept for safety."""
    styles = etree.fromstring(
        f'<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="{family}"/><w:sz w:val="20"/>'
        f"</w:rPr></w:rPrDefault></w:docDefaults></w:styles>"
    )
    cell = etree.fromstring(f'<w:tc xmlns:w="{W}"><w:p/></w:tc>')
    sheet = StyleSheet(styles, WordOrigin("mall.docx"), Findings())
    return Measure(sheet, etree.Element(q("w:document"))).text("nn", cell) / 1.02


@pytest.mark.parametrize(("family", "share"), [("Arial", 0.5561), ("Verdana", 0.6323), ("Arial Narrow", 0.456)])
def test_text_is_measured_as_wide_as_it_is_set(family: str, share: float) -> None:
    assert width(family) == pytest.approx(2 * share * 10 * 20, rel=0.003)
