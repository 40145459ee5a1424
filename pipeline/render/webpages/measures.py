"""Lengths, sizes and colours of CSS and of HTML's attributes."""

from __future__ import annotations

import re

from pipeline.render.read.colornames import NAMED

_LENGTH = re.compile(r"([-+]?(?:\d{1,7}(?:\.\d*)?|\.\d+))\s*(pt|px|in|cm|mm|pc|em|rem|ex|%)?")
_UNITS = {"pt": 1.0, "px": 0.75, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "pc": 12.0, "": 0.75}
_OF_SIZE = {"em": 1.0, "rem": 1.0, "ex": 0.5}
_NAMED_SIZES = {
    "xx-small": 7.5, "x-small": 7.5, "small": 10.0, "medium": 12.0, "large": 13.5, "x-large": 18.0, "xx-large": 24.0,
}  # fmt: skip
_NUMBERED = (7.5, 10.0, 12.0, 13.5, 18.0, 24.0, 36.0)
_RGB = re.compile(r"rgba?\(\s*(\d{1,3})\D+(\d{1,3})\D+(\d{1,3})[^)]*\)")
_HEX = re.compile(r"#([0-9a-f]{6}|[0-9a-f]{3})(?![0-9a-f])")
_WORD = re.compile(r"[a-z]+")
LONGEST = 2_000.0  # points


def points(text: str, size: float = 12.0) -> float | None:
    """Return a length in points, a bare number counting pixels; None for a share or what is no length."""
    match = _LENGTH.fullmatch(text.strip().lower())
    if match is None or match[2] == "%":
        return None
    unit = match[2] or ""
    scale = size * _OF_SIZE[unit] if unit in _OF_SIZE else _UNITS[unit]
    return min(max(float(match[1]) * scale, -LONGEST), LONGEST)


def share(text: str) -> float | None:
    """Return a share of the whole, from 0 to 10; None for what is no per cent."""
    match = _LENGTH.fullmatch(text.strip())
    return min(max(float(match[1]) / 100, 0.0), 10.0) if match is not None and match[2] == "%" else None


def font_size(text: str, around: float) -> float | None:
    """Return a size of text in points, within ``around``; None for what is none."""
    plain = text.strip().lower()
    if plain in _NAMED_SIZES:
        return _NAMED_SIZES[plain]
    if plain in {"smaller", "larger"}:
        return around * (1.2 if plain == "larger" else 1 / 1.2)
    part = share(plain)
    found = around * part if part is not None else points(plain, around)
    return min(max(found, 1.0), 400.0) if found is not None else None


def numbered_size(text: str) -> float | None:
    """Return the size in points of the numbers 1 to 7 of a font element, which may count from 3."""
    plain = text.strip()
    try:
        number = int(plain) + (3 if plain[:1] in {"+", "-"} else 0)
    except ValueError:
        return None
    return _NUMBERED[min(max(number, 1), 7) - 1]


def color(text: str) -> str:
    """Return the first colour in a text as ``rrggbb``, "" for none."""
    plain = text.strip().lower()[:200]
    found = _HEX.search(plain)
    if found is not None:
        return found[1] if len(found[1]) == 6 else "".join(digit * 2 for digit in found[1])
    parts = _RGB.search(plain)
    if parts is not None:
        return "".join(f"{min(int(part), 255):02x}" for part in parts.groups())
    return next((NAMED[word] for word in _WORD.findall(plain) if word in NAMED), "")
