"""Text and pictures of different heights at the top, the middle or the bottom of their line (17.3.1.39)."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.render.layout.line import Item

Extent = tuple[float, float]  # above and below the baseline
_SHARES = {"top": 0.0, "center": 0.5, "bottom": 1.0}  # of what is free in the line, above what stands there


def placed_within(items: Sequence[Item], align: str, extents: Sequence[Extent]) -> Extent | None:
    """Move a line's items to where they are aligned; return what the line needs above and below its baseline.

    That is None where all of them stand on the baseline.
    """
    if not align or not extents:
        return None
    height = max(above + below for above, below in extents)
    places = [(item, _place(own, height, align)) for item in items if (own := _extent(item)) is not None]
    texts = [place for item, place in places if item.picture is None]
    baseline = max(texts, default=height)
    for item, place in places:
        item.drop = place - baseline
    return baseline, height - baseline


def _place(own: Extent, height: float, align: str) -> float:
    above, below = own
    return above + (height - above - below) * _SHARES[align]


def _extent(item: Item) -> Extent | None:
    if item.picture is not None:
        raised = item.picture.style.raised
        return item.picture.picture.height + raised, max(-raised, 0.0)
    if item.piece is not None:
        return item.piece.format.ascent, item.piece.format.descent
    return None
