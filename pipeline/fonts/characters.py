"""What characters are, as far as fonts care."""

from __future__ import annotations

import unicodedata


def is_ignorable(character: str) -> bool:
    """Return whether a character only directs the setting: marks of direction, joiners, zero-width spaces."""
    return unicodedata.category(character) == "Cf" or character in "\u034f\u115f\u1160\u3164\ufe0e\ufe0f"
