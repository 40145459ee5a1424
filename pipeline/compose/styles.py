"""The template's styles, found by the names that Word shows."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from pipeline.compose.xml import Element
from pipeline.findings.catalogue import finding
from pipeline.findings.finding import Findings
from pipeline.model.origin import Origin
from pipeline.ooxml.names import q
from pipeline.ooxml.numbers import whole

_DEFAULT_SIZE = 20
MAX_HEADING = 9


@dataclass(frozen=True)
class Face:
    """The font that a style sets its text in; ``size`` is in points."""

    family: str
    size: float
    bold: bool


@dataclass
class StyleSheet:
    """The styles of one template; asking for one that is not there is a finding, once."""

    root: Element
    origin: Origin
    findings: Findings
    _missing: set[str] = field(default_factory=set)
    _found: dict[tuple[str, str, str], Element | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._by_id = {node.get(q("w:styleId"), ""): node for node in self.root.iterfind(q("w:style"))}
        self._ids = {self.name(style_id).lower(): style_id for style_id in self._by_id}

    @property
    def identities(self) -> tuple[str, ...]:
        """Return the ids of all styles, in the file's order."""
        return tuple(self._by_id)

    def name(self, style_id: str) -> str:
        """Return the name of the style with this id, or "" for none."""
        node = self._by_id.get(style_id)
        name = None if node is None else node.find(q("w:name"))
        return "" if name is None else name.get(q("w:val"), "")

    def find(self, name: str) -> str:
        """Return the id of the style of that name, or ""; Word compares the names of its own styles without case."""
        return self._ids.get(name.lower(), "")

    def require(self, name: str) -> str:
        """Return the id of the style of that name; a missing one is a finding and gives ""."""
        found = self.find(name)
        if not found and name not in self._missing:
            self._missing.add(name)
            self.findings.add(
                finding("KOM107", f"profilen nämner formatmallen ”{name}”, som mallen inte har", self.origin)
            )
        return found

    def value(self, style_id: str, path: str) -> str:
        """Return the ``w:val`` of a property such as ``w:rPr/w:sz``, from the style or those it is based on."""
        found = self._inherited(style_id, path)
        return "" if found is None else found.get(q("w:val"), "true")

    def attribute(self, style_id: str, path: str, name: str) -> str:
        """Return an attribute of a property, from the style or those it is based on, or ""."""
        found = self._inherited(style_id, path, name)
        return "" if found is None else found.get(q(name), "")

    def _inherited(self, style_id: str, path: str, name: str = "") -> Element | None:
        asked = (style_id, path, name)
        if asked not in self._found:
            self._found[asked] = self._looked_up(*asked)
        return self._found[asked]

    def _looked_up(self, style_id: str, path: str, name: str) -> Element | None:
        seen: set[str] = set()
        steps = "/".join(q(step) for step in path.split("/"))
        while style_id not in seen and (node := self._by_id.get(style_id)) is not None:
            seen.add(style_id)
            found = node.find(steps)
            if found is not None and (not name or found.get(q(name))):
                return found
            based = node.find(q("w:basedOn"))
            style_id = "" if based is None else based.get(q("w:val"), "")
        return None

    def heading_level(self, style_id: str) -> int:
        """Return the heading level of a style counted from 1, or 0 for a style that is no heading."""
        level = self.value(style_id, "w:pPr/w:outlineLvl")
        if 0 <= whole(level, -1) < MAX_HEADING:
            return whole(level) + 1
        named = re.fullmatch(r"heading (\d)", self.name(style_id).lower())
        return int(named[1]) if named else 0

    def face(self, style_id: str) -> Face:
        """Return the font of a paragraph style, as far as its text's width depends on it."""
        size = self.value(style_id, "w:rPr/w:sz") or self._default("w:sz", q("w:val")) or str(_DEFAULT_SIZE)
        bold = self.value(style_id, "w:rPr/w:b")
        family = (
            self.attribute(style_id, "w:rPr/w:rFonts", "w:ascii") or self._default("w:rFonts", q("w:ascii")) or "Arial"
        )
        return Face(family, max(whole(size, _DEFAULT_SIZE), 1) / 2, bold not in {"", "0", "false"})

    def _default(self, name: str, attribute: str) -> str:
        path = "/".join(q(step) for step in ("w:docDefaults", "w:rPrDefault", "w:rPr", name))
        found = self.root.find(path)
        return "" if found is None else found.get(attribute, "")
