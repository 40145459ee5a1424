"""What fields may say about the document: its properties of three kinds, its variables and its dates."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from lxml import etree

from pipeline.ooxml.names import q
from pipeline.ooxml.package import Package, PackageError
from pipeline.render.read.units import attribute, child, switch

# The names that fields give to the properties of docProps/core.xml and docProps/app.xml.
_CORE = {
    "title": "title", "subject": "subject", "author": "creator", "creator": "creator", "keywords": "keywords",
    "comments": "description", "description": "description", "category": "category", "lastsavedby": "lastModifiedBy",
    "revnum": "revision", "revision": "revision", "contentstatus": "contentStatus", "status": "contentStatus",
    "createtime": "created", "lastsavedtime": "modified", "lastprinted": "lastPrinted",
}  # fmt: skip
_APPLICATION = {
    "company": "Company", "manager": "Manager", "pages": "Pages", "words": "Words", "characters": "Characters",
    "template": "Template", "lines": "Lines", "paragraphs": "Paragraphs", "nameofapplication": "Application",
    "totaleditingtime": "TotalTime", "hyperlinkbase": "HyperlinkBase", "characterswithspaces": "CharactersWithSpaces",
}  # fmt: skip


@dataclass
class Facts:
    """The facts of one package; each part is read when a field first asks for it."""

    package: Package

    @cached_property
    def updates(self) -> bool:
        """Return whether the document asks for all fields to be reckoned anew (w:updateFields)."""
        return bool(switch(self._related("settings"), "w:updateFields"))

    def of(self, name: str) -> str:
        """Return a property by the name that fields give it, "" for none; custom ones go first."""
        key = name.strip().lower()
        if key in self._custom:
            return self._custom[key]
        return self._core.get(_CORE.get(key, ""), "") or self._application.get(_APPLICATION.get(key, ""), "")

    def variable(self, name: str) -> str:
        """Return a document variable (w:docVar), "" for none."""
        return self._variables.get(name.lower(), "")

    def moment(self, name: str) -> datetime | None:
        """Return a date among the core properties: created, modified or lastPrinted."""
        text = self._core.get(name, "")
        try:
            return datetime.fromisoformat(text.replace("Z", "+00:00")) if text else None
        except ValueError:
            return None

    @cached_property
    def _core(self) -> Mapping[str, str]:
        return _leaves(self._related("core-properties", ""))

    @cached_property
    def _application(self) -> Mapping[str, str]:
        return _leaves(self._related("extended-properties", ""))

    @cached_property
    def _custom(self) -> Mapping[str, str]:
        root = self._related("custom-properties", "")
        nodes = root if root is not None else ()
        return {
            (node.get("name") or "").lower(): "".join(leaf.text or "" for leaf in node.iter()).strip()
            for node in nodes
            if isinstance(node.tag, str)
        }

    @cached_property
    def _variables(self) -> Mapping[str, str]:
        nodes = child(self._related("settings"), "w:docVars")
        found = nodes.iterchildren(q("w:docVar")) if nodes is not None else ()
        return {(attribute(node, "w:name") or "").lower(): attribute(node, "w:val") or "" for node in found}

    def _related(self, kind: str, source: str | None = None) -> etree._Element | None:
        owner = self.package.main_part if source is None else source
        target = next((rel.target for rel in self.package.related(owner).values() if rel.type == kind), None)
        try:
            return self.package.xml(target) if target else None
        except PackageError:
            return None


def _leaves(root: etree._Element | None) -> Mapping[str, str]:
    nodes = root if root is not None else ()
    return {etree.QName(node).localname: (node.text or "").strip() for node in nodes if isinstance(node.tag, str)}
