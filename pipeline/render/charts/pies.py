"""Slices of pies and rings, and the smaller pie or bar beside a pie (ECMA-376 part 1, 21.2.2.141, 21.2.2.126)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.render.charts.model import Plot, SecondPlot, Series
from pipeline.render.charts.pen import Area, Point, around
from pipeline.render.charts.plots import Labeller
from pipeline.render.read.drawingcolors import Paint

_SMALL = 0.1  # of the whole is a slice whose label stands outside of it, where nothing is said of that
_OTHER_GREY = "7f7f7f"
_FIRST, _GAP = 0.42, 0.14  # of the width that two pies have: the radius' room of the first, the gap between them


@dataclass(frozen=True, slots=True)
class Slice:
    """A value with the angles in degrees clockwise from above that it fills; ``at`` is its number, -1 for the rest."""

    at: int
    value: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Round:
    """Where slices stand: about a middle, between two radii; their values are shares of a total."""

    middle: Point
    radii: Point
    labeller: Labeller
    total: float


def slices_of(series: Series, turn: float, numbers: Sequence[int] | None = None, rest: float = 0.0) -> list[Slice]:
    """Return the slices of the values of some numbers, all of them without; a ``rest`` stands last."""
    values = {at: max(value or 0.0, 0.0) for at, value in enumerate(series.values)}
    kept = [(at, value) for at, value in values.items() if numbers is None or at in numbers]
    kept += [(-1, rest)] if rest else []
    total = sum(value for _, value in kept)
    found = []
    for at, value in kept:
        if value <= 0 or total <= 0:
            continue
        end = turn + value / total * 360
        found.append(Slice(at, value, turn, end))
        turn = end
    return found


def draw_slices(series: Series, slices: Sequence[Slice], where: Round) -> None:
    """Draw slices with their labels; those that are moved out stand apart from the middle."""
    pen = where.labeller.pen
    for one in slices:
        outer = where.radii[1]
        middle = around(where.middle, outer * series.apart.get(one.at, 0.0), (one.start + one.end) / 2)
        paint = Paint(_OTHER_GREY) if one.at < 0 else series.points.get(one.at, series.fill)
        pen.sector(middle, where.radii, (one.start, one.end), paint, series.stroke)
        _label(series, one, middle, where)


def _label(series: Series, one: Slice, middle: Point, where: Round) -> None:
    labels = series.labels.of(one.at)
    share = one.value / where.total if where.total else 0.0
    if one.at < 0:
        text = _other_text(series, one, share, where.labeller)
    else:
        text = where.labeller.text(series, one.at, one.value, share)
    if not text or labels.style is None:
        return
    inner, outer = where.radii
    beyond = labels.position in {"outEnd", "bestFit"} or (share < _SMALL and not labels.position)
    distance = (inner + outer) / 2 if inner else outer * 0.65
    if labels.position == "inEnd":
        distance = outer - labels.style.size
    if beyond and not inner:
        distance = outer + labels.style.size * 1.1
    angle = (one.start + one.end) / 2
    where.labeller.put(series, one.at, text, around(middle, distance, angle), around(middle, outer, angle))


def _other_text(series: Series, one: Slice, share: float, labeller: Labeller) -> str:
    if not series.labels.shown:
        return ""
    language = labeller.language
    name = "Other" if language.lower().startswith("en") else "Övrigt"
    named = Series(name, (one.value,), (name,), format_code=series.format_code, labels=series.labels.of(-1))
    return labeller.text(named, 0, one.value, share) if 0 not in named.labels.texts else name


def draw_two(plot: Plot, second: SecondPlot, area: Area, labeller: Labeller) -> None:
    """Draw a pie whose last slice stands for what the pie or the bar beside it shows."""
    series = plot.series[0]
    apart = _apart(series, second)
    kept = [at for at in range(len(series.values)) if at not in apart]
    values = [max(value or 0.0, 0.0) for value in series.values]
    rest, total = sum(values[at] for at in apart), sum(values)
    radius = max(min(area.width * _FIRST / 2, area.height / 2) * 0.85, 1.0)
    middle = (area.left + area.width * 0.02 + radius * 1.15, area.top + area.height / 2)
    slices = slices_of(series, 0.0, kept, rest)
    if slices and rest:  # the rest stands in the middle of the right side
        slices = slices_of(series, 90.0 + rest / total * 180, kept, rest)
    draw_slices(series, slices, Round(middle, (0.0, radius), labeller, total))
    if not rest:
        return
    size = radius * second.size
    left = middle[0] + radius + area.width * _GAP
    half = rest / total * 180
    edges = [around(middle, radius, 90.0 + side * half) for side in (-1.0, 1.0)]
    if second.bar:
        _bar(series, apart, Area(left, middle[1] - size, size, size * 2), (labeller, total))
        ends = [(left, middle[1] - size), (left, middle[1] + size)]
    else:
        other = (left + size, middle[1])
        draw_slices(series, slices_of(series, 0.0, apart), Round(other, (0.0, size), labeller, total))
        ends = [(other[0], middle[1] - size), (other[0], middle[1] + size)]
    for edge, end in zip(edges, ends, strict=True):
        labeller.pen.line([edge, end], second.lines)


def _apart(series: Series, second: SecondPlot) -> list[int]:
    """Return the numbers of the values that stand in the second plot (21.2.2.197)."""
    values = [max(value or 0.0, 0.0) for value in series.values]
    total = sum(values) or 1.0
    if second.split == "cust":
        return [at for at in range(len(values)) if at in second.points]
    if second.split == "val":
        return [at for at, value in enumerate(values) if value < second.at]
    if second.split == "percent":
        return [at for at, value in enumerate(values) if value / total * 100 < second.at]
    count = round(second.at) if second.split == "pos" and second.at >= 1 else max(round(len(values) / 3), 1)
    return list(range(max(len(values) - count, 0), len(values)))


def _bar(series: Series, numbers: Sequence[int], area: Area, how: tuple[Labeller, float]) -> None:
    """Draw values on top of each other, the first of them highest."""
    labeller, total = how
    values = [max(series.values[at] or 0.0, 0.0) for at in numbers]
    whole, top = sum(values) or 1.0, area.top
    for at, value in zip(numbers, values, strict=True):
        high = area.height * value / whole
        labeller.pen.box(Area(area.left, top, area.width, high), series.points.get(at, series.fill), series.stroke)
        text = labeller.text(series, at, value, value / total if total else 0.0)
        labeller.put(series, at, text, (area.left + area.width / 2, top + high / 2))
        top += high
