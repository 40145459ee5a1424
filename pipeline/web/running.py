"""What the first page's header and footer tell a reader: words once, without numbers of pages, and the logo."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.render.tree import (
    Block,
    BreakRun,
    Document,
    FieldRun,
    Paragraph,
    Picture,
    PictureRun,
    Stories,
    Table,
    TabRun,
    TextRun,
)
from pipeline.web.kinds import PAGE_NUMBERS
from pipeline.web.survey import paragraphs_in, plain

_MOST_LINES = 20
_MOST_PICTURES = 3
_NAME_AND_VALUE = 2
_LONGEST_LINE = 300
_WORDS_ABOUT_PAGES = frozenset({"sida", "sid", "page", "av", "of", "sidan", "side", "seite", "von", "p", "s"})


def running_lines(document: Document, kind: str) -> list[str]:
    """Return the lines of the first page's header or footer (``kind``), each once."""
    first = document.sections[0] if document.sections else None
    if first is None:
        return []
    stories: Stories = first.headers if kind == "header" else first.footers
    chosen = [stories.first if first.page.first_differs else stories.default, stories.default]
    for story in chosen:
        lines = _lines(story or ())
        if lines:
            return lines
    return []


def running_pictures(document: Document) -> list[PictureRun]:
    """Return the pictures of the first page's header that have words for what they show, equal words once.

    A decorative one, and one that nobody has given words, stays on paper.
    """
    first = document.sections[0] if document.sections else None
    if first is None:
        return []
    story = first.headers.first if first.page.first_differs else first.headers.default
    found: dict[str, PictureRun] = {}
    for paragraph in paragraphs_in(story or ()):
        for run in paragraph.content:
            if isinstance(run, PictureRun) and _has_words(run.picture):
                found.setdefault(plain(run.picture.alt or ""), run)
    return list(found.values())[:_MOST_PICTURES]


def _has_words(picture: Picture) -> bool:
    """Return whether someone has said what a picture shows: its name stands in where nobody has."""
    return plain(picture.alt or "") not in {"", plain(picture.name)}


def _lines(blocks: Sequence[Block]) -> list[str]:
    found: dict[str, str] = {}
    for block in blocks:
        for line in _parts(block) if isinstance(block, Paragraph) else _table(block):
            found.setdefault(plain(line), line)
    return list(found.values())[:_MOST_LINES]


def _table(table: Table) -> Iterator[str]:
    """Yield the lines of a table: a row of two cells is a name and what it names, more are columns of an address."""
    cells = [(cell, index) for index, row in enumerate(table.rows) for cell in row.cells]
    lines = {cell: [line for p in paragraphs_in(cell.blocks) for line in _parts(p)] for cell, _ in cells}
    if max((len(row.cells) for row in table.rows), default=0) > _NAME_AND_VALUE:
        for cell, _ in sorted(cells, key=lambda item: (item[0].column, item[1])):
            yield from lines[cell]
        return
    for row in table.rows:
        told = [lines[cell] for cell in row.cells if lines[cell]]
        if len(told) == _NAME_AND_VALUE and all(len(lines_) == 1 for lines_ in told):
            yield " ".join(lines_[0] for lines_ in told)[:_LONGEST_LINE]
        else:
            yield from (line for lines_ in told for line in lines_)


def _parts(paragraph: Paragraph) -> list[str]:
    """Return what stands between the tabs and breaks of a paragraph, without parts that only tell the page."""
    parts: list[tuple[str, bool]] = [("", False)]
    for run in paragraph.content:
        text, paged = parts[-1]
        if isinstance(run, TextRun):
            parts[-1] = (text + run.text, paged)
        elif isinstance(run, FieldRun) and run.kind in PAGE_NUMBERS:
            parts[-1] = (text, True)
        elif isinstance(run, FieldRun):
            parts[-1] = (text + run.stored, paged)
        elif isinstance(run, TabRun | BreakRun):
            parts.append(("", False))
    kept = (" ".join(text.split(" ")).strip() for text, paged in parts if not (paged and _tells_page(text)))
    return [line[:_LONGEST_LINE] for line in kept if any(map(str.isalnum, line))]


def _tells_page(text: str) -> bool:
    words = "".join(sign if sign.isalnum() else " " for sign in text.casefold()).split()
    return all(word in _WORDS_ABOUT_PAGES or word.isdigit() for word in words)
