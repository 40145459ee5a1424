"""The days of the case: the meeting against the period, the document, the week and what the prose says of them."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta

from pipeline.findings.catalogue import finding
from pipeline.findings.finding import Finding
from pipeline.model.origin import Sourced
from pipeline.model.report import Period
from pipeline.model.walk import DECISION
from pipeline.validate.facts import Facts
from pipeline.validate.line import Line
from pipeline.validate.months import MONTHS
from pipeline.validate.rule import Rule

_PART, _YEAR = 2, 4  # months in which an interim (KL 11 kap. 16 §) and an annual (11 kap. 20 §) report are due
_DAY = rf"(?:den\s+)?(\d{{1,2}})\s+({'|'.join(MONTHS)})(?:\s+((?:19|20)\d\d))?|((?:19|20)\d\d)-(\d\d)-(\d\d)"
_MEETING = re.compile(rf"(?:(\w+)\s+)?\b(?:sammanträd|möte)\w*\s+(?:{_DAY})\b", re.IGNORECASE)
_WRITTEN = re.compile(
    rf"\b(?:tjänsteskrivelse\w*|tjänsteutlåtande\w*|denna\s+skrivelse)\b[^.;]{{0,40}}?\b(?:daterad|den|av)?\s*(?:{_DAY})\b",
    re.IGNORECASE,
)
_WEEKDAYS = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")
_SATURDAY = 5
_YEAR_MONTHS = 12


def the_report_comes_in_time(facts: Facts) -> Iterator[Finding]:
    """An interim report is written, and the board meets on it, within two months of its period; an annual one in four.

    The meeting is only told of where the document itself is in time.
    """
    period, written, meeting = facts.case.report.period, facts.case.document_date, facts.case.meeting
    months = _PART if _months(period) < _YEAR_MONTHS else _YEAR
    due = _months_after(period.end.value, months)
    if written.value > due:
        days = (written.value - period.end.value).days
        fact = f"dokumentet är daterat {written}, {days} dagar efter periodens slut {period.end}"
        yield finding("VAL503", fact, written.origin, period.end.origin)
    elif meeting and meeting.value > due:
        days = (meeting.value - period.end.value).days
        fact = f"sammanträdet är {meeting}, {days} dagar efter periodens slut {period.end}"
        yield finding("VAL503", fact, meeting.origin, period.end.origin)


def _months(period: Period) -> int:
    start, end = period.start.value, period.end.value
    return (end.year - start.year) * _YEAR_MONTHS + end.month - start.month + 1


def _months_after(day: date, months: int) -> date:
    """Return the same day some months later; after the last day of a month, the last one of that month."""
    year, month = divmod(day.year * _YEAR_MONTHS + day.month - 1 + months, _YEAR_MONTHS)
    last = monthrange(year, month + 1)[1]
    is_last = day.day == monthrange(day.year, day.month)[1]
    return date(year, month + 1, last if is_last else min(day.day, last))


def the_meeting_is_near_the_document(facts: Facts) -> Iterator[Finding]:
    """A paper is dated so many days before the meeting that it is written for as the profile lets pass."""
    meeting, written = facts.case.meeting, facts.case.document_date
    if meeting and meeting.value - written.value > timedelta(days=facts.profile.limits.notice):
        days = (meeting.value - written.value).days
        fact = f"sammanträdet är {meeting}, {days} dagar efter dokumentets datum {written}"
        yield finding("VAL511", fact, meeting.origin, written.origin)


def the_meeting_is_on_a_working_day(facts: Facts) -> Iterator[Finding]:
    """No board meets on a Saturday or a Sunday."""
    meeting = facts.case.meeting
    if meeting and meeting.value.weekday() >= _SATURDAY:
        fact = f"sammanträdet {meeting} är en {_WEEKDAYS[meeting.value.weekday()]}"
        yield finding("VAL513", fact, meeting.origin)


def the_prose_has_the_days_of_the_case(facts: Facts) -> Iterator[Finding]:
    """The decision that names the day of the board's meeting, or of itself, names the case's own."""
    case = facts.case
    for line in facts.lines:
        if line.place[0] != DECISION:
            continue
        meeting = _MEETING.search(line.text)
        if case.meeting and meeting and _is_own(meeting[1] or "", case.board.value):
            yield from _other(line, _day(meeting, 2, case.meeting.value), case.meeting, "sammanträdet är")
        written = _WRITTEN.search(line.text)
        if written and (case.case_number.value in line.text or written[0].lower().startswith("denna")):
            day = _day(written, 1, case.document_date.value)
            yield from _other(line, day, case.document_date, "dokumentet är daterat")


def _is_own(before: str, board: str) -> bool:
    """Return whether the word before a meeting leaves it to be the board's own."""
    own = before.lower().removesuffix("s")
    return own in {"", "vid", "på", "till", "inför", "nämnden", "styrelsen", board.lower(), board.lower().split()[0]}


def _day(match: re.Match[str], first: int, near: date) -> date | None:
    """Return the day that a match names, in the year of a near one where it names none; None for no day at all."""
    day, month, year, *iso = match.groups()[first - 1 :]
    try:
        if iso[0]:
            return date(int(iso[0]), int(iso[1]), int(iso[2]))
        return date(int(year or near.year), MONTHS.index(month.lower()) + 1, int(day))
    except ValueError:
        return None


def _other(line: Line, said: date | None, own: Sourced[date], verb: str) -> Iterator[Finding]:
    if said is not None and said != own.value:
        yield finding("VAL514", f"texten säger {said} men {verb} {own}", line.origin, own.origin, excerpt=line.text)


RULES: tuple[Rule, ...] = (
    the_report_comes_in_time,
    the_meeting_is_near_the_document,
    the_meeting_is_on_a_working_day,
    the_prose_has_the_days_of_the_case,
)
