"""Damages to words: levels in the prose, names in lists, paragraphs, notes, dates, case numbers and names."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from benchmarks.damages_prose import all_of, changed, swapped
from benchmarks.damages_tables import Damage
from pipeline.model.case import Case
from pipeline.model.origin import Sourced
from pipeline.model.profile import Profile
from pipeline.model.prose import ItemList, Paragraph, Prose, Text
from pipeline.validate.facts import Facts
from pipeline.validate.months import MONTHS
from pipeline.validate.rules.status_lists import listed_levels

_LONG = 8  # words of a paragraph that is worth repeating


def damages(case: Case, profile: Profile) -> Iterator[Damage]:
    """Yield every damage to words."""
    facts = Facts(case, profile)
    yield from _levels(case, facts)
    yield from _lists(case, facts)
    yield from _paragraphs(case)
    yield from _notes(case)
    yield from _dates(case)
    yield from _names(case)
    yield from _period(case)


def _levels(case: Case, facts: Facts) -> Iterator[Damage]:
    """Yield the level words of counts and of lists with another level in their place."""
    lines = {line.text for line, _, _ in facts.claims.levels}
    lines |= {line.text for line in facts.lines if any(listed_levels(line, facts.words))}
    for text in all_of(case, Text):
        for words in facts.words if text.text.strip() and any(text.text in line for line in lines) else ():
            for mention in words.mentions(text.text):
                other = next(level for level in words.vocabulary.levels if level.id != mention.level.id)
                said = [word for word in other.short.value.lower().split() if word not in words.shared]
                if said:
                    new = f"{text.text[: mention.start]}{' '.join(said)}{text.text[mention.end :]}"
                    what = f'"{text.text[mention.start : mention.end]}" → "{" ".join(said)}" in "{text.text[:60]}"'
                    yield Damage("prose: level word", what, swapped(case, text, Text(new)))


def _lists(case: Case, facts: Facts) -> Iterator[Damage]:
    """Yield the lists of names under a level with a name gone, another name in its place, or one name twice."""
    headers = {line.origin for line in facts.lines if any(listed_levels(line, facts.words))}
    for prose in all_of(case, Prose):
        for before, block in zip(prose.blocks, prose.blocks[1:], strict=False):
            if isinstance(before, Paragraph) and before.origin in headers and isinstance(block, ItemList):
                yield from _list(case, block, [thing.name for thing in facts.things.everything if thing.levels])


def _list(case: Case, block: ItemList, names: list[str]) -> Iterator[Damage]:
    items = block.items
    for index, item in enumerate(items):
        said = " ".join(text.text for text in all_of(item, Text))
        if len(items) > 1:
            rest = replace(block, items=(*items[:index], *items[index + 1 :]))
            yield Damage("list of names: one gone", said, swapped(case, block, rest))
        other = next(name for name in names if name != said)
        put = replace(block, items=(*items[:index], changed(item, _to(other)), *items[index + 1 :]))
        yield Damage("list of names: another one", f"{said} → {other}", swapped(case, block, put))


def _to(name: str) -> Callable[[Any], Any]:
    return lambda node: Text(name) if isinstance(node, Text) else node


def _paragraphs(case: Case) -> Iterator[Damage]:
    for prose in all_of(case, Prose):
        for index, block in enumerate(prose.blocks):
            if isinstance(block, Paragraph) and len(_words(block)) >= _LONG:
                twice = (*prose.blocks[: index + 1], *prose.blocks[index:])
                what = " ".join(_words(block)[:8])
                yield Damage("paragraph: twice", what, swapped(case, prose, replace(prose, blocks=twice)))


def _words(block: Paragraph) -> list[str]:
    return [word for text in all_of(block, Text) for word in re.findall(r"[^\W\d_]+", text.text)]


def _notes(case: Case) -> Iterator[Damage]:
    for text in list(all_of(case, Text))[::5]:
        match = re.search(r"[^\W\d_]{4,}(?= )", text.text)
        if match:
            new = f"{text.text[: match.end()]}*{text.text[match.end() :]}"
            yield Damage("footnote mark: without note", match.group(), swapped(case, text, Text(new)))


def _dates(case: Case) -> Iterator[Damage]:
    period = case.report.period
    dates: dict[str, tuple[Any, str, Sourced[date] | None]] = {
        "document": (case, "document_date", case.document_date),
        "meeting": (case, "meeting", case.meeting),
        "period's first day": (period, "start", period.start),
        "period's last day": (period, "end", period.end),
    }
    for name, (owner, attribute, said) in dates.items():
        for kind, other in _other_days(said.value) if said else ():
            wrong = replace(owner, **{attribute: Sourced(other, said.origin)}) if said else owner
            yield Damage(f"date: {kind}", f"{name}: {said} → {other}", swapped(case, owner, wrong))


def _other_days(day: date) -> Iterator[tuple[str, date]]:
    yield "year before", day.replace(year=day.year - 1)
    yield "year after", day.replace(year=day.year + 1)
    month = day.month % 12 + 1
    yield "month after", date(day.year + day.month // 12, month, min(day.day, 28))


def _names(case: Case) -> Iterator[Damage]:
    number = case.case_number
    for match in re.finditer(r"\d", number.value):
        what = f"{number} at {match.start()}"
        yield Damage("case number: digit", what, _with(case, number, _next(number.value, match)))
    for text in all_of(case, Text):
        for own in re.finditer(re.escape(number.value), text.text):
            wrong = text.text[: own.end() - 1] + str((int(text.text[own.end() - 1]) + 1) % 10) + text.text[own.end() :]
            yield Damage("case number: in a text", text.text[:50], swapped(case, text, Text(wrong)))
    for what, said in (("board", case.report.board), ("report's title", case.report.title)):
        yield Damage("name: in the report", f"{what} {said}", _with(case, said, f"{said.value[:-1]}x"))


def _period(case: Case) -> Iterator[Damage]:
    name = case.report.period.name
    months = [month for month in MONTHS if month in name.value.lower()]
    for month in months:
        other = MONTHS[(MONTHS.index(month) + 1) % len(MONTHS)]
        yield Damage("period's name: month", f"{name}", _with(case, name, name.value.replace(month, other)))
    for match in re.finditer(r"(?<=\b20\d)\d\b", name.value):
        yield Damage("period's name: year", f"{name}", _with(case, name, _next(name.value, match)))
    spans = re.compile(r"\s*[-–]\s*".join(months)) if len(months) == 2 else None
    for text in all_of(case, Text) if spans else ():
        for match in spans.finditer(text.text) if spans else ():
            new = f"{text.text[: match.start()]}december{text.text[match.start() + len(months[0]) :]}"
            yield Damage("period's name: in a text", text.text[:60], swapped(case, text, Text(new)))


def _next(text: str, match: re.Match[str]) -> str:
    return f"{text[: match.start()]}{(int(match.group()) + 1) % 10}{text[match.end() :]}"


def _with(case: Case, said: Sourced[str], text: str) -> Case:
    return swapped(case, said, Sourced(text, said.origin))
