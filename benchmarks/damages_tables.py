"""Damages to the tables of a case, one at a time: cells, rows and swaps; a figure that quotes a cell follows it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal

from pipeline.model.case import Case
from pipeline.model.figure import Figure
from pipeline.model.money import power_of
from pipeline.model.origin import Origin
from pipeline.model.statement import Amount, EmptyCell, Row, Statement, StatementCell


@dataclass(frozen=True)
class Damage:
    """A case with one thing wrong; ``what`` tells it, ``kind`` groups it."""

    kind: str
    what: str
    case: Case


def damages(case: Case) -> Iterator[Damage]:
    """Yield every damage to a table."""
    for name, statement in case.statements.items():
        for row, each in enumerate(statement.rows):
            for column, cell in enumerate(each.cells):
                if isinstance(cell, Amount):
                    yield from _cell(case, name, (row, column), cell)
            yield from _rows(case, name, row)


def _cell(case: Case, name: str, at: tuple[int, int], cell: Amount) -> Iterator[Damage]:
    statement = case.statements[name]
    where = f"{statement.rows[at[0]].label} {statement.columns[at[1]].heading} ({cell.origin})"
    for kind, value in _wrong(cell):
        yield Damage(f"cell: {kind}", f"{where}: {cell.value} → {value}", with_cell(case, name, at, value))
    yield Damage("cell: emptied", where, with_cell(case, name, at, None))
    row, column = at
    for kind, other in (("right", (row, column + 1)), ("below", (row + 1, column))):
        if other[0] < len(statement.rows) and other[1] < len(statement.columns):
            beside = statement.rows[other[0]].cells[other[1]]
            if isinstance(beside, Amount) and _printed(beside) != _printed(cell):
                swapped = with_cell(with_cell(case, name, at, beside.value), name, other, cell.value)
                yield Damage("cells: two swapped", f"{where} and the one to the {kind}", swapped)


def _printed(cell: Amount) -> Decimal:
    return cell.value.quantize(Decimal(1).scaleb(-cell.decimals), ROUND_HALF_UP)


def _wrong(cell: Amount) -> Iterator[tuple[str, Decimal]]:
    value = cell.value
    step = Decimal(1).scaleb(-cell.decimals)
    yield "last shown digit", value + step
    digits = value.as_tuple()
    if value:
        first = (digits.digits[0] % 9 + 1, *digits.digits[1:])
        yield "first digit", Decimal((digits.sign, first, int(digits.exponent)))
        yield "sign", -value
        yield "decimal sign moved", value * 10
        yield "unit (thousandfold)", value * 1000


def with_cell(case: Case, name: str, at: tuple[int, int], value: Decimal | None) -> Case:
    """Return the case with another value in a cell, and in the figures that quote it."""
    statement = case.statements[name]
    row, column = at
    cells: list[StatementCell] = list(statement.rows[row].cells)
    old = cells[column]
    assert isinstance(old, Amount)
    cells[column] = EmptyCell(old.origin) if value is None else replace(old, value=value)
    rows = list(statement.rows)
    rows[row] = replace(rows[row], cells=tuple(cells))
    return _quoting(_with_rows(case, name, rows), old.origin, value)


def _quoting(case: Case, origin: Origin, value: Decimal | None) -> Case:
    if value is None:
        return case
    figures = {key: _following(case, each, origin, value) for key, each in case.figures.items()}
    return replace(case, figures=figures)


def _following(case: Case, figure: Figure, origin: Origin, value: Decimal) -> Figure:
    """Return a figure with the new value of its cell, in the figure's own unit: a table in tkr, a figure in mnkr."""
    if figure.origin != origin:
        return figure
    unit = next((s.unit for s in case.statements.values() for r in s.rows for c in r.cells if c.origin == origin), "")
    here, there = power_of(unit), power_of(figure.unit)
    return replace(figure, value=value if here is None or there is None else value.scaleb(here - there))


def _with_rows(case: Case, name: str, rows: list[Row]) -> Case:
    changed: Statement = replace(case.statements[name], rows=tuple(rows))
    return replace(case, statements={**case.statements, name: changed})


def _rows(case: Case, name: str, row: int) -> Iterator[Damage]:
    rows = case.statements[name].rows
    label = f"{rows[row].label} in {name}"
    yield Damage("row: removed", label, _with_rows(case, name, [*rows[:row], *rows[row + 1 :]]))
    yield Damage("row: duplicated", label, _with_rows(case, name, [*rows[: row + 1], *rows[row:]]))
