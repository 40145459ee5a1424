"""Straight axes: the room that their labels take, their lines, marks and titles."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.render.charts.ground import Ground
from pipeline.render.charts.model import Axis, Caption
from pipeline.render.charts.pen import Area, Pen, Point, width_of, wrap

_GAP = 5.0  # between an axis and its labels
_LEADING = 1.2
_MOST_LINES = 3
_LEVEL = 1.35  # times the size of labels is a level of them high
_TITLE_SHARE = 0.2  # of the chart that a title beside an upright axis takes
_MOST_TICKS = 300
_OTHER = {"l": "r", "r": "l", "t": "b", "b": "t"}
LONGEST_SHARE = 0.4  # of the chart that labels may take


@dataclass(frozen=True, slots=True)
class Side:
    """An axis with its labels, on the side of the plot where it is shown.

    Every so many (``every``) of the ``texts`` is one that is shown; ``inside`` is the share of the plot, from the left
    or from below, at which an axis stands that has its labels beside it within the plot. Labels of ``outer`` levels
    stand below these, each until the next.
    """

    axis: Axis
    side: str
    texts: Sequence[str]
    centred: bool = False
    every: int = 0
    inside: float | None = None
    outer: tuple[Mapping[int, str], ...] = ()

    @property
    def upright(self) -> bool:
        """Return whether the axis stands to the left or right."""
        return self.side in {"l", "r"}

    @property
    def _labelled(self) -> bool:
        return not self.axis.deleted and self.axis.labels != "none" and any(self.texts)

    def room(self, area: Area) -> float:
        """Return the room that labels and title take beside the plot."""
        size = self.axis.style.size
        room = 0.0
        if self._labelled:
            longest = max(width_of(text, self.axis.style) for text in self.texts)
            most = (area.width if self.upright else area.height) * LONGEST_SHARE
            within = self.inside is not None
            room = (
                0.0
                if within
                else _GAP + min(self._wide(longest) if self.upright else self._height(area.width, longest), most)
            )
            room += len(self.outer) * size * _LEVEL
        if self.axis.title is not None and not self.axis.deleted:
            room += self._title_room(self.axis.title, area)
        return room or size / 2

    def _title_room(self, title: Caption, area: Area) -> float:
        if self._is_level(title):
            return max(width_of(row, title.style) for row in self._title_rows(title, area)) + title.style.size * 0.6
        return title.style.size * 1.6

    def _is_level(self, title: Caption) -> bool:
        """Return whether the title of an upright axis is not turned with it."""
        return self.upright and title.turn == 0

    @staticmethod
    def _title_rows(title: Caption, area: Area) -> list[str]:
        return wrap(title.text, title.style, area.width * _TITLE_SHARE)

    @property
    def _given(self) -> int:
        return self.axis.skip or self.every

    def _wide(self, longest: float) -> float:
        sine, cosine = _slope(self.axis.turn or 0.0)
        return longest * cosine + self.axis.style.size * sine

    def _height(self, width: float, longest: float) -> float:
        size = self.axis.style.size
        if self.axis.turn is not None and self.axis.turn:
            sine, cosine = _slope(self.axis.turn)
            return longest * sine + size * cosine
        slot = width * 0.88 / max(len(self.texts), 1) * max(self._given, 1)
        if self.slanted(slot):
            return longest * 0.71 + size
        return max((len(wrapped(text, self, slot)) for text in self.texts), default=1) * size * _LEADING

    def slanted(self, slot: float) -> bool:
        """Return whether the labels are turned, since a word is wider than its slot or the lines are too many."""
        if not self.centred or self.upright or self.axis.turn is not None:
            return False
        words = (width_of(word, self.axis.style) for text in self.texts for word in text.split())
        return max(words, default=0.0) > slot or any(len(wrapped(t, self, slot)) > _MOST_LINES for t in self.texts)

    def draw(self, pen: Pen, ground: Ground, outer: Area) -> None:
        """Draw the labels and the title; ``outer`` is the plot with its labels."""
        if self._labelled:
            self._texts(pen, ground)
        title = self.axis.title
        if title is None or self.axis.deleted:
            return
        area, size = ground.area, title.style.size
        if not self.upright:
            y = outer.bottom - size * 0.3 if self.side == "b" else outer.top + size
            pen.text(title.text, (area.left + area.width / 2, y), title.style, "center")
        else:
            x = outer.left + size if self.side == "l" else outer.right - size * 0.3
            if self._is_level(title):
                self._level_title(pen, title, outer, area.top + area.height / 2)
                return
            turn = 90.0 if title.turn == 90 else 270.0
            pen.text(title.text, (x, area.top + area.height / 2), title.style, "center", turn)

    def _level_title(self, pen: Pen, title: Caption, outer: Area, middle: float) -> None:
        rows = self._title_rows(title, outer)
        x, align = (outer.left, "left") if self.side == "l" else (outer.right, "right")
        for number, row in enumerate(rows):
            y = middle + (number - (len(rows) - 1) / 2) * title.style.size * _LEADING
            pen.middle(row, (x, y), title.style, align)

    def _texts(self, pen: Pen, ground: Ground) -> None:
        area = ground.area
        length = area.height if self.upright else area.width
        slot = length / max(len(self.texts), 1)
        slanted = self.slanted(slot * max(self._given, 1))
        step = self._given or max(1, math.ceil(self._least(slanted=slanted or bool(self.axis.turn)) / max(slot, 0.01)))
        if self.outer:
            self._levels(
                pen, ground, _GAP + self._height(length / 0.88, max(width_of(t, self.axis.style) for t in self.texts))
            )
        for at, text in enumerate(self.texts):
            if self.centred and at % step:
                continue
            self._label(pen, area, (text, self._along(at, ground)), slot * step if not slanted else 0.0)

    def _levels(self, pen: Pen, ground: Ground, below: float) -> None:
        """Set the labels of outer levels, each in the middle of its categories, with lines between them."""
        area, size, count = ground.area, self.axis.style.size, len(self.texts)
        sign = 1.0 if self.side == "b" else -1.0
        edge = area.bottom if self.side == "b" else area.top
        for number, level in enumerate(self.outer):
            starts = sorted(at for at in level if at < count)
            y = edge + sign * (below + (number + 0.5) * size * _LEVEL)
            for start, end in zip(starts, [*starts[1:], count], strict=True):
                ends = [ground.at(at / count, 0.0)[0] for at in (start, end)]
                if ground.backwards:
                    ends = [2 * area.left + area.width - x for x in ends]
                pen.middle(level[start], (sum(ends) / 2, y), self.axis.style)
                for x in ends:
                    pen.line([(x, edge), (x, y + sign * size * _LEVEL / 2)], self.axis.line)

    def _least(self, *, slanted: bool) -> float:
        return self.axis.style.size * (_LEADING if self.upright or slanted else 0.5)

    def _along(self, at: int, ground: Ground) -> float:
        if self.centred:
            share = ground.along(at)
            return 1.0 - share if ground.backwards else share
        count = max(len(self.texts) - 1, 1)
        return 1.0 - at / count if self.axis.backwards else at / count

    def _label(self, pen: Pen, area: Area, what: tuple[str, float], slot: float) -> None:
        text, along = what
        style = self.axis.style
        left, bottom = self._line(area)
        if self.upright:
            y = area.bottom - along * area.height
            x = left - _GAP if self.side == "l" else left + _GAP
            self._beside(pen, text, (x, y))
            return
        x = area.left + along * area.width
        if self.axis.turn:
            self._turned(pen, text, (x, bottom + (_GAP if self.side == "b" else -_GAP)))
            return
        if not slot:
            pen.text(text, (x + style.size * 0.3, bottom + _GAP + style.size * 0.6), style, "right", 315.0)
            return
        rows = wrapped(text, self, slot) if self.centred else [text]
        top = bottom + _GAP if self.side == "b" else bottom - _GAP - len(rows) * style.size * _LEADING
        for number, row in enumerate(rows):
            pen.text(row, (x, top + style.size * (0.9 + number * _LEADING)), style, "center")

    def _line(self, area: Area) -> tuple[float, float]:
        """Return the x of an upright axis and the y of a level one, where its labels stand."""
        if self.inside is not None:
            return area.left + self.inside * area.width, area.bottom - self.inside * area.height
        return (area.left if self.side == "l" else area.right), (area.bottom if self.side == "b" else area.top)

    def _beside(self, pen: Pen, text: str, at: Point) -> None:
        """Set a label beside an upright axis, turned where the file says so."""
        style, align = self.axis.style, "right" if self.side == "l" else "left"
        if not self.axis.turn:
            pen.middle(text, at, style, align)
            return
        sine, cosine = (function(math.radians(self.axis.turn)) for function in (math.sin, math.cos))
        pen.text(
            text,
            (at[0] - sine * style.size * 0.34, at[1] + cosine * style.size * 0.34),
            style,
            align,
            self.axis.turn % 360,
        )

    def _turned(self, pen: Pen, text: str, at: Point) -> None:
        """Set a label below or above a level axis, turned as the file says: the end next to the axis stands at it."""
        style, turn = self.axis.style, self.axis.turn or 0.0
        sine, cosine = (function(math.radians(turn)) for function in (math.sin, math.cos))
        align = "right" if (turn < 0) == (self.side == "b") else "left"
        shift = style.size * 0.34
        pen.text(text, (at[0] - sine * shift, at[1] + cosine * shift), style, align, turn % 360)

    def ticks(self, pen: Pen, area: Area, shares: Sequence[float], kind: str, length: float) -> None:
        """Draw the marks of an axis at shares of its length, outside, inside or across (21.2.3.50)."""
        if kind not in {"out", "in", "cross"} or self.axis.deleted or len(shares) > _MOST_TICKS:
            return
        left, bottom = self._line(area)
        outward = {"l": (-1.0, 0.0), "r": (1.0, 0.0), "b": (0.0, 1.0), "t": (0.0, -1.0)}[self.side]
        begin, end = (-length if kind != "out" else 0.0), (length if kind != "in" else 0.0)
        for share in shares:
            x = left if self.upright else area.left + share * area.width
            y = area.bottom - share * area.height if self.upright else bottom
            ends = [(x + outward[0] * reach, y + outward[1] * reach) for reach in (begin, end)]
            pen.line(ends, self.axis.line)


def _slope(turn: float) -> tuple[float, float]:
    return abs(math.sin(math.radians(turn))), abs(math.cos(math.radians(turn)))


def wrapped(text: str, side: Side, slot: float) -> list[str]:
    """Return a label as lines that are not wider than its slot, as far as its words are."""
    return wrap(text, side.axis.style, slot)


def side_of(axis: Axis, *, upright: bool, swapped: bool) -> str:
    """Return the side on which an axis is shown; ``swapped`` tells that the other one runs backwards or is crossed."""
    usual = "l" if upright else "b"
    side = axis.position if axis.position in (("l", "r") if upright else ("t", "b")) else usual
    far = (axis.crosses == "max") != swapped
    side = (_OTHER[usual] if far else usual) if axis.crosses in {"max", "min"} or swapped else side
    return {"high": _OTHER[usual], "low": usual}.get(axis.labels, side)
