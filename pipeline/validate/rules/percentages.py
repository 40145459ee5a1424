"""A change in per cent, against the two amounts that the sentence gives or that its row has."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from pipeline.findings.catalogue import finding
from pipeline.findings.finding import Finding
from pipeline.model.statement import RowRole, Scenario
from pipeline.validate.facts import Facts
from pipeline.validate.numbers.context import NOT
from pipeline.validate.numbers.hedges import Hedge
from pipeline.validate.numbers.mention import Kind, Mention
from pipeline.validate.numbers.readings import Reading
from pipeline.validate.numbers.scan import masked
from pipeline.validate.numbers.units import SHARE
from pipeline.validate.rule import Rule
from pipeline.validate.tables.grid import Grid
from pipeline.validate.tables.months import Span, span_of
from pipeline.validate.tables.wording import said

_FORMS = r"(?:en|et|n|t|na|ar|er|or|arna|erna|orna)?s?"
_FROM, _TO = re.compile(r"\bfrån\s*$", re.IGNORECASE), re.compile(r"^\s*till\s*$", re.IGNORECASE)
_MADE = re.compile(
    r"^(?:[^\w]*|.*,\s*)(?:(?:vilket|det)\s+(?:är|motsvarar|innebär)\s+)?(?:(?:motsvarar|motsvarande)\s+)?(?:en\s+)?"
    r"(?:ökning|minskning|uppgång|nedgång|höjning|sänkning)\s+(?:med|på|om)(?:\s+\w+){0,2}\s*$",
    re.IGNORECASE,
)
_ROSE = re.compile(
    r"^\s*(?P<name>.+?)\s+(?:har\s+)?(?:ökat|ökade|ökar|minskat|minskade|minskar|stigit|steg|sjunkit|sjönk)\s+med(?:\s+\w+){0,2}\s*$",
    re.IGNORECASE,
)
_COMPARED = re.compile(
    r"^\s*(?:jämfört\s+med|i\s+jämförelse\s+med|mot|sedan|från)\s+(?:samma\s+period\s+(?:(?:20\d\d|i\s+fjol)\b|"
    r"(?:föregående|förra)\s+år(?:et)?)|(?:föregående|förra)\s+år(?:et)?|i\s+fjol)",
    re.IGNORECASE,
)
_YEAR = 12
_HUNDRED, _TWO = Decimal(100), 2
_LETTERS = 4  # by which a name is looked up


def changes_in_per_cent_are_those_of_the_amounts(facts: Facts) -> Iterator[Finding]:
    """From X to Y, an increase of so many per cent: that is what X and Y give, as far as they are rounded."""
    read = facts.readings
    for first, second, share in zip(read, read[1:], read[2:], strict=False):
        together = first.line is second.line is share.line and first.sentence == second.sentence == share.sentence
        between = first.line.text[first.mention.end : second.mention.start]
        turn = together and _FROM.search(first.before) and _TO.match(between)
        if turn and _is_change(share) and _MADE.match(share.before) and _are_alike(first.mention, second.mention):
            ends = [_ends(each.mention) for each in (first, second)]
            if ends[0][0] > 0 and not _may_be(share, _changes(ends[0], ends[1])):
                real = _change(first.mention, second.mention)
                words = first.line.text[first.mention.start : share.mention.end]
                shown = said(real, facts.profile.numbers, max(1, share.mention.decimals))
                fact = f'"{words}" men det är {shown} procent'
                yield finding("VAL261", fact, share.origin, excerpt=masked(share.line.text))


def changes_of_a_row_in_per_cent_are_its_own(facts: Facts) -> Iterator[Finding]:
    """A row that has risen by so many per cent since the year before has done so in the table."""
    every = RowsOfTwoYears(facts)
    for each in facts.readings:
        if not _is_change(each) or not _COMPARED.match(each.after):
            continue
        begun = _ROSE.match(each.before)
        rows = list(every.called(begun["name"])) if begun and not NOT.search(each.before) else []
        changes = [abs(own.new - own.old) / abs(own.old) * _HUNDRED for own in rows]
        if rows and not any(_is(each, change) for change in changes):
            grid, row, old, new = rows[0].grid, rows[0].row, rows[0].old, rows[0].new
            style = facts.profile.numbers
            shown = said(changes[0], style, max(1, each.mention.decimals))
            fact = f'"{each.before.strip()} {each.mention.text}" men i tabellen går {grid.label(row)} från '
            fact += f"{said(old, style)} till {said(new, style)}, {shown} procent"
            place = grid.statement.rows[row].label.origin
            yield finding("VAL261", fact, each.origin, place, excerpt=f"{masked(each.line.text)}\n{grid.excerpt(row)}")


def _is_change(reading: Reading) -> bool:
    return reading.mention.unit.family == SHARE and reading.mention.kind is Kind.NUMBER and not reading.mention.in_words


def _are_alike(first: Mention, second: Mention) -> bool:
    """Return whether two numbers are of one unit, which the first need not have, and no shares."""
    families = {first.unit.family, second.unit.family}
    same = first.unit.is_bare or (first.unit.family, first.unit.scale) == (second.unit.family, second.unit.scale)
    return same and SHARE not in families and min(first.value, second.value) > 0


def _ends(mention: Mention) -> tuple[Decimal, Decimal]:
    """Return the least and the largest number that is rounded so."""
    half = Decimal(5).scaleb(-mention.decimals - 1)
    return mention.value - half, mention.value + half


def _changes(old: tuple[Decimal, Decimal], new: tuple[Decimal, Decimal]) -> tuple[Decimal, Decimal]:
    every = [(after - before) / before * _HUNDRED for before in old for after in new]
    return min(every), max(every)


def _change(old: Mention, new: Mention) -> Decimal:
    return abs(new.value - old.value) / old.value * _HUNDRED


def _may_be(share: Reading, changes: tuple[Decimal, Decimal]) -> bool:
    """Return whether a share is one of the changes between two, whichever way they go."""
    sizes = sorted(abs(each) for each in changes)
    least = Decimal(0) if changes[0] < 0 < changes[1] else sizes[0]
    if share.hedge:
        return any(share.hedge.holds(size) or _is_near(share, share.hedge, size) for size in (least, sizes[1]))
    value, half = abs(share.mention.value), Decimal(5).scaleb(-share.mention.decimals - 1)
    return value + half >= least and value - half <= sizes[1]


def _is_near(share: Reading, hedge: Hedge, size: Decimal) -> bool:
    """Return whether a size is within one of the last digit, on the side that the hedge names: drygt 3 may be 3,7."""
    value = abs(share.mention.value)
    beyond = size - value if hedge.most is None or hedge.most > value else value - size
    return 0 <= beyond < Decimal(1).scaleb(-share.mention.decimals)


def _is(share: Reading, change: Decimal) -> bool:
    return _may_be(share, (change, change))


@dataclass(frozen=True)
class RowOfTwoYears:
    """A row with its outcomes of as many months in the last two years of its table."""

    grid: Grid
    row: int
    old: Decimal
    new: Decimal
    years: frozenset[int]

    @property
    def role(self) -> RowRole:
        """Return what the row is."""
        return self.grid.role(self.row)


@dataclass(frozen=True)
class RowsOfTwoYears:
    """The rows that have outcomes of as many months in the last two years of their table, by their first letters."""

    facts: Facts

    def called(self, name: str) -> Iterator[RowOfTwoYears]:
        """Yield the rows of a name, which may have an owner before it: nämndens intäkter."""
        starts = dict.fromkeys(_start(word) for word in name.split()[:_TWO])
        for each in [row for start in starts for row in self._by_start.get(start, ())]:
            label = re.escape(each.grid.label(each.row))
            if re.fullmatch(rf"(?:\w+s\s+)?{label}{_FORMS}", name, re.IGNORECASE):
                yield each

    @cached_property
    def _by_start(self) -> dict[str, list[RowOfTwoYears]]:
        found: dict[str, list[RowOfTwoYears]] = {}
        for table in self.facts.asserted.tables.values():
            for each in _rows(table.grid):
                if words := each.grid.label(each.row).split():
                    found.setdefault(_start(words[0]), []).append(each)
        return found


def _start(word: str) -> str:
    return word[:_LETTERS].lower()


def _rows(grid: Grid) -> Iterator[RowOfTwoYears]:
    columns = _two_years(grid)
    periods = [span_of(grid.statement.columns[column].period) for column in columns]
    years = frozenset(span.last // _YEAR for span in periods if span)
    for row in grid.rows if columns else ():
        old, new = (grid.value(row, column) for column in columns)
        if old and new is not None:
            yield RowOfTwoYears(grid, row, old, new, years)


def _two_years(grid: Grid) -> Sequence[int]:
    """Return the two columns of outcomes of the same months, a year apart, or none where there are others such."""
    spans: list[tuple[Span, int]] = []
    for column in grid.additive:
        span = span_of(grid.statement.columns[column].period)
        if span and grid.scenario(column) is Scenario.OUTCOME:
            spans.append((span, column))
    apart = [(old, new) for earlier, old in spans for later, new in spans if _is_a_year_later(earlier, later)]
    return apart[0] if len(apart) == 1 else ()


def _is_a_year_later(old: Span, new: Span) -> bool:
    return old.first + _YEAR == new.first and old.last + _YEAR == new.last


RULES: tuple[Rule, ...] = (
    changes_in_per_cent_are_those_of_the_amounts,
    changes_of_a_row_in_per_cent_are_its_own,
)
