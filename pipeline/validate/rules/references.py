"""What one place in the report points at in another is there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from pipeline.findings.catalogue import finding
from pipeline.findings.finding import Finding
from pipeline.model.case import Case
from pipeline.model.origin import Sourced
from pipeline.model.profile import Profile
from pipeline.model.report import Section, SectionPart, StatementPart, SummaryPart
from pipeline.model.walk import parts_of, prose_of, references, sections_of


def summaries_point_at_sections(case: Case, _profile: Profile) -> Iterator[Finding]:
    """A summary is of a section that is there, and is ordered by sections directly below it."""
    sections = {section.id.value: section for section in sections_of(case.report)}
    for placed in parts_of(case.report):
        if isinstance(placed.part, SummaryPart):
            yield from _check_summary(placed.part, sections)


def _check_summary(part: SummaryPart, sections: dict[str, Section]) -> Iterator[Finding]:
    section = sections.get(part.section.value)
    if section is None:
        yield _missing("VAL111", part.section, "sammanställningen gäller avsnittet", "rapporten", sections)
        return
    below = [inner.section.id.value for inner in section.parts if isinstance(inner, SectionPart)]
    for wanted in part.order:
        if wanted.value not in below:
            yield _missing(
                "VAL111", wanted, "sammanställningen ordnas efter avsnittet", f'"{section.name.value}"', below
            )


def statements_exist(case: Case, _profile: Profile) -> Iterator[Finding]:
    """Every statement that is to be printed was read."""
    for placed in parts_of(case.report):
        if isinstance(placed.part, StatementPart) and placed.part.statement.value not in case.statements:
            yield _missing("VAL112", placed.part.statement, "rapporten ska trycka tabellen", "ärendet", case.statements)


def figures_exist(case: Case, _profile: Profile) -> Iterator[Finding]:
    """Every figure that prose quotes is defined."""
    for placed in prose_of(case):
        for reference in references(placed.prose):
            if reference.name not in case.figures:
                quoted = Sourced(reference.name, reference.origin)
                yield _missing("VAL113", quoted, "texten hänvisar till nyckeltalet", "nyckeltal.yaml", case.figures)


def _missing(code: str, wanted: Sourced[str], says: str, where: str, there: Iterable[str]) -> Finding:
    near = get_close_matches(wanted.value, list(there), n=1)
    advice = f'menade du "{near[0]}"?' if near else ""
    return finding(code, f'{says} "{wanted.value}" som inte finns i {where}', wanted.origin, help=advice)
