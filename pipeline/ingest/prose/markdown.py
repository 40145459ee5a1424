"""The door to markdown-it: CommonMark with tables becomes the model's blocks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from html import unescape

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from pipeline.ingest.prose.markdown_spans import SpanReader
from pipeline.ingest.prose.spans import Span, assemble
from pipeline.ingest.reporting import Reporter
from pipeline.model.origin import TextOrigin
from pipeline.model.prose import Block, Heading, ItemList, Paragraph, ProseTable, TableCell

MAX_NESTING = 60
_TAG = re.compile(r"<!--.*?(?:-->|\Z)|<[^>]*>", re.DOTALL)


class _Parser(MarkdownIt):
    """Takes every link for one, so that a target that will not do is named rather than left in brackets."""

    def validateLink(self, url: str) -> bool:  # noqa: N802 - the library's method
        """Return that any target is a link."""
        return True


@cache
def _parser() -> MarkdownIt:
    # Raw HTML is parsed so that it can be told from text; nothing here writes HTML.
    return _Parser("commonmark", {"html": True, "maxNesting": MAX_NESTING}).enable("table")


def read_markdown(text: str, place: Callable[[int], TextOrigin], report: Reporter) -> tuple[Block, ...]:
    """Return the blocks of a Markdown text; ``place`` gives the origin of its line, counted from 0."""
    tokens = _parser().parse(text)
    # A tree is built by recursion, and what stands in a line has no bound of its own.
    deep = next((token for token in tokens for each in (token, *(token.children or ())) if _is_deep(each)), None)
    if deep is not None:
        report.say(
            "ING416",
            f"texten har mer än {MAX_NESTING // 2} listor eller betoningar i varandra",
            place((deep.map or [0])[0]),
        )
        return ()
    return tuple(_BlockReader(place, report).blocks(SyntaxTreeNode(tokens)))


def _is_deep(token: Token) -> bool:
    return token.level >= MAX_NESTING - 1


@dataclass
class _BlockReader:
    place: Callable[[int], TextOrigin]
    report: Reporter
    inside: bool = False

    def blocks(self, parent: SyntaxTreeNode) -> Iterator[Block]:
        for node in parent.children:
            yield from _BLOCKS[node.type](self, node)

    def origin(self, node: SyntaxTreeNode) -> TextOrigin:
        while node.map is None and node.parent is not None:
            node = node.parent
        return self.place(node.map[0] if node.map else 0)

    def row(self, row: SyntaxTreeNode) -> tuple[TableCell, ...]:
        return tuple(TableCell(tuple(_paragraph(self, cell))) for cell in row.children)

    def verbatim(self, text: str, origin: TextOrigin) -> Iterator[Block]:
        content = assemble([Span(text, origin=origin)], origin, self.report) if text.strip() else ()
        if content:
            yield Paragraph(content, origin)


def _paragraph(reader: _BlockReader, node: SyntaxTreeNode) -> Iterator[Block]:
    origin = reader.origin(node)
    spans = SpanReader(reader.place, reader.report, node.map[0] if node.map else 0).spans(node)
    content = assemble(spans, origin, reader.report)
    if content:
        yield Paragraph(content, origin)


def _heading(reader: _BlockReader, node: SyntaxTreeNode) -> Iterator[Block]:
    for block in _paragraph(reader, node):
        assert isinstance(block, Paragraph)
        if reader.inside:
            reader.report.say("ING415", "en rubrik inuti en lista eller tabell blir ett vanligt stycke", block.origin)
            yield block
        else:
            yield Heading(int(node.tag[1:]), block.content, block.origin)


def _list(reader: _BlockReader, node: SyntaxTreeNode) -> Iterator[Block]:
    inner = _BlockReader(reader.place, reader.report, inside=True)
    items = tuple(tuple(inner.blocks(item)) for item in node.children)
    start = int(node.attrs.get("start", 1))
    yield ItemList(node.type == "ordered_list", items, reader.origin(node), start)


def _table(reader: _BlockReader, node: SyntaxTreeNode) -> Iterator[Block]:
    parts = {part.type: tuple(reader.row(row) for row in part.children) for part in node.children}
    head = tuple(row for row in parts.get("thead", ()) if any(cell.content for cell in row))
    yield ProseTable(head, parts.get("tbody", ()), reader.origin(node))


def _quote(reader: _BlockReader, node: SyntaxTreeNode) -> Iterator[Block]:
    reader.report.say("ING413", "ett citatblock (>) blir vanliga stycken", reader.origin(node))
    yield from reader.blocks(node)


def _code(reader: _BlockReader, node: SyntaxTreeNode) -> Iterator[Block]:
    origin = reader.origin(node)
    reader.report.say("ING412", "ett kodblock blir ett vanligt stycke", origin)
    yield from reader.verbatim(node.content.strip("\n"), origin)


def _html(reader: _BlockReader, node: SyntaxTreeNode) -> Iterator[Block]:
    origin = reader.origin(node)
    reader.report.say("ING410", "texten innehåller HTML: bara orden i den följer med", origin)
    text = unescape(_TAG.sub(" ", node.content))
    yield from reader.verbatim("\n".join(filter(None, (" ".join(t.split()) for t in text.split("\n")))), origin)


def _rule(reader: _BlockReader, node: SyntaxTreeNode) -> Iterator[Block]:
    reader.report.say("ING414", "en avdelande linje (---) följer inte med", reader.origin(node))
    yield from ()


_BLOCKS: dict[str, Callable[[_BlockReader, SyntaxTreeNode], Iterator[Block]]] = {
    "paragraph": _paragraph,
    "heading": _heading,
    "bullet_list": _list,
    "ordered_list": _list,
    "table": _table,
    "blockquote": _quote,
    "fence": _code,
    "code_block": _code,
    "html_block": _html,
    "hr": _rule,
}
