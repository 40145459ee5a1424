"""Lists: items that follow each other become nested lists, whose labels say what they say in Word."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from pipeline.render.read.numberformats import formatted
from pipeline.render.tree import ListLabel, ParagraphStyle
from pipeline.web.markup import classes, element, escaped, opening

_DEEPEST = 8
_LONGEST_NUMBER = 9  # digits, which a browser counts with
_TYPES = {"decimal": None, "lowerLetter": "a", "upperLetter": "A", "lowerRoman": "i", "upperRoman": "I"}
_LABEL = re.compile(r"(\(?)([0-9]+|[A-Za-z]+)([.)]?)")
_PUNCTUATION = {("", "."): "", ("", ")"): "half", ("(", ")"): "both", ("", ""): "bare"}
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}


@dataclass(frozen=True)
class Marker:
    """How HTML shows a label: the list's element, its type and class, and the number, or the label's own words."""

    tag: str
    kind: str | None = None
    name: str = ""
    number: int | None = None
    words: str = ""
    direction: str | None = None


def marker_of(label: ListLabel) -> Marker:
    """Return the marker: a browser's own where it says the same as the label, else the label in words."""
    text = label.text.strip()
    if label.numbering == "bullet" and (len(text) <= 1 or not any(map(str.isalnum, text))):
        return Marker("ul")
    if not text:
        return Marker("ul", name="tyst")
    number = _number(text, label.numbering)
    if number is None:
        return Marker("ul", name="egen", words=label.text)
    found = _LABEL.fullmatch(text)
    assert found is not None
    return Marker("ol", _TYPES[label.numbering], _PUNCTUATION[found[1], found[3]], number)


def _number(text: str, numbering: str) -> int | None:
    """Return the number that a label is in a format that HTML knows, or None."""
    found = _LABEL.fullmatch(text)
    if found is None or numbering not in _TYPES or (found[1], found[3]) not in _PUNCTUATION:
        return None
    number = _counted(found[2], numbering)
    return number if number is not None and formatted(number, numbering) == found[2] else None


def _counted(core: str, numbering: str) -> int | None:
    if numbering == "decimal":
        return int(core) if core.isdecimal() and len(core) <= _LONGEST_NUMBER else None
    if numbering.endswith("Letter"):
        return ord(core.lower()) - ord("a") + 1 if len(core) == 1 and core.isalpha() else None
    values = [_ROMAN.get(sign, 0) for sign in core.lower()]
    if 0 in values or len(values) > _LONGEST_NUMBER:
        return None
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < following else value for value, following in pairs)


@dataclass
class _Open:
    number_id: str
    level: int
    marker: Marker
    left: float
    last: int

    @property
    def key(self) -> tuple[object, ...]:
        marker = self.marker
        return self.number_id, marker.tag, marker.kind, marker.name, marker.direction


@dataclass
class ListWriter:
    """Writes the items of one container; ``close`` ends what is open and returns the whole."""

    _out: list[str] = field(default_factory=list)
    _open: list[_Open] = field(default_factory=list)

    @property
    def number_id(self) -> str:
        """Return the list that is open, "" for none."""
        return self._open[-1].number_id if self._open else ""

    @property
    def left(self) -> float:
        """Return how far the open list stands in."""
        return self._open[-1].left if self._open else 0.0

    def item(self, label: ListLabel, style: ParagraphStyle, html: str, identity: str | None = None) -> None:
        """Write an item; the next may stand in it."""
        marker = replace(marker_of(label), direction="rtl" if style.rtl else None)
        level = min(max(label.level, 0), _DEEPEST)
        new = _Open(label.number_id, level, marker, style.left, marker.number or 0)
        while self._open and (self._open[-1].level > level or self._ends(new)):
            self._end()
        value = None
        if self._open and self._open[-1].level == level:
            self._out.append("</li>")
            value = marker.number if marker.number != self._open[-1].last + 1 else None
            self._open[-1].last = new.last
        else:
            self._begin(new)
        words = element("span", escaped(marker.words)) + " " if marker.words else ""
        self._out.append(opening("li", id=identity, value=value) + words + html)

    def more(self, html: str) -> None:
        """Write something that belongs to the item before."""
        self._out.append(html)

    def close(self) -> str:
        """End all lists and return them."""
        while self._open:
            self._end()
        whole = "".join(self._out)
        self._out.clear()
        return whole

    def _ends(self, new: _Open) -> bool:
        return self._open[-1].level == new.level and self._open[-1].key != new.key

    def _begin(self, new: _Open) -> None:
        marker = new.marker
        start = marker.number if marker.number not in {None, 1} else None
        self._out.append(
            opening(marker.tag, type=marker.kind, start=start, class_=classes(marker.name), dir=marker.direction)
        )
        self._open.append(new)

    def _end(self) -> None:
        self._out.append(f"</li></{self._open.pop().marker.tag}>")


def nested(entries: list[tuple[int, str]]) -> str:
    """Return entries of a level and HTML each as ordered lists inside each other."""
    out: list[str] = []
    open_levels: list[int] = []
    for level, html in entries:
        while len(open_levels) > 1 and open_levels[-1] > level and open_levels[-2] >= level:
            out.append("</li></ol>")
            open_levels.pop()
        if not open_levels or open_levels[-1] < level:
            out.append("<ol>")
            open_levels.append(level)
        else:
            out.append("</li>")
            open_levels[-1] = level
        out.append(f"<li>{html}")
    return "".join(out) + "</li></ol>" * len(open_levels)
