"""The lines between cells: which of two borders that meet is drawn (ECMA-376 part 1, 17.4.66), and its width."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.render.layout.borderlines import thickness
from pipeline.render.tree import Border, Cell, Table

# The rank of each style, by which borders in conflict are weighed together with the number of their lines (17.4.66).
_RANKS = (
    "single thick double dotted dashed dotDash dotDotDash triple thinThickSmallGap thickThinSmallGap "
    "thinThickThinSmallGap thinThickMediumGap thickThinMediumGap thinThickThinMediumGap thinThickLargeGap "
    "thickThinLargeGap thinThickThinLargeGap wave doubleWave dashSmallGap dashDotStroked threeDEmboss threeDEngrave "
    "outset inset"
)
RANKS = {name: rank for rank, name in enumerate(_RANKS.split(), 1)}
_TWO = {"double", "doubleWave"}
_THREE = {"triple"}


@dataclass(slots=True)
class Edges:
    """The lines of a table: ``across`` above each row and below the last, ``down`` left of each column and at its end.

    Both are given for each cell of the grid that they pass, None where nothing is drawn.
    """

    across: list[list[Border | None]]
    down: list[list[Border | None]]


def edges_of(table: Table) -> Edges:
    """Return the lines of a table whose cells share their borders."""
    rows, columns = len(table.rows), len(table.columns)
    grid = _occupied(table, rows, columns)
    nothing: list[Cell | None] = [None] * columns
    across = []
    for index in range(rows + 1):
        above, below = grid[index - 1] if index else nothing, grid[index] if index < rows else nothing
        across.append([_shared(one, two, "bottom", "top") for one, two in zip(above, below, strict=True)])
    down = []
    for line in grid:
        pairs = zip([None, *line], [*line, None], strict=True)
        down.append([_shared(one, two, "right", "left") for one, two in pairs])
    return Edges(across, down)


def _occupied(table: Table, rows: int, columns: int) -> list[list[Cell | None]]:
    grid: list[list[Cell | None]] = [[None] * columns for _ in range(rows)]
    for index, row in enumerate(table.rows):
        for cell in row.cells:
            for line in grid[index : index + cell.rows]:
                for column in range(cell.column, min(cell.column + cell.columns, columns)):
                    line[column] = cell
    return grid


def _shared(one: Cell | None, two: Cell | None, side: str, other: str) -> Border | None:
    """Return the border between two cells; between two parts of a merged one there is none."""
    if one is two:
        return None
    first: Border | None = getattr(one.borders, side) if one is not None else None
    second: Border | None = getattr(two.borders, other) if two is not None else None
    if first is None or second is None:
        return first or second
    own = one is not None and side in one.own_sides, two is not None and other in two.own_sides
    if own[0] != own[1]:
        return first if own[0] else second
    return winner(first, second)


def winner(one: Border, two: Border) -> Border:
    """Return the border of the greater weight, else the wider, else the darker, else the first (17.4.66)."""
    return one if _weight(one) >= _weight(two) else two


def _weight(line: Border) -> tuple[int, float, int, int, int]:
    lines = 2 if line.style in _TWO or "Gap" in line.style else 3 if line.style in _THREE else 1
    lines = 3 if line.style.startswith("thinThickThin") else lines
    red, green, blue = (int(line.color[at : at + 2] or "0", 16) for at in (0, 2, 4))
    brightness = (red + blue + 2 * green, blue + 2 * green, green)
    darkness = (-brightness[0], -brightness[1], -brightness[2])
    return (lines * RANKS.get(line.style, 1), line.width, *darkness)


def widest(lines: Sequence[Border | None]) -> float:
    """Return the thickness of the thickest line."""
    return max((thickness(line) for line in lines if line is not None), default=0.0)
