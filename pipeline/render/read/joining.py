"""Runs of one look and link that follow each other, made one; links on which there is nothing to see, taken away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.render.tree import Inline, TabRun, TextRun


def joined(items: Sequence[Inline]) -> tuple[Inline, ...]:
    """Return the inlines with neighbouring runs of one style and link made one."""
    out: list[Inline] = []
    for item in _without_blank_links(items):
        last = out[-1] if out else None
        if (
            isinstance(item, TextRun)
            and isinstance(last, TextRun)
            and item.style is last.style
            and item.link is last.link
            and item.reading is None is last.reading
        ):
            out[-1] = TextRun(last.text + item.text, item.style, item.link)
        else:
            out.append(item)
    return tuple(out)


def _without_blank_links(items: Sequence[Inline]) -> Sequence[Inline]:
    """Return the inlines with spaces and tabs that are all there is of a link as plain ones."""
    linked = [item for item in items if getattr(item, "link", None) is not None]
    if not linked:
        return items
    seen = {id(getattr(item, "link", None)) for item in linked if not _is_blank(item)}
    return [
        replace(item, link=None)
        if isinstance(item, TextRun | TabRun) and item.link is not None and id(item.link) not in seen
        else item
        for item in items
    ]


def _is_blank(item: Inline) -> bool:
    return isinstance(item, TabRun) or (isinstance(item, TextRun) and not item.text.strip())
