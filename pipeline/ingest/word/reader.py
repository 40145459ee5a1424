"""Word files as blocks: opened within bounds, read, and held to account for every word."""

from __future__ import annotations

from lxml import etree

from pipeline.ingest.office import guarded, open_office
from pipeline.ingest.reporting import Reporter
from pipeline.ingest.word.account import check_account
from pipeline.ingest.word.blocks import BlockReader
from pipeline.ingest.word.notes import say_margins
from pipeline.ingest.word.source import WordSource
from pipeline.ingest.word.tabbed import say_tabbed
from pipeline.ingest.word.tables import read_table
from pipeline.model.origin import WordOrigin
from pipeline.model.prose import Block
from pipeline.ooxml.names import q


def read_word(data: bytes, name: str, report: Reporter) -> tuple[Block, ...] | None:
    """Return the blocks of a Word file, or None with a finding when it cannot be opened."""
    place = WordOrigin(name)
    package = open_office(data, name, place, report)
    if package is None:
        return None
    with guarded(name, place, report):
        source = WordSource(name, package, report)
        body = source.root.find(q("w:body"))
        if etree.QName(source.root).localname != "document" or body is None:
            report.say("ING203", "filen heter .docx men är inget Word-dokument", place)
            return None
        blocks = BlockReader(source, read_table).blocks(body)
        say_margins(package, name, report)
        say_tabbed(source, body)
        check_account(source)
        return blocks
    return None
