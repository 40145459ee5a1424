"""Damages to times: years in the prose, the report's number there, and the periods of columns and figures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from benchmarks.damages_prose import all_of, swapped
from benchmarks.damages_tables import Damage
from pipeline.model.case import Case
from pipeline.model.origin import Sourced
from pipeline.model.profile import Profile
from pipeline.model.prose import Text
from pipeline.model.report import IndicatorsPart
from pipeline.model.statement import Column
from pipeline.validate.facts import Facts

_YEAR = re.compile(r"(?<!\d)((?:19|20)\d)(\d)(?!\d)")
_NUMBERED = re.compile(r"\b(?:\w*rapport\w*|delår\w*)\s(\d)(?!\d)")


def damages(case: Case, profile: Profile) -> Iterator[Damage]:
    """Yield every damage to a time."""
    facts = Facts(case, profile)
    for text in all_of(case, Text):
        for match in _YEAR.finditer(text.text):
            if not any(start <= match.start() < end for start, end in facts.names_in(text.text)):
                yield from _swapped(case, text, match, "prose: year")
        for match in _NUMBERED.finditer(text.text):
            new = f"{text.text[: match.start(1)]}{int(match[1]) + 3}{text.text[match.end(1) :]}"
            yield Damage("prose: report's number", text.text[:60], swapped(case, text, Text(new)))
    yield from _columns(case)
    for name, figure in case.figures.items():
        if figure.scenario is not None and (wrong := _later(figure.period)) != figure.period:
            other = {**case.figures, name: replace(figure, period=wrong)}
            yield Damage("figure: period", f"{name}: {figure.period} → {wrong}", replace(case, figures=other))


def _swapped(case: Case, text: Text, match: re.Match[str], kind: str) -> Iterator[Damage]:
    new = f"{text.text[: match.start()]}{_later(match[0])}{text.text[match.end() :]}"
    around = text.text[max(0, match.start() - 40) : match.end() + 30]
    yield Damage(kind, f'"{match[0]}" → "{_later(match[0])}" in "{around}"', swapped(case, text, Text(new)))


def _columns(case: Case) -> Iterator[Damage]:
    for statement in case.statements.values():
        for index, column in enumerate(statement.columns):
            if (wrong := _later(column.period)) != column.period:
                columns: list[Column] = list(statement.columns)
                columns[index] = replace(column, period=wrong)
                other = {**case.statements, statement.id: replace(statement, columns=tuple(columns))}
                what = f"{statement.id} {column.heading}: {column.period} → {wrong}"
                yield Damage("column: period", what, replace(case, statements=other))
    for part in all_of(case.report, IndicatorsPart):
        for heading in part.columns:
            if (wrong := _later(heading.value)) != heading.value:
                new = swapped(case, heading, Sourced(wrong, heading.origin))
                yield Damage("indicator's column: year", f"{heading} → {wrong}", new)


def _later(text: str) -> str:
    """Return a text with its first year three years later, as its last digit alone goes."""
    return _YEAR.sub(lambda match: f"{match[1]}{(int(match[2]) + 3) % 10}", text, count=1)
