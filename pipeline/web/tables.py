"""Tables: caption, head and body, header cells with what they head; what is no table of data becomes plain boxes."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from pipeline.render.tree import Block, Cell, Paragraph, PictureRun, Table
from pipeline.web.grid import Grid, Slot, grid_of
from pipeline.web.kinds import header_rows, is_bold, is_frameless, said, shows, speaks, words_of
from pipeline.web.markup import classes, element, escaped, opening
from pipeline.web.survey import paragraphs_in
from pipeline.web.writing import Around, Writing

_ALIGN = {"center": "mitt", "right": "slut", "end": "slut"}
_MOST_NAMED = (4, 40)  # header rows and columns of a table whose cells name their headers
_LEAST_SHARE = 4  # percent: a narrower column is no wider than its longest word
_SMALL_SCREEN = 26  # letters that stand beside each other in the cells of a table, where it is 320 points wide
_POINTS_A_LETTER = 7.0
_WORD = re.compile(r"[^ \t\n\u2003-]+-?")

Contents = Callable[[Sequence[Block], Around], str]


@dataclass
class TableWriter:
    """Writes one table; ``contents`` writes what stands in a cell, ``caption`` is HTML already."""

    writing: Writing
    contents: Contents
    caption: str = ""
    caption_id: str | None = None
    _grid: Grid = field(init=False)
    _number: int = 0
    _names_headers: bool = False

    def html(self, table: Table, around: Around) -> str:
        """Return the table with the region that it scrolls in, "" where it is empty."""
        if not any(shows(cell) for row in table.rows for cell in row.cells):
            return self._loose_caption()
        self._grid = grid_of(table, header_rows(table.rows))
        width = max(sum(slot.columns for slot in row) for row in self._grid.rows)
        if not self._grid.headers and (width == 1 or len(self._grid.rows) == 1):
            return self._loose_caption() + self._boxes(table, around)
        self.writing.tables += 1
        self._number = self.writing.tables
        self._names_headers = 1 < self._grid.headers <= _MOST_NAMED[0] and width <= _MOST_NAMED[1]
        return self._framed(self._table(table, around, width), table, around)

    def _loose_caption(self) -> str:
        return element("p", self.caption, id=self.caption_id) if self.caption else ""

    def _framed(self, html: str, table: Table, around: Around) -> str:
        if around.in_cell:
            return html
        is_narrow = min(self._grid.widths, default=_LEAST_SHARE) < _LEAST_SHARE
        if _least_width(self._grid) <= _SMALL_SCREEN and not is_narrow:
            return element("div", html, class_="smal")
        named = {"aria_labelledby": self._caption_name()} if self.caption else {}
        label = None if self.caption else table.alt.strip() or f"Tabell {self._number}"
        return element("div", html, class_="tabell", role="group", tabindex=0, aria_label=label, **named)

    def _caption_name(self) -> str:
        return self.caption_id or f"tabell_{self._number}"

    def _table(self, table: Table, around: Around, width: int) -> str:
        frameless = is_frameless(table)
        least = "" if around.in_cell else self.writing.sheet.at_least(width)
        names = classes("fri" if frameless else "", least)
        parts = [opening("table", class_=names, dir="rtl" if table.rtl else None)]
        if self.caption:
            parts.append(element("caption", self.caption, id=self._caption_name()))
        elif table.alt.strip():
            parts.append(element("caption", element("span", escaped(table.alt.strip()), class_="dold")))
        if self._grid.widths:
            columns = "".join(opening("col", class_=self.writing.sheet.share(share)) for share in self._grid.widths)
            parts.append(element("colgroup", columns))
        head, body = self._grid.rows[: self._grid.headers], self._grid.rows[self._grid.headers :]
        for tag, rows, offset in (("thead", head, 0), ("tbody", body, len(head))):
            if rows:
                lines = (self._row(row, offset + index, around) for index, row in enumerate(rows))
                parts.append(element(tag, "\n".join(["", *lines, ""])))
        return "".join(parts) + "</table>"

    def _row(self, row: Sequence[Slot], index: int, around: Around) -> str:
        return element("tr", "".join(self._cell(slot, row, index, around) for slot in row))

    def _cell(self, slot: Slot, row: Sequence[Slot], index: int, around: Around) -> str:
        spans = {"colspan": slot.columns if slot.columns > 1 else None, "rowspan": slot.rows if slot.rows > 1 else None}
        if slot.cell is None:
            return element("td", "", **spans)
        scope = self._scope(slot, index)
        paragraphs = [block for block in slot.cell.blocks if isinstance(block, Paragraph) and words_of(block)]
        shade = self.writing.sheet.shade(slot.cell.background)
        inner = replace(
            around,
            in_cell=True,
            background=slot.cell.background if shade else around.background,
            bold=scope == "col" and all(is_bold(paragraph) for paragraph in paragraphs),
        )
        aligns = {_ALIGN.get(paragraph.style.align, "") for paragraph in paragraphs}
        own = self._own_name(slot, index) if scope and self._names_headers else None
        headers = None if scope == "col" or not self._names_headers else self._headers(slot, row, index)
        return element(
            "th" if scope else "td",
            self.contents(slot.cell.blocks, inner),
            id=own,
            class_=classes(shade, aligns.pop() if len(aligns) == 1 else ""),
            scope=scope,
            headers=headers,
            **spans,
        )

    def _scope(self, slot: Slot, index: int) -> str | None:
        """Return what a cell heads, None for a cell of data; a cell that says nothing heads nothing."""
        cell = slot.cell
        if cell is None or not any(speaks(block) for block in cell.blocks):
            return None
        if index < self._grid.headers:
            return "col"
        if cell.header != "Row" or slot.column > 0:
            return None
        levels = self.writing.survey.levels  # a header cell holds no heading: one that does is a cell of data
        return None if any(paragraph in levels for paragraph in paragraphs_in(cell.blocks)) else "row"

    def _own_name(self, slot: Slot, index: int) -> str:
        return f"tabell_{self._number}-{index + 1}-{slot.column + 1}"

    def _headers(self, slot: Slot, row: Sequence[Slot], index: int) -> str | None:
        """Return the names of the header cells above a cell and to its left."""
        end = slot.column + slot.columns
        names = [
            self._own_name(other, number)
            for number, above in enumerate(self._grid.rows[: self._grid.headers])
            for other in above
            if number < index
            and self._scope(other, number)
            and other.column < end
            and slot.column < other.column + other.columns
        ]
        names += [self._own_name(other, index) for other in row if other is not slot and self._scope(other, index)]
        return " ".join(names) or None

    def _boxes(self, table: Table, around: Around) -> str:
        """Return a table of one row or one column as boxes that stand beside or below each other."""
        frameless = is_frameless(table)
        boxes = []
        for row in self._grid.rows:
            cells = [slot.cell for slot in row if slot.cell is not None and shows(slot.cell)]
            inner = [self._box(cell, around) for cell in cells]
            if len(inner) > 1:
                boxes.append(element("div", "".join(inner), class_="rad"))
            else:
                boxes += inner
        whole = "\n".join(boxes)
        return whole if frameless or around.in_cell else element("div", whole, class_="ruta")

    def _box(self, cell: Cell, around: Around) -> str:
        shade = self.writing.sheet.shade(cell.background)
        inner = replace(around, background=cell.background) if shade else around
        return element("div", self.contents(cell.blocks, replace(inner, in_cell=around.in_cell)), class_=shade or None)


def _least_width(grid: Grid) -> float:
    """Return how many letters must at least stand beside each other, since words are not broken."""
    widest: dict[int, float] = {}
    for slot in (slot for row in grid.rows for slot in row):
        letters = max((_letters(block) for block in slot.cell.blocks), default=0.0) if slot.cell is not None else 0.0
        for column in range(slot.column, slot.column + slot.columns):
            widest[column] = max(widest.get(column, 0.0), letters / slot.columns)
    return sum(letters + 2 for letters in widest.values())


def _letters(block: Block) -> float:
    if isinstance(block, Table):
        return 2 * _SMALL_SCREEN
    words = max((len(word) for word in _WORD.findall("".join(map(said, block.content)))), default=0)
    pictures = (run.picture.width / _POINTS_A_LETTER for run in block.content if isinstance(run, PictureRun))
    return max(words + (3 if block.label is not None else 0), *pictures, 0)
