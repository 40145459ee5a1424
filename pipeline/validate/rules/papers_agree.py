"""The papers against each other: case number, folder, board, period and meeting say the same in each."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator

from pipeline.findings.catalogue import finding
from pipeline.findings.finding import Finding
from pipeline.model.origin import Sourced
from pipeline.model.walk import DECISION
from pipeline.validate.facts import Facts
from pipeline.validate.rule import Rule
from pipeline.validate.rules.formalities import SPAN

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_KIND = re.compile(
    r"\b((?:delår|tertial|kvartal|halvår|år|månad|period)\w*?(?:rapport|bokslut|redovisning|"
    r"uppföljning|berättelse))(?:en|et|s|ens|ets)?\b(?:\s+(\d{1,2})\b(?!\s+(?:[a-zå]+ari|mars|april|maj|ju[nl]i|augusti|[a-z]+ber)\b))?",
    re.IGNORECASE,
)
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


def the_papers_are_of_one_report(facts: Facts) -> Iterator[Finding]:
    """The decision's title and its points speak of the report by the kind and the number that are on its cover."""
    report = facts.case.report.title
    own = _KIND.search(report.value)
    if own is None:
        return
    points = [line for line in facts.lines if line.place[0] == DECISION and line.place[1].startswith("§")]
    titles = [facts.case.title, *(Sourced(line.text, line.origin) for line in points)]
    for said in titles:
        named = _KIND.search(said.value)
        if named and (_is_other(named, own, 1) or _is_other(named, own, 2)):
            fact = f'beslutet säger "{named.group()}" men rapporten heter "{report}"'
            yield finding("VAL515", fact, said.origin, report.origin)


def _is_other(one: re.Match[str], other: re.Match[str], group: int) -> bool:
    """Return whether two titles both have a kind, or a number, and not the same one."""
    first, second = (each[group].lower() if each[group] else "" for each in (one, other))
    return bool(first and second) and not (first.startswith(second) or second.startswith(first))


RULES: tuple[Rule, ...] = (
    the_folder_goes_by_the_case_number,
    case_numbers_in_the_prose_are_whole,
    the_board_has_one_name,
    the_period_has_the_years_of_its_name,
    the_decision_is_on_the_period_of_the_report,
    the_papers_are_of_one_report,
)
