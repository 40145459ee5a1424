"""The lists of a page as w:numbering: a definition for each ol and ul and those within it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.sax.saxutils import quoteattr

from lxml import etree

DEEPEST = 8
MOST_LISTS = 5_000
STEP = 36.0  # points that each level stands further in, as in Word
_BACK = 18.0
_FORMATS = {
    "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman", "1": "decimal",
    "lower-alpha": "lowerLetter", "lower-latin": "lowerLetter", "upper-alpha": "upperLetter",
    "upper-latin": "upperLetter", "lower-roman": "lowerRoman", "upper-roman": "upperRoman", "decimal": "decimal",
    "decimal-leading-zero": "decimalZero",
}  # fmt: skip
_BULLETS = {"disc": "•", "circle": "○", "square": "▪"}
_BY_LEVEL = ("disc", "circle", "square")


@dataclass(frozen=True, slots=True)
class ListKind:
    """What stands before the items of a list; ``number`` is its w:numId, 0 where nothing does."""

    number: int
    level: int


@dataclass
class Lists:
    """Makes the definitions while a page is written: for each the levels that its lists within each other have."""

    _made: list[dict[int, str]] = field(default_factory=list)

    def begin(self, node: etree._Element, css: Mapping[str, str], level: int, outer: ListKind | None) -> ListKind:
        """Return the kind of a list element at a level from 0, within the ``outer`` one.

        Lists within each other are one, so that no space stands between them, unless they count otherwise.
        """
        level = min(level, DEEPEST)
        kind = (css.get("list-style-type") or css.get("list-style") or node.get("type") or "").strip()
        kind = next((word for word in kind.split() if word in _FORMATS or word.lower() in {*_BULLETS, "none"}), "")
        if kind.lower() == "none" or len(self._made) >= MOST_LISTS:
            return ListKind(0, level)
        if kind in _FORMATS or (node.tag == "ol" and kind.lower() not in _BULLETS):
            text, number_format = f"%{level + 1}.", _FORMATS.get(kind, "decimal")
        else:
            text, number_format = _BULLETS[kind.lower() or _BY_LEVEL[level % 3]], "bullet"
        defined = (
            f'<w:lvl w:ilvl="{level}"><w:start w:val="{_start(node)}"/><w:numFmt w:val="{number_format}"/>'
            f"<w:lvlText w:val={quoteattr(text)}/></w:lvl>"
        )
        levels = self._made[outer.number - 1] if outer is not None and outer.number else None
        if outer is not None and levels is not None and levels.setdefault(level, defined) == defined:
            return ListKind(outer.number, level)
        self._made.append({level: defined})
        return ListKind(len(self._made), level)

    @property
    def xml(self) -> str:
        """Return the content of w:numbering."""
        definitions = (
            f'<w:abstractNum w:abstractNumId="{number}">{"".join(levels.values())}</w:abstractNum>'
            for number, levels in enumerate(self._made, 1)
        )
        instances = (
            f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'
            for number in range(1, len(self._made) + 1)
        )
        return "".join((*definitions, *instances))


def _start(node: etree._Element) -> int:
    try:
        return min(max(int(node.get("start") or "1"), 0), 100_000)
    except ValueError:
        return 1


def hanging() -> float:
    """Return how far the first line of an item stands out, in points."""
    return -_BACK
