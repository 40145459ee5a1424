"""Trends and assessments that the prose names, and how many it says have changed since the report before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from pipeline.findings.catalogue import finding
from pipeline.findings.finding import Finding
from pipeline.model.origin import Sourced
from pipeline.model.walk import APPENDIX
from pipeline.validate.claims.counts import CHANGE, COUNT, number_of
from pipeline.validate.claims.levelwords import TREND, LevelWords, Mentioned
from pipeline.validate.claims.things import Thing
from pipeline.validate.facts import Facts
from pipeline.validate.line import Line
from pipeline.validate.numbers.context import EARLIER, sentences
from pipeline.validate.rule import Rule

_CLAUSES = re.compile(r"(?:;|,\s+(?:och|men|medan|samtidigt)\s|\s+(?:medan|samtidigt som)\s)")
_FROM = re.compile(r"\bfrån\s+(?:en\s+)?$", re.IGNORECASE)
_TO = re.compile(r"^[^.;]*\btill\s+(?:en\s+)?$", re.IGNORECASE)
_TREND = re.compile(r"\btrend", re.IGNORECASE)
_ASSESSED = re.compile(r"\bbedöm|\bgått\b|\bändra", re.IGNORECASE)
_COUNTED = re.compile(r"^\s+(?:\w+\s+)?(?:förändring|ändring)", re.IGNORECASE)
_FOR = re.compile(r"\bför\s+$", re.IGNORECASE)
_FIRST_WORD = re.compile(r"\w+")
_TWO = 2


@dataclass(frozen=True)
class _Said:
    """A level that a clause gives a section now, and the one that it gives it before, where it does."""

    words: LevelWords
    now: Mentioned
    before: Mentioned | None
    text: str


@dataclass(frozen=True)
class _Assessed:
    """The sections with a level, by name and by place, so that a sentence finds its own without asking them all."""

    things: tuple[Thing, ...]

    @cached_property
    def _names(self) -> dict[str, dict[str, Thing | None]]:
        """Return by the first word of a name the names with their section, or None where several have the name."""
        found: dict[str, dict[str, Thing | None]] = {}
        for each in self.things:
            first = _FIRST_WORD.match(each.name.lower())
            named = found.setdefault(first[0] if first else "", {})
            named[each.name.lower()] = None if each.name.lower() in named else each
        return found

    @cached_property
    def _places(self) -> dict[tuple[str, ...], Thing]:
        return {each.place: each for each in reversed(self.things)}

    def of(self, text: str, line: Line) -> Thing | None:
        """Return the one section that a sentence names, or else the section it stands in."""
        named: dict[str, Thing | None] = {}
        lowered = text.lower()
        for match in _FIRST_WORD.finditer(lowered):
            for name, thing in self._names.get(match[0], {}).items():
                end = match.start() + len(name)
                if lowered.startswith(name, match.start()) and not lowered[end : end + 1].isalnum():
                    named[name] = thing
        if named:
            return next(iter(named.values())) if len(named) == 1 else None
        place = line.place[1:] if line.place[0] == APPENDIX else ()
        around = (self._places.get(place[:length]) for length in range(len(place), 0, -1))
        return next((thing for thing in around if thing), None)


def _assessed(facts: Facts) -> tuple[Thing, ...]:
    return tuple(each for each in facts.things.everything if each.levels and each.place and each.place[-1] == each.name)


def levels_in_the_prose_are_those_of_the_section(facts: Facts) -> Iterator[Finding]:
    """A sentence that names a section's trend or assessment, or stands in it, says what the symbol says."""
    assessed = _Assessed(_assessed(facts))
    for line in facts.lines if assessed.things else ():
        for sentence in () if line.is_heading else sentences(line.text):
            for said in _said(sentence.text, facts.words):
                thing = assessed.of(sentence.text, line)
                if thing is not None:
                    yield from _held(line, thing, said)


