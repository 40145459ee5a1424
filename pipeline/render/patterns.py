"""Patterns of two colours: which of the eight times eight squares of each has the first (ECMA-376 part 1, 20.1.10.51).

The standard names them and shows no squares; these are drawn after their names: parts of a hundred are spread evenly.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

SIDE = 8  # squares
SQUARE = 0.75  # points: a dot of a screen
_SPREAD = (  # in which order squares are filled, so that every part of them lies evenly
    (0, 32, 8, 40, 2, 34, 10, 42),
    (48, 16, 56, 24, 50, 18, 58, 26),
    (12, 44, 4, 36, 14, 46, 6, 38),
    (60, 28, 52, 20, 62, 30, 54, 22),
    (3, 35, 11, 43, 1, 33, 9, 41),
    (51, 19, 59, 27, 49, 17, 57, 25),
    (15, 47, 7, 39, 13, 45, 5, 37),
    (63, 31, 55, 23, 61, 29, 53, 21),
)
Cells = tuple[tuple[int, int], ...]
_Rule = Callable[[int, int], bool]


@dataclass(frozen=True, slots=True)
class Pattern:
    """A pattern by its name, in a colour on a ground, both ``rrggbb``."""

    name: str
    ink: str
    ground: str


def _drawn(*rows: int) -> _Rule:
    """Return a rule of eight rows whose bits are squares, the leftmost one the highest."""
    return lambda x, y: bool(rows[y] >> (SIDE - 1 - x) & 1)


_OWN = "#"  # before the rows of a pattern that has no name
_RULES: Mapping[str, _Rule] = {
    "horz": lambda _x, y: y % 8 == 0,
    "vert": lambda x, _y: x % 8 == 0,
    "ltHorz": lambda _x, y: y % 4 == 0,
    "ltVert": lambda x, _y: x % 4 == 0,
    "dkHorz": lambda _x, y: y % 4 < 2,
    "dkVert": lambda x, _y: x % 4 < 2,
    "narHorz": lambda _x, y: y % 2 == 0,
    "narVert": lambda x, _y: x % 2 == 0,
    "dashHorz": lambda x, y: (y == 0 and x < 4) or (y == 4 and x >= 4),
    "dashVert": lambda x, y: (x == 0 and y < 4) or (x == 4 and y >= 4),
    "cross": lambda x, y: x == 0 or y == 0,
    "smGrid": lambda x, y: x % 4 == 0 or y % 4 == 0,
    "lgGrid": lambda x, y: x == 0 or y == 0,
    "dotGrid": lambda x, y: (x == 0 and y % 2 == 0) or (y == 0 and x % 2 == 0),
    "dnDiag": lambda x, y: (x - y) % 8 == 0,
    "upDiag": lambda x, y: (x + y) % 8 == 7,
    "ltDnDiag": lambda x, y: (x - y) % 4 == 0,
    "ltUpDiag": lambda x, y: (x + y) % 4 == 3,
    "dkDnDiag": lambda x, y: (x - y) % 4 < 2,
    "dkUpDiag": lambda x, y: (x + y) % 4 < 2,
    "wdDnDiag": lambda x, y: (x - y) % 8 < 3,
    "wdUpDiag": lambda x, y: (x + y) % 8 < 3,
    "dashDnDiag": lambda x, y: (x - y) % 4 == 0 and 2 <= y < 6,
    "dashUpDiag": lambda x, y: (x + y) % 4 == 3 and 2 <= y < 6,
    "diagCross": lambda x, y: (x - y) % 8 == 0 or (x + y) % 8 == 7,
    "smCheck": lambda x, y: (x // 2 + y // 2) % 2 == 0,
    "lgCheck": lambda x, y: (x // 4 + y // 4) % 2 == 0,
    "openDmnd": lambda x, y: (x - y) % 8 == 0 or (x + y) % 8 == 0,
    "solidDmnd": lambda x, y: abs(x - 3) + abs(y - 3) <= 3,
    "dotDmnd": lambda x, y: ((x - y) % 8 == 0 or (x + y) % 8 == 0) and x % 2 == 0,
    "horzBrick": lambda x, y: y % 4 == 0 or (x == 0 and y < 4) or (x == 4 and y >= 4),
    "diagBrick": lambda x, y: (x + y) % 8 == 7 or ((x - y) % 8 == 0 and y >= 4),
    "trellis": lambda x, y: y % 2 == 0 or (x + y // 2 * 2) % 4 in {1, 2},
    "plaid": lambda x, y: (y >= 4 and x < 4) or (y < 4 and (x + y) % 2 == 0),
    "zigZag": lambda x, y: y % 4 == (x % 8 if x % 8 < 4 else 7 - x % 8),
    "wave": _drawn(0x00, 0x18, 0x25, 0xC0, 0x00, 0x18, 0x25, 0xC0),
    "weave": _drawn(0x88, 0x54, 0x22, 0x45, 0x88, 0x14, 0x22, 0x51),
    "shingle": _drawn(0x03, 0x84, 0x48, 0x30, 0x0C, 0x02, 0x01, 0x01),
    "sphere": _drawn(0x77, 0x89, 0x8F, 0x8F, 0x77, 0x98, 0xF8, 0xF8),
    "divot": _drawn(0x00, 0x10, 0x08, 0x10, 0x00, 0x01, 0x80, 0x01),
    "smConfetti": _drawn(0x80, 0x08, 0x40, 0x02, 0x20, 0x01, 0x10, 0x04),
    "lgConfetti": _drawn(0xB1, 0x30, 0x03, 0x1B, 0xD8, 0xC0, 0x0C, 0x8D),
}


def named(rows: Sequence[Sequence[bool]]) -> str:
    """Return a name for a pattern of its own: which squares of each row have its colour."""
    return _OWN + "".join(f"{sum(1 << (SIDE - 1 - x) for x, on in enumerate(row) if on):02x}" for row in rows)


@cache
def cells(name: str) -> Cells:
    """Return the squares of a pattern that have its colour, () for a name that is not known."""
    if name.startswith("pct") and name[3:].isdigit():
        least = min(int(name[3:]), 100) / 100 * SIDE * SIDE
        rule: _Rule = lambda x, y: _SPREAD[y][x] < least  # noqa: E731 - one of a kind with those of the table
    elif name.startswith(_OWN):
        rule = _drawn(*bytes.fromhex(name.removeprefix(_OWN)))
    elif name in _RULES:
        rule = _RULES[name]
    else:
        return ()
    return tuple((x, y) for y in range(SIDE) for x in range(SIDE) if rule(x, y))
