"""Times in the prose against the period: what is not over is not told as past, and what has begun is not to come."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from pipeline.findings.catalogue import finding
from pipeline.findings.finding import Finding
from pipeline.validate.facts import Facts
from pipeline.validate.numbers.context import Sentence, sentences
from pipeline.validate.rule import Rule

# The first and the last month of what a report calls a part of the year.
_PARTS = {
    "första halvåret": (1, 6), "andra halvåret": (7, 12),
    "första kvartalet": (1, 3), "andra kvartalet": (4, 6), "tredje kvartalet": (7, 9), "fjärde kvartalet": (10, 12),
    "kvartal 1": (1, 3), "kvartal 2": (4, 6), "kvartal 3": (7, 9), "kvartal 4": (10, 12),
    "första tertialet": (1, 4), "andra tertialet": (5, 8), "tredje tertialet": (9, 12),
    "tertial 1": (1, 4), "tertial 2": (5, 8), "tertial 3": (9, 12), "t1": (1, 4), "t2": (5, 8), "t3": (9, 12),
    "q1": (1, 3), "q2": (4, 6), "q3": (7, 9), "q4": (10, 12),
    "våren": (3, 5), "vårterminen": (1, 6), "hösten": (9, 11), "höstterminen": (8, 12),
}  # fmt: skip
_NAMED = "|".join(sorted(map(re.escape, _PARTS), key=len, reverse=True))
_LOOSE = ("vår", "höst")  # seasons without a day on which they end
_YEAR = r"(?:\s+((?:19|20)\d\d))?"
_TOLD = re.compile(rf"^\W*(?:(under)\s+)?({_NAMED}){_YEAR}\s+har\s+(?!inte)", re.IGNORECASE)
_BEGINS = re.compile(
    rf"\b(?:startas?|påbörjas|inleds|starta|påbörja|inleda)\s+(?:under\s+|i\s+)?({_NAMED}){_YEAR}(?!\w)", re.IGNORECASE
)
_LAST_YEAR = re.compile(
    r"\b((?:19|20)\d\d)\s*[-–]\s*((?:19|20)\d\d)\b[^.]{0,80}\binför\s+[^.]{0,40}\bsista\s+år", re.IGNORECASE
)


def what_is_not_over_is_not_told_as_past(facts: Facts) -> Iterator[Finding]:
    """A part of the year that goes on after the period is not told of as what has been."""
    end = facts.case.report.period.end.value
    for line in facts.lines:
        for sentence in () if line.is_heading else sentences(line.text):
            fact = _early(sentence, end) or _late(sentence, end) or _in_last_year(sentence, end)
            if fact:
                yield finding("VAL411", fact, line.origin, excerpt=sentence.text.strip())


def _early(sentence: Sentence, end: date) -> str:
    """Return what is told of a time that has not come, or of a whole time that is not over."""
    told = _TOLD.search(sentence.text)
    if told is None or (told[1] is None and told[2].lower().startswith(_LOOSE)):
        return ""
    first, last = _PARTS[told[2].lower()]
    if (_year(told[3], end), first if told[1] else last) > (end.year, end.month):
        part = told.group().strip()
        return f'"{part}" är inte slut när perioden slutar {end}, men meningen berättar om det som varit'
    return ""


def _late(sentence: Sentence, end: date) -> str:
    begins = _BEGINS.search(sentence.text)
    if begins and (_year(begins[2], end), _PARTS[begins[1].lower()][0]) < (end.year, end.month):
        part = begins[1].capitalize()
        return (
            f'"{begins.group()}" talar om en start som ska komma, men {part} har redan börjat när perioden slutar {end}'
        )
    return ""


def _in_last_year(sentence: Sentence, end: date) -> str:
    last = _LAST_YEAR.search(sentence.text)
    if last and int(last[2]) <= end.year:
        return f'"{last.group()}", men det sista året {last[2]} pågår redan eller är slut när perioden slutar {end}'
    return ""


def _year(said: str | None, end: date) -> int:
    return int(said) if said else end.year


RULES: tuple[Rule, ...] = (what_is_not_over_is_not_told_as_past,)
