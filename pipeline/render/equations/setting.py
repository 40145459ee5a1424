"""Equations set in two dimensions: each term becomes a box (after TeX's rules, with the measures of Cambria Math).

Display style gives room: large operators, fractions in full size; elsewhere fractions are as small as scripts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import ClassVar

from pipeline.render.equations import signs
from pipeline.render.equations.boxes import MathBox, beside
from pipeline.render.equations.faces import Faces, kind_of
from pipeline.render.equations.model import (
    Accent,
    Box,
    Delimited,
    Fraction,
    Function,
    Limit,
    Matrix,
    Operator,
    Radical,
    Row,
    Scripts,
    Symbols,
    Term,
)
from pipeline.render.equations.tables import set_table
from pipeline.render.looks import RunStyle

_SCALES = (1.0, 0.73, 0.6)
_GAPS = {"rel": 5 / 18, "bin": 4 / 18}
_THIN = 3 / 18
_RULE = 0.065
_NOT_UNARY = frozenset({"ord", "close", "inner", "op"})
_LEAST_LARGE = 1.3  # of the size: how high sums and products are in display style (DisplayOperatorMinHeight, MATH)
_MOST_GROWTH = 2.0  # of a sign that is low in its font
_INTEGRALS = frozenset("∫∬∭∮∯∰⨌")


@dataclass(frozen=True, slots=True)
class Level:
    """How deep in scripts a term stands, in display style or not, and the style of the text around it."""

    style: RunStyle
    display: bool = False
    depth: int = 0

    @property
    def scale(self) -> float:
        """Return the size against that of the text."""
        return _SCALES[min(self.depth, 2)]

    @property
    def size(self) -> float:
        """Return the size of its text in points."""
        return self.style.size * self.scale

    @property
    def ink(self) -> signs.Ink:
        """Return what its signs are drawn with."""
        return signs.Ink(self.size, self.style.color)

    def inner(self) -> Level:
        """Return the same without display style."""
        return replace(self, display=False)

    def script(self) -> Level:
        """Return that of its scripts."""
        return replace(self, display=False, depth=self.depth + 1)


@dataclass(slots=True, eq=False)
class Part:
    """A box of a row with its kind: ord, op, bin, rel, open, close, punct, inner or space."""

    box: MathBox
    kind: str
    before: float = 0.0


@dataclass
class Setter:
    """Sets the terms of an equation."""

    faces: Faces

    def row(self, row: Row, level: Level) -> MathBox:
        """Return a row of terms as a box."""
        return joined(self.parts(row, level))

    def parts(self, row: Row, level: Level) -> list[Part]:
        """Return a row as boxes, each with the gap that stands before it."""
        parts: list[Part] = []
        for term in row:
            if isinstance(term, Symbols):
                parts.extend(self._symbols(term, level))
            else:
                kind = {Operator: "op", Function: "op", Limit: "op"}.get(type(term), "ord")
                parts.append(Part(self._BOXES[type(term)](self, term, level), kind))
        _space(parts, level)
        return parts

    def _symbols(self, term: Symbols, level: Level) -> Iterator[Part]:
        """Yield text as boxes: letters and figures together, signs apart."""
        if term.plain:
            yield Part(self.faces.letters(term.text, term, level.scale), "ord")
            return
        run = ""
        for sign in term.text:
            kind = kind_of(sign)
            if kind == "ord":
                run += sign
                continue
            if run:
                yield Part(self.faces.letters(run, term, level.scale), "ord")
            run = ""
            yield Part(self.faces.letters(sign, term, level.scale), kind)
        if run:
            yield Part(self.faces.letters(run, term, level.scale), "ord")

    def _fraction(self, term: Fraction, level: Level) -> MathBox:
        if term.kind in {"lin", "skw"}:
            return self._slanted(term, level)
        inner = level.inner() if level.display else level.script()
        over, under = self.row(term.over, inner), self.row(term.under, inner)
        rule, axis = level.size * _RULE, self.faces.axis(level.style, level.scale)
        gap = level.size * (0.17 if level.display else 0.1)
        pad = level.size * 0.08
        wide = max(over.width, under.width, level.size * 0.3) + 2 * pad
        box = MathBox(wide + 2 * pad, axis + rule, 0.0)
        box.put(over, (box.width - over.width) / 2, -(axis + rule / 2 + gap + over.below))
        if term.kind != "noBar":
            box.line([(pad, -axis), (pad + wide, -axis)], rule, level.style.color)
        box.put(under, (box.width - under.width) / 2, -axis + rule / 2 + gap + under.above)
        return box

    def _slanted(self, term: Fraction, level: Level) -> MathBox:
        """Return a fraction with a slanted stroke: on the line, or skewed with its terms high and low."""
        if term.kind == "lin":
            over, under = self.row(term.over, level), self.row(term.under, level)
            stroke = self.faces.sign("/", level.style, level.scale)
            return beside((over, stroke, under))
        over, under = self.row(term.over, level.script()), self.row(term.under, level.script())
        axis, size = self.faces.axis(level.style, level.scale), level.size
        box = MathBox()
        box.put(over, 0.0, -axis - over.below)
        slope = size * 0.36
        left = over.width
        top, bottom = axis + over.height, -axis + under.height
        box.line([(left, bottom), (left + slope, -top)], size * _RULE, level.style.color)
        box.put(under, left + slope, -axis + under.above)
        return box

    def _scripts(self, term: Scripts, level: Level) -> MathBox:
        base = self.row(term.base, level)
        low, high = self.row(term.low, level.script()), self.row(term.high, level.script())
        return self._scripted(base, (low, high), level, before=term.before)

    def _scripted(
        self, base: MathBox, scripts: tuple[MathBox, MathBox], level: Level, *, before: bool = False
    ) -> MathBox:
        """Return a base with what stands low and high at it (TeX, appendix G, rule 18)."""
        low, high = scripts
        size = level.size
        up = max(size * 0.36, base.above - size * 0.28, size * 0.17 + high.below)
        down = max(size * 0.17, base.below + size * 0.1, low.above - size * 0.36)
        if low.items and high.items:
            down += max(size * 0.13 - ((up - high.below) - (low.above - down)), 0.0)
        gap = size * 0.04
        box = MathBox()
        wide = max(low.width, high.width) + (gap if low.items or high.items else 0.0)
        at = 0.0 if before else base.width + gap
        if before:
            for script, shift in ((low, down), (high, -up)):
                box.put(script, wide - gap - script.width, shift)
        box.put(base, wide if before else 0.0)
        if not before:
            box.put(low, at - (size * 0.03 if low.items else 0.0), down)
            box.put(high, at, -up)
        box.width = base.width + wide
        return box

    def _operator(self, term: Operator, level: Level) -> MathBox:
        integral = term.sign in _INTEGRALS
        sign = self._large(term.sign or " ", level, integral=integral)
        axis = self.faces.axis(level.style, level.scale)
        middle = MathBox()
        middle.put(sign, 0.0, (sign.above - sign.below) / 2 - axis)
        low, high = self.row(term.low, level.script()), self.row(term.high, level.script())
        if term.above:
            head = self._limits(middle, low, high, level)
        else:
            head = MathBox()
            head.put(middle, 0.0)
            if high.items:
                head.put(high, middle.width + level.size * 0.05, -(middle.above - level.size * 0.3))
            if low.items:
                head.put(low, middle.width - level.size * (0.15 if integral else 0.0), middle.below)
        return beside((head, self.row(term.body, level)), level.size * _THIN)

    def _large(self, sign: str, level: Level, *, integral: bool) -> MathBox:
        """Return the sign of an operator: larger in display style, where it has a least height whatever its font."""
        scale = (1.75 if integral else 1.35) if level.display else (1.25 if integral else 1.0)
        box = self.faces.sign(sign, level.style, level.scale * scale)
        if not level.display or integral or not box.height:
            return box
        scale *= min(max(_LEAST_LARGE * level.size / box.height, 1.0), _MOST_GROWTH)
        return self.faces.sign(sign, level.style, level.scale * scale)

    @staticmethod
    def _limits(middle: MathBox, low: MathBox, high: MathBox, level: Level) -> MathBox:
        """Return a term with others below and above its middle."""
        wide = max(middle.width, low.width, high.width)
        gap = level.size * 0.14
        box = MathBox()
        if high.items:
            box.put(high, (wide - high.width) / 2, -(middle.above + gap + high.below))
        box.put(middle, (wide - middle.width) / 2)
        if low.items:
            box.put(low, (wide - low.width) / 2, middle.below + gap + low.above)
        box.width = wide
        return box

    def _radical(self, term: Radical, level: Level) -> MathBox:
        box, hook = signs.root(self.row(term.body, level), level.ink)
        degree = self.row(term.degree, level.script().script())
        if not degree.items:
            return box
        out = MathBox()
        shift = max(degree.width - level.size * 0.2, 0.0)
        out.put(degree, max(level.size * 0.2 - degree.width, 0.0), hook - level.size * 0.1 - degree.below)
        out.put(box, shift)
        return out

    def _delimited(self, term: Delimited, level: Level) -> MathBox:
        rows = [self.row(part, level) for part in term.parts]
        axis, size = self.faces.axis(level.style, level.scale), level.size
        inside = beside(rows)
        reach = max(inside.above - axis, inside.below + axis, size * 0.3)
        grown = term.grow and reach > size * 0.62
        out: list[MathBox] = []
        for number, row in enumerate(rows):
            sign = term.separator if number else term.begin
            out += [self._bracket(sign, reach, axis, level, grown=grown), row]
        out.append(self._bracket(term.end, reach, axis, level, grown=grown))
        return beside(out)

    def _bracket(self, sign: str, reach: float, axis: float, level: Level, *, grown: bool) -> MathBox:
        if not sign:
            return MathBox()
        found = signs.bracket(sign, axis + reach, reach - axis, level.ink) if grown else None
        return found or self.faces.sign(sign, level.style, level.scale)

    def _matrix(self, term: Matrix, level: Level) -> MathBox:
        inner = level if term.array else level.inner()
        return set_table(term, level.size, self.faces.axis(level.style, level.scale), lambda row: self.row(row, inner))

    def _accent(self, term: Accent, level: Level) -> MathBox:
        body, ink, gap = self.row(term.body, level), level.ink, level.size * 0.1
        if term.kind == "bar" or term.sign in "\u0304\u0305¯":
            mark: MathBox | None = MathBox(body.width, ink.line, 0.0)
            assert mark is not None
            mark.line([(0.0, -ink.line / 2), (body.width, -ink.line / 2)], ink.line, ink.color)
        elif term.kind == "group":
            mark = signs.group(term.sign, body.width, ink, below=term.below)
        else:
            mark = signs.accent(term.sign, body.width, ink)
        if mark is None:
            mark = self.faces.sign(term.sign or " ", level.style, level.scale)
            mark = replace_below(mark)
        return _stacked(body, mark, gap, below=term.below, hangs=term.hangs)

    def _limit(self, term: Limit, level: Level) -> MathBox:
        body, limit = self.row(term.body, level), self.row(term.limit, level.script())
        nothing = MathBox()
        return self._limits(body, *((limit, nothing) if term.below else (nothing, limit)), level)

    def _function(self, term: Function, level: Level) -> MathBox:
        return beside((self.row(term.name, level), self.row(term.body, level)), level.size * _THIN)

    def _box(self, term: Box, level: Level) -> MathBox:
        body = self.row(term.body, level)
        if not term.shown:
            body.items = []
        if term.sides or term.strikes:
            return _framed(body, term, level)
        flat = {"width": "width", "above": "above", "below": "below"}
        for side in term.flat:
            setattr(body, flat[side], 0.0)
        return body

    _BOXES: ClassVar[dict[type[Term], Callable[..., MathBox]]] = {
        Fraction: _fraction,
        Scripts: _scripts,
        Operator: _operator,
        Radical: _radical,
        Delimited: _delimited,
        Matrix: _matrix,
        Accent: _accent,
        Limit: _limit,
        Function: _function,
        Box: _box,
    }


def joined(parts: list[Part]) -> MathBox:
    """Return the parts of a row in one box."""
    box = MathBox()
    for part in parts:
        box.put(part.box, box.width + part.before)
    return box


def _space(parts: list[Part], level: Level) -> None:
    """Set the gaps of a row: about relations and operators between two terms, behind points (TeX, chapter 18)."""
    previous = ""
    after = 0.0
    for part in parts:
        if part.kind == "bin" and previous not in _NOT_UNARY:
            part.kind = "ord"
        gap = 0.0 if level.depth else _GAPS.get(part.kind, 0.0)
        if part.kind == "op" and previous in {"ord", "close", "op"}:
            gap = _THIN
        part.before = max(gap, after) * level.size if previous else 0.0
        after = gap if part.kind in _GAPS else _THIN if part.kind == "punct" and not level.depth else 0.0
        if part.kind == "op":
            after = _THIN
        previous = part.kind if part.kind != "space" else previous


def replace_below(mark: MathBox) -> MathBox:
    """Return a sign lifted so that nothing of it stands below the baseline."""
    box = MathBox()
    box.put(mark, 0.0, -mark.below)
    return box


def _stacked(body: MathBox, mark: MathBox, gap: float, *, below: bool, hangs: bool) -> MathBox:
    """Return a term with a sign below or above; with ``hangs`` the sign stands on the line."""
    wide = max(body.width, mark.width)
    box = MathBox()
    shift = body.below + gap + mark.above if below else -(body.above + gap + mark.below)
    down = -shift if hangs else 0.0
    box.put(body, (wide - body.width) / 2, down)
    box.put(mark, (wide - mark.width) / 2, down + shift)
    box.width = wide
    return box


def _framed(body: MathBox, term: Box, level: Level) -> MathBox:
    pad = level.size * 0.15 if term.sides else 0.0
    box = MathBox()
    box.put(body, pad)
    right, top, bottom = body.width + 2 * pad, -(body.above + pad), body.below + pad
    box.width, box.above, box.below = right, -top, bottom
    middle = (top + bottom) / 2
    lines = {
        "Top": ((0.0, top), (right, top)),
        "Bot": ((0.0, bottom), (right, bottom)),
        "Left": ((0.0, top), (0.0, bottom)),
        "Right": ((right, top), (right, bottom)),
        "h": ((0.0, middle), (right, middle)),
        "v": ((right / 2, top), (right / 2, bottom)),
        "up": ((0.0, bottom), (right, top)),
        "down": ((0.0, top), (right, bottom)),
    }
    for name in sorted(term.sides | term.strikes):
        box.line(lines[name], level.ink.line, level.ink.color)
    return box
