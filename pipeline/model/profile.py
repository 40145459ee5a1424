"""The profile: all that is one municipality's own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum
from pathlib import Path

from pipeline.model.archival import ArchivalProfile
from pipeline.model.origin import Origin, Sourced


class Weight(Enum):
    """What a profile makes of a rule: a severity of its own, or nothing at all."""

    ERROR = "fel"
    WARNING = "varning"
    NOTE = "upplysning"
    OFF = "av"


@dataclass(frozen=True)
class Limits:
    """How much the rules let pass, where no rounding says it; shares are parts of one.

    ``share`` is how far a period's budget may be from its months' share of the year's, ``pace`` how many times
    faster or slower the rest of a forecast may go, ``turn`` how large deviations that change sign must be beside the
    largest of their column, ``matters`` the same for an amount to be looked at. ``sentence`` is the most words of a
    sentence, ``group`` the fewest people who cannot be known again, ``notice`` the most days from the document to the
    meeting.
    """

    share: Decimal = Decimal("0.15")
    pace: Decimal = Decimal(2)
    turn: Decimal = Decimal("0.2")
    matters: Decimal = Decimal("0.02")
    sentence: int = 45
    group: int = 5
    notice: int = 42


@dataclass(frozen=True)
class NumberStyle:
    """How numbers are printed."""

    decimal: str = ","
    thousands: str = "\u00a0"
    minus: str = "\u2212"
    plus: str = "+"
    empty: str = ""


@dataclass(frozen=True)
class Level:
    """A word of a vocabulary: its symbol is an SVG file of the profile, or none.

    ``short`` is what stands beside the symbol, ``meaning`` what the legend says.
    """

    id: str
    short: Sourced[str]
    meaning: Sourced[str]
    symbol: Sourced[str] | None
    origin: Origin


@dataclass(frozen=True)
class Vocabulary:
    """A closed set of words with symbols: bedömning, trend, status or färdiggrad.

    ``levels`` stand in the order of the legend. ``name`` is the heading in the legend, ``explanation`` its text.
    ``column`` is the heading of its column in tables.
    """

    id: str
    name: Sourced[str]
    column: Sourced[str]
    explanation: Sourced[str]
    levels: tuple[Level, ...]


@dataclass(frozen=True)
class CompletionStyle:
    """How completion is drawn: a ring, filled clockwise from the top, in these colours (``#rrggbb``)."""

    fill: Sourced[str]
    track: Sourced[str]


@dataclass(frozen=True)
class SectionKind:
    """A kind of section: how its heading reads and in which style it is set.

    ``heading`` holds ``{namn}`` where the section's name goes; ``style`` is a paragraph style of the template, or ""
    for the template's heading of the section's depth. ``column`` names it in summary tables.
    """

    id: str
    heading: Sourced[str]
    style: str = ""
    column: Sourced[str] | None = None


@dataclass(frozen=True)
class TextStyles:
    """The names of the template's styles that prose is set in."""

    paragraph: str
    bullet: str
    number: str
    table: str
    table_head: str
    table_text: str
    table_number: str
    heading: str
    hyperlink: str
    strong: str
    emphasis: str


@dataclass(frozen=True)
class Profile:
    """A municipality's folder under ``templates/``; ``labels`` are the fixed words of the papers by name.

    ``severities`` go by the code of a rule's finding; a code that is not there has the catalogue's severity. ``words``
    are the municipality's own, which the spelling takes as right.
    """

    id: str
    folder: Path
    municipality: Sourced[str]
    language: Sourced[str]
    case_number_pattern: Sourced[str]
    decision_template: Sourced[str]
    report_template: Sourced[str]
    file_name: Sourced[str]
    numbers: NumberStyle
    vocabularies: Mapping[str, Vocabulary]
    section_kinds: Mapping[str, SectionKind]
    completion: CompletionStyle
    styles: TextStyles
    labels: Mapping[str, Sourced[str]]
    required_headings: tuple[Sourced[str], ...]
    origin: Origin
    severities: Mapping[str, Sourced[Weight]] = field(default_factory=dict)
    archival: ArchivalProfile = field(default_factory=ArchivalProfile)
    limits: Limits = field(default_factory=Limits)
    words: tuple[Sourced[str], ...] = ()

    @property
    def font_folders(self) -> tuple[Path, ...]:
        """Return where the municipality's own font files lie, if it has any: they go before the program's."""
        return (self.folder / "typsnitt",)
