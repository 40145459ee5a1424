"""The papers against each other: case number, folder, board, period and meeting say the same in each."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from datetime import timedelta

from pipeline.findings.catalogue import finding
from pipeline.findings.finding import Finding
from pipeline.model.walk import DECISION
from pipeline.validate.facts import Facts
from pipeline.validate.rule import Rule
from pipeline.validate.rules.formalities import SPAN

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_LATEST = timedelta(days=180)
_ALMOST = 0.85
_LONGEST = 366  # days of a period


def the_folder_goes_by_the_case_number(facts: Facts) -> Iterator[Finding]:
    """A folder that is named after a case number is named after the case's own."""
    number, folder = facts.case.case_number, facts.case.folder
    one, other = _slug(number.value), _slug(folder)
    alike = re.sub(r"\d", "#", one) == re.sub(r"\d", "#", other) and any(each.isdigit() for each in one)
    if alike and one != other:
        yield finding("VAL508", f'mappen heter "{folder}" men diarienumret är {number}', number.origin)


def _slug(text: str) -> str:
    plain = text.lower().translate(str.maketrans("åäö", "aao"))
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def case_numbers_in_the_prose_are_whole(facts: Facts) -> Iterator[Finding]:
    """A case number in the prose that is the case's own but for one sign is a slip."""
    own = facts.case.case_number
    pattern = re.compile(rf"(?<!\w){facts.profile.case_number_pattern}(?!\w)")
    for line in facts.lines:
        for match in pattern.finditer(line.text):
            said = match.group()
            differing = sum(a != b for a, b in zip(said, own.value, strict=False))
            if said != own.value and len(said) == len(own.value) and differing == 1:
                fact = f"texten säger {said} men ärendets diarienummer är {own}"
                yield finding("VAL509", fact, line.origin, own.origin, excerpt=line.text)


def the_board_has_one_name(facts: Facts) -> Iterator[Finding]:
    """The board is written in one way in the case and in its report."""
    one, other = facts.case.board, facts.case.report.board
    likeness = difflib.SequenceMatcher(None, one.value.lower(), other.value.lower()).ratio()
    if one.value != other.value and likeness > _ALMOST:
        fact = f'nämnden heter "{one}" i ärendet men "{other}" i rapporten'
        yield finding("VAL510", fact, other.origin, one.origin)


def the_period_has_the_years_of_its_name(facts: Facts) -> Iterator[Finding]:
    """The period's name has the years of its days, and the period is no longer than a year."""
    period = facts.case.report.period
    start, end = period.start.value, period.end.value
    years = {int(year) for year in _YEAR.findall(period.name.value)}
    if years and years != {start.year, end.year}:
        fact = f'perioden kallas "{period.name}" men är {period.start} till {period.end}'
        yield finding("VAL504", fact, period.name.origin, period.start.origin)
    elif (end - start).days > _LONGEST:
        fact = f"perioden {period.start} till {period.end} är längre än ett år"
        yield finding("VAL504", fact, period.start.origin, period.end.origin)


def the_decision_is_on_the_period_of_the_report(facts: Facts) -> Iterator[Finding]:
    """The months that a decision point names are those of the period."""
    period = facts.case.report.period
    own = SPAN.search(period.name.value)
    for line in facts.lines:
        said = SPAN.search(line.text) if line.place[0] == DECISION and line.place[1].startswith("§") else None
        if own and said and [each.lower() for each in said.groups()] != [each.lower() for each in own.groups()]:
            fact = f'beslutspunkten säger "{said.group()}" men rapporten är för {period.name}'
            yield finding("VAL504", fact, line.origin, period.name.origin, excerpt=line.text)


def the_meeting_is_near_the_document(facts: Facts) -> Iterator[Finding]:
    """A paper is dated within half a year of the meeting that it is written for."""
    meeting, written = facts.case.meeting, facts.case.document_date
    if meeting and meeting.value - written.value > _LATEST:
        days = (meeting.value - written.value).days
        fact = f"sammanträdet är {meeting}, {days} dagar efter dokumentets datum {written}"
        yield finding("VAL511", fact, meeting.origin, written.origin)


RULES: tuple[Rule, ...] = (
    the_folder_goes_by_the_case_number,
    case_numbers_in_the_prose_are_whole,
    the_board_has_one_name,
    the_period_has_the_years_of_its_name,
    the_decision_is_on_the_period_of_the_report,
    the_meeting_is_near_the_document,
)