def _said(text: str, every: Sequence[LevelWords]) -> Iterator[_Said]:
    at = 0
    for match in (*_CLAUSES.finditer(text), None):
        clause = text[at : match.start()] if match else text[at:]
        at = match.end() if match else at
        for words in every:
            about = _TREND if words.vocabulary.id == TREND else _ASSESSED
            speaks = about.search(clause) and (words.vocabulary.id == TREND or words.is_subject(clause))
            if speaks and not COUNT.search(clause) and (said := _of_clause(clause, words)):
                yield said


def _of_clause(clause: str, words: LevelWords) -> _Said | None:
    found = words.mentions(clause)
    if (
        len(found) == _TWO
        and _FROM.search(clause[: found[0].start])
        and _TO.search(clause[found[0].end : found[1].start])
    ):
        return _Said(words, found[1], found[0], clause.strip())
    if len(found) == 1 and not _FROM.search(clause[: found[0].start]) and not EARLIER.search(clause):
        return _Said(words, found[0], None, clause.strip())
    return None


def _held(line: Line, thing: Thing, said: _Said) -> Iterator[Finding]:
    vocabulary = said.words.vocabulary
    pairs: tuple[tuple[Sourced[str] | None, Mentioned | None, str], ...] = (
        (thing.level(vocabulary.id), said.now, "är"),
        (_earlier(thing, vocabulary.id), said.before, "var i förra rapporten"),
    )
    for real, mention, verb in pairs:
        if real is not None and mention is not None and mention.level.id != real.value:
            own = said.words.level(real.value)
            short = own.short.value if own else real.value
            fact = f'texten säger "{said.text}" men {vocabulary.column.value.lower()} för {thing.name} {verb} {short}'
            yield finding("VAL315", fact, line.origin, real.origin, excerpt=line.text)


def _earlier(thing: Thing, vocabulary: str) -> Sourced[str] | None:
    """Return what the report before said of a thing, or None."""
    if thing.earlier is None:
        return None
    return thing.earlier.trend if vocabulary == TREND else thing.earlier.assessment


def as_many_have_changed_as_the_prose_says(facts: Facts) -> Iterator[Finding]:
    """Where the case tells what the report before said, as many sections have changed as the prose says."""
    things = _assessed(facts)
    if not things or any(each.earlier is None for each in things):
        return
    changed = {name: [each for each in things if _has_changed(each, name)] for name in ("bedömning", TREND)}
    for line in facts.lines:
        for sentence in () if line.is_heading else sentences(line.text):
            for said in _counted(sentence.text):
                allowed = _allowed(sentence.text, changed)
                if said not in allowed:
                    every = [each for group in changed.values() for each in group]
                    names = ", ".join(dict.fromkeys(each.name for each in every)) or "inga"
                    fact = f'texten säger "{sentence.text.strip()}" men ändrade sedan förra rapporten är {names}'
                    origins = [each.origin for each in every][:4]
                    yield finding("VAL316", fact, line.origin, *origins, excerpt=line.text)


def _has_changed(thing: Thing, vocabulary: str) -> bool:
    now, before = thing.level(vocabulary), _earlier(thing, vocabulary)
    return bool(now and before and now.value != before.value)


def _counted(text: str) -> Iterator[int]:
    """Yield the number of changes that a sentence counts: "två förändringar", "ändrats för två nämndmål"."""
    if not CHANGE.search(text):
        return
    for match in COUNT.finditer(text):
        said = number_of(match[1])
        behind = _FOR.search(text[: match.start()]) and CHANGE.search(text[: match.start()])
        if said is not None and (_COUNTED.search(text[match.end() :]) or behind):
            yield said


def _allowed(text: str, changed: dict[str, list[Thing]]) -> set[int]:
    """Return the numbers that are right: of the vocabulary that is named, or else of sections or of changes."""
    assessments, trends = changed["bedömning"], changed[TREND]
    if _TREND.search(text):
        return {len(trends)}
    if re.search(r"\bbedömning", text, re.IGNORECASE):
        return {len(assessments)}
    return {len(assessments) + len(trends), len({each.name for each in (*assessments, *trends)})}


RULES: tuple[Rule, ...] = (levels_in_the_prose_are_those_of_the_section, as_many_have_changed_as_the_prose_says)
