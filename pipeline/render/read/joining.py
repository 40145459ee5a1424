"""Runs of one look and link that follow each other, made one."""

from __future__ import annotations

from pipeline.render.tree import Inline, TextRun


def joined(items: list[Inline]) -> tuple[Inline, ...]:
    """Return the inlines with neighbouring runs of one style and link made one."""
    out: list[Inline] = []
    for item in items:
        last = out[-1] if out else None
        if (
            isinstance(item, TextRun)
            and isinstance(last, TextRun)
            and item.style is last.style
            and item.link is last.link
        ):
            out[-1] = TextRun(last.text + item.text, item.style, item.link)
        else:
            out.append(item)
    return tuple(out)
