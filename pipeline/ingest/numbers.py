"""Numbers as people type them in Swedish: decimal comma, spaced thousands, any kind of minus."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

_SPACES = " \u00a0\u202f\u2009"
_MINUS = "\u2010\u2011\u2012\u2013\u2212-"
_NUMBER = re.compile(
    rf"(?P<sign>[+{_MINUS}]?)[{_SPACES}]?(?P<whole>[0-9]{{1,3}}(?:[{_SPACES}][0-9]{{3}})+|[0-9]+)(?:,(?P<part>[0-9]+))?"
)
_POINTED = re.compile(rf"[+{_MINUS}]?[{_SPACES}]?[0-9][0-9{_SPACES},]*\.[0-9][0-9.,]*")


class NotANumber(ValueError):  # noqa: N818 - named for what the text is
    """The text is no number."""


class AmbiguousNumber(NotANumber):
    """The text has a point, which may mean thousands or decimals."""


@dataclass(frozen=True)
class Number:
    """A number and how many decimals it was written with."""

    value: Decimal
    decimals: int


def read_number(text: str) -> Number:
    """Return the number that a text says; raises AmbiguousNumber for ``1.234`` and NotANumber for other text."""
    stripped = text.strip(_SPACES + "\t\r\n")
    match = _NUMBER.fullmatch(stripped)
    if match is None:
        raise (AmbiguousNumber if _POINTED.fullmatch(stripped) else NotANumber)(text)
    part = match["part"] or ""
    digits = "".join(c for c in match["whole"] if c not in _SPACES)
    sign = "-" if match["sign"] and match["sign"] in _MINUS else ""
    return Number(Decimal(f"{sign}{digits}.{part}" if part else f"{sign}{digits}"), len(part))
