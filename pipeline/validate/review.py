"""What checking a case gives: its findings, and those that someone has accepted."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.findings.finding import Finding
from pipeline.model.exemption import Exemption
from pipeline.validate.facts import Facts


@dataclass(frozen=True)
class Accepted:
    """A finding with the acceptance that covers it."""

    finding: Finding
    exemption: Exemption


@dataclass(frozen=True)
class Review:
    """The findings that stand, the accepted ones, and the codes that the profile has switched off.

    ``facts`` is what the rules read.
    """

    findings: tuple[Finding, ...]
    accepted: tuple[Accepted, ...] = ()
    switched_off: tuple[str, ...] = ()
    facts: Facts | None = None
