"""Numbering: list definitions, and the label of each item in the order of the document."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from pipeline.ooxml.names import q
from pipeline.render.read.numberformats import formatted
from pipeline.render.read.properties import ParaProps, RunProps, Theme, para_props, run_props
from pipeline.render.read.symbols import from_symbol_font
from pipeline.render.read.units import attribute, child, integer, length, switch, value


@dataclass(frozen=True, slots=True, eq=False)
class Level:
    """A level of a list: its format, its text with %1 … %9, how label and paragraph look, its picture's number.

    A ``legacy`` one has no tab: its label is at least so wide, with at least so much space behind it, in points.
    """

    format: str
    text: str
    start: int
    restart: int | None
    suffix: str
    align: str
    style: str
    legal: bool
    run: RunProps
    para: ParaProps
    picture: str = ""
    legacy: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Instance:
    """A list (w:num): its abstract definition with this list's overrides; ``starts`` restart a level."""

    abstract: str
    levels: Mapping[int, Level]
    starts: Mapping[int, int]


@dataclass
class Numbering:
    """All lists of a document, and the counters while it is read from top to bottom."""

    instances: Mapping[str, Instance] = field(default_factory=dict)
    _counters: dict[str, dict[int, int]] = field(default_factory=dict)
    _started: set[tuple[str, int]] = field(default_factory=set)

    def level(self, number_id: str, level: int) -> Level | None:
        """Return a level of a list, or None when the list or the level does not exist."""
        instance = self.instances.get(number_id)
        return None if instance is None else instance.levels.get(level)

    def level_of_style(self, number_id: str, style_id: str) -> int | None:
        """Return the level of a list that is tied to a paragraph style (w:lvl/w:pStyle), or None."""
        instance = self.instances.get(number_id)
        for index, level in sorted(instance.levels.items()) if instance else ():
            if level.style == style_id:
                return index
        return None

    def advance(self, number_id: str, level: int, language: str = "") -> str | None:
        """Count one item and return its label's text, or None when the list has no such level.

        ``language`` is that of the label, where its number is in words.
        """
        definition = self.level(number_id, level)
        if definition is None:
            return None
        instance = self.instances[number_id]
        counters = self._counters.setdefault(instance.abstract, {})
        self._count(number_id, level, counters, instance)
        for deeper in [n for n in counters if n > level]:
            restart = instance.levels[deeper].restart if deeper in instance.levels else None
            if restart is None or (restart and level < restart):
                del counters[deeper]
        return self._text(level, counters, instance, language)

    def _count(self, number_id: str, level: int, counters: dict[int, int], instance: Instance) -> None:
        if level in instance.starts and (number_id, level) not in self._started:
            self._started.add((number_id, level))
            counters[level] = instance.starts[level]
        elif level in counters:
            counters[level] += 1
        else:
            counters[level] = instance.starts.get(level, instance.levels[level].start)

    @staticmethod
    def _text(level: int, counters: dict[int, int], instance: Instance, language: str) -> str:
        definition = instance.levels[level]
        if definition.format == "bullet":
            return definition.text

        def number(match: re.Match[str]) -> str:
            index = int(match[1]) - 1
            if index > min(level, DEEPEST):
                return ""
            source = instance.levels.get(index, definition)
            written = source.format if source.format in _NO_NUMBER or not definition.legal else "decimal"
            count = counters.get(index, source.start)
            return "" if written == "bullet" else formatted(count, written, language)

        return _PLACE.sub(number, definition.text)


DEEPEST = 8  # the ninth level, which is the last
_PLACE = re.compile("%([1-9])")
PICTURE_BULLET = "•"  # a picture as bullet is shown as a plain one
_NO_NUMBER = {"none", "bullet"}


def read_numbering(root: etree._Element | None, theme: Theme) -> Numbering:
    """Return the lists of a w:numbering part; none without one."""
    if root is None:
        return Numbering()
    abstracts = {attribute(node, "w:abstractNumId") or "": node for node in root.iterchildren(q("w:abstractNum"))}
    nodes = {attribute(node, "w:numId") or "": node for node in root.iterchildren(q("w:num"))}
    linked = {value(node, "w:styleLink") or "": node for node in abstracts.values()}
    instances = {number_id: _instance(node, abstracts, linked, theme) for number_id, node in nodes.items() if number_id}
    return Numbering(instances)


def _instance(
    node: etree._Element,
    abstracts: Mapping[str, etree._Element],
    linked: Mapping[str, etree._Element],
    theme: Theme,
) -> Instance:
    abstract_id = value(node, "w:abstractNumId") or ""
    abstract = abstracts.get(abstract_id)
    link = value(abstract, "w:numStyleLink")
    if link and link in linked:
        abstract = linked[link]
        abstract_id = attribute(abstract, "w:abstractNumId") or abstract_id
    levels = _levels(abstract, theme)
    starts: dict[int, int] = {}
    for override in node.iterchildren(q("w:lvlOverride")):
        index = integer(attribute(override, "w:ilvl"))
        start = value(override, "w:startOverride")
        own = child(override, "w:lvl")
        if own is not None:
            levels[index] = _level(own, theme)
        if start is not None:
            starts[index] = integer(start, 1)
    return Instance(abstract_id, levels, starts)


def _levels(abstract: etree._Element | None, theme: Theme) -> dict[int, Level]:
    nodes = abstract.iterchildren(q("w:lvl")) if abstract is not None else ()
    return {integer(attribute(node, "w:ilvl")): _level(node, theme) for node in nodes}


def _number_format(node: etree._Element) -> str:
    """Return a level's number format; one of its own (``custom``) stands in an alternative since Word 2010."""
    found = child(node, "w:numFmt")
    if found is None:
        alternative = child(node, "mc:AlternateContent")
        found = child(child(alternative, "mc:Choice"), "w:numFmt")
        found = found if found is not None else child(child(alternative, "mc:Fallback"), "w:numFmt")
    name = attribute(found, "w:val") or "decimal"
    return f"custom:{attribute(found, 'w:format') or ''}" if name == "custom" else name


def _level(node: etree._Element, theme: Theme) -> Level:
    run = run_props(child(node, "w:rPr"), theme)
    number_format = _number_format(node)
    text = value(node, "w:lvlText") or ""
    if number_format == "bullet":
        if child(node, "w:lvlPicBulletId") is not None:
            text = PICTURE_BULLET
        text, run = from_symbol_font(text, run)
    restart = value(node, "w:lvlRestart")
    return Level(
        number_format,
        text,
        integer(value(node, "w:start"), 1 if number_format == "bullet" else 0),
        None if restart is None else integer(restart),
        value(node, "w:suff") or "tab",
        {"start": "left", "end": "right"}.get(value(node, "w:lvlJc") or "left", value(node, "w:lvlJc") or "left"),
        value(node, "w:pStyle") or "",
        bool(switch(node, "w:isLgl")),
        run,
        para_props(child(node, "w:pPr")),
        value(node, "w:lvlPicBulletId") or "" if number_format == "bullet" else "",
        _legacy(child(node, "w:legacy")),
    )


def _legacy(node: etree._Element | None) -> tuple[float, float] | None:
    """Return the width and the space of a label as programs before Word 97 set it (17.9.6), None for others."""
    if attribute(node, "w:legacy") not in {"1", "true", "on"}:
        return None
    found = (length(node, f"w:legacy{name}") or 0.0 for name in ("Indent", "Space"))
    indent, space = (max(amount, 0.0) for amount in found)
    return indent, space
