"""Characters of the symbol fonts (Symbol, Wingdings) as Unicode."""

from __future__ import annotations

from pipeline.render.read.properties import RunProps

# Code points in the fonts' own encodings; Word writes them as they are or moved to U+F000.
_SYMBOL = {
    0xB7: "•", 0xA7: "▪", 0xD8: "¬", 0xAE: "→", 0xDE: "⇒", 0xAC: "←", 0xAD: "↑", 0xAF: "↓", 0xB0: "°", 0xB1: "±",
    0xB3: "≥", 0xA3: "≤", 0xB9: "≠", 0xBB: "≈", 0xA5: "∞", 0xD6: "√", 0xB4: "×", 0xB8: "÷", 0x2D: "−", 0x61: "α",
    0x62: "β", 0x67: "γ", 0x64: "δ", 0x65: "ε", 0x6C: "λ", 0x6D: "μ", 0x70: "π", 0x73: "σ", 0x77: "ω", 0x44: "Δ",
    0x53: "Σ", 0x57: "Ω", 0xA8: "♦", 0xD7: "⋅", 0xC5: "⊕", 0xCE: "∈", 0xB6: "∂", 0xF2: "∫", 0xE5: "∑",
}  # fmt: skip
_WINGDINGS = {
    0x22: "✂", 0x28: "☎", 0x2A: "✉", 0x36: "⌛", 0x3A: "💻", 0x3F: "✍", 0x41: "✌", 0x46: "☞", 0x4A: "☺", 0x4C: "☹",
    0x52: "☼", 0x54: "❄", 0x6C: "●", 0x6D: "❍", 0x6E: "■", 0x6F: "□", 0x70: "❐", 0x71: "❑", 0x72: "❒", 0x73: "⬧",
    0x74: "⧫", 0x75: "◆", 0x76: "❖", 0x77: "⬥", 0x78: "⌧", 0x9F: "•", 0xA0: "▪", 0xA1: "○", 0xA4: "◉", 0xA7: "▪",
    0xA8: "□", 0xAB: "★", 0xB2: "⟡", 0xD8: "➢", 0xDC: "➲", 0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE8: "➔",
    0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_WINGDINGS_2 = {0x50: "✓", 0x4F: "✗", 0x52: "☑", 0x51: "☒", 0x53: "☒", 0x96: "•", 0x97: "●", 0xA2: "■", 0xA3: "□"}
_WINGDINGS_3 = {0x7D: "▶", 0x75: "▶", 0x84: "◀", 0x70: "▲", 0x71: "▼", 0x22: "→", 0x21: "←"}
_WEBDINGS = {0x61: "✓", 0x72: "✗", 0x3D: "▪", 0x34: "▶", 0x67: "■", 0x63: "□", 0x6E: "●"}
_FONTS = {
    "symbol": _SYMBOL,
    "wingdings": _WINGDINGS,
    "wingdings 2": _WINGDINGS_2,
    "wingdings 3": _WINGDINGS_3,
    "webdings": _WEBDINGS,
}
_PLAIN_FAMILY = "DejaVu Sans"


def mapped(text: str, family: str) -> str | None:
    """Return text of a symbol font in Unicode, or None when the family is no symbol font."""
    table = _FONTS.get(family.lower())
    if table is None:
        return None
    return "".join(_mapped_character(ch, table) for ch in text)


def _mapped_character(character: str, table: dict[int, str]) -> str:
    code = ord(character)
    code = code - 0xF000 if 0xF000 <= code <= 0xF0FF else code
    if code in table:
        return table[code]
    return chr(code) if 0x20 <= code < 0x7F else "•" if 0xF000 <= ord(character) <= 0xF0FF else character


def from_symbol_font(text: str, run: RunProps) -> tuple[str, RunProps]:
    """Return a bullet in Unicode with a family that has it; private-use characters elsewhere become a bullet."""
    unicode_text = mapped(text, run.get("family", ""))
    if unicode_text is not None:
        return unicode_text, {**run, "family": _PLAIN_FAMILY}
    plain = "".join("•" if 0xF000 <= ord(ch) <= 0xF0FF else ch for ch in text)
    return plain, run
