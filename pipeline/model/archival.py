"""What the case system and the archive ask for beyond what the papers print; all of it may be left out."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from pipeline.model.origin import Sourced


class Preservation(Enum):
    """Whether the papers are kept for ever or weeded out."""

    KEPT = "bevaras"
    WEEDED = "gallras"


@dataclass(frozen=True)
class ArchivalFacts:
    """How a case is classified and how long it is kept; ``legal_ground`` is the section of law behind a secrecy."""

    classification: Sourced[str] | None = None
    classification_name: Sourced[str] | None = None
    preservation: Sourced[Preservation] | None = None
    weeded_after: Sourced[str] | None = None
    legal_ground: Sourced[str] | None = None


@dataclass(frozen=True)
class ArchivalProfile:
    """The parties of a transfer, the types of the papers, and the facts of cases that say nothing themselves."""

    creator: Sourced[str] | None = None
    creator_code: Sourced[str] | None = None
    submitter: Sourced[str] | None = None
    submitter_code: Sourced[str] | None = None
    contact: Sourced[str] | None = None
    receiver: Sourced[str] | None = None
    agreement: Sourced[str] | None = None
    decision_type: Sourced[str] | None = None
    appendix_type: Sourced[str] | None = None
    facts: ArchivalFacts = field(default_factory=ArchivalFacts)


def settled(case: ArchivalFacts, profile: ArchivalFacts) -> ArchivalFacts:
    """Return the facts of a case, with the profile's for those that the case leaves out."""
    return ArchivalFacts(
        classification=case.classification or profile.classification,
        classification_name=case.classification_name or (None if case.classification else profile.classification_name),
        preservation=case.preservation or profile.preservation,
        weeded_after=case.weeded_after or (None if case.preservation else profile.weeded_after),
        legal_ground=case.legal_ground or profile.legal_ground,
    )
