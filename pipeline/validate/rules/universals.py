"""All and none: what a sentence says of every goal, undertaking or section, against the levels that they have."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.findings.catalogue import finding
from pipeline.findings.finding import Finding
from pipeline.model.profile import Level
from pipeline.validate.claims.counts import is_small_word
from pipeline.validate.claims.levelwords import LevelWords, Mentioned
from pipeline.validate.claims.things import Group, Thing
from pipeline.validate.excerpts import shortened
from pipeline.validate.facts import Facts
from pipeline.validate.line import Line
from pipeline.validate.numbers.context import sentences
from pipeline.validate.rule import Rule
from pipeline.validate.rules.counts import scope_of, things_near

_EVERY = re.compile(
    r"\b(?:(?P<all>samtliga|alla)|(?P<none>inga|inget|ingen))\s+(?:av\s+)?(?:de\s+)?(?:\w+s\s+)?(?:\w+[ae]\s+)?"
    r"(?P<noun>[^\W\d_]{3,})",
    re.IGNORECASE,
)
_LATER = re.compile(r"\b(?:beräknas|väntas|kommer|ska|skall|bör|kan)\b", re.IGNORECASE)
_BUT = re.compile(r"\b(?:utom|förutom|undantag\w*|eller)\b", re.IGNORECASE)
_GOES_ON = re.compile(r"^\s+(?:eller|och|utom|förutom)\b", re.IGNORECASE)
_NEGATION = re.compile(r"^(?:ej|inte)\s+", re.IGNORECASE)
_WORD = re.compile(r"[\w-]+")
_NOT = re.compile(r"\b(?:inte|ej)\b", re.IGNORECASE)
_MOST = 3


@dataclass(frozen=True)
class _Claim:
    """That all, or none, of what a noun names have a level; ``text`` is what is said."""

    every: bool
    noun: str
    words: LevelWords
    level: Level
    text: str


def what_is_said_of_all_is_so_of_all(facts: Facts) -> Iterator[Finding]:
    """What a sentence says of all things of a sort, or of none, is so of each of them."""
    for line in facts.lines:
        if line.is_heading or not _EVERY.search(line.text):
            continue
        for sentence in sentences(line.text):
            for claim in _claims(sentence.text, facts):
                yield from _held(facts, line, sentence.text, claim)


def _claims(text: str, facts: Facts) -> Iterator[_Claim]:
    for match in _EVERY.finditer(text):
        if not facts.things.called(match["noun"]):
            continue
        for words in facts.words:
            own = (each for each in words.mentions(text) if each.start >= match.end())
            mention = next(own, None) or words.bare(text, match.end())
            if mention and _is_told(text, match, mention, words, facts):
                yield _Claim(bool(match["all"]), match["noun"], words, mention.level, text[match.start() : mention.end])


def _is_told(text: str, match: re.Match[str], mention: Mentioned, words: LevelWords, facts: Facts) -> bool:
    """Return whether nothing but small words stands between the noun and its level, and nothing is excepted."""
    between = text[match.end() : mention.start]
    told = [word.lower() for word in _WORD.findall(between)]
    small = all(is_small_word(word) or word in words.shared or facts.things.called(word) for word in told)
    rest = text[mention.end :]
    return small and not any((_LATER.search(between), _NOT.search(between), _BUT.search(rest), _GOES_ON.match(rest)))


def _held(facts: Facts, line: Line, text: str, claim: _Claim) -> Iterator[Finding]:
    groups = [group.leveled.get(claim.words.vocabulary.id, ()) for group in _groups(facts, line, text, claim)]
    against = [_against(things, claim) for things in groups if things]
    if against and all(against):
        others, every = against[0], groups[0]
        fact = f'texten säger "{claim.text}" men i rapporten har {len(others)} av {len(every)} '
        fact += f"{'något annat' if claim.every else 'det'}: {_named(others, claim.words)}"
        yield finding("VAL310", fact, line.origin, *(each.origin for each in others[:_MOST]), excerpt=line.text)


def _named(things: list[Thing], words: LevelWords) -> str:
    named = "; ".join(f"{shortened(each.name)} ({_short(each, words)})" for each in things[:_MOST])
    return f"{named} och {len(things) - _MOST} till" if len(things) > _MOST else named


def _groups(facts: Facts, line: Line, text: str, claim: _Claim) -> Iterator[Group]:
    """Yield the things of the sorts that the noun names and that have such a level, where the sentence means them."""
    vocabulary = claim.words.vocabulary.id
    scope = scope_of(facts.things, text)
    for sort in facts.things.called(claim.noun):
        if vocabulary in sort.leveled:
            yield things_near(sort.leveled[vocabulary], line, scope)[1]


def _against(things: tuple[Thing, ...], claim: _Claim) -> list[Thing]:
    """Return the things that a claim is not true of; where a level has its own negation, those that have that one."""
    vocabulary, own = claim.words.vocabulary.id, claim.level.id
    having = [each for each in things if (level := each.level(vocabulary)) and level.value == own]
    if not claim.every:
        return having
    negation = _negation(claim)
    if negation:
        return [each for each in things if (level := each.level(vocabulary)) and level.value == negation]
    return [each for each in things if each not in having]


def _negation(claim: _Claim) -> str:
    """Return the id of the level that is the claimed one with a not before it, such as ej påbörjat, or ""."""
    own = claim.level.short.value.lower()
    others = [(each.id, each.short.value.lower()) for each in claim.words.vocabulary.levels]
    return next((level for level, short in others if short != own and _NEGATION.sub("", short) == own), "")


def _short(thing: Thing, words: LevelWords) -> str:
    said = thing.level(words.vocabulary.id)
    level = words.level(said.value) if said else None
    return level.short.value.lower() if level else ""


RULES: tuple[Rule, ...] = (what_is_said_of_all_is_so_of_all,)
