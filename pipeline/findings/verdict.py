"""The three verdicts on a case: what nobody checked never reads as a pass."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum

from pipeline.findings.finding import Finding, Severity

CRASHED_RULE = "VAL900"


class Verdict(Enum):
    """What a run says about a case."""

    PASSED = "godkänt"
    FAILED = "underkänt"
    NOT_CHECKED = "inte kontrollerat"


def verdict_of(findings: Iterable[Finding]) -> Verdict:
    """Return failed if any finding is an error, not checked if the only errors are rules that crashed, else passed."""
    errors = [finding.code for finding in findings if finding.severity is Severity.ERROR]
    if any(code != CRASHED_RULE for code in errors):
        return Verdict.FAILED
    return Verdict.NOT_CHECKED if errors else Verdict.PASSED
