"""One entry of the catalogue of findings."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.findings.finding import Severity


@dataclass(frozen=True)
class Entry:
    """What ``kansli förklara KOD`` prints: what the finding says, why it matters, an example and what to do."""

    code: str
    severity: Severity
    title: str
    what: str
    why: str
    example: str
    action: str
