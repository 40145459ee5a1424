"""Statements and summaries of sections as posts: the report's tables."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.compose.levels import ASSESSMENT, TREND, column_heading, level_post
from pipeline.compose.numbers import format_cell
from pipeline.compose.place import Place
from pipeline.compose.post import Post
from pipeline.compose.texts import clean_sourced, clean_text
from pipeline.findings.catalogue import finding
from pipeline.model.report import Section, SectionPart, StatementPart, SummaryPart
from pipeline.model.statement import Row, Statement


def statement_post(part: StatementPart, place: Place) -> Post:
    """Return a statement's printed columns and its rows; one that is not in the case is a finding."""
    setting = place.setting
    statement = setting.case.statements.get(part.statement.value)
    if statement is None:
        message = f"tabellen ”{part.statement.value}” finns inte i ärendet"
        setting.findings.add(finding("KOM204", message, part.statement.origin))
        return Post("del", slag="saknas")
    title = clean_sourced(part.heading, setting.findings) or clean_text(
        statement.title, statement.origin, setting.findings
    )
    return Post(
        "del",
        slag="tabell",
        id=statement.id,
        typ=statement.kind,
        namn=title,
        rubrik=place.heading(title) if title else "",
        enhet=clean_text(statement.unit, statement.origin, setting.findings),
        första_kolumnen=clean_sourced(statement.label_heading, setting.findings),
        kolumner=tuple(clean_sourced(c.heading, setting.findings) for c in statement.columns if c.printed),
        rader=tuple(_row_post(row, statement, place) for row in statement.rows),
    )


def _row_post(row: Row, statement: Statement, place: Place) -> Post:
    findings, numbers = place.setting.findings, place.setting.profile.numbers
    printed = (cell for cell, column in zip(row.cells, statement.columns, strict=False) if column.printed)
    cells = tuple(clean_text(format_cell(cell, numbers), cell.origin, findings) for cell in printed)
    return Post("rad", namn=clean_sourced(row.label, findings), slag=row.role.value, värden=cells)


def summary_post(part: SummaryPart, place: Place) -> Post:
    """Return the assessment and trend of each section below the one named, in the order asked for."""
    setting = place.setting
    sections = _below(part, place)
    heading = clean_sourced(part.heading, setting.findings)
    columns = tuple(column_heading(vocabulary, setting) for vocabulary in _used(sections))
    return Post(
        "del",
        slag="sammanställning",
        namn=heading,
        rubrik=place.heading(heading) if heading else "",
        första_kolumnen=_kind_column(sections, place),
        kolumner=columns,
        rader=tuple(_summary_row(section, _used(sections), place) for section in sections),
    )


def _summary_row(section: Section, columns: tuple[str, ...], place: Place) -> Post:
    setting = place.setting
    values = {ASSESSMENT: section.assessment, TREND: section.trend}
    levels = tuple(level_post(vocabulary, values[vocabulary], setting) for vocabulary in columns)
    return Post("rad", namn=clean_sourced(section.name, setting.findings), nivåer=levels)


def _used(sections: list[Section]) -> tuple[str, ...]:
    """Return the vocabularies that a summary has columns for: those that any of its sections has a level of."""
    assessed = any(section.assessment for section in sections)
    trends = any(section.trend for section in sections)
    return (ASSESSMENT,) * assessed + (TREND,) * trends or (ASSESSMENT,)


def _kind_column(sections: list[Section], place: Place) -> str:
    for section in sections:
        kind = place.setting.profile.section_kinds.get(section.kind.value)
        if kind is not None and kind.column is not None:
            return clean_sourced(kind.column, place.setting.findings)
    return sections[0].kind.value.capitalize() if sections else ""


def _below(part: SummaryPart, place: Place) -> list[Section]:
    every = {section.id.value: section for section in _walk(place.setting.case.report.sections)}
    parent = every.get(part.section.value)
    if parent is None:
        message = f"sammanställningen gäller avsnittet ”{part.section.value}”, som inte finns i rapporten"
        place.setting.findings.add(finding("KOM205", message, part.section.origin))
        return []
    children = [child.section for child in parent.parts if isinstance(child, SectionPart)]
    assessed = [section for section in children if section.assessment or section.trend]
    order = [identity.value for identity in part.order]
    return sorted(assessed, key=lambda s: order.index(s.id.value) if s.id.value in order else len(order))


def _walk(sections: tuple[Section, ...]) -> Iterator[Section]:
    for section in sections:
        yield section
        yield from _walk(tuple(part.section for part in section.parts if isinstance(part, SectionPart)))
