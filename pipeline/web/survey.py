"""What must be known of a document before its page is written: levels of headings, targets of links, the language."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from pipeline.render.notetree import NoteRun
from pipeline.render.tree import Block, BookmarkRun, Document, FieldRun, Paragraph, TextRun
from pipeline.web.kinds import contents_number, header_rows, heads_contents, words_of
from pipeline.web.languages import known_language, primary
from pipeline.web.notes import Notes, known_notes, note_blocks
from pipeline.web.within import blocks_of, has_object

RESERVED = ("innehall", "huvudinnehall", "toppen", "noter")
_TITLE_STYLES = frozenset({"title", "rubrik", "titel"})
_TITLE_STANDS_WITHIN = 25  # paragraphs from the start
_LOWEST = 6
_LONGEST_ID = 60


@dataclass
class Survey:
    """The facts; ``top`` is the paragraph that is the page's h1, or None where the page must make one."""

    language: str
    top: Paragraph | None
    levels: dict[Paragraph, int] = field(default_factory=dict)
    ids: dict[Paragraph, str] = field(default_factory=dict)
    bookmarks: dict[str, Paragraph] = field(default_factory=dict)
    notes: Notes = field(default_factory=Notes)
    _by_text: dict[str, str] = field(default_factory=dict)

    def target(self, bookmark: str) -> str:
        """Return the id of the place that a bookmark marks, "" where there is no such place."""
        paragraph = self.bookmarks.get(bookmark)
        return self.ids.get(paragraph, "") if paragraph is not None else ""

    def target_of_text(self, text: str) -> str:
        """Return the id of the first heading that says this, "" where none does."""
        if not self._by_text:
            for paragraph in reversed(self.levels):
                self._by_text[plain(words_of(paragraph))] = self.ids[paragraph]
        return self._by_text.get(plain(text), "")


def surveyed(document: Document, title: str, fallback_language: str) -> Survey:
    """Return the facts of a document; ``title`` is that of its properties."""
    paragraphs = [p for section in document.sections for p in paragraphs_in(section.blocks)]
    candidates = [p for section in document.sections for p in paragraphs_in(section.blocks, headers=False)]
    headings = [p for p in candidates if _is_heading(p)]
    language = _most_used_language(paragraphs) or known_language(document.properties.language)
    survey = Survey(language or fallback_language, _top(candidates, headings, title))
    _set_levels(survey, headings)
    survey.notes = _numbered_notes(document)
    paragraphs += [p for key in survey.notes.marks for p in paragraphs_in(note_blocks(document, key))]
    _set_bookmarks(survey, paragraphs)
    _set_ids(survey, paragraphs)
    return survey


def paragraphs_in(blocks: Iterable[Block], *, headers: bool = True) -> Iterator[Paragraph]:
    """Yield the paragraphs of a container in the order of reading, those of cells and of text boxes too.

    Without ``headers`` those of header cells are left out: HTML has no headings there.
    """
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
            for run in block.content:
                yield from paragraphs_in(blocks_of(run), headers=headers)
        else:
            for row in block.rows[0 if headers else header_rows(block.rows) :]:
                for cell in row.cells:
                    yield from paragraphs_in(cell.blocks, headers=headers)


def _is_heading(paragraph: Paragraph) -> bool:
    if paragraph.style.outline_level is None or contents_number(paragraph) or heads_contents(paragraph):
        return False
    return bool(words_of(paragraph))


def _numbered_notes(document: Document) -> Notes:
    """Return the marks of the notes: those of the text first, then those that notes refer to."""
    notes = Notes(known_notes(document))
    for index, section in enumerate(document.sections):
        for paragraph in paragraphs_in(section.blocks):
            notes.count(paragraph, index, section.page)
    last = len(document.sections) - 1
    for key in [*notes.marks]:
        for paragraph in paragraphs_in(note_blocks(document, key)):
            notes.count(paragraph, last, document.sections[last].page)
    return notes


