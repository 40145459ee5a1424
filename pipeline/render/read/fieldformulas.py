"""Formulas of fields (``= 2 * (3 + 4)``): numbers, signs and functions (ECMA-376 part 1, 17.16.3).

What refers to the cells of a table, or to what is not known, has no value here: the stored result stands.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, DecimalException, localcontext

_TOKEN = re.compile(r"\s*(?:(\d+(?:[.,]\d+)?)|([A-Za-z_]\w*)|(<>|<=|>=|[-+*/^%()<>=;,]))")
MOST_TOKENS = 400
_LARGEST_POWER = 64


class NoValueError(Exception):
    """The formula has something that has no value here."""


@dataclass(slots=True)
class _Reader:
    """Reads a formula from left to right; each method reads what binds tighter than the one before it."""

    tokens: list[tuple[str, str, str]]
    at: int = 0

    def next_sign(self, *wanted: str) -> str:
        """Return the sign that comes next where it is one of these, and go on behind it."""
        if self.at < len(self.tokens) and self.tokens[self.at][2] in wanted:
            self.at += 1
            return self.tokens[self.at - 1][2]
        return ""

    def comparison(self) -> Decimal:
        """Read sums that may be compared; true is 1."""
        left = self.sum()
        while sign := self.next_sign("=", "<>", "<", ">", "<=", ">="):
            left = Decimal(COMPARISONS[sign](left, self.sum()))
        return left

    def sum(self) -> Decimal:
        """Read products that are added."""
        left = self.product()
        while sign := self.next_sign("+", "-"):
            right = self.product()
            left = left + right if sign == "+" else left - right
        return left

    def product(self) -> Decimal:
        """Read powers that are multiplied."""
        left = self.power()
        while sign := self.next_sign("*", "/"):
            right = self.power()
            left = left * right if sign == "*" else left / right
        return left

    def power(self) -> Decimal:
        """Read a power, or a share of a hundred."""
        base = self.signed()
        while self.next_sign("^"):
            exponent = self.signed()
            if abs(exponent) > _LARGEST_POWER:
                raise NoValueError
            base = base**exponent
        return base / 100 if self.next_sign("%") else base

    def signed(self) -> Decimal:
        """Read a number, a bracket or a function, with signs before it."""
        if sign := self.next_sign("-", "+"):
            return -self.signed() if sign == "-" else self.signed()
        if self.next_sign("("):
            inside = self.comparison()
            self.close()
            return inside
        return self.operand()

    def operand(self) -> Decimal:
        """Read a number or a function."""
        if self.at >= len(self.tokens):
            raise NoValueError
        number, name, _ = self.tokens[self.at]
        self.at += 1
        if number:
            return Decimal(number.replace(",", "."))
        function = _FUNCTIONS.get(name.upper())
        if function is None:
            raise NoValueError
        if name.upper() in {"TRUE", "FALSE"}:
            return function(())
        return function(self.arguments())

    def arguments(self) -> list[Decimal]:
        """Read what stands in a function's brackets, parted by commas or semicolons."""
        if not self.next_sign("("):
            raise NoValueError
        found = [self.comparison()]
        while self.next_sign(",", ";"):
            found.append(self.comparison())
        self.close()
        return found

    def close(self) -> None:
        """Read the end of a bracket."""
        if not self.next_sign(")"):
            raise NoValueError


def formula_value(text: str) -> Decimal | None:
    """Return the value of a formula, None where it has none."""
    tokens = _tokens(text)
    if not tokens or len(tokens) > MOST_TOKENS:
        return None
    reader = _Reader(tokens)
    try:
        with localcontext() as context:
            context.prec = 28
            value = reader.comparison()
    except (NoValueError, DecimalException, ValueError, OverflowError, IndexError, RecursionError):
        return None
    return value if reader.at == len(tokens) and value.is_finite() else None


def _tokens(text: str) -> list[tuple[str, str, str]]:
    found: list[tuple[str, str, str]] = []
    at, text = 0, text.replace('"', " ").rstrip()
    while at < len(text) and len(found) <= MOST_TOKENS:
        match = _TOKEN.match(text, at)
        if match is None:
            return []
        found.append((match[1] or "", match[2] or "", match[3] or ""))
        at = match.end()
    return found


def _rounded(values: Sequence[Decimal]) -> Decimal:
    places = min(max(int(values[1]) if len(values) > 1 else 0, -20), 20)
    return values[0].quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP) + Decimal(0)


COMPARISONS: dict[str, Callable[[Decimal, Decimal], bool]] = {
    "=": lambda left, right: left == right,
    "<>": lambda left, right: left != right,
    "<": lambda left, right: left < right,
    ">": lambda left, right: left > right,
    "<=": lambda left, right: left <= right,
    ">=": lambda left, right: left >= right,
}
_FUNCTIONS: dict[str, Callable[[Sequence[Decimal]], Decimal]] = {
    "ABS": lambda values: abs(values[0]),
    "AND": lambda values: Decimal(all(values)),
    "AVERAGE": lambda values: sum(values, Decimal(0)) / len(values),
    "COUNT": lambda values: Decimal(len(values)),
    "FALSE": lambda _values: Decimal(0),
    "IF": lambda values: values[1] if values[0] else values[2],
    "INT": lambda values: Decimal(int(values[0])),
    "MAX": max,
    "MIN": min,
    "MOD": lambda values: values[0] % values[1],
    "NOT": lambda values: Decimal(not values[0]),
    "OR": lambda values: Decimal(any(values)),
    "PRODUCT": lambda values: math.prod(values, start=Decimal(1)),
    "ROUND": _rounded,
    "SIGN": lambda values: Decimal((values[0] > 0) - (values[0] < 0)),
    "SUM": lambda values: sum(values, Decimal(0)),
    "TRUE": lambda _values: Decimal(1),
}
