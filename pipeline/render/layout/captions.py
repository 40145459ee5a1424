"""Which paragraphs are captions of tables: those of Word's caption style that stand directly above or below one."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.render.tree import Block, Paragraph, Table

# How the label of a table begins in the languages that Word writes captions in, where a figure could be meant too.
_LABELS = ("tab", "taul", "tafl")


def captions_of(blocks: Sequence[Block]) -> dict[int, int]:
    """Return the index of each caption with that of its table; the paragraph above comes before the one below."""
    found: dict[int, int] = {}
    taken: set[int] = set()
    for step in (1, -1):
        for index, block in enumerate(blocks):
            at = index + step
            if index in found or not 0 <= at < len(blocks) or at in taken:
                continue
            if isinstance(blocks[at], Table) and _is_caption(block):
                found[index] = at
                taken.add(at)
    return found


def _is_caption(block: Block) -> bool:
    if not isinstance(block, Paragraph) or block.style.style_name.lower() != "caption":
        return False
    return block.text.strip().lower().startswith(_LABELS)
