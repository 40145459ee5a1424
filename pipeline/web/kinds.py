"""What a paragraph, a cell or a row is: what it says without numbers of pages, and whether it heads something."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from pipeline.render.notetree import NoteRun, SeparatorRun
from pipeline.render.tree import (
    Block,
    BookmarkRun,
    Cell,
    FieldRun,
    Inline,
    Paragraph,
    PictureRun,
    Row,
    Table,
    TabRun,
    TextRun,
)
from pipeline.web.within import is_plain

# Numbers of pages, which a page of the web has not; a reference to one (PAGEREF) keeps its stored number.
PAGE_NUMBERS = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES", "SECTION"})
_CONTENTS_HEADINGS = frozenset({"toc heading", "innehållsförteckningsrubrik", "innehållsrubrik"})
_CONTENTS_ENTRY = re.compile(r"(?:toc|innehåll)\s*([1-9])", re.IGNORECASE)
_SILENT = (BookmarkRun, NoteRun, SeparatorRun)


def said(run: Inline) -> str:
    """Return what a run says in a line of text, a space for what is no text."""
    if isinstance(run, TextRun):
        return run.text
    if isinstance(run, FieldRun):
        return "" if run.kind in PAGE_NUMBERS else run.stored
    return "" if isinstance(run, _SILENT) else " "


def words_of(paragraph: Paragraph) -> str:
    """Return what a paragraph says, without numbers of pages and marks of notes."""
    return " ".join("".join(map(said, paragraph.content)).split())


def contents_number(block: Block | None) -> int:
    """Return the number of the table of contents that a block is an entry of, 0 for none.

    An entry outside any field, in one of Word's styles for them, has -1.
    """
    if not isinstance(block, Paragraph):
        return 0
    if block.contents or not contents_level(block):
        return block.contents
    return -1 if any(isinstance(run, TabRun) for run in block.content) else 0


def contents_level(entry: Paragraph) -> int:
    """Return the level of an entry of a table of contents by its style, 0 where the style is no such."""
    found = _CONTENTS_ENTRY.fullmatch(entry.style.style_name)
    return int(found[1]) if found else 0


def heads_contents(block: Block) -> bool:
    """Return whether a block is the heading of a table of contents."""
    return isinstance(block, Paragraph) and block.style.style_name.lower() in _CONTENTS_HEADINGS


def is_bold(paragraph: Paragraph) -> bool:
    """Return whether all words of a paragraph are bold."""
    return all(run.style.bold for run in paragraph.content if isinstance(run, TextRun) and run.text.strip())


def speaks(block: Block) -> bool:
    """Return whether a block of a cell says anything: words, or a picture with words for it."""
    if isinstance(block, Table):
        return True
    pictures = (run for run in block.content if isinstance(run, PictureRun))
    return bool(words_of(block)) or any(run.picture.alt for run in pictures)


def shows(cell: Cell) -> bool:
    """Return whether a cell shows anything at all."""
    return any(
        isinstance(block, Table)
        or bool(words_of(block))
        or block.label is not None
        or any(isinstance(run, PictureRun) or not is_plain(run) for run in block.content)
        for block in cell.blocks
    )


def is_frameless(table: Table) -> bool:
    """Return whether no cell of a table has a border."""
    borders = (cell.borders for row in table.rows for cell in row.cells)
    return not any(any((own.top, own.bottom, own.left, own.right)) for own in borders)


def header_rows(rows: Sequence[Row]) -> int:
    """Return how many rows head a table: those marked so, else a first row that alone is bold or shaded throughout."""
    marked = 0
    while marked < len(rows) and rows[marked].header:
        marked += 1
    if marked:
        return marked if marked < len(rows) else 0
    if len(rows) < 3 or len(rows[0].cells) < 2 or any(not _speaks_alone(cell) for cell in rows[0].cells):
        return 0
    return int(_stands_out(rows, _is_bold_cell) or _stands_out(rows, lambda cell: bool(cell.background)))


def _stands_out(rows: Sequence[Row], has: Callable[[Cell], bool]) -> bool:
    """Return whether all cells of the first row have what no cell of the second has, but perhaps its first."""
    return all(map(has, rows[0].cells)) and not any(map(has, rows[1].cells[1:] or rows[1].cells))


def _speaks_alone(cell: Cell) -> bool:
    """Return whether a cell of one row says something."""
    return cell.rows == 1 and any(map(speaks, cell.blocks))


def _is_bold_cell(cell: Cell) -> bool:
    paragraphs = [block for block in cell.blocks if isinstance(block, Paragraph) and words_of(block)]
    return bool(paragraphs) and all(map(is_bold, paragraphs))
