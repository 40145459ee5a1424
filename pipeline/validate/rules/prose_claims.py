"""What sentences call their numbers: scenario, year, sign and unit against the value itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from pipeline.findings.catalogue import finding
from pipeline.findings.finding import Finding
from pipeline.model.origin import CellOrigin
from pipeline.model.printing import format_number
from pipeline.model.statement import Scenario
from pipeline.validate.facts import Facts
from pipeline.validate.numbers.context import COMPARED, EARLIER, MINUS, NOT, PLUS, WHOLE_YEAR, YEAR
from pipeline.validate.numbers.known import Known
from pipeline.validate.numbers.lists import lists_with_totals
from pipeline.validate.numbers.phrase import phrases_of
from pipeline.validate.numbers.readings import Reading, Source
from pipeline.validate.numbers.scan import masked
from pipeline.validate.numbers.units import MONEY
from pipeline.validate.rule import Rule
from pipeline.validate.tables.months import span_of
from pipeline.validate.tables.wording import decimals_of

_SHORT = 80  # short lines of one text, such as those of a list, are told of together
_SAME_PERIOD = re.compile(r"^[^.;,]*?\bsamma period\s+(?:år\s+)?((?:19|20)\d\d)\b", re.IGNORECASE)
_OF_PERIOD = re.compile(r"\bperiodens?\b", re.IGNORECASE)
_BOUNDARY = re.compile(r"[;:]| men |, medan ")


def numbers_are_what_the_sentence_calls_them(facts: Facts) -> Iterator[Finding]:
    """A number that is called budget, forecast, outcome or deviation is that."""
    for each in facts.readings:
        said = each.scenarios
        scenarios = {known.scenario for known in each.known if known.scenario}
        if EARLIER.search(each.sentence.text):
            continue
        if said and scenarios and not said & scenarios:
            known = next(known for known in each.known if known.scenario)
            named = " eller ".join(sorted(scenario.value for scenario in said))
            fact = f'"{_quoted(each)}" säger {named}, men {each.mention.text} är {_of(known)}'
            other = _meant(facts, known, said)
            more = f"; {other.name} är {_value(other, facts)}" if other else ""
            yield finding("VAL231", fact + more, each.origin, known.origin, excerpt=masked(each.line.text))


def _of(known: Known) -> str:
    scenario = known.scenario.value if known.scenario else ""
    period = f" {known.period}" if known.period else ""
    return f'{scenario}{period} ("{known.name}", {known.origin})'


def _meant(facts: Facts, known: Known, said: frozenset[Scenario]) -> Known | None:
    """Return the value of the same row that the sentence would be right about."""
    source = facts.cells_known.get(known.origin)
    if source is None:
        return None
    same = [facts.rows_known.get((source.row, source.period, scenario)) for scenario in said]
    return min((each for each in same if each), key=lambda pair: pair[0], default=(0, None))[1]


def _value(known: Known, facts: Facts) -> str:
    return format_number(known.value, decimals_of(known.value), facts.profile.numbers)


def _quoted(each: Reading) -> str:
    words = f"{each.before.strip()} {each.mention.text}".strip()
    return words if len(words) < 90 else "…" + words[-88:]


def numbers_are_of_the_year_that_the_sentence_names(facts: Facts) -> Iterator[Finding]:
    """A number is of the year that stands before it, and what is said of the whole year is of a whole year."""
    for each in facts.readings:
        known = [value for value in each.known if span_of(value.period)] if each.mention.unit.family == MONEY else []
        if known and len(known) == len(each.known):
            years = _years(each, facts)
            spans = [span for value in known if (span := span_of(value.period))]
            if (
                years
                and not COMPARED.search(each.before)
                and not any(span.first // 12 in years or span.last // 12 in years for span in spans)
            ):
                named = ", ".join(map(str, sorted(years)))
                fact = f'"{_quoted(each)}" säger {named}, men {each.mention.text} är {_of(known[0])}'
                yield finding("VAL232", fact, each.origin, known[0].origin, excerpt=masked(each.line.text))
            elif WHOLE_YEAR.search(_clause(each.before)) and all(span.months < 12 for span in spans):
                fact = f'"{_quoted(each)}" säger helår, men {each.mention.text} är {_of(known[0])}'
                yield finding("VAL232", fact, each.origin, known[0].origin, excerpt=masked(each.line.text))


def _years(each: Reading, facts: Facts) -> set[int]:
    """Return the years that a sentence gives a number: before it, behind it as in samma period 2022, or by perioden."""
    if same := _SAME_PERIOD.search(each.after):
        return {int(same[1])}
    years = {int(year) for year in YEAR.findall(_clause(each.before))}
    period = facts.case.report.period
    if not years and _OF_PERIOD.search(each.before) and not YEAR.search(each.sentence.text):
        return {period.start.value.year, period.end.value.year}
    return years


def _clause(before: str) -> str:
    return _BOUNDARY.split(before)[-1]


def signs_and_words_agree(facts: Facts) -> Iterator[Finding]:
    """A deficit is not a plus and a surplus not a minus."""
    for each in facts.readings:
        value = each.known[0].value if each.source is Source.BOUND and each.known else each.mention.value
        words = _clause(each.before)
        unsigned = each.reference is not None and each.reference.unsigned  # the word alone says the sign
        signed = each.mention.signed or unsigned or (each.source is Source.BOUND and value < 0)
        if each.mention.unit.family != MONEY or not signed or NOT.search(words):
            continue
        wrong = MINUS if value > 0 else PLUS
        right = PLUS if value > 0 else MINUS
        match = wrong.search(words)
        if match and value and not right.search(words):
            fact = f'"{_quoted(each)}": ordet {match[0]} står vid {each.mention.text}'
            yield finding("VAL233", fact, each.origin, excerpt=masked(each.line.text))


def quoted_figures_have_their_own_unit(facts: Facts) -> Iterator[Finding]:
    """A named figure is followed by the unit that it has."""
    for each in facts.readings:
        if each.source is not Source.BOUND or not each.known:
            continue
        own, said = each.known[0].unit, each.mention.unit
        if own.family and (said.family or said.scale) and (own.family, own.scale) != (said.family, said.scale):
            unit = facts.case.figures[each.known[0].name].unit
            fact = f'"{each.mention.text}": nyckeltalet {each.known[0].name} är i {unit}'
            yield finding("VAL240", fact, each.origin, each.known[0].origin, excerpt=masked(each.line.text))


def numbers_have_a_source(facts: Facts) -> Iterator[Finding]:
    """Every number of a paragraph is quoted, stands in a table, can be counted or is told to be without source."""
    missing: dict[object, list[Reading]] = {}
    summed = {id(part) for parts, total in lists_with_totals(facts.lines, facts.readings) for part in (*parts, total)}
    for each in facts.readings:
        if each.source is Source.NONE and each.mention.value != Decimal(0) and id(each) not in summed:
            alone = each.line.origin if len(each.line.text) > _SHORT else each.line.place
            missing.setdefault(alone, []).append(each)
    for group in missing.values():
        numbers = [f'"{phrase}"' for phrase in phrases_of(group)]
        listed = " och ".join(filter(None, (", ".join(numbers[:-1]), numbers[-1])))
        fact = f"{listed} står bara i texten: ingen tabell, inget nyckeltal och ingen indikator har värdet"
        lines = {str(each.line.origin): each.line for each in group}.values()
        excerpt = masked("\n".join(line.text for line in lines))
        yield finding("VAL230", fact, *(line.origin for line in lines), excerpt=excerpt)


def typed_figures_have_a_source(facts: Facts) -> Iterator[Finding]:
    """A named figure that is typed in nyckeltal.yaml, and that no table and no indicator has, is told to be alone."""
    there = {(abs(each.unit.base(each.value)), each.unit.family) for each in facts.known if not each.is_figure}
    alone = []
    for each in facts.known:
        typed = each.is_figure and not isinstance(each.origin, CellOrigin)
        if typed and (abs(each.unit.base(each.value)), each.unit.family) not in there:
            alone.append(each)
    if alone:
        named = ", ".join(f"{each.name} ({_value(each, facts)})" for each in alone)
        fact = f"nyckeltal som är skrivna för hand, utan cell, tabell eller indikator att jämföra med: {named}"
        advice = "peka på en cell eller en rad i en tabell i stället, eller kontrollera talen mot underlaget för hand"
        yield finding("VAL230", fact, *(each.origin for each in alone), help=advice)


RULES: tuple[Rule, ...] = (
    numbers_are_what_the_sentence_calls_them,
    numbers_are_of_the_year_that_the_sentence_names,
    signs_and_words_agree,
    quoted_figures_have_their_own_unit,
    numbers_have_a_source,
    typed_figures_have_a_source,
)
