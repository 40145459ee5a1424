"""The tags that stand in a template, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.compose.draft import Draft
from pipeline.compose.styles import StyleSheet
from pipeline.compose.xml import Element, plain_text, style_of
from pipeline.model.origin import WordOrigin
from pipeline.ooxml.names import q

_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}|\{[{%#].*|[%#}]\}")
_PARTS = {"header": "sidhuvud", "footer": "sidfot", "footnotes": "fotnoter"}
_SCOPE = re.compile(r"(?:\{\{|\{%|\{#)-?(p|tr|tc|r)\s")
_QUOTES = str.maketrans("“”„‘’", '"""\'\'')


@dataclass(frozen=True)
class Tag:
    """A tag as it is written; ``alone`` tells whether the paragraph holds nothing else."""

    text: str
    place: WordOrigin
    alone: bool = True

    @property
    def scope(self) -> str:
        """Return what the tag takes away with it: ``p``, ``tr``, ``tc``, ``r`` or nothing."""
        match = _SCOPE.match(self.text)
        return match[1] if match else ""

    @property
    def body(self) -> str:
        """Return the tag without braces and scope, its quotation marks made straight."""
        start = self.text[2:].lstrip("-")
        inner = start[len(self.scope) :] if self.scope else start
        return inner.removesuffix("}}").removesuffix("%}").removesuffix("#}").rstrip("-").strip().translate(_QUOTES)

    @property
    def is_statement(self) -> bool:
        """Return whether the tag steers (``{% … %}``) rather than prints."""
        return self.text.startswith("{%")

    @property
    def is_comment(self) -> bool:
        """Return whether the tag is a remark (``{# … #}``)."""
        return self.text.startswith("{#")


def scan_tags(draft: Draft, styles: StyleSheet, file: str) -> list[list[Tag]]:
    """Return the tags of each part in order, the document first."""
    found = [list(_part_tags(draft.document, styles, WordOrigin(file)))]
    for kind, name in text_parts(draft):
        found.append(list(_part_tags(draft.tree(name), styles, WordOrigin(file, part=kind))))
    return found


def text_parts(draft: Draft) -> list[tuple[str, str]]:
    """Return Swedish kind and name of the headers, footers and footnotes, by name."""
    names = sorted(name for name in draft.parts() if name.startswith(f"{draft.folder}/") and name.endswith(".xml"))
    found = []
    for name in names:
        kind = re.sub(r"\d+$", "", name.rsplit("/", 1)[-1].removesuffix(".xml"))
        if kind in _PARTS:
            found.append((_PARTS[kind], name))
    return found


def _part_tags(root: Element, styles: StyleSheet, place: WordOrigin) -> Iterator[Tag]:
    for node, here in paragraphs(root, styles, place):
        for caption in _captions(node):
            yield from (Tag(match[0], here) for match in _TAG.finditer(caption))
        text = plain_text(node).strip()
        for match in _TAG.finditer(text):
            yield Tag(match[0], here, alone=match[0] == text)


def _captions(node: Element) -> Iterator[str]:
    """Yield alternative texts that may hold tags: a table's, told at its first paragraph, and a picture's."""
    for picture in node.iter(q("wp:docPr")):
        yield picture.get("descr", "")
    cell = node.getparent()
    row = None if cell is None else cell.getparent()
    table = None if row is None else row.getparent()
    if table is not None and table.tag == q("w:tbl") and next(table.iter(q("w:p")), None) is node:
        for name in ("w:tblCaption", "w:tblDescription"):
            for caption in table.iterfind(f"{q('w:tblPr')}/{q(name)}"):
                yield caption.get(q("w:val"), "")


def paragraphs(root: Element, styles: StyleSheet, place: WordOrigin) -> Iterator[tuple[Element, WordOrigin]]:
    """Yield every paragraph with its place: the headings above it and its number below the last of them."""
    headings: list[tuple[int, str]] = []
    count = 0
    for node in root.iter(q("w:p")):
        level = styles.heading_level(style_of(node))
        if level:
            headings = [*(one for one in headings if one[0] < level), (level, plain_text(node).strip())]
            count = 0
        else:
            count += 1
        yield node, WordOrigin(place.file, tuple(text for _, text in headings), count, place.part)
