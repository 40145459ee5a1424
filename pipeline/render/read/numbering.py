"""Numbering: list definitions, and the label of each item in the order of the document."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from pipeline.ooxml.names import q
from pipeline.render.read.properties import ParaProps, RunProps, Theme, para_props, run_props
from pipeline.render.read.symbols import from_symbol_font
from pipeline.render.read.units import attribute, child, integer, value


@dataclass(frozen=True, slots=True, eq=False)
class Level:
    """A level of a list: its format, its text with %1 … %9, and how label and paragraph look."""

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

    def advance(self, number_id: str, level: int) -> str | None:
        """Count one item and return its label's text, or None when the list has no such level."""
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
        return self._text(definition, level, counters, instance)

    def _count(self, number_id: str, level: int, counters: dict[int, int], instance: Instance) -> None:
        if level in instance.starts and (number_id, level) not in self._started:
            self._started.add((number_id, level))
            counters[level] = instance.starts[level]
        elif level in counters:
            counters[level] += 1
        else:
            counters[level] = instance.levels[level].start

    @staticmethod
    def _text(definition: Level, level: int, counters: dict[int, int], instance: Instance) -> str:
        if definition.format == "none":
            return ""
        if definition.format == "bullet":
            return definition.text
        text = definition.text
        for index in range(min(level, DEEPEST) + 1):
            if f"%{index + 1}" not in text:
                continue
            source = instance.levels.get(index, definition)
            number_format = "decimal" if definition.legal and source.format != "bullet" else source.format
            number = counters.get(index, source.start)
            text = text.replace(f"%{index + 1}", formatted(number, number_format))
        return text


DEEPEST = 8  # the ninth level, which is the last
LAST_LETTER = 780  # thirty letters Z, where Word begins anew


def formatted(number: int, number_format: str) -> str:
    """Return a number in an OOXML number format (17.18.59); formats of other scripts come out as digits."""
    if number_format in {"upperRoman", "lowerRoman"}:
        roman = _roman(number)
        return roman if number_format == "upperRoman" else roman.lower()
    if number_format in {"upperLetter", "lowerLetter"} and 0 < number <= LAST_LETTER:
        letter = chr(ord("A") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letter if number_format == "upperLetter" else letter.lower()
    if number_format == "decimalZero":
        return f"{number:02d}"
    if number_format == "ordinal":
        return f"{number}:{'a' if number % 10 in {1, 2} and number % 100 not in {11, 12} else 'e'}"
    if number_format == "numberInDash":
        return f"- {number} -"
    return "" if number_format == "none" else str(number)


_ROMAN = ("M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I")


def _roman(number: int) -> str:
    if not 0 < number < 32768:
        return str(number)
    text = ""
    steps = (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1)
    for step, sign in zip(steps, _ROMAN, strict=True):
        count, number = divmod(number, step)
        text += sign * count
    return text


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


def _level(node: etree._Element, theme: Theme) -> Level:
    run = run_props(child(node, "w:rPr"), theme)
    number_format = value(node, "w:numFmt") or "decimal"
    text = value(node, "w:lvlText") or ""
    if number_format == "bullet":
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
        child(node, "w:isLgl") is not None,
        run,
        para_props(child(node, "w:pPr")),
    )
