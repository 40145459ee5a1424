"""The case: what goes to the board, who proposes it, and the report that is its appendix."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from pipeline.model.archival import ArchivalFacts
from pipeline.model.exemption import Exemption
from pipeline.model.figure import Figure
from pipeline.model.origin import Origin, Sourced
from pipeline.model.prose import Prose
from pipeline.model.report import Report
from pipeline.model.statement import Statement


@dataclass(frozen=True)
class Signatory:
    """One who signs, by name and title."""

    name: Sourced[str]
    title: Sourced[str]


@dataclass(frozen=True)
class DecisionSection:
    """A section of the decision document, such as Ärendebeskrivning."""

    heading: Sourced[str]
    text: Prose


@dataclass(frozen=True)
class Recipient:
    """One to whom the decision is sent, and for what (för kännedom, för åtgärd)."""

    name: Sourced[str]
    purpose: Sourced[str] | None = None


@dataclass(frozen=True)
class Appendix:
    """An appendix (bilaga) of the decision document."""

    number: Sourced[int]
    title: Sourced[str]


@dataclass(frozen=True)
class Case:
    """A whole case, as it was read. ``folder`` is the case folder's name; ``statements`` and ``figures`` go by id."""

    folder: str
    case_number: Sourced[str]
    template: Sourced[str]
    board: Sourced[str]
    unit: Sourced[str]
    title: Sourced[str]
    document_date: Sourced[date]
    decision_points: tuple[Prose, ...]
    sections: tuple[DecisionSection, ...]
    signatories: tuple[Signatory, ...]
    appendix: Appendix
    report: Report
    origin: Origin
    handler: Sourced[str] | None = None
    meeting: Sourced[date] | None = None
    secrecy: Sourced[str] | None = None
    recipients: tuple[Recipient, ...] = ()
    statements: Mapping[str, Statement] = field(default_factory=dict)
    figures: Mapping[str, Figure] = field(default_factory=dict)
    exemptions: tuple[Exemption, ...] = ()
    archival: ArchivalFacts = field(default_factory=ArchivalFacts)
