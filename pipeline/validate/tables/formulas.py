"""A cell's formula as a sum of cells: SUM, plus, minus, a constant factor and brackets; anything else is None."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal, DivisionByZero, InvalidOperation

_TOKEN = re.compile(
    r"\s*(?:(?P<ref>(?:(?:'(?:[^']|'')+'|[\w.]+)!)?\$?[A-Za-z]{1,3}\$?\d{1,7}(?::\$?[A-Za-z]{1,3}\$?\d{1,7})?)(?![\w(])"
    r"|(?P<number>\d+(?:\.\d+)?(?:[Ee][+-]?\d+)?)|(?P<name>[A-Za-z.]+)(?=\()|(?P<sign>[-+*/(),;]))"
)
_REF = re.compile(r"(?:(?P<sheet>.+)!)?\$?(?P<c1>[A-Za-z]+)\$?(?P<r1>\d+)(?::\$?(?P<c2>[A-Za-z]+)\$?(?P<r2>\d+))?")
_MOST_CELLS = 2000
_DEEPEST = 40


@dataclass(frozen=True, order=True)
class CellAt:
    """A cell by sheet ("" for the formula's own), row and column, both counted from 1."""

    sheet: str
    row: int
    column: int


@dataclass(frozen=True)
class Linear:
    """Cells with their factors, and a constant."""

    factors: dict[CellAt, Decimal]
    constant: Decimal = Decimal(0)

    def plus(self, other: Linear, factor: Decimal) -> Linear:
        """Return the sum of this and ``factor`` times the other."""
        factors = dict(self.factors)
        for cell, each in other.factors.items():
            factors[cell] = factors.get(cell, Decimal(0)) + each * factor
        return Linear(factors, self.constant + other.constant * factor)

    def times(self, factor: Decimal) -> Linear:
        """Return ``factor`` times this."""
        return Linear({}).plus(self, factor)


class _NotLinearError(ValueError):
    """The formula says something that is not a sum of cells."""


def column_number(letters: str) -> int:
    """Return the number of a column, A being 1."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number


def linear(formula: str) -> Linear | None:
    """Return what a formula, without its equals sign, sums; None for what is not a sum."""
    try:
        tokens = list(_tokens(formula))
        parser = _Parser(tokens)
        value = parser.sum_of()
    except (_NotLinearError, InvalidOperation, DivisionByZero):
        return None
    return value if parser.at == len(tokens) else None


def _tokens(formula: str) -> Iterator[tuple[str, str]]:
    at, text = 0, formula.strip().removeprefix("=").rstrip()
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match is None or match.lastgroup is None:
            raise _NotLinearError(text)
        yield match.lastgroup, match[match.lastgroup]
        at = match.end()


@dataclass
class _Parser:
    tokens: list[tuple[str, str]]
    at: int = 0
    depth: int = field(default=0)

    def peek(self) -> str:
        return self.tokens[self.at][1] if self.at < len(self.tokens) else ""

    def take(self) -> tuple[str, str]:
        if self.at >= len(self.tokens):
            raise _NotLinearError
        self.at += 1
        return self.tokens[self.at - 1]

    def expect(self, sign: str) -> None:
        if self.take()[1] != sign:
            raise _NotLinearError

    def sum_of(self) -> Linear:
        self.depth += 1
        if self.depth > _DEEPEST:
            raise _NotLinearError
        value = self.product()
        while self.peek() in ("+", "-"):
            sign = Decimal(1) if self.take()[1] == "+" else Decimal(-1)
            value = value.plus(self.product(), sign)
        self.depth -= 1
        return value

    def product(self) -> Linear:
        value = self.factor()
        while self.peek() in ("*", "/"):
            divide = self.take()[1] == "/"
            value = _multiplied(value, self.factor(), divide=divide)
        return value

    def factor(self) -> Linear:
        kind, text = self.take()
        if text in ("-", "+"):
            return self.factor().times(Decimal(-1) if text == "-" else Decimal(1))
        if kind == "number":
            return Linear({}, Decimal(text))
        if kind == "ref":
            return _range(text)
        if text == "(":
            value = self.sum_of()
            self.expect(")")
            return value
        return self.call(text)

    def call(self, name: str) -> Linear:
        if name.upper() not in ("SUM", "SUMMA"):
            raise _NotLinearError(name)
        self.expect("(")
        value = self.sum_of()
        while self.peek() in (",", ";"):
            self.take()
            value = value.plus(self.sum_of(), Decimal(1))
        self.expect(")")
        return value


def _multiplied(left: Linear, right: Linear, *, divide: bool) -> Linear:
    if not right.factors:
        return left.times(1 / right.constant if divide else right.constant)
    if left.factors or divide:
        raise _NotLinearError
    return right.times(left.constant)


def _range(text: str) -> Linear:
    match = _REF.fullmatch(text)
    if match is None:
        raise _NotLinearError(text)
    sheet = (match["sheet"] or "").removeprefix("'").removesuffix("'").replace("''", "'")
    rows = sorted((int(match["r1"]), int(match["r2"] or match["r1"])))
    columns = sorted((column_number(match["c1"]), column_number(match["c2"] or match["c1"])))
    if (rows[1] - rows[0] + 1) * (columns[1] - columns[0] + 1) > _MOST_CELLS:
        raise _NotLinearError(text)
    cells = [CellAt(sheet, r, c) for r in range(rows[0], rows[1] + 1) for c in range(columns[0], columns[1] + 1)]
    return Linear(dict.fromkeys(cells, Decimal(1)))
