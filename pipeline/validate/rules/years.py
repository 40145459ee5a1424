"""Years and dates: what has been lies before the papers, no stretch runs backwards, each day is in its month."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from pipeline.findings.catalogue import finding
from pipeline.findings.finding import Finding
from pipeline.model.origin import Origin, Sourced
from pipeline.model.report import GoalsPart, IndicatorsPart, Part, UndertakingsPart
from pipeline.model.walk import parts_of
from pipeline.validate.facts import Facts
from pipeline.validate.line import Line
from pipeline.validate.months import MONTHS
from pipeline.validate.numbers.context import YEAR, Sentence, sentences
from pipeline.validate.numbers.mention import Kind, Mention
from pipeline.validate.numbers.scan import masked, scan
from pipeline.validate.rule import Rule

_CENTURY, _LEAP = 100, 2024
_DAY_OF = re.compile(rf"(\d{{1,2}})\s+({'|'.join(MONTHS)})", re.IGNORECASE)
_TIMES = frozenset((Kind.YEAR, Kind.DATE))
_MONTH = re.compile("|".join(MONTHS), re.IGNORECASE)
_ISO = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2}))?")
_YEARS = re.compile(r"((?:19|20)\d\d)\s*[-–—/]\s*((?:19|20)\d\d|\d\d)")
_SHORT_YEARS = re.compile(r"(\d\d)/(\d\d)")
_TO = re.compile(r"\s*(?:[-–—]|till(?: och med)?|t\.?\s?o\.?\s?m\.?|tom)\s*", re.IGNORECASE)
_WITHIN = re.compile(
    r"\b(?:i|under|under (?:del)?året|redan|per|den|sedan|från(?: och med)?|månad|år(?:et)?|delår(?:et)?|perioden|"
    r"hösten|våren|sommaren|vintern|början av|slutet av|mitten av)\s+$",
    re.IGNORECASE,
)
_HAS_BEEN = re.compile(
    r"\b(?:hade|var|låg|blev|fick|gick|kom|tog|gjorde|gav|såg|stod|höll|skedde|fanns|uppgick|vann|sjönk|steg)\b|"
    r"\b\w{3,}(?:ades|tes|des)\b|"
    r"(?<!\bär )(?<!\bblir )(?<!\bde )(?<!\bdet )(?<!\bden )"
    r"\b\w{3,}ade(?=\s+(?:i|under|på|vid|den|av|med|sedan|redan)\b)|"
    r"\bhar\s+(?:\w+\s+){0,3}?(?:haft|varit|blivit|gjorts?|fått|gått|skett|genomförts?|fortsatt|tagits?|"
    r"(?!resultat|format|klimat|mandat|privat)\w{3,}(?:at|ats|it|its))\b",
    re.IGNORECASE,
)
_TO_COME = re.compile(
    r"\b(?:ska|skall|kommer|kan|bör|planer\w*|beräkna\w*|\w*vänta\w*|avser|inför|framöver|kommande|tills|fram till|"
    r"senast|\w*prognos\w*|\w*mål\w*|beviljat\w*|strategi\w*)\b",
    re.IGNORECASE,
)
_AND_THEN = re.compile(r"^\s+(?:har|hade|var|blev|fick|\w{3,}(?:ades|tes|des))\b", re.IGNORECASE)
_LAST_WORD = re.compile(r"([\w-]+)\W*$")


@dataclass(frozen=True)
class _Time:
    """A year, or a month of one, counted from year 0 in months; ``month`` is 0 for a whole year."""

    year: int
    month: int

    def is_after(self, day: date) -> bool:
        """Return whether it begins after the month, or the year, of a day."""
        return (self.year, self.month) > (day.year, day.month if self.month else 0)


def _time(text: str) -> _Time | None:
    """Return the time of a mention that names one year, None for others."""
    years = YEAR.findall(text)
    if len(years) != 1:
        return None
    month, numbered = _MONTH.search(text), _ISO.fullmatch(text)
    return _Time(int(years[0]), _number(month[0]) if month else int(numbered[2]) if numbered else 0)


def _told(facts: Facts) -> Iterator[tuple[Line, Sentence, list[Mention]]]:
    """Yield the sentences with the years and dates in each, placed in the sentence."""
    for line in facts.lines:
        if not line.is_heading and any(each.kind in _TIMES for each in scan(line.text)):
            for sentence in sentences(line.text):
                if times := [each for each in scan(sentence.text) if each.kind in _TIMES]:
                    yield line, sentence, times


def what_has_been_lies_before_the_papers(facts: Facts) -> Iterator[Finding]:
    """What is told as past has a time that has begun when the period ends, or when the papers are written."""
    last = max(facts.case.report.period.end.value, facts.case.document_date.value)
    for line, sentence, times in _told(facts):
        for mention in times:
            time = _time(mention.text)
            if time is None or not time.is_after(last):
                continue
            verb = _HAS_BEEN.search(sentence.text)
            if verb and _is_when(sentence, mention):
                fact = f'"{verb[0]} … {mention.text}" berättar om det som varit, men handlingarna är från {last}'
                yield finding("VAL412", fact, line.origin, excerpt=masked(sentence.text.strip()))


def _is_when(sentence: Sentence, mention: Mention) -> bool:
    """Return whether a time is that of what is told: "under 2026 har", or one in a sentence without plans."""
    within = _WITHIN.search(sentence.text[: mention.start])
    if within and not sentence.text[: within.start()].strip() and _AND_THEN.search(sentence.text[mention.end :]):
        return True
    is_day = mention.text[0].isdigit() and mention.kind is Kind.DATE
    return bool(is_day or within) and not _TO_COME.search(sentence.text)


def no_stretch_of_time_runs_backwards(facts: Facts) -> Iterator[Finding]:
    """The end of a stretch of time, in years or months, is not before its beginning."""
    for line, sentence, times in _told(facts):
        backwards = [each.text for each in times if each.kind is Kind.YEAR and _is_backwards(each.text)]
        for one, other in pairwise(times):
            first, second = _time(one.text), _time(other.text)
            between = sentence.text[one.end : other.start]
            if first and second and _TO.fullmatch(between) and _ends_first(first, second):
                backwards.append(sentence.text[one.start : other.end])
        for text in backwards:
            fact = f'"{text}" slutar innan det börjar'
            yield finding("VAL413", fact, line.origin, excerpt=masked(sentence.text.strip()))


def _ends_first(first: _Time, second: _Time) -> bool:
    if first.month and second.month:
        return (second.year, second.month) < (first.year, first.month)
    return second.year < first.year


def _is_backwards(text: str) -> bool:
    """Return whether the years of one mention do: 2024–2020, 2024/23, 27/25."""
    match = _YEARS.search(text)
    if match:
        first, second = int(match[1]), int(match[2])
        return (second if second >= _CENTURY else first // _CENTURY * _CENTURY + second) < first
    short = _SHORT_YEARS.search(text) if text[0].isalpha() else None
    return short is not None and (int(short[2]) - int(short[1])) % _CENTURY > _CENTURY // 2


def days_are_in_their_months(facts: Facts) -> Iterator[Finding]:
    """A date has a day that its month has."""
    for line, sentence, times in _told(facts):
        for mention in times:
            if mention.kind is Kind.DATE and not _is_a_day(mention.text):
                fact = f'"{mention.text}" är ingen dag: månaden har inte så många, eller året inte den månaden'
                yield finding("VAL415", fact, line.origin, excerpt=masked(sentence.text.strip()))


def _is_a_day(text: str) -> bool:
    """Return whether a date has a day that its month has; of one without a year, in a leap year.

    A year and two digits may be a number of something else.
    """
    named, numbered, year = _DAY_OF.match(text), _ISO.fullmatch(text), YEAR.search(text)
    if named:
        month, day = _number(named[2]), int(named[1])
    elif numbered and numbered[3]:
        month, day = int(numbered[2]), int(numbered[3])
    else:
        return True
    return 1 <= month <= len(MONTHS) and 1 <= day <= monthrange(int(year[0]) if year else _LEAP, month)[1]


def _number(month: str) -> int:
    return MONTHS.index(month.lower()) + 1


def no_year_beside_those_of_the_report_is_alone(facts: Facts) -> Iterator[Finding]:
    """A year that is neither the report's own nor next to it stands in two places, behind the same word."""
    period = facts.case.report.period
    near = range(period.start.value.year - 1, period.end.value.year + 2)
    found: dict[tuple[str, int], list[tuple[str, Mention, Origin]]] = {}
    for text, origin in _texts(facts):
        for mention in scan(text):
            before = _LAST_WORD.search(text[: mention.start])
            years = {int(each) for each in YEAR.findall(mention.text)} if mention.kind in _TIMES else set()
            for year in years - {*near}:
                found.setdefault((before[1].lower() if before else "", year), []).append((text, mention, origin))
    for (_, year), places in sorted(found.items(), key=lambda each: each[0][1]):
        if len(places) == 1:
            text, mention, origin = places[0]
            own = f"{near[0]}–{near[-1]}"
            fact = f'årtalet {year} ("{mention.text}") står bara här, och ligger utanför {own}'
            yield finding("VAL243", fact, origin, excerpt=masked(text))


def _texts(facts: Facts) -> Iterator[tuple[str, Origin]]:
    """Yield the prose line by line, and the names and values of goals, undertakings and indicators."""
    for line in facts.lines:
        if not line.is_heading:
            yield line.text, line.origin
    for placed in parts_of(facts.case.report):
        for each in _named(placed.part):
            yield each.value, each.origin


def _named(part: Part) -> Iterator[Sourced[str]]:
    if isinstance(part, GoalsPart):
        yield from (goal.name for goal in part.goals)
    elif isinstance(part, UndertakingsPart):
        yield from (each.name for each in part.undertakings)
    elif isinstance(part, IndicatorsPart):
        yield from part.columns
        for indicator in part.indicators:
            yield from (indicator.name, *indicator.values)


RULES: tuple[Rule, ...] = (
    what_has_been_lies_before_the_papers,
    no_stretch_of_time_runs_backwards,
    days_are_in_their_months,
    no_year_beside_those_of_the_report_is_alone,
)
