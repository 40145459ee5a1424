"""From stored cells to the model: amounts, words and nothing, each oddity with its finding."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation

from pipeline.ingest.excel.cells import CellKind, StoredCell
from pipeline.ingest.numbers import AmbiguousNumber, NotANumber, read_number
from pipeline.ingest.reporting import Reporter
from pipeline.ingest.suggest import normal
from pipeline.model.origin import CellOrigin
from pipeline.model.statement import Amount, EmptyCell, StatementCell, TextCell

_SIGNIFICANT = 15
_FEW = 3  # cells of a sheet with one fault that are told one by one
_MOST_PLACES = 12


def exact(text: str) -> Decimal | None:
    """Return a stored number without the noise of binary fractions: fifteen significant digits, as Excel shows."""
    try:
        value = Decimal(format(float(text), f".{_SIGNIFICANT}g"))
    except (ValueError, InvalidOperation):
        return None
    if not value.is_finite():
        return None
    exponent = value.as_tuple().exponent
    return value.quantize(Decimal(1)) if isinstance(exponent, int) and exponent > 0 else value


def words(cell: StoredCell | None) -> str:
    """Return a cell of a heading or label as text on one line."""
    if cell is None:
        return ""
    if cell.kind is CellKind.NUMBER and (value := exact(cell.text)) is not None:
        return format(value.normalize(), "f").replace(".", ",")
    return normal(cell.text)


@dataclass(frozen=True)
class _Found:
    message: str
    origin: CellOrigin
    excerpt: str


@dataclass(frozen=True)
class ValueReader:
    """Reads the cells of one sheet's body; what it finds is told when it is closed, alike cells together."""

    file: str
    sheet: str
    report: Reporter
    found: dict[str, list[_Found]] = field(default_factory=dict)

    def say(self, code: str, message: str, origin: CellOrigin, excerpt: str = "") -> None:
        """Keep what is to be told of a cell; of each cell a thing is told once, however often the cell is read."""
        if (code, origin) not in self.report.told:
            self.report.told.add((code, origin))
            self.found.setdefault(code, []).append(_Found(message, origin, excerpt))

    def close(self) -> None:
        """Tell what was found: each cell by itself where they are few, else the first with the places of the others."""
        for code, cells in self.found.items():
            first = cells[0]
            if len(cells) <= _FEW:
                for each in cells:
                    self.report.say(code, each.message, each.origin, excerpt=each.excerpt)
                continue
            message = f"{first.message}; likadant är det i {len(cells) - 1} celler till i bladet"
            places = [each.origin for each in cells[:_MOST_PLACES]]
            self.report.say(code, message, *places, excerpt=first.excerpt)
        self.found.clear()

    def read(self, cell: StoredCell | None, address: str, row_text: str = "") -> StatementCell:
        """Return what a cell holds; ``row_text`` is shown with a finding."""
        origin = CellOrigin(self.file, self.sheet, address)
        if cell is None:
            return EmptyCell(origin)
        if cell.computed and not cell.text and cell.kind is not CellKind.TEXT:
            message = f"{address} har formeln ={cell.formula} men inget sparat värde"
            self.say("ING320", message, origin, row_text)
            return EmptyCell(origin, unread=True)
        if not cell.text.strip():
            return EmptyCell(origin)
        return _READERS[cell.kind](self, cell, origin, row_text)

    def odd(self, code: str, message: str, cell: StoredCell, origin: CellOrigin) -> StatementCell:
        """Return a cell that should not be as the text it holds, with a finding."""
        self.say(code, message, origin)
        return TextCell(cell.text, origin, unread=True)


def _number(reader: ValueReader, cell: StoredCell, origin: CellOrigin, row_text: str) -> StatementCell:
    value = exact(cell.text)
    if cell.format.date:
        return _date(reader, cell, origin, row_text)
    if value is None:
        return reader.odd("ING321", f'{cell.address} innehåller "{cell.text}", som inte är ett tal', cell, origin)
    if cell.format.scaled:
        message = f"{cell.address} visas i tusental eller miljontal men innehåller {words(cell)}"
        reader.say("ING332", message, origin, row_text)
    decimals = cell.format.decimals(value)
    return Amount(value, decimals, origin, cell.formula, cell.format.percent)


def _error(reader: ValueReader, cell: StoredCell, origin: CellOrigin, row_text: str) -> StatementCell:
    formula = f" av formeln ={cell.formula}" if cell.formula else ""
    reader.say("ING321", f"{cell.address} visar felvärdet {cell.text}{formula}", origin, row_text)
    return TextCell(cell.text, origin, unread=True)


def _date(reader: ValueReader, cell: StoredCell, origin: CellOrigin, row_text: str) -> StatementCell:
    message = f"{cell.address} är ett datum där ett tal ska stå"
    reader.say("ING325", message, origin, row_text)
    return EmptyCell(origin, unread=True)


def _boolean(reader: ValueReader, cell: StoredCell, origin: CellOrigin, row_text: str) -> StatementCell:
    shown = "SANT" if cell.text == "1" else "FALSKT"
    reader.say("ING322", f"{cell.address} innehåller {shown} där ett tal ska stå", origin, row_text)
    return TextCell(shown, origin, unread=True)


def _text(reader: ValueReader, cell: StoredCell, origin: CellOrigin, row_text: str) -> StatementCell:
    shown = normal(cell.text)
    try:
        number = read_number(cell.text)
    except AmbiguousNumber:
        message = f'{cell.address} innehåller texten "{shown}": punkten kan betyda tusental eller decimaler'
        reader.say("ING324", message, origin, row_text)
        return TextCell(shown, origin, unread=True)
    except NotANumber:
        message = f'{cell.address} innehåller texten "{shown}" där ett tal väntas; den trycks som text'
        reader.say("ING322", message, origin, row_text)
        return TextCell(shown, origin)
    read_as = format(number.value, "f").replace(".", ",")
    message = f'{cell.address} är text som läses som talet {read_as}: "{shown}"'
    reader.say("ING323", message, origin, row_text)
    return Amount(number.value, number.decimals, origin, cell.formula)


_READERS = {
    CellKind.NUMBER: _number,
    CellKind.TEXT: _text,
    CellKind.ERROR: _error,
    CellKind.BOOLEAN: _boolean,
    CellKind.DATE: _date,
}
