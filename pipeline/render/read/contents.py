"""Tables of contents: entries that agree with the document keep their look, others are made anew (17.16.5.68).

Word shows the stored entries until the field is updated. An entry that names no heading leads astray, so entries that
differ from the document's headings are replaced; the page numbers are always those of the finished pages.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from math import ceil

from pipeline.render.read.fieldcodes import Code, parsed
from pipeline.render.read.headings import Heading, headings_for, paragraphs_of
from pipeline.render.read.ledger import Why
from pipeline.render.read.shared import Shared
from pipeline.render.read.styles import StyleSheet
from pipeline.render.tree import (
    Block,
    BookmarkRun,
    Cell,
    FieldRun,
    Inline,
    Link,
    Paragraph,
    ParagraphStyle,
    Row,
    Section,
    Table,
    TabRun,
    TabStop,
    TextRun,
)

PREFIX = "_kansli_rubrik_"
MOST_ENTRIES = 20_000
_PAGE = frozenset("0123456789ivxlcdmIVXLCDM-–. ")
_SPACE_AFTER = 5.0  # points, in Word's own styles, which indent each level by the size of the text
_DIGIT, _SIGN = 0.5, 0.25  # about how wide they are, in sizes


@dataclass
class ContentsMaker:
    """Goes through the tables of contents of a document; ``made`` are the numbers of those made anew."""

    sections: tuple[Section, ...]
    shared: Shared
    styles: StyleSheet
    part: str
    made: list[int] = field(default_factory=list)
    _anchors: dict[Paragraph, str] = field(default_factory=dict)
    _new: dict[Paragraph, tuple[Paragraph, ...]] = field(default_factory=dict)

    def settled(self) -> tuple[Section, ...]:
        """Return the sections with tables of contents that agree with the document."""
        if not self.shared.contents:
            return self.sections
        blocks = [block for section in self.sections for block in section.blocks]
        entries: dict[int, list[Paragraph]] = {}
        for paragraph in paragraphs_of(blocks):
            if paragraph.contents:
                entries.setdefault(paragraph.contents, []).append(paragraph)
        for number, instruction in enumerate(self.shared.contents, 1):
            stored = entries.get(number, [])
            listed = headings_for(parsed(instruction), blocks, self.shared.captions, self.part) if stored else None
            self._settle(number, stored, listed)
        if not self._new and not self._anchors:
            return self.sections
        return tuple(replace(section, blocks=tuple(self._blocks(section.blocks))) for section in self.sections)

    def _settle(self, number: int, stored: list[Paragraph], listed: list[Heading] | None) -> None:
        written = [paragraph for paragraph in stored if paragraph.text.strip()]
        code = parsed(self.shared.contents[number - 1])
        if listed and len(listed) <= MOST_ENTRIES and not _agree(written, listed):
            self._make(number, code, stored, listed)
            return
        for paragraph in stored:
            if not paragraph.text.strip():
                self._new[paragraph] = (replace(paragraph, contents=0),)
        if listed and _agree(written, listed):
            for paragraph, heading in zip(written, listed, strict=True):
                self._number(paragraph, heading)

    def _number(self, entry: Paragraph, heading: Heading) -> None:
        """Let a kept entry show the true page, where it stores one as mere text."""
        if any(isinstance(run, FieldRun) for run in entry.content):
            return
        tab = max((at for at, run in enumerate(entry.content) if isinstance(run, TabRun)), default=-1)
        number = [run for run in entry.content[tab + 1 :] if isinstance(run, TextRun)]
        if tab < 0 or not number or not _is_page("".join(run.text for run in number)):
            return
        link = next((run.link for run in number if run.link is not None), Link(anchor=self._anchor(heading.paragraph)))
        stored = "".join(run.text for run in number)
        page = FieldRun("PAGEREF", self._anchor(heading.paragraph), stored, number[0].style, link)
        content = (*(_linked(run, link) for run in entry.content[: tab + 1]), page)
        self._new[entry] = (replace(entry, content=content),)

    def _make(self, number: int, code: Code, stored: list[Paragraph], listed: list[Heading]) -> None:
        self.made.append(number)
        for paragraph in stored:
            self.shared.ledger.add(Why.CONTENTS, paragraph.text)
            self._new[paragraph] = ()
        kept = tuple(run for paragraph in stored for run in paragraph.content if isinstance(run, BookmarkRun))
        looks = {paragraph.style.style_name.lower(): paragraph.style for paragraph in reversed(stored)}
        made = [self._entry(heading, code, looks, stored[0]) for heading in listed]
        made[0] = replace(made[0], content=(*kept, *made[0].content))
        self._new[stored[0]] = tuple(replace(entry, contents=number) for entry in made)

    def _entry(self, heading: Heading, code: Code, looks: dict[str, ParagraphStyle], like: Paragraph) -> Paragraph:
        name = "table of figures" if code.has("c") or code.has("a") else f"toc {heading.level}"
        style = looks.get(name) or self._style(name, heading.level)
        run = self.styles.run_style(style.style_id, {}, {})
        if heading.label:
            style = _with_stop(style, heading.label, run.size)
        anchor = self._anchor(heading.paragraph)
        link = Link(anchor=anchor)
        content: list[Inline] = [TextRun(heading.label, run, link), TabRun(run, link)] if heading.label else []
        content.append(TextRun(heading.text, run, link))
        if _has_page(code, heading.level):
            between = code.switches.get("p")
            content.append(TextRun(between, run, link) if between else TabRun(run, link))
            content.append(FieldRun("PAGEREF", anchor, "", run, link))
        return Paragraph(style, tuple(content), run, like.place)

    def _style(self, name: str, level: int) -> ParagraphStyle:
        entry = next((one for one in self.styles.entries.values() if one.name.lower() == name), None)
        style = self.styles.paragraph_style({"style": entry.id} if entry is not None else {}, {})
        if entry is None:
            step = self.styles.run_style(style.style_id, {}, {}).size
            after = _SPACE_AFTER if name.startswith("toc ") else style.after
            style = replace(style, left=style.left + step * (level - 1), after=after)
        if any(stop.kind == "right" for stop in style.tabs):
            return style
        page = self.sections[0].page
        width = max(page.width - page.left - page.right - page.gutter, 1.0)
        return replace(style, tabs=(*style.tabs, TabStop(width, "right", "dot")))

    def _anchor(self, paragraph: Paragraph) -> str:
        """Return a bookmark in a paragraph: its own, or one that it is given."""
        if paragraph not in self._anchors:
            own = [run.name for run in paragraph.content if isinstance(run, BookmarkRun)]
            named = [name for name in own if name.startswith("_Toc")]
            self._anchors[paragraph] = (named or [f"{PREFIX}{len(self._anchors) + 1}"])[0]
        return self._anchors[paragraph]

    def _blocks(self, blocks: Iterable[Block]) -> Iterator[Block]:
        for block in blocks:
            if isinstance(block, Table):
                yield self._table(block)
            elif block in self._new:
                yield from self._new[block]
            elif block in self._anchors and self._anchors[block].startswith(PREFIX):
                yield replace(block, content=(BookmarkRun(self._anchors[block]), *block.content))
            else:
                yield block

    def _table(self, table: Table) -> Table:
        changed = any(one in self._new or one in self._anchors for one in paragraphs_of((table,)))
        return replace(table, rows=tuple(map(self._row, table.rows))) if changed else table

    def _row(self, row: Row) -> Row:
        return replace(row, cells=tuple(map(self._cell, row.cells)))

    def _cell(self, cell: Cell) -> Cell:
        return replace(cell, blocks=tuple(self._blocks(cell.blocks)))


def _linked(run: Inline, link: Link) -> Inline:
    return replace(run, link=run.link or link) if isinstance(run, TextRun | TabRun) else run


def _with_stop(style: ParagraphStyle, label: str, size: float) -> ParagraphStyle:
    """Return an entry's style with a stop for the text behind its number, unless it has one before its page's.

    Word sets it at a whole multiple of the size, at least one size behind the number: 22 points at level 1 of 11
    points, 44 at level 2.
    """
    right = min((stop.position for stop in style.tabs if stop.kind == "right"), default=0.0)
    begin = style.left + style.first
    wide = sum(_DIGIT if sign.isalnum() else _SIGN for sign in label) * size
    place = ceil((begin + wide + size) / size) * size
    if place >= right or any(stop.kind == "left" and begin + wide <= stop.position < right for stop in style.tabs):
        return style
    return replace(style, tabs=tuple(sorted((*style.tabs, TabStop(place)), key=lambda stop: stop.position)))


def _has_page(code: Code, level: int) -> bool:
    if not code.has("n"):
        return True
    first, _, last = code.switches["n"].partition("-")
    return bool(first) and not int(first or 0) <= level <= int(last or first) if first.isdecimal() else False


def _agree(stored: list[Paragraph], listed: list[Heading]) -> bool:
    """Return whether the stored entries name the headings, in their order, with or without their numbers."""
    return len(stored) == len(listed) and all(map(_names, stored, listed))


def _names(entry: Paragraph, heading: Heading) -> bool:
    said = _plain(_without_page(entry))
    return said in {_plain(heading.label + heading.text), _plain(heading.text)}


def _without_page(entry: Paragraph) -> str:
    """Return an entry's text without its page number, which is a field, or what follows its last tab."""
    runs = [run for run in entry.content if isinstance(run, TextRun | TabRun | FieldRun)]
    tab = max((at for at, run in enumerate(runs) if isinstance(run, TabRun)), default=-1)
    last = "".join(run.text for run in runs[tab + 1 :] if isinstance(run, TextRun))
    kept = runs[:tab] if tab > 0 and _is_page(last) else runs
    return "".join(run.text if isinstance(run, TextRun) else " " for run in kept)


def _is_page(text: str) -> bool:
    return set(text) <= _PAGE


def _plain(text: str) -> str:
    return "".join(sign for sign in text.casefold() if sign.isalnum())
