"""The formalities of a case: its number, its days, its appendix, its people and its decision points."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from datetime import date

from pipeline.findings.catalogue import finding
from pipeline.findings.finding import Finding
from pipeline.model.origin import Sourced
from pipeline.model.walk import DECISION
from pipeline.validate.facts import Facts
from pipeline.validate.months import MONTHS
from pipeline.validate.numbers.words import value_of
from pipeline.validate.rule import Rule

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_APPENDIX = re.compile(r"\bbilag(?:a|an|or|orna|d|t)\b", re.IGNORECASE)
SPAN = re.compile(rf"\b({'|'.join(MONTHS)})\s*(?:[-–—]|till(?: och med)?|t\.o\.m\.)\s*({'|'.join(MONTHS)})\b", re.I)
_LONG = re.compile(r"\b(?:efter|första|under)\s+(?:de\s+)?(?:första\s+)?(\w+)\s+månader(?:na)?\b", re.IGNORECASE)
_ORDINALS = {"första": 1, "andra": 2, "tredje": 3, "fjärde": 4}
_PART = re.compile(
    r"\b(?:(?P<ordinal>första|andra|tredje|fjärde)\s+)?(?:(?P<third>tertial\w*|T(?=\s?[1-3]\b))|"
    r"(?P<quarter>kvartal\w*|[QK](?=\s?[1-4]\b))|halvår\w*)(?:\s*(?P<number>[1-4])\b)?",
    re.IGNORECASE,
)
_NOT_ALONE = re.compile(r"\b(?:enligt ovan|se ovan|se nedan|enligt nedan|ovanstående|nedanstående)\b", re.IGNORECASE)
_DECIDES = re.compile(
    r"(?<!som )\b(godkänner|godkänns?|antar|antas|fastställer|fastställs|överlämnar|överlämnas|översänder|översänds|"
    r"uppdrar|avslår|tillstyrker|avstyrker|noterar|noteras|upphäver|beviljar|ger(?=\b[^.]*\bi uppdrag)|"
    r"lägger(?=\b[^.]*\btill handlingarna))\b",
    re.IGNORECASE,
)
_PERIOD_OF = re.compile(rf"\bperioden\s+({SPAN.pattern}(?:\s+(?P<year>(?:19|20)\d\d))?)", re.IGNORECASE)
_REPORT_IS_OF = re.compile(
    r"\b(?:\w*rapport(?:en)?|\w*uppföljning(?:en)?|\w*bokslut(?:et)?)\s+(?:avser|gäller|omfattar|är\s+för|för)\s+perioden\b",
    re.IGNORECASE,
)
_SO_FAR = re.compile(r"\b(?:utfall\w*|resultat\w*|avvikels\w*)[^.]*$", re.IGNORECASE)
_ALIKE = 0.85


def the_case_is_of_the_year_of_its_report(facts: Facts) -> Iterator[Finding]:
    """A case number has a year, which is that of the period or the one after."""
    number, period = facts.case.case_number, facts.case.report.period
    years = [int(year) for year in _YEAR.findall(number.value)]
    if years and not any(period.start.value.year <= year <= period.end.value.year + 1 for year in years):
        fact = f"diarienumret {number} är från {years[0]} men perioden är {period.name}"
        yield finding("VAL500", fact, number.origin, period.name.origin)


def the_decision_refers_to_its_appendix(facts: Facts) -> Iterator[Finding]:
    """Whoever reads the decision learns that there is an appendix."""
    appendix, title = facts.case.appendix, facts.case.report.title
    named = facts.profile.labels.get("bilaga")
    word = named.value.lower() if named else "bilaga"
    said = [line.text.lower() for line in facts.lines if line.place[0] == DECISION]
    if not any(_APPENDIX.search(text) or word in text or title.value.lower() in text for text in said):
        fact = f'beslutet nämner varken {word} {appendix.number} eller "{title}"'
        yield finding("VAL501", fact, appendix.title.origin)


def a_case_has_a_handler(facts: Facts) -> Iterator[Finding]:
    """Somebody answers for the case."""
    if facts.case.handler is None:
        yield finding("VAL502", "ärendet har ingen handläggare", facts.case.origin)


def the_period_is_called_what_it_is(facts: Facts) -> Iterator[Finding]:
    """The period's name, the months of the prose and the year of the titles are those of its days."""
    period = facts.case.report.period
    start, end = period.start.value, period.end.value
    yield from _wrong_months(period.name.value, (start, end), period.name)
    for line in facts.lines:
        if (line.place[0] == DECISION or _REPORT_IS_OF.search(line.text)) and (named := _PERIOD_OF.search(line.text)):
            yield from _wrong_months(named[1], (start, end), Sourced(named[1], line.origin))
            if named["year"] and int(named["year"]) not in (start.year, end.year):
                fact = f'texten säger "{named[0]}" men perioden är {period.start} till {period.end}'
                yield finding("VAL504", fact, line.origin, period.end.origin)
    for title in (facts.case.title, facts.case.report.title):
        years = {int(year) for year in _YEAR.findall(title.value)}
        if years and not years & {start.year, end.year}:
            fact = f'rubriken "{title}" har året {min(years)} men perioden är {period.start} till {period.end}'
            yield finding("VAL504", fact, title.origin, period.end.origin)


