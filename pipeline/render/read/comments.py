"""Comments: a mark where each stands and a list of them at the end, where a person asks for that (17.13.4)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from lxml import etree

from pipeline.ooxml.names import q
from pipeline.render.read.context import PartContext
from pipeline.render.read.units import attribute
from pipeline.render.tree import Block, BookmarkRun, Link, Paragraph, RunStyle, TextRun

HEADING = "Kommentarer"
LONGEST_QUOTE = 300
_HEADING_STYLE = "heading 1"
_TEXT = (q("w:t"), q("w:p"), q("w:tab"), q("w:commentRangeStart"), q("w:commentRangeEnd"))


def anchor_of(number: int) -> str:
    """Return the bookmark of a comment in the list."""
    return f"_kansli_kommentar_{number}"


def mark(number: int, style: RunStyle) -> TextRun:
    """Return the mark in the text that leads to a comment in the list."""
    return TextRun(f"[K{number}]", style, Link(anchor=anchor_of(number), title=f"kommentar {number}"))


def comment_nodes(root: etree._Element | None) -> dict[str, etree._Element]:
    """Return the comments of a w:comments part by their id, in order."""
    nodes = root.iterchildren(q("w:comment")) if root is not None else ()
    return {attribute(node, "w:id") or "": node for node in nodes}


def quoted(root: etree._Element, wanted: Iterable[str]) -> dict[str, str]:
    """Return the text that each comment is about, cut at ``LONGEST_QUOTE`` characters."""
    names = set(wanted)
    open_: set[str] = set()
    found: dict[str, str] = {}
    for node in root.iter(*_TEXT):
        name = attribute(node, "w:id") or ""
        if node.tag == q("w:commentRangeStart"):
            open_ |= {name} & names
        elif node.tag == q("w:commentRangeEnd"):
            open_.discard(name)
        else:
            text = node.text or "" if node.tag == q("w:t") else " "
            for one in open_:
                if len(found.get(one, "")) < LONGEST_QUOTE:
                    found[one] = found.get(one, "") + text
    return {name: " ".join(text.split())[:LONGEST_QUOTE] for name, text in found.items()}


def listed(
    context: PartContext,
    nodes: dict[str, etree._Element],
    quotes: dict[str, str],
    blocks: Callable[[etree._Element], tuple[Block, ...]],
) -> Iterator[Block]:
    """Yield the list: a heading, and for each comment who wrote it when about what, and its own blocks.

    Those that the text refers to come first, in its order; ``blocks`` reads the content of one.
    """
    styles = context.styles
    heading = next((entry.id for entry in styles.entries.values() if entry.name.lower() == _HEADING_STYLE), "")
    yield _paragraph(context, heading, TextRun(HEADING, styles.run_style(heading, {}, {})))
    plain = styles.run_style("", {}, {})
    for number, name in enumerate(ordered(context, nodes), 1):
        head = _head(nodes[name], quotes.get(name, ""))
        yield _paragraph(context, "", BookmarkRun(anchor_of(number)), TextRun(f"K{number}. {head}", plain))
        yield from blocks(nodes[name])


def ordered(context: PartContext, nodes: dict[str, etree._Element]) -> list[str]:
    """Return the ids of the comments: those that the text refers to in its order, then the others."""
    return list(dict.fromkeys([*(name for name in context.shared.comments if name in nodes), *nodes]))


def _head(node: etree._Element, quote: str) -> str:
    author = attribute(node, "w:author") or "okänd"
    date = (attribute(node, "w:date") or "")[:10]
    about = f" om ”{quote}”" if quote else ""
    return f"{', '.join(part for part in (author, date) if part)}{about}:"


def _paragraph(context: PartContext, style_id: str, *content: BookmarkRun | TextRun) -> Paragraph:
    style = context.styles.paragraph_style({"style": style_id} if style_id else {}, {})
    return Paragraph(style, content, context.styles.run_style(style_id, {}, {}), context.place)
