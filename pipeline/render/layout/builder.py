"""Blocks become boxes: paragraphs are set into a width, tables measured, and each gets its element."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial

from pipeline.render.equations.drawing import with_equations
from pipeline.render.floating import TextFrame
from pipeline.render.layout.atoms import Resolve
from pipeline.render.layout.autospace import settle_spaces
from pipeline.render.layout.bending import with_bent_text
from pipeline.render.layout.boxes import Box, ParagraphBox
from pipeline.render.layout.captions import captions_of
from pipeline.render.layout.charactergrid import grid_of
from pipeline.render.layout.contentwidths import ContentWidths
from pipeline.render.layout.floatbox import FloatBox
from pipeline.render.layout.formats import Formats
from pipeline.render.layout.framing import frame_box, grouped, join_drop_caps, stack_tables, table_box
from pipeline.render.layout.lines import Measure
from pipeline.render.layout.linkedboxes import Waiting
from pipeline.render.layout.paragraphframe import join_frames
from pipeline.render.layout.setter import BOUNDS_TABS
from pipeline.render.layout.setting import ParagraphSetting
from pipeline.render.layout.squeeze import SQUEEZES_SPACES
from pipeline.render.layout.tablebox import TableBox
from pipeline.render.layout.tablesetting import Surroundings, TableSetting
from pipeline.render.layout.textboxes import BoxedText, has_boxes, set_boxes
from pipeline.render.notetree import NoteRun
from pipeline.render.paper import CharacterGrid, PageSetup
from pipeline.render.tags import ListTagger, Node
from pipeline.render.tree import Block, BookmarkRun, BreakRun, FieldRun, Paragraph, Settings, Table, TabRun, TextRun


@dataclass
class Tagger:
    """Gives the blocks of one container their elements; ``parent`` None means artifacts."""

    parent: Node | None
    headings: list[int]
    lists: ListTagger | None = field(init=False)
    contents: Node | None = None
    contents_number: int = 0
    tables: dict[int, Node] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.lists = None if self.parent is None else ListTagger(self.parent)

    def paragraph(self, paragraph: Paragraph) -> tuple[Node | None, Node | None]:
        """Return a paragraph's element and that of its label."""
        if self.parent is None or self.lists is None:
            return None, None
        if paragraph.contents:
            return self._entry(paragraph.contents), None
        self.contents = None
        level = paragraph.style.outline_level
        if level is not None and paragraph.text.strip():
            self.lists.close()
            return self.parent.child(f"H{self._heading(level + 1)}"), None
        if paragraph.label is not None and paragraph.text.strip():
            label = paragraph.label
            label_node, body = self.lists.item(label, paragraph.style.left)
            return body.child("P"), label_node
        return self._plain(paragraph), None

    def _plain(self, paragraph: Paragraph) -> Node | None:
        """Return the element of a paragraph without label: one indented like a list's item goes on with that item.

        One in which there is nothing to be heard has none: its spaces are artifacts.
        """
        assert self.parent is not None
        assert self.lists is not None
        if is_blank(paragraph):
            return self.parent.child("P") if paragraph.label is not None else None
        body = self.lists.continuation(paragraph.style.left)
        if body is None:
            self.lists.close()
        return (body or self.parent).child("P")

    def _entry(self, number: int) -> Node:
        """Return the element of an entry of a table of contents, which begins with its first one."""
        assert self.parent is not None
        assert self.lists is not None
        self.lists.close()
        if self.contents is None or self.contents_number != number:
            self.contents, self.contents_number = self.parent.child("TOC"), number
        return self.contents.child("TOCI").child("Reference")

    def _heading(self, level: int) -> int:
        """Return the level without a jump: how many headings it stands below, and one (ISO 14289-1, 7.4.2)."""
        while self.headings and self.headings[-1] >= level:
            self.headings.pop()
        self.headings.append(level)
        return min(len(self.headings), 6)

    def table(self, table: Block) -> Node | None:
        """Return a table's element."""
        if self.parent is None or self.lists is None:
            return None
        self.lists.close()
        self.contents = None
        if id(table) not in self.tables:
            self.tables[id(table)] = self.parent.child("Table")
        return self.tables[id(table)]

    def caption(self, table: Block) -> Node | None:
        """Return the element of a table's caption, which is the first or the last thing in it."""
        node = self.table(table)
        return None if node is None else node.child("Caption")


