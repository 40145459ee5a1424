"""Where links stand on the pages, and where they lead (ISO 32000-1, 12.3.2 and 12.5.6.5)."""

from __future__ import annotations

from dataclasses import dataclass, field

from pipeline.render.tags import Node
from pipeline.render.tree import Link


@dataclass(slots=True)
class LinkArea:
    """The rectangles of one link on one page, in PDF coordinates."""

    link: Link
    node: Node
    page: int
    areas: list[tuple[float, float, float, float]] = field(default_factory=list)


@dataclass(slots=True)
class Destination:
    """A place on a page, measured from its bottom left."""

    page: int
    x: float
    y: float
