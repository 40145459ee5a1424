"""Text with a look of its own: bold that is imitated, outlined, with a shadow, raised or sunk (17.3.2.9 to 17.3.2.31).

A shadow is a copy of the glyphs that stands for no text (ISO 32000-1, 14.9.4).
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


class Ghost(NamedTuple):
    """A copy behind the text: how far to the right and below, as a share of the size, and its colour."""

    shift: float
    color: str


_GHOSTS = {"shadow": Ghost(0.05, "b0b0b0"), "emboss": Ghost(0.03, "707070"), "imprint": Ghost(-0.03, "707070")}


def ghost_of(style: RunStyle) -> Ghost | None:
    """Return the copy behind a text, None where it has none."""
    return next((_GHOSTS[kind] for kind in _GHOSTS if kind in style.relief), None)


def ink_of(style: RunStyle) -> str:
    """Return the colour that text is filled with: raised and sunk text of automatic colour is that of the paper."""
    sunk = "emboss" in style.relief or "imprint" in style.relief
    return _PAPER if sunk and style.automatic else style.color


def pen(setting: Format) -> tuple[list[str], list[str]]:
    """Return the operators before and after text that is more than filled; none where it is not."""
    style = setting.style
    if "outline" in style.relief or style.contour is not None:
        ink, width = style.contour or (style.color, setting.size / _THIN)
        color = " ".join(number(int(ink[at : at + 2], 16) / 255) for at in (0, 2, 4))
        mode = 1 if "outline" in style.relief else 2
        return [f"{color} RG {mode} Tr {number(width)} w"], ["0 Tr"]
    if setting.typeface.imitate_bold:
        return [f"2 Tr {number(setting.size / _BOLD)} w"], ["0 Tr"]
    return [], []
