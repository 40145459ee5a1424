"""What the prose says of how many rows of a table, and of goals that are for all of something."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.findings.catalogue import finding
from pipeline.findings.finding import Finding
from pipeline.model.report import Goal, GoalsPart
from pipeline.model.walk import PlacedPart, parts_of
from pipeline.validate.claims.rowcounts import CountedRows, Share, is_same_noun, shares_in
from pipeline.validate.excerpts import shortened
from pipeline.validate.facts import Facts
from pipeline.validate.numbers.context import MINUS, NOT
from pipeline.validate.rule import Rule
from pipeline.validate.rules.levels import level_of, own_lines
from pipeline.validate.tables.wording import said

_ALL = re.compile(r"^(?:alla|samtliga|varje)\s+(?:\w+s\s+)?([^\W\d_]{4,})", re.IGNORECASE)
_LESS = re.compile(r"\b(?:ej|inte|delvis)\b", re.IGNORECASE)


def rows_are_as_many_as_the_prose_says(facts: Facts) -> Iterator[Finding]:
    """How many of all units have a deficit or a surplus is what the table of the units has."""
    for each in facts.row_counts:
        yield from _held(facts, each)


def _held(facts: Facts, counted: CountedRows) -> Iterator[Finding]:
    share, grid, rows, columns = counted.share, counted.grid, counted.rows, counted.columns
    terms = {row: [grid.term(row, column) for column in columns] for row in rows}
    sign = -1 if counted.negative else 1
    hit = [row for row in rows if all(each.value * sign > 0 for each in terms[row])]
    if len(hit) == share.few and len(rows) == share.all:
        return
    style = facts.profile.numbers
    named = "; ".join(f"{grid.label(row)} {', '.join(said(each.value, style) for each in terms[row])}" for row in hit)
    heads = " och ".join(grid.statement.columns[column].heading.value for column in columns)
    fact = f'texten säger "{share.text}" men i tabellen är det {len(hit)} av {len(rows)}'
    fact += f" ({heads}{': ' if named else ''}{named})"
    places = [terms[row][0].origin for row in hit or rows[:1]]
    yield finding("VAL250", fact, share.line.origin, *places, excerpt=share.line.text)


def goals_for_all_are_reached_by_all(facts: Facts) -> Iterator[Finding]:
    """A goal that is for all of something is not reached where its text tells of some that did not reach it."""
    for placed in parts_of(facts.case.report):
        for goal in placed.part.goals if isinstance(placed.part, GoalsPart) else ():
            every = _ALL.match(goal.name.value)
            if every:
                for share in shares_in(own_lines(facts, (*placed.place, goal.name.value), below=False)):
                    if is_same_noun(every[1], share.noun) and _falls_short(share):
                        yield from _not_all(facts, placed, goal, share)


def _falls_short(share: Share) -> bool:
    bad = bool(MINUS.search(share.sentence)) != bool(NOT.search(share.sentence))
    return bad and 0 < share.few <= share.all if MINUS.search(share.sentence) else share.few < share.all


def _not_all(facts: Facts, placed: PlacedPart, goal: Goal, share: Share) -> Iterator[Finding]:
    assessment = goal.assessment or placed.section.assessment
    level = level_of(facts, assessment.value) if assessment else None
    if level and _LESS.search(f"{level.short} {level.meaning}"):
        return
    fact = f'målet "{shortened(goal.name.value)}" gäller alla men texten säger "{shortened(share.sentence, 110)}"'
    places = [share.line.origin, goal.name.origin]
    if level and assessment:
        of = "målet" if goal.assessment else placed.section.name.value
        fact += f', och bedömningen av {of} är "{level.short}"'
        places.append(assessment.origin)
    yield finding("VAL251", fact, *places, excerpt=share.line.text)


RULES: tuple[Rule, ...] = (rows_are_as_many_as_the_prose_says, goals_for_all_are_reached_by_all)
