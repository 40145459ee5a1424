"""How long a column's period is, and whether one lies in another."""

from __future__ import annotations

import re
from dataclasses import dataclass

_PERIOD = re.compile(r"(\d{4})(?:-(\d{2}))?(?:\s*[\u2013\u2212-]{1,2}\s*(?:(\d{4})-)?(\d{2}))?(?!\d)")


@dataclass(frozen=True)
class Span:
    """From a month to a month, both counted from year 0."""

    first: int
    last: int

    @property
    def months(self) -> int:
        """Return the number of months."""
        return self.last - self.first + 1

    def holds(self, other: Span) -> bool:
        """Return whether another span lies in this one."""
        return self.first <= other.first and other.last <= self.last


def span_of(period: str) -> Span | None:
    """Return the months of ``2023``, ``2023-08`` or ``2023-01\u20132023-08``; None for what is written otherwise."""
    match = _PERIOD.fullmatch(period.strip())
    if match is None:
        return None
    year = int(match[1])
    if match[2] is None:
        return None if match[4] else Span(year * 12, year * 12 + 11)
    first = year * 12 + int(match[2]) - 1
    last = int(match[3] or year) * 12 + int(match[4]) - 1 if match[4] else first
    return Span(first, last) if first <= last else None
