"""Financial statements: rows and columns of amounts, as the controller delivers them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum

from pipeline.model.origin import Origin, Sourced


class Scenario(Enum):
    """What the amounts of a column are."""

    OUTCOME = "utfall"
    BUDGET = "budget"
    FORECAST = "prognos"
    DEVIATION = "avvikelse"


class RowRole(Enum):
    """What a row is in its statement."""

    ITEM = "rad"
    SUM = "summa"
    RESULT = "resultat"


@dataclass(frozen=True)
class Amount:
    """A number with the decimals that the sheet shows; ``formula`` is the cell's formula without ``=``, or ""."""

    value: Decimal
    decimals: int
    origin: Origin
    formula: str = ""
    percent: bool = False


@dataclass(frozen=True)
class EmptyCell:
    """A cell that holds nothing, which is not zero; ``unread`` for one whose content could not be read, and is told."""

    origin: Origin
    unread: bool = False


@dataclass(frozen=True)
class TextCell:
    """A cell of words among the amounts, such as "Ny mätning hösten 2023".

    ``unread`` for one that should hold an amount, and is told.
    """

    text: str
    origin: Origin
    unread: bool = False


StatementCell = Amount | EmptyCell | TextCell


@dataclass(frozen=True)
class Column:
    """A column of a statement.

    ``printed`` is false for one that is needed only for checking, ``listed`` for one that stands in the sheet beside
    those that the case lists: a figure may be taken from it, but nothing is expected of it.
    """

    heading: Sourced[str]
    scenario: Scenario | None = None
    period: str = ""
    printed: bool = True
    listed: bool = True


@dataclass(frozen=True)
class Row:
    """A row: its label, its role and a cell for each column."""

    label: Sourced[str]
    role: RowRole
    cells: tuple[StatementCell, ...]


@dataclass(frozen=True)
class SameRow:
    """A row that says the same as a row of another statement, under columns of one scenario and period.

    ``scenario`` says which columns alone, where it is not all of them.
    """

    row: Sourced[str]
    statement: Sourced[str]
    other_row: Sourced[str]
    scenario: Scenario | None = None


@dataclass(frozen=True)
class Statement:
    """One sheet of the workbook. ``columns`` leaves out the column of labels, whose heading is ``label_heading``.

    ``sums`` says which rows a total sums, by the total's label; ``same`` which rows stand in other statements too,
    ``units`` which rows are what a word of the prose counts, such as avdelning.
    """

    id: str
    kind: str
    label_heading: Sourced[str]
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    origin: Origin
    title: str = ""
    unit: str = ""
    sums: Mapping[str, tuple[Sourced[str], ...]] = field(default_factory=dict)
    same: tuple[SameRow, ...] = ()
    units: Mapping[str, tuple[Sourced[str], ...]] = field(default_factory=dict)
