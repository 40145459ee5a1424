"""The workbooks of a case and the statements in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from pipeline.ingest.excel.cells import StoredSheet
from pipeline.ingest.excel.statement import DEFAULT_WORKBOOK, TableSpec, read_statement
from pipeline.ingest.excel.workbook import Workbook, open_workbook
from pipeline.ingest.folder import Folder
from pipeline.ingest.reporting import Reporter
from pipeline.model.origin import Origin, Sourced
from pipeline.model.statement import Statement

_WORKBOOKS = (".xlsx", ".xlsm")


@dataclass
class Workbooks:
    """Opens each workbook once."""

    folder: Folder
    report: Reporter
    opened: dict[str, Workbook | None] = field(default_factory=dict)

    def sheet(self, workbook: Sourced[str] | None, sheet: str, asked_at: Origin) -> tuple[str, StoredSheet] | None:
        """Return a sheet with its workbook's name in findings, or None with a finding."""
        name = workbook.value if workbook else self._unnamed()
        if name not in self.opened:
            self.opened[name] = self._open(name, workbook.origin if workbook else asked_at)
        book = self.opened[name]
        found = book.sheet(sheet, asked_at) if book else None
        return (book.file, found) if book and found else None

    def _unnamed(self) -> str:
        """Return the workbook that is meant where none is named: ekonomi.xlsx, else the only one in the folder."""
        names = [name for name in self.folder.files() if name.lower().endswith(_WORKBOOKS)]
        return names[0] if len(names) == 1 else DEFAULT_WORKBOOK

    def _open(self, name: str, asked_at: Origin) -> Workbook | None:
        found = self.folder.locate(name, asked_at)
        if found is None:
            return None
        if not found.lower().endswith(_WORKBOOKS):
            self.report.say("ING107", f'"{name}" är ingen Excel-arbetsbok (.xlsx)', asked_at)
            return None
        data = self.folder.read(found, asked_at)
        return None if data is None else open_workbook(data, self.folder.name(found), self.report)

    def statements(self, tables: Mapping[str, TableSpec]) -> dict[str, Statement]:
        """Return the statements of all tables that can be read."""
        made: dict[str, Statement] = {}
        for table_id, spec in tables.items():
            found = self.sheet(spec.workbook, spec.sheet.value, spec.sheet.origin)
            statement = read_statement(found[1], spec, found[0], self.report) if found else None
            if statement is not None:
                made[table_id] = statement
        return made
