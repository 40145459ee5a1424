"""The assessed sections as a whole: their words, their kinds of contents, their legend and who answers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from math import gcd

from pipeline.findings.catalogue import finding
from pipeline.findings.finding import Finding
from pipeline.model.origin import Origin
from pipeline.model.profile import Vocabulary
from pipeline.model.report import GoalsPart, LegendPart, Section, SectionPart, TextPart, Undertaking, UndertakingsPart
from pipeline.model.walk import PlacedPart, is_blank, parts_of
from pipeline.validate.excerpts import shortened
from pipeline.validate.facts import Facts
from pipeline.validate.line import Line
from pipeline.validate.numbers.context import sentences
from pipeline.validate.rule import Rule
from pipeline.validate.rules.levels import Claims, all_sections, own_lines, vocabulary_of

_LONGER = 3  # words that a sentence may have more than the legend's and still be the assessment
_SAYS_NONE = re.compile(r"\b(?:inga|inget|saknar|saknas|utan)\b[^.]*\b(?:\w*mål|åtagande)", re.IGNORECASE)
_KINDS = {"mål": "åtaganden", "åtaganden": "mål"}
_FEWEST = 3  # undertakings that show how those who answer are written


def assessments_are_worded_as_the_legend_has_them(facts: Facts) -> Iterator[Finding]:
    """The sentence of an assessment is the one that the legend explains."""
    found: dict[tuple[str, str], list[Line]] = {}
    for section, place in all_sections(facts.case.report.sections):
        vocabulary = vocabulary_of(facts, section.assessment.value) if section.assessment else None
        if vocabulary is not None:
            for line, text, meaning in _worded(own_lines(facts, place), vocabulary):
                found.setdefault((text, meaning), []).append(line)
    if found:
        lines = [line for each in found.values() for line in each]
        text, meaning = next(iter(found))
        where = "på ett ställe" if len(lines) == 1 else f"på {len(lines)} ställen"
        fact = f'bedömningen skrivs {where} med andra ord än teckenförklaringens: "{text}" men där står "{meaning}"'
        excerpt = "\n".join(text for text, _ in found)
        yield finding("VAL322", fact, *(line.origin for line in lines), excerpt=excerpt)


def _worded(lines: Iterable[Line], vocabulary: Vocabulary) -> Iterator[tuple[Line, str, str]]:
    claims = Claims(vocabulary)
    for line in lines:
        for sentence in sentences(line.text):
            level = claims.level(sentence.text)
            if level is None:
                continue
            text, meaning = sentence.text.strip().rstrip("."), level.meaning.value.strip().rstrip(".")
            near = len(text.split()) <= len(meaning.split()) + _LONGER
            if near and text.lower() != meaning.lower():
                yield line, text, meaning


def legends_are_whole(facts: Facts) -> Iterator[Finding]:
    """The legend explains every vocabulary that is used, and the steps of a share have no gaps."""
    legends = [placed.part for placed in parts_of(facts.case.report) if isinstance(placed.part, LegendPart)]
    listed = {each.value for legend in legends for each in legend.vocabularies}
    for vocabulary in _used(facts) if legends else ():
        if vocabulary.id not in listed:
            fact = f"{vocabulary.column.value.lower()} används i rapporten men förklaras inte bland symbolerna"
            yield finding("VAL323", fact, legends[0].origin, vocabulary.name.origin)
        missing = _gaps(vocabulary)
        if missing and vocabulary.id in listed:
            steps = ", ".join(each.short.value for each in vocabulary.levels)
            fact = f"{vocabulary.column.value.lower()} har stegen {steps}: {' och '.join(map(str, missing))} saknas"
            yield finding("VAL323", fact, vocabulary.name.origin, legends[0].origin)


def _used(facts: Facts) -> list[Vocabulary]:
    ids: list[str] = []
    for section, _ in all_sections(facts.case.report.sections):
        ids += [each.value for each in (section.assessment, section.trend) if each]
    for each in _undertakings(facts):
        ids += [str(said.value) for said in (each.status, each.completion) if said]
    found = [vocabulary for level in dict.fromkeys(ids) if (vocabulary := vocabulary_of(facts, level))]
    return list({each.id: each for each in found}.values())


def _gaps(vocabulary: Vocabulary) -> list[int]:
    """Return the steps that are missing between the lowest and the highest share, where they are few."""
    if not all(level.id.isdigit() for level in vocabulary.levels):
        return []
    steps = sorted(int(level.id) for level in vocabulary.levels)
    step = gcd(*steps)
    if not step:
        return []
    missing = [each for each in range(steps[0], steps[-1] + 1, step) if each not in steps]
    return missing if len(missing) < len(steps) else []


def _undertakings(facts: Facts) -> Iterator[Undertaking]:
    for placed in parts_of(facts.case.report):
        if isinstance(placed.part, UndertakingsPart):
            yield from placed.part.undertakings


def sections_have_what_their_neighbours_have(facts: Facts) -> Iterator[Finding]:
    """Where most assessed sections have goals and undertakings, one that has only the one kind says so."""
    kinds: dict[tuple[str, ...], set[str]] = {}
    for placed in parts_of(facts.case.report):
        kinds.setdefault(placed.place, set()).update(_kind(placed))
    assessed = [(section, kinds.get(place, set()), place) for section, place in _assessed(facts)]
    both = sum(len(own) > 1 for _, own, _ in assessed)
    for section, own, place in assessed if both * 2 > len(assessed) else ():
        if len(own) == 1 and not any(_SAYS_NONE.search(line.text) for line in own_lines(facts, place, below=False)):
            (kind,) = own
            fact = f"{section.name} har {kind} men inga {_KINDS[kind]}, och texten säger det inte"
            yield finding("VAL324", fact, section.origin)


def _kind(placed: PlacedPart) -> Iterator[str]:
    if isinstance(placed.part, GoalsPart):
        yield "mål"
    elif isinstance(placed.part, UndertakingsPart):
        yield "åtaganden"


def _assessed(facts: Facts) -> Iterator[tuple[Section, tuple[str, ...]]]:
    yield from ((section, at) for section, at in all_sections(facts.case.report.sections) if section.assessment)


def a_heading_is_not_said_twice(facts: Facts) -> Iterator[Finding]:
    """The line below a section's heading is not the heading once more."""
    for section, _ in all_sections(facts.case.report.sections):
        below = [part.section.name for part in section.parts if isinstance(part, SectionPart)]
        for name in filter(None, (section.subheading, *below[:1])):
            if name.value == section.name.value:
                fact = f'rubriken "{section.name}" står två gånger efter varandra'
                yield finding("VAL313", fact, name.origin, section.name.origin)


