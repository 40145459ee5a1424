"""The scale of a value axis: where it begins and ends and how far its marks stand apart, as Word chooses them."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.render.charts.model import Axis

MOST_MARKS = 200
_MARGIN = 0.05  # of the values' range is left free beyond the outermost
_NEAR = 1 / 6  # values that lie closer together than this share of the largest do not begin at zero
_LARGEST = 1e300


@dataclass(frozen=True, slots=True)
class Scale:
    """A range of values with the distance of its marks; ``base`` is that of a logarithmic one, else 0."""

    low: float
    high: float
    step: float
    base: float = 0.0
    backwards: bool = False

    def share(self, value: float) -> float:
        """Return how far along the axis a value stands, from 0 to 1; what lies outside stands at the end."""
        if self.base:
            value, low, high = (math.log(max(each, 1e-12), self.base) for each in (value, self.low, self.high))
        else:
            low, high = self.low, self.high
        part = min(max((value - low) / (high - low), 0.0), 1.0) if high > low else 0.0
        return 1.0 - part if self.backwards else part

    def marks(self) -> list[float]:
        """Return the values that have a mark."""
        if self.base:
            first, last = (round(math.log(max(each, 1e-12), self.base)) for each in (self.low, self.high))
            return [float(self.base**power) for power in range(first, min(last, first + MOST_MARKS) + 1)]
        count = min(int((self.high - self.low) / self.step + 1e-6), MOST_MARKS)
        digits = max(0, 12 - math.floor(math.log10(max(abs(self.high), abs(self.low), self.step))))
        return [round(self.low + index * self.step, min(digits, 300)) for index in range(count + 1)]


def scale_of(axis: Axis, values: Iterable[float], room: float, *, shares: bool = False) -> Scale:
    """Return the scale of an axis that is ``room`` points long; ``shares`` tells that the values add up to one."""
    known = [min(max(value, -_LARGEST), _LARGEST) for value in values if math.isfinite(value)] or [0.0, 1.0]
    if axis.base > 1:
        return _logarithmic(axis, known)
    low, high = _ends(min(known), max(known))
    if shares:
        low, high = (0.0 if min(known) >= 0 else -1.0), (1.0 if max(known) > 0 else 0.0)
    low = low if axis.low is None else axis.low
    high = high if axis.high is None else axis.high
    if high <= low:
        low, high = (low, low + max(abs(low), 1.0)) if axis.high is None else (high - max(abs(high), 1.0), high)
    step = axis.step or _step(high - low, room, axis.style.size)
    if (high - low) / step > MOST_MARKS:
        step = _step(high - low, room, axis.style.size)
    low = low if axis.low is not None else math.floor(low / step + 1e-9) * step
    high = high if axis.high is not None else math.ceil(high / step - 1e-9) * step
    return Scale(low, high, step, backwards=axis.backwards)


def _ends(least: float, most: float) -> tuple[float, float]:
    if least == most == 0:
        return 0.0, 1.0
    spread = most - least
    low = least - spread / 2 if least > 0 and spread < most * _NEAR and spread else min(least, 0.0)
    high = most + spread / 2 if most < 0 and spread < -least * _NEAR and spread else max(most, 0.0)
    margin = (most - low if low > 0 else high - low) * _MARGIN
    return (low - margin if least < 0 else low), (high + margin if most > 0 else high)


def _step(spread: float, room: float, size: float) -> float:
    most = min(max(room / (max(size, 1.0) * 1.8), 2.0), 10.0)
    least = max(spread, 1e-290) / most
    power = float(10.0 ** math.floor(math.log10(least)))
    return next(factor * power for factor in (1, 2, 5, 10) if factor * power >= least * (1 - 1e-9))


def _logarithmic(axis: Axis, values: list[float]) -> Scale:
    positive = [value for value in values if value > 0] or [1.0, 10.0]
    low = axis.low if axis.low is not None and axis.low > 0 else min(*positive, 1.0)
    high = axis.high if axis.high is not None and axis.high > low else max(*positive, axis.base)
    first = math.floor(math.log(low, axis.base) + 1e-9)
    last = math.ceil(math.log(high, axis.base) - 1e-9)
    last = min(max(last, first + 1), first + MOST_MARKS)
    try:
        return Scale(float(axis.base**first), float(axis.base**last), axis.base, axis.base, axis.backwards)
    except OverflowError:
        return Scale(1.0, 10.0, 10.0, 10.0, axis.backwards)
