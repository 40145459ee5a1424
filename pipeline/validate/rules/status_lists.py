"""Lists of names under a line with a level, such as the late ones: all that have it, and no others."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Sequence

from pipeline.findings.catalogue import finding
from pipeline.findings.finding import Finding
from pipeline.model.profile import Level
from pipeline.validate.claims.levelwords import LevelWords, only
from pipeline.validate.claims.named import NamesByWord
from pipeline.validate.claims.things import Thing
from pipeline.validate.excerpts import shortened
from pipeline.validate.facts import Facts
from pipeline.validate.line import Line
from pipeline.validate.numbers.context import sentences
from pipeline.validate.rule import Rule

_ALIKE = 0.6
_LONGEST = 60  # lines of a list
_LONGEST_NAME = 12  # words of an entry
_STEM = 6


def names_in_a_list_of_a_level_have_it(facts: Facts) -> Iterator[Finding]:
    """A list of delayed undertakings names those that are delayed, and no others; so does one of goals with a level."""
    names = {
        vocabulary: NamesByWord((each.name, each) for each in places.things)
        for vocabulary, places in facts.things.leveled.items()
    }
    for index, line in enumerate(facts.lines):
        for words, level in listed_levels(line, facts.words):
            having = names.get(words.vocabulary.id, NamesByWord(()))
            named = list(_named(facts.lines[index + 1 : index + _LONGEST], line, having))
            after = facts.lines[index + 1 + len(named) : index + 2 + len(named)]
            unknown = _unknown(line, after) if _calls(facts, line, words.vocabulary.id) else None
            if unknown:
                fact = f'uppräkningen nämner "{shortened(unknown.text)}", som inget i rapporten heter'
                yield finding("VAL311", fact, unknown.origin, line.origin, excerpt=f"{line.text}\n{unknown.text}")
            if named:
                yield from _held(line, words, level, (named, _of_one_sort(facts, named, words.vocabulary.id)))


def listed_levels(line: Line, every: Sequence[LevelWords]) -> Iterator[tuple[LevelWords, Level]]:
    """Yield the level that a line ending with a colon gives the names below it."""
    if line.is_heading or not line.text.rstrip().endswith(":"):
        return
    last = sentences(line.text)[-1].text
    for words in every:
        level = only(words.mentions(last))
        if level is not None:
            yield words, level


def _named(lines: Sequence[Line], header: Line, having: NamesByWord[Thing]) -> Iterator[tuple[Line, Thing]]:
    for line in lines:
        near = having.like(line.text) if line.place == header.place else ()
        scored = [(_likeness(line.text, each.name), each) for each in near]
        best = max(scored, key=lambda pair: pair[0], default=None)
        if best is None or best[0] < _ALIKE:
            return
        yield line, best[1]


def _calls(facts: Facts, header: Line, vocabulary: str) -> bool:
    """Return whether the last sentence of a line calls things that have levels by their sort."""
    words = re.findall(r"[^\W\d_]+", sentences(header.text)[-1].text)
    return any(vocabulary in sort.leveled for word in words for sort in facts.things.called(word))


def _unknown(header: Line, lines: Sequence[Line]) -> Line | None:
    """Return the line after the names where it looks like one more name of the things that the header speaks of."""
    for line in lines:
        short = len(line.text.split()) <= _LONGEST_NAME and not line.text.rstrip().endswith((".", ":", "?"))
        if line.place == header.place and not line.is_heading and short and line.text.strip():
            return line
    return None


def _likeness(text: str, name: str) -> float:
    """Return how alike a text and a name are, 0 where that is less than what makes them one."""
    one, other = text.lower().strip(" .,;"), name.lower().strip(" .,;")
    if not one or not other:
        return 0.0
    if one in other or other in one:
        return 1.0
    matcher = difflib.SequenceMatcher(None, one, other)
    enough = matcher.real_quick_ratio() >= _ALIKE and matcher.quick_ratio() >= _ALIKE
    return max(_shared(one, other), matcher.ratio() if enough else 0.0)


def _shared(text: str, name: str) -> float:
    """Return the share of the long words of an entry that begin as words of the name: a list names things in short."""
    words = [[word[:_STEM] for word in re.findall(r"[^\W\d_]+", each) if len(word) >= _STEM] for each in (text, name)]
    return sum(word in words[1] for word in words[0]) / len(words[0]) if len(words[0]) > 1 else 0.0


def _of_one_sort(facts: Facts, named: Sequence[tuple[Line, Thing]], vocabulary: str) -> list[Thing]:
    """Return the things that a list should name: those of the sorts that it names some of."""
    first = {id(thing) for _, thing in named}
    sorts = [sort.things for sort in facts.things.sorts if any(id(thing) in first for thing in sort.things)]
    return [thing for things in sorts for thing in things] or list(facts.things.leveled[vocabulary].things)


def _held(
    line: Line, words: LevelWords, level: Level, lists: tuple[list[tuple[Line, Thing]], list[Thing]]
) -> Iterator[Finding]:
    named, every = lists
    vocabulary = words.vocabulary.id
    for entry, each in named:
        said = each.level(vocabulary)
        if said is not None and said.value != level.id:
            other = _short(words, said.value)
            fact = f"{shortened(each.name)} räknas upp som {_short(words, level.id)} men har {vocabulary} {other}"
            yield finding("VAL311", fact, entry.origin, said.origin, excerpt=entry.text)
    listed = {id(each) for _, each in named}
    for each in every:
        said = each.level(vocabulary)
        if said is not None and said.value == level.id and id(each) not in listed:
            fact = f"{shortened(each.name)} har {vocabulary} {_short(words, level.id)} men räknas inte upp"
            yield finding("VAL311", fact, line.origin, said.origin, excerpt=line.text)


def _short(words: LevelWords, identity: str) -> str:
    level = words.level(identity)
    return level.short.value.lower() if level else identity


RULES: tuple[Rule, ...] = (names_in_a_list_of_a_level_have_it,)
