"""The blocks of a container as HTML: headings, paragraphs, lists, tables, and tables of contents as navigation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from pipeline.render.tree import Block, Paragraph, Table
from pipeline.web.contents import contents_html
from pipeline.web.inlines import inline_html, spoken_language
from pipeline.web.kinds import contents_number, heads_contents, is_bold, words_of
from pipeline.web.lists import ListWriter
from pipeline.web.markup import classes, element, escaped
from pipeline.web.survey import plain
from pipeline.web.tables import TableWriter
from pipeline.web.within import blocks_of
from pipeline.web.writing import Around, Writing

_ALIGN = {"center": "mitt", "right": "slut", "end": "slut"}
_CAPTION_STYLES = frozenset({"caption", "beskrivning", "tabellrubrik", "table caption"})
_LEAST_INDENT = 14.0
_TOLERANCE = 1.0


@dataclass
class BlockWriter:
    """Writes the blocks of one container. ``before_section`` stands before the first heading below the top."""

    writing: Writing
    around: Around
    before_section: str = ""
    _out: list[str] = field(default_factory=list)
    _lists: ListWriter = field(default_factory=ListWriter)

    def html(self, blocks: Sequence[Block]) -> str:
        """Return the blocks as HTML."""
        upcoming = _upcoming_lists(blocks)
        index = 0
        while index < len(blocks):
            block = blocks[index]
            following = blocks[index + 1] if index + 1 < len(blocks) else None
            if contents_number(block) or (heads_contents(block) and contents_number(following)):
                index = self._contents(blocks, index)
                continue
            if isinstance(block, Table):
                self._add(self._table(block))
            elif isinstance(following, Table) and self._is_caption(block, following):
                self._add(self._table(following, block))
                index += 1
            else:
                self._paragraph(block, upcoming[index])
            index += 1
        self._close_lists()
        return "\n".join(self._out)

    def _add(self, html: str) -> None:
        self._close_lists()
        if html:
            self._out.append(html)

    def _close_lists(self) -> None:
        lists = self._lists.close()
        if lists:
            self._out.append(lists)

    def _contents(self, blocks: Sequence[Block], start: int) -> int:
        """Write a table of contents with its heading; return the index of what follows it."""
        heading = blocks[start]
        title = heading if isinstance(heading, Paragraph) and not contents_number(heading) else None
        end = start + 1 if title is not None else start
        number = contents_number(blocks[end])
        entries: list[Paragraph] = []
        while end < len(blocks):
            block = blocks[end]
            if not isinstance(block, Paragraph) or contents_number(block) != number:
                break
            entries.append(block)
            end += 1
        title_html = inline_html(title.content, self._at(title), self.writing) if title is not None else ""
        self._add(contents_html(entries, title_html, self.around, self.writing))
        return end

    def _table(self, table: Table, caption: Paragraph | None = None) -> str:
        writer = TableWriter(self.writing, self._contents_of_cell)
        if caption is not None:
            writer.caption = inline_html(
                caption.content, replace(self._at(caption), bold=is_bold(caption)), self.writing
            )
            writer.caption_id = self.writing.survey.ids.get(caption)
        return writer.html(table, self.around)

    def _is_caption(self, paragraph: Paragraph, table: Table) -> bool:
        text = plain(words_of(paragraph))
        if not text or paragraph in self.writing.survey.levels or paragraph.label is not None:
            return False
        if any(blocks_of(run) for run in paragraph.content):
            return False
        return paragraph.style.style_name.lower() in _CAPTION_STYLES or text == plain(table.alt)

    def _contents_of_cell(self, blocks: Sequence[Block], around: Around) -> str:
        only = blocks[0] if len(blocks) == 1 else None
        if isinstance(only, Paragraph) and self._is_bare(only):
            return inline_html(only.content, around.at(only.place), self.writing)
        return BlockWriter(self.writing, around).html(blocks)

    def _is_bare(self, paragraph: Paragraph) -> bool:
        """Return whether a paragraph alone in its cell needs no element of its own."""
        survey = self.writing.survey
        return not (
            paragraph in survey.ids
            or paragraph.label is not None
            or contents_number(paragraph)
            or paragraph.style.rtl
            or spoken_language(paragraph, self.around)
            or any(blocks_of(run) for run in paragraph.content)
        )

    def _at(self, paragraph: Paragraph) -> Around:
        return self.around.at(paragraph.place)

    def _paragraph(self, paragraph: Paragraph, upcoming: str) -> None:
        level = self.writing.survey.levels.get(paragraph)
        language = spoken_language(paragraph, self.around)
        around = replace(self._at(paragraph), language=language or self.around.language)
        if level is not None:
            around = replace(around, bold=is_bold(paragraph))
        html = inline_html(paragraph.content, around, self.writing)
        inside = [block for run in paragraph.content for block in blocks_of(run)]
        boxed = BlockWriter(self.writing, around).html(inside) if inside else ""
        if level is not None:
            self._heading(paragraph, level, html, language)
            if boxed:
                self._add(element("div", boxed, class_="ruta"))
        elif paragraph.label is not None:
            self._item(paragraph, html, boxed, language)
        elif html or boxed:
            self._plain(paragraph, html, boxed, (language, upcoming))

    def _heading(self, paragraph: Paragraph, level: int, html: str, language: str) -> None:
        label = paragraph.label.text.strip() if paragraph.label is not None else ""
        ink = self.writing.sheet.ink(paragraph.label.style.color, self.around.background) if paragraph.label else ""
        number = element("span", escaped(label), class_=classes(ink)) + " " if label else ""
        if level > 1 and self.before_section:
            self._add(self.before_section)
            self.before_section = ""
        self._add(
            element(
                f"h{level}",
                number + html,
                id=self.writing.survey.ids.get(paragraph),
                class_=classes(_ALIGN.get(paragraph.style.align, "")),
                lang=language or None,
                dir="rtl" if paragraph.style.rtl else None,
            )
        )

    def _item(self, paragraph: Paragraph, html: str, boxed: str, language: str) -> None:
        assert paragraph.label is not None
        if not html and not boxed and not paragraph.label.text.strip():
            return
        if language:
            html = element("span", html, lang=language)
        box = element("div", boxed, class_="ruta") if boxed else ""
        identity = self.writing.survey.ids.get(paragraph)
        self._lists.item(paragraph.label, paragraph.style, html + box, identity)

    def _plain(self, paragraph: Paragraph, html: str, boxed: str, known: tuple[str, str]) -> None:
        """Write a paragraph, in the list item before it where it stands in as far and the list goes on after it."""
        language, upcoming = known
        style = paragraph.style
        goes_on = upcoming and upcoming == self._lists.number_id
        in_item = goes_on and style.left > 0 and style.left >= self._lists.left - _TOLERANCE
        names = (
            _ALIGN.get(style.align, ""),
            "indrag" if style.left >= _LEAST_INDENT and not in_item and not self.around.in_cell else "",
        )
        whole = (
            element(
                "p",
                html,
                id=self.writing.survey.ids.get(paragraph),
                class_=classes(*names),
                lang=language or None,
                dir="rtl" if style.rtl else None,
            )
            if html
            else ""
        )
        whole += element("div", boxed, class_="ruta") if boxed else ""
        if in_item:
            self._lists.more(whole)
        else:
            self._add(whole)


def _upcoming_lists(blocks: Sequence[Block]) -> list[str]:
    """Return for each block the list whose item comes next, "" where a table or a heading comes before one."""
    upcoming = [""] * len(blocks)
    current = ""
    for index in range(len(blocks) - 1, -1, -1):
        block = blocks[index]
        upcoming[index] = current
        if isinstance(block, Table) or block.style.outline_level is not None:
            current = ""
        elif block.label is not None:
            current = block.label.number_id
    return upcoming
