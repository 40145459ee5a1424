"""Paragraphs that come to a column of another width: the lines that are left are set anew."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.render.layout.boxes import Box, ParagraphBox
from pipeline.render.layout.line import Line
from pipeline.render.layout.lines import EPSILON, LineBreaker


def refitted(box: Box, width: float) -> Box:
    """Return a box for a column of a width; tables keep the width that they have."""
    if not isinstance(box, ParagraphBox) or box.setting.channels:
        return box
    setting = box.setting
    if abs(setting.measure.width - width) < EPSILON and not (setting.widths and box.is_first):
        return box
    setting.widen(box.start, width)
    return replace(box, end=len(setting.lines))


def set_in_widths(breaker: LineBreaker, widths: Sequence[tuple[int, float]]) -> list[Line]:
    """Return the lines of a paragraph whose width changes at the lines of these numbers."""
    lines: list[Line] = []
    waiting = list(widths)
    at = 0
    while not breaker.is_done(at, lines):
        while waiting and waiting[0][0] <= len(lines):
            breaker.measure = replace(breaker.measure, width=waiting.pop(0)[1])
        line, at = breaker.line(at, first=not lines)
        lines.append(line)
    return lines
