"""Colours that can be read: contrast as WCAG 2.1 measures it (1.4.3), on light and on dark."""

from __future__ import annotations

import colorsys

from pipeline.model.contrast import LEAST_FOR_TEXT, contrast

LIGHT = "ffffff"
DARK = "16191d"
_AT_EASE = 7.0  # on a dark page, where colours glare
_STEPS = 50


def is_readable(text: str, background: str) -> bool:
    """Return whether text of one colour can be read on the other."""
    return contrast(text, background) >= LEAST_FOR_TEXT


def ink_for(background: str) -> str:
    """Return black or white, whichever is read better on a background."""
    return max("000000", "ffffff", key=lambda ink: contrast(ink, background))


def lightened(colour: str, background: str) -> str:
    """Return the colour as light as makes it easy to read on a dark background; its hue stays."""
    hue, light, saturation = colorsys.rgb_to_hls(*(part / 255 for part in _parts(colour)))
    for step in range(_STEPS + 1):
        lighter = colorsys.hls_to_rgb(hue, light + (1 - light) * step / _STEPS, saturation)
        found = "".join(f"{round(part * 255):02x}" for part in lighter)
        if contrast(found, background) >= _AT_EASE:
            return found
    return "ffffff"


def is_colour(text: str) -> bool:
    """Return whether the text is six hexadecimal digits."""
    return len(text) == 6 and all(sign in "0123456789abcdefABCDEF" for sign in text)


def _parts(colour: str) -> tuple[int, int, int]:
    return int(colour[:2], 16), int(colour[2:4], 16), int(colour[4:], 16)
