"""Goals in the prose: the goal's number against the table of indicators, and whether it is reached as the words say."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from pipeline.findings.catalogue import finding
from pipeline.findings.finding import Finding
from pipeline.validate.facts import Facts
from pipeline.validate.line import Line
from pipeline.validate.numbers.context import NOT, YEAR
from pipeline.validate.numbers.readings import Reading
from pipeline.validate.numbers.scan import masked
from pipeline.validate.numbers.units import SHARE
from pipeline.validate.rule import Rule
from pipeline.validate.rules.indicator_goals import GOAL, LOWER, IndicatorGoal, indicator_goals

REACHED = re.compile(r"\b(?:upp)?nå(?:r|tt|dd|tts|s)\b|\buppfyll(?:er|t|d|s|ts)\b|\bklara(?:r|s|ts)\b", re.IGNORECASE)
COMPARED = re.compile(
    r"\b(?:(?P<below>lägre|under|mindre|färre)|(?P<above>högre|över|mer|fler))\s+(?:än\s+)?(?:\w+\s+)?mål\w*",
    re.IGNORECASE,
)
_NORM = re.compile(
    r"\bmål\w*|\b(?:ska|skall|bör|högst|minst|max\w*|ambition\w*|krav\w*|riktvärd\w*|nå)\b", re.IGNORECASE
)
_GROUPS = re.compile(
    r"\b(?:kvinn|män|flick|pojk|yngre|äldre|bland|inom|rike[tn]|länet|sverige|kommuner)\w*", re.IGNORECASE
)


def goals_are_those_of_the_indicators(facts: Facts) -> Iterator[Finding]:
    """The goal that a text states for an indicator is the one in its table."""
    goals = indicator_goals(facts)
    last: dict[str, Reading] = {}  # of each kind: between an outcome and its goal may stand a year or a count
    for each in facts.readings:
        before = last.get(each.mention.unit.family)
        last[each.mention.unit.family] = each
        if not _is_goal(each):
            continue
        outcome = _outcome(each, before)
        goal = goals.of(each.line.text) or (goals.having(outcome) if outcome else None)
        family = goal and goal.family == each.mention.unit.family
        if goal and family and each.mention.value != goal.value and _last_goal_word_is_near(each):
            fact = (
                f'"{each.before.strip()[-60:]} {each.mention.text}" men målet för "{goal.indicator.name}" '
                f"är {goal.text} i tabellen"
            )
            yield finding("VAL238", fact, each.origin, goal.origin, excerpt=masked(each.line.text))


def numbers_of_indicators_are_theirs(facts: Facts) -> Iterator[Finding]:
    """The one share that a sentence gives with an indicator's name is one of the indicator's values."""
    goals = indicator_goals(facts)
    shares = [each for each in facts.readings if each.mention.unit.family == SHARE and not _states_a_goal(each)]
    counts = Counter((id(each.line), each.sentence.start) for each in shares)
    for each in shares:
        sentence = each.sentence.text
        goal = goals.of(sentence)
        if (
            not goal
            or goal.family != SHARE
            or counts[id(each.line), each.sentence.start] > 1
            or _GROUPS.search(sentence)
        ):
            continue
        said = set(YEAR.findall(sentence))
        own = () if _NORM.search(sentence) else goal.others
        own = goal.of_year.get(next(iter(said)), own) if len(said) == 1 and own else own
        if not said - goal.years and not any(_is(value, each) for value in own or goal.values):
            values = ", ".join(value.value for value in goal.indicator.values)
            hedge = f"{each.hedge.words} " if each.hedge else ""
            fact = f'"{hedge}{each.mention.text}" nämns med "{goal.indicator.name}" men indikatorn har {values}'
            yield finding("VAL242", fact, each.origin, goal.origin, excerpt=masked(each.line.text))


def _is(value: Decimal, reading: Reading) -> bool:
    if reading.hedge:
        return reading.hedge.holds(abs(value))
    step = Decimal(1).scaleb(-reading.mention.decimals)
    return value.quantize(step, ROUND_HALF_UP) == abs(reading.mention.value)


def _is_goal(each: Reading) -> bool:
    return bool(GOAL.search(each.before)) and not each.mention.unit.is_time


def _states_a_goal(each: Reading) -> bool:
    """Return whether a number stands right behind the word for goal, where VAL238 holds it against the table."""
    return _is_goal(each) and _last_goal_word_is_near(each)


def _last_goal_word_is_near(each: Reading) -> bool:
    """Return whether no more than a few words stand between the word for goal and the number."""
    return len(GOAL.split(each.before)[-1].split()) <= 3


def goals_are_reached_as_the_text_says(facts: Facts) -> Iterator[Finding]:
    """A goal that is said to be reached is reached, in the direction that is better, and one that is not is not."""
    goals = indicator_goals(facts)
    previous: Reading | None = None
    for index, each in enumerate(facts.readings):
        outcome = _outcome(each, previous, facts.readings[index + 1] if index + 1 < len(facts.readings) else None)
        if _is_goal(each) and outcome and _last_goal_word_is_near(each):
            goal = goals.of(each.line.text)
            yield from _claims(each, outcome, lower=_is_lower(each.line, goal))
        previous = each


def _outcome(goal: Reading, *beside: Reading | None) -> Reading | None:
    """Return the number beside a goal, in the same line and unit, that it is held against."""
    for each in beside:
        same = each is not None and each.line is goal.line and each.mention.unit.family == goal.mention.unit.family
        if each is not None and same and goal.mention.unit.family and not _is_goal(each):
            return each
    return None


def _is_lower(line: Line, goal: IndicatorGoal | None) -> bool:
    if goal and goal.indicator.direction:
        return goal.indicator.direction.value == LOWER
    return bool(re.search(r"\blägre än målet|\bunder målet|\bminsk|\bhögst\b|\bmax", line.text, re.IGNORECASE))


def _claims(goal: Reading, outcome: Reading, *, lower: bool) -> Iterator[Finding]:
    values = outcome.mention.value, goal.mention.value
    after = goal.sentence.text
    reached = values[0] <= values[1] if lower else values[0] >= values[1]
    claim = REACHED.search(after)
    compared = COMPARED.search(goal.before)
    wrong = None
    if claim and reached is bool(NOT.search(after)):
        wrong = f'"{after.strip()}"'
    elif compared and not (values[0] < values[1] if compared["below"] else values[0] > values[1]):
        wrong = f'"{compared[0]}"'
    if wrong:
        fact = f"{wrong} men {outcome.mention.text} mot målet {goal.mention.text} säger motsatsen"
        yield finding("VAL239", fact, goal.origin, outcome.origin, excerpt=masked(goal.line.text))


RULES: tuple[Rule, ...] = (
    goals_are_those_of_the_indicators,
    numbers_of_indicators_are_theirs,
    goals_are_reached_as_the_text_says,
)
