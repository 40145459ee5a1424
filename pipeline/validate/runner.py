"""Every rule on a case, in a fixed order; a rule that crashes is a finding and never a pass."""

from __future__ import annotations

from dataclasses import replace

from pipeline.findings.catalogue import finding
from pipeline.findings.finding import Finding
from pipeline.model.case import Case
from pipeline.model.profile import Profile
from pipeline.validate.excerpts import with_short_excerpt
from pipeline.validate.exemptions import parted
from pipeline.validate.facts import Facts
from pipeline.validate.personal import masked
from pipeline.validate.review import Accepted, Review
from pipeline.validate.rule import Rule
from pipeline.validate.rules import RULES
from pipeline.validate.settings import switched_off, unknown_codes, weighed


def review(case: Case, profile: Profile, rules: tuple[Rule, ...] = RULES) -> Review:
    """Return what the rules find, in their order, weighed by the profile and parted by what the case accepts.

    An acceptance may name any words of a finding's paragraph; only then is the excerpt cut to what a reader needs.
    """
    facts = Facts(case, profile)
    found = [each for rule in rules for each in _run(rule, facts)]
    standing, accepted = parted(weighed(found, profile), case.exemptions)
    shown = tuple(with_short_excerpt(each) for each in standing)
    covered = tuple(Accepted(with_short_excerpt(each.finding), each.exemption) for each in accepted)
    return Review((*shown, *unknown_codes(profile)), covered, switched_off(profile), facts)


def _run(rule: Rule, facts: Facts) -> tuple[Finding, ...]:
    try:
        return tuple(_without_personal_data(each) for each in rule(facts))
    except Exception as error:  # whatever a rule stumbles on, the case is then not checked
        fact = f"kontrollen {rule.__name__} stannade: {type(error).__name__}: {error}"
        return (finding("VAL900", fact, facts.case.origin),)


def _without_personal_data(found: Finding) -> Finding:
    """Return a finding in whose words no identity number, telephone number or mail address stands."""
    return replace(found, message=masked(found.message), excerpt=masked(found.excerpt))
