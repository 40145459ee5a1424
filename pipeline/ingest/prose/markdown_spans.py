"""The inlines of Markdown as spans."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from markdown_it.tree import SyntaxTreeNode

from pipeline.ingest.prose.links import is_absolute
from pipeline.ingest.prose.spans import Span
from pipeline.ingest.reporting import Reporter
from pipeline.model.origin import TextOrigin

_BREAK_TAG = re.compile(r"<br\s*/?>", re.IGNORECASE)


@dataclass
class SpanReader:
    """Reads one paragraph; ``line`` moves on with its line breaks."""

    place: Callable[[int], TextOrigin]
    report: Reporter
    line: int

    def spans(self, block: SyntaxTreeNode) -> list[Span]:
        """Return the spans of a paragraph, heading or cell."""
        marks = Span("")
        return [span for inline in block.children for node in inline.children for span in self.read(node, marks)]

    def read(self, node: SyntaxTreeNode, marks: Span) -> Iterator[Span]:
        """Yield the spans of an inline and what it holds."""
        marks = replace(marks, origin=self.place(self.line))
        if node.type in ("text", "softbreak", "hardbreak"):
            text = {"softbreak": " ", "hardbreak": "\n"}.get(node.type, node.content)
            self.line += node.type != "text"
            yield replace(marks, text=text)
        elif node.type == "strong":
            yield from self.inside(node, replace(marks, strong=True))
        elif node.type == "em":
            yield from self.inside(node, replace(marks, emphasis=True))
        else:
            yield from _OTHERS[node.type](self, node, marks)

    def inside(self, node: SyntaxTreeNode, marks: Span) -> Iterator[Span]:
        """Yield the spans of what an inline holds."""
        for child in node.children:
            yield from self.read(child, marks)

    def here(self, marks: Span) -> TextOrigin:
        """Return the line that is being read."""
        assert isinstance(marks.origin, TextOrigin)
        return marks.origin


def _link(reader: SpanReader, node: SyntaxTreeNode, marks: Span) -> Iterator[Span]:
    target = str(node.attrs.get("href", ""))
    if is_absolute(target):
        marks = replace(marks, link=target)
    else:
        reader.report.say(
            "ING411", f'länken till "{target}" är ingen webbadress: bara orden följer med', reader.here(marks)
        )
    yield from reader.inside(node, marks)


def _image(reader: SpanReader, node: SyntaxTreeNode, marks: Span) -> Iterator[Span]:
    source = str(node.attrs.get("src", ""))
    reader.report.say("ING417", f'bilden "{source}" följer inte med, bara dess text', reader.here(marks))
    yield from reader.inside(node, marks)


def _code(reader: SpanReader, node: SyntaxTreeNode, marks: Span) -> Iterator[Span]:
    reader.report.say("ING412", f'texten "{node.content}" är märkt som kod och blir vanlig text', reader.here(marks))
    yield replace(marks, text=node.content)


def _html(reader: SpanReader, node: SyntaxTreeNode, marks: Span) -> Iterator[Span]:
    message = f"texten innehåller HTML-taggen {node.content}, som inte följer med"
    reader.report.say("ING410", message, reader.here(marks))
    if _BREAK_TAG.fullmatch(node.content):
        yield replace(marks, text="\n")


_OTHERS: dict[str, Callable[[SpanReader, SyntaxTreeNode, Span], Iterator[Span]]] = {
    "link": _link,
    "image": _image,
    "code_inline": _code,
    "html_inline": _html,
}
