"""Text with a look of its own: bold that is imitated, outlined, with a shadow or a glow, raised or sunk (17.3.2.9 …).

What lies behind it are copies of the glyphs that stand for no text (ISO 32000-1, 14.9.4).
"""

from __future__ import annotations

from typing import NamedTuple

from pipeline.render.layout.formats import Format
from pipeline.render.pdf.objects import number
from pipeline.render.tree import RunStyle

NO_TEXT = "/Span <</ActualText <feff>>> BDC"
_THIN = 40  # parts of the size that the line of an outline is thick
_BOLD = 30  # and that of imitated bold text
_PAPER = "ffffff"
_RINGS = 4  # of a glow


class Ghost(NamedTuple):
    """A copy behind the text: how far to the right and below, its colour, and the line around it, in points."""

    right: float
    below: float
    color: str
    width: float = 0.0

    @property
    def before(self) -> list[str]:
        """Return the operators that let its glyphs have their line."""
        return [f"{_color(self.color)} RG 2 Tr 1 j {number(self.width)} w"] if self.width else []

    @property
    def after(self) -> list[str]:
        """Return the operators behind it."""
        return ["0 Tr 0 j"] if self.width else []


_GHOSTS = {"shadow": (0.05, "b0b0b0"), "emboss": (0.03, "707070"), "imprint": (-0.03, "707070")}


def ghosts_of(setting: Format) -> list[Ghost]:
    """Return the copies behind a text, the farthest first."""
    style = setting.style
    found = [*_glowing(style)]
    if style.cast is not None:
        found.append(Ghost(*style.cast))
    moved = next((_GHOSTS[kind] for kind in _GHOSTS if kind in style.relief), None)
    if moved is not None:
        found.append(Ghost(moved[0] * setting.size, moved[0] * setting.size, moved[1]))
    return found


def _glowing(style: RunStyle) -> list[Ghost]:
    """Return the rings of a glow, which cover less the farther out they are."""
    if style.glow is None:
        return []
    radius, color, opacity = style.glow
    inks = [int(color[at : at + 2], 16) for at in (0, 2, 4)]
    rings = []
    for ring in range(_RINGS, 0, -1):
        cover = opacity * (1 - (ring - 1) / _RINGS)
        mixed = "".join(f"{round(part * cover + 255 * (1 - cover)):02x}" for part in inks)
        rings.append(Ghost(0.0, 0.0, mixed, 2 * radius * ring / _RINGS))
    return rings


def ink_of(style: RunStyle) -> str:
    """Return the colour that text is filled with: raised and sunk text of automatic colour is that of the paper."""
    sunk = "emboss" in style.relief or "imprint" in style.relief
    return _PAPER if sunk and style.automatic else style.color


def pen(setting: Format) -> tuple[list[str], list[str]]:
    """Return the operators before and after text that is more than filled; none where it is not."""
    style = setting.style
    if style.unseen:
        return ["3 Tr"], ["0 Tr"]
    if "outline" in style.relief or style.contour is not None:
        ink, width = style.contour or (style.color, setting.size / _THIN)
        mode = 1 if "outline" in style.relief else 2
        return [f"{_color(ink)} RG {mode} Tr {number(width)} w"], ["0 Tr"]
    if setting.typeface.imitate_bold:
        return [f"2 Tr {number(setting.size / _BOLD)} w"], ["0 Tr"]
    return [], []


def _color(ink: str) -> str:
    return " ".join(number(int(ink[at : at + 2], 16) / 255) for at in (0, 2, 4))
