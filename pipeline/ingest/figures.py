"""Named figures: each finds its value in a cell, in nyckeltal.yaml itself or in another figure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar

from pipeline.ingest.excel.cells import position
from pipeline.ingest.excel.values import ValueReader
from pipeline.ingest.figure_fields import NAME, FigureSpec
from pipeline.ingest.reporting import Reporter
from pipeline.ingest.suggest import did_you_mean, normal
from pipeline.ingest.workbooks import Workbooks
from pipeline.model.figure import Figure
from pipeline.model.money import power_of
from pipeline.model.origin import Origin, Sourced
from pipeline.model.statement import Amount, Column, Row, Statement, StatementCell

T = TypeVar("T")
_COARSER = 1  # decimals of an amount in a larger unit than the table has
_WAYS = "värde, cell, som eller tabell med rad och kolumn"


@dataclass
class FigureReader:
    """Resolves the figures of a case. ``tables`` are the ids in rapport.yaml, read or not; None where nobody knows."""

    specs: Mapping[str, FigureSpec]
    statements: Mapping[str, Statement]
    tables: Iterable[str] | None
    workbooks: Workbooks
    report: Reporter
    done: dict[str, Figure | None] = field(default_factory=dict)

    def read(self) -> dict[str, Figure]:
        """Return the figures that have a value; the others have findings."""
        self._say_cycles()
        for spec in self.specs.values():
            if not re.fullmatch(NAME, spec.name):
                message = f'"{spec.name}" kan inte vara namnet på ett nyckeltal'
                self.report.say(
                    "ING131", message, spec.origin, help="använd bokstäver, siffror, _ och -, med en bokstav först"
                )
        resolved = {name: self._resolve(name) for name in self.specs}
        self._say_addresses(resolved)
        return {name: figure for name, figure in resolved.items() if figure is not None}

    def _say_addresses(self, resolved: Mapping[str, Figure | None]) -> None:
        """Name the figures that are taken by the address of a table's cell, with the row and column that it is now."""
        labels = {
            cell.origin: f'raden "{row.label}", kolumnen "{column.heading}"'
            for table in self.statements.values()
            for row in table.rows
            for column, cell in zip(table.columns, row.cells, strict=False)
        }
        taken = {
            spec.cell: f"{name} ({spec.cell.value.rpartition('!')[2]}, {labels[figure.origin]})"
            for name, spec in self.specs.items()
            if spec.cell and (figure := resolved[name]) and figure.origin in labels
        }
        if taken:
            message = f"nyckeltal som pekar på en cells adress i en tabell: {', '.join(taken.values())}"
            self.report.say("ING149", message, *(cell.origin for cell in taken))

    def _say_cycles(self) -> None:
        """Find the figures that lead back to themselves, name each circle once and mark its figures as done."""
        settled: set[str] = set()
        for start in self.specs:
            path: dict[str, None] = {}
            name = start
            while name and name not in path and name not in settled:
                path[name] = None
                name = self._next(name)
            if name in path:
                steps = list(path)
                circle = steps[steps.index(name) :]
                shown = " → ".join([*circle, name])
                places = [self.specs[step].origin for step in circle]
                self.report.say("ING144", f"nyckeltalen pekar på varandra i ring: {shown}", *places)
                self.done.update(dict.fromkeys(circle))
            settled.update(path)

    def _next(self, name: str) -> str:
        spec = self.specs.get(name)
        return spec.same_as.value if spec and spec.same_as and spec.same_as.value in self.specs else ""

    def _resolve(self, name: str) -> Figure | None:
        """Return a figure, following ``som`` without recursion."""
        chain = [name]
        while chain[-1] not in self.done and (following := self._next(chain[-1])):
            chain.append(following)
        for link in reversed(chain):
            if link not in self.done:
                self.done[link] = self._figure(self.specs[link])
        return self.done[name]

    def _figure(self, spec: FigureSpec) -> Figure | None:
        ways = [way for way in (spec.value, spec.cell, spec.same_as, spec.table or spec.row or spec.column) if way]
        if len(ways) != 1:
            what = "flera källor" if ways else "ingen källa"
            message = f'nyckeltalet "{spec.name}" har {what}: det ska ha {_WAYS}'
            self.report.say("ING140", message, spec.origin)
            return None
        if spec.same_as:
            return self._same(spec, spec.same_as)
        if spec.value:
            number = spec.value.value
            return self._made(spec, Amount(number.value, number.decimals, spec.value.origin))
        return self._from_cell(spec, spec.cell) if spec.cell else self._from_table(spec)

    def _same(self, spec: FigureSpec, other: Sourced[str]) -> Figure | None:
        if other.value not in self.specs:
            message = f'nyckeltalet "{other.value}" finns inte'
            self.report.say("ING142", message, other.origin, help=did_you_mean(other.value, self.specs))
            return None
        figure = self.done.get(other.value)
        if figure is None:
            return None
        return replace(
            figure,
            name=spec.name,
            defined_at=spec.origin,
            decimals=figure.decimals if spec.decimals is None else spec.decimals,
            unit=spec.unit or figure.unit,
            scenario=spec.scenario or figure.scenario,
            period=spec.period or figure.period,
        )

    def _from_cell(self, spec: FigureSpec, cell: Sourced[str]) -> Figure | None:
        sheet_name, _, address = cell.value.rpartition("!")
        found = self.workbooks.sheet(spec.workbook, sheet_name.strip("'"), cell.origin)
        at = position(address)
        if found is None or at is None:
            return None
        file, sheet = found
        reader = ValueReader(file, sheet.name, self.report)
        value = reader.read(sheet.cells.get(at), address.upper())
        reader.close()
        return self._number(spec, value)

    def _from_table(self, spec: FigureSpec) -> Figure | None:
        if not (spec.table and spec.row and spec.column):
            parts = {"tabell": spec.table, "rad": spec.row, "kolumn": spec.column}
            missing = " och ".join(key for key, value in parts.items() if not value)
            message = f'nyckeltalet "{spec.name}" pekar på en tabell men saknar {missing}'
            self.report.say("ING140", message, spec.origin)
            return None
        statement = self._statement(spec.table)
        if statement is None:
            return None
        row = self._one("raden", spec.row, [(row.label, row) for row in statement.rows])
        column = self._one("kolumnen", spec.column, [(c.heading, c) for c in statement.columns])
        return self._at(spec, statement, row, column) if row and column else None

    def _statement(self, table: Sourced[str]) -> Statement | None:
        if self.tables is not None and table.value not in self.tables:
            message = f'tabellen "{table.value}" finns inte i rapport.yaml'
            self.report.say("ING133", message, table.origin, help=did_you_mean(table.value, self.tables))
        return self.statements.get(table.value)

    def _one(self, what: str, wanted: Sourced[str], there: list[tuple[Sourced[str], T]]) -> T | None:
        """Return the one thing with a label, or None with a finding when there is none or several."""
        matches = [(label.origin, thing) for label, thing in there if label.value == normal(wanted.value)]
        if len(matches) == 1:
            return matches[0][1]
        if matches:
            places = [origin for origin, _ in matches]
            message = f'{what} "{wanted.value}" står {len(matches)} gånger i tabellen'
            self.report.say("ING143", message, wanted.origin, *places)
        else:
            known = [label.value for label, _ in there]
            help_line = did_you_mean(wanted.value, known)
            self.report.say("ING141", f'{what} "{wanted.value}" finns inte i tabellen', wanted.origin, help=help_line)
        return None

    def _at(self, spec: FigureSpec, statement: Statement, row: Row, column: Column) -> Figure | None:
        index = next(i for i, candidate in enumerate(statement.columns) if candidate is column)
        full = replace(
            spec,
            unit=spec.unit or statement.unit,
            scenario=spec.scenario or column.scenario,
            period=spec.period or column.period,
        )
        return self._number(full, _in_unit(row.cells[index], statement.unit, full.unit))

    def _number(self, spec: FigureSpec, cell: StatementCell) -> Figure | None:
        if not isinstance(cell, Amount) and cell.unread:
            return None
        if not isinstance(cell, Amount):
            message = f'nyckeltalet "{spec.name}" pekar på {cell.origin}, som inte innehåller något tal'
            self.report.say("ING145", message, spec.origin, cell.origin)
            return None
        # A cell that shows per cent stores hundredths; the figure is the number that is shown.
        return self._made(spec, replace(cell, value=cell.value * 100) if cell.percent else cell)

    def _made(self, spec: FigureSpec, amount: Amount) -> Figure:
        origin: Origin = amount.origin
        decimals = amount.decimals if spec.decimals is None else spec.decimals
        return Figure(spec.name, amount.value, decimals, origin, spec.origin, spec.unit, spec.scenario, spec.period)


def _in_unit(cell: StatementCell, own: str, wanted: str) -> StatementCell:
    """Return a cell's amount in the unit that the figure asks for: -4 000 tkr as -4,0 miljoner kronor."""
    here, there = power_of(own), power_of(wanted)
    if not isinstance(cell, Amount) or here is None or there is None or here == there:
        return cell
    decimals = _COARSER if there > here else 0
    return replace(cell, value=cell.value.scaleb(here - there), decimals=decimals)
