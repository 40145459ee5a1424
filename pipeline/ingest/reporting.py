"""The way a reader of the stage reports: a finding with the line it is about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.findings.catalogue import finding
from pipeline.findings.finding import Findings
from pipeline.model.origin import Origin, TextOrigin

_EXCERPT = 200


@dataclass
class Reporter:
    """Collects findings; knows the lines of the text files that have been read.

    ``told`` is what has been said of cells that may be read twice.
    """

    findings: Findings = field(default_factory=Findings)
    sources: dict[str, Sequence[str]] = field(default_factory=dict)
    told: set[tuple[str, Origin]] = field(default_factory=set)

    def say(self, code: str, message: str, *origins: Origin, help: str = "", excerpt: str = "") -> None:  # noqa: A002
        """Add a finding; without ``excerpt``, the source line of its first place is shown."""
        shown = excerpt or (self.line(origins[0]) if origins else "")
        self.findings.add(finding(code, message, *origins, help=help, excerpt=shown))

    def line(self, origin: Origin) -> str:
        """Return the source line of a place in a text file, or "" where there is none."""
        if not isinstance(origin, TextOrigin) or origin.line < 1:
            return ""
        lines = self.sources.get(origin.file, ())
        return lines[origin.line - 1].strip()[:_EXCERPT] if origin.line <= len(lines) else ""
