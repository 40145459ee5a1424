"""Trendlines: the curve that lies nearest to the values of a series (ECMA-376 part 1, 21.2.2.212-21.2.3.51)."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from pipeline.render.charts.ground import XY, Ground
from pipeline.render.charts.model import Plot, Series, Trend
from pipeline.render.charts.numbers import shown
from pipeline.render.charts.pen import Pen, Point, width_of
from pipeline.render.charts.plots import pairs

_STEPS = 60  # of a curve
_LARGEST = 1e12
Pairs = Sequence[tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Curve:
    """A curve through values: ``at`` gives y for an x; with its equation and how well it fits (R squared)."""

    at: Callable[[float], float]
    equation: str
    fit: float


def draw_trends(plot: Plot, ground: Ground, pen: Pen, language: str) -> None:
    """Draw the trendlines of a plot's series with what is told beside them."""
    for series in plot.series:
        for trend in series.trends:
            known = list(_known(plot, series, ground))
            points = list(_points(plot, trend, known, ground))
            pen.line(points, trend.stroke)
            words = told(trend, known, language)
            if words and points and trend.style is not None:
                x = max(points[-1][0], ground.area.left + max(width_of(row, trend.style) for row in words))
                y = max(points[-1][1], ground.area.top + trend.style.size * 1.2 * len(words))
                for number, row in enumerate(words):
                    up = trend.style.size * (0.6 + 1.2 * (len(words) - 1 - number))
                    pen.text(row, (min(x, ground.area.right) - 2, y - up), trend.style, "right")


def _known(plot: Plot, series: Series, ground: Ground) -> Iterator[tuple[float, float]]:
    """Yield x and y of the values: on an axis of categories x counts these from 1."""
    if plot.kind in XY:
        yield from (pair for pair in pairs(series) if pair is not None)
        return
    for at in ground.order(series.values):
        value = series.values[at]
        if value is not None:
            yield ground.slot_of(at) + 1.0, value


def _points(plot: Plot, trend: Trend, known: Pairs, ground: Ground) -> Iterator[Point]:
    for x, y in curve_points(trend, known):
        if abs(y) > _LARGEST or not ground.scale.low <= y <= ground.scale.high:
            y = min(max(y, ground.scale.low), ground.scale.high)  # noqa: PLW2901 - kept within the plot
        yield ground.xy(x, y) if plot.kind in XY else ground.place(ground.along(x - 1.0), y)


def curve_points(trend: Trend, known: Pairs) -> Iterator[tuple[float, float]]:
    """Yield x and y along a trendline, as far forward and backward as it goes."""
    if trend.kind == "movingAvg":
        for at in range(trend.period - 1, len(known)):
            part = known[at - trend.period + 1 : at + 1]
            yield known[at][0], sum(y for _, y in part) / trend.period
        return
    curve = curve_of(trend, known)
    if curve is None:
        return
    low, high = min(x for x, _ in known) - trend.backward, max(x for x, _ in known) + trend.forward
    count = 1 if trend.kind == "linear" else _STEPS
    for step in range(count + 1):
        x = low + (high - low) * step / count
        y = _value(curve, x)
        if y is not None:
            yield x, y


def _value(curve: Curve, x: float) -> float | None:
    """Return y of a curve, None where it has none: logarithms and powers have none below nothing."""
    try:
        y = curve.at(x)
    except (ArithmeticError, ValueError):
        return None
    return y if math.isfinite(y) else None


def told(trend: Trend, known: Pairs, language: str) -> list[str]:
    """Return the lines beside a trendline: its own text, else its equation and its fit as far as asked for."""
    if not trend.equation and not trend.fit:
        return []
    curve = curve_of(trend, known)
    if trend.told or curve is None:
        return [trend.told] if trend.told else []
    equation = curve.equation if language.lower().startswith("en") else curve.equation.replace(".", ",")
    parts = [f"y = {equation}"] if trend.equation else []
    return [*parts, f"R² = {shown(curve.fit, '0.0000', language)}"] if trend.fit else parts


def curve_of(trend: Trend, known: Pairs) -> Curve | None:
    """Return the curve of a trendline, None where the values have none."""
    maker = {"exp": _exponential, "log": _logarithmic, "power": _power}.get(trend.kind)
    try:
        if maker is not None:
            return maker(known)
        order = 1 if trend.kind == "linear" else trend.order
        factors = fitted(known, min(order, len(known) - 1), trend.through)
        return None if factors is None else _polynomial(factors, known)
    except (ArithmeticError, ValueError):
        return None


