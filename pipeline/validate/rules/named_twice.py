"""What a case names once: recipients, signatories and the tables of the report, which all are printed with a unit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pipeline.findings.catalogue import finding
from pipeline.findings.finding import Finding
from pipeline.model.money import power_of
from pipeline.model.origin import Sourced
from pipeline.model.report import LegendPart, StatementPart, SummaryPart
from pipeline.model.statement import Amount, Statement
from pipeline.model.walk import parts_of
from pipeline.validate.facts import Facts
from pipeline.validate.rule import Rule


def nobody_is_named_twice(facts: Facts) -> Iterator[Finding]:
    """Each recipient and each signatory stands once."""
    groups = {
        "mottagaren": [each.name for each in facts.case.recipients],
        "undertecknaren": [each.name for each in facts.case.signatories],
    }
    for what, names in groups.items():
        for first, again in _again(names):
            yield finding("VAL516", f'{what} "{again}" står två gånger', again.origin, first.origin)


def no_table_is_printed_twice(facts: Facts) -> Iterator[Finding]:
    """A table of the workbook, and the summary of a section, stand in one place of the report."""
    parts = [placed.part for placed in parts_of(facts.case.report)]
    groups = {
        "tabellen": [part.statement for part in parts if isinstance(part, StatementPart)],
        "sammanställningen av": [part.section for part in parts if isinstance(part, SummaryPart)],
        "förklaringen av": [each for part in parts if isinstance(part, LegendPart) for each in part.vocabularies],
    }
    for what, names in groups.items():
        for first, again in _again(names):
            yield finding("VAL327", f'{what} "{again}" trycks två gånger', again.origin, first.origin)


def every_table_is_printed(facts: Facts) -> Iterator[Finding]:
    """A table that is read from the workbook stands in the report."""
    printed = {
        placed.part.statement.value for placed in parts_of(facts.case.report) if isinstance(placed.part, StatementPart)
    }
    for name, statement in facts.case.statements.items():
        if name not in printed and any(column.printed and column.listed for column in statement.columns):
            yield finding("VAL328", f'tabellen "{name}" läses ur arbetsboken men trycks ingenstans', statement.origin)


def _again(names: Iterable[Sourced[str]]) -> Iterator[tuple[Sourced[str], Sourced[str]]]:
    """Yield what stands again, behind where it first stands."""
    seen: dict[str, Sourced[str]] = {}
    for each in names:
        first = seen.setdefault(" ".join(each.value.lower().split()), each)
        if first is not each:
            yield first, each


def tables_have_units_alike(facts: Facts) -> Iterator[Finding]:
    """Where the case gives some tables a unit, it gives one to each that has amounts under a scenario."""
    statements = [each for each in facts.case.statements.values() if _has_amounts(each)]
    others = [each for each in statements if each.unit]
    for each in statements:
        if others and not each.unit and power_of(each.label_heading.value) is None:
            fact = f'tabellen "{each.id}" har ingen enhet, men "{others[0].id}" har {others[0].unit}'
            yield finding("VAL225", fact, each.origin, others[0].origin)


def _has_amounts(statement: Statement) -> bool:
    known = any(column.scenario for column in statement.columns)
    return known and any(isinstance(cell, Amount) and not cell.percent for row in statement.rows for cell in row.cells)


RULES: tuple[Rule, ...] = (
    nobody_is_named_twice,
    no_table_is_printed_twice,
    every_table_is_printed,
    tables_have_units_alike,
)
