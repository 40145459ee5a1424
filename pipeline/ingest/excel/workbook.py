"""A workbook: its sheets by name, each parsed once when it is asked for."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from lxml import etree

from pipeline.ingest.attributes import whole
from pipeline.ingest.excel.cells import StoredSheet
from pipeline.ingest.excel.formats import NumberFormat, number_format
from pipeline.ingest.excel.sheet_xml import read_sheet, rich_text
from pipeline.ingest.office import guarded, open_office
from pipeline.ingest.reporting import Reporter
from pipeline.ingest.suggest import did_you_mean, normal
from pipeline.model.origin import CellOrigin, Origin, TextOrigin
from pipeline.ooxml.names import q
from pipeline.ooxml.package import Package


@dataclass
class Workbook:
    """An opened workbook; ``file`` is its name in findings."""

    file: str
    package: Package
    report: Reporter
    _sheets: dict[str, StoredSheet | None] = field(default_factory=dict)

    @cached_property
    def root(self) -> etree._Element:
        """Return the workbook part."""
        root = self.package.xml(self.package.main_part)
        assert root is not None
        return root

    @cached_property
    def _entries(self) -> dict[str, etree._Element]:
        return {normal(node.get("name", "")): node for node in self.root.findall("{*}sheets/{*}sheet")}

    @property
    def sheet_names(self) -> list[str]:
        """Return the names of the sheets in their order."""
        return list(self._entries)

    def sheet(self, name: str, asked_at: Origin) -> StoredSheet | None:
        """Return a sheet, or None with a finding at the line that asks for it."""
        key = normal(name)
        if key not in self._entries:
            help_line = did_you_mean(name, self.sheet_names)
            self.report.say("ING301", f'bladet "{name}" finns inte i {self.file}', asked_at, help=help_line)
            return None
        if key not in self._sheets:
            self._sheets[key] = None
            with guarded(self.file, CellOrigin(self.file, key), self.report):
                self._sheets[key] = self._read(key)
        return self._sheets[key]

    def _read(self, name: str) -> StoredSheet | None:
        entry = self._entries[name]
        relation = self.package.related(self.package.main_part).get(entry.get(q("r:id"), ""))
        root = self.package.xml(relation.target) if relation else None
        place = CellOrigin(self.file, name)
        if root is None or etree.QName(root).localname != "worksheet":
            self.report.say("ING302", f'"{name}" är inget kalkylblad med celler', place)
            return None
        sheet = StoredSheet(name, hidden=entry.get("state", "visible") != "visible")
        if sheet.hidden:
            self.report.say("ING329", f'bladet "{name}" är dolt men läses', place)
        return read_sheet(root, sheet, self._strings, self._formats)

    @cached_property
    def _strings(self) -> tuple[str, ...]:
        root = self._part("sharedStrings")
        return tuple(rich_text(node) for node in root.findall("{*}si")) if root is not None else ()

    @cached_property
    def _formats(self) -> tuple[NumberFormat, ...]:
        """Return the number format of each cell style."""
        root = self._part("styles")
        if root is None:
            return ()
        codes = {n.get("numFmtId"): n.get("formatCode", "") for n in root.findall("{*}numFmts/{*}numFmt")}
        ids = (node.get("numFmtId") for node in root.findall("{*}cellXfs/{*}xf"))
        return tuple(number_format(whole(number, 0), codes.get(number, "")) for number in ids)

    def _part(self, kind: str) -> etree._Element | None:
        related = self.package.related(self.package.main_part).values()
        target = next((rel.target for rel in related if rel.type == kind), None)
        return self.package.xml(target) if target else None


def open_workbook(data: bytes, name: str, report: Reporter) -> Workbook | None:
    """Return the workbook of a file, or None with a finding; notes what goes for the whole of it."""
    place = TextOrigin(name)
    package = open_office(data, name, place, report)
    if package is None:
        return None
    with guarded(name, place, report):
        book = Workbook(name, package, report)
        if etree.QName(book.root).localname != "workbook":
            report.say("ING203", "filen heter .xlsx men är ingen Excel-arbetsbok", place)
            return None
        _say_whole(book, place)
        return book
    return None


def _say_whole(book: Workbook, place: Origin) -> None:
    properties = book.root.find("{*}workbookPr")
    if properties is not None and properties.get("date1904", "0") in ("1", "true"):
        message = "arbetsboken räknar datum från 1904, inte från 1900"
        book.report.say("ING330", message, place)
    links = [rel for rel in book.package.related(book.package.main_part).values() if rel.type == "externalLink"]
    if links:
        number = "en annan fil" if len(links) == 1 else f"{len(links)} andra filer"
        book.report.say("ING331", f"arbetsboken hämtar värden från {number}; de värden som är sparade används", place)
