"""Characters with their reading above them (w:ruby, 17.3.3.25), as Japanese and Chinese texts have them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lxml import etree

from pipeline.render.read.units import child, measure, value
from pipeline.render.tree import Inline, Reading, TextRun

_SHARE = 0.5  # of the characters' size, where the file does not say how large the reading is
_RAISED = 0.85  # and how far above them it stands


def with_reading(base: Sequence[Inline], said: Sequence[Inline], node: etree._Element) -> TextRun | None:
    """Return characters of one look with their reading, None where one of the two is more than plain text."""
    if len(base) != 1 or not isinstance(base[0], TextRun) or not base[0].text.strip():
        return None
    texts = [run for run in said if isinstance(run, TextRun)]
    if len(texts) != len(said) or not texts:
        return None
    characters, first = base[0], texts[0]
    properties = child(node, "w:rubyPr")
    size = measure(value(properties, "w:hps"), 1 / 2) or characters.style.size * _SHARE
    raised = measure(value(properties, "w:hpsRaise"), 1 / 2) or characters.style.size * _RAISED
    look = replace(first.style, size=min(max(size, 1.0), 200.0), vertical="", raised=0.0)
    text = "".join(run.text for run in texts)
    return replace(characters, reading=Reading(text, look, min(max(raised, 0.0), 400.0)))
