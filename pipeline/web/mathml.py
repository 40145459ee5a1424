"""Equations as MathML Core (W3C): presentation that browsers draw and that assistive technology reads and walks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from pipeline.render.equations import model
from pipeline.web.markup import element, escaped

_TOKENS = re.compile(r"(?P<mn>\d+(?:[.,]\d+)*)|(?P<mtext>\s+)|(?P<mi>[^\W\d_]+[\u0300-\u036f]*)|(?P<mo>.)", re.DOTALL)
SHORT = 24  # signs of an equation in the text that the smallest screen has room for
_LETTERS = re.compile(r"[^\W\d_][\u0300-\u036f]*")


def math_html(equation: model.Equation, words: str) -> str:
    """Return an equation as a ``math`` element, in one that scrolls where it stands alone or is longer than a line.

    ``words`` is what it says, for those whose program reads no MathML.
    """
    display = "block" if equation.display else None
    shown = element("math", _row(equation.row), display=display, alttext=words or equation.text)
    if not equation.display and len(equation.text) <= SHORT:
        return shown
    kind = "formel" if equation.display else "formel inne"
    return element("span", shown, class_=kind, role="group", tabindex=0, aria_label="formel")  # a wide one scrolls


def _row(row: model.Row) -> str:
    """Return terms as one element."""
    return element("mrow", "".join(_MAKERS[type(term)](term) for term in row))


def _symbols(term: model.Symbols) -> str:
    """Return text as names, numbers and signs, each an element of its own."""
    if term.plain:
        return element("mtext", escaped(term.text.replace(" ", "\u00a0")))
    return "".join(_token(kind, text, term) for kind, text in _tokens(term.text, names=not term.italic))


def _tokens(text: str, *, names: bool) -> Iterator[tuple[str, str]]:
    """Yield the numbers, letters and signs of a text; letters are one by one, or together where they are ``names``."""
    for match in _TOKENS.finditer(text):
        kind, found = match.lastgroup or "mo", match[0]
        if kind == "mi" and not names:
            yield from (("mi", letter) for letter in _LETTERS.findall(found))
        else:
            yield kind, "\u00a0" if kind == "mtext" else found


def _token(kind: str, text: str, term: model.Symbols) -> str:
    upright = kind == "mi" and not term.italic
    return element(kind, escaped(text), mathvariant="normal" if upright else None)


def _fraction(term: model.Fraction) -> str:
    over, under = _row(term.over), _row(term.under)
    if term.kind in {"skw", "lin"}:
        return element("mrow", over + element("mo", "/") + under)
    return element("mfrac", over + under, linethickness="0" if term.kind == "noBar" else None)


def _scripts(term: model.Scripts) -> str:
    base, low, high = _row(term.base), _row(term.low), _row(term.high)
    if term.before:
        return element("mmultiscripts", base + "<mprescripts></mprescripts>" + low + high)
    if term.low and term.high:
        return element("msubsup", base + low + high)
    return element("msub", base + low) if term.low else element("msup", base + high)


def _operator(term: model.Operator) -> str:
    sign = element("mo", escaped(term.sign))
    low, high = _row(term.low), _row(term.high)
    over, under, both = ("mover", "munder", "munderover") if term.above else ("msup", "msub", "msubsup")
    if term.low and term.high:
        sign = element(both, sign + low + high)
    elif term.low or term.high:
        sign = element(under, sign + low) if term.low else element(over, sign + high)
    return element("mrow", sign + _row(term.body))


def _radical(term: model.Radical) -> str:
    body = _row(term.body)
    return element("mroot", body + _row(term.degree)) if term.degree else element("msqrt", body)


def _delimited(term: model.Delimited) -> str:
    grow = None if term.grow else "false"
    parts = element("mo", escaped(term.separator), stretchy=grow).join(_row(part) for part in term.parts)
    begin, end = (element("mo", escaped(sign), stretchy=grow) if sign else "" for sign in (term.begin, term.end))
    return element("mrow", begin + parts + end)


def _matrix(term: model.Matrix) -> str:
    rows = ("".join(element("mtd", _row(cell)) for cell in row) for row in term.rows)
    return element("mtable", "".join(element("mtr", row) for row in rows))


def _accent(term: model.Accent) -> str:
    kind = "munder" if term.below else "mover"
    return element(kind, _row(term.body) + element("mo", escaped(term.sign)))


def _limit(term: model.Limit) -> str:
    kind = "munder" if term.below else "mover"
    return element(kind, _row(term.body) + _row(term.limit))


def _function(term: model.Function) -> str:
    return element("mrow", _row(term.name) + element("mo", "\u2061") + _row(term.body))


def _box(term: model.Box) -> str:
    return _row(term.body) if term.shown else element("mphantom", _row(term.body))


_MAKERS: dict[type, Callable[[Any], str]] = {
    model.Symbols: _symbols,
    model.Fraction: _fraction,
    model.Scripts: _scripts,
    model.Operator: _operator,
    model.Radical: _radical,
    model.Delimited: _delimited,
    model.Matrix: _matrix,
    model.Accent: _accent,
    model.Limit: _limit,
    model.Function: _function,
    model.Box: _box,
}
