"""Boxes to tick (w14:checkbox, [MS-DOCX] 2.6.1.2): a listener hears their state instead of the name of a sign."""

from __future__ import annotations

from dataclasses import replace

from lxml import etree

from pipeline.ooxml.names import q
from pipeline.render.looks import RunStyle
from pipeline.render.read.fields import checkbox
from pipeline.render.read.units import attribute, child, measure

TICKED, EMPTY = "kryssruta, markerad", "kryssruta, inte markerad"


def told(style: RunStyle, text: str, node: etree._Element) -> RunStyle:
    """Return the look of a text, with what is said instead of it where it is the sign of a box to tick."""
    if len(text.strip()) != 1 or text.strip().isalnum():
        return style
    control = next(node.iterancestors(q("w:sdt")), None)
    box = child(child(control, "w:sdtPr"), "w14:checkbox")
    if box is None:
        return style
    ticked = child(box, "w14:checked")
    is_on = ticked is not None and ticked.get(q("w14:val"), "1") not in {"0", "false", "off"}
    return replace(style, spoken=TICKED if is_on else EMPTY)


def ticked_look(style: RunStyle, form: etree._Element | None) -> RunStyle:
    """Return the look of a check box among form fields: its own size, and what is said of its state (17.16.7)."""
    size = measure(attribute(child(child(form, "w:checkBox"), "w:size"), "w:val"), 1 / 2)
    said = TICKED if checkbox(form) == "☒" else EMPTY
    return replace(style, spoken=said, size=min(max(size, 1.0), 200.0) if size else style.size)
