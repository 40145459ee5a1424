"""What the archive stage is given of a run: the case, its papers, and all that they were made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from pipeline.model.archival import ArchivalFacts, settled
from pipeline.model.case import Case
from pipeline.model.profile import Profile

DECISION = "beslut"


@dataclass(frozen=True)
class Paper:
    """One document in all its forms: ``files`` are its Word file, PDF and web page by name, ``fonts`` what set it."""

    kind: str
    files: Mapping[str, bytes]
    fonts: Mapping[str, bytes] = field(default_factory=dict)


@dataclass(frozen=True)
class SealFacts:
    """What is told of a paper's electronic seal: whose it is, its level in words, and when in ISO 8601."""

    by: str
    level: str
    at: str


@dataclass(frozen=True)
class Material:
    """A case's papers in their order, with ``inputs`` and ``template`` by name, ``/`` between folders.

    ``seals`` are those of the papers that are sealed, by the names of their files.
    """

    case: Case
    profile: Profile
    papers: tuple[Paper, ...]
    inputs: Mapping[str, bytes] = field(default_factory=dict)
    template: Mapping[str, bytes] = field(default_factory=dict)
    seals: Mapping[str, SealFacts] = field(default_factory=dict)

    @property
    def files(self) -> dict[str, bytes]:
        """Return the papers' files by name."""
        return {name: data for paper in self.papers for name, data in paper.files.items()}

    @property
    def fonts(self) -> dict[str, bytes]:
        """Return the font files that the papers are set in, by name."""
        return {name: data for paper in self.papers for name, data in paper.fonts.items()}

    @property
    def facts(self) -> ArchivalFacts:
        """Return what the archive is told of the case, from the case or else from the profile."""
        return settled(self.case.archival, self.profile.archival.facts)

    def type_of(self, paper: Paper) -> str:
        """Return the document type of a paper in the municipality's own words."""
        own = self.profile.archival
        chosen = own.decision_type if paper.kind == DECISION else own.appendix_type
        word = chosen or self.profile.labels.get(paper.kind)
        return word.value if word else paper.kind

    def title_of(self, paper: Paper) -> str:
        """Return the title of a paper."""
        return self.case.title.value if paper.kind == DECISION else self.case.appendix.title.value

    def number_of(self, paper: Paper) -> int | None:
        """Return the number of an appendix; None for the decision document."""
        return None if paper.kind == DECISION else self.case.appendix.number.value
