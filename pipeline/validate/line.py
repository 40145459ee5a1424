"""A line of prose as it is printed, and the named figures that it quotes."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.model.origin import Origin
from pipeline.model.prose import FigureReference


@dataclass(frozen=True)
class Quote:
    """A named figure in a line, from ``start`` to ``end`` of its text."""

    start: int
    end: int
    reference: FigureReference


@dataclass(frozen=True)
class Line:
    """A paragraph or a heading of prose as it is printed; ``place`` are the headings it stands under."""

    text: str
    place: tuple[str, ...]
    origin: Origin
    is_heading: bool = False
    quotes: tuple[Quote, ...] = ()
