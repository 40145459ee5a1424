"""Paragraph properties as they stand in one place (w:pPr), before any cascade; those of runs are beside them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from typing import Any, TypedDict

from lxml import etree

from pipeline.ooxml.names import q
from pipeline.render.read.colors import Theme, color, fill, themed
from pipeline.render.read.runprops import TOGGLES, RunProps, language_tag, run_props
from pipeline.render.read.units import attribute, integer, is_on, length, local_attributes, measure
from pipeline.render.tree import Border, Borders, TabStop

__all__ = ["TOGGLES", "RunProps", "Theme", "color", "fill", "language_tag", "run_props"]


class ParaProps(TypedDict, total=False):
    """What a w:pPr sets; a missing key is inherited."""

    style: str
    align: str
    left: float
    right: float
    first: float
    left_letters: float
    right_letters: float
    first_letters: float
    before: float
    after: float
    before_auto: bool
    after_auto: bool
    line: float
    line_rule: str
    contextual: bool
    keep_next: bool
    keep_lines: bool
    widow_control: bool
    page_break_before: bool
    tabs: tuple[TabStop, ...]
    borders: Borders
    background: str
    outline_level: int
    number_id: str
    number_level: int
    rtl: bool
    mirrored: bool
    text_align: str
    no_hyphens: bool
    no_grid: bool
    no_line_numbers: bool
    no_space_letters: bool
    no_space_digits: bool
    breaks_words: bool
    no_kinsoku: bool
    no_hanging: bool
    no_adjusting: bool
    frame: tuple[tuple[str, str], ...]


A_LINE = 12.0  # points, where space is counted in lines; a length beside is what Word reckoned
MOST_LINES, TALLEST = 132.0, 1584.0  # the line spacing that Word takes, in lines and in points


def border(node: etree._Element | None, theme: Theme | None = None) -> Border | None:
    """Return a border; one of style nil or none comes back with width 0, since it overrides others."""
    if node is None:
        return None
    style = attribute(node, "w:val") or "nil"
    if style in {"nil", "none"}:
        return Border("none", 0.0, "")
    eighths = integer(attribute(node, "w:sz"), 4)
    tint = themed(node, theme or {}) or "000000"
    return Border(style, max(eighths, 2) / 8, tint, float(integer(attribute(node, "w:space"))))


def borders(node: etree._Element) -> Borders:
    """Return the borders of a w:pBdr, w:tcBorders or w:pgBorders; start and end are left and right."""
    side = {etree.QName(child).localname: border(child) for child in node if isinstance(child.tag, str)}
    return Borders(
        side.get("top"),
        side.get("bottom"),
        side.get("left") or side.get("start"),
        side.get("right") or side.get("end"),
        side.get("between"),
        side.get("bar"),
    )


_LETTERS = {
    "left": (("w:startChars", 1), ("w:leftChars", 1)),
    "right": (("w:endChars", 1), ("w:rightChars", 1)),
    "first": (("w:hangingChars", -1), ("w:firstLineChars", 1)),
}


def _indent(node: etree._Element, props: ParaProps) -> None:
    for key, names in (("left", ("w:start", "w:left")), ("right", ("w:end", "w:right"))):
        for name in names:
            amount = length(node, name)
            if amount is not None:
                props[key] = amount  # type: ignore[literal-required]
                break
    hanging, first = length(node, "w:hanging"), length(node, "w:firstLine")
    if hanging is not None:
        props["first"] = -hanging
    elif first is not None:
        props["first"] = first
    _indent_in_letters(node, props)


def _indent_in_letters(node: etree._Element, props: ParaProps) -> None:
    """Read indents that are counted in hundredths of a letter; a length beside one is what Word reckoned from it."""
    for key, names in _LETTERS.items():
        if key in props:
            props[f"{key}_letters"] = 0.0  # type: ignore[literal-required]
            continue
        for name, sign in names:
            count = integer(attribute(node, name))
            if count:
                props[f"{key}_letters"] = sign * count / 100  # type: ignore[literal-required]
                break


def _spacing(node: etree._Element, props: ParaProps) -> None:
    for key, auto, name in (("before", "before_auto", "w:before"), ("after", "after_auto", "w:after")):
        amount, lines = length(node, name), attribute(node, f"{name}Lines")
        if amount is not None or lines is not None:
            in_lines = integer(lines) / 100 * A_LINE
            props[key] = in_lines if amount is None else amount  # type: ignore[literal-required]
        automatic = attribute(node, f"{name}Autospacing")
        if automatic is not None:
            props[auto] = automatic not in {"0", "false", "off"}  # type: ignore[literal-required]
    rule = attribute(node, "w:lineRule") or "auto"
    line = attribute(node, "w:line")
    amount = measure(line, 1 / 240 if rule == "auto" else 1 / 20)
    if amount is not None:
        most = MOST_LINES if rule == "auto" else TALLEST
        props["line"], props["line_rule"] = (min(amount, most), rule) if amount > 0 else (1.0, "auto")


def _tabs(node: etree._Element, props: ParaProps) -> None:
    stops = []
    for tab in node.iter(q("w:tab")):
        position = length(tab, "w:pos")
        if position is not None:
            kind = {"start": "left", "end": "right", "num": "left"}.get(
                attribute(tab, "w:val") or "left", attribute(tab, "w:val") or "left"
            )
            leader = attribute(tab, "w:leader") or ""
            stops.append(TabStop(position, kind, "" if leader == "none" else leader))
    props["tabs"] = tuple(stops)


def _numbering(node: etree._Element, props: ParaProps) -> None:
    for item in node:
        if item.tag == q("w:numId"):
            props["number_id"] = attribute(item, "w:val") or "0"
        elif item.tag == q("w:ilvl"):
            props["number_level"] = integer(attribute(item, "w:val"))


def _para_switch(key: str) -> Callable[[etree._Element, ParaProps], None]:
    def read(node: etree._Element, props: ParaProps) -> None:
        props[key] = is_on(node)  # type: ignore[literal-required]

    return read


def _para_switch_off(key: str) -> Callable[[etree._Element, ParaProps], None]:
    def read(node: etree._Element, props: ParaProps) -> None:
        props[key] = not is_on(node)  # type: ignore[literal-required]

    return read


def _set(key: str, convert: Callable[[etree._Element], Any]) -> Callable[[etree._Element, ParaProps], None]:
    def read(node: etree._Element, props: ParaProps) -> None:
        props[key] = convert(node)  # type: ignore[literal-required]

    return read


_ALIGN = {"start": "left", "end": "right", "both": "justify", "center": "center", "thaiDistribute": "justify"}
_ALIGN |= dict.fromkeys(("lowKashida", "mediumKashida", "highKashida"), "justify")
_PARA_READERS: dict[str, Callable[[etree._Element, ParaProps], None]] = {
    q("w:pStyle"): _set("style", lambda node: attribute(node, "w:val") or ""),
    q("w:keepNext"): _para_switch("keep_next"),
    q("w:keepLines"): _para_switch("keep_lines"),
    q("w:pageBreakBefore"): _para_switch("page_break_before"),
    q("w:widowControl"): _para_switch("widow_control"),
    q("w:contextualSpacing"): _para_switch("contextual"),
    q("w:suppressAutoHyphens"): _para_switch("no_hyphens"),
    q("w:suppressLineNumbers"): _para_switch("no_line_numbers"),
    q("w:snapToGrid"): _para_switch_off("no_grid"),
    q("w:autoSpaceDE"): _para_switch_off("no_space_letters"),
    q("w:autoSpaceDN"): _para_switch_off("no_space_digits"),
    q("w:wordWrap"): _para_switch_off("breaks_words"),
    q("w:kinsoku"): _para_switch_off("no_kinsoku"),
    q("w:overflowPunct"): _para_switch_off("no_hanging"),
    q("w:adjustRightInd"): _para_switch_off("no_adjusting"),
    q("w:bidi"): _para_switch("rtl"),
    q("w:mirrorIndents"): _para_switch("mirrored"),
    q("w:textAlignment"): _set("text_align", lambda node: attribute(node, "w:val") or ""),
    q("w:numPr"): _numbering,
    q("w:pBdr"): _set("borders", borders),
    q("w:shd"): _set("background", fill),
    q("w:tabs"): _tabs,
    q("w:framePr"): _set("frame", lambda node: tuple(sorted(local_attributes(node).items()))),
    q("w:spacing"): _spacing,
    q("w:ind"): _indent,
    q("w:jc"): _set(
        "align", lambda node: _ALIGN.get(attribute(node, "w:val") or "", attribute(node, "w:val") or "left")
    ),
    q("w:outlineLvl"): _set("outline_level", lambda node: integer(attribute(node, "w:val"), 9)),
}


def para_props(node: etree._Element | None) -> ParaProps:
    """Return what a w:pPr sets, its w:rPr and w:sectPr apart."""
    props: ParaProps = {}
    for item in node if node is not None else ():
        reader = _PARA_READERS.get(item.tag)
        if reader is not None:
            reader(item, props)
    return props


def merged_tabs(base: tuple[TabStop, ...], over: tuple[TabStop, ...]) -> tuple[TabStop, ...]:
    """Return the tab stops of two levels together; "clear" takes one away (17.3.1.37)."""
    stops = {round(stop.position, 2): stop for stop in base}
    for stop in over:
        stops[round(stop.position, 2)] = stop
    return tuple(stops[key] for key in sorted(stops) if stops[key].kind != "clear")


def merged_borders(base: Borders, over: Borders) -> Borders:
    """Return the borders of two levels together: each side is a property of its own (17.3.1.24)."""
    pairs = ((getattr(base, side.name), getattr(over, side.name)) for side in fields(Borders))
    return Borders(*(below if own is None else own for below, own in pairs))


def merged_para(base: ParaProps, over: ParaProps) -> ParaProps:
    """Return paragraph properties with those of ``over`` set on top; tab stops add up."""
    result: ParaProps = {**base, **over}
    if "tabs" in base and "tabs" in over:
        kept = tuple(stop for stop in over["tabs"])
        result["tabs"] = merged_tabs(base["tabs"], kept)
    if "borders" in base and "borders" in over:
        result["borders"] = merged_borders(base["borders"], over["borders"])
    if "frame" in base and "frame" in over:
        result["frame"] = tuple(sorted({**dict(base["frame"]), **dict(over["frame"])}.items()))
    return result
