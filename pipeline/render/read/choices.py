"""What a person chooses about how a file is shown."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Choices:
    """``changes``: tracked changes are shown as marked, not as accepted. ``comments``: they are listed at the end."""

    changes: bool = False
    comments: bool = False


AS_ACCEPTED = Choices()
