"""Findings that the case accepts (undantag.yaml); an acceptance that covers nothing is itself a finding."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pipeline.findings.catalogue import finding
from pipeline.findings.finding import Finding
from pipeline.model.exemption import Exemption
from pipeline.validate.review import Accepted
from pipeline.validate.settings import may_be_set


def parted(
    findings: Iterable[Finding], exemptions: tuple[Exemption, ...]
) -> tuple[tuple[Finding, ...], tuple[Accepted, ...]]:
    """Return the findings that stand and those that are accepted, each by the first acceptance that covers it.

    Every acceptance that covers none adds a finding to those that stand.
    """
    standing: list[Finding] = []
    accepted: list[Accepted] = []
    for each in findings:
        by = next((exemption for exemption in exemptions if _covers(exemption, each)), None)
        if by is None:
            standing.append(each)
        else:
            accepted.append(Accepted(each, by))
    used = {id(each.exemption) for each in accepted}
    standing.extend(_idle(exemption for exemption in exemptions if id(exemption) not in used))
    return tuple(standing), tuple(accepted)


def _covers(exemption: Exemption, found: Finding) -> bool:
    return (
        exemption.code.value == found.code
        and may_be_set(found.code)
        and exemption.words in f"{found.message}\n{found.excerpt}"
        and (not exemption.place or any(exemption.place in str(origin) for origin in found.origins))
    )


def _idle(exemptions: Iterable[Exemption]) -> Iterator[Finding]:
    for each in exemptions:
        if may_be_set(each.code.value):
            fact = f"undantaget för {each.code} som {each.by} godtog {each.on} täcker inget som kontrollen har funnit"
            yield finding("VAL901", fact, each.origin)
        else:
            fact = f'undantaget gäller "{each.code}", som ingen kontroll heter'
            yield finding("VAL902", fact, each.code.origin)
