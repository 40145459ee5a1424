"""What the decision document must have."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.findings.catalogue import finding
from pipeline.findings.finding import Finding
from pipeline.model.walk import is_blank
from pipeline.validate.facts import Facts
from pipeline.validate.rule import Rule


def required_headings_are_there(facts: Facts) -> Iterator[Finding]:
    """Every heading that the profile requires is one of the decision's."""
    present = [section.heading.value for section in facts.case.sections]
    for required in facts.profile.required_headings:
        if required.value not in present:
            have = ", ".join(present) or "inga rubriker"
            fact = f'profilen kräver rubriken "{required.value}" men beslutet har {have}'
            yield finding("VAL102", fact, facts.case.origin, required.origin)


def sections_have_text(facts: Facts) -> Iterator[Finding]:
    """No section of the decision is only a heading."""
    for section in facts.case.sections:
        if is_blank(section.text):
            fact = f'rubriken "{section.heading.value}" finns men texten under den är tom'
            yield finding("VAL103", fact, section.text.origin, section.heading.origin)


def appendix_and_report_have_one_title(facts: Facts) -> Iterator[Finding]:
    """The appendix goes by the same title in the case and on its own cover."""
    appendix, report = facts.case.appendix.title, facts.case.report.title
    if appendix.value != report.value:
        fact = f'bilagan heter "{appendix.value}" i ärendet men "{report.value}" i rapporten'
        yield finding("VAL106", fact, appendix.origin, report.origin)


RULES: tuple[Rule, ...] = (
    required_headings_are_there,
    sections_have_text,
    appendix_and_report_have_one_title,
)
