"""Lists out of Word's flat paragraphs: neighbours with numbering become nested items."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.model.origin import Origin
from pipeline.model.prose import Block, ItemList


@dataclass(frozen=True)
class ListParagraph:
    """A paragraph of a list with what follows from its numbering."""

    depth: int
    ordered: bool
    number: int
    key: str
    blocks: tuple[Block, ...]
    origin: Origin


def nested(paragraphs: Sequence[ListParagraph]) -> tuple[ItemList, ...]:
    """Return neighbouring list paragraphs as lists; a change of list on the same level begins a new one."""
    made: list[ItemList] = []
    at = 0
    while at < len(paragraphs):
        first = paragraphs[at]
        items: list[tuple[Block, ...]] = []
        while at < len(paragraphs) and _belongs(paragraphs[at], first):
            below = at + 1
            while below < len(paragraphs) and paragraphs[below].depth > first.depth:
                below += 1
            items.append((*paragraphs[at].blocks, *nested(paragraphs[at + 1 : below])))
            at = below
        made.append(ItemList(first.ordered, tuple(items), first.origin, first.number if first.ordered else 1))
    return tuple(made)


def _belongs(paragraph: ListParagraph, first: ListParagraph) -> bool:
    if paragraph.depth < first.depth:
        return False
    return paragraph.ordered == first.ordered and paragraph.key == first.key
