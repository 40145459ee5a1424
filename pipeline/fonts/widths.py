"""Advance widths of families that are not here, so that another font is set as wide as they are.

Widths are facts about a font. They stand in ``data/widths.json``, as thousandths of the font size, with their sources.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from typing import TypedDict

from pipeline.fonts.bundled import DATA, STYLES


class _Face(TypedDict):
    characters: str
    widths: list[float]


@lru_cache(maxsize=64)
def widths_of(family: str, *, bold: bool, italic: bool) -> Mapping[str, float]:
    """Return the width of each known character as a share of the size, none when those of the style are not known.

    Slanted letters are as wide as upright ones where nothing else is known, bold ones are not.
    """
    faces = _families().get(family, {})
    face = faces.get(STYLES[(bold, italic)]) or faces.get(STYLES[(bold, False)])
    if face is None:
        return {}
    return {character: width / 1000 for character, width in zip(face["characters"], face["widths"], strict=True)}


def known_widths() -> tuple[str, ...]:
    """Return the families whose widths are known, by name in lower case."""
    return tuple(_families())


@lru_cache(maxsize=1)
def _families() -> Mapping[str, Mapping[str, _Face]]:
    families: Mapping[str, Mapping[str, _Face]] = json.loads((DATA / "widths.json").read_text("utf-8"))["families"]
    return families
