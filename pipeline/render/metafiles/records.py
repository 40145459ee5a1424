"""The bytes of a metafile's record: numbers and points at their offsets, 0 where the record is too short."""

from __future__ import annotations

import struct
from dataclasses import dataclass

from pipeline.render.metafiles.affine import Point

MOST_POINTS = 100_000  # in one record


@dataclass(frozen=True, slots=True)
class Record:
    """A record of a metafile: its kind and its bytes from the header's first one on."""

    kind: int
    data: bytes

    def number(self, at: int, form: str = "<i") -> int:
        """Return the whole number at an offset, in a form of ``struct``; 0 beyond the end."""
        try:
            return int(struct.unpack_from(form, self.data, at)[0])
        except struct.error:
            return 0

    def unsigned(self, at: int) -> int:
        """Return the unsigned number of 32 bits at an offset."""
        return self.number(at, "<I")

    def real(self, at: int) -> float:
        """Return the floating-point number at an offset; 0 beyond the end and for what is no number."""
        try:
            found = float(struct.unpack_from("<f", self.data, at)[0])
        except struct.error:
            return 0.0
        return found if abs(found) < 1e12 else 0.0

    def numbers(self, at: int, count: int, form: str = "i") -> tuple[int, ...]:
        """Return whole numbers from an offset on, as many of a count as the record has."""
        size = struct.calcsize(f"<{form}")
        there = max(min(count, (len(self.data) - at) // size, 2 * MOST_POINTS), 0)
        return struct.unpack_from(f"<{there}{form}", self.data, at) if there else ()

    def points(self, at: int, count: int, form: str = "i") -> list[Point]:
        """Return points from an offset on."""
        flat = self.numbers(at, 2 * count, form)
        return [(float(x), float(y)) for x, y in zip(flat[::2], flat[1::2], strict=False)]

    def piece(self, at: int, size: int) -> bytes:
        """Return bytes at an offset, none where they are not all there."""
        return self.data[at : at + size] if at >= 0 and 0 < size <= len(self.data) - at else b""

    def edges(self, at: int) -> tuple[float, float, float, float]:
        """Return a rectangle's left, top, right and bottom at an offset."""
        left, top, right, bottom = (*self.numbers(at, 4), 0, 0, 0, 0)[:4]
        return float(left), float(top), float(right), float(bottom)

    def color(self, at: int) -> str:
        """Return the colour at an offset, which stands red first."""
        return (self.data[at : at + 3].hex() + "000000")[:6]
