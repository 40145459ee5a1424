"""What the prose says that a row deviates from its budget, against the row's own deviations."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal

from pipeline.findings.catalogue import finding
from pipeline.findings.finding import Finding
from pipeline.model.statement import Scenario
from pipeline.validate.claims.deviating import DEVIATES, DeviatingRow
from pipeline.validate.facts import Facts
from pipeline.validate.line import Line
from pipeline.validate.numbers.context import COMPARED, EARLIER, MINUS, NOT, PLUS, YEAR
from pipeline.validate.numbers.readings import Reading, Source
from pipeline.validate.numbers.scan import masked
from pipeline.validate.numbers.units import MONEY, named_unit
from pipeline.validate.rule import Rule
from pipeline.validate.tables.months import span_of
from pipeline.validate.tables.wording import said

_WORD = re.compile(r"[^\W\d_]+")
_YEAR_MONTHS = 12
_AHEAD = re.compile(r"\b(?:prognos\w*|väntas|förväntas|beräknas|bedöms|helår\w*|hela året)\b", re.IGNORECASE)
_TO_BUDGET = re.compile(r"\b(?:mot|från|än|jämfört\s+med)\s+(?:\w+\s+)?budget\w*", re.IGNORECASE)
_COMPARES = re.compile(
    r"^\s*(?:(?P<more>högre|mer|dyrare|över)|(?P<less>lägre|mindre|billigare|under))\s+(?:än\s+)?(?:\w+\s+)?"
    r"(?:\w*budget\w*|\w*ram(?:en)?\b)",
    re.IGNORECASE,
)
_BREAK = re.compile(r"[,;.]\s|\b(?:medan|men)\b")
_TOLD_OF = re.compile(r"avvik|prognos|bedömning|resultat|skott|utfall|^nämndens$|^kommunens$")
_ENDING = 4  # letters of a name's ending at the most
# Words that stand between a row and the whole of its deviation: anything else makes it a part of it.
_PLAIN = frozenset(
    re.findall(
        r"\w+",
        "gör gjorde går gick får fick "
        "har hade visar visade redovisar redovisade uppvisar ger gav avviker avvek med ett en på om är var blir blev "
        "mot från budget budgeten budgeterat jämfört till uppgår uppgick för perioden helåret året väntas förväntas "
        "beräknas bedöms prognostiseras prognosen prognos och den det ge få visa redovisa avvika bli total totalt "
        "sammanlagt utfall utfallet som positiv positivt negativ negativt budgetavvikelse budgetavvikelsen avvikelse "
        "avvikelsen underskott överskott underskottet överskottet drygt knappt cirka ca",
    )
)
WITHIN = re.compile(
    r"^\W*(?:inom|hos|avseende|gällande|varav|kopplat|hänförligt|för\s+(?!perioden|hel|året|januari))\b", re.IGNORECASE
)


def deviations_in_the_prose_are_those_of_the_row(facts: Facts) -> Iterator[Finding]:
    """What a sentence says that a row deviates is one of the row's deviations, or a part that is not more than all."""
    rows = facts.deviating
    for each, header in _with_headers(facts):
        if each.mention.unit.family != MONEY or not each.mention.value or EARLIER.search(each.sentence.text):
            continue
        about = _about(each, header)
        named, end = rows.named(each.before) if about else ([], 0)
        if named and not NOT.search(each.before) and not COMPARED.search(_TO_BUDGET.sub("", each.before[end:])):
            yield from _held(facts, each, named, whole=_is_whole(each, end, len(named[0].name) + _ENDING))


def _with_headers(facts: Facts) -> Iterator[tuple[Reading, str]]:
    """Yield the numbers with the line with a colon that they are listed under, or ""."""
    headers: dict[int, str] = {}
    header: Line | None = None
    for line in facts.lines:
        if line.text.rstrip().endswith(":"):
            header = line
        elif header is not None and (line.place != header.place or line.text.rstrip().endswith(".")):
            header = None
        if header is not None and line is not header:
            headers[id(line)] = header.text
    for each in facts.readings:
        yield each, headers.get(id(each.line), "")


def _about(reading: Reading, header: str) -> bool:
    """Return whether a number is told as a deviation, in its own words or by the line that lists it."""
    if _COMPARES.match(reading.after):
        return True
    own = reading.scenarios
    if own:
        return Scenario.DEVIATION in own or bool(DEVIATES.search(reading.before))
    return bool(DEVIATES.search(reading.before)) or bool(DEVIATES.search(header))


