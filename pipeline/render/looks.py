"""How text looks, resolved through its styles: of runs, of paragraphs, of the lines around them.

Lengths are points (1/72 inch), colours ``rrggbb``. A part of the layout tree (``pipeline.render.tree``).
"""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.render.floating import TextFrame


@dataclass(frozen=True, slots=True)
class Border:
    """A border line: its style as OOXML names it, width and distance to the text."""

    style: str
    width: float
    color: str
    space: float = 0.0


@dataclass(frozen=True, slots=True, eq=False)
class OtherScripts:
    """How those characters of a run look that are not ASCII: families, and what complex scripts have of their own.

    ``high`` serves the Latin letters beyond ASCII (w:hAnsi); ``hint`` says whose the characters are that several
    scripts share; with ``all_complex`` every character is of a complex script (w:cs, w:rtl).
    """

    high: str = ""
    east_asia: str = ""
    complex: str = ""
    hint: str = ""
    complex_size: float = 10.0
    complex_bold: bool = False
    complex_italic: bool = False
    all_complex: bool = False
    language_east_asia: str = ""
    language_complex: str = ""


NO_OTHERS = OtherScripts()


@dataclass(frozen=True, slots=True)
class RunStyle:
    """How a run of text looks, resolved. ``vertical`` is "", "superscript" or "subscript".

    ``automatic`` tells that its colour is chosen for the ground; ``fit_width`` is the width that it is stretched to
    together with its neighbours of one ``fit_id``. ``change`` tells that the text is shown as inserted or deleted.
    ``spoken`` is what a listener hears instead of it; ``relief`` holds outline, shadow, emboss and imprint,
    ``contour`` is the colour and the width of the line around its letters, ``cast`` how far to the right and below a
    shadow stands and its colour, ``glow`` how far it reaches, its colour and how much that covers. ``on_grid`` tells
    that the grid of characters counts for it (17.3.2.34), ``upright`` that East Asian characters stand across their
    line, ``across`` that all of it does: in one place ("free", or "fit" where it is pressed into that, 17.3.2.10), or
    letter by letter ("stack"). What is ``combined`` stands as two lines in one, within brackets of that kind, "none"
    for none; what is ``unseen`` is read and heard alone, since its letters are drawn otherwise.
    """

    family: str = "Times New Roman"
    size: float = 10.0
    bold: bool = False
    italic: bool = False
    underline: str = ""
    underline_color: str = ""
    strike: bool = False
    double_strike: bool = False
    color: str = "000000"
    background: str = ""
    vertical: str = ""
    caps: bool = False
    small_caps: bool = False
    spacing: float = 0.0
    raised: float = 0.0
    scale: float = 1.0
    kern: bool = False
    hidden: bool = False
    rtl: bool = False
    language: str = ""
    automatic: bool = True
    border: Border | None = None
    emphasis: str = ""
    change: str = ""
    spoken: str = ""
    relief: frozenset[str] = frozenset()
    contour: tuple[str, float] | None = None
    cast: tuple[float, float, str] | None = None
    glow: tuple[float, str, float] | None = None
    on_grid: bool = True
    upright: bool = False
    across: str = ""
    combined: str = ""
    unseen: bool = False
    fit_width: float = 0.0
    fit_id: str = ""
    others: OtherScripts = NO_OTHERS


@dataclass(frozen=True, slots=True)
class TabPlace:
    """Where a tab goes that names its own place (17.3.3.23): left, center or right of the margins or the indents."""

    align: str = "left"
    base: str = "margin"
    leader: str = ""


@dataclass(frozen=True, slots=True)
class Hyphenation:
    """How words are parted: the room at a line's end that is left as it is, how many lines in a row may end so."""

    zone: float = 18.0
    most_in_row: int = 0
    capitals: bool = True


@dataclass(frozen=True, slots=True)
class TabStop:
    """A tab stop from the left edge of the text; ``kind`` is left, center, right, decimal or bar."""

    position: float
    kind: str = "left"
    leader: str = ""


@dataclass(frozen=True, slots=True)
class Borders:
    """Borders of a paragraph, a cell or a page; ``between`` stands between equal paragraphs, ``bar`` beside one."""

    top: Border | None = None
    bottom: Border | None = None
    left: Border | None = None
    right: Border | None = None
    between: Border | None = None
    bar: Border | None = None


NO_BORDERS = Borders()


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """How a paragraph is set, resolved. ``line_rule`` is auto (``line`` is then a factor), exact or atLeast.

    ``auto_before`` and ``auto_after`` tell that the space is that of web pages (17.3.1.33), which depends on the place.
    ``mirrored`` tells that the indents change sides on even pages, ``text_align`` is top, center or bottom
    where what stands in a line is aligned so, "" on the baseline. ``breaks_words`` tells that a line may end inside a
    word (17.3.1.45), ``keeps_signs`` that some signs begin or end no line, ``hangs`` that one may stand beyond it,
    ``adjusts_right`` that lines on a grid of characters end with a whole cell (17.3.1.1).
    """

    style_id: str = ""
    style_name: str = ""
    align: str = "left"
    left: float = 0.0
    right: float = 0.0
    first: float = 0.0
    before: float = 0.0
    after: float = 0.0
    line: float = 1.0
    line_rule: str = "auto"
    auto_before: bool = False
    auto_after: bool = False
    contextual: bool = False
    keep_next: bool = False
    keep_lines: bool = False
    widow_control: bool = True
    page_break_before: bool = False
    tabs: tuple[TabStop, ...] = ()
    borders: Borders = NO_BORDERS
    background: str = ""
    outline_level: int | None = None
    rtl: bool = False
    hyphenate: bool = True
    east_asian_space: bool = True
    snap_to_grid: bool = True
    line_numbers: bool = True
    frame: TextFrame | None = None
    mirrored: bool = False
    text_align: str = ""
    breaks_words: bool = False
    keeps_signs: bool = True
    hangs: bool = True
    adjusts_right: bool = True
