"""The walks over a case: the parts of its report, its prose with where that is printed, and the inlines of prose."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pipeline.model.case import Case
from pipeline.model.prose import (
    Block,
    Emphasis,
    FigureReference,
    Heading,
    Inline,
    ItemList,
    Link,
    Paragraph,
    Prose,
    Strong,
    Text,
)
from pipeline.model.report import (
    GoalsPart,
    Part,
    Report,
    Section,
    SectionPart,
    TextPart,
    UndertakingsPart,
)


@dataclass(frozen=True)
class Placed:
    """Prose with the headings that it is printed under, the document's own name first."""

    prose: Prose
    place: tuple[str, ...]


@dataclass(frozen=True)
class PlacedPart:
    """A part of the report with the section it stands in and the names of the sections around it, outermost first."""

    part: Part
    section: Section
    place: tuple[str, ...]


DECISION = "beslut"
APPENDIX = "bilaga"


def parts_of(report: Report) -> Iterator[PlacedPart]:
    """Yield every part of the report but the sections themselves, in reading order."""
    for section in report.sections:
        yield from _parts(section, ())


def _parts(section: Section, around: tuple[str, ...]) -> Iterator[PlacedPart]:
    place = (*around, section.name.value)
    for part in section.parts:
        if isinstance(part, SectionPart):
            yield from _parts(part.section, place)
        else:
            yield PlacedPart(part, section, place)


def prose_of(case: Case) -> Iterator[Placed]:
    """Yield all prose of the case with the place where it is printed, the decision before the appendix."""
    for number, point in enumerate(case.decision_points, start=1):
        yield Placed(point, (DECISION, f"§ {number}"))
    for section in case.sections:
        yield Placed(section.text, (DECISION, section.heading.value))
    for placed in parts_of(case.report):
        for prose, name in _prose_in(placed.part):
            yield Placed(prose, (APPENDIX, *placed.place, *name))


def _prose_in(part: Part) -> Iterator[tuple[Prose, tuple[str, ...]]]:
    if isinstance(part, TextPart):
        yield part.prose, ()
    elif isinstance(part, GoalsPart):
        yield from ((goal.text, (goal.name.value,)) for goal in part.goals if goal.text)
    elif isinstance(part, UndertakingsPart):
        yield from ((each.text, (each.name.value,)) for each in part.undertakings if each.text)


def leaves(blocks: Iterable[Block]) -> Iterator[Paragraph | Heading]:
    """Yield the paragraphs and headings of blocks, those in lists and tables too, in reading order."""
    for block in blocks:
        if isinstance(block, Paragraph | Heading):
            yield block
        elif isinstance(block, ItemList):
            for item in block.items:
                yield from leaves(item)
        else:
            for row in (*block.head, *block.body):
                for cell in row:
                    yield from leaves(cell.content)


def inlines(content: Iterable[Inline]) -> Iterator[Inline]:
    """Yield every inline, a container before what it holds."""
    for inline in content:
        yield inline
        if isinstance(inline, Strong | Emphasis | Link):
            yield from inlines(inline.content)


def is_blank(prose: Prose) -> bool:
    """Return whether prose would print nothing at all."""
    return not any(
        isinstance(inline, FigureReference) or (isinstance(inline, Text) and inline.text.strip())
        for leaf in leaves(prose.blocks)
        for inline in inlines(leaf.content)
    )
