"""What the review says, before it is a page or data: each list in the order it is read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from pipeline.findings.catalogue import ENTRIES
from pipeline.findings.finding import Finding, Severity
from pipeline.findings.verdict import CRASHED_RULE, Verdict, verdict_of
from pipeline.model.case import Case
from pipeline.model.origin import CellOrigin, Origin
from pipeline.model.profile import NumberStyle
from pipeline.validate import Accepted, Review
from pipeline.validate.facts import Facts
from pipeline.validate.numbers.readings import Reading
from pipeline.validate.numbers.scan import masked
from pipeline.validate.tables.equation import Equation
from pipeline.validate.tables.grid import shown
from pipeline.validate.tables.wording import arithmetic, decimals_of, said

T = TypeVar("T")
_ORDER = tuple(Severity)


@dataclass(frozen=True)
class SheetRow:
    """A row of a sheet's excerpt: its cells as they are read there, and which of them the finding is about."""

    label: str
    cells: tuple[str, ...]
    marked: frozenset[int]


@dataclass(frozen=True)
class SheetExcerpt:
    """The rows around the cells of a finding, under the headings of the sheet."""

    headings: tuple[str, ...]
    rows: tuple[SheetRow, ...]


@dataclass(frozen=True)
class Found:
    """A finding with the part of the sheet it is about, where it is about one."""

    finding: Finding
    sheet: SheetExcerpt | None = None


@dataclass(frozen=True)
class Value:
    """A known value that a number of the prose is or may be."""

    name: str
    place: Origin
    scenario: str
    period: str


@dataclass(frozen=True)
class InProse:
    """A number of the prose: as it stands there, its sentence, and where it comes from."""

    number: str
    sentence: str
    headings: tuple[str, ...]
    place: Origin
    source: str
    called: tuple[str, ...]
    values: tuple[Value, ...]


@dataclass(frozen=True)
class Held:
    """An equation that was checked: what it gives, what is stated and how it held."""

    name: str
    arithmetic: str
    stated: str
    state: str
    basis: str
    place: Origin


@dataclass(frozen=True)
class Contents:
    """The whole review."""

    case: Case
    verdict: Verdict
    findings: tuple[Found, ...]
    accepted: tuple[Accepted, ...]
    numbers: tuple[InProse, ...]
    sums: tuple[Held, ...]
    not_checked: tuple[str, ...]


def gathered(case: Case, findings: tuple[Finding, ...], review: Review) -> Contents:
    """Return the review; a list that could not be made is told among what was not checked."""
    missing: list[str] = []
    ordered = sorted(findings, key=lambda each: _ORDER.index(each.severity))
    facts = review.facts
    numbers = _tried(lambda: tuple(_numbers(facts)), "talen i texten", missing)
    sums = _tried(lambda: tuple(_sums(facts)), "summorna i tabellerna", missing)
    sheets = _tried(lambda: tuple(Found(each, _sheet(case, each)) for each in ordered), "utdragen ur bladen", missing)
    return Contents(
        case=case,
        verdict=verdict_of(findings),
        findings=sheets or tuple(Found(each) for each in ordered),
        accepted=review.accepted,
        numbers=numbers or (),
        sums=sums or (),
        not_checked=(*_not_checked(findings, review), *missing),
    )


def _tried(made: Callable[[], T], what: str, missing: list[str]) -> T | None:
    try:
        return made()
    except Exception as error:  # the review must be read even where a rule's own reading stumbles
        missing.append(f"{what} kunde inte redovisas: {type(error).__name__}")
        return None


def _not_checked(findings: Iterable[Finding], review: Review) -> Iterator[str]:
    for code in review.switched_off:
        title = ENTRIES[code].title if code in ENTRIES else "okänd kontroll"
        yield f"{code} ({title}) är avslagen i profilen"
    for each in findings:
        if each.code == CRASHED_RULE:
            yield each.message
    if review.facts is None:
        yield "kontrollerna är inte gjorda"
    else:
        yield from _not_summed(review.facts)


def _not_summed(facts: Facts) -> Iterator[str]:
    for table in facts.asserted.tables.values():
        name = table.grid.statement.title or table.grid.statement.id
        for rule in table.totals.rules:
            if not rule.proved:
                yield f'summan "{table.grid.label(rule.total)}" i "{name}": inga rader ger den'
        for index in sorted(set(range(len(table.grid.statement.columns))) - set(table.grid.additive)):
            heading = table.grid.statement.columns[index].heading
            yield f'kolumnen "{heading}" i "{name}" är en andel eller ett index och summeras inte'


def _numbers(facts: Facts | None) -> Iterator[InProse]:
    for each in facts.readings if facts else ():
        yield InProse(
            number=each.mention.text,
            sentence=masked(each.sentence.text.strip()),
            headings=each.line.place,
            place=each.origin,
            source=each.source.value,
            called=tuple(sorted(scenario.value for scenario in each.scenarios)),
            values=tuple(_values(each)),
        )


def _values(reading: Reading) -> Iterator[Value]:
    for known in reading.known[:5]:
        yield Value(known.name, known.origin, known.scenario.value if known.scenario else "", known.period)


def _sums(facts: Facts | None) -> Iterator[Held]:
    if facts:
        for each in (*facts.asserted.equations, *facts.twins):
            yield _held(each, facts.profile.numbers)


def _held(each: Equation, style: NumberStyle) -> Held:
    decimals = decimals_of(each.total.value, *(term.value for term in each.terms))
    stated = "tom" if each.total.empty else said(each.total.value, style, decimals)
    return Held(each.name, arithmetic(each, style), stated, each.state.value, each.basis, each.total.origin)


def _sheet(case: Case, finding: Finding) -> SheetExcerpt | None:
    """Return the rows of the finding's cells and those beside them."""
    places = {str(origin) for origin in finding.origins if isinstance(origin, CellOrigin)}
    for statement in case.statements.values() if places else ():
        marked = {
            row: frozenset(at for at, cell in enumerate(each.cells) if str(cell.origin) in places)
            for row, each in enumerate(statement.rows)
        }
        hit = [row for row, cells in marked.items() if cells]
        if hit:
            near = sorted({each for row in hit for each in (row - 1, row, row + 1) if 0 <= each < len(statement.rows)})
            headings = (statement.label_heading.value, *(column.heading.value for column in statement.columns))
            chosen = ((row, statement.rows[row]) for row in near)
            rows = (SheetRow(row.label.value, tuple(map(shown, row.cells)), marked[at]) for at, row in chosen)
            return SheetExcerpt(headings, tuple(rows))
    return None
