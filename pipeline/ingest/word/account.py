"""The account of a Word file's words: what its body shows must stand in the prose or in a finding."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lxml import etree

from pipeline.ingest.word.notes import shown
from pipeline.ingest.word.source import WordSource
from pipeline.model.origin import WordOrigin
from pipeline.ooxml.names import q

_UNSEEN = frozenset((q("w:del"), q("w:moveFrom"), q("w:rPr"), q("w:pPr")))
_TEXT = (q("w:t"), q("m:t"))


def check_account(source: WordSource) -> None:
    """Make an error of text in the body that went neither into the prose nor into a finding."""
    there = _letters(_visible(source.root)) + _letters(source.added)
    accounted = _letters(source.kept) + _letters(source.left_out)
    missing = there - accounted
    if missing:
        known = _squeezed(source.kept) + _squeezed(source.left_out)
        lost = [
            text
            for p in source.root.iter(q("w:p"))
            if (text := "".join(_visible(p))).strip() and _squeezed([text]) not in known
        ]
        sample = f', bland annat "{shown(lost[0])}"' if lost else ""
        message = f"{missing.total()} tecken av filens text kom inte med{sample}"
        source.report.say("ING513", message, WordOrigin(source.file))


def _letters(texts: Iterator[str] | list[str]) -> Counter[str]:
    return Counter(c for text in texts for c in text if c.isalnum())


def _squeezed(texts: list[str]) -> str:
    return "".join(c for text in texts for c in text if c.isalnum())


def _visible(parent: etree._Element) -> Iterator[str]:
    """Yield the text that the body shows, read without the reader's own walk."""
    for node in parent.iterchildren(etree.Element):
        if node.tag in _TEXT:
            yield node.text or ""
        elif node.tag == q("mc:AlternateContent"):
            yield from _visible(_chosen(node))
        elif node.tag not in _UNSEEN:
            yield from _visible(node)


def _chosen(node: etree._Element) -> etree._Element:
    choice = node.find(q("mc:Choice"))
    fallback = node.find(q("mc:Fallback"))
    return choice if choice is not None else fallback if fallback is not None else node
