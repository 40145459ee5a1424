"""What the rules read: the case, its profile, and its prose as lines of printed text; each derived once."""

from __future__ import annotations

import re
import sys
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from pipeline.model.case import Case
from pipeline.model.origin import Origin
from pipeline.model.printing import format_quote
from pipeline.model.profile import Profile
from pipeline.model.prose import FigureReference, Heading, Inline, LineBreak, Paragraph, Text
from pipeline.model.statement import Scenario
from pipeline.model.walk import APPENDIX, PlacedPart, inlines, leaves, parts_of, prose_of
from pipeline.validate.claims.claimed import Claims
from pipeline.validate.claims.deviating import DeviatingRows
from pipeline.validate.claims.levelwords import LevelWords, level_words
from pipeline.validate.claims.rowcounts import CountedRows, counted_rows
from pipeline.validate.claims.things import Things
from pipeline.validate.line import Line, Quote
from pipeline.validate.numbers.known import Known, KnownValues, known_values
from pipeline.validate.numbers.readings import Reading, Source, readings
from pipeline.validate.numbers.units import Unit
from pipeline.validate.tables.asserted import Asserted
from pipeline.validate.tables.equation import Equation
from pipeline.validate.tables.twins import declared, detected

__all__ = ["Facts", "Line", "Quote"]

_SUMS_UP = re.compile(r"sammanfatt|sammandrag|i korthet|översikt|sammanställning", re.IGNORECASE)
_LAST = chr(sys.maxunicode)


