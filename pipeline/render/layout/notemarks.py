"""The marks of notes: their numbers in the order of the document, by section or by page (17.11.17–20)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from pipeline.render.layout.boxes import ParagraphBox
from pipeline.render.notetree import NoteRun, NoteSetup
from pipeline.render.read.numberformats import formatted
from pipeline.render.tree import Block, Document, Paragraph, PictureRun

NoteKey = tuple[str, str]


@dataclass(slots=True, eq=False)
class NoteMarks:
    """The text of every mark by kind and id, and the section of every endnote, in the order of the references."""

    texts: Mapping[NoteKey, str] = field(default_factory=dict)
    endnotes: Sequence[tuple[int, str]] = ()

    def text(self, run: NoteRun) -> str:
        """Return what stands for a note; one that nothing refers to has no number."""
        return self.texts.get((run.kind, run.note), "")


@dataclass
class _Counter:
    """Counts the notes of one kind."""

    next: int = 0
    section: int = -1
    page: int = -1

    def count(self, setup: NoteSetup, section: int, page: int) -> int:
        again = (
            self.section < 0
            or (setup.restart == "eachSect" and section != self.section)
            or (setup.restart == "eachPage" and page != self.page)
        )
        self.next = setup.start if again else self.next + 1
        self.section, self.page = section, page
        return self.next


def number_notes(document: Document, pages: Mapping[NoteKey, int]) -> NoteMarks:
    """Return the marks of all notes; ``pages`` tells where each reference stands, as far as that is known."""
    texts: dict[NoteKey, str] = {}
    endnotes: list[tuple[int, str]] = []
    counters = {"footnote": _Counter(), "endnote": _Counter()}
    for index, section in enumerate(document.sections):
        setups = {"footnote": section.page.footnotes, "endnote": section.page.endnotes}
        for run in _references(section.blocks, document):
            key = (run.kind, run.note)
            if key in texts:
                continue
            if run.kind == "endnote":
                endnotes.append((index, run.note))
            setup = setups[run.kind]
            texts[key] = run.mark or formatted(
                counters[run.kind].count(setup, index, pages.get(key, 0)), setup.number_format, run.style.language
            )
    return NoteMarks(texts, endnotes)


def numbered_by_page(document: Document) -> bool:
    """Return whether footnotes begin anew on each page."""
    return bool(document.footnotes.texts) and any(
        section.page.footnotes.restart == "eachPage" for section in document.sections
    )


def note_pages(pages: Iterable[Iterable[ParagraphBox]]) -> dict[NoteKey, int]:
    """Return the page on which each note is referred to, by its index."""
    found: dict[NoteKey, int] = {}
    for index, boxes in enumerate(pages):
        for box in boxes:
            for line in box.lines if box.setting.has_notes else ():
                for run in (item.note for item in line.items if item.note is not None and not item.note.own):
                    found.setdefault((run.kind, run.note), index)
    return found


def _references(blocks: Sequence[Block], document: Document) -> Iterator[NoteRun]:
    """Yield the references, those in text boxes too; those to endnotes that stand in a footnote come with it."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield from _of_paragraph(block, document)
            continue
        for row in block.rows:
            for cell in row.cells:
                yield from _references(cell.blocks, document)


def _of_paragraph(paragraph: Paragraph, document: Document) -> Iterator[NoteRun]:
    for run in paragraph.content:
        if isinstance(run, PictureRun) and run.picture.graphic is not None:
            for box in run.picture.graphic.boxes():
                yield from _references(box.blocks, document)
        if isinstance(run, NoteRun) and not run.own:
            yield run
            inside = document.footnotes.texts.get(run.note, ()) if run.kind == "footnote" else ()
            yield from (other for other in _inside(inside) if other.kind == "endnote")


def _inside(blocks: Sequence[Block]) -> Iterator[NoteRun]:
    for block in blocks:
        for run in block.content if isinstance(block, Paragraph) else ():
            if isinstance(run, NoteRun) and not run.own:
                yield run
