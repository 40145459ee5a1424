"""A text file as blocks, whole or by heading, with a memory of what has been taken from it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from pipeline.ingest.prose.walk import text_of
from pipeline.ingest.suggest import normal
from pipeline.model.origin import Origin
from pipeline.model.prose import Block, Heading, Prose


@dataclass
class TextDocument:
    """The blocks of a file; heading levels are the file's own."""

    blocks: tuple[Block, ...]
    origin: Origin
    used: set[int] = field(default_factory=set)

    @property
    def headings(self) -> list[tuple[int, str]]:
        """Return the headings with the index of their block."""
        return [(i, normal(text_of(b.content))) for i, b in enumerate(self.blocks) if isinstance(b, Heading)]

    def whole(self) -> Prose:
        """Return all of the file."""
        self.used.update(range(len(self.blocks)))
        return Prose(relevelled(self.blocks), self.origin)

    def below(self, index: int) -> Prose:
        """Return what stands below a heading, to the next one on its level or above."""
        end = self._end(index)
        self.used.update(range(index, end))
        return Prose(relevelled(self.blocks[index + 1 : end]), self.blocks[index].origin)

    def _end(self, index: int) -> int:
        """Return the index of the first block that is no longer below a heading."""
        level = _level(self.blocks[index])
        following = range(index + 1, len(self.blocks))
        return next((i for i in following if 0 < _level(self.blocks[i]) <= level), len(self.blocks))

    def unused(self) -> Iterator[tuple[str, Origin]]:
        """Yield heading and place of each stretch of text that no reference reached; "" before the first heading."""
        if self.blocks and not _level(self.blocks[0]) and 0 not in self.used:
            yield "", self.blocks[0].origin
        covered_to = 0
        for index, heading in self.headings:
            has_text = index + 1 < len(self.blocks) and not _level(self.blocks[index + 1])
            if index >= covered_to and index not in self.used and has_text:
                covered_to = index + 1 if self._reached_below(index) else self._end(index)
                yield heading, self.blocks[index].origin

    def _reached_below(self, index: int) -> bool:
        return any(i in self.used for i in range(index, self._end(index)))


def _level(block: Block) -> int:
    return block.level if isinstance(block, Heading) else 0


def relevelled(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return the blocks with the highest heading among them on level 1."""
    levels = [block.level for block in blocks if isinstance(block, Heading)]
    lift = min(levels, default=1) - 1
    return tuple(replace(b, level=b.level - lift) if isinstance(b, Heading) else b for b in blocks)
