"""Tracked changes as WordprocessingML: runs, paragraphs and rows that are inserted or deleted (17.13.5)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import count

from lxml import etree

from pipeline.compare.pieces import Piece, cut, text_element
from pipeline.ooxml.names import q

AUTHOR = "kansli jämför"
_FIRST_ID = 500_000_000
_AFTER_MARK = {q("w:sectPr"), q("w:pPrChange")}
# What of an old paragraph's properties means the same in the new file: the rest points to parts that it may not have.
_KEPT_OF_PARAGRAPH = ("keepNext", "keepLines", "bidi", "spacing", "ind", "contextualSpacing", "jc", "outlineLvl")
_LEFT_OF_RUN = {q("w:rPrChange"), q("w:ins"), q("w:del")}


@dataclass
class Revisions:
    """Makes the marks of one comparison; ``styles`` are the ids of the styles that the new file has."""

    styles: frozenset[str]
    _ids: Iterator[int] = field(default_factory=lambda: count(_FIRST_ID))

    def element(self, kind: str) -> etree._Element:
        """Return an empty mark, ``w:ins`` or ``w:del``."""
        made = etree.Element(q(kind))
        made.set(q("w:id"), str(next(self._ids)))
        made.set(q("w:author"), AUTHOR)
        return made

    def wrap_inserted(self, runs: Iterable[etree._Element]) -> None:
        """Mark runs as inserted, where they stand."""
        for run in runs:
            parent = run.getparent()
            before = run.getprevious()
            if parent is None:
                continue
            if before is not None and before.tag == q("w:ins"):
                before.append(run)
            else:
                mark = self.element("w:ins")
                parent.replace(run, mark)
                mark.append(run)

    def deleted(self, pieces: Iterable[Piece]) -> etree._Element | None:
        """Return the mark that holds what is deleted as text; None where it has no words."""
        mark = self.element("w:del")
        for piece in pieces:
            text = piece.text + piece.note
            properties = self._properties(piece.runs[0]) if piece.runs else None
            if text:
                _add_run(mark, properties, text)
        return mark if len(mark) else None

    def _properties(self, run: etree._Element) -> etree._Element | None:
        own = run.find(q("w:rPr"))
        if own is None:
            return None
        made = etree.fromstring(etree.tostring(own))
        made.tail = None
        for child in list(made):
            style = child.get(q("w:val"), "")
            if child.tag in _LEFT_OF_RUN or (child.tag == q("w:rStyle") and style not in self.styles):
                made.remove(child)
        return made

    def insert_paragraph(self, paragraph: etree._Element) -> None:
        """Mark a whole paragraph as inserted, where it stands."""
        pieces = cut(paragraph)
        self.wrap_inserted(run for piece in pieces for run in piece.runs)
        self._mark_end(paragraph, "w:ins")

    def deleted_paragraph(self, paragraph: etree._Element) -> etree._Element:
        """Return a paragraph of the old file as a deleted one."""
        made = etree.Element(q("w:p"))
        properties = etree.SubElement(made, q("w:pPr"))
        own = paragraph.find(q("w:pPr"))
        if own is not None:
            style = own.find(q("w:pStyle"))
            kept = [style] if style is not None and style.get(q("w:val"), "") in self.styles else []
            kept += [child for name in _KEPT_OF_PARAGRAPH for child in own.findall(q(f"w:{name}"))]
            for child in kept:
                properties.append(etree.fromstring(etree.tostring(child)))
        mark = self.deleted(cut(paragraph))
        if mark is not None:
            made.append(mark)
        self._mark_end(made, "w:del")
        return made

    def _mark_end(self, paragraph: etree._Element, kind: str) -> None:
        properties = paragraph.find(q("w:pPr"))
        if properties is None:
            properties = etree.Element(q("w:pPr"))
            paragraph.insert(0, properties)
        mark = properties.find(q("w:rPr"))
        if mark is None:
            mark = etree.Element(q("w:rPr"))
            last = next((at for at, child in enumerate(properties) if child.tag in _AFTER_MARK), len(properties))
            properties.insert(last, mark)
        mark.insert(0, self.element(kind))

    def mark_row(self, row: etree._Element, kind: str) -> None:
        """Mark a row of a table, without what stands in it."""
        properties = row.find(q("w:trPr"))
        if properties is None:
            properties = etree.Element(q("w:trPr"))
            row.insert(1 if len(row) and row[0].tag == q("w:tblPrEx") else 0, properties)
        properties.append(self.element(kind))


def _add_run(mark: etree._Element, properties: etree._Element | None, text: str) -> None:
    """Add a run of deleted text, to the last one where the properties are the same."""
    last = mark[-1] if len(mark) else None
    if last is not None and _same(last.find(q("w:rPr")), properties):
        run = last
    else:
        run = etree.SubElement(mark, q("w:r"))
        if properties is not None:
            run.append(properties)
    for part in re.split("([\t\n])", text):
        if part in {"\t", "\n"}:
            etree.SubElement(run, q("w:tab" if part == "\t" else "w:br"))
        elif part and len(run) and run[-1].tag == q("w:delText"):
            run[-1].text = (run[-1].text or "") + part
        elif part:
            run.append(text_element(part, "w:delText"))


def _same(one: etree._Element | None, other: etree._Element | None) -> bool:
    if one is None or other is None:
        return one is other
    return bool(etree.tostring(one) == etree.tostring(other))
