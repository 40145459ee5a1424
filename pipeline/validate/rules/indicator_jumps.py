"""Values of an indicator that are of another size than the others of it: a decimal sign or a digit that slipped."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from pipeline.findings.catalogue import finding
from pipeline.findings.finding import Finding
from pipeline.validate.facts import Facts
from pipeline.validate.rule import Rule
from pipeline.validate.rules.indicator_values import IndicatorValues, Value, Valued, near

_ALIKE = Decimal("0.25")  # how far from each other the other values may be for one to stand out
_TWICE, _MANY = Decimal(2), Decimal(5)
_SMALL = Decimal(10)  # whole numbers below it double by chance


def values_of_an_indicator_are_of_one_size(facts: Facts) -> Iterator[Finding]:
    """One value that is twice the others, which are alike, or a half of them, is told; so is one of five times."""
    for valued in IndicatorValues(facts).all:
        odd = [each for each in valued.values if _stands_out(each, valued)]
        if len(odd) == 1 or (odd and len(odd) == len(valued.values)):  # of two values nobody knows which is wrong
            others = ", ".join(each.text for each in valued.values if each is not odd[-1])
            fact = f'"{valued.indicator.name}" har {odd[-1].text} men annars {others}'
            yield finding("VAL266", fact, odd[-1].origin, valued.indicator.origin)


def _stands_out(value: Value, valued: Valued) -> bool:
    others = [each.number for each in valued.values if each is not value]
    if value.number <= 0 or not near(others, _ALIKE) or _is_few([value.number, *others]):
        return False
    up = value.number > max(others)
    ratio = value.number / max(others) if up else min(others) / value.number
    return ratio >= (_TWICE if len(others) > 1 and not _is_ambition(value, valued, up=up) else _MANY)


def _is_few(numbers: list[Decimal]) -> bool:
    """Return whether the numbers are small counts, which may well double from one year to the next."""
    return max(numbers) < _SMALL and all(each == each.to_integral_value() for each in numbers)


def _is_ambition(value: Value, valued: Valued, *, up: bool) -> bool:
    """Return whether a value is a goal that asks for more than has been: it may be far away."""
    return value.is_goal and (valued.lower_is_better is None or valued.lower_is_better is not up)


RULES: tuple[Rule, ...] = (values_of_an_indicator_are_of_one_size,)
