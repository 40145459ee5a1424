"""Axes of dates: categories stand as far apart as their days, months or years (ECMA-376 part 1, 21.2.2.39)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from pipeline.render.charts.model import Axis, Plot
from pipeline.render.charts.numbers import MOST_DAYS, shown

_EPOCH = datetime(1899, 12, 30)  # noqa: DTZ001 - a day of the file, without a zone
_MOST_SLOTS = 10_000
_IN_MONTHS = {"months": 1, "years": 12}
_STEPS = {"days": (1, 2, 7, 14, 28, 56, 91, 182, 365), "months": (1, 2, 3, 6, 12, 24, 60, 120), "years": (1, 2, 5, 10)}
_MOST_LABELS = 13


@dataclass(frozen=True, slots=True)
class Dates:
    """The places of categories on an axis of dates: each one's own, how many there are, and the labels of them all."""

    slots: tuple[int, ...]
    count: int
    texts: tuple[str, ...]
    step: int


def dates_of(axis: Axis, plots: Sequence[Plot], language: str) -> Dates | None:
    """Return the places of an axis of dates, None where its categories are no dates."""
    if axis.days is None or not plots:
        return None
    longest = max((one.days for plot in plots for one in plot.series), key=len, default=())
    days = [round(day) for day in longest if day is not None and 0 <= day <= MOST_DAYS]
    if not days or len(days) != len(longest):
        return None
    base = axis.days.base if axis.days.base in _STEPS else _base(sorted(set(days)))
    places = [_place(day, base) for day in days]
    first = min(places)
    count = max(places) - first + 1
    if count > _MOST_SLOTS:
        return None
    code = next((one.day_code for plot in plots for one in plot.series if one.day_code), "yyyy-mm-dd")
    step = _step(axis, base, count)
    texts = (shown(_day(first + at, base, min(days)), code, language) if at % step == 0 else "" for at in range(count))
    return Dates(tuple(place - first for place in places), count, tuple(texts), step)


def _base(days: Sequence[int]) -> str:
    """Return the unit that Word chooses: the largest in which no two dates fall together."""
    for unit in ("years", "months"):
        if len({_place(day, unit) for day in days}) == len(days) and len(days) > 1:
            return unit
    return "days"


def _place(day: int, base: str) -> int:
    if base == "days":
        return day
    date = _EPOCH + timedelta(days=day)
    return date.year if base == "years" else date.year * 12 + date.month - 1


def _day(place: int, base: str, first: int) -> int:
    """Return a day of a place, on the day of the month that the first date has."""
    if base == "days":
        return place
    year, month = (place, (_EPOCH + timedelta(days=first)).month - 1) if base == "years" else divmod(place, 12)
    day = min((_EPOCH + timedelta(days=first)).day, 28)
    return (datetime(min(max(year, 1900), 9998), month + 1, day) - _EPOCH).days  # noqa: DTZ001 - as above


def _step(axis: Axis, base: str, count: int) -> int:
    """Return how many places labels are apart: as the axis says, else so that there are not too many."""
    assert axis.days is not None
    given, unit = axis.days.step, axis.days.step_unit
    if given:
        if base == "days":
            return max(given * {"months": 30, "years": 365}.get(unit, 1), 1)
        return max(given * _IN_MONTHS.get(unit, 1) // _IN_MONTHS[base], 1)
    return next((step for step in _STEPS[base] if count <= step * _MOST_LABELS), max(count // _MOST_LABELS, 1))
