"""Numbers in the attributes of Office XML, where a broken file may say anything."""

from __future__ import annotations

import math

_LARGEST = 10**9


def whole(text: str | None, otherwise: int = 0) -> int:
    """Return the whole number that an attribute says, or another where it says none, or an absurd one."""
    found = number(text, math.nan)
    return int(found) if found == found // 1 else otherwise


def number(text: str | None, otherwise: float = 0.0) -> float:
    """Return the number that an attribute says, or another where it says none, or an absurd one."""
    try:
        found = float(text or "")
    except ValueError:
        return otherwise
    return found if abs(found) <= _LARGEST else otherwise
