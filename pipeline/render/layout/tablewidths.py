"""The widths of a table's columns (ECMA-376 part 1, 17.18.87): as told when fixed, else fitted to the content."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from pipeline.render.layout.contentwidths import Extent
from pipeline.render.tree import Cell, Table

SMALLEST = 0.1  # points that a column asks for at least that asks for a share
USUAL = 72.0  # points, where neither the grid nor a cell tells
NEAR = 0.015  # how far the file's grid may be from what is reckoned, as a share, and still be Word's own
CLOSE = 1.5  # points that a column of such a grid may be narrower than its content
MOST_ROUNDS = 16  # of making columns narrower, before some are left as they are
Measure = Callable[[Cell], Extent]


@dataclass(slots=True)
class _Column:
    """A column being fitted: its preferred width (0: none) and those of its content."""

    preferred: float = 0.0
    least: float = 0.0
    most: float = 0.0

    @property
    def wanted(self) -> float:
        return max(self.preferred or self.most, self.least)


@dataclass(slots=True)
class _Requests:
    """The preferred widths of a table's cells by what they span, shares turned into points.

    ``shared`` are the columns that ask for a share of the ``whole``.
    """

    whole: float
    single: dict[int, float] = field(default_factory=dict)
    spans: dict[tuple[int, int], float] = field(default_factory=dict)
    shared: set[int] = field(default_factory=set)

    def add(self, start: int, end: int, asked: float) -> None:
        width = _points(asked, self.whole)
        if width > 0 and end - start == 1:
            self.single[start] = max(self.single.get(start, 0.0), width)
            self.shared |= {start} if asked < 0 else set()
        elif width > 0 and end > start:
            self.spans[start, end] = max(self.spans.get((start, end), 0.0), width)

    def clip(self) -> None:
        """Leave to shares that are more than the whole together what those before them do not take."""
        left = self.whole
        for column in sorted(self.shared):
            self.single[column] = max(min(self.single[column], left), SMALLEST)
            left -= self.single[column]


def column_widths(table: Table, room: float, measure: Measure) -> tuple[float, ...]:
    """Return the columns' widths in a room; ``measure`` gives the extents of a cell with its margins."""
    target = table.width if table.width >= 0 else -table.width * room
    requests = _requests(table, target or room)
    if table.fixed:
        return _fixed(table, target, requests, target or room)
    columns = [_Column(width) for width in _preferred(table, requests)]
    _measure_content(table, columns, measure)
    widths = _fitted(columns, target, room)
    return table.columns if _is_words_own(table.columns, columns, widths) else tuple(widths)


def _requests(table: Table, whole: float) -> _Requests:
    requests = _Requests(whole)
    count = len(table.columns)
    for row in table.rows:
        if row.before and row.cells:
            requests.add(0, row.cells[0].column, row.before)
        for cell in row.cells:
            requests.add(cell.column, min(cell.column + cell.columns, count), cell.preferred)
        if row.after and row.cells:
            requests.add(min(row.cells[-1].column + row.cells[-1].columns, count), count, row.after)
    requests.clip()
    return requests


def _points(width: float, whole: float) -> float:
    return -width * whole if width < 0 else width


def _preferred(table: Table, requests: _Requests) -> list[float]:
    """Return the preferred width of each column, 0 for none; what a span asks for beyond others is shared out."""
    widths = [requests.single.get(column, 0.0) for column in range(len(table.columns))]
    for (start, end), wanted in sorted(requests.spans.items(), key=lambda item: item[0][1] - item[0][0]):
        open_ones = [column for column in range(start, end) if not widths[column]]
        left = wanted - sum(widths[start:end])
        if left <= 0:
            continue
        if not open_ones:
            widths[end - 1] += left
        weights = [table.columns[column] for column in open_ones]
        for column, share in zip(open_ones, _shares(weights), strict=True):
            widths[column] = left * share
    return widths


def _shares(weights: list[float]) -> list[float]:
    total = sum(weights)
    return [weight / total for weight in weights] if total > 0 else [1 / len(weights) for _ in weights]


def _fixed(table: Table, target: float, requests: _Requests, whole: float) -> tuple[float, ...]:
    """Return the widths without regard to content: the cells' where they and the grid disagree, else the grid's."""
    preferred = _preferred(table, requests)
    widths = [asked or own for asked, own in zip(preferred, table.columns, strict=True)]
    known = [width for width in widths if width > 0]
    usual = sum(known) / len(known) if known else (target / len(widths) or USUAL)
    widths = [width or usual for width in widths]
    if all(table.columns) and any(_agree(sum(table.columns), total) for total in (sum(widths), *_told(table, whole))):
        widths = list(table.columns)
    if target and (table.width < 0 or sum(widths) > target or not any(preferred)):
        widths = [width * target / sum(widths) for width in widths]
    return tuple(widths)


