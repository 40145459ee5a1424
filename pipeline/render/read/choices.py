"""What a person chooses about how a file is shown."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Choices:
    """``changes``: tracked changes are shown as marked, not as accepted. ``comments``: they are listed at the end.

    ``inside`` counts the files that this one is inserted into, one in the other; nobody chooses it.
    """

    changes: bool = False
    comments: bool = False
    inside: int = 0


AS_ACCEPTED = Choices()
