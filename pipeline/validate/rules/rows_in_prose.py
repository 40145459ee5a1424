"""What the prose says of how many rows of a table, and of goals that are for all of something."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.findings.catalogue import finding
from pipeline.findings.finding import Finding
from pipeline.model.report import Goal, GoalsPart
from pipeline.model.statement import RowRole, Scenario
from pipeline.model.walk import PlacedPart, parts_of
from pipeline.validate.excerpts import shortened
from pipeline.validate.facts import Facts
from pipeline.validate.line import Line
from pipeline.validate.numbers.context import MINUS, NOT, PLUS, sentences
from pipeline.validate.numbers.words import PATTERN, value_of
from pipeline.validate.rule import Rule
from pipeline.validate.rules.levels import level_of, own_lines
from pipeline.validate.tables.grid import Grid
from pipeline.validate.tables.months import span_of
from pipeline.validate.tables.wording import said

_NUMBER = rf"(?:\d{{1,3}}|{PATTERN}|ingen|inga)"
_OF = re.compile(rf"\b({_NUMBER})\s+av\s+(?:de\s+|våra\s+|kommunens\s+)?({_NUMBER})\s+([^\W\d_]{{4,}})", re.IGNORECASE)
_FORECAST, _SO_FAR = (
    re.compile(r"\b(?:prognos|väntas|beräknas|bedöms)", re.IGNORECASE),
    re.compile(r"\butfall|\bperiod", re.IGNORECASE),
)
_ALL = re.compile(r"^(?:alla|samtliga|varje)\s+(?:\w+s\s+)?([^\W\d_]{4,})", re.IGNORECASE)
_LESS = re.compile(r"\b(?:ej|inte|delvis)\b", re.IGNORECASE)
_STEM = 6


@dataclass(frozen=True)
class _Share:
    """So many of so many: ``few`` of ``all`` of what ``noun`` names."""

    few: int
    all: int
    noun: str
    text: str
    sentence: str
    line: Line
    start: int
    second: int


@dataclass(frozen=True)
class _Counted:
    """A share whose rows and columns a table has."""

    share: _Share
    grid: Grid
    rows: list[int]
    columns: list[int]
    negative: bool


def _shares(lines: Sequence[Line]) -> Iterator[_Share]:
    for line in lines:
        if line.is_heading or " av " not in line.text:
            continue
        for sentence in sentences(line.text):
            for match in _OF.finditer(sentence.text):
                few, every = _count(match[1]), _count(match[2])
                if few is not None and every:
                    start = sentence.start
                    at, second = start + match.start(), start + match.start(2)
                    text = sentence.text.strip()
                    yield _Share(few, every, match[3].lower(), match.group(), text, line, at, second)


def _count(words: str) -> int | None:
    if words.lower() in ("ingen", "inga"):
        return 0
    return int(words) if words.isdigit() else value_of(words)


def counted_in_tables(facts: Facts) -> frozenset[tuple[int, int]]:
    """Return where in which line a number of rows stands that a table has been asked for."""
    shares = [each.share for each in _counted(facts)]
    return frozenset((id(each.line), at) for each in shares for at in (each.start, each.second))


def rows_are_as_many_as_the_prose_says(facts: Facts) -> Iterator[Finding]:
    """How many of all units have a deficit or a surplus is what the table of the units has."""
    for each in _counted(facts):
        yield from _held(facts, each)


def _counted(facts: Facts) -> Iterator[_Counted]:
    for share in _shares(facts.lines):
        wanted = MINUS if MINUS.search(share.sentence) else PLUS if PLUS.search(share.sentence) else None
        if wanted is None or NOT.search(share.sentence):
            continue
        for table in facts.asserted.tables.values():
            rows = _rows(table.grid, share)
            columns = _columns(table.grid, share.sentence)
            if rows and columns:
                yield _Counted(share, table.grid, rows, columns, wanted is MINUS)
                break


def _rows(grid: Grid, share: _Share) -> list[int]:
    """Return the rows that the noun names: as the case says, or those that are as many and begin alike."""
    if grid.statement.units:
        named = next((rows for noun, rows in grid.statement.units.items() if _same(noun, share.noun)), ())
        labels = {" ".join(label.value.split()) for label in named}
        return [row for row in grid.rows if grid.statement.rows[row].label.value in labels]
    items = [row for row in grid.rows if grid.role(row) is RowRole.ITEM]
    groups: dict[str, list[int]] = {"": items}
    for row in items:
        groups.setdefault(grid.label(row).split(maxsplit=1)[0].lower(), []).append(row)
    fitting = [rows for rows in groups.values() if len(rows) == share.all]
    return fitting[0] if len(fitting) == 1 and grid.statement.kind != "resultaträkning" else []


def _same(noun: str, said_noun: str) -> bool:
    return said_noun.startswith(noun.lower()[:_STEM])


def _columns(grid: Grid, sentence: str) -> list[int]:
    """Return the columns that a sentence speaks of: of the forecast, of what has been, or of both."""
    forecast, so_far = _FORECAST.search(sentence), _SO_FAR.search(sentence)
    ends = [(column, span) for column in grid.additive if (span := span_of(grid.statement.columns[column].period))]
    latest = max((span.last for _, span in ends), default=0)
    chosen = []
    for column, span in ends:
        whole = span.months >= 12 and span.last == latest
        now = span.months < 12 and span.last // 12 == latest // 12
        if grid.scenario(column) is Scenario.DEVIATION and ((whole and forecast) or (now and (so_far or not forecast))):
            chosen.append(column)
    return chosen


def _held(facts: Facts, counted: _Counted) -> Iterator[Finding]:
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
                for share in _shares(own_lines(facts, (*placed.place, goal.name.value), below=False)):
                    if _same(every[1], share.noun) and _falls_short(share):
                        yield from _not_all(facts, placed, goal, share)


def _falls_short(share: _Share) -> bool:
    bad = bool(MINUS.search(share.sentence)) != bool(NOT.search(share.sentence))
    return bad and 0 < share.few <= share.all if MINUS.search(share.sentence) else share.few < share.all


def _not_all(facts: Facts, placed: PlacedPart, goal: Goal, share: _Share) -> Iterator[Finding]:
    assessment = goal.assessment or placed.section.assessment
    level = level_of(facts, assessment.value) if assessment else None
    if level and _LESS.search(f"{level.short} {level.meaning}"):
        return
    fact = f'målet "{shortened(goal.name.value)}" gäller alla men texten säger "{shortened(share.sentence, 110)}"'
    places = [share.line.origin, goal.name.origin]
    if level and assessment:
        of = "målet" if goal.assessment else placed.section.name.value
        fact += f", och {of} bedöms {level.short.value.lower()}"
        places.append(assessment.origin)
    yield finding("VAL251", fact, *places, excerpt=share.line.text)


RULES: tuple[Rule, ...] = (rows_are_as_many_as_the_prose_says, goals_for_all_are_reached_by_all)
