"""The rehearsal: both papers are composed of a case with everything, read back, set, and looked at."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

from pipeline.compose import Composed, compose
from pipeline.findings.catalogue import finding
from pipeline.findings.finding import Finding
from pipeline.model.case import Case
from pipeline.model.origin import WordOrigin
from pipeline.model.profile import Profile
from pipeline.proofread import proofread
from pipeline.rehearsal.printed import left_out
from pipeline.rehearsal.sight import hard_to_read, hard_to_see
from pipeline.rehearsal.specimen import specimen
from pipeline.render import RenderOptions, render

_NO_CLOCK = datetime(2024, 9, 30, tzinfo=UTC)


def rehearse(profile: Profile) -> tuple[Finding, ...]:
    """Return what is wrong with the templates, the symbols and the colours of a profile.

    Raises OSError where a file of the profile cannot be read.
    """
    case = specimen(profile)
    found = dict.fromkeys(hard_to_see(profile))
    composed = compose(case, profile)
    found |= dict.fromkeys(composed.findings)
    papers = composed.value or ()
    named = {each.kind: (_template(each, profile), each.docx) for each in papers}
    found |= dict.fromkeys(proofread(case, profile, named))
    for paper in papers:
        found |= dict.fromkeys(_of(paper, case, profile))
    return tuple(found)


def _of(paper: Composed, case: Case, profile: Profile) -> Iterator[Finding]:
    template = _template(paper, profile)
    for what in left_out(paper.docx, paper.kind, case):
        yield finding("KOM304", f"mallen {template} skriver inte ut {what}", WordOrigin(template))
    yield from hard_to_read(paper.docx, template)
    yield from render(paper.docx, RenderOptions(template, None, _NO_CLOCK, profile.font_folders)).findings


def _template(paper: Composed, profile: Profile) -> str:
    return (profile.decision_template if paper.kind == "beslut" else profile.report_template).value
