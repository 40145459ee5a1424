"""The style sheet: document defaults and the chains of paragraph, character and table styles."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from lxml import etree

from pipeline.ooxml.names import q
from pipeline.render.looks import OtherScripts
from pipeline.render.read.anchors import text_frame
from pipeline.render.read.colors import AUTO, is_dark
from pipeline.render.read.numbering import Numbering
from pipeline.render.read.properties import (
    TOGGLES,
    ParaProps,
    RunProps,
    Theme,
    merged_para,
    para_props,
    run_props,
)
from pipeline.render.read.units import attribute, child, value
from pipeline.render.tree import ParagraphStyle, RunStyle

MAX_CHAIN = 32
RELIEFS = ("outline", "shadow", "emboss", "imprint")
YIELDING_SIZE = 12.0  # points
FARTHEST = 1584.0  # points that letters are moved at most, as in Word

# What the names of Word's built-in headings mean where a style sheet leaves the outline level out.
_HEADINGS = {f"heading {n}": n - 1 for n in range(1, 10)}


@dataclass(frozen=True, slots=True, eq=False)
class StyleEntry:
    """One style as it stands in the sheet."""

    id: str
    kind: str
    name: str
    based_on: str
    node: etree._Element
    run: RunProps
    para: ParaProps


@dataclass
class StyleSheet:
    """Resolves styles; what it returns is shared, so equal runs get the same object.

    With ``yields_to_tables`` the default paragraph style leaves a table's style its size and alignment where its own
    are 12 points and left (overrideTableStyleFontSizeAndJustification off, [MS-DOCX]; not 11: measured by others).
    """

    entries: Mapping[str, StyleEntry]
    default_run: RunProps
    default_para: ParaProps
    defaults: Mapping[str, str]
    numbering: Numbering
    theme: Theme
    yields_to_tables: bool = False
    _para_chain: dict[str, tuple[ParaProps, RunProps]] = field(default_factory=dict, repr=False)
    _char_chain: dict[str, RunProps] = field(default_factory=dict, repr=False)
    _runs: dict[tuple[object, ...], RunStyle] = field(default_factory=dict, repr=False)
    _paras: dict[tuple[object, ...], ParagraphStyle] = field(default_factory=dict, repr=False)

    def chain(self, style_id: str, kind: str = "") -> tuple[StyleEntry, ...]:
        """Return a style and those that it is based on, the base first; a circle ends where it closes.

        With a ``kind``, a style of another kind is none: Word does not heed it.
        """
        found: list[StyleEntry] = []
        while style_id in self.entries and len(found) < MAX_CHAIN:
            entry = self.entries[style_id]
            if entry in found or kind not in {"", entry.kind}:
                break
            found.append(entry)
            style_id = entry.based_on
        return tuple(reversed(found))

    def paragraph(self, style_id: str) -> tuple[ParaProps, RunProps]:
        """Return what a paragraph style sets, through its chain; numbering indents come under the style's own."""
        if style_id not in self._para_chain:
            para: ParaProps = {}
            run: RunProps = {}
            for entry in self.chain(style_id, "paragraph"):
                if "number_id" in entry.para:
                    level = self.numbering.level(entry.para["number_id"], self._style_level(entry))
                    para = merged_para(para, level.para if level else {})
                para = merged_para(para, entry.para)
                run = {**run, **entry.run}
            self._para_chain[style_id] = (para, run)
        return self._para_chain[style_id]

    def _unnumbered(self, style_id: str) -> ParaProps:
        """Return what a paragraph style sets where the paragraph is taken out of the style's list (numId 0).

        The indents go with the list: those of the styles that name it, and those that they stand on.
        """
        chain = self.chain(style_id)
        numbered = max((at for at, entry in enumerate(chain) if "number_id" in entry.para), default=-1)
        para: ParaProps = {}
        for at, entry in enumerate(chain):
            para = merged_para(para, _without_indent(entry.para) if at <= numbered else entry.para)
        return para

    def _style_level(self, entry: StyleEntry) -> int:
        linked = self.numbering.level_of_style(entry.para.get("number_id", ""), entry.id)
        return entry.para.get("number_level", 0) if linked is None else linked

    def character(self, style_id: str) -> RunProps:
        """Return what a character style sets, through its chain."""
        if style_id not in self._char_chain:
            run: RunProps = {}
            for entry in self.chain(style_id, "character"):
                run = {**run, **entry.run}
            self._char_chain[style_id] = run
        return self._char_chain[style_id]

    def paragraph_style(self, direct: ParaProps, table: ParaProps) -> ParagraphStyle:
        """Return a paragraph's resolved style: defaults, table style, paragraph style, numbering, direct."""
        style_id = direct.get("style", "")
        if not self.chain(style_id, "paragraph"):
            style_id = self.defaults.get("paragraph", style_id)
        key = (style_id, tuple(sorted(direct.items(), key=_key)), tuple(sorted(table.items(), key=_key)))
        if key not in self._paras:
            self._paras[key] = self._paragraph_style(style_id, direct, table)
        return self._paras[key]

    def _paragraph_style(self, style_id: str, direct: ParaProps, table: ParaProps) -> ParagraphStyle:
        styled = self.paragraph(style_id)[0]
        if direct.get("number_id") == "0" and styled.get("number_id", "0") != "0":
            styled = self._unnumbered(style_id)
        props = merged_para(self.default_para, table)
        if styled.get("align") == "left" and "align" in table and self._yields(style_id, "align"):
            styled = styled.copy()
            del styled["align"]
        props = merged_para(props, styled)
        if "number_id" in direct or "number_level" in direct:
            number_id = direct.get("number_id", styled.get("number_id", ""))
            level = self.numbering.level(number_id, direct.get("number_level", 0))
            props = merged_para(props, level.para if level else {})
        props = merged_para(props, direct)
        if any(key in props for key in ("left_letters", "right_letters", "first_letters")):
            props = _with_letters(props, self.run_style("", {}, {}).size)
        return _finished_paragraph(props, style_id, self.name(style_id))

    def _yields(self, style_id: str, key: str) -> bool:
        """Return whether what a paragraph style sets is the default style's own, and that leaves it to tables."""
        own = self.defaults.get("paragraph", "")
        setters = [entry.id for entry in self.chain(style_id, "paragraph") if key in entry.run or key in entry.para]
        return self.yields_to_tables and setters == [own]

    def name(self, style_id: str) -> str:
        """Return a style's name, or its id when the sheet does not have it."""
        return self.entries[style_id].name if style_id in self.entries else style_id

    def run_style(self, para_style: str, direct: RunProps, table: RunProps, *, on_dark: bool = False) -> RunStyle:
        """Return a run's resolved style: defaults, table, paragraph, character, direct (17.7.2).

        Text of automatic colour is white where it stands ``on_dark`` ground of its paragraph or cell.
        """
        key = (para_style, tuple(sorted(direct.items(), key=_key)), tuple(sorted(table.items(), key=_key)), on_dark)
        if key not in self._runs:
            found = self._run_style(para_style, direct, table)
            white = on_dark and found.automatic and not found.background
            self._runs[key] = replace(found, color="ffffff") if white else found
        return self._runs[key]

    def _run_style(self, para_style: str, direct: RunProps, table: RunProps) -> RunStyle:
        style_id = para_style or self.defaults.get("paragraph", "")
        paragraph = self.paragraph(style_id)[1]
        if paragraph.get("size") == YIELDING_SIZE and "size" in table and self._yields(style_id, "size"):
            paragraph = paragraph.copy()
            del paragraph["size"]
        character = self.character(direct.get("style", "") or self.defaults.get("character", ""))
        props: RunProps = {**self.default_run, **table, **paragraph, **character}
        for toggle in TOGGLES:
            levels = [bool(level.get(toggle)) for level in (table, paragraph, character)]
            if any(toggle in level for level in (table, paragraph, character)):
                # -- 17.7.3: an odd number of levels that set it turns it on; the defaults' own "on" stays on --
                on = sum(levels) % 2 == 1 or bool(self.default_run.get(toggle))
                props[toggle] = on  # type: ignore[literal-required]
        return _finished_run({**props, **direct})


