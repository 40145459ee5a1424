"""Colours as Word writes them: hexadecimal, automatic, by the theme with tint and shade, and as patterns of two."""

from __future__ import annotations

import colorsys
import re

from lxml import etree

from pipeline.render.read.units import attribute

Theme = dict[str, str]
AUTO = "auto"
THEME_COLOR = "color:"  # how a colour's key in the theme begins; the others are fonts

HIGHLIGHTS = {
    "black": "000000",
    "blue": "0000ff",
    "cyan": "00ffff",
    "green": "00ff00",
    "magenta": "ff00ff",
    "red": "ff0000",
    "yellow": "ffff00",
    "white": "ffffff",
    "darkBlue": "000080",
    "darkCyan": "008080",
    "darkGreen": "008000",
    "darkMagenta": "800080",
    "darkRed": "800000",
    "darkYellow": "808000",
    "darkGray": "808080",
    "lightGray": "c0c0c0",
}
_SIX_DIGITS = re.compile("[0-9a-fA-F]{6}")
_DARK = 0.25  # of full luminance: automatic text on a darker ground is white
_LINES = {"horzStripe", "vertStripe", "reverseDiagStripe", "diagStripe", "horzCross", "diagCross"}


def color(text: str | None) -> str:
    """Return ``rrggbb``, or "" for auto and for what is no colour; some programs write a sharp before it."""
    text = (text or "").removeprefix("#")
    return text.lower() if _SIX_DIGITS.fullmatch(text) else ""


def themed(node: etree._Element, theme: Theme, name: str = "w:color", prefix: str = "theme") -> str:
    """Return an element's colour: the theme's with its tint or shade if it names one, else its own; "" for auto."""
    slot = attribute(node, f"w:{prefix}Color")
    base = theme.get(THEME_COLOR + slot, "") if slot else ""
    if not base:
        return color(attribute(node, name))
    tint, shade = (_share(attribute(node, f"w:{prefix}{kind}")) for kind in ("Tint", "Shade"))
    return _lightened(base, tint, shade)


def _share(text: str | None) -> float:
    try:
        return int(text, 16) / 255 if text else 1.0
    except ValueError:
        return 1.0


def _lightened(base: str, tint: float, shade: float) -> str:
    """Return a colour with its luminance moved towards white by the tint and towards black by the shade (17.18.97)."""
    if tint == 1.0 and shade == 1.0:
        return base
    hue, light, saturation = colorsys.rgb_to_hls(*parts(base))
    light = light * shade
    light = light * tint + (1 - tint)
    return hexadecimal(colorsys.hls_to_rgb(hue, min(max(light, 0.0), 1.0), saturation))


def parts(text: str) -> tuple[float, float, float]:
    """Return red, green and blue of ``rrggbb``, from 0 to 1."""
    red, green, blue = (int(text[at : at + 2], 16) / 255 for at in (0, 2, 4))
    return red, green, blue


def hexadecimal(shares: tuple[float, float, float]) -> str:
    """Return ``rrggbb`` of red, green and blue, from 0 to 1."""
    return "".join(f"{round(min(max(part, 0.0), 1.0) * 255):02x}" for part in shares)


def fill(node: etree._Element, theme: Theme | None = None) -> str:
    """Return the background of a w:shd as one colour, a pattern as the mean of its two; "" for none (17.3.5)."""
    pattern = attribute(node, "w:val") or "clear"
    ground = themed(node, theme or {}, "w:fill", "themeFill")
    share = _covered(pattern)
    if share == 0.0:
        return ground
    front = themed(node, theme or {}) or "000000"
    mixed = zip(parts(front), parts(ground or "ffffff"), strict=True)
    red, green, blue = (ink * share + paper * (1 - share) for ink, paper in mixed)
    return hexadecimal((red, green, blue))


def _covered(pattern: str) -> float:
    """Return the share of the ground that a pattern covers."""
    if pattern == "solid":
        return 1.0
    if pattern.startswith("pct") and pattern[3:].isdigit():
        return min(int(pattern[3:]), 100) / 100
    if pattern.startswith("thin"):
        return 0.25
    return 0.5 if pattern in _LINES else 0.0


def is_dark(background: str) -> bool:
    """Return whether automatic text on a background is white."""
    if not background:
        return False
    red, green, blue = parts(background)
    return 0.299 * red + 0.587 * green + 0.114 * blue < _DARK
