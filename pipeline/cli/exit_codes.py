"""The exit code of a verdict."""

from __future__ import annotations

from pipeline.errors import ExitCode
from pipeline.findings.verdict import Verdict

_CODES = {
    Verdict.PASSED: ExitCode.OK,
    Verdict.FAILED: ExitCode.FINDINGS,
    Verdict.NOT_CHECKED: ExitCode.NOT_CHECKED,
}


def code_of(verdict: Verdict) -> ExitCode:
    """Return what the command ends with."""
    return _CODES[verdict]
