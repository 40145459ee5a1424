"""A number as a person types it: decimal comma, any space between thousands, any minus, with or without a unit."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

from pipeline.validate.numbers.units import UNKNOWN, Unit, unit_at

_MINUS = "-\u2010\u2011\u2012\u2013\u2212"
_SPACE = " \u00a0\u2007\u2009\u202f"
_SHAPE = rf"[{_MINUS}+]?(?:\d{{1,3}}(?:[{_SPACE}]\d{{3}})+|\d+)(?:[,.]\d+)?"
_TYPED = re.compile(rf"\s*({_SHAPE})(?P<unit>.*)", re.DOTALL)


@dataclass(frozen=True)
class TypedNumber:
    """A value with whether its sign was typed: a number without one is sought with either, and in any unit."""

    value: Decimal
    signed: bool
    unit: Unit = field(default_factory=Unit)

    def is_printed_as(self, value: Decimal, decimals: int, unit: Unit | None = None) -> bool:
        """Return whether ``value``, printed with so many decimals and in that unit, is this number."""
        try:
            printed = value.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
            if self.unit.family and unit is not None and unit.family != UNKNOWN:
                if unit.family != self.unit.family:
                    return False
                step = Decimal(1).scaleb(-max(0, -int(self.value.as_tuple().exponent)))
                printed = unit.base(printed).scaleb(-self.unit.scale).quantize(step, rounding=ROUND_HALF_UP)
        except InvalidOperation:
            return False
        return printed == self.value if self.signed else abs(printed) == abs(self.value)


def read_typed(text: str) -> TypedNumber | None:
    """Return the number that is typed, or None for what is not one."""
    match = _TYPED.fullmatch(text)
    if match is None:
        return None
    unit, end = unit_at(match["unit"], 0)
    if match["unit"][end:].strip():
        return None
    return _number(match[1], Unit() if unit.family in ("", "%") else unit)


def _number(digits: str, unit: Unit) -> TypedNumber:
    sign = digits[0] if digits[0] in f"{_MINUS}+" else ""
    bare = re.sub(f"[{_SPACE}]", "", digits.removeprefix(sign)).replace(",", ".")
    value = Decimal(f"{'-' if sign and sign != '+' else ''}{bare}")
    return TypedNumber(value, signed=bool(sign), unit=unit)
