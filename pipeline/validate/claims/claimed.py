"""All that the prose of a case claims of counts, found once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from pipeline.model.origin import Origin
from pipeline.validate.claims.counts import LevelCount, SortCount, level_counts, sort_counts
from pipeline.validate.claims.levelwords import LevelWords
from pipeline.validate.claims.things import Things
from pipeline.validate.line import Line
from pipeline.validate.numbers.context import Sentence, sentences

Found = tuple[Line, Sentence, LevelCount]
Counted = tuple[Line, Sentence, SortCount]


@dataclass(frozen=True)
class Claims:
    """The counts that lines claim."""

    lines: Sequence[Line]
    things: Things
    words: tuple[LevelWords, ...]

    @cached_property
    def levels(self) -> tuple[Found, ...]:
        """Return the numbers that say how many have a level, in lines that speak of things or of a vocabulary."""
        used = {name for thing in self.things.everything for name, _ in thing.levels}
        words = tuple(each for each in self.words if each.vocabulary.id in used)
        return tuple(self._levels(words))

    @cached_property
    def sorts(self) -> tuple[Counted, ...]:
        """Return the numbers that say how many there are of a sort."""
        return tuple(self._sorts())

    @cached_property
    def places(self) -> Mapping[tuple[int, int], tuple[Origin, str]]:
        """Return by line and start of every number that is held against the report where it looks, and for what."""
        found: dict[tuple[int, int], tuple[Origin, str]] = {}
        for line, _, one in self.sorts:
            found[id(line), one.start] = (one.sorts[0].things[0].origin, one.sorts[0].name)
        for line, _, each in self.levels:
            having = next(thing for thing in self.things.everything if thing.level(each.words.vocabulary.id))
            found[id(line), each.start] = (having.origin, f"med {each.words.vocabulary.id} {each.level.short}")
        return found

    def _levels(self, words: Sequence[LevelWords]) -> Iterator[Found]:
        for line in self.lines:
            if line.is_heading or not (self.things.mentions_any(line.text) or self._speaks_of_levels(line.text)):
                continue
            for sentence in sentences(line.text):
                yield from ((line, sentence, each) for each in level_counts(sentence, words, self.things))

    def _speaks_of_levels(self, text: str) -> bool:
        return any(each.is_subject(text) for each in self.words)

    def _sorts(self) -> Iterator[Counted]:
        taken: dict[int, list[int]] = {}
        for line, _, claim in self.levels:
            taken.setdefault(id(line), []).append(claim.start)
        for line in self.lines:
            for sentence in () if line.is_heading else sentences(line.text):
                for each in sort_counts(sentence, taken.get(id(line), ()), self.things):
                    yield line, sentence, each
