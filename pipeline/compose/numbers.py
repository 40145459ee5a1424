"""The cells of statements as the papers print them."""

from __future__ import annotations

import re

from pipeline.model.printing import format_number
from pipeline.model.profile import NumberStyle
from pipeline.model.statement import Amount, EmptyCell, StatementCell

NO_BREAK_SPACE = "\u00a0"
_TYPED_NUMBER = re.compile(r"(?P<sign>[-\u2012\u2013\u2212+]?)\s?(?P<digits>\d[\d\s.,]*?)\s*(?P<percent>%?)")


def format_amount(amount: Amount, style: NumberStyle) -> str:
    """Return an amount of a statement as printed; a percentage gains its sign after a no-break space."""
    if amount.percent:
        return format_number(amount.value * 100, amount.decimals, style) + NO_BREAK_SPACE + "%"
    return format_number(amount.value, amount.decimals, style)


def format_cell(cell: StatementCell, style: NumberStyle) -> str:
    """Return a statement's cell as printed."""
    if isinstance(cell, Amount):
        return format_amount(cell, style)
    return style.empty if isinstance(cell, EmptyCell) else cell.text


def typeset_value(text: str, style: NumberStyle) -> str:
    """Return a typed value with the profile's minus and a no-break space before %; other words stay as typed."""
    match = _TYPED_NUMBER.fullmatch(text.strip())
    if match is None:
        return text
    typed = match["sign"]
    sign = typed if typed in {"", "+"} else style.minus
    digits = re.sub(r"\s", NO_BREAK_SPACE, match["digits"])
    return sign + digits + (NO_BREAK_SPACE + "%" if match["percent"] else "")


def is_number(text: str) -> bool:
    """Return whether a printed cell is a number (or nothing), and thus set as one."""
    return not text.strip() or _TYPED_NUMBER.fullmatch(text.strip()) is not None
