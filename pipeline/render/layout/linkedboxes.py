"""Text that flows from one text box to the next (wps:linkedTxbx of [MS-ODRAWXML] 2.28.2; mso-next-textbox of VML)."""

from __future__ import annotations

from pipeline.render.graphic import TextBox
from pipeline.render.layout.boxes import Stack
from pipeline.render.layout.refit import refitted
from pipeline.render.tree import Paragraph


def linked(box: TextBox, stack: Stack, size: tuple[float, float], waiting: dict[str, Stack]) -> Stack:
    """Return what stands in a box of a chain, of ``stack`` if it is the first; what does not fit is left ``waiting``.

    ``size`` is the room for its text. The last box holds all that is left, what a later one has of its own stands last.
    """
    chain = box.chain
    if chain is None:
        return stack
    behind = waiting.pop(chain.name, None)
    if chain.number:
        left = [refitted(item, size[0]) for item in behind.boxes] if behind is not None else []
        stack = Stack([*left, *(stack.boxes if _has_content(box) else ())], continued=True)
    if chain.last:
        return stack
    here, rest = stack.split(size[1])
    if rest is not None:
        waiting[chain.name] = rest
    return here


def _has_content(box: TextBox) -> bool:
    return any(not isinstance(block, Paragraph) or block.content for block in box.blocks)
