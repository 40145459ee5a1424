"""Counts of the prose against what the report holds: how many there are of a sort, and how many with a level."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.findings.catalogue import finding
from pipeline.findings.finding import Finding
from pipeline.model.walk import DECISION
from pipeline.validate.claims.counts import LevelCount, SortCount
from pipeline.validate.claims.things import Group, Places, Sort, Thing, Things
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


def _groups(sort: Sort, line: Line, scope: str, text: str) -> list[tuple[str, tuple[Thing, ...]]]:
    """Return the things that a number may be of, with the words that say where they are."""
    where, mine = things_near(sort.places, line, scope)
    if _OWN.search(text) and mine.own:
        return [(f"{where} med egen omfattning", mine.own)]
    return [(where, mine.things), *((where, group) for group in (mine.own, mine.other) if mine.own and mine.other)]


def things_near(places: Places, line: Line, scope: str) -> tuple[str, Group]:
    """Return the things in the section that is named, or in the line's own where it has any, or else all."""
    if scope:
        return f" i {scope}", places.named.get(scope, Group())
    around = () if line.place[0] == DECISION else line.place[1:]
    inside = places.below.get(around)
    return (f" i {around[-1]}", inside) if inside else ("", places.all)


def counts_of_levels_are_those_of_the_report(facts: Facts) -> Iterator[Finding]:
    """A sentence that says how many are done, late, good or rising counts as many as there are."""
    for line, sentence, claim in facts.claims.levels:
        groups = list(groups_of_level(facts.things, line, sentence.text, claim.words.vocabulary.id))
        have = [group.levels.get((claim.words.vocabulary.id, claim.level.id), ()) for group in groups]
        if have and claim.said not in {len(having) for having in have}:
            first, count = have[0], len(have[0])
            origins = [each.origin for each in first or groups[0].things][:1]
            fact = f'texten säger "{claim.text}" men i rapporten är det {count} som har {claim.words.vocabulary.id} '
            fact += f'"{claim.level.short}"'
            yield finding("VAL310", fact, line.origin, *origins, excerpt=line.text)


def no_level_is_counted_twice_in_a_sentence(facts: Facts) -> Iterator[Finding]:
    """A sentence that says how many have each level names each of them once."""
    told: dict[tuple[int, int, str], LevelCount] = {}
    for line, sentence, claim in facts.claims.levels:
        first = told.setdefault((id(line), sentence.start, claim.level.id), claim)
        if first is not claim:
            fact = f'texten räknar "{claim.level.short}" två gånger i en mening: "{first.text}" och "{claim.text}"'
            yield finding("VAL310", fact, line.origin, excerpt=line.text)


def scope_of(things: Things, text: str) -> str:
    """Return the section that a text names, in any form, or "": one that is called A does not stand in every word."""
    lowered = text.lower()
    named = (name for name in things.names if name.lower() in lowered)
    return next((name for name in named if re.search(rf"(?<!\w){re.escape(name.lower())}", lowered)), "")


def groups_of_level(things: Things, line: Line, text: str, vocabulary: str) -> Iterator[Group]:
    """Yield the things that a level may be told of: the sort that is named and where, or all that have one."""
    scope = scope_of(things, text)
    named = {sort.name for word in re.findall(r"[^\W\d_]+", line.text) for sort in things.called(word)}
    sorts = [sort.leveled[vocabulary] for sort in things.sorts if sort.name in named and vocabulary in sort.leveled]
    having = [things.leveled[vocabulary]] if vocabulary in things.leveled else []
    for mine in sorts or having:
        yield things_near(mine, line, scope)[1]


RULES: tuple[Rule, ...] = (
    counts_in_the_prose_are_those_of_the_report,
    counts_of_levels_are_those_of_the_report,
    no_level_is_counted_twice_in_a_sentence,
)
