"""A statement as a grid of numbers: which columns can be summed, how exact its amounts are, how they are named."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from pipeline.model.origin import CellOrigin, Origin
from pipeline.model.statement import Amount, RowRole, Scenario, Statement, StatementCell, TextCell
from pipeline.validate.tables.equation import Term
from pipeline.validate.tables.formulas import column_number

_TOTAL = re.compile(r"(?:del)?summa\b|total[ta]?\b|totalsumma\b", re.IGNORECASE)
_SHARE = re.compile(r"%|\bprocent|\bandel|\bindex\b|\bsnitt|\bmedel(?:värde|ålder)", re.IGNORECASE)
_SCENARIOS = (
    (Scenario.DEVIATION, re.compile(r"avvik|differens|\bdiff\b", re.IGNORECASE)),
    (Scenario.FORECAST, re.compile(r"prognos", re.IGNORECASE)),
    (Scenario.BUDGET, re.compile(r"budget", re.IGNORECASE)),
    (Scenario.OUTCOME, re.compile(r"utfall|bokslut", re.IGNORECASE)),
)
_ADDRESS = re.compile(r"([A-Z]{1,3})(\d+)")


def address_of(origin: Origin) -> tuple[int, int] | None:
    """Return row and column of a cell's place, or None for what is not a cell."""
    match = _ADDRESS.fullmatch(origin.cell) if isinstance(origin, CellOrigin) else None
    return (int(match[2]), column_number(match[1])) if match else None


@dataclass(frozen=True)
class Grid:
    """A statement with what the rules ask of it."""

    statement: Statement

    def cell(self, row: int, column: int) -> StatementCell:
        """Return a cell."""
        return self.statement.rows[row].cells[column]

    def value(self, row: int, column: int) -> Decimal | None:
        """Return the number of a cell, or None where there is none."""
        cell = self.cell(row, column)
        return cell.value if isinstance(cell, Amount) else None

    def words(self, row: int, column: int) -> bool:
        """Return whether a cell holds words."""
        return isinstance(self.cell(row, column), TextCell)

    def name(self, row: int, column: int) -> str:
        """Return a cell's name: its row and its column."""
        return f"{self.label(row)} {self.statement.columns[column].heading}"

    def label(self, row: int) -> str:
        """Return a row's label without the dash that some put first."""
        return self.statement.rows[row].label.value.lstrip("-\u2013\u2212• ").strip()

    def term(self, row: int, column: int, sign: int = 1) -> Term:
        """Return a cell as a term; an empty one counts as zero."""
        value = self.value(row, column)
        origin = self.cell(row, column).origin
        slack = Decimal(0) if value is None else self.slack(row, column)
        unread = is_unread(self.cell(row, column))
        return Term(self.name(row, column), value or Decimal(0), origin, sign, slack, value is None, unread)

    def slack(self, row: int, column: int) -> Decimal:
        """Return half a unit of the last decimal that the amount may have been rounded to; none for a formula."""
        cell = self.cell(row, column)
        if isinstance(cell, Amount) and cell.formula:
            return Decimal(0)
        return Decimal(5).scaleb(-self.decimals(column) - 1)

    @cached_property
    def _decimals(self) -> tuple[int, ...]:
        columns = range(len(self.statement.columns))
        return tuple(max((own_decimals(cell) for cell in self._amounts(index)), default=0) for index in columns)

    def _amounts(self, column: int) -> Iterator[Amount]:
        yield from (cell for row in self.statement.rows if isinstance(cell := row.cells[column], Amount))

    def decimals(self, column: int) -> int:
        """Return the most decimals that an amount of the column has."""
        return self._decimals[column]

    @property
    def rows(self) -> range:
        """Return the numbers of the rows."""
        return range(len(self.statement.rows))

    @cached_property
    def additive(self) -> tuple[int, ...]:
        """Return the columns whose amounts can be summed: not shares, averages and indices."""
        return tuple(
            index
            for index, column in enumerate(self.statement.columns)
            if not _SHARE.search(column.heading.value) and not any(amount.percent for amount in self._amounts(index))
        )

    @cached_property
    def stated(self) -> tuple[int, ...]:
        """Return the columns whose totals must hold: those that can be summed, but for workings beside the table."""
        return tuple(index for index in self.additive if self.statement.columns[index].listed)

    def scenario(self, column: int) -> Scenario | None:
        """Return what a column's amounts are, as the case says or else as its heading reads."""
        said = self.statement.columns[column]
        if said.scenario:
            return said.scenario
        return next((each for each, words in _SCENARIOS if words.search(said.heading.value)), None)

    def role(self, row: int) -> RowRole:
        """Return what a row is, as the case says or else as its label reads."""
        said = self.statement.rows[row].role
        return RowRole.SUM if said is RowRole.ITEM and _TOTAL.match(self.label(row)) else said

    def excerpt(self, row: int) -> str:
        """Return a row as one line of text."""
        return " | ".join([self.label(row), *(shown(cell) for cell in self.statement.rows[row].cells)])


def is_unread(cell: StatementCell) -> bool:
    """Return whether a cell holds something that could not be read as an amount."""
    return not isinstance(cell, Amount) and cell.unread


def own_decimals(cell: Amount) -> int:
    """Return the decimals of an amount itself, however it is shown."""
    return max(0, -int(cell.value.normalize().as_tuple().exponent))


def shown(cell: StatementCell) -> str:
    """Return a cell as a person would read it in the sheet."""
    if isinstance(cell, Amount):
        value = cell.value * 100 if cell.percent else cell.value
        decimals = cell.decimals if cell.percent else max(0, -int(value.as_tuple().exponent))
        return f"{value:.{decimals}f}".replace(".", ",").replace("-", "\u2212") + (" %" if cell.percent else "")
    return cell.text if isinstance(cell, TextCell) else ""
