"""The marks of a run that stand for the page or for a part of the date (17.3.3.6, .7, .20, .21, .22, .33, .34).

Word writes fields instead since long. A date is the document's own, as that of a DATE field without a stored result.
"""

from __future__ import annotations

from lxml import etree

from pipeline.ooxml.names import q
from pipeline.render.read.datepictures import written
from pipeline.render.read.facts import Facts
from pipeline.render.tree import FieldRun, Link, RunStyle, TextRun

PAGE_NUMBER = q("w:pgNum")
_DATES = {
    q("w:dayShort"): "dd",
    q("w:dayLong"): "dddd",
    q("w:monthShort"): "MM",
    q("w:monthLong"): "MMMM",
    q("w:yearShort"): "yy",
    q("w:yearLong"): "yyyy",
}
MARKS = (PAGE_NUMBER, *_DATES)


def marked(node: etree._Element, facts: Facts, style: RunStyle, link: Link | None) -> FieldRun | TextRun | None:
    """Return what one of these marks shows, None for a date of a document that has none."""
    if node.tag == PAGE_NUMBER:
        return FieldRun("PAGE", "", "", style, link)
    moment = facts.moment("modified") or facts.moment("created")
    return None if moment is None else TextRun(written(moment, _DATES[str(node.tag)], style.language), style, link)
