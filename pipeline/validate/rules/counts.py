"""Counts of the prose against what the report holds: how many there are of a sort, and how many with a level."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.findings.catalogue import finding
from pipeline.findings.finding import Finding
from pipeline.model.walk import DECISION
from pipeline.validate.claims.counts import LevelCount, SortCount
from pipeline.validate.claims.things import Sort, Thing, Things
from pipeline.validate.facts import Facts
from pipeline.validate.line import Line
from pipeline.validate.rule import Rule

_OWN = re.compile(r"\begn?a?\b|\bsom egen\b", re.IGNORECASE)


def counts_in_the_prose_are_those_of_the_report(facts: Facts) -> Iterator[Finding]:
    """A sentence that counts goals, undertakings, indicators or sections of a kind counts as many as there are."""
    for line, sentence, claim in facts.claims.sorts:
        yield from _held(line, sentence.text, claim)


def _held(line: Line, text: str, claim: SortCount) -> Iterator[Finding]:
    groups = [group for sort in claim.sorts for group in _groups(sort, line, claim.scope, text)]
    if groups and claim.said not in {len(group) for _, group in groups}:
        where, group = groups[0]
        name = claim.sorts[0].name
        fact = f"texten säger {claim.said} {claim.word.lower()} men{where or ' i rapporten'} finns {len(group)} {name}"
        origin = group[0].origin if group else claim.sorts[0].things[0].origin
        yield finding("VAL310", fact, line.origin, origin, excerpt=line.text)


def _groups(sort: Sort, line: Line, scope: str, text: str) -> list[tuple[str, list[Thing]]]:
    """Return the things that a number may be of, with the words that say where they are."""
    where, mine = _near(sort.things, line, scope)
    own, other = [each for each in mine if each.own], [each for each in mine if not each.own]
    if _OWN.search(text) and own:
        return [(f"{where} med egen omfattning", own)]
    return [(where, mine), *((where, group) for group in (own, other) if own and other)]


def _near(things: Sequence[Thing], line: Line, scope: str) -> tuple[str, list[Thing]]:
    """Return the things in the section that is named, or in the line's own where it has any, or else all."""
    if scope:
        return f" i {scope}", [each for each in things if scope in each.place]
    around = () if line.place[0] == DECISION else line.place[1:]
    inside = [each for each in things if around and each.place[: len(around)] == around]
    return (f" i {around[-1]}", inside) if inside else ("", list(things))


def counts_of_levels_are_those_of_the_report(facts: Facts) -> Iterator[Finding]:
    """A sentence that says how many are done, late, good or rising counts as many as there are."""
    for line, sentence, claim in facts.claims.levels:
        groups = list(_leveled(facts.things, line, sentence.text, claim))
        have = {sum(_has(each, claim) for each in group) for group in groups}
        if have and claim.said not in have:
            first = groups[0]
            count = sum(_has(each, claim) for each in first)
            origin = next((each.origin for each in first if _has(each, claim)), first[0].origin)
            fact = f'texten säger "{claim.text}" men i rapporten är det {count} som har {claim.words.vocabulary.id} '
            fact += f'"{claim.level.short}"'
            yield finding("VAL310", fact, line.origin, origin, excerpt=line.text)


def _has(thing: Thing, claim: LevelCount) -> bool:
    said = thing.level(claim.words.vocabulary.id)
    return said is not None and said.value == claim.level.id


def _leveled(things: Things, line: Line, text: str, claim: LevelCount) -> Iterator[list[Thing]]:
    """Yield the things that a number of a level may be of: the sort that is named and where, or all that have one."""
    vocabulary = claim.words.vocabulary.id
    scope = next((name for name in things.names if name.lower() in text.lower()), "")
    named = {sort.name for word in re.findall(r"[^\W\d_]+", line.text) for sort in things.called(word)}
    sorts = [[each for each in sort.things if each.level(vocabulary)] for sort in things.sorts if sort.name in named]
    having = [each for each in things.everything if each.level(vocabulary)]
    for mine in [each for each in sorts if each] or [having] * bool(having):
        yield _near(mine, line, scope)[1]


RULES: tuple[Rule, ...] = (
    counts_in_the_prose_are_those_of_the_report,
    counts_of_levels_are_those_of_the_report,
)
