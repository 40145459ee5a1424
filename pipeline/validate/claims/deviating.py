"""The rows of the tables that have deviations from a budget, found by their names in the prose."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from pipeline.model.origin import Origin
from pipeline.model.statement import RowRole, Scenario
from pipeline.validate.numbers.units import MONEY, UNKNOWN, named_unit
from pipeline.validate.tables.asserted import Asserted, Table
from pipeline.validate.tables.effect import good_cells
from pipeline.validate.tables.equation import Equation
from pipeline.validate.tables.grid import Grid

_FORMS = r"(?:en|et|n|t|na|ar|er|or|arna|erna|orna)?s?"
_WORD = re.compile(r"[^\W\d_]+")
_LETTERS, _NAME = 4, 5  # by which a name is looked up; letters of a name that is worth looking for
_TOTAL = re.compile(r"^(?:summa|totalt|totala|total|s:a)\s+", re.IGNORECASE)
DEVIATES = re.compile(r"\b(?:(?:över|under)skott\w*|\w*avvik\w*)\b", re.IGNORECASE)


@dataclass(frozen=True)
class DeviatingRow:
    """A row with deviations: the columns that have them, each with the sign that is good in it or 0.

    ``larger`` is for each column whether the amount is larger than the budget, None where no column shows it.
    """

    name: str
    grid: Grid
    row: int
    columns: tuple[tuple[int, int], ...]
    larger: tuple[bool | None, ...]


@dataclass(frozen=True)
class DeviatingRows:
    """The rows of the tables that have deviations, by the first letters of their names."""

    asserted: Asserted
    twins: tuple[Equation, ...]

    @cached_property
    def patterns(self) -> dict[str, list[tuple[DeviatingRow, re.Pattern[str]]]]:
        """Return the rows with the patterns of their names, the longest names first."""
        good = good_cells(self.asserted, self.twins)
        rows = [row for table in self.asserted.tables.values() for row in _rows(table, good)]
        found: dict[str, list[tuple[DeviatingRow, re.Pattern[str]]]] = {}
        for row in sorted(rows, key=lambda row: (-len(row.name), row.name)):
            pattern = re.compile(rf"{re.escape(row.name)}{_FORMS}\b", re.IGNORECASE)
            found.setdefault(_key(_WORD.findall(row.name)), []).append((row, pattern))
        return found

    @cached_property
    def by_grid(self) -> dict[int, list[DeviatingRow]]:
        """Return the rows of each table, by the identity of its grid."""
        found: dict[int, list[DeviatingRow]] = {}
        for row, _ in (each for group in self.patterns.values() for each in group):
            found.setdefault(id(row.grid), []).append(row)
        return found

    def named(self, text: str) -> tuple[list[DeviatingRow], int]:
        """Return the rows of the one name that stands in a text, and where it ends; none where there are several.

        A row that is called Överskott is not named where another row is said to have one.
        """
        found = list(self._named(text))
        names = {row.name.lower() for row, _ in found}
        telling = {name for name in names if not DEVIATES.fullmatch(name)} or names
        if len(telling) != 1:
            return [], 0
        own = [(row, end) for row, end in found if row.name.lower() in telling]
        return [row for row, _ in own], max(end for _, end in own)

    def _named(self, text: str) -> Iterator[tuple[DeviatingRow, int]]:
        """Yield the rows whose name stands in a text, with where it ends; of names that begin alike the longest."""
        end = 0
        words = list(_WORD.finditer(text))
        for index, word in enumerate(words):
            if word.start() < end:
                continue
            patterns = self.patterns.get(_key([each[0] for each in words[index : index + 2]]), ())
            here = [(row, match.end()) for row, own in patterns if (match := own.match(text, word.start()))]
            alike = [(row, at) for row, at in here if row.name.lower() == here[0][0].name.lower()]
            end = max((at for _, at in alike), default=end)
            yield from alike


def _key(words: Sequence[str]) -> str:
    """Return the first letters of a name by its words: of the first, and of the next where that is a short one."""
    first = words[0].lower() if words else ""
    return (
        first[:_LETTERS] if len(first) >= _LETTERS else f"{first} {words[1].lower()[:_LETTERS]}" if words[1:] else first
    )


def _rows(table: Table, good: Mapping[Origin, int]) -> Iterator[DeviatingRow]:
    grid = table.grid
    money = named_unit(grid.statement.unit).family in (MONEY, UNKNOWN)
    columns = [each for each in grid.additive if money and grid.scenario(each) is Scenario.DEVIATION]
    for row in grid.rows if columns else ():
        name = _TOTAL.sub("", grid.label(row))
        if len(name) >= _NAME and grid.role(row) is not RowRole.RESULT:
            filled = [column for column in columns if grid.value(row, column) is not None]
            own = tuple((column, good.get(grid.cell(row, column).origin, 0)) for column in filled)
            if own:
                yield DeviatingRow(name, grid, row, own, tuple(_is_larger(table, row, column) for column in filled))


def _is_larger(table: Table, row: int, column: int) -> bool | None:
    rule = next((each for each in table.differences.rules if each.deviation == column), None)
    if rule is None:
        return None
    budget = Scenario.BUDGET
    ends = sorted((rule.first, rule.second), key=lambda each: table.grid.scenario(each) is budget)
    amounts = [table.grid.term(row, each).value for each in ends]
    told = [table.grid.scenario(each) is budget for each in ends] == [False, True]
    return abs(amounts[0]) > abs(amounts[1]) if told and amounts[0] != amounts[1] else None
