"""Run properties as they stand in one place (w:rPr), before any cascade (ECMA-376 part 1, 17.3.2)."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypedDict

from lxml import etree

from pipeline.ooxml.names import q
from pipeline.render.read.colors import AUTO, HIGHLIGHTS, Theme, fill, themed
from pipeline.render.read.textfills import glow, ink, is_hollow, outline, shadow
from pipeline.render.read.units import attribute, integer, is_on, measure
from pipeline.render.tree import Border


class RunProps(TypedDict, total=False):
    """What a w:rPr sets; a missing key is inherited."""

    family: str
    family_high: str
    family_east_asia: str
    family_complex: str
    hint: str
    size: float
    size_complex: float
    bold: bool
    bold_complex: bool
    italic: bool
    italic_complex: bool
    complex: bool
    underline: str
    underline_color: str
    strike: bool
    double_strike: bool
    color: str
    highlight: str
    shade: str
    vertical: str
    caps: bool
    small_caps: bool
    spacing: float
    raised: float
    scale: float
    kern_from: float
    hidden: bool
    outline: bool
    shadow: bool
    emboss: bool
    imprint: bool
    rtl: bool
    language: str
    language_east_asia: str
    language_complex: str
    border: Border | None
    emphasis: str
    no_grid: bool
    across: str
    combined: str
    contour: tuple[str, float] | None
    cast: tuple[float, float, str] | None
    glow: tuple[float, str, float] | None
    hollow: bool
    fit_width: float
    fit_id: str
    style: str


# The toggle properties of ECMA-376 part 1, 17.7.3: set in two levels of the style hierarchy, they cancel out.
TOGGLES = (
    "bold",
    "italic",
    "caps",
    "small_caps",
    "strike",
    "double_strike",
    "hidden",
    "outline",
    "shadow",
    "emboss",
    "imprint",
    "bold_complex",
    "italic_complex",
)

_LANGUAGE = re.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_SLOTS = (
    ("family", "w:ascii", "w:asciiTheme"),
    ("family_high", "w:hAnsi", "w:hAnsiTheme"),
    ("family_east_asia", "w:eastAsia", "w:eastAsiaTheme"),
    ("family_complex", "w:cs", "w:cstheme"),
)


def _fonts(node: etree._Element, props: RunProps, theme: Theme) -> None:
    for key, plain, themed_name in _SLOTS:
        name = theme.get(attribute(node, themed_name) or "") or attribute(node, plain)
        if name:
            props[key] = name  # type: ignore[literal-required]
    hint = attribute(node, "w:hint")
    if hint:
        props["hint"] = hint


def _underline(node: etree._Element, props: RunProps, theme: Theme) -> None:
    kind = attribute(node, "w:val")
    if kind:
        props["underline"] = "" if kind == "none" else kind
    props["underline_color"] = themed(node, theme)


def language_tag(text: str) -> str:
    """Return a language as BCP 47 writes it, or "" for what is none, such as Word's x-none."""
    tag = text.strip().replace("_", "-")
    return tag if _LANGUAGE.fullmatch(tag) else ""


def _language(node: etree._Element, props: RunProps, _theme: Theme) -> None:
    for key, name in (("language", "w:val"), ("language_east_asia", "w:eastAsia"), ("language_complex", "w:bidi")):
        if tag := language_tag(attribute(node, name) or ""):
            props[key] = tag  # type: ignore[literal-required]


def _color(node: etree._Element, props: RunProps, theme: Theme) -> None:
    props["color"] = themed(node, theme, "w:val") or AUTO


def _highlight(node: etree._Element, props: RunProps, _theme: Theme) -> None:
    props["highlight"] = HIGHLIGHTS.get(attribute(node, "w:val") or "", "")


def _vertical(node: etree._Element, props: RunProps, _theme: Theme) -> None:
    kind = attribute(node, "w:val") or ""
    props["vertical"] = kind if kind in {"superscript", "subscript"} else ""


def _scale(node: etree._Element, props: RunProps, _theme: Theme) -> None:
    percent = (attribute(node, "w:val") or "100").rstrip("%")
    props["scale"] = min(max(integer(percent, 100), 1), 600) / 100


def _number(key: str, unit: float) -> Callable[[etree._Element, RunProps, Theme], None]:
    def read(node: etree._Element, props: RunProps, _theme: Theme) -> None:
        amount = measure(attribute(node, "w:val"), unit)
        if amount is not None:
            props[key] = amount  # type: ignore[literal-required]

    return read


