"""Walks over prose: its plain text and the figures it quotes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pipeline.model.prose import (
    Block,
    Emphasis,
    FigureReference,
    Heading,
    Inline,
    ItemList,
    LineBreak,
    Link,
    Paragraph,
    ProseTable,
    Strong,
    Text,
)


def inlines(blocks: Iterable[Block]) -> Iterator[Inline]:
    """Yield every inline of blocks, in reading order, containers before what they hold."""
    for block in blocks:
        if isinstance(block, Paragraph | Heading):
            yield from _down(block.content)
        elif isinstance(block, ItemList):
            for item in block.items:
                yield from inlines(item)
        else:
            yield from inlines(_cells(block))


def _cells(table: ProseTable) -> Iterator[Block]:
    for row in (*table.head, *table.body):
        for cell in row:
            yield from cell.content


def _down(content: Iterable[Inline]) -> Iterator[Inline]:
    for inline in content:
        yield inline
        if isinstance(inline, Strong | Emphasis | Link):
            yield from _down(inline.content)


def references(blocks: Iterable[Block]) -> Iterator[FigureReference]:
    """Yield every reference to a figure."""
    return (inline for inline in inlines(blocks) if isinstance(inline, FigureReference))


def text_of(content: Iterable[Inline]) -> str:
    """Return the plain text of inlines; a reference stands as it was written."""
    parts = []
    for inline in _down(content):
        if isinstance(inline, Text):
            parts.append(inline.text)
        elif isinstance(inline, LineBreak):
            parts.append(" ")
        elif isinstance(inline, FigureReference):
            parts.append("{" + inline.name + "}")
    return "".join(parts)
