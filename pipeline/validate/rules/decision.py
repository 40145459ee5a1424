"""What the decision document must have."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.findings.catalogue import finding
from pipeline.findings.finding import Finding
from pipeline.model.case import Case
from pipeline.model.profile import Profile
from pipeline.model.walk import is_blank


def required_headings_are_there(case: Case, profile: Profile) -> Iterator[Finding]:
    """Every heading that the profile requires is one of the decision's."""
    present = [section.heading.value for section in case.sections]
    for required in profile.required_headings:
        if required.value not in present:
            have = ", ".join(present) or "inga rubriker"
            fact = f'profilen kräver rubriken "{required.value}" men beslutet har {have}'
            yield finding("VAL102", fact, case.origin, required.origin)


def sections_have_text(case: Case, _profile: Profile) -> Iterator[Finding]:
    """No section of the decision is only a heading."""
    for section in case.sections:
        if is_blank(section.text):
            fact = f'rubriken "{section.heading.value}" finns men texten under den är tom'
            yield finding("VAL103", fact, section.text.origin, section.heading.origin)


def appendix_and_report_have_one_title(case: Case, _profile: Profile) -> Iterator[Finding]:
    """The appendix goes by the same title in the case and on its own cover."""
    appendix, report = case.appendix.title, case.report.title
    if appendix.value != report.value:
        fact = f'bilagan heter "{appendix.value}" i ärendet men "{report.value}" i rapporten'
        yield finding("VAL106", fact, appendix.origin, report.origin)