def plain(text: str) -> str:
    """Return text as it is compared: without case and without the kinds of its spaces."""
    return " ".join(text.split()).casefold()


def _most_used_language(paragraphs: Iterable[Paragraph]) -> str:
    tags: Counter[str] = Counter()
    for paragraph in paragraphs:
        for run in paragraph.content:
            if isinstance(run, TextRun):
                tags[run.style.language] += len(run.text)
    known = [(known_language(tag), count) for tag, count in tags.items()]
    voices: Counter[str] = Counter()
    for tag, count in known:
        voices[primary(tag)] += count if tag else 0
    best = max(voices, key=lambda voice: (voices[voice], voice), default="")
    return max(((count, tag) for tag, count in known if tag and primary(tag) == best), default=(0, ""))[1]


def _top(paragraphs: Sequence[Paragraph], headings: Sequence[Paragraph], title: str) -> Paragraph | None:
    """Return the paragraph that heads the whole: the title, or the one heading above all others."""
    for paragraph in paragraphs:
        if paragraph.style.style_name.lower() in _TITLE_STYLES and words_of(paragraph):
            return paragraph
    for paragraph in paragraphs[:_TITLE_STANDS_WITHIN]:
        if title and plain(words_of(paragraph)) == plain(title) and not contents_number(paragraph):
            return paragraph
    levels = [heading.style.outline_level or 0 for heading in headings]
    if levels and levels.count(levels[0]) == 1 and levels[0] == min(levels):
        return headings[0]
    return None


def _set_levels(survey: Survey, headings: Iterable[Paragraph]) -> None:
    """Give each heading a level without a jump: how many headings it stands below, and the page's own."""
    if survey.top is not None:
        survey.levels[survey.top] = 1
    above: list[int] = []
    for heading in headings:
        if heading is survey.top:
            continue
        level = heading.style.outline_level or 0
        while above and above[-1] >= level:
            above.pop()
        above.append(level)
        survey.levels[heading] = min(len(above) + 1, _LOWEST)


def _set_bookmarks(survey: Survey, paragraphs: Iterable[Paragraph]) -> None:
    """Place each bookmark on its paragraph, or on the next that the page shows."""
    waiting: list[str] = []
    last: Paragraph | None = None
    for paragraph in paragraphs:
        waiting += [run.name for run in paragraph.content if isinstance(run, BookmarkRun)]
        if contents_number(paragraph) or not (words_of(paragraph) or any(map(has_object, paragraph.content))):
            continue
        last = paragraph
        for name in waiting:
            survey.bookmarks.setdefault(name, paragraph)
        waiting.clear()
    if last is not None:
        for name in waiting:
            survey.bookmarks.setdefault(name, last)


def _set_ids(survey: Survey, paragraphs: Iterable[Paragraph]) -> None:
    taken: Counter[str] = Counter(RESERVED)
    for heading in survey.levels:
        survey.ids[heading] = _new_id(words_of(heading), taken)
    asked = {name for paragraph in paragraphs for name in _asked_for(paragraph)}
    for name, paragraph in survey.bookmarks.items():
        if name in asked and paragraph not in survey.ids:
            survey.ids[paragraph] = _new_id(f"plats {words_of(paragraph)[:_LONGEST_ID]}", taken)


def _asked_for(paragraph: Paragraph) -> Iterator[str]:
    for run in paragraph.content:
        if isinstance(run, FieldRun):
            yield run.argument
        link = getattr(run, "link", None) if not isinstance(run, NoteRun) else None
        if link is not None and not link.uri:
            yield link.anchor


def _new_id(text: str, taken: Counter[str]) -> str:
    """Return an id made of the words, with a number where it is taken."""
    letters = unicodedata.normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode()
    words = re.sub("[^a-z0-9]+", "-", letters).strip("-")[:_LONGEST_ID].strip("-") or "avsnitt"
    while taken[words]:
        taken[words] += 1
        words = f"{words}-{taken[words]}"
    taken[words] = 1
    return words
