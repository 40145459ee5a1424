"""Lists of a Word file: what each level of each numbering looks like, and where it has come to (17.9)."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from pipeline.ingest.attributes import whole
from pipeline.ingest.word.styles import value
from pipeline.ooxml.names import q

_BULLETS = ("bullet", "none")


@dataclass(frozen=True)
class ListLevel:
    """A level of a list: ``shown`` is false where the level prints no mark."""

    abstract: str
    ordered: bool
    start: int = 1
    shown: bool = True


@dataclass
class Numbering:
    """The numbering part; counts on as paragraphs are read."""

    root: etree._Element | None
    counters: dict[tuple[str, int], int] = field(default_factory=dict)
    restarted: set[tuple[str, int]] = field(default_factory=set)

    def level(self, number: str, depth: int) -> ListLevel | None:
        """Return a level of a numbering, or None where there is none."""
        num = self._by_id("w:num", "w:numId", number)
        abstract = self._abstract(num)
        if num is None or abstract is None:
            return None
        override = self._override(num, depth)
        own = None if override is None else override.find(q("w:lvl"))
        node = own if own is not None else _at_depth(abstract, "w:lvl", depth)
        start = value(override, "w:startOverride") or value(node, "w:start") or "1"
        form = value(node, "w:numFmt") or "decimal"
        name = abstract.get(q("w:abstractNumId"), "")
        return ListLevel(name, form not in _BULLETS, whole(start, 1), form != "none")

    def _by_id(self, tag: str, attribute: str, wanted: str) -> etree._Element | None:
        found = [] if self.root is None else self.root.findall(q(tag))
        return next((node for node in found if node.get(q(attribute)) == wanted), None)

    def _abstract(self, num: etree._Element | None) -> etree._Element | None:
        """Return the definition of a numbering, by way of a list style where it links to one."""
        abstract = self._by_id("w:abstractNum", "w:abstractNumId", value(num, "w:abstractNumId") or "")
        link = value(abstract, "w:numStyleLink")
        if link and self.root is not None:
            linked = (a for a in self.root.findall(q("w:abstractNum")) if value(a, "w:styleLink") == link)
            return next(linked, abstract)
        return abstract

    def _override(self, num: etree._Element, depth: int) -> etree._Element | None:
        return _at_depth(num, "w:lvlOverride", depth)

    def count(self, number: str, depth: int, level: ListLevel) -> int:
        """Return the number of the next item and count it; deeper levels start anew."""
        key = (level.abstract, depth)
        num = self._by_id("w:num", "w:numId", number)
        override = None if num is None else self._override(num, depth)
        if value(override, "w:startOverride") and (number, depth) not in self.restarted:
            self.restarted.add((number, depth))
            self.counters.pop(key, None)
        self.counters[key] = self.counters.get(key, level.start - 1) + 1
        for deeper in [k for k in self.counters if k[0] == level.abstract and k[1] > depth]:
            del self.counters[deeper]
        return self.counters[key]


def _at_depth(parent: etree._Element, tag: str, depth: int) -> etree._Element | None:
    return next((n for n in parent.findall(q(tag)) if n.get(q("w:ilvl")) == str(depth)), None)
