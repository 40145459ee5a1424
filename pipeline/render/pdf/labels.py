"""A line of text of a drawing: the parts that it is shown in, and what it is stretched to."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.render.graphic import Label
from pipeline.render.layout.formats import Piece

_WORDS = re.compile(r"\s+|\S+")


def parts(label: Label) -> list[str]:
    """Return a label's text: word by word and space by space where it stands aslant, else as one."""
    return _WORDS.findall(label.text) if label.turn % 90 else [label.text]


Size = tuple[float, float]


def fitted(label: Label, pieces: Sequence[Piece], width: float) -> tuple[Size, Size] | None:
    """Return the size that a line of text is stretched to and its own, None where it stands as it is."""
    if not pieces or width <= 0 or (label.fit is None and not label.wide):
        return None
    setting = pieces[0].format
    own = width, setting.ascent + (setting.descent if label.fit is not None else 0.0)
    return label.fit or (label.wide, own[1]), own
