"""A document laid out: pages, and what its fields came to say."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from pipeline.fonts.library import FontLibrary
from pipeline.render.layout.atoms import Resolve
from pipeline.render.layout.builder import Builder
from pipeline.render.layout.chapters import number_chapters
from pipeline.render.layout.formats import Formats
from pipeline.render.layout.linenumbers import number_lines
from pipeline.render.layout.notemarks import NoteMarks, note_pages, number_notes, numbered_by_page
from pipeline.render.layout.page import Page
from pipeline.render.layout.pageborders import frame_pages
from pipeline.render.layout.pageflow import turn_ornaments
from pipeline.render.layout.pages import Paginator
from pipeline.render.layout.styleref import StyleIndex
from pipeline.render.notetree import NoteRun
from pipeline.render.read.fieldcodes import Code
from pipeline.render.read.fieldconditions import RECKONED, reckoned
from pipeline.render.read.fieldformats import number_format
from pipeline.render.read.numberformats import formatted
from pipeline.render.read.numericpictures import pictured
from pipeline.render.tags import Node
from pipeline.render.tree import Document, FieldRun, RunStyle

MAX_ROUNDS = 3


@dataclass(slots=True, eq=False)
class LaidOut:
    """Pages with the page label of every bookmark; ``root`` is the structure tree's root element."""

    pages: list[Page]
    bookmarks: Mapping[str, str]
    formats: Formats
    root: Node


@dataclass(slots=True)
class _Known:
    """What is known of the pages: labels of bookmarks, how many, the pages of each section, where each page stands."""

    bookmarks: dict[str, str] = field(default_factory=dict)
    total: int = 0
    sections: dict[int, int] = field(default_factory=dict)
    styles: StyleIndex = field(default_factory=lambda: StyleIndex([]))
    places: dict[int, int] = field(default_factory=dict)
    notes: NoteMarks = field(default_factory=NoteMarks)
    renumbered: bool = False


def lay_out(document: Document, library: FontLibrary, progress: Callable[[int], None]) -> LaidOut:
    """Return the document as pages.

    Fields that depend on the pages are set with what is known; where the truth then needs another number of lines, the
    document is laid out again, at most ``MAX_ROUNDS`` times.
    """
    known = _Known(notes=number_notes(document, {}))
    formats = Formats(library)
    for _ in range(MAX_ROUNDS):
        root = Node("Document")
        builder = Builder(formats, document.settings, _resolver(known, None))
        paginator = Paginator(document, builder, root, known.notes, progress)
        pages = paginator.run()
        known = _learn(document, pages, known.notes)
        if _settle(pages, known):
            break
    number_lines(document, pages, builder)
    turn_ornaments(pages)
    paginator.running.set(pages, lambda page: _resolver(known, page))
    frame_pages(pages, document.settings.pages)
    return LaidOut(pages, known.bookmarks, formats, root)


def _learn(document: Document, pages: list[Page], notes: NoteMarks) -> _Known:
    known = _Known(total=len(pages), styles=StyleIndex(pages), notes=notes)
    if numbered_by_page(document):
        known.notes = number_notes(document, note_pages(page.paragraphs() for page in pages))
        known.renumbered = known.notes.texts != notes.texts
    number_chapters(pages)
    for index, page in enumerate(pages):
        known.places[id(page)] = index
        known.sections[page.section] = known.sections.get(page.section, 0) + 1
        for box in page.paragraphs():
            for line in box.lines:
                for name in line.bookmarks:
                    known.bookmarks.setdefault(name, page.label)
    return known


def _resolver(known: _Known, page: Page | None) -> Resolve:
    def resolve(run: FieldRun | NoteRun) -> str:
        if isinstance(run, NoteRun):
            return known.notes.text(run)
        if run.kind == "PAGEREF":
            return known.bookmarks.get(run.argument, run.stored)
        if run.kind == "STYLEREF":
            text = known.styles.text(run, known.places.get(id(page), 0)) if page is not None else None
            return run.stored if text is None else text
        if run.kind in RECKONED:
            text = None if page is None else reckoned(run.argument, _counter(known, page), run.style.language)
            return run.stored if text is None else text
        if (run.kind == "NUMPAGES" and not known.total) or (run.kind != "NUMPAGES" and page is None):
            return run.stored or "1"
        return _counted(run, page, known)

    return resolve


def _counter(known: _Known, page: Page) -> Callable[[Code], str]:
    """Return what counts a field within another on a page."""

    def counted(code: Code) -> str:
        if code.kind == "PAGEREF":
            return known.bookmarks.get(code.argument, "")
        if code.kind == "STYLEREF":
            asked = FieldRun(code.kind, code.argument, "", RunStyle(), switches="".join(code.switches))
            return known.styles.text(asked, known.places.get(id(page), 0)) or ""
        run = FieldRun(code.kind, "", "", RunStyle(), None, number_format(code), "", code.switches.get("#", ""))
        return _counted(run, page, known)

    return counted


def _counted(run: FieldRun, page: Page | None, known: _Known) -> str:
    """Return a page number or a number of pages, in the format that the field asks for, else in the section's."""
    if run.numeric:
        return pictured(Decimal(_number(run, page, known)), run.numeric, run.style.language)
    if run.kind == "NUMPAGES" or page is None:
        return formatted(known.total, run.number_format or "decimal", run.style.language)
    if run.kind == "SECTIONPAGES":
        return formatted(known.sections.get(page.section, 1), run.number_format or "decimal")
    if run.kind == "SECTION":
        return formatted(page.section + 1, run.number_format or "decimal")
    return formatted(page.number, run.number_format, run.style.language) if run.number_format else page.label


def _number(run: FieldRun, page: Page | None, known: _Known) -> int:
    if run.kind == "NUMPAGES" or page is None:
        return known.total
    numbers = {"SECTIONPAGES": known.sections.get(page.section, 1), "SECTION": page.section + 1}
    return numbers.get(run.kind, page.number)


def _settle(pages: list[Page], known: _Known) -> bool:
    """Set the paragraphs that hold page fields anew; return whether each kept its number of lines.

    One that did not keeps its old lines, for which there is room, until the next round.
    """
    stable = True
    for page in pages:
        for box in page.paragraphs():
            if box.setting.is_deferred or (known.renumbered and box.setting.has_notes):
                before = box.setting.lines
                box.setting.set_lines(_resolver(known, page))
                if len(box.setting.lines) != len(before):
                    box.setting.lines = before
                    stable = False
    return stable