def _switch(key: str) -> Callable[[etree._Element, RunProps, Theme], None]:
    def read(node: etree._Element, props: RunProps, _theme: Theme) -> None:
        props[key] = is_on(node)  # type: ignore[literal-required]

    return read


def _shade(node: etree._Element, props: RunProps, theme: Theme) -> None:
    props["shade"] = fill(node, theme)


def _border(node: etree._Element, props: RunProps, theme: Theme) -> None:
    kind = attribute(node, "w:val") or "nil"
    width = max(integer(attribute(node, "w:sz"), 4), 2) / 8
    space = float(min(max(integer(attribute(node, "w:space")), 0), 31))
    line = Border(kind, width, themed(node, theme) or "000000", space)
    props["border"] = None if kind in {"nil", "none"} else line


def _emphasis(node: etree._Element, props: RunProps, _theme: Theme) -> None:
    kind = attribute(node, "w:val") or "none"
    props["emphasis"] = "" if kind == "none" else kind


def _fit(node: etree._Element, props: RunProps, _theme: Theme) -> None:
    width = measure(attribute(node, "w:val"))
    if width is not None and width > 0:
        props["fit_width"], props["fit_id"] = width, attribute(node, "w:id") or ""


def _text_fill(node: etree._Element, props: RunProps, theme: Theme) -> None:
    props["hollow"] = is_hollow(node)
    if color := ink(node, theme):
        props["color"] = color


def _text_outline(node: etree._Element, props: RunProps, theme: Theme) -> None:
    props["contour"] = outline(node, theme)


def _east_asian_layout(node: etree._Element, props: RunProps, _theme: Theme) -> None:
    if _is_set(node, "w:vert"):
        props["across"] = "fit" if _is_set(node, "w:vertCompress") else "free"
    if _is_set(node, "w:combine"):
        props["combined"] = attribute(node, "w:combineBrackets") or "none"


def _is_set(node: etree._Element, name: str) -> bool:
    return attribute(node, name) in {"1", "true", "on"}


def _snaps(node: etree._Element, props: RunProps, _theme: Theme) -> None:
    props["no_grid"] = not is_on(node)


def _shadow(node: etree._Element, props: RunProps, theme: Theme) -> None:
    props["cast"] = shadow(node, theme)


def _glow(node: etree._Element, props: RunProps, theme: Theme) -> None:
    props["glow"] = glow(node, theme)


def _style(node: etree._Element, props: RunProps, _theme: Theme) -> None:
    props["style"] = attribute(node, "w:val") or ""


_RUN_READERS: dict[str, Callable[[etree._Element, RunProps, Theme], None]] = {
    q("w:rStyle"): _style,
    q("w:rFonts"): _fonts,
    q("w:b"): _switch("bold"),
    q("w:bCs"): _switch("bold_complex"),
    q("w:i"): _switch("italic"),
    q("w:iCs"): _switch("italic_complex"),
    q("w:cs"): _switch("complex"),
    q("w:caps"): _switch("caps"),
    q("w:smallCaps"): _switch("small_caps"),
    q("w:strike"): _switch("strike"),
    q("w:dstrike"): _switch("double_strike"),
    q("w:vanish"): _switch("hidden"),
    q("w:outline"): _switch("outline"),
    q("w:shadow"): _switch("shadow"),
    q("w:emboss"): _switch("emboss"),
    q("w:imprint"): _switch("imprint"),
    q("w:rtl"): _switch("rtl"),
    q("w:color"): _color,
    q("w:sz"): _number("size", 1 / 2),
    q("w:szCs"): _number("size_complex", 1 / 2),
    q("w:bdr"): _border,
    q("w:em"): _emphasis,
    q("w:snapToGrid"): _snaps,
    q("w:eastAsianLayout"): _east_asian_layout,
    q("w:fitText"): _fit,
    q("w:kern"): _number("kern_from", 1 / 2),
    q("w:spacing"): _number("spacing", 1 / 20),
    q("w:position"): _number("raised", 1 / 2),
    q("w:w"): _scale,
    q("w:u"): _underline,
    q("w:highlight"): _highlight,
    q("w:shd"): _shade,
    q("w:vertAlign"): _vertical,
    q("w:lang"): _language,
    q("w14:textFill"): _text_fill,
    q("w14:textOutline"): _text_outline,
    q("w14:shadow"): _shadow,
    q("w14:glow"): _glow,
}


def run_props(node: etree._Element | None, theme: Theme) -> RunProps:
    """Return what a w:rPr sets."""
    props: RunProps = {}
    for item in node if node is not None else ():
        reader = _RUN_READERS.get(item.tag)
        if reader is not None:
            reader(item, props, theme)
    return props
