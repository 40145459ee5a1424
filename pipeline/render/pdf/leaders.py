"""The signs that fill a tab (17.3.1.37): which, and where they stand."""

from __future__ import annotations

import math

from pipeline.render.layout.line import Item

LEADERS = {"dot": ".", "middleDot": "\u00b7", "hyphen": "-", "underscore": "_", "heavy": "_"}
_SLACK = 0.01  # points


def filled(item: Item, wide: float) -> tuple[float, int]:
    """Return where the signs of a tab begin, and how many there are; ``wide`` is the width of one.

    Each stands at a multiple of its width from where the column begins, so that those of several lines stand below
    each other (measured in Word's PDF of a table of contents).
    """
    if wide <= 0:
        return item.x, 0
    first, behind = math.ceil((item.x - _SLACK) / wide), int((item.x + item.width + _SLACK) / wide)
    return first * wide, max(behind - first, 0)
