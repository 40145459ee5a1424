"""Prose in the template's own styles: paragraphs, headings, lists and tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from pipeline.compose.inlines import set_inlines
from pipeline.compose.numbering import MAX_LEVEL
from pipeline.compose.prose_table import set_table
from pipeline.compose.setting import Setting
from pipeline.compose.styles import MAX_HEADING
from pipeline.compose.xml import Element, element, paragraph, text_run
from pipeline.findings.catalogue import finding
from pipeline.model.origin import Origin
from pipeline.model.prose import Block, Heading, Inline, ItemList, Paragraph, Prose


@dataclass(frozen=True)
class Place:
    """Where blocks stand: below which heading level, in which paragraph style, how deep in lists."""

    level: int
    style: str
    depth: int = 0


def set_prose(prose: Prose, level: int, setting: Setting) -> list[Element]:
    """Return the blocks of ``prose``; its own headings go one below ``level`` and further down."""
    return set_blocks(prose.blocks, Place(level, setting.profile.styles.paragraph), setting)


def set_blocks(blocks: Iterable[Block], place: Place, setting: Setting) -> list[Element]:
    """Return the blocks as paragraphs and tables."""
    return [made for block in blocks for made in _set_block(block, place, setting)]


def _set_block(block: Block, place: Place, setting: Setting) -> list[Element]:
    if isinstance(block, Paragraph):
        return [paragraph(setting.styles.require(place.style), *set_inlines(block.content, block.origin, setting))]
    if isinstance(block, Heading):
        runs = set_inlines(block.content, block.origin, setting)
        return [paragraph(heading_style(place.level + block.level, setting, block.origin), *runs)]
    if isinstance(block, ItemList):
        return _set_list(block, place, setting)
    return [set_table(block, setting, lambda content, style: set_blocks(content, replace(place, style=style), setting))]


def heading_style(level: int, setting: Setting, origin: Origin | None = None) -> str:
    """Return the id of the template's heading style of a level, counted from 1.

    A level below the template's deepest has the style of that one, with a finding at ``origin``.
    """
    base, wanted = setting.profile.styles.heading, min(level, MAX_HEADING)
    there = next((n for n in range(wanted, 0, -1) if setting.styles.find(f"{base} {n}")), 0)
    if there in {0, wanted}:
        return setting.styles.require(f"{base} {wanted}")
    message = f"en rubrik ligger på nivå {wanted} men mallen har rubriker till nivå {there}, som den får formen av"
    setting.findings.add(finding("KOM309", message, origin or setting.styles.origin))
    return setting.styles.find(f"{base} {there}")


def set_heading(text: str, level: int, setting: Setting, *, style: str = "") -> list[Element]:
    """Return a heading in the style of that name, or in the heading style of its level."""
    identity = setting.styles.require(style) if style else heading_style(level, setting)
    return [paragraph(identity, text_run(text))]


def set_points(points: Sequence[Prose], setting: Setting) -> list[Element]:
    """Return the points of a decision: numbered only where there is more than one."""
    if len(points) == 1:
        return set_prose(points[0], 1, setting)
    items = tuple(point.blocks for point in points)
    return _set_list(ItemList(ordered=True, items=items, origin=setting.case.origin), _start(setting), setting)


def _start(setting: Setting) -> Place:
    return Place(1, setting.profile.styles.paragraph)


def _set_list(items: ItemList, place: Place, setting: Setting) -> list[Element]:
    names = setting.profile.styles
    style = setting.styles.require(names.number if items.ordered else names.bullet)
    depth = min(place.depth, MAX_LEVEL)
    number = setting.numbering.of_style(style)
    if items.ordered and number:
        number = setting.numbering.restart(number, depth, items.start)
    own = _ListStyle(style, number, depth, direct=items.ordered or depth > 0)
    return [made for item in items.items for made in _set_item(item, own, place, setting)]


@dataclass(frozen=True)
class _ListStyle:
    style: str
    number: str
    depth: int
    direct: bool


def _set_item(item: tuple[Block, ...], own: _ListStyle, place: Place, setting: Setting) -> list[Element]:
    made: list[Element] = []
    first = item[0] if item and isinstance(item[0], Paragraph) else None
    made.append(_item_paragraph(first.content if first else (), own, item, setting))
    inner = replace(place, depth=place.depth + 1)
    for block in item[1:] if first else item:
        if isinstance(block, Paragraph):
            runs = set_inlines(block.content, block.origin, setting)
            made.append(paragraph(setting.styles.require(place.style), *runs, settings=_continued(own, setting)))
        else:
            made.extend(_set_block(block, inner, setting))
    return made


def _item_paragraph(content: tuple[Inline, ...], own: _ListStyle, item: tuple[Block, ...], setting: Setting) -> Element:
    settings = [_number_properties(own.number, own.depth)] if own.direct and own.number else []
    origin = item[0].origin if item else setting.case.origin
    return paragraph(own.style, *set_inlines(content, origin, setting), settings=settings)


def _continued(own: _ListStyle, setting: Setting) -> list[Element]:
    """Return what sets a further paragraph of an item below its first: the same indent."""
    indent = setting.numbering.indent(own.number, own.depth)
    return [element("w:ind", left=indent)] if indent else []


def _number_properties(number: str, depth: int) -> Element:
    return element("w:numPr", element("w:ilvl", val=str(depth)), element("w:numId", val=number))
