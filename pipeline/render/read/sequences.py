"""Numbers of SEQ fields, counted anew, and the texts of bookmarks that REF fields show.

Both are found in one walk through the main part, the first time that a field asks for one: a bookmark around a caption
holds the caption's number as it is counted now, not as it was stored.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from lxml import etree

from pipeline.ooxml.names import q
from pipeline.ooxml.package import Package
from pipeline.render.read.fieldcodes import Code, parsed
from pipeline.render.read.fieldformats import number_format
from pipeline.render.read.fields import unclosed
from pipeline.render.read.numberformats import formatted
from pipeline.render.read.styles import StyleSheet
from pipeline.render.read.units import attribute, child, integer, value

LONGEST = 4_000  # characters of a bookmark that a reference shows
MOST_OPEN = 64  # bookmarks that are followed at once
_LEFT_OUT = {q(name) for name in ("w:del", "w:moveFrom", "mc:Fallback", "w:pPr", "w:rPr")}


@dataclass(slots=True)
class _Open:
    """A field on the way: its instruction until the separator."""

    mark: etree._Element
    instruction: str = ""
    in_result: bool = False


@dataclass(slots=True)
class _Walk:
    """The state of the walk. ``numbers`` are the results: the number of each field by its first mark."""

    styles: StyleSheet
    unclosed: frozenset[etree._Element]
    numbers: dict[etree._Element, int] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    fields: list[_Open] = field(default_factory=list)
    bookmarks: dict[str, tuple[str, list[str]]] = field(default_factory=dict)
    counters: dict[str, int] = field(default_factory=dict)
    headings: dict[str, dict[int, int]] = field(default_factory=dict)
    passed: dict[int, int] = field(default_factory=dict)

    def visit(self, node: etree._Element) -> None:
        """Take in one element."""
        reader = _VISITORS.get(node.tag)
        if reader is not None:
            reader(self, node)

    def paragraph(self, node: etree._Element) -> None:
        """A paragraph begins: bookmarks over several have no text of one line; a heading may restart counters."""
        for name, parts in self.bookmarks.values():
            if parts:
                self.texts.pop(name, None)
                parts.append("\n")
        level = self._level(node)
        if level is not None:
            self.passed[level] = self.passed.get(level, 0) + 1

    def _level(self, node: etree._Element) -> int | None:
        style = self.styles.entries.get(value(child(node, "w:pPr"), "w:pStyle") or "")
        name = style.name.lower() if style is not None else ""
        return int(name[8:]) if name.startswith("heading ") and name[8:].isdigit() else None

    def begin_bookmark(self, node: etree._Element) -> None:
        """A bookmark begins."""
        if len(self.bookmarks) < MOST_OPEN:
            self.bookmarks[attribute(node, "w:id") or ""] = (attribute(node, "w:name") or "", [])

    def end_bookmark(self, node: etree._Element) -> None:
        """A bookmark ends: its text is known, if it stood in one paragraph."""
        name, parts = self.bookmarks.pop(attribute(node, "w:id") or "", ("", []))
        text = "".join(parts)
        if name and "\n" not in text.rstrip("\n"):
            self.texts.setdefault(name, text.rstrip("\n")[:LONGEST])

    def text(self, node: etree._Element) -> None:
        """Text that is shown, as far as no field counts it anew."""
        if all(item.in_result and parsed(item.instruction).kind != "SEQ" for item in self.fields):
            self._show(node.text or "" if node.tag == q("w:t") else " ")

    def _show(self, text: str) -> None:
        for _, parts in self.bookmarks.values():
            if len(parts) < LONGEST:
                parts.append(text)

    def instruction(self, node: etree._Element) -> None:
        """A piece of an instruction."""
        if self.fields and not self.fields[-1].in_result:
            self.fields[-1].instruction += node.text or ""

    def mark(self, node: etree._Element) -> None:
        """A mark of a complex field."""
        kind = attribute(node, "w:fldCharType")
        if kind == "begin" and node not in self.unclosed:
            self.fields.append(_Open(node))
        elif kind == "separate" and self.fields:
            self.fields[-1].in_result = True
        elif kind == "end" and self.fields:
            done = self.fields.pop()
            self._count(done.mark, parsed(done.instruction))

    def simple(self, node: etree._Element) -> None:
        """A simple field, whose result is not walked into where it is counted."""
        self._count(node, parsed(attribute(node, "w:instr") or ""))

    def _count(self, mark: etree._Element, code: Code) -> None:
        if code.kind != "SEQ" or not code.argument or len(code.arguments) > 1:
            return
        number = self.numbers[mark] = self._next(code)
        if not code.has("h"):
            self._show(formatted(number, number_format(code) or "decimal"))

    def _next(self, code: Code) -> int:
        name = code.argument.lower()
        if code.has("s"):
            level = integer(code.switches["s"], 1)
            seen = sum(count for depth, count in self.passed.items() if depth <= level)
            known = self.headings.setdefault(name, {})
            if known.get(level) != seen:
                known[level] = seen
                self.counters[name] = 0
        current = self.counters.get(name, 0)
        if code.has("r"):
            current = integer(code.switches["r"], current)
        elif not code.has("c"):
            current += 1
        self.counters[name] = current
        return current


_VISITORS = {
    q("w:p"): _Walk.paragraph,
    q("w:bookmarkStart"): _Walk.begin_bookmark,
    q("w:bookmarkEnd"): _Walk.end_bookmark,
    q("w:t"): _Walk.text,
    q("w:tab"): _Walk.text,
    q("w:instrText"): _Walk.instruction,
    q("w:fldChar"): _Walk.mark,
    q("w:fldSimple"): _Walk.simple,
}


@dataclass
class Sequences:
    """The counted fields and the bookmarks of a package's main part."""

    package: Package
    styles: StyleSheet

    @cached_property
    def _walked(self) -> _Walk:
        root = self.package.xml(self.package.main_part)
        walk = _Walk(self.styles, unclosed(root))
        for node in _shown(root) if root is not None else ():
            walk.visit(node)
        return walk

    def number(self, mark: etree._Element) -> int | None:
        """Return the number of the SEQ field that begins with a mark, None for one that is not counted."""
        return self._walked.numbers.get(mark)

    def text(self, bookmark: str) -> str | None:
        """Return the text of a bookmark within one paragraph, None for others."""
        return self._walked.texts.get(bookmark)


def _shown(root: etree._Element) -> Iterator[etree._Element]:
    """Yield the elements of what is shown in their order: nothing deleted, one of each pair of alternatives."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if node.tag in _LEFT_OUT:
            continue
        yield node
        counted = node.tag == q("w:fldSimple") and parsed(attribute(node, "w:instr") or "").kind == "SEQ"
        if not counted:
            waiting.extend(reversed(node))
