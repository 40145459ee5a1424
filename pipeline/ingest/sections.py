"""The report's tree as a whole: unique ids, and references to sections and tables that lead somewhere."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace

from pipeline.ingest.reporting import Reporter
from pipeline.ingest.suggest import did_you_mean
from pipeline.model.origin import Origin, Sourced
from pipeline.model.report import IndicatorsPart, Part, Section, SectionPart, StatementPart, SummaryPart


def every(sections: Sequence[Section]) -> Iterator[Section]:
    """Yield all sections, a section before those in it."""
    for section in sections:
        yield section
        yield from every(children(section))


def children(section: Section) -> list[Section]:
    """Return the sections directly in a section."""
    return [part.section for part in section.parts if isinstance(part, SectionPart)]


@dataclass
class Naming:
    """Gives ids that were made from headings a number where they meet another."""

    report: Reporter
    taken: dict[str, Origin] = field(default_factory=dict)

    def unique(self, sections: Sequence[Section]) -> tuple[Section, ...]:
        """Return the sections with unique ids; an id that was written twice is an error with both lines."""
        for section in every(sections):
            if is_written(section):
                first = self.taken.setdefault(section.id.value, section.id.origin)
                if first is not section.id.origin:
                    message = f'två avsnitt har id "{section.id.value}"'
                    self.report.say("ING132", message, section.id.origin, first)
        return tuple(self._named(section) for section in sections)

    def _named(self, section: Section) -> Section:
        name = section.id.value
        if not is_written(section):
            number = 1
            while name in self.taken:
                number += 1
                name = f"{section.id.value}-{number}"
            self.taken[name] = section.origin
        parts = tuple(self._part(part) for part in section.parts)
        return replace(section, id=Sourced(name, section.id.origin), parts=parts)

    def _part(self, part: Part) -> Part:
        return SectionPart(self._named(part.section)) if isinstance(part, SectionPart) else part


def is_written(section: Section) -> bool:
    """Return whether a section's id was written, rather than made from its heading."""
    return section.id.origin != section.origin


def check_references(sections: Sequence[Section], tables: Collection[str], report: Reporter) -> None:
    """Make findings of parts that point at nothing, and of indicators with too many or too few values."""
    by_id = {section.id.value: section for section in every(sections)}
    for section in by_id.values():
        for part in section.parts:
            if isinstance(part, StatementPart) and part.statement.value not in tables:
                message = f'tabellen "{part.statement.value}" finns inte under tabeller'
                help_line = did_you_mean(part.statement.value, tables)
                report.say("ING133", message, part.statement.origin, help=help_line)
            elif isinstance(part, SummaryPart):
                _check_summary(part, by_id, report)
            elif isinstance(part, IndicatorsPart):
                _check_values(part, report)


def _check_summary(part: SummaryPart, by_id: dict[str, Section], report: Reporter) -> None:
    section = by_id.get(part.section.value)
    if section is None:
        message = f'avsnittet "{part.section.value}" finns inte'
        report.say("ING133", message, part.section.origin, help=did_you_mean(part.section.value, by_id))
        return
    below = {child.id.value for child in children(section)}
    for wanted in part.order:
        if wanted.value not in below:
            message = f'"{wanted.value}" är inget underavsnitt till "{part.section.value}"'
            report.say("ING133", message, wanted.origin, help=did_you_mean(wanted.value, sorted(below)))
    _check_rows(part, children(section), report)


def _check_rows(part: SummaryPart, below: Sequence[Section], report: Reporter) -> None:
    """Make findings of a summary without rows, and of sections that lack what their like have in it."""
    if not any(section.assessment or section.trend for section in below):
        message = f'sammanställningen av "{part.section.value}" blir tom: inget underavsnitt har bedömning eller trend'
        report.say("ING137", message, part.section.origin)
    for section in below:
        alike = [each for each in below if each.kind.value == section.kind.value]
        lacks = [
            word
            for word, has in (("bedömning", [s.assessment for s in alike]), ("trend", [s.trend for s in alike]))
            if any(has) and not has[alike.index(section)]
        ]
        if lacks:
            message = f'"{section.name}" saknar {" och ".join(lacks)}, som andra i sammanställningen har'
            report.say("ING138", message, section.origin, part.section.origin)


def _check_values(part: IndicatorsPart, report: Reporter) -> None:
    for indicator in part.indicators:
        if len(indicator.values) != len(part.columns):
            message = (
                f'indikatorn "{indicator.name}" har {len(indicator.values)} värden '
                f"men tabellen har {len(part.columns)} kolumner"
            )
            report.say("ING134", message, indicator.origin)