def the_period_ends_with_the_part_of_the_year_that_it_is_called(facts: Facts) -> Iterator[Finding]:
    """What is called a part of the year, such as tertial 2, in the period's name or in a title ends when that does."""
    period = facts.case.report.period
    for said in (period.name, facts.case.title, facts.case.report.title):
        part = _PART.search(said.value)
        last = _last_month(part) if part else 0
        if part and last and last != period.end.value.month:
            fact = f'"{said}" är till och med {MONTHS[last - 1]} men perioden slutar {period.end}'
            yield finding("VAL504", fact, said.origin, period.end.origin)


def _last_month(part: re.Match[str]) -> int:
    """Return the last month of a part of the year, 0 for one that a year does not have so many of."""
    months = 4 if part["third"] else 3 if part["quarter"] else 6
    number = int(part["number"] or _ORDINALS.get((part["ordinal"] or "").lower(), 1 if months == 6 else 0))
    return number * months if number * months <= 12 else 0


def _wrong_months(text: str, days: tuple[date, date], source: Sourced[str]) -> Iterator[Finding]:
    match = SPAN.search(text)
    if match is None:
        return
    named = tuple(MONTHS.index(match[group].lower()) + 1 for group in (1, 2))
    if named != (days[0].month, days[1].month):
        real = f"{MONTHS[days[0].month - 1]}–{MONTHS[days[1].month - 1]}"
        yield finding("VAL504", f'perioden kallas "{match.group()}" men är {real}', source.origin)


def the_prose_counts_the_months_of_the_period(facts: Facts) -> Iterator[Finding]:
    """The prose that says how many months have gone says as many as the period has."""
    period = facts.case.report.period
    months = (period.end.value.year - period.start.value.year) * 12 + period.end.value.month - period.start.value.month
    for line in facts.lines:
        for match in _LONG.finditer(line.text):
            said = int(match[1]) if match[1].isdigit() else value_of(match[1])
            whole = match.group().lower().startswith("efter") or _SO_FAR.search(line.text[: match.start()])
            if said is not None and (said > months + 1 or (whole and said != months + 1)):
                fact = f'texten säger "{match.group()}" men perioden {period.name} är {months + 1} månader'
                yield finding("VAL505", fact, line.origin, period.name.origin, excerpt=line.text)


def decision_points_stand_alone(facts: Facts) -> Iterator[Finding]:
    """A decision point is read without the text around it: in minutes and extracts."""
    for line in facts.lines:
        found = _NOT_ALONE.search(line.text)
        if line.place[0] == DECISION and line.place[1].startswith("§") and found:
            fact = f'beslutspunkten hänvisar med "{found.group()}" till text som inte följer med i protokollet'
            yield finding("VAL506", fact, line.origin, excerpt=line.text)


def decision_points_decide_one_thing(facts: Facts) -> Iterator[Finding]:
    """A decision point has one thing to say yes or no to."""
    for line in facts.lines:
        if line.place[0] == DECISION and line.place[1].startswith("§"):
            verbs = list(dict.fromkeys(match[1].lower() for match in _DECIDES.finditer(line.text)))
            if len(verbs) > 1:
                fact = f"beslutspunkten har flera beslut i sig: {' och '.join(verbs)}"
                yield finding("VAL512", fact, line.origin, excerpt=line.text)


def one_person_has_one_name_and_title(facts: Facts) -> Iterator[Finding]:
    """Two names that almost agree are one person, misspelled once."""
    people = [each.name for each in facts.case.signatories]
    people += [facts.case.handler] if facts.case.handler else []
    for index, one in enumerate(people):
        for other in people[index + 1 :]:
            likeness = difflib.SequenceMatcher(None, one.value, other.value).ratio()
            if one.value != other.value and likeness > _ALIKE:
                fact = f'"{one}" och "{other}" är nästan samma namn'
                yield finding("VAL507", fact, one.origin, other.origin)


RULES: tuple[Rule, ...] = (
    the_case_is_of_the_year_of_its_report,
    the_decision_refers_to_its_appendix,
    a_case_has_a_handler,
    the_period_is_called_what_it_is,
    the_period_ends_with_the_part_of_the_year_that_it_is_called,
    the_prose_counts_the_months_of_the_period,
    decision_points_stand_alone,
    decision_points_decide_one_thing,
    one_person_has_one_name_and_title,
)
