"""What of the case a template leaves out: some of it is the municipality's choice, none of it goes unseen."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.model.case import Case
from pipeline.model.origin import Sourced
from pipeline.model.report import GoalsPart, IndicatorsPart
from pipeline.model.statement import Statement
from pipeline.model.walk import DECISION, parts_of
from pipeline.proofread.wordfile import WordFile, plain


def left_out(docx: bytes, kind: str, case: Case) -> Iterator[str]:
    """Yield in Swedish what stands in the case and nowhere in a paper of that kind."""
    text = plain(WordFile(docx, "").text.replace("\n", " ")).casefold()
    for what, said in _decision(case) if kind == DECISION else _appendix(case):
        if plain(said).casefold() not in text:
            yield what


def _decision(case: Case) -> Iterator[tuple[str, str]]:
    yield "nämnden", case.board.value
    yield "förvaltningen", case.unit.value
    yield "datum", case.document_date.value.isoformat()[:4]
    for what, value in (("handläggaren", case.handler), ("sekretessuppgiften", case.secrecy)):
        yield from _given(what, value)
    for recipient in case.recipients:
        yield "beslutets mottagare", recipient.name.value
    for signatory in case.signatories:
        yield "undertecknarens titel", signatory.title.value
    yield "bilagans titel", case.appendix.title.value


def _given(what: str, value: Sourced[str] | None) -> Iterator[tuple[str, str]]:
    if value is not None:
        yield what, value.value


def _appendix(case: Case) -> Iterator[tuple[str, str]]:
    report = case.report
    yield "diarienumret", case.case_number.value
    yield "bilagans nummer", f" {case.appendix.number.value}"
    yield "rapportens titel", report.title.value
    yield "nämnden", report.board.value
    for statement in case.statements.values():
        yield from _statement(statement)
    for placed in parts_of(report):
        if isinstance(placed.part, GoalsPart):
            yield from (("målens namn", goal.name.value) for goal in placed.part.goals)
        if isinstance(placed.part, IndicatorsPart):
            yield "indikatorernas kolumner", placed.part.columns[0].value
            yield from (("indikatorernas namn", each.name.value) for each in placed.part.indicators)
            yield from (("indikatorernas värden", each.values[-1].value) for each in placed.part.indicators)


def _statement(statement: Statement) -> Iterator[tuple[str, str]]:
    yield "tabellernas rubriker", statement.title
    yield "tabellernas enhet", statement.unit
    yield from (("tabellernas kolumner", column.heading.value) for column in statement.columns if column.printed)
    yield from (("tabellernas rader", row.label.value) for row in statement.rows)
