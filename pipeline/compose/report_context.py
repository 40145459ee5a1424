"""The fields of the tag ``rapport``: the report's tree as one sequence of parts in reading order."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.compose.goal_context import goals_post, indicators_post, undertakings_post
from pipeline.compose.levels import ASSESSMENT, TREND, legend_post, level_posts
from pipeline.compose.place import Place
from pipeline.compose.post import Post
from pipeline.compose.prose import set_heading
from pipeline.compose.setting import Setting
from pipeline.compose.statement_context import statement_post, summary_post
from pipeline.compose.texts import clean_sourced
from pipeline.findings.catalogue import finding
from pipeline.model.profile import SectionKind
from pipeline.model.report import (
    GoalsPart,
    IndicatorsPart,
    LegendPart,
    Part,
    Section,
    SectionPart,
    StatementPart,
    SummaryPart,
    TextPart,
    UndertakingsPart,
)


def report_context(setting: Setting) -> dict[str, Post]:
    """Return the post ``rapport``; its ``delar`` are made in order, sections in sections included."""
    report = setting.case.report
    parts = [post for section in report.sections for post in _section_posts(section, 1, setting)]
    period = Post(
        "period",
        namn=clean_sourced(report.period.name, setting.findings),
        från=report.period.start.value.isoformat(),
        till=report.period.end.value.isoformat(),
    )
    post = Post(
        "rapport",
        titel=clean_sourced(report.title, setting.findings),
        nämnd=clean_sourced(report.board, setting.findings),
        period=period,
        delar=tuple(parts),
    )
    return {"rapport": post}


def _section_posts(section: Section, level: int, setting: Setting) -> Iterator[Post]:
    kind = setting.profile.section_kinds.get(section.kind.value)
    if kind is None:
        message = f"profilen har inget avsnittsslag som heter ”{section.kind.value}”"
        setting.findings.add(finding("KOM206", message, section.kind.origin))
    yield _heading_post(section, kind, level, setting)
    levels = level_posts(((ASSESSMENT, section.assessment), (TREND, section.trend)), setting)
    if levels:
        yield Post("del", slag="bedömning", nivåer=levels)
    for part in section.parts:
        if isinstance(part, SectionPart):
            yield from _section_posts(part.section, level + 1, setting)
        else:
            yield _part_post(part, level, setting)


def _heading_post(section: Section, kind: SectionKind | None, level: int, setting: Setting) -> Post:
    name = clean_sourced(section.name, setting.findings)
    pattern = clean_sourced(kind.heading, setting.findings) if kind else "{namn}"
    text = pattern.replace("{namn}", name)
    style = kind.style.replace("{nivå}", str(level)) if kind else ""
    return Post(
        "del",
        slag="rubrik",
        namn=name,
        typ=section.kind.value,
        nivå=level,
        rubrik=setting.slots.block(lambda: set_heading(text, level, setting, style=style)),
        underrubrik=clean_sourced(section.subheading, setting.findings),
    )


def _part_post(part: Part, level: int, setting: Setting) -> Post:
    place = Place(level, setting)
    if isinstance(part, TextPart):
        return Post("del", slag="text", text=place.prose(part.prose))
    if isinstance(part, GoalsPart):
        return goals_post(part, place)
    if isinstance(part, UndertakingsPart):
        return undertakings_post(part, place)
    if isinstance(part, IndicatorsPart):
        return indicators_post(part, place)
    return _table_post(part, place)


def _table_post(part: Part, place: Place) -> Post:
    if isinstance(part, StatementPart):
        return statement_post(part, place)
    if isinstance(part, SummaryPart):
        return summary_post(part, place)
    assert isinstance(part, LegendPart), "the other parts are handled above"
    return Post("del", slag="teckenförklaring", ordlistor=tuple(legend_post(one, place) for one in part.vocabularies))
