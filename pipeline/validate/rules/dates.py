"""The order of the dates."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.findings.catalogue import finding
from pipeline.findings.finding import Finding
from pipeline.validate.facts import Facts
from pipeline.validate.rule import Rule


def period_ends_after_it_begins(facts: Facts) -> Iterator[Finding]:
    """The report's period has its days in order."""
    period = facts.case.report.period
    if period.end.value < period.start.value:
        fact = f"perioden börjar {period.start} men slutar {period.end}"
        yield finding("VAL107", fact, period.end.origin, period.start.origin)


def document_is_later_than_its_period(facts: Facts) -> Iterator[Finding]:
    """No one reports on a period before it has ended."""
    end, written = facts.case.report.period.end, facts.case.document_date
    if written.value < end.value:
        fact = f"dokumentet är daterat {written} men perioden slutar {end}"
        yield finding("VAL108", fact, written.origin, end.origin)


def meeting_is_later_than_the_document(facts: Facts) -> Iterator[Finding]:
    """The board meets when the document is there."""
    if facts.case.meeting and facts.case.meeting.value < facts.case.document_date.value:
        fact = f"sammanträdet är {facts.case.meeting} men dokumentet är daterat {facts.case.document_date}"
        yield finding("VAL109", fact, facts.case.meeting.origin, facts.case.document_date.origin)


RULES: tuple[Rule, ...] = (
    period_ends_after_it_begins,
    document_is_later_than_its_period,
    meeting_is_later_than_the_document,
)
