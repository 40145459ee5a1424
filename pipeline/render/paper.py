"""The paper of sections in the layout tree: margins, columns, frames, line numbers, and Word's switches for pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.render.notetree import NoteSetup

if TYPE_CHECKING:
    from pipeline.render.looks import Borders, RunStyle

FOOTNOTES, ENDNOTES = NoteSetup(), NoteSetup("docEnd", "lowerRoman")


@dataclass(frozen=True, slots=True)
class Columns:
    """Text columns: width of each and the space after it; ``rtl`` tells that the first stands on the right (17.6.1)."""

    widths: tuple[tuple[float, float], ...] = ()
    separator: bool = False
    rtl: bool = False


@dataclass(frozen=True, slots=True)
class PageBorders:
    """Lines around the page (w:pgBorders, 17.6.10).

    ``display`` is allPages, firstPage or notFirstPage; ``from_text`` tells that the lines' distance is to the text;
    ``art`` is the name of a pattern of pictures, which is drawn as a straight line.
    """

    edges: Borders
    display: str = "allPages"
    from_text: bool = True
    behind: bool = False
    art: str = ""


@dataclass(frozen=True, slots=True)
class LineNumbers:
    """Numbers in the margin (w:lnNumType, 17.6.8): on each line that ``every`` divides, from ``start``.

    ``restart`` is newPage, newSection or continuous; a ``distance`` of None is Word's own.
    """

    every: int = 1
    start: int = 1
    restart: str = "newPage"
    distance: float | None = None


@dataclass(frozen=True, slots=True)
class CharacterGrid:
    """The grid of a section: what is added to each character, and how wide its cells are, in points.

    ``snaps`` tells that characters stand in cells; ``halves`` that Latin ones take half of what others take
    (w:balanceSingleByteDoubleByteWidth, 17.15.3.3).
    """

    extra: float
    pitch: float
    snaps: bool = False
    halves: bool = False

    def unused(self, width: float) -> float:
        """Return how much of a line is no whole cell, which its right indent takes (w:adjustRightInd, 17.3.1.1)."""
        return max(width % self.pitch, 0.0) if width > self.pitch else 0.0


@dataclass(frozen=True, slots=True)
class PageSetup:
    """A section's paper. ``start`` is how it begins: nextPage, continuous, evenPage, oddPage or nextColumn.

    ``grid`` is the height of the lines of the document grid, 0 without one (17.6.5), ``characters`` what its grid of
    characters adds to each, and whether they stand in its cells. ``chapter_level`` is the heading level whose number
    stands before the page number, 0 for none. ``vertical`` tells that lines run down from the right, with East Asian
    characters "upright" or "turned" as all others (17.6.20). With ``no_endnotes`` those of the section stand at the end
    of the next one (17.6.9).
    """

    width: float = 595.3
    height: float = 841.9
    top: float = 72.0
    right: float = 72.0
    bottom: float = 72.0
    left: float = 72.0
    header: float = 36.0
    footer: float = 36.0
    gutter: float = 0.0
    gutter_right: bool = False
    start: str = "nextPage"
    first_differs: bool = False
    number_start: int | None = None
    number_format: str = "decimal"
    chapter_level: int = 0
    chapter_separator: str = "-"
    columns: Columns = Columns()
    borders: PageBorders | None = None
    line_numbers: LineNumbers | None = None
    vertical_align: str = "top"
    vertical: str = ""
    grid: float = 0.0
    characters: tuple[float, bool] | None = None
    footnotes: NoteSetup = FOOTNOTES
    endnotes: NoteSetup = ENDNOTES
    no_endnotes: bool = False


@dataclass(frozen=True, slots=True)
class PageSettings:
    """What word/settings.xml decides about pages: margins that mirror, the gutter, and compatibility switches.

    ``number_style`` is how the numbers of lines look.
    """

    mirror_margins: bool = False
    gutter_at_top: bool = False
    balance_columns: bool = True
    split_break_mark: bool = False
    top_space_after_break: bool = True
    background: str = ""
    frame_around_header: bool = True
    frame_around_footer: bool = True
    number_style: RunStyle | None = None


PAGE_SETTINGS = PageSettings()
