"""Lines beside floating objects: a paragraph set anew in the room that they leave."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.render.layout.lines import Line, LineBreaker, Measure
from pipeline.render.layout.surround import EPSILON, Channel, Spans

ROUNDS = 4  # until a line's height and the room for it agree


@dataclass(slots=True, eq=False)
class _Flow:
    """The state of setting: the place in the text, how far down, and the number of the last line set aside."""

    breaker: LineBreaker
    measure: Measure
    at: int = 0
    y: float = 0.0
    count: int = 0
    moved: int = 0
    clear: str = ""


def set_around(breaker: LineBreaker, channels: Sequence[tuple[int, Channel]]) -> tuple[list[Line], int]:
    """Return a paragraph's lines, and how many of them there are to the last that an object moved.

    Each channel holds from its line's number on: a paragraph that goes on over a page's end has one for each part.
    """
    flow = _Flow(breaker, breaker.measure)
    waiting = list(channels)
    channel: Channel | None = None
    lines: list[Line] = []
    while not breaker.is_done(flow.at, lines):
        if waiting and waiting[0][0] <= len(lines):
            channel = waiting.pop(0)[1]
            flow.y = channel.top
        lines.append(_next(flow, channel))
    breaker.measure = flow.measure
    return lines, flow.moved


def _next(flow: _Flow, channel: Channel | None) -> Line:
    """Set the next line where there is room for it; what is free above it belongs to its height."""
    whole: Spans = ((0.0, flow.measure.width),) if channel is None else channel.whole
    top, spans, height = flow.y, whole, flow.breaker.usual_height
    start = channel.below(flow.y, height, flow.clear) if channel is not None and flow.clear else flow.y
    for _ in range(ROUNDS):
        if channel is not None:
            top, spans = channel.room(start, height, flow.breaker.width_at(flow.at))
        line, at = _across(flow, spans)
        if channel is None or line.height <= height + EPSILON:
            break
        height = line.height
    flow.at, flow.count, flow.clear = at, flow.count + 1, line.clear
    line.above = top - flow.y
    line.height += line.above
    line.baseline += line.above
    flow.y += line.height
    if spans != whole or line.above:
        flow.moved = flow.count
        line.spans = spans
    return line


def _across(flow: _Flow, spans: Spans) -> tuple[Line, int]:
    """Set a line into the spans from left to right, which share its height and its baseline."""
    parts: list[Line] = []
    at = flow.at
    for index, span in enumerate(spans):
        if parts and (parts[-1].ends_with or flow.breaker.width_at(at) > span[1] - span[0]):
            break
        if parts and flow.breaker.is_done(at, parts):
            break
        flow.breaker.measure = _measure(flow.measure, span, later=index > 0)
        part, at = flow.breaker.line(at, first=flow.count == 0 and not index)
        parts.append(part)
    return _joined(parts), at


def _measure(measure: Measure, span: tuple[float, float], *, later: bool) -> Measure:
    """Return what a part of a line is set against: indents count from the object's edge where that is farther in."""
    style = measure.style
    outer = style.left + min(style.first, 0.0)
    shift = span[0] if span[0] > outer + EPSILON else 0.0
    right = max(style.right, measure.width - span[1])
    if not shift and right == style.right:
        return measure
    if later:
        style = replace(style, left=span[0], first=0.0, right=right)
    else:
        style = replace(style, left=style.left + shift, right=right)
    return replace(measure, style=style)


def _joined(parts: list[Line]) -> Line:
    line = parts[0]
    for part in parts[1:]:
        below = max(line.height - line.baseline, part.height - part.baseline)
        line.baseline = max(line.baseline, part.baseline)
        line.height = line.baseline + below
        line.items.extend(part.items)
        line.bookmarks.extend(part.bookmarks)
        line.ends_with, line.clear = part.ends_with, part.clear
    return line
