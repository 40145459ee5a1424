"""Endnotes: they stand at the end of the document or of their section, below a line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.render.layout.boxes import Box
from pipeline.render.layout.builder import Builder, are_blank
from pipeline.render.layout.separator import separator
from pipeline.render.notetree import Notes
from pipeline.render.paper import PageSetup
from pipeline.render.tags import Node


@dataclass
class Endnotes:
    """The endnotes of the document: the section and the id of each, in the order of the references."""

    notes: Notes
    builder: Builder
    root: Node
    order: Sequence[tuple[int, str]]
    _put_off: set[int] = field(default_factory=set)

    def after(self, section: int, setup: PageSetup, width: float, *, is_last: bool) -> list[Box]:
        """Return the boxes of the notes that stand at the end of a section (w:pos, 17.11.22)."""
        if not self.notes.texts:
            return []
        at_section = setup.endnotes.position == "sectEnd"
        if at_section and setup.no_endnotes and not is_last:
            self._put_off.add(section)
            return []
        here = {section, *self._put_off}
        self._put_off.clear()
        wanted = [note for index, note in self.order if (index in here if at_section else is_last)]
        found = [note for note in wanted if note in self.notes.texts]
        boxes = [box for note in found for box in self._note(note, width)]
        return [separator(self.notes.separator, self.builder, width, continued=False), *boxes] if boxes else []

    def _note(self, note: str, width: float) -> list[Box]:
        blocks = self.notes.texts[note]
        if are_blank(blocks):
            return self.builder.boxes(blocks, width, None)
        node = self.root.child("Note")
        node.identifier = f"endnote-{note}"
        return self.builder.boxes(blocks, width, node)
