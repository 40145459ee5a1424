"""A Word file that is being read: its parts, and the account of its words."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from lxml import etree

from pipeline.ingest.reporting import Reporter
from pipeline.ingest.word.notes import Note, read_notes
from pipeline.ingest.word.numbering import Numbering
from pipeline.ingest.word.styles import StyleSheet
from pipeline.ooxml.package import Package, Relationship


@dataclass
class WordSource:
    """The parts of a Word file.

    ``kept`` is the text that went into blocks, ``added`` what of it comes from notes, ``left_out`` the body's text
    that a finding names as left out.
    """

    file: str
    package: Package
    report: Reporter
    kept: list[str] = field(default_factory=list)
    added: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)

    @cached_property
    def root(self) -> etree._Element:
        """Return the main document part."""
        root = self.package.xml(self.package.main_part)
        assert root is not None
        return root

    @cached_property
    def links(self) -> dict[str, Relationship]:
        """Return the relationships of the main part."""
        return self.package.related(self.package.main_part)

    def _part(self, kind: str) -> etree._Element | None:
        target = next((rel.target for rel in self.links.values() if rel.type == kind), None)
        return self.package.xml(target) if target else None

    @cached_property
    def styles(self) -> StyleSheet:
        """Return the styles."""
        return StyleSheet(self._part("styles"))

    @cached_property
    def numbering(self) -> Numbering:
        """Return the lists."""
        return Numbering(self._part("numbering"))

    @cached_property
    def footnotes(self) -> dict[str, Note]:
        """Return the footnotes by id."""
        return read_notes(self.package, "footnotes", "w:footnote")

    @cached_property
    def endnotes(self) -> dict[str, Note]:
        """Return the endnotes by id."""
        return read_notes(self.package, "endnotes", "w:endnote")

    @cached_property
    def comments(self) -> dict[str, Note]:
        """Return the comments by id."""
        return read_notes(self.package, "comments", "w:comment")
