"""Two lines in one (w:eastAsianLayout, 17.3.2.10): half the text above the other half."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.render.tree import Inline, Reading, RunStyle, TextRun

_SMALLER = 0.5  # of the text's size
_RAISED, _LOWERED = 0.42, -0.08  # of the text's size: the baselines of the two lines
_BRACKETS = {"round": ("(", ")"), "square": ("[", "]"), "angle": ("⟨", "⟩"), "curly": ("{", "}")}


def is_combined(content: Sequence[Inline]) -> bool:
    """Return whether any text stands as two lines in one."""
    return any(isinstance(run, TextRun) and run.style.combined for run in content)


def in_two_lines(content: Sequence[Inline]) -> tuple[Inline, ...]:
    """Return the content with such text as its first half, raised, with the other half below."""
    return tuple(part for run in content for part in _halves(run))


def _halves(run: Inline) -> Iterator[Inline]:
    if not isinstance(run, TextRun) or not run.style.combined or len(run.text) < 2:
        yield run
        return
    style, middle = replace(run.style, combined=""), _middle(run.text)
    first, last = _BRACKETS.get(run.style.combined, ("", ""))
    yield from (TextRun(sign, style, run.link) for sign in first)
    below = Reading(run.text[middle:], _small(style, 0.0), _LOWERED * style.size)
    yield TextRun(run.text[:middle], _small(style, _RAISED * style.size), run.link, below)
    yield from (TextRun(sign, style, run.link) for sign in last)


def _middle(text: str) -> int:
    """Return where the second line begins: behind the space that is nearest to the middle, else there."""
    middle = (len(text) + 1) // 2
    spaces = [index + 1 for index, sign in enumerate(text[:-1]) if sign == " "]
    return min(spaces, key=lambda place: abs(place - middle), default=middle)


def _small(style: RunStyle, raised: float) -> RunStyle:
    return replace(style, size=style.size * _SMALLER, raised=style.raised + raised)