def _key(item: tuple[str, object]) -> str:
    return item[0]


def _bounded(points: float) -> float:
    return min(max(points, -FARTHEST), FARTHEST)


def _finished_run(props: RunProps) -> RunStyle:
    size = min(max(props.get("size", 10.0), 0.5), 1638.0)
    return RunStyle(
        family=props.get("family", "Times New Roman"),
        size=size,
        bold=props.get("bold", False),
        italic=props.get("italic", False),
        underline=props.get("underline", ""),
        underline_color=props.get("underline_color", ""),
        strike=props.get("strike", False),
        double_strike=props.get("double_strike", False),
        color=_color(props),
        background=props.get("highlight") or props.get("shade", ""),
        vertical=props.get("vertical", ""),
        caps=props.get("caps", False),
        small_caps=props.get("small_caps", False),
        spacing=_bounded(props.get("spacing", 0.0)),
        raised=_bounded(props.get("raised", 0.0)),
        scale=props.get("scale", 1.0),
        kern=0 < props.get("kern_from", 0.0) <= size,
        hidden=props.get("hidden", False),
        rtl=props.get("rtl", False),
        language=props.get("language", ""),
        automatic=props.get("color", AUTO) == AUTO,
        border=props.get("border"),
        emphasis=props.get("emphasis", ""),
        **_measured(props),
        **_relief(props),
        others=_others(props),
    )


def _measured(props: RunProps) -> dict[str, Any]:
    """Return what decides how far a run's characters stand apart beside what each is."""
    return {
        "on_grid": not props.get("no_grid", False),
        "across": props.get("across", ""),
        "combined": props.get("combined", ""),
        "fit_width": props.get("fit_width", 0.0),
        "fit_id": props.get("fit_id", ""),
    }


