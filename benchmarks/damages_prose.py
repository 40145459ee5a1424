"""Damages to the prose, the indicators and the undertakings of a case, one at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from decimal import Decimal
from typing import Any

from benchmarks.damages_tables import Damage
from pipeline.model.case import Case
from pipeline.model.origin import CellOrigin, Origin, Sourced
from pipeline.model.profile import Profile
from pipeline.model.prose import FigureReference, Text
from pipeline.model.report import Indicator, IndicatorsPart, Section, Undertaking, UndertakingsPart
from pipeline.validate.facts import Facts
from pipeline.validate.numbers.mention import Kind, Mention
from pipeline.validate.numbers.scan import scan
from pipeline.validate.numbers.units import MONEY, SHARE

_OTHER_WORDS = {"en": "tre", "två": "fyra", "tre": "fem", "fyra": "sex", "fem": "åtta", "sju": "nio", "åtta": "elva"}


def damages(case: Case, profile: Profile) -> Iterator[Damage]:
    """Yield every damage to what is not a table."""
    yield from _texts(case, profile)
    yield from _quotes(case)
    yield from _figures(case)
    yield from _indicators(case)
    yield from _undertakings(case, profile)
    yield from _sections(case, profile)


def changed(tree: Any, swap: Callable[[Any], Any]) -> Any:
    """Return the tree with every node for which ``swap`` returns another one replaced; the rest is shared."""
    new = swap(tree)
    if new is not tree:
        return new
    if isinstance(tree, tuple):
        items = tuple(changed(each, swap) for each in tree)
        return items if any(a is not b for a, b in zip(items, tree, strict=True)) else tree
    if is_dataclass(tree) and not isinstance(tree, Origin | type):
        values = {each.name: getattr(tree, each.name) for each in fields(tree)}
        differing = {key: now for key, value in values.items() if (now := changed(value, swap)) is not value}
        return replace(tree, **differing) if differing else tree
    return tree


def all_of(tree: Any, kind: type) -> Iterator[Any]:
    """Yield every node of a kind in a tree."""
    if isinstance(tree, kind):
        yield tree
    if isinstance(tree, tuple):
        for each in tree:
            yield from all_of(each, kind)
    elif is_dataclass(tree) and not isinstance(tree, Origin):
        for each in fields(tree):
            yield from all_of(getattr(tree, each.name), kind)


def swapped(case: Case, old: object, new: object) -> Case:
    """Return the case with one node, found by identity, replaced."""
    result: Case = changed(case, lambda node: new if node is old else node)
    return result


def _texts(case: Case, profile: Profile) -> Iterator[Damage]:
    facts = Facts(case, profile)
    claimed = _claimed(facts)
    for text in all_of(case, Text):
        for mention in scan(text.text):
            named = any(start <= mention.start < end for start, end in facts.names_in(text.text))
            if mention.kind is Kind.NUMBER and not named:
                counted = any(text.text in line and mention.text in line[at : at + 40] for line, at in claimed)
                for kind, words in _wrong(text.text, mention):
                    kind = "count" if counted and kind == "digit" else kind  # noqa: PLW2901 - one word more exact
                    new = text.text[: mention.start] + words + text.text[mention.end :]
                    around = text.text[max(0, mention.start - 40) : mention.end + 30]
                    if words == text.text[mention.start : mention.end]:
                        continue
                    what = f'"{mention.text}" → "{words.strip()}" in "{around}"'
                    yield Damage(f"prose: {kind}", what, swapped(case, text, Text(new)))


def _claimed(facts: Facts) -> list[tuple[str, int]]:
    """Return the lines with a number that counts what the report has, and where in the line it stands."""
    lines = {id(line): line.text for line in facts.lines}
    return [(lines[line], start) for line, start in facts.claims.places]


def _wrong(text: str, mention: Mention) -> Iterator[tuple[str, str]]:
    words = text[mention.start : mention.end]
    if mention.in_words:
        other = _OTHER_WORDS.get(words.lower(), "elva")
        yield "digit", other.capitalize() if words[0].isupper() else other
        return
    digit = next(index for index, character in enumerate(words) if character.isdigit())
    yield "digit", f"{words[:digit]}{int(words[digit]) % 9 + 1}{words[digit + 1 :]}"
    if mention.signed:
        yield "sign", ("+" if mention.value < 0 else "\u2212") + words[1:]
    if mention.decimals:
        yield "decimal sign moved", words.replace(",", "").replace(".", "")
    if mention.unit.family == MONEY:
        yield "unit", words.replace("mnkr", "tkr").replace("miljoner", "tusen")
    elif mention.unit.family == SHARE:
        yield "unit", words.replace("procent", "kronor").replace("%", "kr")


def _quotes(case: Case) -> Iterator[Damage]:
    """Yield every quoted figure with the number typed wrong in its place, and with another figure in its place."""
    for quote in all_of(case, FigureReference):
        figure = case.figures[quote.name]
        shown = f"{abs(figure.value):.{figure.decimals}f}".replace(".", ",")
        typed = f"{int(shown[0]) % 9 + 1}{shown[1:]}"
        yield Damage("quoted figure: typed wrong", f"{quote.name} at {quote.origin}", swapped(case, quote, Text(typed)))
        others = [name for name, each in case.figures.items() if each.unit == figure.unit and name != quote.name]
        for other in others[:1]:
            wrong = replace(quote, name=other)
            yield Damage(
                "quoted figure: another one", f"{quote.name} → {other} at {quote.origin}", swapped(case, quote, wrong)
            )


def _figures(case: Case) -> Iterator[Damage]:
    for name, figure in case.figures.items():
        if not isinstance(figure.origin, CellOrigin):
            wrong = replace(figure, value=figure.value + 1)
            yield Damage("typed figure: digit", name, replace(case, figures={**case.figures, name: wrong}))


def _indicators(case: Case) -> Iterator[Damage]:
    for part in all_of(case.report, IndicatorsPart):
        for indicator in part.indicators:
            for index, value in enumerate(indicator.values):
                numbers = [each for each in scan(value.value) if each.kind is Kind.NUMBER]
                if numbers:
                    text = str(Decimal(numbers[0].value) + 7).replace(".", ",")
                    yield _indicator(case, indicator, index, value.value.replace(_digits(value.value), text))


def _digits(text: str) -> str:
    return "".join(character for character in text if character.isdigit() or character == ",")


def _indicator(case: Case, indicator: Indicator, index: int, text: str) -> Damage:
    values = list(indicator.values)
    values[index] = Sourced(text, values[index].origin)
    what = f"{indicator.name}: {indicator.values[index]} → {text}"
    return Damage("indicator: digit", what, swapped(case, indicator, replace(indicator, values=tuple(values))))


def _undertakings(case: Case, profile: Profile) -> Iterator[Damage]:
    levels = [level.id for level in profile.vocabularies["status"].levels] if "status" in profile.vocabularies else []
    for part in all_of(case.report, UndertakingsPart):
        for index, each in enumerate(part.undertakings):
            other = next((level for level in levels if level != each.status.value), None)
            if other:
                wrong: Undertaking = replace(each, status=Sourced(other, each.status.origin))
                yield Damage("undertaking: status", f"{each.id} → {other}", swapped(case, each, wrong))
            rest = (*part.undertakings[:index], *part.undertakings[index + 1 :])
            yield Damage("undertaking: removed", str(each.id), swapped(case, part, replace(part, undertakings=rest)))
            twice = (*part.undertakings[: index + 1], *part.undertakings[index:])
            yield Damage(
                "undertaking: duplicated", str(each.id), swapped(case, part, replace(part, undertakings=twice))
            )


def _sections(case: Case, profile: Profile) -> Iterator[Damage]:
    for section in all_of(case.report, Section):
        for attribute, vocabulary in (("assessment", "bedömning"), ("trend", "trend")):
            said = getattr(section, attribute)
            levels = profile.vocabularies[vocabulary].levels if vocabulary in profile.vocabularies else ()
            other = next((level.id for level in levels if said and level.id != said.value), None)
            if other:
                wrong = swapped(case, section, replace(section, **{attribute: Sourced(other, said.origin)}))
                yield Damage(f"symbol: {vocabulary}", f"{section.id}: {said} → {other}", wrong)
