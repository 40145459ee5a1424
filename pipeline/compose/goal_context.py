"""Goals, undertakings and indicators as posts."""

from __future__ import annotations

from pipeline.compose.levels import ASSESSMENT, STATUS, completion_post, level_posts
from pipeline.compose.numbers import typeset_value
from pipeline.compose.place import Place
from pipeline.compose.post import Post
from pipeline.compose.texts import clean_sourced
from pipeline.model.report import Goal, GoalsPart, Indicator, IndicatorsPart, Undertaking, UndertakingsPart


def goals_post(part: GoalsPart, place: Place) -> Post:
    """Return the goals under their common heading."""
    heading = clean_sourced(part.heading, place.setting.findings)
    goals = tuple(_goal_post(goal, place) for goal in part.goals)
    return Post("del", slag="mål", namn=heading, rubrik=place.heading(heading), mål=goals)


def _goal_post(goal: Goal, place: Place) -> Post:
    name = clean_sourced(goal.name, place.setting.findings)
    scope = clean_sourced(goal.scope, place.setting.findings)
    return Post(
        "mål",
        namn=name,
        omfattning=scope,
        rubrik=place.heading(f"{name} {scope}".strip(), below=2),
        nivåer=level_posts(((ASSESSMENT, goal.assessment),), place.setting),
        text=place.prose(goal.text, below=2),
    )


def undertakings_post(part: UndertakingsPart, place: Place) -> Post:
    """Return the undertakings under their common heading."""
    heading = clean_sourced(part.heading, place.setting.findings)
    undertakings = tuple(_undertaking_post(one, place) for one in part.undertakings)
    return Post("del", slag="åtaganden", namn=heading, rubrik=place.heading(heading), åtaganden=undertakings)


def _undertaking_post(undertaking: Undertaking, place: Place) -> Post:
    setting = place.setting
    name = clean_sourced(undertaking.name, setting.findings)
    responsible = ", ".join(clean_sourced(one, setting.findings) for one in undertaking.responsible)
    levels = level_posts(((STATUS, undertaking.status),), setting)
    if undertaking.completion is not None:
        levels = (*levels, completion_post(undertaking.completion, setting))
    return Post(
        "åtagande",
        namn=name,
        ansvariga=responsible,
        rubrik=place.heading(f"{name} ({responsible})" if responsible else name, below=2),
        nivåer=levels,
        text=place.prose(undertaking.text, below=2),
    )


def indicators_post(part: IndicatorsPart, place: Place) -> Post:
    """Return the table of indicators."""
    findings = place.setting.findings
    heading = clean_sourced(part.heading, findings)
    return Post(
        "del",
        slag="indikatorer",
        namn=heading,
        rubrik=place.heading(heading),
        första_kolumnen=clean_sourced(part.label_heading, findings),
        kolumner=tuple(clean_sourced(column, findings) for column in part.columns),
        rader=tuple(_indicator_post(indicator, place) for indicator in part.indicators),
    )


def _indicator_post(indicator: Indicator, place: Place) -> Post:
    setting = place.setting
    values = (clean_sourced(value, setting.findings) for value in indicator.values)
    printed = tuple(typeset_value(value, setting.profile.numbers) for value in values)
    return Post("indikator", namn=clean_sourced(indicator.name, setting.findings), värden=printed)
