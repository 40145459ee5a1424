"""What word/settings.xml decides about the text of lines: how words are parted (17.15.1), and what breaks do."""

from __future__ import annotations

from lxml import etree

from pipeline.ooxml.names import q
from pipeline.render.looks import Hyphenation
from pipeline.render.read.units import attribute, child, integer, is_on, length, switch, value

_ZONE = 18.0  # points, where the document names none


def hyphenation(root: etree._Element | None) -> Hyphenation | None:
    """Return how words are parted, None where they are not."""
    if not switch(root, "w:autoHyphenation"):
        return None
    zone = length(child(root, "w:hyphenationZone"), "w:val")
    most = max(integer(value(root, "w:consecutiveHyphenLimit")), 0)
    return Hyphenation(_ZONE if zone is None else max(zone, 0.0), most, not switch(root, "w:doNotHyphenateCaps"))


def fixed_spacing(root: etree._Element | None) -> bool:
    """Return whether spaces between paragraphs are not those of web pages (w:doNotUseHTMLParagraphAutoSpacing)."""
    return bool(switch(child(root, "w:compat"), "w:doNotUseHTMLParagraphAutoSpacing"))


def expands_breaks(root: etree._Element | None) -> bool:
    """Return whether a justified line that ends with a break is widened like the others (17.15.3.15)."""
    return not switch(child(root, "w:compat"), "w:doNotExpandShiftReturn")


def yields_to_tables(root: etree._Element | None) -> bool:
    """Return whether the default paragraph style may leave a table's style its size and alignment.

    So it is unless overrideTableStyleFontSizeAndJustification is on ([MS-DOCX] 2.3.1), as it is in Word's own files.
    """
    compat = child(root, "w:compat")
    settings = compat.iterchildren(q("w:compatSetting")) if compat is not None else ()
    named = (node for node in settings if attribute(node, "w:name") == "overrideTableStyleFontSizeAndJustification")
    return not any(is_on(node) for node in named)
