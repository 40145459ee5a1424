"""What a file with tracked changes says: the paragraphs that are changed, under their headings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from pipeline.compare.pieces import plain_text
from pipeline.ooxml.names import q
from pipeline.ooxml.package import open_package

SAME, GONE, NEW = "lika", "borttaget", "tillagt"
_SAID = {q("w:t"), q("w:delText"), q("w:tab"), q("w:br"), q("w:noBreakHyphen")}
_HEADING = re.compile(r"(?:heading|rubrik)\s*(\d)", re.IGNORECASE)


@dataclass(frozen=True)
class Passage:
    """A changed paragraph: the headings above it, the label of its row in a table, and its text in stretches.

    Each stretch is ``lika``, ``borttaget`` or ``tillagt`` with its words.
    """

    headings: tuple[str, ...]
    row: str
    stretches: tuple[tuple[str, str], ...]

    def numbers(self) -> Iterator[tuple[str, str]]:
        """Yield the numbers that were replaced: the old words and the new ones."""
        for (kind, old), (then, new) in zip(self.stretches, self.stretches[1:], strict=False):
            if (kind, then) == (GONE, NEW) and re.search(r"\d", old) and re.search(r"\d", new):
                yield old.strip(), new.strip()


def passages(docx: bytes) -> tuple[Passage, ...]:
    """Return the changed paragraphs of a file with tracked changes: the body's, then those of headers and notes."""
    package = open_package(docx, "")
    levels = _levels(package.xml("word/styles.xml"))
    found: list[Passage] = []
    main = package.xml(package.main_part)
    if main is not None:
        found.extend(_in(main, levels))
    for _, root in package.iter_xml():
        if root.tag in {q("w:hdr"), q("w:ftr"), q("w:footnotes"), q("w:endnotes")}:
            found.extend(_in(root, {}))
    return tuple(found)


def _in(root: etree._Element, levels: dict[str, int]) -> Iterator[Passage]:
    path: list[tuple[int, str]] = []
    for paragraph in root.iter(q("w:p")):
        stretches = _stretches(paragraph)
        style = paragraph.find(f"{q('w:pPr')}/{q('w:pStyle')}")
        level = 0 if style is None else levels.get(style.get(q("w:val"), ""), 0)
        heading = "".join(text for kind, text in stretches if kind != GONE).strip()
        if level and heading:
            path = [*(each for each in path if each[0] < level), (level, heading)]
        if any(kind != SAME and text.strip() for kind, text in stretches):
            above = tuple(text for own, text in path if not level or own < level)
            yield Passage(above, _row(paragraph), stretches)


def _stretches(paragraph: etree._Element) -> tuple[tuple[str, str], ...]:
    found: list[tuple[str, str]] = []
    for node in paragraph.iter(*_SAID):
        kind = _kind(node, paragraph)
        text = (node.text or "") if node.tag in {q("w:t"), q("w:delText")} else " "
        if found and found[-1][0] == kind:
            found[-1] = (kind, found[-1][1] + text)
        elif text:
            found.append((kind, text))
    return tuple(found)


def _kind(node: etree._Element, paragraph: etree._Element) -> str:
    for above in node.iterancestors():
        if above is paragraph:
            break
        if above.tag in {q("w:ins"), q("w:del")}:
            return NEW if above.tag == q("w:ins") else GONE
    return SAME


def _row(paragraph: etree._Element) -> str:
    row = next(paragraph.iterancestors(q("w:tr")), None)
    first = None if row is None else next(row.iter(q("w:tc")), None)
    if first is None or first in paragraph.iterancestors():
        return ""
    return " ".join(plain_text(each) for each in first.iter(q("w:p"))).strip()


def _levels(styles: etree._Element | None) -> dict[str, int]:
    """Return the level of each style that is a heading, through the styles that they build on."""
    found: dict[str, int] = {}
    nodes = {} if styles is None else {node.get(q("w:styleId"), ""): node for node in styles.iter(q("w:style"))}
    for name in nodes:
        at, seen = name, set[str]()
        while at in nodes and at not in seen and name not in found:
            seen.add(at)
            level = _level(nodes[at])
            if level:
                found[name] = level
            based = nodes[at].find(q("w:basedOn"))
            at = "" if based is None else based.get(q("w:val"), "")
    return found


def _level(style: etree._Element) -> int:
    outline = style.find(f"{q('w:pPr')}/{q('w:outlineLvl')}")
    value = "" if outline is None else outline.get(q("w:val"), "")
    if value.isdigit() and int(value) < 9:
        return int(value) + 1
    name = style.find(q("w:name"))
    match = _HEADING.fullmatch("" if name is None else name.get(q("w:val"), ""))
    return int(match[1]) if match else 0
