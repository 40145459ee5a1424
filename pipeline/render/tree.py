"""The layout tree: what a Word file says, resolved through its styles, before anything is measured.

Lengths are points (1/72 inch), colours ``rrggbb``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from pipeline.fonts.families import FontHint
from pipeline.render.effects import NO_EFFECTS, Effects, Mask
from pipeline.render.equations.model import Equation
from pipeline.render.floating import Anchor
from pipeline.render.graphic import Graphic
from pipeline.render.looks import Border, Borders, Hyphenation, ParagraphStyle, RunStyle, TabPlace, TabStop
from pipeline.render.notetree import NoteRun, Notes, SeparatorRun
from pipeline.render.paper import PAGE_SETTINGS, PageSettings, PageSetup

if TYPE_CHECKING:
    from pipeline.render.read.shared import Shared

__all__ = ["Border", "Borders", "ParagraphStyle", "RunStyle", "TabStop"]


@dataclass(frozen=True, slots=True, eq=False)
class Link:
    """A hyperlink: ``uri`` outside the document or ``anchor``, a bookmark inside it.

    ``role`` is the element that it stands in where it is made by a note: Reference, or Lbl for the way back.
    """

    uri: str = ""
    anchor: str = ""
    title: str = ""
    role: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """How characters are read, set above them: its text, its look and how far its baseline is above theirs."""

    text: str
    style: RunStyle
    raised: float


@dataclass(frozen=True, slots=True)
class TextRun:
    """Text of one style; that with a ``reading`` is never parted."""

    text: str
    style: RunStyle
    link: Link | None = None
    reading: Reading | None = None


@dataclass(frozen=True, slots=True)
class TabRun:
    """A tab character; with a ``place`` it goes there, whatever the tab stops (w:ptab)."""

    style: RunStyle
    link: Link | None = None
    place: TabPlace | None = None


@dataclass(frozen=True, slots=True)
class BreakRun:
    """A break: line, page or column; the line behind one stands below floating objects at a side (``clear``)."""

    kind: str
    style: RunStyle
    clear: str = ""


@dataclass(frozen=True, slots=True)
class FieldRun:
    """A field whose text depends on the pages: PAGE, NUMPAGES, SECTIONPAGES, SECTION, PAGEREF or STYLEREF.

    ``argument`` is the bookmark or the style, ``switches`` the letters of the field's switches, ``numeric`` the
    picture of a number. Of IF and = in a header the argument is the whole instruction, which is reckoned on each page.
    """

    kind: str
    argument: str
    stored: str
    style: RunStyle
    link: Link | None = None
    number_format: str = ""
    switches: str = ""
    numeric: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture in a line; ``vector`` is the part with its SVG form. ``alt`` is None when it is decorative.

    ``name`` is told where it cannot be shown. One with a ``graphic`` is drawn from that, one with ``data`` is that
    bitmap; one with none of these and no part is missing from the file. An ``equation`` becomes graphics when it is
    laid out. A ``mask`` says where the bitmap covers what lies below.
    """

    part: str
    width: float
    height: float
    alt: str | None
    vector: str = ""
    crop: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    graphic: Graphic | None = None
    equation: Equation | None = None
    name: str = ""
    data: bytes = b""
    effects: Effects = NO_EFFECTS
    mask: Mask | None = None


@dataclass(frozen=True, slots=True)
class PictureRun:
    """A picture set as a character, or floating where it has an anchor."""

    picture: Picture
    style: RunStyle
    link: Link | None = None
    anchor: Anchor | None = None


@dataclass(frozen=True, slots=True)
class BookmarkRun:
    """The start of a bookmark."""

    name: str


Inline = TextRun | TabRun | BreakRun | FieldRun | PictureRun | BookmarkRun | NoteRun | SeparatorRun


@dataclass(frozen=True, slots=True)
class ListLabel:
    """The number or bullet of a list item; ``number_id`` tells lists apart, ``suffix`` is tab, space or nothing.

    One with a ``picture`` shows that instead of its text. A ``legacy`` one is at least so wide, with at least so much
    space behind it, whatever its suffix.
    """

    number_id: str
    level: int
    text: str
    style: RunStyle
    suffix: str
    numbering: str
    align: str = "left"
    picture: Picture | None = None
    legacy: tuple[float, float] | None = None


SHOWN_OTHERWISE, NOT_MISSED = "REN420", "REN423"  # what is seen or read differs, or does not


@dataclass(frozen=True, slots=True)
class Place:
    """Where a block stands in the package: the part and the paragraph's number in it, from 1."""

    part: str
    paragraph: int


