"""What characters are, as far as fonts care."""

from __future__ import annotations

import unicodedata

_WIDE = {"W", "F"}
# Format characters that a shaper does not take away: signs above digits and verses, and marks of annotations. All
# others are default ignorable (Unicode, DerivedCoreProperties.txt).
_SEEN = frozenset(map(chr, (*range(0x600, 0x606), 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, *range(0xFFF9, 0xFFFC))))
_FIRST_SEEN, _LAST_SEEN = "\U000110bd", "\U0001343f"
OTHER_SPACES = frozenset("\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f")


def is_ignorable(character: str) -> bool:
    """Return whether a character only directs the setting: marks of direction, joiners, zero-width spaces."""
    if unicodedata.category(character) == "Cf":
        return character not in _SEEN and not _FIRST_SEEN <= character <= _LAST_SEEN
    return character in "\u034f\u115f\u1160\u3164\ufe0e\ufe0f"


def is_wide(character: str) -> bool:
    """Return whether a character is East Asian: full-width, or a half-width form of one."""
    return character >= "\u1100" and (
        unicodedata.east_asian_width(character) in _WIDE or "\uff61" <= character <= "\uff9f"
    )


def is_mark(character: str) -> bool:
    """Return whether a character belongs to the one before it: a combining mark, a joiner, a selector of variants."""
    return character >= "\u0300" and (unicodedata.category(character)[0] == "M" or character == "\u200d")