def _polynomial(factors: Sequence[float], known: Pairs) -> Curve:
    def at(x: float) -> float:
        return sum(factor * x**power for power, factor in enumerate(factors))

    terms = []
    for power in range(len(factors) - 1, -1, -1):
        name = {0: "", 1: "x"}.get(power, f"x{''.join('⁰¹²³⁴⁵⁶⁷⁸⁹'[int(digit)] for digit in str(power))}")
        sign = "-" if factors[power] < 0 else "+"
        terms.append(f"{sign} {_short(abs(factors[power]))}{name}")
    text = " ".join(terms)
    text = "-" + text[2:] if text.startswith("-") else text.removeprefix("+ ")
    return Curve(at, text, _fit(at, known))


def _exponential(known: Pairs) -> Curve | None:
    factors = fitted([(x, math.log(y)) for x, y in known], 1, None)
    if factors is None:
        return None
    start, rate = math.exp(factors[0]), factors[1]
    found = Curve(lambda x: start * math.exp(rate * x), f"{_short(start)}e^({_short(rate)}x)", 0.0)
    return Curve(found.at, found.equation, _fit(lambda x: math.log(found.at(x)), [(x, math.log(y)) for x, y in known]))


def _logarithmic(known: Pairs) -> Curve | None:
    factors = fitted([(math.log(x), y) for x, y in known], 1, None)
    if factors is None:
        return None
    start, rate = factors[0], factors[1]
    sign = "-" if start < 0 else "+"

    def at(x: float) -> float:
        return rate * math.log(x) + start

    return Curve(at, f"{_short(rate)}ln(x) {sign} {_short(abs(start))}", _fit(at, known))


def _power(known: Pairs) -> Curve | None:
    logs = [(math.log(x), math.log(y)) for x, y in known]
    factors = fitted(logs, 1, None)
    if factors is None:
        return None
    start, rate = math.exp(factors[0]), factors[1]
    fit = _fit(lambda x: factors[0] + rate * x, logs)
    return Curve(lambda x: start * math.exp(rate * math.log(x)), f"{_short(start)}x^({_short(rate)})", fit)


def _short(number: float) -> str:
    return f"{number:.4f}" if abs(number) < 100 else f"{number:.2f}"


def _fit(at: Callable[[float], float], known: Pairs) -> float:
    """Return how much of the values' spread a curve tells, from 0 to 1."""
    mean = sum(y for _, y in known) / len(known)
    spread = sum((y - mean) ** 2 for _, y in known)
    return 1.0 - sum((y - at(x)) ** 2 for x, y in known) / spread if spread else 1.0


def fitted(known: Pairs, order: int, through: float | None) -> list[float] | None:
    """Return the factors of the polynomial of least squares, the constant first; None where there is none.

    With ``through`` the constant is that.
    """
    if order < 1 or len({x for x, _ in known}) <= order - (through is not None):
        return None
    shift = 0.0 if through is None else through
    powers = range(order + 1) if through is None else range(1, order + 1)
    try:
        rows = [[sum(x ** (one + two) for x, _ in known) for two in powers] for one in powers]
        sums = [sum((y - shift) * x**one for x, y in known) for one in powers]
        found = _solved(rows, sums)
    except OverflowError:
        return None
    if found is None:
        return None
    return found if through is None else [through, *found]


def _solved(rows: list[list[float]], sums: list[float]) -> list[float] | None:
    """Return the solution of linear equations by elimination, None for none."""
    size = len(sums)
    table = [[*row, total] for row, total in zip(rows, sums, strict=True)]
    for at in range(size):
        best = max(range(at, size), key=lambda row: abs(table[row][at]))
        table[at], table[best] = table[best], table[at]
        pivot = table[at][at]
        if not abs(pivot) > 1e-300 or not math.isfinite(pivot):
            return None
        for row in range(size):
            if row != at:
                factor = table[row][at] / pivot
                table[row] = [one - factor * two for one, two in zip(table[row], table[at], strict=True)]
    found = [table[at][size] / table[at][at] for at in range(size)]
    return found if all(map(math.isfinite, found)) else None
