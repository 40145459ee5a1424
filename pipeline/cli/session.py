"""What one run of the command knows about itself, for whoever ends it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from pipeline.model.origin import Origin

TEXT, SHORT, JSON = "text", "kort", "json"


@dataclass
class Session:
    """``changed`` is whether the run has put anything in place; ``place`` words an origin for this machine."""

    form: str = TEXT
    changed: bool = False
    place: Callable[[Origin], str] = field(default=str)
