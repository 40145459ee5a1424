"""What stands beside the text of a Word file: footnotes, endnotes, comments, headers and footers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from pipeline.ingest.reporting import Reporter
from pipeline.model.origin import WordOrigin
from pipeline.ooxml.names import q
from pipeline.ooxml.package import Package

_MARGINS = {"header": "sidhuvudet", "footer": "sidfoten"}


def text_of(node: etree._Element) -> str:
    """Return the text below a node on one line, without what tracked changes have deleted."""
    paragraphs = node.iter(q("w:p")) if node.find(f".//{q('w:p')}") is not None else iter([node])
    texts = ("".join(t.text or "" for t in p.iter(q("w:t"), q("m:t"))) for p in paragraphs)
    return " ".join(" ".join(texts).split())


@dataclass(frozen=True)
class Note:
    """A note or comment."""

    text: str
    author: str = ""


def read_notes(package: Package, kind: str, tag: str) -> dict[str, Note]:
    """Return the notes of a part by id; ``kind`` is the relationship, such as footnotes, and ``tag`` one note."""
    notes: dict[str, Note] = {}
    for root in _parts(package, kind):
        for node in root.findall(q(tag)):
            if node.get(q("w:type"), "normal") == "normal":
                notes[node.get(q("w:id"), "")] = Note(text_of(node), node.get(q("w:author"), ""))
    return notes


def _parts(package: Package, kind: str) -> Iterator[etree._Element]:
    for relation in package.related(package.main_part).values():
        if relation.type == kind and not relation.external:
            root = package.xml(relation.target)
            if root is not None:
                yield root


def say_margins(package: Package, file: str, report: Reporter) -> None:
    """Make a finding of each header and footer that has words in it."""
    for kind, name in _MARGINS.items():
        for root in _parts(package, kind):
            text = text_of(root)
            if text:
                place = WordOrigin(file, part=name)
                report.say("ING507", f'texten i {name} följer inte med: "{shown(text)}"', place)


def shown(text: str, length: int = 80) -> str:
    """Return text for a message, shortened."""
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"