def no_section_is_empty(facts: Facts) -> Iterator[Finding]:
    """A section has something to read, were it only that there is nothing to tell of."""
    for section, place in all_sections(facts.case.report.sections):
        silent = not section.has_unread and all(
            isinstance(part, TextPart) and is_blank(part.prose) for part in section.parts
        )
        if silent and section.assessment is None and section.trend is None:
            yield finding("VAL305", f'under rubriken "{place[-1]}" står ingenting', section.origin)


def the_board_answers_for_its_own_undertakings(facts: Facts) -> Iterator[Finding]:
    """A board that stands among those who answer for its undertakings stands there for all of them."""
    everything = [each for each in _undertakings(facts) if each.responsible]
    named = Counter(name.value for each in everything for name in each.responsible)
    short = next((name for name, _ in named.most_common() if _is_short_for(name, facts.case.report.board.value)), "")
    if not short or len(everything) < _FEWEST or named[short] * 2 <= len(everything):
        return
    for each in everything:
        names = [name.value for name in each.responsible]
        if short not in names:
            fact = (
                f'{short} står inte bland de ansvariga för "{shortened(each.name.value)}" ({", ".join(names)}) '
                f"men för {named[short]} av rapportens {len(everything)} åtaganden"
            )
            places: list[Origin] = [each.responsible[0].origin, each.name.origin]
            yield finding("VAL325", fact, *places)


def _is_short_for(short: str, name: str) -> bool:
    """Return whether capitals can be the short form of a name: they begin alike and its letters come in order."""
    if not short.isupper() or len(short) > 5 or short[:1].lower() != name[:1].lower():
        return False
    rest = iter(name.lower())
    return all(letter in rest for letter in short.lower())


RULES: tuple[Rule, ...] = (
    assessments_are_worded_as_the_legend_has_them,
    legends_are_whole,
    sections_have_what_their_neighbours_have,
    a_heading_is_not_said_twice,
    no_section_is_empty,
    the_board_answers_for_its_own_undertakings,
)
