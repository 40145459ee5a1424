"""How many rows of a table the prose says to have a deficit or a surplus: so many of so many."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pipeline.model.statement import RowRole, Scenario
from pipeline.validate.line import Line
from pipeline.validate.numbers.context import MINUS, NOT, PLUS, sentences
from pipeline.validate.numbers.words import PATTERN, value_of
from pipeline.validate.tables.grid import Grid
from pipeline.validate.tables.months import span_of

_NUMBER = rf"(?:\d{{1,3}}|{PATTERN}|ingen|inga)"
_OF = re.compile(rf"\b({_NUMBER})\s+av\s+(?:de\s+|våra\s+|kommunens\s+)?({_NUMBER})\s+([^\W\d_]{{4,}})", re.IGNORECASE)
_FORECAST, _SO_FAR = (
    re.compile(r"\b(?:prognos|väntas|beräknas|bedöms)", re.IGNORECASE),
    re.compile(r"\butfall|\bperiod", re.IGNORECASE),
)
_EVERY = re.compile(
    r"\b(samtliga|alla|ingen|inga|inget)\s+(?:av\s+)?(?:\w+s\s+)?([^\W\d_]{4,})\s+(?:visar|redovisar|uppvisar|har|gör|går\s+med|prognostiserar|"
    r"(?:väntas|beräknas|förväntas|bedöms)\s+\w+)\s+(?:ett\s+|en\s+)?(?:\w+\s+)?(?=\w*skott|positiv|negativ)",
    re.IGNORECASE,
)
_BUT = re.compile(rf"{NOT.pattern}|\b(?:för)?utom\b|\bundantag\w*", re.IGNORECASE)
_STEM = 6


@dataclass(frozen=True)
class Share:
    """So many of so many: ``few`` of ``all`` of what ``noun`` names, at ``start`` and ``second`` of the line."""

    few: int
    all: int
    noun: str
    text: str
    sentence: str
    line: Line
    start: int
    second: int

    @property
    def places(self) -> tuple[tuple[int, int], ...]:
        """Return in which line and where its two numbers stand."""
        return (id(self.line), self.start), (id(self.line), self.second)


@dataclass(frozen=True)
class CountedRows:
    """A share whose rows and columns a table has."""

    share: Share
    grid: Grid
    rows: list[int]
    columns: list[int]
    negative: bool


def shares_in(lines: Iterable[Line]) -> Iterator[Share]:
    """Yield where lines speak of so many of so many."""
    for line in lines:
        if line.is_heading or " av " not in line.text:
            continue
        for sentence in sentences(line.text):
            for match in _OF.finditer(sentence.text):
                few, every = _count(match[1]), _count(match[2])
                if few is not None and every:
                    start = sentence.start
                    at, second = start + match.start(), start + match.start(2)
                    text = sentence.text.strip()
                    yield Share(few, every, match[3].lower(), match.group(), text, line, at, second)


def _count(words: str) -> int | None:
    if words.lower() in ("ingen", "inga"):
        return 0
    return int(words) if words.isdigit() else value_of(words)


def counted_rows(lines: Sequence[Line], grids: Iterable[Grid]) -> Iterator[CountedRows]:
    """Yield the shares of rows that a table has, each with the first table that has it."""
    tables = tuple(grids)
    every = (*shares_in(lines), *_alls(lines, tables))
    for share in every:
        wanted = MINUS if MINUS.search(share.sentence) else PLUS if PLUS.search(share.sentence) else None
        if wanted is None or _BUT.search(share.sentence.replace(share.text, "", 1)):
            continue
        for grid in tables:
            rows, columns = _rows(grid, share), _columns(grid, share.sentence)
            if rows and columns:
                yield CountedRows(share, grid, rows, columns, wanted is MINUS)
                break


def _rows(grid: Grid, share: Share) -> list[int]:
    """Return the rows that the noun names: as the case says, or those that are as many and begin alike."""
    if grid.statement.units:
        named = next((rows for noun, rows in grid.statement.units.items() if is_same_noun(noun, share.noun)), ())
        labels = {" ".join(label.value.split()) for label in named}
        return [row for row in grid.rows if grid.statement.rows[row].label.value in labels]
    items = [row for row in grid.rows if grid.role(row) is RowRole.ITEM]
    groups: dict[str, list[int]] = {"": items, **_runs(grid)}
    for row in items:
        groups.setdefault(grid.label(row).split(maxsplit=1)[0].lower(), []).append(row)
    fitting = {tuple(rows) for rows in groups.values() if len(rows) == share.all}
    return list(*fitting) if len(fitting) == 1 and grid.statement.kind != "resultaträkning" else []


def _runs(grid: Grid) -> dict[str, list[int]]:
    """Return the rows that stand together above a total, where the table has more rows below it."""
    runs: dict[str, list[int]] = {}
    totals = 0
    for row in grid.rows:
        if grid.role(row) is RowRole.ITEM:
            runs.setdefault(f"above total {totals}", []).append(row)
        else:
            totals += 1
    return runs


def _alls(lines: Iterable[Line], grids: Sequence[Grid]) -> Iterator[Share]:
    """Yield where lines speak of all of what the first column of a table or the case itself says that its rows are."""
    for line in lines:
        if line.is_heading or not _EVERY.search(line.text):
            continue
        for sentence in sentences(line.text):
            for match in _EVERY.finditer(sentence.text):
                noun = match[2].lower()
                count = next((count for grid in grids if (count := _count_of(grid, noun))), 0)
                if count:
                    at = sentence.start + match.start()
                    few = 0 if match[1].lower().startswith("ing") else count
                    yield Share(few, count, noun, f"{match[1]} {match[2]}", sentence.text.strip(), line, at, at)


def _count_of(grid: Grid, noun: str) -> int:
    """Return how many rows a table has of what a noun names, 0 where it is not said what they are."""
    if grid.statement.units:
        return next((len(rows) for own, rows in grid.statement.units.items() if is_same_noun(own, noun)), 0)
    named = len(noun) >= _STEM and is_same_noun(grid.statement.label_heading.value, noun)
    return len(next(iter(_runs(grid).values()), [])) if named else 0


def is_same_noun(noun: str, said_noun: str) -> bool:
    """Return whether a noun of the prose is one of the case in some form."""
    return said_noun.startswith(noun.lower()[:_STEM])


def _columns(grid: Grid, sentence: str) -> list[int]:
    """Return the columns that a sentence speaks of: of the forecast, of what has been, or of both."""
    forecast, so_far = _FORECAST.search(sentence), _SO_FAR.search(sentence)
    ends = [(column, span) for column in grid.additive if (span := span_of(grid.statement.columns[column].period))]
    latest = max((span.last for _, span in ends), default=0)
    chosen = []
    for column, span in ends:
        whole = span.months >= 12 and span.last == latest
        now = span.months < 12 and span.last // 12 == latest // 12
        if grid.scenario(column) is Scenario.DEVIATION and ((whole and forecast) or (now and (so_far or not forecast))):
            chosen.append(column)
    return chosen
