"""A finding: what is wrong, where, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import Enum
from typing import Generic, TypeVar

from pipeline.model.origin import Origin

T_co = TypeVar("T_co", covariant=True)


class Severity(Enum):
    """How much a finding matters: an error stops the build."""

    ERROR = "fel"
    WARNING = "varning"
    NOTE = "upplysning"


@dataclass(frozen=True)
class Finding:
    """One fact that is wrong or worth knowing; message and help are Swedish, lower case and without full stop.

    ``origins`` are the places, the first being where to go; ``excerpt`` is the line or the row itself.
    """

    code: str
    severity: Severity
    message: str
    help: str
    origins: tuple[Origin, ...] = ()
    excerpt: str = ""
    shown_in: str = ""


@dataclass(frozen=True)
class Checked(Generic[T_co]):
    """What a stage returns: its value, or None where going on would invent data, with all that it found."""

    value: T_co | None
    findings: tuple[Finding, ...] = ()


@dataclass
class Findings:
    """A growing list of findings, handed down through one stage."""

    items: list[Finding] = field(default_factory=list)

    def add(self, finding: Finding) -> None:
        """Add one finding."""
        self.items.append(finding)

    def extend(self, findings: Iterable[Finding]) -> None:
        """Add many."""
        self.items.extend(findings)

    def extend_with_new(self, findings: Iterable[Finding]) -> None:
        """Add those that are not there: two results made of one file find much the same."""
        for finding in findings:
            if finding not in self.items:
                self.items.append(finding)

    def __iter__(self) -> Iterator[Finding]:
        """Iterate over the findings in the order they were made."""
        return iter(self.items)

    @property
    def has_errors(self) -> bool:
        """Return whether any of them is an error."""
        return any(f.severity is Severity.ERROR for f in self.items)
