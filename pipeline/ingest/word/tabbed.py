"""Paragraphs of a Word file that are set as a table with tabs, which the prose has as running text."""

from __future__ import annotations

from itertools import pairwise

from lxml import etree

from pipeline.ingest.suggest import normal
from pipeline.ingest.word.source import WordSource
from pipeline.model.origin import WordOrigin
from pipeline.ooxml.names import q

_COLUMNS = 3
_LONGEST = 60


def say_tabbed(source: WordSource, body: etree._Element) -> None:
    """Tell of neighbouring paragraphs whose tabs set words in three columns or more (ING421), once for the file."""
    rows = [_cells(node) for node in body if node.tag == q("w:p")]
    alike = [first for first, second in pairwise(rows) if len(first) >= _COLUMNS and len(first) == len(second)]
    if alike:
        shown = " | ".join(alike[0])[:_LONGEST]
        message = f'stycken med tabbar ser ut som en tabell men är vanlig text: "{shown}"'
        source.report.say("ING421", message, WordOrigin(source.file))


def _cells(node: etree._Element) -> list[str]:
    """Return the words between the tabs of a paragraph; the tab before a list's words and one that leads are none."""
    parts = (part for part in node.iterfind(f"{q('w:r')}/*") if part.tag in _READ)
    words = "".join("\t" if part.tag == q("w:tab") else part.text or "" for part in parts)
    return [text for cell in words.split("\t") if (text := normal(cell))]


_READ = (q("w:tab"), q("w:t"))
