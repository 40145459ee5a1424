"""The stage's one job: any Word file becomes a PDF that conforms, or findings that say why not."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from pipeline.findings.catalogue import finding
from pipeline.findings.finding import Checked, Finding, Findings
from pipeline.fonts.library import FontLibrary
from pipeline.model.origin import WordOrigin
from pipeline.ooxml import package as opc
from pipeline.render.fontfindings import font_findings
from pipeline.render.layout.document import lay_out
from pipeline.render.layout.pages import TooManyPages
from pipeline.render.pdf.check import check_written
from pipeline.render.pdf.writer import write_pdf
from pipeline.render.read.document import read_document
from pipeline.render.tree import Document, Paragraph, Properties, Section, Unsupported

DEFAULT_LANGUAGE = "sv-SE"
_TOO_LONG = "dokumentet blir fler än {} sidor, vilket är mer än vad som tas emot"
_ALT_MISSING = "en bild utan alternativtext"

_REFUSALS: Mapping[type[opc.PackageError], tuple[str, str]] = {
    opc.NotAPackage: ("REN401", "filen är inget Word-dokument"),
    opc.OldFormat: ("REN401", "filen är i Words gamla format (.doc)"),
    opc.EncryptedPackage: ("REN402", "filen är skyddad med lösenord"),
    opc.BrokenPackage: ("REN403", "filen är skadad"),
    opc.TooLarge: ("REN404", "filen är större eller djupare nästlad än vad som tas emot"),
    opc.ForbiddenXml: ("REN405", "filen innehåller en dokumenttypsdeklaration"),
}


@dataclass(frozen=True)
class RenderOptions:
    """``name`` is the file's name, for findings; ``created`` the date where the file has none of its own."""

    name: str
    progress: Callable[[int], None] | None = None
    created: datetime | None = None
    font_folders: tuple[Path, ...] = ()


@dataclass(frozen=True)
class Rendered:
    """The PDF, its number of pages and the printed page number of every bookmark."""

    pdf: bytes
    pages: int
    bookmarks: Mapping[str, str]


def render(docx: bytes, options: RenderOptions) -> Checked[Rendered]:
    """Return a Word file as PDF/A-2a and PDF/UA-1 in one, with what was found on the way."""
    found = Findings()
    try:
        package = opc.open_package(docx, options.name)
        document = read_document(package)
    except opc.PackageError as error:
        return Checked(None, (_refusal(error, options.name),))
    properties = _properties(document, options)
    library = FontLibrary(options.font_folders, document.fonts)
    try:
        laid_out = lay_out(document, library, options.progress or (lambda _page: None))
    except TooManyPages as error:
        return Checked(None, (finding("REN404", _TOO_LONG.format(error.limit), WordOrigin(options.name)),))
    written = write_pdf(laid_out, package, properties)
    found.extend(font_findings(library, laid_out.formats.missing, options.name))
    found.extend(_shown_otherwise(document.unsupported, options.name))
    for part, reason in sorted(written.failures.items()):
        found.add(finding("REN421", f"bilden {part} visas inte: {reason}", WordOrigin(options.name, part=part)))
    found.extend(check_written(written.pdf, len(laid_out.pages), options.name))
    return Checked(Rendered(written.pdf, len(laid_out.pages), laid_out.bookmarks), tuple(found))


def _refusal(error: opc.PackageError, name: str) -> Finding:
    code, message = _REFUSALS.get(type(error), ("REN403", "filen är skadad"))
    where = f" i delen {error.part}" if error.part else ""
    return finding(code, message + where, WordOrigin(name, part=error.part))


def _properties(document: Document, options: RenderOptions) -> Properties:
    properties = document.properties
    title = properties.title or _first_heading(document.sections) or _named(options.name)
    language = properties.language or DEFAULT_LANGUAGE
    return replace(properties, title=title, language=language, created=properties.created or options.created)


def _named(name: str) -> str:
    """Return a title of a file's name; one that no character set knows has question marks for what is unknown."""
    return Path(name).stem.encode("utf-8", "replace").decode() or "dokument"


def _first_heading(sections: tuple[Section, ...]) -> str:
    paragraphs = [block for section in sections for block in section.blocks if isinstance(block, Paragraph)]
    titled = [p for p in paragraphs if p.style.style_name.lower() in {"title", "rubrik"} and p.text.strip()]
    headed = [p for p in paragraphs if p.style.outline_level is not None and p.text.strip()]
    chosen = (titled or headed)[:1]
    return " ".join(chosen[0].text.split()) if chosen else ""


def _shown_otherwise(unsupported: list[Unsupported], name: str) -> Iterator[Finding]:
    for item in unsupported:
        code = "REN422" if item.what == _ALT_MISSING else "REN420"
        origin = WordOrigin(name, paragraph=item.place.paragraph, part=item.place.part)
        yield finding(code, f"{item.what}: {item.shown}", origin)
