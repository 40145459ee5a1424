"""What stops a run: the world is wrong, not the input and not the program."""

from __future__ import annotations

from enum import IntEnum

from pipeline.findings.finding import Finding


class ExitCode(IntEnum):
    """The exit codes of the command, as the manual lists them."""

    OK = 0
    FINDINGS = 1
    USAGE = 2
    MISSING_TOOL = 3
    NOT_CONFORMING = 4
    NOT_CHECKED = 5
    FILE_ACCESS = 6
    BUSY = 7
    INTERNAL = 70
    INTERRUPTED = 130
    BROKEN_PIPE = 141


class KansliError(Exception):
    """A run cannot go on; ``finding`` says why and what to do, ``exit_code`` what the command returns."""

    def __init__(self, finding: Finding, exit_code: ExitCode = ExitCode.FINDINGS) -> None:
        super().__init__(finding.message)
        self.finding = finding
        self.exit_code = exit_code
