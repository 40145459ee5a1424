"""Two names and two numbers in one sentence: A and B are X respektive Y, or X respektive Y for A and B."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import cached_property
from itertools import pairwise

from pipeline.findings.catalogue import finding
from pipeline.findings.finding import Finding
from pipeline.validate.facts import Facts
from pipeline.validate.numbers.context import EARLIER, scenarios_in
from pipeline.validate.numbers.known import Known
from pipeline.validate.numbers.readings import Reading
from pipeline.validate.numbers.scan import masked
from pipeline.validate.numbers.units import Unit
from pipeline.validate.rule import Rule
from pipeline.validate.tables.wording import said

_FORMS = r"(?:en|et|n|t|na|ar|er|or|arna|erna|orna)?s?"
_RESPECTIVE = re.compile(r"\s*respektive\s+(?:(?:till|på|med)\s+)?", re.IGNORECASE)
_AND = re.compile(r"\s+(?:och|samt|respektive)\s+(?:(?:för|i|inom|av)\s+)?", re.IGNORECASE)
_OF = re.compile(r"\s*(?:(?:är|var|blev|avser|gäller)\s+)?(?:för|i|inom|av|på|hos|till)\s+(?=\w)", re.IGNORECASE)
_CLAUSE = re.compile(r"[.;:,]|\s(?:men|medan|vilket|som)\s")
_LISTED = re.compile(r"^\s*,\s*$")
_NAME, _DIGITS, _TWO = 4, 2, 2  # letters of a name that is looked for; digits of a number that is no chance


@dataclass(frozen=True)
class _Named:
    """The values of rows and indicators by name, in lower case."""

    facts: Facts

    @cached_property
    def values(self) -> dict[str, list[Known]]:
        """Return the values of the tables' rows and of the indicators, by name, the longest names first."""
        found: dict[str, list[Known]] = {}
        for each in self.facts.known:
            name = (each.indicator or each.row).lower()
            if len(name) >= _NAME and not each.is_figure:
                found.setdefault(name, []).append(each)
        return dict(sorted(found.items(), key=lambda pair: (-len(pair[0]), pair[0])))

    def pair(self, text: str) -> tuple[str, str] | None:
        """Return the two names that stand in a text with only an and between them, or None."""
        lowered = text.lower()
        spans: list[tuple[int, int, str]] = []
        for name in self.values:
            for match in re.finditer(rf"\b{re.escape(name)}{_FORMS}\b", lowered) if name in lowered else ():
                if not any(start < match.end() and match.start() < end for start, end, _ in spans):
                    spans.append((*match.span(), name))
        spans.sort()
        if len(spans) != _TWO or spans[0][2] == spans[1][2]:
            return None
        return (spans[0][2], spans[1][2]) if _AND.fullmatch(text, spans[0][1], spans[1][0]) else None


def numbers_told_respectively_are_of_their_names(facts: Facts) -> Iterator[Finding]:
    """Where two names are told two numbers respectively, the first is of the first and the second of the other."""
    named = _Named(facts)
    for first, second in pairwise(facts.readings):
        between = first.line.text[first.mention.end : second.mention.start]
        alike = first.line is second.line and first.sentence == second.sentence and _RESPECTIVE.fullmatch(between)
        if alike and not _LISTED.match(first.before) and not EARLIER.search(first.sentence.text):
            behind = _behind(second)
            names = named.pair(first.before) or (named.pair(behind) if behind else None)
            if names:
                own = [_of(named.values[name], f"{first.before} {behind}") for name in names]
                yield from _held(facts, (first, second), own, behind)


def _behind(second: Reading) -> str:
    """Return what the two numbers are said to be of where it stands behind them, or "": 5 respektive 7 för A och B."""
    opened = _OF.match(second.after)
    return _CLAUSE.split(second.after[opened.end() :])[0] if opened else ""


def _of(values: Sequence[Known], words: str) -> list[Known]:
    """Return the values of a name that a sentence may speak of: those of the scenarios that it names, or all."""
    scenarios = scenarios_in(words)
    meant = [each for each in values if each.scenario in scenarios]
    return meant or list(values)


def _held(facts: Facts, pair: tuple[Reading, Reading], own: Sequence[list[Known]], behind: str) -> Iterator[Finding]:
    units = [_unit(pair[0], pair[1]), pair[1].mention.unit]
    has = [[[known for known in values if _is(known, each, unit)] for values in own]
           for each, unit in zip(pair, units, strict=True)]  # fmt: skip
    right = [bool(has[0][0]), bool(has[1][1])]
    swapped = not any(right) and bool(has[0][1]) and bool(has[1][0])
    if swapped:
        yield _told(facts, pair, (has[1][0][0], has[0][1][0]), behind)
    elif sum(right) == 1 and all(_is_telling(each) for each in pair):
        wrong = right.index(False)
        other = next((known for known in own[wrong] if _is_like(known, has[1 - wrong][1 - wrong][0])), None)
        if other is not None:
            yield _told(facts, pair, (other,), behind)


def _told(facts: Facts, pair: tuple[Reading, Reading], values: Sequence[Known], behind: str) -> Finding:
    first, second = pair
    end = second.line.text.index(behind, second.mention.end) + len(behind) if behind else second.mention.end
    words = f"{first.before.strip()} {first.line.text[first.mention.start : end]}".strip()
    style = facts.profile.numbers
    real = " och ".join(f"{each.name} är {said(each.value, style)}" for each in values)
    places = (second.origin, *(each.origin for each in values))
    return finding("VAL260", f'"{words}" men {real}', *places, excerpt=masked(first.line.text))


def _unit(first: Reading, second: Reading) -> Unit:
    """Return the unit of the first number, which is that of the second where it has none."""
    return second.mention.unit if first.mention.unit.is_bare else first.mention.unit


def _is(known: Known, reading: Reading, unit: Unit) -> bool:
    """Return whether a number is a value, rounded as the number is, in the unit that it has or has from the other."""
    if unit.family and known.unit.family == unit.family:
        size = abs(known.unit.base(known.value)).scaleb(-unit.scale)
    else:
        size = abs(known.value)
    if reading.hedge:
        return reading.hedge.holds(size)
    return size.quantize(Decimal(1).scaleb(-reading.mention.decimals), ROUND_HALF_UP) == abs(reading.mention.value)


def _is_telling(reading: Reading) -> bool:
    """Return whether a number has the digits that make it a value of its own, and is not told roughly."""
    digits = str(abs(reading.mention.value)).replace(".", "").strip("0")
    return len(digits) >= _DIGITS and reading.hedge is None


def _is_like(known: Known, other: Known) -> bool:
    """Return whether two values stand in one column, or under one heading of their indicators."""
    if known.row:
        return (known.scenario, known.period) == (other.scenario, other.period)
    return known.name.removeprefix(known.indicator) == other.name.removeprefix(other.indicator)


RULES: tuple[Rule, ...] = (numbers_told_respectively_are_of_their_names,)
