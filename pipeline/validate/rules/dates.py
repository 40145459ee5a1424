"""The order of the dates."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.findings.catalogue import finding
from pipeline.findings.finding import Finding
from pipeline.model.case import Case
from pipeline.model.profile import Profile


def period_ends_after_it_begins(case: Case, _profile: Profile) -> Iterator[Finding]:
    """The report's period has its days in order."""
    period = case.report.period
    if period.end.value < period.start.value:
        fact = f"perioden börjar {period.start} men slutar {period.end}"
        yield finding("VAL107", fact, period.end.origin, period.start.origin)


def document_is_later_than_its_period(case: Case, _profile: Profile) -> Iterator[Finding]:
    """No one reports on a period before it has ended."""
    end, written = case.report.period.end, case.document_date
    if written.value < end.value:
        fact = f"dokumentet är daterat {written} men perioden slutar {end}"
        yield finding("VAL108", fact, written.origin, end.origin)


def meeting_is_later_than_the_document(case: Case, _profile: Profile) -> Iterator[Finding]:
    """The board meets when the document is there."""
    if case.meeting and case.meeting.value < case.document_date.value:
        fact = f"sammanträdet är {case.meeting} men dokumentet är daterat {case.document_date}"
        yield finding("VAL109", fact, case.meeting.origin, case.document_date.origin)
