"""The known values of a case: cells of tables, named figures, indicators and what can be counted."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal

from pipeline.model.case import Case
from pipeline.model.origin import Origin
from pipeline.model.report import GoalsPart, IndicatorsPart, UndertakingsPart
from pipeline.model.statement import Amount, Scenario
from pipeline.model.walk import PlacedPart, parts_of
from pipeline.validate.numbers.mention import Kind, Mention
from pipeline.validate.numbers.scan import scan
from pipeline.validate.numbers.units import MONEY, SHARE, UNKNOWN, Unit, named_unit
from pipeline.validate.tables.asserted import Asserted, Table

_FEW = 13  # small numbers are everywhere: they must count the same things


@dataclass(frozen=True)
class Known:
    """A value with what it is: ``row`` is the label of its table's row, ``counted`` the word of what was counted.

    ``indicator`` is the name of the indicator whose value it is, ``place`` the sections that it stands in.
    """

    name: str
    value: Decimal
    unit: Unit
    origin: Origin
    scenario: Scenario | None = None
    period: str = ""
    counted: str = ""
    row: str = ""
    is_figure: bool = False
    place: tuple[str, ...] = ()
    indicator: str = ""


def known_values(case: Case, asserted: Asserted) -> Iterator[Known]:
    """Yield every known value of a case."""
    labels = {cell.origin: table.grid.label(row) for table in asserted.tables.values() for row in table.grid.rows
              for cell in table.grid.statement.rows[row].cells}  # fmt: skip
    columns = _columns(asserted)
    for figure in case.figures.values():
        unit = named_unit(figure.unit)
        scenario, period = columns.get(figure.origin, (None, ""))
        own = (figure.scenario or scenario, figure.period or period)
        said = (figure.name, figure.value, unit, figure.origin, *own)
        yield Known(*said, row=labels.get(figure.origin, ""), is_figure=True)
    for table in asserted.tables.values():
        yield from _cells(table)
        yield from _derived(table)
        yield from _units(table)
    parts = list(parts_of(case.report))
    for placed in parts:
        yield from _indicators(placed)
    yield from _counts(parts)
    start, end = case.report.period.start, case.report.period.end
    months = (end.value.year - start.value.year) * 12 + end.value.month - start.value.month + 1
    yield Known("periodens månader", Decimal(months), Unit(noun="månader"), end.origin, counted="månader")


def _columns(asserted: Asserted) -> dict[Origin, tuple[Scenario | None, str]]:
    """Return the scenario and the period of each cell's column, as it lies in the workbook now."""
    return {
        cell.origin: (grid.scenario(index), grid.statement.columns[index].period)
        for grid in (table.grid for table in asserted.tables.values())
        for row in grid.rows
        for index, cell in enumerate(grid.statement.rows[row].cells)
    }


def _cells(table: Table) -> Iterator[Known]:
    grid, unit = table.grid, named_unit(table.grid.statement.unit)
    for row in grid.rows:
        for index, column in enumerate(grid.statement.columns):
            cell = grid.cell(row, index)
            if isinstance(cell, Amount):
                value, own = (cell.value * 100, Unit(SHARE)) if cell.percent else (cell.value, unit)
                scenario, name = grid.scenario(index), grid.name(row, index)
                yield Known(name, value, own, cell.origin, scenario, column.period, row=grid.label(row))


def _units(table: Table) -> Iterator[Known]:
    """Yield how many units of a kind a table has, where the case says which rows they are."""
    statement = table.grid.statement
    for noun, rows in statement.units.items():
        name = f'antal {noun} i "{statement.title or statement.id}"'
        yield Known(name, Decimal(len(rows)), Unit(noun=noun), rows[0].origin, counted=noun)


def _derived(table: Table) -> Iterator[Known]:
    """Yield the budget that a forecast and its deviation give where no column has it."""
    grid, columns = table.grid, table.grid.statement.columns
    explained = {rule.deviation for rule in table.differences.rules}
    for deviation in grid.additive:
        if grid.scenario(deviation) is not Scenario.DEVIATION or deviation in explained:
            continue
        for level in grid.additive:
            same = columns[level].period == columns[deviation].period and columns[level].period
            if same and grid.scenario(level) in (Scenario.FORECAST, Scenario.OUTCOME):
                yield from _budget(table, level, deviation)


def _budget(table: Table, level: int, deviation: int) -> Iterator[Known]:
    grid = table.grid
    for row in grid.rows:
        first, second = grid.value(row, level), grid.value(row, deviation)
        if first is not None and second is not None:
            name = f"{grid.name(row, level)} minus avvikelsen"
            unit, period = named_unit(grid.statement.unit), grid.statement.columns[level].period
            origin = grid.cell(row, level).origin
            yield Known(name, first - second, unit, origin, Scenario.BUDGET, period, row=grid.label(row))


def _indicators(placed: PlacedPart) -> Iterator[Known]:
    if isinstance(placed.part, IndicatorsPart):
        for indicator in placed.part.indicators:
            share = SHARE if "%" in indicator.name.value or "procent" in indicator.name.value.lower() else ""
            for heading, value in zip(placed.part.columns, indicator.values, strict=False):
                for mention in scan(value.value):
                    if mention.kind is Kind.NUMBER and mention.end >= len(value.value.strip()):
                        unit = mention.unit if mention.unit.family else Unit(share)
                        name = f"{indicator.name} {heading}"
                        said = indicator.name.value
                        yield Known(name, mention.value, unit, value.origin, place=placed.place, indicator=said)


