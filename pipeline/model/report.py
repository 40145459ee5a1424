"""The report: sections with their assessment, and the parts that stand in them, in order."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pipeline.model.origin import Origin, Sourced
from pipeline.model.prose import Prose


@dataclass(frozen=True)
class Period:
    """The period that is reported: first and last day, and its name as printed."""

    start: Sourced[date]
    end: Sourced[date]
    name: Sourced[str]


@dataclass(frozen=True)
class Goal:
    """A goal with what was done about it. ``scope`` is printed after the name where it is given."""

    id: Sourced[str]
    name: Sourced[str]
    origin: Origin
    scope: Sourced[str] | None = None
    assessment: Sourced[str] | None = None
    text: Prose | None = None


@dataclass(frozen=True)
class Undertaking:
    """An undertaking (åtagande): its status, and its completion in per cent, 0–100, where the profile has one."""

    id: Sourced[str]
    name: Sourced[str]
    status: Sourced[str]
    completion: Sourced[int] | None
    origin: Origin
    responsible: tuple[Sourced[str], ...] = ()
    text: Prose | None = None


@dataclass(frozen=True)
class Indicator:
    """An indicator: its values stand in the order of the table's columns, as printed (a number or a state)."""

    id: Sourced[str]
    name: Sourced[str]
    values: tuple[Sourced[str], ...]
    origin: Origin
    direction: Sourced[str] | None = None


@dataclass(frozen=True)
class TextPart:
    """Prose in a section."""

    prose: Prose


@dataclass(frozen=True)
class GoalsPart:
    """Goals under a common heading."""

    heading: Sourced[str]
    goals: tuple[Goal, ...]


@dataclass(frozen=True)
class UndertakingsPart:
    """Undertakings under a common heading."""

    heading: Sourced[str]
    undertakings: tuple[Undertaking, ...]


@dataclass(frozen=True)
class IndicatorsPart:
    """A table of indicators; ``columns`` are the headings after the first."""

    heading: Sourced[str]
    label_heading: Sourced[str]
    columns: tuple[Sourced[str], ...]
    indicators: tuple[Indicator, ...]


@dataclass(frozen=True)
class StatementPart:
    """The place where a statement is printed; the statement itself is the case's."""

    statement: Sourced[str]
    heading: Sourced[str] | None = None


@dataclass(frozen=True)
class SummaryPart:
    """A table of the assessment and trend of the sections below the section ``section``.

    ``order`` are ids of those sections where they stand in another order in the table than in the report.
    """

    section: Sourced[str]
    heading: Sourced[str] | None = None
    order: tuple[Sourced[str], ...] = ()


@dataclass(frozen=True)
class LegendPart:
    """The explanation of the symbols, from the profile's vocabularies, in this order."""

    vocabularies: tuple[Sourced[str], ...]
    origin: Origin


@dataclass(frozen=True)
class SectionPart:
    """A section inside a section."""

    section: Section


Part = TextPart | GoalsPart | UndertakingsPart | IndicatorsPart | StatementPart | SummaryPart | LegendPart | SectionPart


@dataclass(frozen=True)
class Earlier:
    """The assessment and the trend that a section had in the report before this one."""

    assessment: Sourced[str] | None = None
    trend: Sourced[str] | None = None


@dataclass(frozen=True)
class Section:
    """A heading and what stands below it.

    ``kind`` is one of the profile's kinds of section: what a level is called there is the profile's matter.
    ``has_unread`` tells that a part of it could not be read: what is missing was not left out by who wrote it.
    """

    id: Sourced[str]
    kind: Sourced[str]
    name: Sourced[str]
    parts: tuple[Part, ...]
    origin: Origin
    subheading: Sourced[str] | None = None
    assessment: Sourced[str] | None = None
    trend: Sourced[str] | None = None
    earlier: Earlier | None = None
    has_unread: bool = False


@dataclass(frozen=True)
class Report:
    """The appendix."""

    title: Sourced[str]
    board: Sourced[str]
    period: Period
    sections: tuple[Section, ...]
    origin: Origin
