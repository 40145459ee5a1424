"""A number as a person types it or a text prints it: decimal comma, any space between thousands, any minus."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

_MINUS = "-\u2010\u2011\u2012\u2013\u2212"
_SPACE = " \u00a0\u2007\u2009\u202f"
_SHAPE = rf"[{_MINUS}+]?(?:\d{{1,3}}(?:[{_SPACE}]\d{{3}})+|\d+)(?:[,.]\d+)?"
_TYPED = re.compile(rf"\s*({_SHAPE})\s*%?\s*")
# In running text a number stands free of letters, of case numbers and of dates.
_IN_TEXT = re.compile(rf"(?<![\w,.:/-])({_SHAPE})(?![\w:/]|[,.-]\d)")


@dataclass(frozen=True)
class TypedNumber:
    """A value with whether its sign was typed: a number without one is sought with either."""

    value: Decimal
    signed: bool

    def is_printed_as(self, value: Decimal, decimals: int) -> bool:
        """Return whether ``value``, printed with so many decimals, is this number."""
        try:
            printed = value.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
        except InvalidOperation:
            return False
        return printed == self.value if self.signed else abs(printed) == abs(self.value)


def read_typed(text: str) -> TypedNumber | None:
    """Return the number that is typed, or None for what is not one."""
    match = _TYPED.fullmatch(text)
    return _number(match[1]) if match else None


def numbers_in(text: str) -> Iterator[str]:
    """Yield the numbers that stand in running text, as they are written there."""
    return (match[1] for match in _IN_TEXT.finditer(text))


def _number(digits: str) -> TypedNumber:
    sign = digits[0] if digits[0] in f"{_MINUS}+" else ""
    bare = re.sub(f"[{_SPACE}]", "", digits.removeprefix(sign)).replace(",", ".")
    return TypedNumber(Decimal(f"{'-' if sign and sign != '+' else ''}{bare}"), signed=bool(sign))
