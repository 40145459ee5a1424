"""Footnotes and endnotes: their marks, and the list at the end of the page where each leads back to the text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from pipeline.render.notetree import NoteRun
from pipeline.render.paper import PageSetup
from pipeline.render.read.numberformats import formatted
from pipeline.render.tree import Block, Document, Link, Paragraph, RunStyle
from pipeline.web.markup import element, escaped

NoteKey = tuple[str, str]
_NAMES = {"footnote": "fotnot", "endnote": "slutnot"}


@dataclass
class Notes:
    """The marks of the notes that the text refers to, in the order of the page."""

    known: frozenset[NoteKey] = frozenset()
    marks: dict[NoteKey, str] = field(default_factory=dict)
    _places: dict[NoteKey, int] = field(default_factory=dict)
    _numbers: dict[str, int] = field(default_factory=dict)
    _sections: dict[str, int] = field(default_factory=dict)
    _referred: set[NoteKey] = field(default_factory=set)

    def count(self, paragraph: Paragraph, section: int, page: PageSetup) -> None:
        """Number the notes that a paragraph refers to, as its section does; what begins anew on a page goes on."""
        for run in paragraph.content:
            key = (run.kind, run.note) if isinstance(run, NoteRun) else ("", "")
            if isinstance(run, NoteRun) and not run.own and key not in self.marks:
                self._places[key] = len(self.marks) + 1
                self.marks[key] = run.mark or self._next(run, section, page)

    def _next(self, run: NoteRun, section: int, page: PageSetup) -> str:
        setup = page.footnotes if run.kind == "footnote" else page.endnotes
        anew = setup.restart == "eachSect" and self._sections.get(run.kind) != section
        self._sections[run.kind] = section
        number = setup.start if anew or run.kind not in self._numbers else self._numbers[run.kind] + 1
        self._numbers[run.kind] = number
        return formatted(number, setup.number_format, run.style.language)

    def keys(self, kind: str) -> list[NoteKey]:
        """Return the notes of a kind that the text refers to and the file has."""
        return [key for key in self.marks if key[0] == kind and key in self.known]

    def reference(self, run: NoteRun, language: str | None) -> str:
        """Return the mark of a note as a link to it, or the note's own mark as the link back; "" for one unmarked."""
        key = (run.kind, run.note)
        mark = self.marks.get(key, "").strip()
        if not mark:
            return ""
        if key not in self.known:
            return element("sup", escaped(mark))
        name = self.name(key)
        if run.own:
            spoken = f"{mark}, tillbaka till texten"
            return element(
                "a", escaped(mark), href=f"#{name}_text", role="doc-backlink", aria_label=spoken, lang=language
            )
        own = None if key in self._referred else f"{name}_text"
        self._referred.add(key)
        spoken = f"{_NAMES[run.kind].capitalize()} {mark}"
        link = element(
            "a", escaped(mark), id=own, href=f"#{name}", role="doc-noteref", aria_label=spoken, lang=language
        )
        return element("sup", link)

    def name(self, key: NoteKey) -> str:
        """Return the id of a note."""
        return f"{_NAMES[key[0]]}_{self._places[key]}"


def known_notes(document: Document) -> frozenset[NoteKey]:
    """Return the notes that the file has a text for."""
    kinds = (("footnote", document.footnotes), ("endnote", document.endnotes))
    return frozenset((kind, note) for kind, notes in kinds for note, blocks in notes.texts.items() if blocks)


def note_blocks(document: Document, key: NoteKey) -> tuple[Block, ...]:
    """Return the text of a note."""
    texts = document.footnotes.texts if key[0] == "footnote" else document.endnotes.texts
    return texts.get(key[1], ())


def is_marked(blocks: Iterable[Block]) -> bool:
    """Return whether a note begins with its own mark."""
    return any(
        isinstance(run, NoteRun) and run.own
        for block in blocks
        for run in (block.content if isinstance(block, Paragraph) else ())
    )


def mark_of(key: NoteKey) -> NoteRun:
    """Return a mark for a note that has none of its own, so that a way leads back from it."""
    return NoteRun(key[0], key[1], RunStyle(), Link(), own=True)
