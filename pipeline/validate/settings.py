"""What the profile makes of the findings: a severity of its own for a code, or none of them at all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from pipeline.findings.catalogue import ENTRIES, finding
from pipeline.findings.finding import Finding, Severity
from pipeline.findings.verdict import CRASHED_RULE
from pipeline.model.profile import Profile, Weight

_OURS = "VAL9"  # what the checking itself reports: never switched off


def may_be_set(code: str) -> bool:
    """Return whether a profile or an acceptance may name the code: a rule's own, not what the checking reports."""
    return code in ENTRIES and code.startswith("VAL") and not code.startswith(_OURS)


def weighed(findings: Iterable[Finding], profile: Profile) -> Iterator[Finding]:
    """Yield the findings with the profile's severities, without those it has switched off."""
    for each in findings:
        said = profile.severities.get(each.code)
        if said is None or each.code == CRASHED_RULE:
            yield each
        elif said.value is not Weight.OFF:
            yield replace(each, severity=Severity(said.value.value))


def switched_off(profile: Profile) -> tuple[str, ...]:
    """Return the codes that the profile has switched off, sorted."""
    return tuple(sorted(code for code, said in profile.severities.items() if said.value is Weight.OFF))


def unknown_codes(profile: Profile) -> Iterator[Finding]:
    """Yield a finding for each code in the profile that no rule has."""
    for code, said in profile.severities.items():
        if not may_be_set(code):
            yield finding("VAL902", f'profilen ställer in "{code}", som ingen kontroll heter', said.origin)