def _relief(props: RunProps) -> dict[str, Any]:
    """Return the reliefs of a text and its contour; letters without filling are outlined where they have one."""
    found = {kind for kind in RELIEFS if props.get(kind)}
    contour = props.get("contour")
    return {
        "relief": frozenset(found | ({"outline"} if props.get("hollow") and contour else set())),
        "contour": contour,
        "cast": props.get("cast"),
        "glow": props.get("glow"),
    }


def _color(props: RunProps) -> str:
    color = props.get("color", AUTO)
    if color != AUTO:
        return color
    return "ffffff" if is_dark(props.get("highlight") or props.get("shade", "")) else "000000"


def _others(props: RunProps) -> OtherScripts:
    family = props.get("family", "Times New Roman")
    return OtherScripts(
        props.get("family_high", family),
        props.get("family_east_asia", family),
        props.get("family_complex", family),
        props.get("hint", ""),
        min(max(props.get("size_complex", 10.0), 0.5), 1638.0),
        props.get("bold_complex", False),
        props.get("italic_complex", False),
        props.get("complex", False) or props.get("rtl", False),
        props.get("language_east_asia", ""),
        props.get("language_complex", ""),
    )


def _with_letters(props: ParaProps, size: float) -> ParaProps:
    """Return the properties with the indents that are counted in letters, each as wide as the default size."""
    counted = props.copy()
    if props.get("left_letters"):
        counted["left"] = props["left_letters"] * size
    if props.get("right_letters"):
        counted["right"] = props["right_letters"] * size
    if props.get("first_letters"):
        counted["first"] = props["first_letters"] * size
    return counted


def _without_indent(para: ParaProps) -> ParaProps:
    kept = para.copy()
    for key in ("left", "first"):
        kept.pop(key, None)  # type: ignore[misc]
    return kept


def _finished_paragraph(props: ParaProps, style_id: str, name: str) -> ParagraphStyle:
    level = props.get("outline_level", _HEADINGS.get(name.lower(), 9))
    return ParagraphStyle(
        style_id=style_id,
        style_name=name,
        align=props.get("align", "left"),
        left=props.get("left", 0.0),
        right=props.get("right", 0.0),
        first=props.get("first", 0.0),
        before=14.0 if props.get("before_auto") else max(props.get("before", 0.0), 0.0),
        after=14.0 if props.get("after_auto") else max(props.get("after", 0.0), 0.0),
        line=props.get("line", 1.0),
        line_rule=props.get("line_rule", "auto"),
        auto_before=props.get("before_auto", False),
        auto_after=props.get("after_auto", False),
        contextual=props.get("contextual", False),
        keep_next=props.get("keep_next", False),
        keep_lines=props.get("keep_lines", False),
        widow_control=props.get("widow_control", True),
        page_break_before=props.get("page_break_before", False),
        tabs=tuple(stop for stop in props.get("tabs", ()) if stop.kind != "clear"),
        borders=props.get("borders", ParagraphStyle().borders),
        background=props.get("background", ""),
        outline_level=level if 0 <= level <= 8 else None,
        rtl=props.get("rtl", False),
        hyphenate=not props.get("no_hyphens", False),
        east_asian_space=not (props.get("no_space_letters", False) or props.get("no_space_digits", False)),
        **_places(props),
    )


def _places(props: ParaProps) -> dict[str, Any]:
    """Return what decides where a paragraph and its lines stand beside what the text itself says."""
    align = props.get("text_align", "")
    return {
        "line_numbers": not props.get("no_line_numbers", False),
        "snap_to_grid": not props.get("no_grid", False),
        "frame": text_frame(dict(props["frame"])) if "frame" in props else None,
        "mirrored": props.get("mirrored", False),
        "text_align": align if align in {"top", "center", "bottom"} else "",
        "breaks_words": props.get("breaks_words", False),
        "keeps_signs": not props.get("no_kinsoku", False),
        "hangs": not props.get("no_hanging", False),
        "adjusts_right": not props.get("no_adjusting", False),
    }


def read_styles(root: etree._Element | None, numbering: Numbering, theme: Theme) -> StyleSheet:
    """Return the style sheet of a w:styles part; without one, every style is Word's bare default."""
    entries: dict[str, StyleEntry] = {}
    defaults: dict[str, str] = {}
    for node in root.iterchildren(q("w:style")) if root is not None else ():
        entry = _entry(node, theme)
        entries.setdefault(entry.id, entry)
        if attribute(node, "w:default") in {"1", "true", "on"}:
            defaults.setdefault(entry.kind, entry.id)
    doc_defaults = child(root, "w:docDefaults")
    run = run_props(child(child(doc_defaults, "w:rPrDefault"), "w:rPr"), theme)
    para = para_props(child(child(doc_defaults, "w:pPrDefault"), "w:pPr"))
    return StyleSheet(entries, run, para, defaults, numbering, theme)


def _entry(node: etree._Element, theme: Theme) -> StyleEntry:
    return StyleEntry(
        attribute(node, "w:styleId") or "",
        attribute(node, "w:type") or "paragraph",
        value(node, "w:name") or "",
        value(node, "w:basedOn") or "",
        node,
        run_props(child(node, "w:rPr"), theme),
        para_props(child(node, "w:pPr")),
    )
