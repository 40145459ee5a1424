"""What a line of a font needs."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class LineMetrics:
    """What a line of this font needs, as shares of the font size: above the baseline, below it, and extra leading."""

    ascent: float
    descent: float
    gap: float

    @property
    def height(self) -> float:
        """Return the height of a single-spaced line as a share of the font size."""
        return self.ascent + self.descent + self.gap
