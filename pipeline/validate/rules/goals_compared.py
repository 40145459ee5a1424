"""Sentences that hold an indicator against its goal without the goal's number: the table has it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from pipeline.findings.catalogue import finding
from pipeline.findings.finding import Finding
from pipeline.validate.facts import Facts
from pipeline.validate.numbers.context import NOT, YEAR, Sentence, sentences
from pipeline.validate.numbers.readings import Reading
from pipeline.validate.numbers.scan import masked
from pipeline.validate.rule import Rule
from pipeline.validate.rules.indicator_goals import GOAL, LOWER, IndicatorGoal, indicator_goals
from pipeline.validate.rules.prose_goals import COMPARED, REACHED
from pipeline.validate.tables.wording import said

_BETTER = re.compile(r"\b(?:(?P<better>bättre)|(?P<worse>sämre))\s+än\s+(?:\w+\s+)?mål\w*", re.IGNORECASE)
_AHEAD = re.compile(
    r"\b(?:ska|skall|kan|kommer|väntas|förväntas|beräknas|bedöms|prognos\w*|för att|hösten|nästa|tidigare|förra)\b|"
    r"^\W*om\b|\bom\s+(?:\w+\s+)?målet\b",
    re.IGNORECASE,
)


def goals_are_compared_as_the_table_says(facts: Facts) -> Iterator[Finding]:
    """What is said to be above, below or better than a goal, or to reach it, is so by the indicator's own numbers."""
    goals = indicator_goals(facts)
    if not goals.goals:
        return
    by_line: dict[int, list[Reading]] = {}
    for each in facts.readings:
        by_line.setdefault(id(each.line), []).append(each)
    for line in facts.lines:
        for sentence in sentences(line.text) if "mål" in line.text.lower() and not line.is_heading else ():
            words = _claim(sentence.text)
            goal = goals.of(sentence.text) if words else None
            if words and goal:
                inside = [each for each in by_line.get(id(line), ()) if each.sentence == sentence]
                outcome = None if _has_its_number(inside) else _outcome(goal, sentence, inside)
                if outcome is not None and not _holds(words, goal, outcome, sentence.text):
                    style = facts.profile.numbers
                    fact = f'"{words[0]}" men {goal.indicator.name} är {said(outcome, style)} mot målet {goal.text}'
                    yield finding("VAL239", fact, line.origin, goal.origin, excerpt=masked(line.text))


def _claim(text: str) -> re.Match[str] | None:
    """Return the words of a sentence that hold something that has been against a goal, or None."""
    if _AHEAD.search(text):
        return None
    compared = COMPARED.search(text) or _BETTER.search(text)
    if compared:
        return None if NOT.search(text) else compared
    return REACHED.search(text) if GOAL.search(text) else None


def _has_its_number(inside: Sequence[Reading]) -> bool:
    return any(GOAL.search(each.before) for each in inside)


def _outcome(goal: IndicatorGoal, sentence: Sentence, inside: Sequence[Reading]) -> Decimal | None:
    """Return the number of a sentence, or where it has none that of the indicator's last year or the one it names."""
    own = [each.mention.value for each in inside if each.mention.unit.family == goal.family and goal.family]
    if own:
        return own[0] if len(own) == 1 else None
    years = set(YEAR.findall(sentence.text)) & set(goal.of_year)
    year = next(iter(years)) if len(years) == 1 else max(goal.of_year, default="")
    values = goal.of_year.get(year, ())
    return values[0] if len(values) == 1 else None


def _holds(words: re.Match[str], goal: IndicatorGoal, outcome: Decimal, text: str) -> bool:
    """Return whether what is said is so; where nobody has said which direction is better, what needs it holds."""
    groups: Mapping[str, str | None] = words.groupdict()
    if "below" in groups:
        return outcome < goal.value if groups["below"] else outcome > goal.value
    if not goal.indicator.direction:
        return True
    ahead = goal.value - outcome if goal.indicator.direction.value == LOWER else outcome - goal.value
    if "better" in groups:
        return ahead > 0 if groups["better"] else ahead < 0
    return (ahead >= 0) is not bool(NOT.search(text))


RULES: tuple[Rule, ...] = (goals_are_compared_as_the_table_says,)
