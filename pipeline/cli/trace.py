"""Where a case prints a number, and the cell or the line that each of them comes from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from pipeline.cli.typed_number import TypedNumber
from pipeline.model.case import Case
from pipeline.model.origin import Origin, Sourced
from pipeline.model.prose import FigureReference, Inline, Text
from pipeline.model.report import IndicatorsPart, StatementPart, UndertakingsPart
from pipeline.model.statement import Amount, Statement
from pipeline.model.walk import APPENDIX, PlacedPart, inlines, leaves, parts_of, prose_of
from pipeline.validate.numbers.known import Known, KnownValues, known_values
from pipeline.validate.numbers.mention import Kind
from pipeline.validate.numbers.scan import scan
from pipeline.validate.numbers.units import named_unit
from pipeline.validate.tables.asserted import Asserted

_MOST = 3


@dataclass(frozen=True)
class Printed:
    """A place where the number is printed, by headings; ``source`` is where the number itself stands.

    ``like`` are the known values that a number typed in prose may be.
    ``quoted_at`` and ``figure`` are the place and the name of the reference, where prose quotes a named figure.
    """

    place: tuple[str, ...]
    value: Decimal
    decimals: int
    source: Origin
    formula: str = ""
    quoted_at: Origin | None = None
    figure: str = ""
    like: tuple[Known, ...] = ()


def trace(case: Case, sought: TypedNumber) -> tuple[Printed, ...]:
    """Return every place where the number is printed: prose first, then tables, each in reading order."""
    return (*_in_prose(case, sought), *_in_parts(case, sought))


def _in_prose(case: Case, sought: TypedNumber) -> Iterator[Printed]:
    known = KnownValues(tuple(known_values(case, Asserted(case.statements))))
    for placed in prose_of(case):
        for leaf in leaves(placed.prose.blocks):
            for inline in inlines(leaf.content):
                if isinstance(inline, Text):
                    for printed in _text(inline.text, sought, placed.place, leaf.origin):
                        mentions = [each for each in scan(inline.text) if each.value == printed.value]
                        yield replace(printed, like=known.like(mentions[0])[:_MOST] if mentions else ())
                else:
                    yield from _quoted(case, sought, placed.place, inline)


def _quoted(case: Case, sought: TypedNumber, place: tuple[str, ...], inline: Inline) -> Iterator[Printed]:
    if isinstance(inline, FigureReference) and inline.name in case.figures:
        figure = case.figures[inline.name]
        decimals = figure.decimals if inline.decimals is None else inline.decimals
        if sought.is_printed_as(figure.value, decimals, named_unit(figure.unit)):
            formula = _formulas(case).get(figure.origin, "")
            yield Printed(place, figure.value, decimals, figure.origin, formula, inline.origin, figure.name)


def _text(text: str, sought: TypedNumber, place: tuple[str, ...], origin: Origin) -> Iterator[Printed]:
    for each in scan(text):
        year = each.kind is Kind.YEAR and each.text.isdecimal()
        value = Decimal(each.text) if year else each.value
        if (year or each.kind is Kind.NUMBER) and sought.is_printed_as(value, each.decimals, each.unit):
            yield Printed(place, value, each.decimals, origin)


def _formulas(case: Case) -> dict[Origin, str]:
    return {cell.origin: cell.formula for each in case.statements.values() for cell in _amounts(each)}


def _amounts(statement: Statement) -> Iterator[Amount]:
    for row in statement.rows:
        yield from (cell for cell in row.cells if isinstance(cell, Amount))


def _in_parts(case: Case, sought: TypedNumber) -> Iterator[Printed]:
    for placed in parts_of(case.report):
        part, place = placed.part, (APPENDIX, *placed.place)
        if isinstance(part, StatementPart) and part.statement.value in case.statements:
            yield from _in_statement(case.statements[part.statement.value], sought, place)
        elif isinstance(part, IndicatorsPart | UndertakingsPart):
            yield from _in_typed_values(placed, sought, place)


def _in_statement(statement: Statement, sought: TypedNumber, place: tuple[str, ...]) -> Iterator[Printed]:
    for row in statement.rows:
        for column, cell in zip(statement.columns, row.cells, strict=False):
            if column.printed and isinstance(cell, Amount):
                value = cell.value * 100 if cell.percent else cell.value
                where = (*place, *filter(None, [statement.title]), row.label.value, column.heading.value)
                if sought.is_printed_as(value, cell.decimals, named_unit(statement.unit)):
                    yield Printed(where, value, cell.decimals, cell.origin, cell.formula)


def _in_typed_values(placed: PlacedPart, sought: TypedNumber, place: tuple[str, ...]) -> Iterator[Printed]:
    if isinstance(placed.part, IndicatorsPart):
        for indicator in placed.part.indicators:
            for heading, value in zip(placed.part.columns, indicator.values, strict=False):
                where = (*place, indicator.name.value, heading.value)
                yield from _typed_value(value, sought, where)
    elif isinstance(placed.part, UndertakingsPart):
        for undertaking in placed.part.undertakings:
            if undertaking.completion is not None:
                completion = Sourced(str(undertaking.completion), undertaking.completion.origin)
                yield from _typed_value(completion, sought, (*place, undertaking.name.value))


def _typed_value(value: Sourced[str], sought: TypedNumber, place: tuple[str, ...]) -> Iterator[Printed]:
    yield from _text(value.value, sought, place, value.origin)
