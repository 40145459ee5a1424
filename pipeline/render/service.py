"""The stage's one job: any Word file becomes a PDF that conforms, or findings that say why not."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from pipeline.findings.catalogue import finding
from pipeline.findings.finding import Checked, Finding, Findings
from pipeline.fonts.embedded import EmbeddedFonts
from pipeline.fonts.library import FontLibrary
from pipeline.model.origin import WordOrigin
from pipeline.ooxml.package import Package, PackageError
from pipeline.render.fontfindings import font_findings
from pipeline.render.layout.document import LaidOut, lay_out
from pipeline.render.layout.page import printed_parts
from pipeline.render.layout.pages import TooManyPages
from pipeline.render.leftout import left_out
from pipeline.render.lostwords import lost_words
from pipeline.render.misplaced import misplaced_texts
from pipeline.render.pdf.check import check_written, written_text
from pipeline.render.pdf.resources import Failure
from pipeline.render.pdf.writer import write_pdf
from pipeline.render.read.choices import AS_ACCEPTED, Choices
from pipeline.render.read.ledger import Why
from pipeline.render.read.opening import DEFAULT_LANGUAGE, open_document, shown_otherwise, title_of_name
from pipeline.render.tree import Document, Paragraph, Properties, Section
from pipeline.render.unshownnotes import Unshown, unshown_notes
from pipeline.render.words import NO_WORDS, WordCount, count_words, package_text

_TOO_LONG = "dokumentet blir fler än {} sidor, vilket är mer än vad som tas emot"


@dataclass(frozen=True)
class RenderOptions:
    """``name`` is the file's name, for findings; ``created`` the date where the file has none of its own."""

    name: str
    progress: Callable[[int], None] | None = None
    created: datetime | None = None
    font_folders: tuple[Path, ...] = ()
    choices: Choices = AS_ACCEPTED


@dataclass(frozen=True)
class Rendered:
    """The PDF, its number of pages, the printed page number of every bookmark, and the words on both sides.

    ``opened`` is the Word file as it was read, ``font_files`` are those that are embedded, as a subset each.
    """

    pdf: bytes
    pages: int
    bookmarks: Mapping[str, str]
    opened: tuple[Package, Document]
    words: WordCount = NO_WORDS
    font_files: tuple[Path, ...] = ()


def render(docx: bytes, options: RenderOptions) -> Checked[Rendered]:
    """Return a Word file as PDF/A-2a and PDF/UA-1 in one, with what was found on the way."""
    found = Findings()
    opened = open_document(docx, options.name, options.choices)
    if isinstance(opened, Finding):
        return Checked(None, (opened,))
    package, document = opened
    properties = _properties(document, options)
    library = FontLibrary(options.font_folders, document.fonts, embedded=EmbeddedFonts(_quiet(package)))
    try:
        laid_out = lay_out(document, library, options.progress or (lambda _page: None))
    except TooManyPages as error:
        return Checked(None, (finding("REN404", _TOO_LONG.format(error.limit), WordOrigin(options.name)),))
    written = write_pdf(laid_out, package, properties)
    found.extend(font_findings(library, laid_out.formats.missing, options.name))
    found.extend(shown_otherwise(document.unsupported, options.name))
    found.extend(left_out(document.shared, options.name))
    found.extend(_pictures_not_shown(written.failures, options.name))
    found.extend(check_written(written.pdf, len(laid_out.pages), options.name))
    unshown = tuple(unshown_notes(package, document))
    found.extend(note.told(options.name) for note in unshown)
    words = _words(package, document, (laid_out, unshown), written.pdf)
    found.extend(lost_words(words, options.name))
    rendered = Rendered(written.pdf, len(laid_out.pages), laid_out.bookmarks, opened, words, written.font_files)
    return Checked(rendered, tuple(found))


def _quiet(package: Package) -> Callable[[str], bytes | None]:
    """Return a way to a part's bytes that gives None for a damaged one."""

    def part(name: str) -> bytes | None:
        try:
            return package.part(name)
        except PackageError:
            return None

    return part


def _pictures_not_shown(failures: Mapping[str, Failure], name: str) -> Iterator[Finding]:
    for part, failure in sorted(failures.items()):
        where = WordOrigin(name, part=part)
        if failure.place is not None:
            where = WordOrigin(name, paragraph=failure.place.paragraph, part=failure.place.part)
        yield finding("REN421", f"bilden {part} visas inte, en ruta visar var den står: {failure.reason}", where)


def _words(package: Package, document: Document, printed: tuple[LaidOut, tuple[Unshown, ...]], pdf: bytes) -> WordCount:
    """Return the words of what is printed, and of the PDF as it is read back."""
    laid_out, unshown = printed
    shared = document.shared
    if shared is None:
        return NO_WORDS
    parts, text = printed_parts(laid_out.pages), written_text(pdf)
    for note in unshown:
        shared.ledger.add(Why.REPORTED, note.text if note.part in parts else "")
    source = package_text(package, parts, with_deleted=shared.changes.shown)
    for item in shared.inserted:
        source += "\n" + (item if isinstance(item, str) else package_text(item, (item.main_part,)))
    found = count_words(source, text, shared.ledger)
    misplaced = tuple(misplaced_texts(package, parts)) if found.missing else ()
    if not misplaced:
        return found
    for item in misplaced:
        shared.ledger.add(Why.MISPLACED, item)
    return replace(count_words(source, text, shared.ledger), misplaced=misplaced)


def _properties(document: Document, options: RenderOptions) -> Properties:
    properties = document.properties
    title = properties.title or _first_heading(document.sections) or title_of_name(options.name)
    language = properties.language or DEFAULT_LANGUAGE
    return replace(properties, title=title, language=language, created=properties.created or options.created)


def _first_heading(sections: tuple[Section, ...]) -> str:
    paragraphs = [block for section in sections for block in section.blocks if isinstance(block, Paragraph)]
    titled = [p for p in paragraphs if p.style.style_name.lower() in {"title", "rubrik"} and p.text.strip()]
    headed = [p for p in paragraphs if p.style.outline_level is not None and p.text.strip()]
    chosen = (titled or headed)[:1]
    return " ".join(chosen[0].text.split()) if chosen else ""
