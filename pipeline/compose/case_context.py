"""The fields of the tags ``ärende``, ``kommun`` and ``ord``: what both papers say about the case."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from pipeline.compose.post import Post
from pipeline.compose.prose import set_heading, set_points, set_prose
from pipeline.compose.setting import Setting
from pipeline.compose.texts import clean_sourced
from pipeline.model.case import DecisionSection
from pipeline.model.origin import Sourced

_MONTHS = (
    *("januari", "februari", "mars", "april", "maj", "juni"),
    *("juli", "augusti", "september", "oktober", "november", "december"),
)


def case_context(setting: Setting) -> dict[str, Post]:
    """Return the posts that every template may read."""
    municipality = Post("kommun", namn=_words(setting.profile.municipality, setting))
    return {"ärende": _case_post(setting), "kommun": municipality, "ord": _labels_post(setting)}


def label(name: str, setting: Setting) -> str:
    """Return a fixed word of the papers, or its own name where the profile gives none."""
    return _words(setting.profile.labels.get(name), setting) or name.capitalize()


def written_date(day: date) -> str:
    """Return a date as running text has it: ``10 oktober 2023``."""
    return f"{day.day}\u00a0{_MONTHS[day.month - 1]} {day.year}"


def _words(value: Sourced[str] | None, setting: Setting) -> str:
    return clean_sourced(value, setting.findings)


def _case_post(setting: Setting) -> Post:
    case = setting.case
    return Post(
        "ärende",
        diarienummer=_words(case.case_number, setting),
        titel=_words(case.title, setting),
        nämnd=_words(case.board, setting),
        förvaltning=_words(case.unit, setting),
        **_dates(setting),
        handläggare=_words(case.handler, setting),
        sekretess=_words(case.secrecy, setting),
        förslag_till_beslut=setting.slots.block(lambda: set_points(case.decision_points, setting)),
        avsnitt=tuple(_section_post(section, setting) for section in case.sections),
        mottagare=tuple(
            Post("mottagare", namn=_words(one.name, setting), syfte=_words(one.purpose, setting))
            for one in case.recipients
        ),
        undertecknare=tuple(
            Post("undertecknare", namn=_words(one.name, setting), titel=_words(one.title, setting))
            for one in case.signatories
        ),
        bilaga=_appendix_post(setting),
    )


def _dates(setting: Setting) -> Mapping[str, str]:
    case = setting.case
    meeting = None if case.meeting is None else case.meeting.value
    return {
        "datum": case.document_date.value.isoformat(),
        "datum_i_text": written_date(case.document_date.value),
        "sammanträde": meeting.isoformat() if meeting else "",
        "sammanträde_i_text": written_date(meeting) if meeting else "",
    }


def _appendix_post(setting: Setting) -> Post:
    appendix = setting.case.appendix
    number = str(appendix.number.value)
    name = f"{label('bilaga', setting)} {number}"
    return Post("bilaga", nummer=number, titel=_words(appendix.title, setting), namn=name)


def _section_post(section: DecisionSection, setting: Setting) -> Post:
    heading = _words(section.heading, setting)
    return Post(
        "avsnitt",
        namn=heading,
        rubrik=setting.slots.block(lambda: set_heading(heading, 1, setting)),
        text=setting.slots.block(lambda: set_prose(section.text, 1, setting)),
    )


def _labels_post(setting: Setting) -> Post:
    fields = {re.sub(r"\W+", "_", name): _words(value, setting) for name, value in setting.profile.labels.items()}
    return Post("ord", **fields)
