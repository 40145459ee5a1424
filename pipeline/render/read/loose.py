"""Runs and equations that stand in no paragraph, as hand-made files have them: they make one of their own."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy

from lxml import etree

from pipeline.ooxml.names import q

_LOOSE = {q(name) for name in ("w:r", "w:t", "w:hyperlink", "w:fldSimple", "m:oMath", "m:oMathPara")}


def grouped(node: etree._Element) -> Iterator[etree._Element]:
    """Yield the elements of a story; neighbours that only a paragraph may hold come in a paragraph."""
    held: list[etree._Element] = []
    for item in node:
        if item.tag in _LOOSE and item.find(f".//{q('w:p')}") is None:
            held.append(item)
            continue
        if held:
            yield _paragraph(held)
            held = []
        yield item
    if held:
        yield _paragraph(held)


def _paragraph(items: list[etree._Element]) -> etree._Element:
    made = etree.Element(q("w:p"))
    made.extend(deepcopy(item) for item in items)
    return made
