"""The body of a Word file as blocks: paragraphs, headings, lists and tables."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from lxml import etree

from pipeline.ingest.prose.spans import Span, assemble, plain
from pipeline.ingest.suggest import normal
from pipeline.ingest.word.fields import Fields
from pipeline.ingest.word.lists import ListParagraph, nested
from pipeline.ingest.word.notes import shown, text_of
from pipeline.ingest.word.paragraph import ParagraphReader
from pipeline.ingest.word.source import WordSource
from pipeline.ingest.word.styles import ParagraphStyle, numbering, outline, toggle, value
from pipeline.model.origin import WordOrigin
from pipeline.model.prose import Block, Heading, Paragraph
from pipeline.ooxml.names import q

ReadTable = Callable[["BlockReader", Any], Block | None]


@dataclass
class BlockReader:
    """Reads blocks in order; remembers the headings above, open fields and a deleted paragraph mark."""

    source: WordSource
    read_table: ReadTable
    fields: Fields = field(default_factory=Fields)
    headings: list[tuple[int, str]] = field(default_factory=list)
    counted: int = 0
    carried: list[Span] = field(default_factory=list)
    inside: bool = False

    def blocks(self, parent: etree._Element) -> tuple[Block, ...]:
        """Return the blocks of a body, cell or text box."""
        made: list[Block] = []
        waiting: list[ListParagraph] = []
        for found in self._flat(parent):
            if isinstance(found, ListParagraph):
                waiting.append(found)
                continue
            made += nested(waiting)
            waiting = []
            made.append(found)
        return (*made, *nested(waiting))

    def _flat(self, parent: etree._Element) -> Iterator[Block | ListParagraph]:
        for node in parent.iterchildren(etree.Element):
            if node.tag == q("w:p"):
                yield from self._paragraph(node)
            elif node.tag == q("w:tbl"):
                table = self.read_table(self, node)
                yield from () if table is None else (table,)
            elif node.tag not in _UNREAD:
                yield from self._wrapped(node)

    def _wrapped(self, node: etree._Element) -> Iterator[Block | ListParagraph]:
        """Read what a wrapper of blocks holds."""
        if node.tag == q("w:sdt"):
            yield from self._content_control(node)
        elif node.tag == q("w:altChunk"):
            self.source.report.say("ING511", "en infogad fil (altChunk) följer inte med", self.place())
        elif node.tag == q("mc:AlternateContent"):
            chosen = node.find(q("mc:Choice"))
            yield from self._flat(node[0] if chosen is None else chosen)
        else:
            yield from self._flat(node)

    def _content_control(self, node: etree._Element) -> Iterator[Block | ListParagraph]:
        content = node.find(q("w:sdtContent"))
        if content is None:
            return
        if toggle(node.find(q("w:sdtPr")), "w:showingPlcHdr"):
            message = f'en innehållskontroll är inte ifylld: "{shown(text_of(content))}"'
            self.source.report.say("ING509", message, self.place())
        yield from self._flat(content)

    def place(self) -> WordOrigin:
        """Return the place of the paragraph that comes next."""
        return WordOrigin(self.source.file, tuple(text for _, text in self.headings), self.counted + 1)

    def _paragraph(self, node: etree._Element) -> Iterator[Block | ListParagraph]:
        properties = node.find(q("w:pPr"))
        style = self.source.styles.paragraph(value(properties, "w:pStyle"))
        reader = ParagraphReader(self.source, self.fields, style, self.place())
        spans = [*self.carried, *reader.spans(node)]
        self.carried = []
        mark = None if properties is None else properties.find(q("w:rPr"))
        if mark is not None and mark.find(q("w:del")) is not None:
            self.carried = spans
            return
        if style.contents:
            self._leave_out(spans, reader.place)
        elif plain(spans).strip():
            yield self._made(spans, style, properties, reader.place)
        for box in reader.boxes:
            inner = inner_reader(self)
            yield from inner.blocks(box)
            self.counted = inner.counted

    def _leave_out(self, spans: list[Span], place: WordOrigin) -> None:
        text = plain(spans)
        self.source.left_out.append(text)
        if text.strip():
            self.source.report.say(
                "ING515", f'en rad ur en innehållsförteckning följer inte med: "{shown(normal(text))}"', place
            )

    def _made(
        self, spans: list[Span], style: ParagraphStyle, properties: etree._Element | None, place: WordOrigin
    ) -> Block | ListParagraph:
        """Return a paragraph with words as what its style and numbering make of it."""
        self.source.kept.append(plain(spans))
        own = outline(properties)
        level = style.level if own is None else own
        if level and not self.inside:
            return self._heading(spans, level, place)
        if level:
            self.source.report.say("ING415", "en rubrik inuti en lista eller tabell blir ett vanligt stycke", place)
        self.counted += 1
        block = Paragraph(assemble(spans, place, self.source.report), place)
        return self._in_list(block, numbering(properties) or style.numbering, style.depth) or block

    def _heading(self, spans: list[Span], level: int, place: WordOrigin) -> Heading:
        while self.headings and self.headings[-1][0] >= level:
            self.headings.pop()
        self.headings.append((level, normal(plain(spans))))
        self.counted = 0
        calm = [replace(span, strong=False) for span in spans]
        return Heading(level, assemble(calm, place, self.source.report), replace(self.place(), paragraph=0))

    def _in_list(self, block: Paragraph, numbers: tuple[str, int] | None, depth: int) -> ListParagraph | None:
        if numbers is None or numbers[0] == "0":
            return None
        level = self.source.numbering.level(*numbers)
        if level is None or not level.shown:
            return None
        count = self.source.numbering.count(*numbers, level)
        key = f"{level.abstract}/{numbers[0]}" if level.ordered else ""
        return ListParagraph(max(numbers[1], depth), level.ordered, count, key, (block,), block.origin)


def inner_reader(reader: BlockReader) -> BlockReader:
    """Return a reader for a cell or text box of the same file: it counts on, and has no headings of its own."""
    return BlockReader(reader.source, reader.read_table, reader.fields, reader.headings, reader.counted, inside=True)


_UNREAD = (q("w:sectPr"), q("w:tcPr"), q("w:sdtPr"), q("w:bookmarkStart"), q("w:bookmarkEnd"))
