"""A finding on one line, as editors and grep take it."""

from __future__ import annotations

from pipeline.findings.finding import Finding
from pipeline.findings.present_text import Place, visible


def line_of(finding: Finding, *, place: Place = str) -> str:
    """Return ``place: fel[KOD] message``; a finding without a place starts at its severity."""
    where = f"{place(finding.origins[0])}: " if finding.origins else ""
    text = f"{where}{finding.severity.value}[{finding.code}] {finding.message}"
    return " ".join(visible(text).split("\n"))
