"""Number formats: what a code says about decimals, per cent, dates and hidden thousands (ECMA-376 part 1, 18.8.30)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

BUILT_IN = {
    0: "General",
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    9: "0%",
    10: "0.00%",
    11: "0.00E+00",
    12: "# ?/?",
    13: "# ??/??",
    37: "#,##0",
    38: "#,##0",
    39: "#,##0.00",
    40: "#,##0.00",
    41: "#,##0",
    42: "#,##0",
    43: "#,##0.00",
    44: "#,##0.00",
    48: "##0.0E+0",
    49: "@",
}
_BUILT_IN_DATES = {*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)}
_LITERALS = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?![hms]+\])[^\]]*\]', re.IGNORECASE)
_MAX_GENERAL_DECIMALS = 2


@dataclass(frozen=True)
class NumberFormat:
    """How a cell shows its number. ``most`` is None where the format leaves the decimals to the value."""

    least: int = 0
    most: int | None = None
    percent: bool = False
    date: bool = False
    scaled: bool = False

    def decimals(self, value: Decimal) -> int:
        """Return how many decimals the sheet shows of a value."""
        shown = value * 100 if self.percent else value
        exponent = shown.normalize().as_tuple().exponent
        own = max(-exponent, 0) if isinstance(exponent, int) else 0
        if self.most is None:
            return min(own, _MAX_GENERAL_DECIMALS)
        return min(max(own, self.least), self.most)


@cache
def number_format(format_id: int, code: str) -> NumberFormat:
    """Return the meaning of a format; ``code`` is "" for a built-in one."""
    if not code and format_id in _BUILT_IN_DATES:
        return NumberFormat(date=True)
    section = _LITERALS.sub("", code or BUILT_IN.get(format_id, "General")).split(";")[0]
    if "general" in section.lower() or "@" in section:
        return NumberFormat()
    if re.search("[ymdhs]", section, re.IGNORECASE):
        return NumberFormat(date=True)
    if re.search(r"[eE][+-]|/", section):
        return NumberFormat()
    part = re.search(r"\.([0#?]*)", section)
    places = part[1] if part else ""
    return NumberFormat(
        least=places.rfind("0") + 1,
        most=len(places),
        percent="%" in section,
        scaled=bool(re.search(r"[0#?.],+(?![0#?,])", section)),
    )
