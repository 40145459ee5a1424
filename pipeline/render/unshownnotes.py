"""Notes that the file refers to where nothing is shown: in hidden text, a deleted row, a field reckoned anew."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from pipeline.findings.catalogue import finding
from pipeline.findings.finding import Finding
from pipeline.model.origin import WordOrigin
from pipeline.ooxml.names import q
from pipeline.ooxml.package import Package
from pipeline.render.layout.notemarks import number_notes
from pipeline.render.read.changes import text_in
from pipeline.render.tree import Document

LONGEST = 60  # characters of a note that are told
_KINDS = {"footnote": "fotnoten", "endnote": "slutnoten"}
_GONE = (q("w:del"), q("w:moveFrom"))


@dataclass(frozen=True, slots=True)
class Unshown:
    """A note that is left out with its reference: its kind, its part and its text."""

    kind: str
    part: str
    text: str

    def told(self, name: str) -> Finding:
        """Return the finding on it."""
        words = " ".join(self.text.split())
        short = words if len(words) <= LONGEST else f"{words[:LONGEST].rstrip()} …"
        message = f"{_KINDS[self.kind]} ”{short}”: den utelämnas, eftersom hänvisningen till den inte visas"
        return finding("REN420", message, WordOrigin(name, part=self.part))


def unshown_notes(package: Package, document: Document) -> Iterator[Unshown]:
    """Yield the notes that the main part refers to and the layout tree does not."""
    shown = number_notes(document, {}).texts
    main = package.xml(package.main_part)
    parts = {rel.type: rel.target for rel in package.related(package.main_part).values() if not rel.external}
    for kind, notes in (("footnote", document.footnotes), ("endnote", document.endnotes)):
        part = parts.get(f"{kind}s", "")
        nodes = _notes(package.xml(part) if part else None, kind)
        for note in dict.fromkeys(_referred(main, kind)):
            if (kind, note) not in shown and note in notes.texts and note in nodes:
                text = text_in(nodes[note])
                if text.strip():
                    yield Unshown(kind, part, text)


def _referred(main: etree._Element | None, kind: str) -> Iterator[str]:
    for node in main.iter(q(f"w:{kind}Reference")) if main is not None else ():
        if next(node.iterancestors(*_GONE), None) is None:
            yield (node.get(q("w:id")) or "").strip()


def _notes(root: etree._Element | None, kind: str) -> dict[str, etree._Element]:
    nodes = root.iterchildren(q(f"w:{kind}")) if root is not None else ()
    return {(node.get(q("w:id")) or "").strip(): node for node in nodes}