def _is_whole(reading: Reading, end: int, name: int) -> bool:
    """Return whether a number is the whole deviation of the row whose name, of so many letters, ends there."""
    between = _WORD.findall(reading.before[end:].lower())
    start = _clause_before(reading.before[:end]).lower()
    lead = _WORD.findall(start[: max(0, len(start) - name)])
    alone = all(word in _PLAIN or _TOLD_OF.search(word) for word in lead)
    return alone and all(word in _PLAIN for word in between) and not WITHIN.search(reading.after)


def _held(facts: Facts, reading: Reading, rows: Sequence[DeviatingRow], *, whole: bool) -> Iterator[Finding]:
    cells = [(row, column, good) for row in rows for column, good in row.columns if _is_meant(row, column, reading)]
    values = [(row.grid.term(row.row, column).value, good) for row, column, good in cells]
    sizes = [_in_unit(row, value, reading) for (row, _, _), (value, _) in zip(cells, values, strict=True)]
    alike = [at for at, size in enumerate(sizes) if _is(size, reading)]
    larger = [row.larger[row.columns.index((column, good))] for row, column, good in cells]
    wrong = bool(cells) and (
        _contradicts([values[at] for at in alike], values, reading)
        or _is_more([larger[at] for at in alike] or larger, reading) is False
    )
    too_much = not alike and all(abs(reading.mention.value) > size for size in sizes)
    if cells and (wrong or too_much or (whole and not alike)) and not _is_told_elsewhere(reading, rows):
        row, column, _ = cells[alike[0] if alike else 0]
        style = facts.profile.numbers
        listed = " och ".join(dict.fromkeys(said(value, style) for value, _ in values))
        words = " ".join(f"{reading.before[-60:].strip()} {reading.mention.text}".split())
        fact = f'"{words}" men i tabellen avviker {row.name} med {listed}'
        yield finding(
            "VAL259",
            fact,
            reading.origin,
            row.grid.term(row.row, column).origin,
            excerpt=f"{masked(reading.line.text)}\n{row.grid.excerpt(row.row)}",
        )


def _is_meant(row: DeviatingRow, column: int, reading: Reading) -> bool:
    """Return whether a sentence may speak of a column: of its year, and of a forecast only where it is of a year."""
    span = span_of(row.grid.statement.columns[column].period)
    if span is None:
        return True
    years = {int(year) for year in YEAR.findall(reading.sentence.text)}
    if years and not years & {span.first // _YEAR_MONTHS, span.last // _YEAR_MONTHS}:
        return False
    words = f"{_clause_before(reading.before)} {_BREAK.split(reading.after)[0]}"
    return span.months >= _YEAR_MONTHS or not _AHEAD.search(words)


def _clause_before(before: str) -> str:
    return _BREAK.split(before)[-1]


def _in_unit(row: DeviatingRow, value: Decimal, reading: Reading) -> Decimal:
    unit = named_unit(row.grid.statement.unit)
    if unit.family != MONEY:
        return abs(value)
    return abs(unit.base(value)).scaleb(-reading.mention.unit.scale)


def _is(size: Decimal, reading: Reading) -> bool:
    if reading.hedge:
        return reading.hedge.holds(size)
    step = Decimal(1).scaleb(-reading.mention.decimals)
    return size.quantize(step, ROUND_HALF_UP) == abs(reading.mention.value)


def _is_more(larger: Sequence[bool | None], reading: Reading) -> bool | None:
    """Return whether a row is more, or less, than the budget as is said behind a number, None where none can say."""
    compared = _COMPARES.match(reading.after)
    if compared is None or None in larger:
        return None
    return bool(compared["more"]) in larger


def _contradicts(alike: list[tuple[Decimal, int]], every: list[tuple[Decimal, int]], reading: Reading) -> bool:
    """Return whether the word or the sign of a number is against the values that it is, or else against them all."""
    values = alike or every
    if reading.mention.signed and alike:
        return all((value < 0) is not (reading.mention.value < 0) for value, _ in values if value)
    words = _clause_before(reading.before)
    if not MINUS.search(words) and not PLUS.search(words):
        words = _BREAK.split(reading.after)[0]
    minus, plus = MINUS.search(words), PLUS.search(words)
    if bool(minus) is bool(plus) or any(not good for _, good in values):
        return False
    better = [value * good for value, good in values if value]
    return bool(better) and all(each > 0 if minus else each < 0 for each in better)


def _is_told_elsewhere(reading: Reading, rows: Sequence[DeviatingRow]) -> bool:
    """Return whether a number is another value of the row, which VAL231 tells of."""
    names = {row.name for row in rows}
    own = [known for known in reading.known if known.row in names and reading.source is Source.MATCHED]
    return bool(own) and all(known.scenario is not Scenario.DEVIATION for known in own)


RULES: tuple[Rule, ...] = (deviations_in_the_prose_are_those_of_the_row,)
