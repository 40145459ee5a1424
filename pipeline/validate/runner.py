"""Every rule on a case, in a fixed order; a rule that crashes is a finding and never a pass."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pipeline.findings.catalogue import finding
from pipeline.findings.finding import Finding
from pipeline.model.case import Case
from pipeline.model.profile import Profile
from pipeline.validate.rules import dates, decision, identity

Rule = Callable[[Case, Profile], Iterator[Finding]]

RULES: tuple[Rule, ...] = (
    decision.required_headings_are_there,
    decision.sections_have_text,
    decision.appendix_and_report_have_one_title,
    dates.period_ends_after_it_begins,
    dates.document_is_later_than_its_period,
    dates.meeting_is_later_than_the_document,
    identity.ids_are_unique,
)


def validate(case: Case, profile: Profile, rules: tuple[Rule, ...] = RULES) -> tuple[Finding, ...]:
    """Return what the rules find, in their order."""
    return tuple(found for rule in rules for found in _run(rule, case, profile))


def _run(rule: Rule, case: Case, profile: Profile) -> tuple[Finding, ...]:
    try:
        return tuple(rule(case, profile))
    except Exception as error:  # whatever a rule stumbles on, the case is then not checked
        fact = f"kontrollen {rule.__name__} stannade: {type(error).__name__}: {error}"
        return (finding("VAL900", fact, case.origin),)