def _told(table: Table, whole: float) -> Iterator[float]:
    """Yield what the rows ask for as a whole, where each of their cells asks for a width."""
    for row in table.rows:
        widths = [_points(cell.preferred, whole) for cell in row.cells]
        if widths and all(widths):
            yield sum(widths) + _points(row.before, whole) + _points(row.after, whole)


def _agree(one: float, two: float) -> bool:
    return abs(one - two) <= max(two * NEAR, 1.0)


def _measure_content(table: Table, columns: list[_Column], measure: Measure) -> None:
    """Set the extents of the columns; a cell over several makes them wider in proportion where they are too narrow."""
    spanning: list[tuple[Cell, Extent]] = []
    for cell in _cells(table):
        extent = _of_cell(cell, measure).widened(2 * table.spacing)
        if cell.columns > 1:
            spanning.append((cell, extent))
            continue
        column = columns[cell.column]
        column.least, column.most = max(column.least, extent.least), max(column.most, extent.most)
    for cell, extent in spanning:
        spanned = columns[cell.column : cell.column + cell.columns]
        weights = _shares([column.wanted for column in spanned])
        lacking = extent.least - sum(column.least for column in spanned)
        more = extent.most - sum(max(column.most, column.preferred) for column in spanned)
        for column, share in zip(spanned, weights, strict=True):
            column.least += max(lacking, 0.0) * share
            column.most += max(more, 0.0) * share


def _cells(table: Table) -> Iterator[Cell]:
    return (cell for row in table.rows for cell in row.cells if cell.column < len(table.columns))


def _of_cell(cell: Cell, measure: Measure) -> Extent:
    """Return a cell's extent; text that may not wrap is as wide as it is, up to a preferred width (17.4.30)."""
    extent = measure(cell)
    if cell.fit_text:
        return Extent(0.0, extent.most)
    if not cell.no_wrap:
        return extent
    return Extent(min(extent.most, cell.preferred) if cell.preferred > 0 else extent.most, extent.most)


def _fitted(columns: list[_Column], target: float, room: float) -> list[float]:
    """Return the widths fitted to content, preferences and room.

    Content that is wider than asked for takes from the other columns first, and then widens the table up to the room;
    preferred widths alone may reach beyond it, as a table does whose border was drawn there.
    """
    widths = [column.wanted for column in columns]
    least = [column.least for column in columns]
    asked = sum(column.preferred for column in columns)
    is_told = all(column.preferred for column in columns)
    limit = target or (asked if is_told else max(room, asked))
    if sum(least) > limit:
        limit = max(limit, min(sum(least), room))
    if sum(widths) < limit and target:
        return _grown(columns, widths, limit)
    if sum(widths) > limit:
        _shrink(widths, [column.wanted if column.preferred else column.least for column in columns], limit)
        _shrink(widths, least, limit)
    excess = sum(widths) / limit if limit else 1.0
    return [width / excess for width in widths] if excess > 1 else widths


def _grown(columns: list[_Column], widths: list[float], limit: float) -> list[float]:
    """Return the widths that fill a preferred table width: columns without preference take what is left."""
    open_ones = [index for index, column in enumerate(columns) if not column.preferred] or list(range(len(columns)))
    left = limit - sum(widths)
    grown = list(widths)
    for index, share in zip(open_ones, _shares([widths[index] for index in open_ones]), strict=True):
        grown[index] += left * share
    return grown


def _shrink(widths: list[float], floors: list[float], limit: float) -> None:
    """Make the columns narrower in proportion, none below its floor, until they fit."""
    open_ones = {index for index, width in enumerate(widths) if width > floors[index]}
    for _ in range(MOST_ROUNDS):
        excess, total = sum(widths) - limit, sum(widths[index] for index in open_ones)
        if excess <= 0 or total <= 0:
            return
        share = max(1 - excess / total, 0.0)
        at_floor = {index for index in open_ones if widths[index] * share <= floors[index]}
        for index in at_floor or open_ones:
            widths[index] = max(widths[index] * share, floors[index])
        open_ones -= at_floor


def _is_words_own(grid: tuple[float, ...], columns: list[_Column], widths: list[float]) -> bool:
    """Return whether the file's grid can be what Word itself reckoned when it saved: then it is right to the dot.

    Its total is the reckoned one, no column is narrower than its content, and a grid of equal columns without any
    preference is taken for a stand-in.
    """
    if not _agree(sum(grid), sum(widths)) or len(grid) < 2:
        return False
    if max(grid) - min(grid) < 1.0 and not any(column.preferred for column in columns):
        return False
    return all(
        own >= min(column.least, width) - CLOSE and (not column.preferred or own >= column.preferred * 0.5)
        for own, column, width in zip(grid, columns, widths, strict=True)
    )