@dataclass
class Builder:
    """Makes boxes; ``headings`` are the levels of the headings above the next block.

    ``grid`` and ``characters`` are the grids of the section.
    """

    formats: Formats
    settings: Settings
    resolve: Resolve
    headings: list[int] = field(default_factory=list)
    grid: float = 0.0
    characters: CharacterGrid | None = None
    _measure: ContentWidths = field(init=False)
    _waiting: Waiting = field(default_factory=dict)
    _tables: Iterator[int] = field(default_factory=lambda: itertools.count(1))

    def __post_init__(self) -> None:
        self._measure = ContentWidths(self.formats, self.settings, self._resolved)

    def use_grid(self, page: PageSetup) -> None:
        """Set what follows on the grids of a section."""
        self.grid = page.grid
        self.characters = self._measure.characters = grid_of(page, self.settings)

    def _resolved(self, run: FieldRun | NoteRun) -> str:
        return self.resolve(run)  # what resolves changes from page to page

    def boxes(self, blocks: Sequence[Block], width: float, parent: Node | None, *, in_cell: bool = False) -> list[Box]:
        """Return the boxes of a container, in order."""
        tagger = Tagger(parent, self.headings)
        boxes: list[Box] = []
        for frame, group in grouped(blocks):
            if frame is None:
                boxes.extend(self._sequence(group, width, tagger, in_cell=in_cell))
            else:
                boxes.append(self._frame(frame, group, width, tagger))
        settle_spaces(boxes, in_cell=in_cell, fixed=self.settings.fixed_spacing)
        join_drop_caps(boxes)
        stack_tables(boxes)
        return boxes

    def _sequence(self, blocks: Sequence[Block], width: float, tagger: Tagger, *, in_cell: bool) -> list[Box]:
        boxes: list[Box] = []
        captions = captions_of(blocks)
        for index, block in enumerate(blocks):
            table = blocks[captions.get(index, index)]
            if isinstance(block, Paragraph):
                caption = tagger.caption(table) if index in captions else None
                boxes.append(self._paragraph(block, width, tagger, caption, in_cell=in_cell))
            else:
                made = self._table(block, width, tagger.table(block), nested=in_cell)
                boxes.append(table_box(block, made))
        join_frames(boxes)
        return boxes

    def _frame(self, frame: TextFrame, blocks: Sequence[Block], width: float, tagger: Tagger) -> FloatBox:
        trial = partial(self._sequence, tagger=Tagger(None, []), in_cell=False)
        final = partial(self._sequence, tagger=tagger, in_cell=False)
        return frame_box(frame, blocks, width, (trial, final))

    def _paragraph(
        self, paragraph: Paragraph, width: float, tagger: Tagger, caption: Node | None, *, in_cell: bool
    ) -> ParagraphBox:
        node, label_node = (caption, None) if caption is not None else tagger.paragraph(paragraph)
        settings = self.settings
        expands = settings.expands_breaks
        grid = self.grid if paragraph.style.snap_to_grid and (settings.grid_in_cells or not in_cell) else 0.0
        hyphenation = settings.hyphenation
        squeezes = settings.compatibility >= SQUEEZES_SPACES and paragraph.style.align == "justify"
        measure = Measure(width, paragraph.style, settings.default_tab, in_cell, hyphenation, expands, grid, squeezes)
        measure.characters = self.characters if paragraph.style.snap_to_grid else None
        measure.moves_mark = settings.pages.split_break_mark
        measure.bounds_tabs = settings.compatibility >= BOUNDS_TABS
        paragraph = with_bent_text(with_equations(paragraph, self.formats), self.formats)
        boxed: dict[int, BoxedText] = {}
        if has_boxes(paragraph.content):
            trial = partial(self._boxed, tagger=None)
            inner = width - paragraph.style.left - paragraph.style.right
            setters = partial(self._boxed, tagger=tagger), trial
            paragraph, boxed = set_boxes(paragraph, inner, setters, self._waiting)
        setting = ParagraphSetting(paragraph, self.formats, measure, node, label_node, boxed=boxed)
        setting.set_lines(self.resolve)
        style = paragraph.style
        return ParagraphBox(setting, 0, len(setting.lines), style.before, style.after)

    def _boxed(self, blocks: Sequence[Block], width: float, tagger: Tagger | None) -> list[Box]:
        """Return the boxes of a text box; its element stands beside that of the paragraph where it is anchored."""
        parent = None if tagger is None or tagger.parent is None else tagger.parent.child("Div")
        return self.boxes(blocks, width, parent, in_cell=True)

    def _table(self, table: Table, width: float, node: Node | None, *, nested: bool) -> TableBox:
        def contents(blocks: Sequence[Block], inner: float, parent: Node | None) -> list[Box]:
            return self.boxes(blocks, inner, parent, in_cell=True)

        around = Surroundings(width, nested, self.settings, self._measure, contents)
        return TableSetting(table, around, node, f"tabell-{next(self._tables)}").box()


def is_blank(paragraph: Paragraph) -> bool:
    """Return whether a paragraph draws nothing that a listener could hear: then no list ends at it."""
    seen = (run for run in paragraph.content if not isinstance(run, BookmarkRun | BreakRun | TabRun))
    return all(isinstance(run, TextRun) and not run.text.strip() for run in seen)


def are_blank(blocks: Sequence[Block]) -> bool:
    """Return whether blocks are paragraphs in which there is nothing to hear."""
    return all(isinstance(block, Paragraph) and block.label is None and is_blank(block) for block in blocks)
