"""Whole numbers in the attributes of Office XML, where a broken file may say anything."""

from __future__ import annotations

_DIGITS = 9


def whole(text: str | None, otherwise: int) -> int:
    """Return the number that an attribute says, or another where it says none."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) <= _DIGITS else otherwise
