"""The parts of footnotes and endnotes (ECMA-376 part 1, 17.11): texts by id, and the separators."""

from __future__ import annotations

from lxml import etree

from pipeline.ooxml.names import q
from pipeline.render.notetree import Notes, NoteSetup
from pipeline.render.paper import ENDNOTES, FOOTNOTES
from pipeline.render.read.body import StoryReader
from pipeline.render.read.changes import text_in
from pipeline.render.read.context import PartContext
from pipeline.render.read.notemarks import anchor
from pipeline.render.read.sections import note_setup
from pipeline.render.read.units import attribute, child
from pipeline.render.tree import Block, BookmarkRun

_SEPARATORS = {"separator", "continuationSeparator"}
_UNPRINTED = {"continuationNotice"}


def read_notes(kind: str, root: etree._Element | None, context: PartContext) -> Notes:
    """Return the notes of a part; ``kind`` is footnote or endnote. A second note of one id is left out, as in Word."""
    if root is None:
        return Notes()
    reader = StoryReader(context)
    texts: dict[str, tuple[Block, ...]] = {}
    others: dict[str, tuple[Block, ...]] = {}
    for node in root.iterchildren(q(f"w:{kind}")):
        note_type = attribute(node, "w:type") or "normal"
        note = (attribute(node, "w:id") or "").strip()
        if note_type in _SEPARATORS:
            others.setdefault(note_type, reader.cell_blocks(node))
        elif note_type in _UNPRINTED:
            if text_in(node).strip():
                context.report("en text om att noten fortsätter på nästa sida", "den visas inte")
        elif note not in texts:
            texts[note] = _text(node, reader, (kind, note))
    texts = {note: blocks for note, blocks in texts.items() if blocks}
    return Notes(texts, others.get("separator"), others.get("continuationSeparator"))


def _text(node: etree._Element, reader: StoryReader, note: tuple[str, str]) -> tuple[Block, ...]:
    reader.context.note = note
    reader.inlines.fields.open.clear()
    reader.inlines.pending.append(BookmarkRun(anchor(*note)))
    return reader.cell_blocks(node)


def document_notes(settings: etree._Element | None) -> tuple[NoteSetup, NoteSetup]:
    """Return how the whole document sets its footnotes and endnotes."""
    return (
        note_setup(child(settings, "w:footnotePr"), FOOTNOTES),
        note_setup(child(settings, "w:endnotePr"), ENDNOTES),
    )
