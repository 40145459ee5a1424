"""Sections: paper, margins, columns and which headers and footers run (w:sectPr)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from lxml import etree

from pipeline.ooxml.names import q
from pipeline.render.looks import Border, Borders
from pipeline.render.notetree import NoteSetup
from pipeline.render.paper import ENDNOTES, FOOTNOTES, Columns, LineNumbers, PageBorders, PageSetup
from pipeline.render.read.properties import borders
from pipeline.render.read.units import attribute, child, integer, length, switch, value

_SEPARATORS = {"hyphen": "-", "period": ".", "colon": ":", "emDash": "\u2014", "enDash": "\u2013"}
# The borders of 17.18.2 that are lines; all others are rows of pictures.
LINES = {
    *("none", "single", "thick", "double", "triple", "dotted", "dashed", "dotDash", "dotDotDash", "dashSmallGap"),
    *("dashDotStroked", "wave", "doubleWave", "threeDEmboss", "threeDEngrave", "outset", "inset"),
    *(
        f"{kind}{gap}Gap"
        for kind in ("thinThick", "thickThin", "thinThickThin")
        for gap in ("Small", "Medium", "Large")
    ),
}
ART_WIDTH = 1.5
# Sections whose lines run down; those from the bottom upwards Word sets downwards too (measured by others).
VERTICAL = {"tbRl": "upright", "rl": "upright", "tbRlV": "turned", "rlV": "turned", "btLr": "turned", "lr": "turned"}
_WIDEST_SPACE = 500.0  # points between the characters of a grid
SHORTEST, LONGEST = 7.2, 1584.0  # the sides of paper that Word knows, which PDF/A allows (ISO 19005-2, 6.1.13)


def page_setup(node: etree._Element | None, notes: tuple[NoteSetup, NoteSetup] = (FOOTNOTES, ENDNOTES)) -> PageSetup:
    """Return a section's paper; what it leaves out is Word's default (Letter, margins of an inch).

    ``notes`` is how the whole document sets its footnotes and endnotes.
    """
    if node is None:
        return PageSetup(width=612.0, height=792.0, footnotes=notes[0], endnotes=notes[1])
    size, margins, numbers = child(node, "w:pgSz"), child(node, "w:pgMar"), child(node, "w:pgNumType")
    start = attribute(numbers, "w:start")
    return PageSetup(
        width=_paper(length(size, "w:w"), 612.0),
        height=_paper(length(size, "w:h"), 792.0),
        top=_or(length(margins, "w:top"), 72.0),
        right=_or(length(margins, "w:right"), 72.0),
        bottom=_or(length(margins, "w:bottom"), 72.0),
        left=_or(length(margins, "w:left"), 72.0),
        header=_or(length(margins, "w:header"), 36.0),
        footer=_or(length(margins, "w:footer"), 36.0),
        gutter=_or(length(margins, "w:gutter"), 0.0),
        gutter_right=bool(switch(node, "w:rtlGutter")),
        start=value(node, "w:type") or "nextPage",
        first_differs=bool(switch(node, "w:titlePg")),
        number_start=None if start is None else integer(start),
        number_format=attribute(numbers, "w:fmt") or "decimal",
        chapter_level=max(integer(attribute(numbers, "w:chapStyle")), 0),
        chapter_separator=_SEPARATORS.get(attribute(numbers, "w:chapSep") or "hyphen", "-"),
        columns=replace(_columns(child(node, "w:cols")), rtl=bool(switch(node, "w:bidi"))),
        borders=_page_borders(child(node, "w:pgBorders")),
        line_numbers=_line_numbers(child(node, "w:lnNumType")),
        **_directions(node),
        **_grids(child(node, "w:docGrid")),
        footnotes=note_setup(child(node, "w:footnotePr"), notes[0]),
        endnotes=replace(note_setup(child(node, "w:endnotePr"), notes[1]), position=notes[1].position),
        no_endnotes=bool(switch(node, "w:noEndnote")),
    )


def _directions(node: etree._Element) -> dict[str, Any]:
    """Return how the text stands between top and bottom, and whether its lines run down."""
    vertical = VERTICAL.get(value(node, "w:textDirection") or "", "")
    return {"vertical_align": value(node, "w:vAlign") or "top", "vertical": vertical}


def _grids(node: etree._Element | None) -> dict[str, Any]:
    return {"grid": _grid(node), "characters": _characters(node)}


def _grid(node: etree._Element | None) -> float:
    """Return the height of the grid's lines; the default type has none."""
    snaps = attribute(node, "w:type") in {"lines", "linesAndChars", "snapToChars"}
    pitch = length(node, "w:linePitch") if snaps else None
    return min(max(pitch or 0.0, 0.0), 1584.0)


