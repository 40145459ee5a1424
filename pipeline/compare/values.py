"""What two versions of a case say that is a figure, a symbol or a status, with the source of each."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.model.case import Case
from pipeline.model.origin import Origin, Sourced
from pipeline.model.printing import format_number
from pipeline.model.profile import Profile
from pipeline.model.report import GoalsPart, IndicatorsPart, Section, SectionPart, UndertakingsPart
from pipeline.model.statement import Amount, Statement, TextCell
from pipeline.model.walk import parts_of

_YEAR = re.compile(r"\b(?:19|20)\d{2}\b")
_MONTHS = re.compile(
    r"(?i)\b(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)\b"
)


@dataclass(frozen=True)
class Value:
    """Something the papers say: what kind of thing, where, and as what; ``origin`` is where it is read from."""

    kind: str
    place: tuple[str, ...]
    shown: str
    origin: Origin


@dataclass(frozen=True)
class Change:
    """A value in the old version and in the new one; None where one of them does not have it."""

    old: Value | None
    new: Value | None

    @property
    def told(self) -> Value:
        """Return the value that says what it is and where: the new one where there is one."""
        value = self.new or self.old
        if value is None:
            raise ValueError("a change of nothing")
        return value


@dataclass(frozen=True)
class Reading:
    """One version: the case, its profile and what it is called."""

    name: str
    case: Case
    profile: Profile


def changes(old: Reading, new: Reading, *, other_period: bool = False) -> tuple[tuple[Change, ...], int]:
    """Return what is not the same in both, in the new version's order, what is gone last, and how many are the same.

    With ``other_period``, years and months in headings do not tell values apart.
    """
    before, after = _by_key(old, loose=other_period), _by_key(new, loose=other_period)
    found = [Change(before.get(key), value) for key, value in after.items()]
    found += [Change(value, None) for key, value in before.items() if key not in after]
    same = [each for each in found if each.old and each.new and each.old.shown == each.new.shown]
    return tuple(each for each in found if each not in same), len(same)


def _by_key(reading: Reading, *, loose: bool) -> dict[tuple[object, ...], Value]:
    found: dict[tuple[object, ...], Value] = {}
    seen: Counter[tuple[object, ...]] = Counter()
    for value in _values(reading.case, reading.profile):
        place = tuple(_MONTHS.sub("#", _YEAR.sub("#", each)) for each in value.place) if loose else value.place
        key = (value.kind, *place)
        seen[key] += 1
        found[(*key, seen[key])] = value
    return found


def _values(case: Case, profile: Profile) -> Iterator[Value]:
    for statement in case.statements.values():
        yield from _amounts(statement, profile)
    for figure in case.figures.values():
        shown = f"{format_number(figure.value, figure.decimals, profile.numbers)} {figure.unit}".strip()
        yield Value("nyckeltal", (figure.name,), shown, figure.origin)
    for section in case.report.sections:
        yield from _levels(section, (), profile)
    for placed in parts_of(case.report):
        part = placed.part
        if isinstance(part, IndicatorsPart):
            yield from _indicators(part, placed.place)
        elif isinstance(part, UndertakingsPart):
            yield from _undertakings(part, placed.place, profile)
        elif isinstance(part, GoalsPart):
            yield from _goals(part, placed.place, profile)


def _amounts(statement: Statement, profile: Profile) -> Iterator[Value]:
    name = statement.title or statement.id
    for row in statement.rows:
        for column, cell in zip(statement.columns, row.cells, strict=False):
            place = (name, row.label.value, column.heading.value)
            if isinstance(cell, Amount):
                value = cell.value * 100 if cell.percent else cell.value
                shown = format_number(value, cell.decimals, profile.numbers) + (" %" if cell.percent else "")
                yield Value("belopp", place, shown, cell.origin)
            elif isinstance(cell, TextCell):
                yield Value("belopp", place, cell.text, cell.origin)


def _levels(section: Section, above: tuple[str, ...], profile: Profile) -> Iterator[Value]:
    place = (*above, section.name.value)
    for kind, level in (("bedömning", section.assessment), ("trend", section.trend)):
        if level is not None:
            yield Value(kind, place, _word(level, profile), level.origin)
    for part in section.parts:
        if isinstance(part, SectionPart):
            yield from _levels(part.section, place, profile)


def _indicators(part: IndicatorsPart, place: tuple[str, ...]) -> Iterator[Value]:
    for each in part.indicators:
        for heading, value in zip(part.columns, each.values, strict=False):
            yield Value("indikator", (*place, each.name.value, heading.value), value.value, value.origin)


def _undertakings(part: UndertakingsPart, place: tuple[str, ...], profile: Profile) -> Iterator[Value]:
    for each in part.undertakings:
        where = (*place, each.name.value)
        yield Value("status", where, _word(each.status, profile), each.status.origin)
        if each.completion is not None:
            yield Value("färdiggrad", where, f"{each.completion.value} %", each.completion.origin)


def _goals(part: GoalsPart, place: tuple[str, ...], profile: Profile) -> Iterator[Value]:
    for goal in part.goals:
        shown = _word(goal.assessment, profile) if goal.assessment else "utan bedömning"
        origin = goal.assessment.origin if goal.assessment else goal.origin
        yield Value("mål", (*place, goal.name.value), shown, origin)


def _word(level: Sourced[str], profile: Profile) -> str:
    """Return the word that stands beside a symbol."""
    for vocabulary in profile.vocabularies.values():
        for own in vocabulary.levels:
            if own.id == level.value:
                return own.short.value
    return level.value
