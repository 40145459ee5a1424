"""Which of two alternatives of a drawing is the one to draw (ECMA-376 part 3, 9.3)."""

from __future__ import annotations

import re

from lxml import etree

from pipeline.render.read.units import child

_NOT_DRAWN = re.compile(r"(cx\d*|am3d|aink|iact|wpi)$")  # newer charts, models, ink: their fallback is shown


def chosen_drawing(node: etree._Element) -> etree._Element | None:
    """Return the first choice of an mc:AlternateContent, or the fallback where that cannot be drawn."""
    choice, fallback = child(node, "mc:Choice"), child(node, "mc:Fallback")
    if choice is None or (fallback is not None and _NOT_DRAWN.match(choice.get("Requires") or "")):
        return fallback
    return choice
