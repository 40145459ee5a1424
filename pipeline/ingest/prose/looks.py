"""Paragraphs that look like headings or items of a list but are not marked as such: only the eye sees them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from pipeline.ingest.prose.walk import text_of
from pipeline.ingest.reporting import Reporter
from pipeline.ingest.suggest import normal
from pipeline.model.origin import Origin
from pipeline.model.prose import Block, Inline, LineBreak, Paragraph, ProseTable, Strong, Text

_LONGEST_HEADING = 80
_MOST_SHOWN = 3
_SENTENCE_ENDS = tuple(".,:;?!…")
_CAPTION = re.compile(r"(?:tabell|bild|figur|diagram|källa)\b", re.IGNORECASE)
_BULLET = re.compile(r"(?:[-–—*·•▪●○◦‣]|\(?(?:\d{1,2}|[a-zåäö])[.)])\s+\S")
_TABLE = re.compile(r"\|[^|]+\|[^|]+\|")
_CERTAIN_BULLET = re.compile(r"[·•▪●○◦‣]\s*\S")


def say_looks(blocks: Sequence[Block], report: Reporter) -> None:
    """Tell of paragraphs of a file that look like headings (ING418), like items (ING419) or like tables (ING420)."""
    headings = list(_false_headings(blocks))
    if headings:
        _say("ING418", "stycken ser ut som rubriker men är vanlig text", headings, report)
    items = list(_false_items(blocks))
    if items:
        _say("ING419", "rader ser ut som punkter i en lista men är vanlig text", items, report)
    tables = list(_false_tables(blocks))
    if tables:
        _say("ING420", "rader med | ser ut som en tabell men är vanlig text", tables, report)


def _say(code: str, what: str, found: list[tuple[str, Origin]], report: Reporter) -> None:
    shown = ", ".join(f'"{text}"' for text, _ in found[:_MOST_SHOWN])
    more = f" och {len(found) - _MOST_SHOWN} till" if len(found) > _MOST_SHOWN else ""
    report.say(code, f"{what}: {shown}{more}", *dict.fromkeys(origin for _, origin in found))


def _false_headings(blocks: Sequence[Block]) -> Iterator[tuple[str, Origin]]:
    """Yield each short paragraph that is strong throughout and ends like no sentence, with prose or a list after it."""
    for block, following in pairwise(blocks):
        if isinstance(block, Paragraph) and not isinstance(following, ProseTable) and _is_strong(block.content):
            text = normal(text_of(block.content))
            if len(text) <= _LONGEST_HEADING and not text.endswith(_SENTENCE_ENDS) and not _CAPTION.match(text):
                yield text, block.origin


def _false_tables(blocks: Sequence[Block]) -> Iterator[tuple[str, Origin]]:
    """Yield each paragraph that begins as the row of a table in Markdown: the line of hyphens below it is not there."""
    for block in blocks:
        text = normal(text_of(block.content)) if isinstance(block, Paragraph) else ""
        if _TABLE.match(text):
            yield f"{text[:_LONGEST_HEADING]} …" if len(text) > _LONGEST_HEADING else text, block.origin


def _is_strong(content: Sequence[Inline]) -> bool:
    loose = (inline for inline in content if not isinstance(inline, Strong))
    return any(isinstance(inline, Strong) for inline in content) and all(
        isinstance(inline, Text) and not inline.text.strip() for inline in loose
    )


def _false_items(blocks: Sequence[Block]) -> Iterator[tuple[str, Origin]]:
    """Yield the typed items; a dash or a number alone may begin any sentence, so that two must follow each other."""
    waiting: list[tuple[str, Origin]] = []
    for block in blocks:
        lines = _lines(block) if isinstance(block, Paragraph) else []
        for line in lines or [""]:
            if _BULLET.match(line) or _CERTAIN_BULLET.match(line):
                waiting.append((line, block.origin))
                continue
            yield from _certain(waiting)
            waiting = []
    yield from _certain(waiting)


def _certain(items: list[tuple[str, Origin]]) -> list[tuple[str, Origin]]:
    return items if len(items) > 1 or any(_CERTAIN_BULLET.match(line) for line, _ in items) else []


def _lines(block: Paragraph) -> list[str]:
    """Return the lines of a paragraph that is not strong throughout, cut at its line breaks."""
    if _is_strong(block.content):
        return []
    lines: list[list[Inline]] = [[]]
    for inline in block.content:
        if isinstance(inline, LineBreak):
            lines.append([])
        else:
            lines[-1].append(inline)
    return [normal(text_of(line)) for line in lines]
