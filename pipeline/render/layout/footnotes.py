"""Footnotes: room is kept at the foot of the column where the reference stands, and long ones go on overleaf."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from pipeline.render.layout.boxes import Box, ParagraphBox, Stack
from pipeline.render.layout.builder import Builder, are_blank
from pipeline.render.layout.lines import EPSILON, Line
from pipeline.render.layout.separator import separator
from pipeline.render.layout.setting import ParagraphSetting
from pipeline.render.layout.tablebox import TableBox
from pipeline.render.notetree import NoteRun, Notes
from pipeline.render.tags import Node

LEAST_TEXT = 14.0  # points of a column that notes from the page before leave to the text
_Found = tuple[NoteRun, ParagraphSetting]


@dataclass
class Footnotes:
    """The footnotes of the column that is being filled: ``area`` stands at its foot, ``waiting`` goes to the next."""

    notes: Notes
    builder: Builder
    width: float = 0.0
    area: list[Box] = field(default_factory=list)
    waiting: list[Box] = field(default_factory=list)
    begun: set[str] = field(default_factory=set)
    nodes: dict[str, Node | None] = field(default_factory=dict)
    made: dict[tuple[str, float], list[Box]] = field(default_factory=dict)

    @property
    def active(self) -> bool:
        """Return whether the document has footnotes at all."""
        return bool(self.notes.texts)

    @property
    def height(self) -> float:
        """Return the room that the notes of this column take, their separator included."""
        return Stack(self.area).height

    def copied(self) -> Footnotes:
        """Return a copy to come back to after a trial; the notes' boxes and elements are the same."""
        return replace(self, area=[*self.area], waiting=[*self.waiting], begun={*self.begun})

    def open(self, width: float, room: float) -> None:
        """Begin a column: what waits from the one before stands first."""
        self.width = width
        if not self.waiting or self.area:
            return
        line = separator(self.notes.continued, self.builder, width, continued=True)
        limit = max(room - line.height - LEAST_TEXT, 0.0)
        fits, rest = Stack(self.waiting, continued=True).split(limit)
        if not fits.boxes:
            first, left = self.waiting[0].split(limit, force=True)
            fits = Stack([] if first is None else [first])
            rest = Stack([*([] if left is None else [left]), *self.waiting[1:]])
        self.area = [line, *fits.boxes]
        self.waiting = [] if rest is None else rest.boxes

    def close(self) -> Stack:
        """End the column and return its notes."""
        stack, self.area = Stack(self.area), []
        return stack

    def split(self, box: Box, room: float, *, force: bool) -> tuple[Box | None, Box | None]:
        """Split a box as ``Box.split`` does, so that the notes of the part that fits have room below it.

        The notes are kept then. A line whose note does not even begin on the page goes to the next one with it;
        only the note of the last line may go on overleaf.
        """
        limit = room
        while True:
            first, rest = box.split(limit, force=force)
            if first is None:
                return first, rest
            earlier, last = self._new(first)
            if not earlier and not last:
                return first, rest
            height = first.height - (first.overhang if isinstance(first, ParagraphBox) else 0.0)
            at_least = height + self._least(earlier, last)
            shorter = height - 2 * EPSILON
            if at_least <= room + EPSILON or shorter >= limit or (force and rest is None and limit < 0):
                self._keep([*earlier, *last], room - height)
                return first, rest
            limit = shorter

    def _least(self, earlier: Sequence[_Found], last: Sequence[_Found]) -> float:
        """Return the room that the new notes must have: all of each, but of the very last its first lines."""
        if self.waiting:
            return 0.0
        whole = [*earlier, *last[:-1]]
        boxes = [*self._begin_area(), *self._boxes(whole)]
        head = Stack(self._boxes(last[-1:])).head() if last else 0.0
        return Stack(boxes).height + head - self.height

    def _begin_area(self) -> list[Box]:
        if self.area:
            return self.area
        return [separator(self.notes.separator, self.builder, self.width, continued=False)]

    def _keep(self, found: Sequence[_Found], room: float) -> None:
        new = self._boxes(found)
        self.begun.update(run.note for run, _ in found)
        if self.waiting:
            self.waiting += new
            return
        begun = self._begin_area()
        fits, rest = Stack([*begun, *new]).split(self.height + max(room, 0.0))
        if len(fits.boxes) <= len(begun):
            self.waiting = new
            return
        self.area, self.waiting = fits.boxes, [] if rest is None else rest.boxes

    def _boxes(self, found: Sequence[_Found]) -> list[Box]:
        return [box for run, setting in found for box in self._note(run, setting)]

    def _note(self, run: NoteRun, setting: ParagraphSetting) -> list[Box]:
        """Return a note's boxes; its element follows that of the paragraph with the reference (ISO 14289-1, 7.9)."""
        key = (run.note, self.width)
        if key not in self.made:
            blocks = self.notes.texts.get(run.note, ())
            self.made[key] = self.builder.boxes(blocks, self.width, self._node(run, setting))
        return self.made[key]

    def _node(self, run: NoteRun, setting: ParagraphSetting) -> Node | None:
        if run.note not in self.nodes:
            silent = setting.node is None or are_blank(self.notes.texts.get(run.note, ()))
            node = None if silent or setting.node is None else note_element(run, setting.node.parent)
            self.nodes[run.note] = node
            setting.followers += [node] if node is not None else []
        return self.nodes[run.note]

    def _new(self, box: Box) -> tuple[list[_Found], list[_Found]]:
        """Return the notes that begin in a box: those before its last line or row, and those in it."""
        if isinstance(box, TableBox):
            earlier = [p for row in box.rows[:-1] for cell in row.cells for p in cell.content.paragraphs()]
            last = [p for cell in box.rows[-1].cells for p in cell.content.paragraphs()]
            before = [found for paragraph in earlier for found in self._of(paragraph, paragraph.lines)]
            return before, [found for paragraph in last for found in self._of(paragraph, paragraph.lines)]
        paragraphs = list(box.paragraphs())
        if not paragraphs:
            return [], []
        earlier_found = [found for p in paragraphs[:-1] for found in self._of(p, p.lines)]
        final = paragraphs[-1]
        return [*earlier_found, *self._of(final, final.lines[:-1])], list(self._of(final, final.lines[-1:]))

    def _of(self, box: ParagraphBox, lines: Iterable[Line]) -> Iterator[_Found]:
        if not box.setting.has_notes:
            return
        for run in (item.note for line in lines for item in line.items if item.note is not None):
            if run.kind == "footnote" and not run.own and run.note not in self.begun and run.note in self.notes.texts:
                yield run, box.setting


def note_element(run: NoteRun, parent: Node | None) -> Node | None:
    """Return the element of a note, which has an ID (ISO 14289-1, 7.9)."""
    if parent is None:
        return None
    node = parent.child("Note")
    node.identifier = f"{run.kind}-{run.note}"
    return node
