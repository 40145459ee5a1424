"""The row that a sentence says to have the largest deviation, and whether a board has a deficit or a surplus."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from pipeline.findings.catalogue import finding
from pipeline.findings.finding import Finding
from pipeline.model.origin import Origin
from pipeline.model.statement import RowRole, Scenario
from pipeline.validate.claims.deviating import DeviatingRow, DeviatingRows
from pipeline.validate.facts import Facts
from pipeline.validate.numbers.context import EARLIER, NOT, sentences
from pipeline.validate.rule import Rule
from pipeline.validate.tables.grid import Grid
from pipeline.validate.tables.months import span_of
from pipeline.validate.tables.wording import said

_DEVIATION = r"(?P<kind>budgetavvikelse|avvikelse|underskott|överskott)(?:n|et)?"
_SIGN = r"(?:(?P<minus>negativa)\s+|(?P<plus>positiva)\s+)?"
_HAS_LARGEST = re.compile(
    rf"^\s+(?:står\s+för|svarar\s+för|har|visar|redovisar|uppvisar)\s+(?:den|det)\s+(?:i\s+särklass\s+)?största\s+{_SIGN}{_DEVIATION}\b",
    re.IGNORECASE,
)
_LARGEST_IS = re.compile(
    rf"\b(?:den|det)\s+största\s+{_SIGN}{_DEVIATION}\s+(?:finns|är|har|redovisas|återfinns|uppvisas|står|avser)\s+"
    r"(?:(?:inom|hos|i|för|av)\s+)?(?:\w+\s+)?$",
    re.IGNORECASE,
)
_BUT = re.compile(r"\b(?:näst|efter|bland|utom|förutom|tillsammans|procentuellt|relativt)\b", re.IGNORECASE)
_FEWEST = 3  # rows among which one is the largest
_RESULT = re.compile(
    r"^\W*(?:(?P<who>[^\W\d_]+-?(?:\s+[^\W\d_]+-?){0,3}?)\s+)?(?:(?P<ahead>väntas|beräknas|förväntas)\s+)?"
    r"(?:redovisar?|visar?|uppvisar?|gör|göra|(?:går|gå)\s+med)\s+(?:ett\s+)?(?:\w+t\s+)?(?:(?P<minus>underskott)|(?P<plus>överskott))"
    r"(?:\s+för\s+(?:perioden|helåret|året)|\s+(?:mot|jämfört\s+med)\s+budget\w*)?\W*$",
    re.IGNORECASE,
)
_COST = re.compile(r"kostnad|utgift", re.IGNORECASE)
_YEAR_MONTHS = 12
_AHEAD = re.compile(r"\bprognos|\bhelår", re.IGNORECASE)


@dataclass(frozen=True)
class _Superlative:
    """That a row has the largest deviation: the largest deficit, the largest surplus, or either."""

    rows: tuple[DeviatingRow, ...]
    negative: bool
    positive: bool
    text: str

    def size(self, value: Decimal) -> Decimal:
        """Return how large a deviation is in the way that is meant."""
        return -value if self.negative else value if self.positive else abs(value)


def the_largest_deviation_is_that_of_the_row(facts: Facts) -> Iterator[Finding]:
    """The row that is said to have the largest deviation, deficit or surplus has it in a column of its table."""
    rows = facts.deviating
    for line in facts.lines_with("största"):
        for sentence in () if line.is_heading else sentences(line.text):
            text = sentence.text
            free = any(each.search(text) for each in (NOT, _BUT, EARLIER)) or "största" not in text.lower()
            claim = None if free else _superlative(text, rows)
            others = [_larger(rows, row, claim) for row in claim.rows] if claim else []
            if claim and others and all(others):
                told = " och ".join(dict.fromkeys(each for own in others for each in own))
                fact = f'texten säger "{claim.text}" men i tabellen är det {told}'
                place = claim.rows[0].grid.term(claim.rows[0].row, claim.rows[0].columns[0][0]).origin
                yield finding("VAL267", fact, line.origin, place, excerpt=line.text)


def _superlative(text: str, rows: DeviatingRows) -> _Superlative | None:
    named, end = rows.named(text)
    if not named:
        return None
    start = text.lower().rfind(named[0].name.lower(), 0, end)
    found = _HAS_LARGEST.match(text[end:]) or _LARGEST_IS.search(text[:start])
    if found is None:
        return None
    kind = found["kind"].lower()
    minus, plus = bool(found["minus"]) or kind == "underskott", bool(found["plus"]) or kind == "överskott"
    words = f"{text[start:end]}{found[0]}" if found.re is _HAS_LARGEST else f"{found[0]}{text[start:end]}"
    return _Superlative(tuple(named), minus, plus, words)


def _larger(rows: DeviatingRows, row: DeviatingRow, claim: _Superlative) -> list[str]:
    """Return which rows have a larger deviation in the columns of a row; none where it has the largest in one."""
    found = []
    for column, _ in row.columns:
        values = _values(rows.by_grid[id(row.grid)], column)
        if row.row not in values or len(values) < _FEWEST:
            return []
        sizes = {each: claim.size(value) for each, value in values.items()}
        first = max(sizes, key=lambda each: sizes[each])
        if sizes[first] <= sizes[row.row]:
            return []
        found.append(row.grid.label(first))
    return found


def _values(rows: Sequence[DeviatingRow], column: int) -> dict[int, Decimal]:
    """Return by row how much better than the budget it is, none where one of them does not show what is better."""
    items = [row for row in rows if row.grid.role(row.row) is RowRole.ITEM]
    good = {row.row: sign for row in items for own, sign in row.columns if own == column}
    if not all(good.values()):
        return {}
    return {row.row: row.grid.term(row.row, column).value * good[row.row] for row in items if row.row in good}


def the_result_is_as_the_text_says(facts: Facts) -> Iterator[Finding]:
    """A board that is said to have a deficit, or a surplus, has one in the last row of its result."""
    results, names, rows = list(_results(facts)), _names(facts), facts.deviating
    for line in facts.lines_with("underskott", "överskott") if results else ():
        for sentence in () if line.is_heading else sentences(line.text):
            match = None if NOT.search(sentence.text) else _RESULT.match(sentence.text)
            free = EARLIER.search(sentence.text) or rows.named(sentence.text)[0]  # a row is told of as one
            if match and not free and names.fullmatch(match["who"] or ""):
                ahead = bool(match["ahead"] or _AHEAD.search(sentence.text))
                cells = [each for grid, row in results for each in _cells(grid, row, ahead=ahead)]
                wrong = [each for each in cells if (each[1] > 0 if match["minus"] else each[1] < 0)]
                if cells and len(wrong) == len(cells):
                    told = " och ".join(f"{name} {said(value, facts.profile.numbers)}" for name, value, _ in cells)
                    fact = f'texten säger "{sentence.text.strip()}" men {told}'
                    yield finding("VAL263", fact, line.origin, cells[0][2], excerpt=line.text)


def _names(facts: Facts) -> re.Pattern[str]:
    """Return what the report's board and its result are called as the subject of a sentence."""
    own = {facts.case.board.value, facts.case.unit.value, facts.case.report.board.value}
    named = "|".join(re.escape(name) for name in sorted(own, key=len, reverse=True) if name)
    general = r"nämnden|styrelsen|resultatet|periodens\s+resultat|utfallet|prognosen|helårsprognosen"
    return re.compile(rf"(?:{named}|{general})(?:s\s+(?:resultat|utfall|prognos))?", re.IGNORECASE)


def _results(facts: Facts) -> Iterator[tuple[Grid, int]]:
    """Yield the last result of each table that has any."""
    for table in facts.asserted.tables.values():
        rows = [row for row in table.grid.rows if table.grid.role(row) is RowRole.RESULT]
        if rows and not _COST.search(table.grid.label(rows[-1])):
            yield table.grid, rows[-1]


def _cells(grid: Grid, row: int, *, ahead: bool) -> Iterator[tuple[str, Decimal, Origin]]:
    """Yield the outcome of the report's own period, or the forecast where a sentence looks ahead, with their names."""
    spans = {column: span for column in grid.additive if (span := span_of(grid.statement.columns[column].period))}
    latest = max((span.last // _YEAR_MONTHS for span in spans.values()), default=0)
    for column, span in spans.items():
        scenario = grid.scenario(column)
        wanted = scenario is Scenario.FORECAST if ahead else scenario in (Scenario.OUTCOME, Scenario.FORECAST)
        value = grid.value(row, column)
        if wanted and value and span.last // _YEAR_MONTHS == latest:
            yield grid.name(row, column), value, grid.cell(row, column).origin


RULES: tuple[Rule, ...] = (the_largest_deviation_is_that_of_the_row, the_result_is_as_the_text_says)