@dataclass(frozen=True)
class Facts:
    """A case and its profile, with what many rules need of them."""

    case: Case
    profile: Profile

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Return all prose of the case, the decision before the appendix, in reading order."""
        return tuple(self._lines())

    @cached_property
    def lines_at(self) -> Mapping[tuple[str, ...], Sequence[Line]]:
        """Return the prose by the place where it stands, in reading order."""
        lines: dict[tuple[str, ...], list[Line]] = {}
        for line in self.lines:
            lines.setdefault(line.place, []).append(line)
        return lines

    @cached_property
    def lines_below(self) -> Mapping[tuple[str, ...], Sequence[Line]]:
        """Return the prose by place with that of the places below it, in reading order."""
        lines: dict[tuple[str, ...], list[Line]] = {}
        for line in self.lines:
            for depth in range(1, len(line.place) + 1):
                lines.setdefault(line.place[:depth], []).append(line)
        return lines

    def lines_with(self, *words: str) -> Iterator[Line]:
        """Yield the lines in which one of the words stands, written in lower case here, in reading order."""
        found = {index for word in words for index in self._lines_with.get(word, ())}
        yield from (self.lines[index] for index in sorted(found))

    @cached_property
    def _lines_with(self) -> Mapping[str, Sequence[int]]:
        lines: dict[str, list[int]] = {}
        for index, line in enumerate(self.lines):
            for word in set(re.findall(r"\w+", line.text.lower())):
                lines.setdefault(word, []).append(index)
        return lines

    @cached_property
    def summaries(self) -> frozenset[tuple[str, ...]]:
        """Return the places of what sums up and may say the same again: the first section, and those so named."""
        names = [section.name.value for section in self.case.report.sections]
        return frozenset((APPENDIX, name) for name in names if name == names[0] or _SUMS_UP.search(name))

    @cached_property
    def asserted(self) -> Asserted:
        """Return the tables with what follows from what in them."""
        return Asserted(self.case.statements)

    @cached_property
    def twins(self) -> tuple[Equation, ...]:
        """Return what two tables must agree on: what ``lika`` says first, then what the amounts show."""
        return (*declared(self.asserted), *detected(self.asserted))

    @cached_property
    def deviating(self) -> DeviatingRows:
        """Return the rows of the tables that have deviations."""
        return DeviatingRows(self.asserted, self.twins)

    @cached_property
    def things(self) -> Things:
        """Return what the report has that can be counted."""
        return Things(self.case, self.profile)

    @cached_property
    def words(self) -> tuple[LevelWords, ...]:
        """Return the profile's vocabularies with the words that their levels are known by."""
        return level_words(self.profile)

    @cached_property
    def claims(self) -> Claims:
        """Return what the prose says of how many there are."""
        return Claims(self.lines, self.things, self.words)

    @cached_property
    def spoken(self) -> str:
        """Return all prose but the headings, in lower case."""
        return "\n".join(line.text.lower() for line in self.lines if not line.is_heading)

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Return the words of the prose, in lower case."""
        return frozenset(self._spoken_words)

    @cached_property
    def _spoken_words(self) -> Sequence[str]:
        return sorted(re.findall(r"\w+", self.spoken))

    def times_begun(self, start: str) -> int:
        """Return how many words of the prose begin so, in lower case."""
        words = self._spoken_words
        return bisect_left(words, f"{start}{_LAST}") - bisect_left(words, start)

    @cached_property
    def readings(self) -> tuple[Reading, ...]:
        """Return every number of the prose with its source."""
        found = readings(self.lines, self.known_values)
        return tuple(self._counted(each) for each in found if not self._is_named(each))

    def _is_named(self, reading: Reading) -> bool:
        """Return whether a number stands in a case number or in a title of the papers: it is a part of a name."""
        spans = self.names_in(reading.line.text)
        return any(start <= reading.mention.start < end for start, end in spans)

    def _counted(self, reading: Reading) -> Reading:
        """Return a number that is held against what the report has as one with a source."""
        place = (id(reading.line), reading.mention.start)
        claim = self.claims.places.get(place) or self._row_places.get(place)
        if reading.source is not Source.NONE or claim is None:
            return reading
        origin, what = claim
        value = Known(f"antal {what}", reading.mention.value, Unit(noun=what), origin, counted=what)
        return replace(reading, known=(value,), source=Source.MATCHED)

    @cached_property
    def row_counts(self) -> tuple[CountedRows, ...]:
        """Return what the prose says of how many rows have a deficit or a surplus, with the rows."""
        return tuple(counted_rows(self.lines, (table.grid for table in self.asserted.tables.values())))

    @cached_property
    def _row_places(self) -> Mapping[tuple[int, int], tuple[Origin, str]]:
        found = ((place, each) for each in self.row_counts for place in each.share.places)
        return {place: (each.grid.statement.origin, f"rader: {each.share.noun}") for place, each in found}

    def names_in(self, text: str) -> tuple[tuple[int, int], ...]:
        """Return where the case numbers and the titles of the papers stand in a text."""
        return tuple(match.span() for match in self._names.finditer(text))

    @cached_property
    def _names(self) -> re.Pattern[str]:
        titles = {self.case.title.value, self.case.report.title.value, self.case.appendix.title.value}
        known = "|".join(re.escape(title) for title in sorted(titles, key=len, reverse=True) if title)
        return re.compile(rf"(?<!\w)(?:(?:{self.profile.case_number_pattern})|{known})(?!\w)")

    @cached_property
    def parts_below(self) -> Mapping[tuple[str, ...], Sequence[PlacedPart]]:
        """Return the parts of the report by section, with those of the sections below it, in reading order."""
        parts: dict[tuple[str, ...], list[PlacedPart]] = {}
        for each in parts_of(self.case.report):
            for depth in range(1, len(each.place) + 1):
                parts.setdefault(each.place[:depth], []).append(each)
        return parts

    @cached_property
    def readings_at(self) -> Mapping[tuple[str, ...], tuple[Reading, ...]]:
        """Return the numbers of the prose by the place where they stand."""
        found: dict[tuple[str, ...], list[Reading]] = {}
        for each in self.readings:
            found.setdefault(each.line.place, []).append(each)
        return {place: tuple(own) for place, own in found.items()}

    @cached_property
    def known(self) -> tuple[Known, ...]:
        """Return every value that the prose may tell of."""
        return tuple(known_values(self.case, self.asserted))

    @cached_property
    def known_values(self) -> KnownValues:
        """Return the values that the prose may tell of, found by value."""
        return KnownValues(self.known)

    @cached_property
    def cells_known(self) -> Mapping[Origin, Known]:
        """Return the first value of each cell of a table."""
        return {each.origin: each for each in reversed(self.known) if each.row}

    @cached_property
    def rows_known(self) -> Mapping[tuple[str, str, Scenario | None], tuple[int, Known]]:
        """Return the first cell of each row, period and scenario, with its number among the known values."""
        numbered = reversed(list(enumerate(self.known)))
        cells = ((number, each) for number, each in numbered if each.row and not each.is_figure)
        return {(each.row, each.period, each.scenario): (number, each) for number, each in cells}

    def _lines(self) -> Iterator[Line]:
        for placed in prose_of(self.case):
            for leaf in leaves(placed.prose.blocks):
                yield self._line(leaf, placed.place)

    def _line(self, leaf: Paragraph | Heading, place: tuple[str, ...]) -> Line:
        text, quotes = "", []
        for inline in inlines(leaf.content):
            printed = self._printed(inline)
            if isinstance(inline, FigureReference):
                quotes.append(Quote(len(text), len(text) + len(printed), inline))
            text += printed
        return Line(text, place, leaf.origin, isinstance(leaf, Heading), tuple(quotes))

    def _printed(self, inline: Inline) -> str:
        if isinstance(inline, Text):
            return inline.text
        if isinstance(inline, LineBreak):
            return "\n"
        figure = self.case.figures.get(inline.name) if isinstance(inline, FigureReference) else None
        if not isinstance(inline, FigureReference):
            return ""
        if figure is None:
            return f"{{{inline.name}}}"
        return format_quote(figure, inline, self.profile.numbers)
