"""What characters are, as far as fonts care."""

from __future__ import annotations

import unicodedata

_WIDE = {"W", "F"}
OTHER_SPACES = frozenset("\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f")


def is_ignorable(character: str) -> bool:
    """Return whether a character only directs the setting: marks of direction, joiners, zero-width spaces."""
    return unicodedata.category(character) == "Cf" or character in "\u034f\u115f\u1160\u3164\ufe0e\ufe0f"


def is_wide(character: str) -> bool:
    """Return whether a character is East Asian: full-width, or a half-width form of one."""
    return character >= "\u1100" and (
        unicodedata.east_asian_width(character) in _WIDE or "\uff61" <= character <= "\uff9f"
    )


def is_mark(character: str) -> bool:
    """Return whether a character belongs to the one before it: a combining mark, a joiner, a selector of variants."""
    return character >= "\u0300" and (unicodedata.category(character)[0] == "M" or character == "\u200d")