def _counts(parts: list[PlacedPart]) -> Iterator[Known]:
    """Yield how many goals, undertakings and indicators there are: in all, in each section, and of each status."""
    totals: Counter[tuple[str, str]] = Counter()
    first: dict[tuple[str, str], Origin] = {}
    for placed in parts:
        for key, origin, number in _countable(placed):
            totals[key] += number
            first.setdefault(key, origin)
    for (what, where), number in totals.items():
        name = f"antal {what}{where}"
        yield Known(name, Decimal(number), Unit(noun=what), first[what, where], counted=what)


def _countable(placed: PlacedPart) -> Iterator[tuple[tuple[str, str], Origin, int]]:
    part = placed.part
    places = ["", *(f" i {name}" for name in placed.place)]
    if isinstance(part, GoalsPart) and part.goals:
        own = [goal for goal in part.goals if goal.scope]
        for what, goals in (("mål", part.goals), ("mål", own), ("mål", [g for g in part.goals if not g.scope])):
            kind = "" if goals is part.goals else " med egen omfattning" if goals is own else " utan egen omfattning"
            yield from (((what, kind + place), part.goals[0].origin, len(goals)) for place in places)
    elif isinstance(part, UndertakingsPart) and part.undertakings:
        for place in places:
            yield ("åtaganden", place), part.undertakings[0].origin, len(part.undertakings)
        for each in part.undertakings:
            yield ("åtaganden", f" med status {each.status}"), each.origin, 1
    elif isinstance(part, IndicatorsPart) and part.indicators:
        yield from ((("indikatorer", place), part.indicators[0].origin, len(part.indicators)) for place in places)


@dataclass
class KnownValues:
    """The known values of a case, found by value: rounded as the mention is, whatever the sign.

    ``families`` holds them by family and by what was counted, as sizes in order with their numbers among the values.
    """

    values: tuple[Known, ...]
    families: dict[str, dict[str, list[tuple[Decimal, int]]]] = field(default_factory=dict)
    scales: dict[str, dict[int, None]] = field(default_factory=dict)
    figures: dict[str, Known] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.figures = {each.name: each for each in self.values if each.is_figure}
        for index, each in enumerate(self.values):
            self.scales.setdefault(each.unit.family, {})[each.unit.scale] = None
            counted = self.families.setdefault(each.unit.family, {}).setdefault(each.counted, [])
            counted.append((abs(each.unit.base(each.value)), index))
        for groups in self.families.values():
            for pairs in groups.values():
                pairs.sort()

    def like(self, mention: Mention) -> tuple[Known, ...]:
        """Return the known values that a mention may be."""
        families = list(self.families) if mention.unit.is_bare else [mention.unit.family, UNKNOWN]
        if mention.unit.scale and not mention.unit.family:
            families.append(MONEY)
        return tuple(each for family in families for each in self._in(family, mention))

    def between(self, mention: Mention, ends: tuple[Decimal, Decimal]) -> tuple[Known, ...]:
        """Return the known values of a mention's family and noun whose size is between two, in its own unit."""
        family = mention.unit.family or (MONEY if mention.unit.scale else "")
        least, most = (mention.unit.base(end) for end in ends)
        near = self._near(family, mention, (least, most)) if family or mention.unit.noun else []
        return tuple(self.values[index] for _, index in near if _may_be(self.values[index], mention))

    def _in(self, family: str, mention: Mention) -> Iterator[Known]:
        base = abs(mention.unit.base(mention.value))
        scale = mention.unit.scale
        if family == UNKNOWN:
            base, scale = abs(mention.value), 0
        elif mention.unit.is_bare and family:
            yield from self._at_any_scale(family, mention)
            return
        half = Decimal(5).scaleb(scale - mention.decimals - 1)
        for size, index in self._near(family, mention, (base - half, base + half)):
            if _rounds_to(size.scaleb(-scale), mention) and _may_be(self.values[index], mention):
                yield self.values[index]

    def _near(self, family: str, mention: Mention, ends: tuple[Decimal, Decimal]) -> list[tuple[Decimal, int]]:
        """Return the sizes between two ends, of what the mention may count, in their order."""
        found: list[tuple[Decimal, int]] = []
        for counted, pairs in self.families.get(family, {}).items():
            if not counted or _may_count(mention.unit.noun, counted):
                first, last = bisect_left(pairs, (ends[0], 0)), bisect_right(pairs, (ends[1], len(self.values)))
                found += pairs[first:last]
        return sorted(found)

    def _at_any_scale(self, family: str, mention: Mention) -> Iterator[Known]:
        for scale in self.scales[family] if mention.decimals else ():
            unit = Unit(family, scale)
            yield from self._in(family, _with_unit(mention, unit))


def _with_unit(mention: Mention, unit: Unit) -> Mention:
    return Mention(mention.text, mention.kind, mention.start, mention.end, mention.value, mention.decimals, unit)


def _rounds_to(value: Decimal, mention: Mention) -> bool:
    return value.quantize(Decimal(1).scaleb(-mention.decimals), ROUND_HALF_UP) == abs(mention.value)


def _may_be(known: Known, mention: Mention) -> bool:
    """Return whether the words allow it: what was counted must be what the mention counts."""
    if known.counted:
        return _may_count(mention.unit.noun, known.counted)
    few = mention.in_words or (mention.value < _FEW and not mention.decimals)
    return not (few and mention.unit.noun and known.unit.noun) or _alike(known.unit.noun, mention.unit.noun)


def _may_count(noun: str, counted: str) -> bool:
    stem = counted[:5].removesuffix("en")
    return bool(noun) and (stem in noun or noun.removesuffix("en") in counted)


def _alike(first: str, second: str) -> bool:
    return first[:5] == second[:5] or first in second or second in first
