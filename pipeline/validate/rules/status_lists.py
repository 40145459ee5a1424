"""Lists of names under a line with a level, such as the late ones: all that have it, and no others."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence

from pipeline.findings.catalogue import finding
from pipeline.findings.finding import Finding
from pipeline.model.profile import Level
from pipeline.validate.claims.levelwords import LevelWords, only
from pipeline.validate.claims.things import Thing
from pipeline.validate.facts import Facts
from pipeline.validate.line import Line
from pipeline.validate.numbers.context import sentences
from pipeline.validate.rule import Rule

_ALIKE = 0.6
_LONGEST = 60  # lines of a list


def names_in_a_list_of_a_level_have_it(facts: Facts) -> Iterator[Finding]:
    """A list of delayed undertakings names those that are delayed, and no others; so does one of goals with a level."""
    for index, line in enumerate(facts.lines):
        for words, level in _listed(line, facts.words):
            having = [each for each in facts.things.everything if each.level(words.vocabulary.id)]
            named = list(_named(facts.lines[index + 1 : index + _LONGEST], line, having))
            if named:
                yield from _held(line, words, level, (named, _of_one_sort(facts, named, having)))


def _listed(line: Line, every: Sequence[LevelWords]) -> Iterator[tuple[LevelWords, Level]]:
    """Yield the level that a line ending with a colon gives the names below it."""
    if line.is_heading or not line.text.rstrip().endswith(":"):
        return
    last = list(sentences(line.text))[-1].text
    for words in every:
        level = only(words.mentions(last))
        if level is not None:
            yield words, level


def _named(lines: Sequence[Line], header: Line, having: Sequence[Thing]) -> Iterator[tuple[Line, Thing]]:
    for line in lines:
        scored = [(_likeness(line.text, each.name), each) for each in having]
        best = max(scored, key=lambda pair: pair[0], default=None)
        if line.place != header.place or best is None or best[0] < _ALIKE:
            return
        yield line, best[1]


def _likeness(text: str, name: str) -> float:
    one, other = text.lower().strip(" .,;"), name.lower().strip(" .,;")
    if not one or not other:
        return 0.0
    return 1.0 if one in other or other in one else difflib.SequenceMatcher(None, one, other).ratio()


def _of_one_sort(facts: Facts, named: Sequence[tuple[Line, Thing]], having: Sequence[Thing]) -> list[Thing]:
    """Return the things that a list should name: those of the sorts that it names some of."""
    first = {id(thing) for _, thing in named}
    sorts = [sort.things for sort in facts.things.sorts if any(id(thing) in first for thing in sort.things)]
    return [thing for things in sorts for thing in things] or list(having)


def _held(
    line: Line, words: LevelWords, level: Level, lists: tuple[list[tuple[Line, Thing]], list[Thing]]
) -> Iterator[Finding]:
    named, every = lists
    vocabulary = words.vocabulary.id
    for entry, each in named:
        said = each.level(vocabulary)
        if said is not None and said.value != level.id:
            other = _short(words, said.value)
            fact = f"{each.name} räknas upp som {_short(words, level.id)} men har {vocabulary} {other}"
            yield finding("VAL311", fact, entry.origin, said.origin, excerpt=entry.text)
    listed = {id(each) for _, each in named}
    for each in every:
        said = each.level(vocabulary)
        if said is not None and said.value == level.id and id(each) not in listed:
            fact = f"{each.name} har {vocabulary} {_short(words, level.id)} men räknas inte upp"
            yield finding("VAL311", fact, line.origin, said.origin, excerpt=line.text)


def _short(words: LevelWords, identity: str) -> str:
    level = words.level(identity)
    return level.short.value.lower() if level else identity


RULES: tuple[Rule, ...] = (names_in_a_list_of_a_level_have_it,)