@dataclass(frozen=True, slots=True, eq=False)
class Paragraph:
    """A paragraph. ``mark`` is the style of its paragraph mark; ``contents`` is the number of the TOC that it is in."""

    style: ParagraphStyle
    content: tuple[Inline, ...]
    mark: RunStyle
    place: Place
    label: ListLabel | None = None
    contents: int = 0

    @property
    def text(self) -> str:
        """Return the paragraph's text, tabs and breaks as spaces."""
        parts = (
            run.text if isinstance(run, TextRun) else run.stored if isinstance(run, FieldRun) else " "
            for run in self.content
            if not isinstance(run, BookmarkRun | NoteRun | SeparatorRun)
        )
        return "".join(parts)


@dataclass(frozen=True, slots=True)
class Margins:
    """Distances from a cell's edges to its content."""

    top: float = 0.0
    right: float = 5.4
    bottom: float = 0.0
    left: float = 5.4


@dataclass(frozen=True, slots=True, eq=False)
class Cell:
    """A cell at a grid column. ``rows`` counts the rows that it spans, itself included.

    ``preferred`` is the width that it asks for in points, negative for a share of the table, 0 for none; ``own_sides``
    are the sides whose border is the cell's own and not the table's; ``down`` and ``up`` are its diagonals.
    """

    blocks: tuple[Block, ...]
    column: int
    columns: int
    rows: int
    borders: Borders
    margins: Margins
    background: str = ""
    vertical_align: str = "top"
    direction: str = ""
    header: str = ""
    no_wrap: bool = False
    preferred: float = 0.0
    own_sides: frozenset[str] = frozenset()
    down: Border | None = None
    up: Border | None = None
    fit_text: bool = False
    hide_mark: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """A table row; ``height_rule`` is auto, atLeast or exact.

    ``before`` and ``after`` are the widths asked for where grid columns are left out at its ends; ``align`` is where it
    stands if not where its table does, else "".
    """

    cells: tuple[Cell, ...]
    height: float = 0.0
    height_rule: str = "auto"
    may_split: bool = True
    header: bool = False
    before: float = 0.0
    after: float = 0.0
    align: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """A table: the widths of its grid columns (0 where the file has none), where it stands, and its rows.

    ``width`` is the preferred one in points, negative for a share of the text, 0 for none; ``fixed`` tells that the
    content does not widen the columns.
    """

    columns: tuple[float, ...]
    rows: tuple[Row, ...]
    place: Place
    align: str = "left"
    indent: float = 0.0
    width: float = 0.0
    spacing: float = 0.0
    alt: str = ""
    rtl: bool = False
    fixed: bool = False
    anchor: Anchor | None = None


Block = Paragraph | Table


@dataclass(frozen=True, slots=True, eq=False)
class Stories:
    """Headers or footers of a section by type: default, first, even."""

    default: tuple[Block, ...] | None = None
    first: tuple[Block, ...] | None = None
    even: tuple[Block, ...] | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Section:
    """A section: its paper, its running headers and footers, and its blocks.

    One with ``ends_bare`` ends in an empty paragraph that is none of its blocks.
    """

    page: PageSetup
    headers: Stories
    footers: Stories
    blocks: tuple[Block, ...]
    ends_bare: bool = False


@dataclass(frozen=True, slots=True)
class Settings:
    """What word/settings.xml decides about the layout; ``compatibility`` is Word's version mode (15 is 2013).

    ``letter`` is the size of the default paragraph style, ``halves_latin`` tells that Latin letters take half of what a
    grid adds to characters (17.15.3.3). ``fixed_spacing`` tells that spaces between paragraphs add up, and that
    automatic ones are 5 points (17.15.3.21).
    """

    compatibility: int = 12
    default_tab: float = 36.0
    even_and_odd: bool = False
    pages: PageSettings = PAGE_SETTINGS
    hyphenation: Hyphenation | None = None
    expands_breaks: bool = True
    grid_in_cells: bool = False
    letter: float = 10.0
    halves_latin: bool = False
    fixed_spacing: bool = False


@dataclass(frozen=True, slots=True)
class Properties:
    """The document's properties."""

    title: str = ""
    author: str = ""
    subject: str = ""
    keywords: str = ""
    language: str = ""
    created: datetime | None = None


@dataclass(frozen=True, slots=True)
class Unsupported:
    """Something in the file that is shown only as well as could be; ``shown`` says how, the code how bad it is."""

    what: str
    place: Place
    shown: str
    code: str = SHOWN_OTHERWISE


@dataclass(slots=True, eq=False)
class Document:
    """A whole Word file, ready to be laid out; ``shared`` is what its reader wrote down on the way."""

    sections: tuple[Section, ...]
    settings: Settings
    properties: Properties
    unsupported: list[Unsupported] = field(default_factory=list)
    fonts: Mapping[str, FontHint] = field(default_factory=dict)
    shared: Shared | None = None
    footnotes: Notes = field(default_factory=Notes)
    endnotes: Notes = field(default_factory=Notes)
