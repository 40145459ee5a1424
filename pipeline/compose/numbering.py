"""Lists as Word numbers them: each ordered list counts from its own start."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.compose.styles import StyleSheet
from pipeline.compose.xml import Element, element
from pipeline.findings.catalogue import finding
from pipeline.findings.finding import Findings
from pipeline.model.origin import Origin
from pipeline.ooxml.names import q
from pipeline.ooxml.numbers import whole

MAX_LEVEL = 8


@dataclass
class Numbering:
    """The template's numbering part, to which a ``w:num`` is added for each ordered list."""

    root: Element | None
    styles: StyleSheet
    origin: Origin
    findings: Findings

    def of_style(self, style_id: str) -> str:
        """Return the number of the list that a list style belongs to; a style without one is a finding, and ""."""
        number = self.styles.value(style_id, "w:pPr/w:numPr/w:numId")
        if self.root is None or self._num(number) is None:
            name = self.styles.name(style_id)
            self.findings.add(
                finding("KOM108", f"liststilen ”{name}” har ingen punktlista eller numrering i mallen", self.origin)
            )
            return ""
        return number

    def restart(self, number: str, level: int, start: int) -> str:
        """Return a new list in the form of list ``number`` that counts from ``start`` on ``level``."""
        pattern = self._num(number)
        if self.root is None or pattern is None:
            return number
        abstract = pattern.find(q("w:abstractNumId"))
        assert abstract is not None, "the schema asks for it"
        fresh = str(1 + max(whole(num.get(q("w:numId"))) for num in self.root.iterfind(q("w:num"))))
        override = element("w:lvlOverride", element("w:startOverride", val=str(start)), ilvl=str(level))
        made = element("w:num", element("w:abstractNumId", val=abstract.get(q("w:val"), "")), override, numId=fresh)
        self.root.insert(1 + max(self.root.index(num) for num in self.root.iterfind(q("w:num"))), made)
        return fresh

    def indent(self, number: str, level: int) -> str:
        """Return the left indent of a level of a list in twentieths of a point, as text, or ""."""
        num = self._num(number)
        if self.root is None or num is None:
            return ""
        abstract = num.find(q("w:abstractNumId"))
        wanted = "" if abstract is None else abstract.get(q("w:val"), "")
        path = f"{q('w:abstractNum')}[@{q('w:abstractNumId')}='{wanted}']/{q('w:lvl')}[@{q('w:ilvl')}='{level}']"
        found = self.root.find(f"{path}/{q('w:pPr')}/{q('w:ind')}")
        return "" if found is None else found.get(q("w:left"), found.get(q("w:start"), ""))

    def _num(self, number: str) -> Element | None:
        if self.root is None or not number:
            return None
        return self.root.find(f"{q('w:num')}[@{q('w:numId')}='{number}']")