def _characters(node: etree._Element | None) -> tuple[float, bool] | None:
    """Return what the grid adds to each character, in points, and whether they stand in cells (w:charSpace)."""
    kind = attribute(node, "w:type")
    if kind not in {"linesAndChars", "snapToChars"}:
        return None
    space = integer(attribute(node, "w:charSpace")) / 4096
    return min(max(space, -_WIDEST_SPACE), _WIDEST_SPACE), kind == "snapToChars"


def note_setup(node: etree._Element | None, default: NoteSetup) -> NoteSetup:
    """Return how notes are placed and numbered (w:footnotePr, w:endnotePr); what is left out is the default's."""
    if node is None:
        return default
    number_format = attribute(child(node, "w:numFmt"), "w:format") if value(node, "w:numFmt") == "custom" else None
    return NoteSetup(
        value(node, "w:pos") or default.position,
        f"custom:{number_format}" if number_format else value(node, "w:numFmt") or default.number_format,
        integer(value(node, "w:numStart"), default.start),
        value(node, "w:numRestart") or default.restart,
    )


def _page_borders(node: etree._Element | None) -> PageBorders | None:
    if node is None:
        return None
    drawn = borders(node)
    art = next(
        (line.style for line in (drawn.top, drawn.left, drawn.bottom, drawn.right) if line and _is_art(line)), ""
    )
    return PageBorders(
        Borders(*(_plain(line) for line in (drawn.top, drawn.bottom, drawn.left, drawn.right))),
        attribute(node, "w:display") or "allPages",
        attribute(node, "w:offsetFrom") != "page",
        attribute(node, "w:zOrder") == "back",
        art,
    )


def _is_art(line: Border) -> bool:
    return line.style not in LINES


def _plain(line: Border | None) -> Border | None:
    """Return a line as it is drawn: one of pictures becomes a straight one."""
    return replace(line, style="single", width=ART_WIDTH) if line is not None and _is_art(line) else line


def _line_numbers(node: etree._Element | None) -> LineNumbers | None:
    """Return a section's line numbers; without w:countBy there are none (17.6.8)."""
    every = integer(attribute(node, "w:countBy"))
    if node is None or every <= 0:
        return None
    start = integer(attribute(node, "w:start"), 0)
    return LineNumbers(every, start, attribute(node, "w:restart") or "newPage", length(node, "w:distance"))


def _paper(side: float | None, default: float) -> float:
    return min(max(side, SHORTEST), LONGEST) if side and side > 0 else default


def _or(number: float | None, default: float) -> float:
    return default if number is None else number


def _columns(node: etree._Element | None) -> Columns:
    """Return the columns; ``widths`` is empty for one, and holds widths of 0 where all are equal."""
    if node is None:
        return Columns()
    separator = attribute(node, "w:sep") in {"1", "true", "on"}
    own = [(length(col, "w:w") or 0.0, length(col, "w:space") or 0.0) for col in node.iterchildren(q("w:col"))]
    if own and attribute(node, "w:equalWidth") in {"0", "false", "off"}:
        return Columns(tuple(own) if len(own) > 1 else (), separator)
    count = min(integer(attribute(node, "w:num"), 1), 45)
    space = _or(length(node, "w:space"), 36.0)
    return Columns(((0.0, space),) * count if count > 1 else (), separator)


def references(node: etree._Element | None, kind: str) -> dict[str, str]:
    """Return the relationship ids of a section's headers or footers by type (default, first, even)."""
    if node is None:
        return {}
    found = node.iterchildren(q(f"w:{kind}Reference"))
    return {attribute(item, "w:type") or "default": item.get(q("r:id"), "") for item in found}
