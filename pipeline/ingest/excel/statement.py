"""From a sheet to a statement: the heading row, the labels, the body, held against what rapport.yaml says."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from pipeline.ingest.excel.cells import CellKind, StoredCell, StoredSheet, area_name, column_name
from pipeline.ingest.excel.values import ValueReader, words
from pipeline.ingest.reporting import Reporter
from pipeline.ingest.suggest import did_you_mean, normal
from pipeline.model.origin import CellOrigin, Origin, Sourced
from pipeline.model.statement import Column, Row, RowRole, SameRow, Scenario, Statement

DEFAULT_WORKBOOK = "ekonomi.xlsx"


@dataclass(frozen=True)
class ColumnSpec:
    """What rapport.yaml says of a column."""

    heading: Sourced[str]
    scenario: Scenario | None = None
    period: str = ""
    printed: bool = True


@dataclass(frozen=True)
class TableSpec:
    """What rapport.yaml says of a table."""

    id: str
    sheet: Sourced[str]
    origin: Origin
    workbook: Sourced[str] | None = None
    kind: str = ""
    title: str = ""
    unit: str = ""
    columns: tuple[ColumnSpec, ...] = ()
    sum_rows: tuple[Sourced[str], ...] = ()
    result_rows: tuple[Sourced[str], ...] = ()
    sums: Mapping[str, tuple[Sourced[str], ...]] = field(default_factory=dict)
    same: tuple[SameRow, ...] = ()
    units: Mapping[str, tuple[Sourced[str], ...]] = field(default_factory=dict)


def read_statement(sheet: StoredSheet, spec: TableSpec, file: str, report: Reporter) -> Statement | None:
    """Return the statement of a sheet, or None with a finding where there is no table in it."""
    reader = _StatementReader(sheet, spec, file, report)
    if not reader.header:
        what = "är tomt" if not sheet.cells else "har ingen rubrikrad med minst två fyllda celler"
        report.say("ING303", f'bladet "{sheet.name}" {what}', CellOrigin(file, sheet.name), spec.sheet.origin)
        return None
    return reader.read()


@dataclass
class _StatementReader:
    sheet: StoredSheet
    spec: TableSpec
    file: str
    report: Reporter
    values: ValueReader = field(init=False)

    def __post_init__(self) -> None:
        self.values = ValueReader(self.file, self.sheet.name, self.report)

    @cached_property
    def grid(self) -> dict[int, dict[int, StoredCell]]:
        """Return the filled cells by row and column."""
        grid: dict[int, dict[int, StoredCell]] = {}
        for (row, column), cell in sorted(self.sheet.cells.items()):
            grid.setdefault(row, {})[column] = cell
        return grid

    @cached_property
    def header(self) -> int:
        """Return the number of the heading row, or 0.

        It is the first row with two filled cells, unless a later one has more of the columns that rapport.yaml lists,
        or stands above all numbers and is the first with a cell over every column: above the headings there may stand
        a title with its unit, or one heading over several columns.
        """
        rows = [row for row, cells in self.grid.items() if len(cells) >= 2]
        best = max(rows, key=self._listed_in, default=0)
        if best and not self._listed_in(best):
            return next((row for row in rows if self._heads_all(row)), best)
        return best

    def _heads_all(self, row: int) -> bool:
        """Return whether a row stands above the first number and has a cell over every column but the first."""
        numbers = (
            other for other, cells in self.grid.items() if any(c.kind is CellKind.NUMBER for c in cells.values())
        )
        if row >= next(numbers, 0):
            return False
        below = {column for other, cells in self.grid.items() if other > row for column in cells}
        return below - {min(below)} <= set(self.grid[row])

    def _listed_in(self, row: int) -> int:
        """Return how many of the listed columns have their heading in a row."""
        there = {words(cell) for cell in self.grid[row].values()}
        return len(there & self.wanted)

    @cached_property
    def wanted(self) -> frozenset[str]:
        """Return the headings that rapport.yaml lists."""
        return frozenset(normal(spec.heading.value) for spec in self.spec.columns)

    @cached_property
    def body(self) -> list[int]:
        """Return the numbers of the filled rows below the headings."""
        return [row for row in self.grid if row > self.header]

    @cached_property
    def label_column(self) -> int:
        """Return the first column that is filled in the headings or below."""
        return min(column for row in (self.header, *self.body) for column in self.grid[row])

    def read(self) -> Statement:
        """Return the statement."""
        columns = self._columns()
        self._say_hidden_rows()
        self._say_merged()
        rows = tuple(self._row(number, [position for position, _ in columns]) for number in self.body)
        self.values.close()
        self._check_rows([row.label.value for row in rows])
        self._say_last_rows()
        return Statement(
            id=self.spec.id,
            kind=self.spec.kind,
            label_heading=Sourced(
                words(self.grid[self.header].get(self.label_column)), self._at(self.header, self.label_column)
            ),
            columns=tuple(column for _, column in columns),
            rows=rows,
            origin=CellOrigin(self.file, self.sheet.name),
            title=self.spec.title,
            unit=self.spec.unit,
            sums={normal(total): summed for total, summed in self.spec.sums.items()},
            same=self.spec.same,
            units=self.spec.units,
        )

    def _at(self, row: int, column: int) -> CellOrigin:
        return CellOrigin(self.file, self.sheet.name, f"{column_name(column)}{row}")

    def _headings(self) -> dict[int, Sourced[str]]:
        """Return the headings by column, with findings for columns that lack one."""
        headings: dict[int, Sourced[str]] = {}
        filled = {column for row in (self.header, *self.body) for column in self.grid[row]}
        for column in sorted(filled - {self.label_column}):
            cell = self.grid[self.header].get(column)
            if cell is None:
                self._say_no_heading(column)
                continue
            origin = self._at(self.header, column)
            if cell.kind is CellKind.DATE or (cell.kind is CellKind.NUMBER and cell.format.date):
                message = f"rubriken i {cell.address} är ett datum; det Excel visar är inte text"
                self.report.say(
                    "ING325", message, origin, help="skriv rubriken som text, med en apostrof först i cellen"
                )
                continue
            headings[column] = Sourced(words(cell), origin)
        return headings

    def _say_no_heading(self, column: int) -> None:
        first = next(row for row in self.body if column in self.grid[row])
        message = f'kolumn {column_name(column)} i "{self.sheet.name}" har värden men ingen rubrik på rad {self.header}'
        self.report.say("ING304", message, self._at(self.header, column), self._at(first, column))

    def _columns(self) -> list[tuple[int, Column]]:
        """Return the columns with their position: those that rapport.yaml lists, in its order, then the others."""
        headings = self._headings()
        if not self.spec.columns:
            self._say_hidden_columns(headings, headings.keys())
            return [(position, Column(heading)) for position, heading in headings.items()]
        free = dict(headings)
        found = [(position, spec) for spec in self.spec.columns if (position := self._find(spec, free))]
        self._say_hidden_columns(headings, {position for position, spec in found if spec.printed})
        for heading in free.values():
            message = f'kolumnen "{heading.value}" står i bladet men inte under kolumner, och trycks inte'
            self.report.say("ING306", message, heading.origin, self.spec.origin)
        listed = [(at, Column(headings[at], spec.scenario, spec.period, spec.printed)) for at, spec in found]
        return listed + [(at, Column(heading, printed=False, listed=False)) for at, heading in free.items()]

    def _find(self, spec: ColumnSpec, free: dict[int, Sourced[str]]) -> int:
        """Return the position of a listed column and take it from the free ones, or 0 with a finding."""
        wanted = normal(spec.heading.value)
        for position, heading in free.items():
            if heading.value == wanted:
                del free[position]
                return position
        known = [heading.value for heading in free.values()]
        message = f'kolumnen "{wanted}" finns inte i bladet "{self.sheet.name}"'
        place = CellOrigin(self.file, self.sheet.name)
        self.report.say("ING305", message, spec.heading.origin, place, help=did_you_mean(wanted, known))
        return 0

    def _say_hidden_columns(self, headings: dict[int, Sourced[str]], printed: Collection[int]) -> None:
        for column, heading in headings.items():
            if column in self.sheet.hidden_columns and column in printed:
                message = f'kolumn {column_name(column)} "{heading.value}" är dold i bladet men skulle tryckas'
                self.report.say("ING328", message, heading.origin)

    def _say_hidden_rows(self) -> None:
        for row in self.body:
            if row in self.sheet.hidden_rows:
                label = words(self.grid[row].get(self.label_column))
                message = f'rad {row} "{label}" är dold i bladet men skulle tryckas'
                self.report.say("ING327", message, self._at(row, self.label_column), excerpt=self._row_text(row))

    def _say_merged(self) -> None:
        for corners in self.sheet.merged:
            first_row, first_column, last_row, _ = corners
            if first_row >= self.header and last_row > self.header and (first_row, first_column) in self.sheet.cells:
                message = f"cellerna {area_name(corners)} är sammanfogade"
                self.report.say("ING326", message, self._at(first_row, first_column), excerpt=self._row_text(first_row))

    def _say_last_rows(self) -> None:
        """Tell of rows below the last amounts that have a label alone: a note there becomes rows of the table."""
        last = max((row for row in self.body if set(self.grid[row]) - {self.label_column}), default=0)
        below = [row for row in self.body if row > last > 0]
        if below:
            shown = ", ".join(f'"{words(self.grid[row].get(self.label_column))}"' for row in below)
            message = f"sist i bladet står text utan belopp, som trycks som rader i tabellen: {shown}"
            self.report.say("ING309", message, *(self._at(row, self.label_column) for row in below))

    def _row_text(self, row: int) -> str:
        return " | ".join(words(cell) or f"={cell.formula}" for cell in self.grid[row].values())

    def _row(self, number: int, positions: list[int]) -> Row:
        cells = self.grid[number]
        text = self._row_text(number)
        label = Sourced(words(cells.get(self.label_column)), self._at(number, self.label_column))
        if not label.value:
            message = f'rad {number} i "{self.sheet.name}" har värden men ingen radrubrik'
            self.report.say("ING307", message, label.origin, excerpt=text)
        values = (self.values.read(cells.get(at), f"{column_name(at)}{number}", text) for at in positions)
        return Row(label, self._role(label.value), tuple(values))

    def _role(self, label: str) -> RowRole:
        if label in {normal(row.value) for row in self.spec.result_rows}:
            return RowRole.RESULT
        return RowRole.SUM if label in {normal(row.value) for row in self.spec.sum_rows} else RowRole.ITEM

    def _check_rows(self, labels: list[str]) -> None:
        for wanted in self._wanted_rows():
            if normal(wanted.value) not in labels:
                message = f'raden "{wanted.value}" finns inte i bladet "{self.sheet.name}"'
                place = CellOrigin(self.file, self.sheet.name)
                self.report.say("ING308", message, wanted.origin, place, help=did_you_mean(wanted.value, labels))

    def _wanted_rows(self) -> Iterator[Sourced[str]]:
        yield from self.spec.sum_rows
        yield from self.spec.result_rows
        for total, summed in self.spec.sums.items():
            yield from (Sourced(total, summed[0].origin), *summed)
        yield from (same.row for same in self.spec.same)
        for rows in self.spec.units.values():
            yield from rows
