"""The marks of notes: a reference in the text and the note's own mark, each with its way to the other."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from pipeline.ooxml.names import q
from pipeline.render.notetree import NoteRun
from pipeline.render.read.units import attribute
from pipeline.render.tree import BookmarkRun, Link, RunStyle

# XML holds no NUL, so no bookmark of a file has such a name.
PRIVATE = "\0"


def anchor(kind: str, note: str, *, back: bool = False) -> str:
    """Return the name of the place where a note begins, or of the reference to it."""
    return f"{PRIVATE}{kind} {note}{' back' if back else ''}"


def reference(node: etree._Element, style: RunStyle) -> Iterator[BookmarkRun | NoteRun]:
    """Yield a reference to a note (w:footnoteReference, w:endnoteReference) with the place that its note leads to."""
    kind = "footnote" if node.tag == q("w:footnoteReference") else "endnote"
    note = (attribute(node, "w:id") or "").strip()
    yield BookmarkRun(anchor(kind, note, back=True))
    yield NoteRun(kind, note, style, Link(anchor=anchor(kind, note), role="Reference"))


def own_mark(note: tuple[str, str], style: RunStyle) -> Iterator[NoteRun]:
    """Yield the mark of the note that is being read (w:footnoteRef, w:endnoteRef)."""
    kind, name = note
    yield NoteRun(kind, name, style, Link(anchor=anchor(kind, name, back=True), role="Lbl"), own=True)
