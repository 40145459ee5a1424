"""Text that flows from one text box to the next (wps:linkedTxbx of [MS-ODRAWXML] 2.28.2; mso-next-textbox of VML)."""

from __future__ import annotations

from pipeline.render.graphic import TextBox
from pipeline.render.layout.boxes import Stack
from pipeline.render.layout.refit import refitted
from pipeline.render.tree import Paragraph

Waiting = dict[tuple[str, int], Stack]  # what comes to a box, by its chain and its number there


def linked(box: TextBox, stack: Stack, size: tuple[float, float], waiting: Waiting) -> Stack:
    """Return what stands in a box of a chain, of ``stack`` if it is the first; what does not fit is left ``waiting``.

    ``size`` is the room for its text. The last box holds all that is left, what a later one has of its own stands last.
    A box may be set several times, on trial too: what comes to it stays there.
    """
    chain = box.chain
    if chain is None:
        return stack
    behind = waiting.get((chain.name, chain.number))
    if chain.number:
        left = [refitted(item, size[0]) for item in behind.boxes] if behind is not None else []
        stack = Stack([*left, *(stack.boxes if _has_content(box) else ())], continued=True)
    if chain.last:
        return stack
    here, rest = stack.split(size[1])
    waiting[chain.name, chain.number + 1] = rest or Stack()
    return here


def _has_content(box: TextBox) -> bool:
    return any(not isinstance(block, Paragraph) or block.content for block in box.blocks)
