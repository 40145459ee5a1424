"""The table of contents: the template's own TOC field, with the entries stored that Word would put there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.compose.fields import ComplexField, complex_fields, switches
from pipeline.compose.setting import Setting
from pipeline.compose.styles import StyleSheet
from pipeline.compose.xml import (
    Element,
    element,
    field_char,
    field_instruction,
    paragraph,
    plain_text,
    run,
    style_of,
    text_run,
)
from pipeline.findings.catalogue import finding
from pipeline.model.origin import WordOrigin
from pipeline.ooxml.names import q
from pipeline.ooxml.numbers import whole

UNKNOWN_PAGE = "–"
_FIRST_BOOKMARK = 100_000_001


@dataclass(frozen=True)
class Entry:
    """A heading that the table lists, on this level of it, under this bookmark."""

    level: int
    text: str
    bookmark: str


def write_contents(setting: Setting, place: WordOrigin) -> None:
    """Store the entries of each TOC field of the document and put bookmarks around the headings they lead to."""
    root = setting.draft.document
    fields = [one for one in complex_fields(root) if one.instruction.split()[:1] == ["TOC"]]
    for field in fields:
        levels = listed_styles(field.instruction, setting.styles)
        entries = list(_mark_headings(root, levels, setting.styles))
        if not _replace_result(field, entries, setting.styles):
            message = "innehållsförteckningens fält börjar och slutar inte i samma del av mallen"
            setting.findings.add(finding("KOM111", message, place))
        _say_left_out(root, levels, setting, place)


def _said(node: Element) -> str:
    return plain_text(node).strip()


def _say_left_out(root: Element, levels: dict[str, int], setting: Setting, place: WordOrigin) -> None:
    """Tell of headings of the paper's highest level that the table does not list, once for each style."""
    styles = dict.fromkeys(map(style_of, root.iter(q("w:p"))))
    depth = {style: level for style in styles if (level := setting.styles.heading_level(style))}
    used = ((style_of(node), node) for node in root.iter(q("w:p")))
    headings = [(depth[style], style, text) for style, node in used if style in depth and (text := _said(node))]
    highest = min((level for level, _, _ in headings if level), default=0)
    left_out = {style: text for level, style, text in reversed(headings) if level == highest and style not in levels}
    for style, text in left_out.items() if highest else ():
        count = sum(each == style for _, each, _ in headings)
        message = f"innehållsförteckningen tar inte med formatmallen ”{setting.styles.name(style)}”"
        shown = f"som {count} av rapportens översta rubriker har, bland dem ”{text}”"
        setting.findings.add(finding("KOM308", f"{message}, {shown}", place))


def listed_styles(instruction: str, styles: StyleSheet) -> dict[str, int]:
    r"""Return the ids of the styles that a TOC field lists, with their levels.

    ``\o`` asks for the built-in headings of a range of levels, ``\t`` for styles by name and ``\u`` for every style
    with an outline level.
    """
    asked = switches(instruction)
    levels: dict[str, int] = {}
    low, high = _level_range(asked.get("o", ""))
    if "o" in asked:
        levels.update({styles.find(f"heading {n}"): n for n in range(low, high + 1)})
    if "u" in asked:
        outlined = {identity: styles.heading_level(identity) for identity in styles.identities}
        levels.update({identity: n for identity, n in outlined.items() if low <= n <= high})
    named = re.split(r"[;,]", asked.get("t", ""))
    for name, level in zip(named[::2], named[1::2], strict=False):
        if level.strip().isdigit():
            levels[styles.require(name.strip())] = whole(level, 1)
    return {identity: level for identity, level in levels.items() if identity}


def _level_range(text: str) -> tuple[int, int]:
    numbers = [int(number) for number in re.findall(r"\d", text)]
    return (numbers[0], numbers[-1]) if numbers else (1, 9)


def _mark_headings(root: Element, levels: dict[str, int], styles: StyleSheet) -> Iterator[Entry]:
    identities = (whole(node.get(q("w:id"))) for node in root.iter(q("w:bookmarkStart")))
    identity = 1 + max(identities, default=0)
    for number, node in enumerate(_headings(root, levels)):
        name = _bookmark_of(node)
        if not name:
            name = f"_Toc{_FIRST_BOOKMARK + number}"
            _put_bookmark(node, name, str(identity + number))
        yield Entry(levels[style_of(node)], plain_text(node).strip(), name)


def _headings(root: Element, levels: dict[str, int]) -> list[Element]:
    return [node for node in root.iter(q("w:p")) if style_of(node) in levels and plain_text(node).strip()]


def _bookmark_of(node: Element) -> str:
    names = (mark.get(q("w:name"), "") for mark in node.iterfind(q("w:bookmarkStart")))
    return next((name for name in names if name.startswith("_Toc")), "")


def _put_bookmark(node: Element, name: str, identity: str) -> None:
    first = 1 if len(node) and node[0].tag == q("w:pPr") else 0
    node.insert(first, element("w:bookmarkStart", id=identity, name=name))
    node.append(element("w:bookmarkEnd", id=identity))


def _replace_result(field: ComplexField, entries: list[Entry], styles: StyleSheet) -> bool:
    """Put the entries between the field's separator and its end; return whether the field was whole."""
    if field.separate is None or field.end is None:
        return False
    first, last = _paragraph_of(field.separate), _paragraph_of(field.end)
    parent = first.getparent()
    if parent is None or last.getparent() is not parent:
        return False
    opening = _run_children(first)[: 1 + _run_children(first).index(_run_of(field.separate))]
    closing = _run_children(last)[_run_children(last).index(_run_of(field.end)) :]
    made = [_entry_paragraph(entry, styles) for entry in entries] or [paragraph("")]
    _prepend(made[0], opening)
    start, stop = parent.index(first), parent.index(last)
    if first is last:
        made[-1].extend(closing)
        parent[start : stop + 1] = made
    else:
        for child in [child for child in last if child.tag != q("w:pPr") and child not in closing]:
            last.remove(child)
        parent[start:stop] = made
    return True


def _paragraph_of(node: Element) -> Element:
    return next(node.iterancestors(q("w:p")))


def _run_of(mark: Element) -> Element:
    return next(mark.iterancestors(q("w:r")))


def _run_children(node: Element) -> list[Element]:
    return [child for child in node if child.tag != q("w:pPr")]


def _prepend(node: Element, children: list[Element]) -> None:
    place = 1 if len(node) and node[0].tag == q("w:pPr") else 0
    node[place:place] = children


def _entry_paragraph(entry: Entry, styles: StyleSheet) -> Element:
    page = [field_char("begin"), field_instruction(f"PAGEREF {entry.bookmark} \\h"), field_char("separate")]
    content = [text_run(entry.text), run(element("w:tab")), *page, text_run(UNKNOWN_PAGE), field_char("end")]
    link = element("w:hyperlink", *content, anchor=entry.bookmark, history="1")
    return paragraph(styles.require(f"toc {entry.level}"), link)
