"""Characters of symbol fonts as ordinary ones."""

from __future__ import annotations

_SYMBOLS: dict[str, dict[int, str]] = {
    "wingdings": {
        0x6C: "●",
        0x6E: "■",
        0x71: "❑",
        0x72: "❒",
        0x75: "◆",
        0x76: "❖",
        0x9F: "•",
        0xA7: "▪",
        0xA8: "◻",
        0xD8: "➢",
        0xDF: "←",
        0xE0: "→",
        0xE1: "↑",
        0xE2: "↓",
        0xE4: "↗",
        0xE6: "↘",
        0xE8: "➔",
        0xFB: "✗",
        0xFC: "✓",
        0xFE: "☑",
    },
    "symbol": {
        0x2D: "−",
        0xA3: "≤",
        0xAC: "←",
        0xAD: "↑",
        0xAE: "→",
        0xAF: "↓",
        0xB0: "°",
        0xB1: "±",
        0xB3: "≥",
        0xB4: "×",
        0xB7: "•",
        0xB9: "≠",
        0xBB: "≈",
        0x61: "α",
        0x62: "β",
        0x6D: "µ",
        0x70: "π",
        0x53: "Σ",
        0x44: "Δ",
    },
}
_UNKNOWN = "\ufffd"


def symbol(font: str, code: str) -> tuple[str, bool]:
    """Return the character of ``w:sym`` and whether it is known; an unknown one is U+FFFD."""
    try:
        number = int(code, 16)
    except ValueError:
        return _UNKNOWN, False
    table = _SYMBOLS.get(font.lower())
    if table is not None:
        found = table.get(number & 0xFF)
        return (found, True) if found else (_UNKNOWN, False)
    if 0xE000 <= number <= 0xF8FF or number < 0x20 or 0xD800 <= number <= 0xDFFF or number > 0x10FFFF:
        return _UNKNOWN, False
    return chr(number), True
