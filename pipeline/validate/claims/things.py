"""The things of a report that its prose counts: goals, undertakings, indicators, sections of a kind of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from pipeline.model.case import Case
from pipeline.model.origin import Origin, Sourced
from pipeline.model.profile import Profile
from pipeline.model.report import (
    Earlier,
    GoalsPart,
    IndicatorsPart,
    Section,
    SectionPart,
    UndertakingsPart,
)
from pipeline.model.walk import PlacedPart, parts_of
from pipeline.validate.claims.inflected import is_form_of, noun_of

_PLAIN = "avsnitt"
_ALWAYS = {"mål": "mål", "åtaganden": "åtaganden", "indikatorer": "indikatorer"}


@dataclass(frozen=True)
class Thing:
    """One thing: ``place`` are the sections around it, ``levels`` what it has of each vocabulary.

    ``own`` is whether it has a scope of its own, ``earlier`` what the report before said of it.
    """

    name: str
    place: tuple[str, ...]
    origin: Origin
    levels: tuple[tuple[str, Sourced[str]], ...] = ()
    own: bool = False
    earlier: Earlier | None = None

    def level(self, vocabulary: str) -> Sourced[str] | None:
        """Return its level of a vocabulary, or None."""
        return next((said for name, said in self.levels if name == vocabulary), None)


@dataclass(frozen=True)
class Group:
    """Things that are counted together."""

    things: tuple[Thing, ...] = ()

    @cached_property
    def own(self) -> tuple[Thing, ...]:
        """Return those with a scope of their own."""
        return tuple(each for each in self.things if each.own)

    @cached_property
    def other(self) -> tuple[Thing, ...]:
        """Return those without a scope of their own."""
        return tuple(each for each in self.things if not each.own)

    @cached_property
    def leveled(self) -> Mapping[str, tuple[Thing, ...]]:
        """Return by vocabulary those that have a level of it."""
        found: dict[str, list[Thing]] = {}
        for each in self.things:
            for vocabulary, _ in each.levels:
                found.setdefault(vocabulary, []).append(each)
        return {vocabulary: tuple(things) for vocabulary, things in found.items()}

    @cached_property
    def levels(self) -> Mapping[tuple[str, str], tuple[Thing, ...]]:
        """Return by vocabulary and level those that have it."""
        found: dict[tuple[str, str], list[Thing]] = {}
        for each in self.things:
            for vocabulary, said in each.levels:
                found.setdefault((vocabulary, said.value), []).append(each)
        return {level: tuple(things) for level, things in found.items()}


@dataclass(frozen=True)
class Places:
    """Things by where they are."""

    things: tuple[Thing, ...]

    @cached_property
    def all(self) -> Group:
        """Return all of them."""
        return Group(self.things)

    @cached_property
    def below(self) -> Mapping[tuple[str, ...], Group]:
        """Return those of each section with those of the sections below it."""
        found: dict[tuple[str, ...], list[Thing]] = {}
        for each in self.things:
            for depth in range(1, len(each.place) + 1):
                found.setdefault(each.place[:depth], []).append(each)
        return {place: Group(tuple(things)) for place, things in found.items()}

    @cached_property
    def named(self) -> Mapping[str, Group]:
        """Return those of the sections of each name."""
        found: dict[str, list[Thing]] = {}
        for each in self.things:
            for name in dict.fromkeys(each.place):
                found.setdefault(name, []).append(each)
        return {name: Group(tuple(things)) for name, things in found.items()}


@dataclass(frozen=True)
class Sort:
    """Things of a sort: ``name`` in the plural as a finding says it, ``nouns`` what the prose may call them."""

    name: str
    nouns: tuple[str, ...]
    things: tuple[Thing, ...]

    @cached_property
    def places(self) -> Places:
        """Return the things by where they are."""
        return Places(self.things)

    @cached_property
    def leveled(self) -> Mapping[str, Places]:
        """Return by vocabulary the things that have a level of it."""
        return {vocabulary: Places(things) for vocabulary, things in self.places.all.leveled.items()}

    def is_called(self, word: str) -> bool:
        """Return whether the prose means these by a word."""
        return any(is_form_of(word, noun) for noun in self.nouns)

    def is_exactly(self, word: str) -> bool:
        """Return whether a word names the sort by its whole noun."""
        return any(noun in word.lower() or word.lower() == noun for noun in self.nouns)


@dataclass(frozen=True)
class Things:
    """All countable things of a case."""

    case: Case
    profile: Profile

    @cached_property
    def sorts(self) -> tuple[Sort, ...]:
        """Return the sorts that the report has any of, by the words of the profile."""
        return tuple(each for each in (*self._parts(), *self._sections()) if each.things)

    @cached_property
    def everything(self) -> tuple[Thing, ...]:
        """Return all things, and the assessed sections that are of no kind of their own."""
        plain = (thing for section, thing in _sections(self.case.report.sections) if section.kind.value == _PLAIN)
        return (*(thing for sort in self.sorts for thing in sort.things), *plain)

    @cached_property
    def leveled(self) -> Mapping[str, Places]:
        """Return by vocabulary the things that have a level of it."""
        return {vocabulary: Places(things) for vocabulary, things in Group(self.everything).leveled.items()}

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Return the names of the sections, the longest first."""
        found = {thing.place[-1] for _, thing in _sections(self.case.report.sections)}
        return tuple(sorted(found, key=lambda name: (-len(name), name)))

    @cached_property
    def _called(self) -> dict[str, tuple[Sort, ...]]:
        return {}

    def called(self, word: str) -> tuple[Sort, ...]:
        """Return the sorts that a word may mean: those that it names exactly, or else by a part of their noun."""
        known = self._called.get(word)
        if known is None:
            known = self._called[word] = self._sorts_called(word)
        return known

    def _sorts_called(self, word: str) -> tuple[Sort, ...]:
        found = tuple(sort for sort in self.sorts if sort.is_called(word))
        exactly = tuple(sort for sort in found if sort.is_exactly(word))
        return exactly or found

    def mentions_any(self, text: str) -> bool:
        """Return whether a text names any sort of things."""
        return any(self.called(word) for word in re.findall(r"[^\W\d_]+", text))

    def _parts(self) -> Iterator[Sort]:
        made: dict[str, list[Thing]] = {name: [] for name in _ALWAYS}
        for placed in parts_of(self.case.report):
            for name, thing in _of_part(placed):
                made[name].append(thing)
        for name, generic in _ALWAYS.items():
            label = self.profile.labels.get(name)
            own = noun_of(label.value) if label else ""
            nouns = tuple(dict.fromkeys(noun for noun in (own, generic) if noun))
            yield Sort(own or generic, nouns, tuple(made[name]))

    def _sections(self) -> Iterator[Sort]:
        made: dict[str, list[Thing]] = {}
        for section, thing in _sections(self.case.report.sections):
            if section.kind.value != _PLAIN:
                made.setdefault(section.kind.value, []).append(thing)
        for kind, things in made.items():
            said = self.profile.section_kinds.get(kind)
            column = noun_of(said.column.value) if said and said.column else ""
            yield Sort(kind, tuple(dict.fromkeys(noun for noun in (kind, column) if noun)), tuple(things))


def _of_part(placed: PlacedPart) -> Iterator[tuple[str, Thing]]:
    part, place = placed.part, placed.place
    if isinstance(part, GoalsPart):
        for goal in part.goals:
            own = goal.scope is not None
            levels = (("bedömning", goal.assessment),) if goal.assessment else ()
            yield "mål", Thing(goal.name.value, place, goal.origin, levels, own=own)
    elif isinstance(part, UndertakingsPart):
        for each in part.undertakings:
            yield "åtaganden", Thing(each.name.value, place, each.origin, (("status", each.status),))
    elif isinstance(part, IndicatorsPart):
        for indicator in part.indicators:
            yield "indikatorer", Thing(indicator.name.value, place, indicator.origin)


def _sections(sections: Sequence[Section], around: tuple[str, ...] = ()) -> Iterator[tuple[Section, Thing]]:
    for section in sections:
        place = (*around, section.name.value)
        said = (("bedömning", section.assessment), ("trend", section.trend))
        levels = tuple((name, level) for name, level in said if level is not None)
        yield section, Thing(section.name.value, place, section.origin, levels, earlier=section.earlier)
        yield from _sections([part.section for part in section.parts if isinstance(part, SectionPart)], place)
