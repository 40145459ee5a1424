"""A finished Word file as a reader of it meets it: its text, and what lies hidden in it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from pipeline.ooxml.names import q
from pipeline.ooxml.package import Package, open_package

_BREAKS = {q("w:tab"), q("w:br"), q("w:cr")}
_CHANGES = tuple(q(f"w:{kind}") for kind in ("ins", "del", "moveFrom", "moveTo"))
_CORE = "docProps/core.xml"
_PEOPLE = (q("dc:creator"), q("cp:lastModifiedBy"))
_COMMENTS = "comments"
_PAGE = re.compile(r"\bPAGEREF\s+(\S+)")
_ENDS_IN_PAGE = re.compile(r"\s(\d+)$")


@dataclass(frozen=True)
class Hidden:
    """Something in a file that is not to be published: what it is, in Swedish, and the part it stands in."""

    what: str
    part: str


@dataclass(frozen=True)
class Entry:
    """A line of a table of contents: its words, its page, and the heading it leads to, or None where there is none."""

    words: str
    page: str
    heading: str | None


class WordFile:
    """A Word file, opened once. Raises PackageError where it is none."""

    def __init__(self, data: bytes, name: str) -> None:
        self.package: Package = open_package(data, name)

    @property
    def text(self) -> str:
        """Return the text of all parts that are printed, each paragraph apart, without the kinds of spaces."""
        paragraphs = (_text(node) for _, root in self._printed() for node in root.iter(q("w:p")))
        return "\n".join(plain(text) for text in paragraphs)

    def _printed(self) -> Iterator[tuple[str, etree._Element]]:
        for name, root in self.package.iter_xml():
            if name.startswith("word/") and root.tag in {q("w:document"), q("w:hdr"), q("w:ftr"), q("w:footnotes")}:
                yield name, root

    def hidden(self) -> Iterator[Hidden]:
        """Yield comments, tracked changes, hidden text and references to what lies outside the file."""
        for name, root in self._printed():
            if next(root.iter(*_CHANGES), None) is not None:
                yield Hidden("spårade ändringar", name)
            if any(_is_hidden(node) for node in root.iter(q("w:r"))):
                yield Hidden("dold text", name)
            for link in self.package.related(name).values():
                if link.external and link.type != "hyperlink":
                    yield Hidden("en hänvisning till en fil utanför dokumentet", name)
        for name in self.package.part_names:
            if name.rsplit("/", 1)[-1].startswith(_COMMENTS):
                yield Hidden("kommentarer", name)

    @property
    def title(self) -> str:
        """Return the title in the file's properties, or ""."""
        root = self.package.xml(_CORE)
        found = [] if root is None else [node.text or "" for node in root.iter(q("dc:title"))]
        return plain(found[0]) if found else ""

    def contents(self) -> Iterator[Entry]:
        """Yield the entries of the tables of contents, with the text of the headings that they lead to."""
        for _, root in self._printed():
            marks = {node.get(q("w:name"), ""): node for node in root.iter(q("w:bookmarkStart"))}
            for paragraph in root.iter(q("w:p")):
                field = _PAGE.search("".join(node.text or "" for node in paragraph.iter(q("w:instrText"))))
                said = _text(paragraph)
                if field and _ENDS_IN_PAGE.search(said):
                    heading = next((each for each in _around(marks.get(field[1]))), None)
                    words, page = _ENDS_IN_PAGE.split(plain(said))[0], _ENDS_IN_PAGE.findall(plain(said))[0]
                    yield Entry(words, page, None if heading is None else plain(_text(heading)))

    def people(self) -> list[str]:
        """Return the names that the file's properties give of who wrote it and who changed it last."""
        root = self.package.xml(_CORE)
        found = [] if root is None else [node.text or "" for node in root.iter(*_PEOPLE)]
        return [name for name in found if name.strip()]


def _around(mark: etree._Element | None) -> Iterator[etree._Element]:
    """Yield the paragraph that a bookmark stands in."""
    return iter(()) if mark is None else mark.iterancestors(q("w:p"))


def _is_hidden(run: etree._Element) -> bool:
    mark = run.find(f"{q('w:rPr')}/{q('w:vanish')}")
    shown = any((node.text or "").strip() for node in run.iter(q("w:t")))
    return mark is not None and mark.get(q("w:val"), "1") not in {"0", "false", "off"} and shown


def _text(paragraph: etree._Element) -> str:
    parts = []
    for node in paragraph.iter(q("w:t"), q("w:noBreakHyphen"), *_BREAKS):
        own = node.text or "" if node.tag == q("w:t") else "\u2011" if node.tag == q("w:noBreakHyphen") else " "
        parts.append(own)
    return "".join(parts)


def plain(text: str) -> str:
    """Return a text as it is compared: one kind of space and of hyphen, and none at its ends."""
    return " ".join(unicodedata.normalize("NFKC", text).replace("\u2010", "-").replace("\u00ad", "").split())
