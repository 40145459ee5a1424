"""What the decision document must have."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.findings.catalogue import finding
from pipeline.findings.finding import Finding
from pipeline.model.case import Case
from pipeline.model.profile import Profile
from pipeline.model.walk import is_blank


def case_number_has_the_right_form(case: Case, profile: Profile) -> Iterator[Finding]:
    """The whole case number matches the profile's pattern."""
    pattern = profile.case_number_pattern
    if not re.fullmatch(pattern.value, case.case_number.value):
        fact = f'diarienumret är "{case.case_number.value}" men profilens mönster är {pattern.value}'
        yield finding("VAL101", fact, case.case_number.origin, pattern.origin)


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


def there_is_something_to_decide(case: Case, _profile: Profile) -> Iterator[Finding]:
    """There is a proposal, and no point of it is blank."""
    if not case.decision_points:
        yield finding("VAL104", "ärendet har inga beslutspunkter, men ett beslut behöver minst en", case.origin)
    for number, point in enumerate(case.decision_points, start=1):
        if is_blank(point):
            fact = f"beslutspunkt {number} av {len(case.decision_points)} är tom"
            yield finding("VAL104", fact, point.origin)


def someone_signs(case: Case, _profile: Profile) -> Iterator[Finding]:
    """There is a signatory, and each has a name and a title."""
    if not case.signatories:
        yield finding("VAL105", "ärendet har ingen undertecknare, men ett beslut behöver minst en", case.origin)
    for signatory in case.signatories:
        for what, value in (("namn", signatory.name), ("titel", signatory.title)):
            if not value.value.strip():
                yield finding("VAL105", f"en undertecknare finns men saknar {what}", value.origin)


def appendix_and_report_have_one_title(case: Case, _profile: Profile) -> Iterator[Finding]:
    """The appendix goes by the same title in the case and on its own cover."""
    appendix, report = case.appendix.title, case.report.title
    if appendix.value != report.value:
        fact = f'bilagan heter "{appendix.value}" i ärendet men "{report.value}" i rapporten'
        yield finding("VAL106", fact, appendix.origin, report.origin)
