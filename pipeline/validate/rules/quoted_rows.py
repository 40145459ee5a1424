"""Sentences that begin with a row of a table, or with words that stand elsewhere too, and go on with another number."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from itertools import islice

from pipeline.findings.catalogue import finding
from pipeline.findings.finding import Finding
from pipeline.model.origin import Origin
from pipeline.model.statement import RowRole
from pipeline.validate.facts import Facts
from pipeline.validate.numbers.readings import Reading, Source
from pipeline.validate.numbers.scan import masked
from pipeline.validate.numbers.units import MONEY
from pipeline.validate.rule import Rule

_FORMS = r"(?:en|et|n|t|na|ar|er|or|arna|erna|orna)?s?"
_FIRST = 2  # words that may stand before the row's name: nämndens, den totala
_WORD = re.compile(r"[^\W\d_]+")
_LEAD = 4  # words before a number that make two clauses the same
_MOST = 3  # places that must agree for one to stand out
_LETTERS = 4  # by which a name is looked up
_NAME = 5  # letters of a name that is worth looking for


@dataclass(frozen=True)
class _Rows:
    """The rows of the tables by what they are called, and by their cells."""

    facts: Facts

    @cached_property
    def by_cell(self) -> dict[Origin, str]:
        """Return the name of each cell's row."""
        return {each.origin: each.row for each in self.facts.known if each.row}

    @cached_property
    def tables(self) -> dict[Origin, str]:
        """Return the title of each cell's table."""
        found: dict[Origin, str] = {}
        for table in self.facts.asserted.tables.values():
            for row in table.grid.statement.rows:
                found.update((cell.origin, table.grid.statement.title) for cell in row.cells)
        return found

    @cached_property
    def totals(self) -> frozenset[str]:
        """Return the names of the rows that are sums or results: what is also said of a part, such as its net cost."""
        grids = [table.grid for table in self.facts.asserted.tables.values()]
        return frozenset(grid.label(row) for grid in grids for row in grid.rows if grid.role(row) is not RowRole.ITEM)

    @cached_property
    def patterns(self) -> dict[str, list[tuple[str, re.Pattern[str]]]]:
        """Return the names of rows and tables by their first letters, the longest first."""
        names = {name for name in (*self.by_cell.values(), *self.tables.values()) if len(name) >= _NAME}
        found: dict[str, list[tuple[str, re.Pattern[str]]]] = {}
        for name in sorted(names, key=lambda name: (-len(name), name)):
            pattern = re.compile(rf"{re.escape(name)}{_FORMS}\b", re.IGNORECASE)
            found.setdefault(_letters(name), []).append((name, pattern))
        return found


def numbers_are_of_the_row_that_begins_the_sentence(facts: Facts) -> Iterator[Finding]:
    """A sentence that begins with a row of a table goes on with a number of that row."""
    rows = _Rows(facts)
    for each in facts.readings:
        own = {name for known in each.known for name in (rows.by_cell.get(known.origin), rows.tables.get(known.origin))}
        of_cells = bool(each.known) and all(known.origin in rows.by_cell for known in each.known)
        if each.mention.unit.family != MONEY or not of_cells or each.source not in (Source.BOUND, Source.MATCHED):
            continue
        named = _begun_with(each, rows)
        if not named or named in own or (named in rows.totals and _stands_in(each, own)):
            continue
        if not any(_is_named(name, each.sentence.text) for name in own if name):
            where = rows.by_cell[each.known[0].origin]
            fact = f'"{_start(each)}" talar om {named} men {each.mention.text} är {each.known[0].name} ({where})'
            yield finding("VAL244", fact, each.origin, each.known[0].origin, excerpt=masked(each.line.text))


def _begun_with(reading: Reading, rows: _Rows) -> str:
    """Return the row or the table that the sentence begins with, or ""."""
    start = reading.sentence.text[: max(0, reading.mention.start - reading.sentence.start)]
    for match in islice(_WORD.finditer(start), _FIRST + 1):
        for name, pattern in rows.patterns.get(_letters(match[0]), ()):
            if pattern.match(start, match.start()):
                return name
    return ""


def _stands_in(reading: Reading, names: set[str | None]) -> bool:
    """Return whether a number stands in the section of a row that it is of: its net cost is the row's amount."""
    return any(name and _is_named(name, heading) for name in names for heading in reading.line.place)


def _letters(name: str) -> str:
    """Return the first letters of a name's first word, by which it is looked up."""
    word = _WORD.search(name)
    return word[0][:_LETTERS].lower() if word else ""


def _is_named(name: str, text: str) -> bool:
    return re.search(rf"\b{re.escape(name)}{_FORMS}\b", text, re.IGNORECASE) is not None


def _start(reading: Reading) -> str:
    return " ".join(reading.sentence.text.split()[:8])


def clauses_that_stand_often_have_one_number(facts: Facts) -> Iterator[Finding]:
    """Words that stand before one and the same amount in several places do not stand before another in one."""
    groups: dict[str, list[Reading]] = {}
    for each in facts.readings:
        words = _WORD.findall(each.before.lower())[-_LEAD:]
        if each.mention.unit.family == MONEY and len(words) == _LEAD:
            groups.setdefault(" ".join(words), []).append(each)
    for lead, group in groups.items():
        amounts = Counter(_amount(each) for each in group)
        usual, count = amounts.most_common(1)[0]
        odd = [each for each in group if _amount(each) != usual]
        if len(odd) == 1 and count >= _MOST:
            other = next(each for each in group if _amount(each) == usual)
            said = f'"… {lead} {odd[0].mention.text}"'
            fact = f"{said} men på {count} andra ställen står {other.mention.text} efter orden"
            yield finding("VAL245", fact, odd[0].origin, other.origin, excerpt=masked(odd[0].line.text))


def _amount(reading: Reading) -> Decimal:
    return reading.mention.unit.base(reading.mention.value)


RULES: tuple[Rule, ...] = (
    numbers_are_of_the_row_that_begins_the_sentence,
    clauses_that_stand_often_have_one_number,
)
