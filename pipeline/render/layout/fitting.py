"""Runs that are fitted into a width (w:fitText, 17.3.2.14): their letters are moved apart or together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from pipeline.render.layout.formats import Formats
from pipeline.render.tree import Inline, TextRun


def is_fitted(content: Sequence[Inline]) -> bool:
    """Return whether any run is to fill a width."""
    return any(isinstance(run, TextRun) and run.style.fit_width for run in content)


def fitted(content: Sequence[Inline], formats: Formats) -> Iterator[Inline]:
    """Yield the content with the spacing that gives each group of fitted runs its width."""
    for (width, _), group in groupby(content, key=_asked):
        runs = list(group)
        yield from _spaced(runs, width, formats) if width else runs


def _asked(run: Inline) -> tuple[float, str]:
    return (run.style.fit_width, run.style.fit_id) if isinstance(run, TextRun) else (0.0, "")


def _spaced(runs: Sequence[Inline], width: float, formats: Formats) -> Iterator[Inline]:
    texts = [run for run in runs if isinstance(run, TextRun)]
    natural = sum(piece.width for run in texts for piece in formats.pieces(run.text, run.style))
    gaps = max(sum(len(run.text) for run in texts), 1)
    extra = (width - natural) / gaps
    for run in texts:
        style = replace(run.style, spacing=run.style.spacing + extra, fit_width=0.0)
        yield replace(run, style=style)
