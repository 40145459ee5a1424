"""Numbers in a series: the prose tells of no report that comes after this, and of no appendix that is not there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.findings.catalogue import finding
from pipeline.findings.finding import Finding
from pipeline.model.origin import Sourced
from pipeline.model.walk import DECISION
from pipeline.validate.facts import Facts
from pipeline.validate.line import Line
from pipeline.validate.numbers.context import sentences
from pipeline.validate.numbers.scan import masked
from pipeline.validate.rule import Rule

_NUMBERED = re.compile(
    r"\b(\w*(?:rapport|delår|uppföljning)\w*)\s+(\d{1,2})(?!\d|[,.:/-]+\d)(?:,?\s+(?:år\s+)?((?:19|20)\d\d))?",
    re.IGNORECASE,
)
_APPENDIX = re.compile(r"\bbilag(?:a|an)\s+(\d{1,2})(?!\d)", re.IGNORECASE)
_TO_COME = re.compile(r"\b(?:ska|skall|kommer|planera\w*|återkom\w*|senare|nästa|inför|framöver)\b", re.IGNORECASE)
_STEM = 5  # letters that the report's name and its short forms have in common: delårsrapport, delåret


def no_report_is_told_of_that_comes_after_this(facts: Facts) -> Iterator[Finding]:
    """What the prose calls by the name of this report has its number and year, or those of one before it."""
    own = next((match for title in _titles(facts) if (match := _NUMBERED.search(title.value))), None)
    if own is None:
        return
    stem, number, last = own[1].lower()[:_STEM], int(own[2]), facts.case.report.period.end.value.year
    for line in facts.lines:
        for match in _NUMBERED.finditer(line.text):
            sentence = next(each for each in sentences(line.text) if match.start() < each.end)
            is_later = int(match[2]) > number or int(match[3] or 0) > last
            if is_later and match[1].lower().startswith(stem) and not _TO_COME.search(sentence.text):
                fact = f'texten talar om "{match[0]}" men rapporten är "{own[0]}"'
                yield finding("VAL414", fact, line.origin, _titles(facts)[0].origin, excerpt=masked(line.text))


def _titles(facts: Facts) -> tuple[Sourced[str], ...]:
    return facts.case.report.title, facts.case.title


def appendices_that_are_named_are_there(facts: Facts) -> Iterator[Finding]:
    """An appendix that the decision names once has the number of the case's own, which it has not named elsewhere."""
    named: dict[int, list[Line]] = {}
    for line in facts.lines:
        for match in _APPENDIX.finditer(line.text) if line.place[0] == DECISION else ():
            named.setdefault(int(match[1]), []).append(line)
    own = facts.case.appendix.number
    for number, lines in named.items():
        if number != own.value and len(lines) == 1:
            fact = f"beslutet nämner bilaga {number} men ärendets bilaga har nummer {own}"
            yield finding("VAL517", fact, lines[0].origin, own.origin, excerpt=masked(lines[0].text))


RULES: tuple[Rule, ...] = (no_report_is_told_of_that_comes_after_this, appendices_that_are_named_are_there)
