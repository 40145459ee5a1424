"""What a sentence says of how an indicator has gone, and its trend symbol, against its own values."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal

from pipeline.findings.catalogue import finding
from pipeline.findings.finding import Finding
from pipeline.validate.claims.levelwords import TREND, direction_of
from pipeline.validate.excerpts import shortened
from pipeline.validate.facts import Facts
from pipeline.validate.line import Line
from pipeline.validate.numbers.context import NOT, YEAR, sentences
from pipeline.validate.numbers.direction import MOVING, THEN, Move, moves
from pipeline.validate.rule import Rule
from pipeline.validate.rules.indicator_values import IndicatorValues, Valued

_CLAUSE = re.compile(r"[;:,]\s|\s(?:men|medan|samtidigt\s+som|trots\s+att|fast)\s")
_AHEAD = re.compile(
    r"\b(?:ska|skall|kan|bör|kommer|skulle|väntas|förväntas|beräknas|bedöms|syft\w*|risk\w*|bidra\w*)\b|"
    r"\bmål\w*\s+(?:är|att|om)\b|^\W*(?:om|när)\b",
    re.IGNORECASE,
)
_SOME = re.compile(
    r"\b(?:kvinn|män|flick|pojk|yngre|äldre|bland|inom|hos|några|vissa|flera|delar)\w*|"
    r"\b(?:under|hittills|efter|i\s+(?:våras|somras|höstas|vintras|år))\b|\b\w*(?:kvartal|tertial)\w*",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"\b(?:i|på|inom|för|av|hos|vid|till|från|med|per|om|mot)\s+(?:\w+[ae]\s+)?$", re.IGNORECASE)
_HAS = re.compile(r"(?:\s+(?:har|hade))?(?:\s+(?:också|även|\w{4,}t))?\s+$", re.IGNORECASE)
_BOTH = re.compile(r"^\s+(?:och|samt)\s+\w+(?:\s+(?:har|hade))?\s+$", re.IGNORECASE)
_REST = re.compile(
    r"^(?:\s+(?:något|igen|\w{4,}t))?(?:\s+till\s+(?P<now>\d+(?:,\d+)?)(?:\s*%|\s+procent)?)?"
    rf"(?:\s+(?:jämfört\s+med|i\s+jämförelse\s+med|sedan|mot|från)\s+{THEN.pattern})?(?:\W*$|\s+och\s+(?:är|ligger)\b)",
    re.IGNORECASE,
)
_GOOD = re.compile(
    r"\bpositiv\w*\s+(?:resultat|utveckling|riktning|effekt\w*|trend)\w*|\bförbättra(?:s|ts|des)\b", re.IGNORECASE
)
_BAD = re.compile(
    r"\bnegativ\w*\s+(?:resultat|utveckling|riktning|effekt\w*|trend)\w*|\bförsämra(?:s|ts|des)\b|\bgått\s+tillbaka\b",
    re.IGNORECASE,
)
_QUALITY_SAID = re.compile(r"positiv|negativ|förbättra|försämra|gått\s+tillbaka", re.IGNORECASE)
_LATER = re.compile(r"\b(?:ska|skall|kan|bör|kommer|skulle|väntas|förväntas|mål\w*|syft\w*)\b", re.IGNORECASE)
_EACH = re.compile(r"\bbåde\s+(?:\w+\s+)?$", re.IGNORECASE)
_TOKEN = re.compile(r"[^\W\d_]+")

_ARROWS = {"↑": "upp", "↗": "upp", "▲": "upp", "↓": "ned", "↘": "ned", "▼": "ned"}
_TREND = re.compile(r"\b(?:trend|utveckling|riktning)", re.IGNORECASE)
_QUALITY = re.compile(r"bättr|sämr|positiv|negativ|rätt\s+håll|fel\s+håll", re.IGNORECASE)
_FEW = 1  # per cent of a change that says nothing of a trend


def indicators_go_as_the_text_says(facts: Facts) -> Iterator[Finding]:
    """An indicator that is said to have risen, fallen or improved has done so in its last year."""
    every = IndicatorValues(facts)
    for line in facts.lines_with(*MOVING) if every.all else ():
        for sentence in () if line.is_heading else sentences(line.text):
            for clause in _CLAUSE.split(sentence.text):
                yield from _held(line, clause, every)


def _held(line: Line, clause: str, every: IndicatorValues) -> Iterator[Finding]:
    for move in () if any(each.search(clause) for each in (_SOME, _AHEAD, NOT)) else moves(clause):
        rest = _REST.match(clause[move.end :])
        for token in _TOKEN.finditer(clause, 0, move.start) if rest else ():
            valued = every.called(token[0])
            if rest and valued and _is_subject(clause, token, move, valued) and _is_of(clause, rest, valued):
                if _is_wrong(move, valued) and valued.last_two:
                    old, new = valued.last_two
                    fact = f'texten säger "{clause.strip()}" men "{valued.indicator.name}" går från {old.text} '
                    yield finding(
                        "VAL264", f"{fact}till {new.text}", line.origin, old.origin, new.origin, excerpt=line.text
                    )
                break


def _is_subject(clause: str, token: re.Match[str], move: Move, valued: Valued) -> bool:
    """Return whether a word begins what moves: the rest of its name and a has stand between, and no preposition before.

    Of two that are joined, both must be said to move.
    """
    between = clause[token.end() : move.start]
    both = _BOTH.match(between) and _EACH.search(clause[: token.start()])
    has = _HAS.search(between)
    name = _TOKEN.findall(valued.indicator.name.value.lower())
    own = has is not None and all(word.lower() in name for word in _TOKEN.findall(between[: has.start()]))
    return bool((own or both) and not _BEFORE.search(clause[: token.start()]))


def _is_wrong(move: Move, valued: Valued) -> bool:
    if move.is_up is not None:
        return valued.grew is (not move.is_up)
    return valued.improved is (move.way == "worse")


def _is_of(clause: str, rest: re.Match[str], valued: Valued) -> bool:
    """Return whether a clause names no other year than the two that are compared, and no other value than the last."""
    ends = valued.last_two
    if ends is None or (rest["now"] and Decimal(rest["now"].replace(",", ".")) != ends[1].number):
        return False
    return set(YEAR.findall(clause)) <= {str(each.year) for each in ends}


def what_is_said_of_an_indicator_is_one(facts: Facts) -> Iterator[Finding]:
    """An indicator is not said to have got better in one place and worse in another."""
    every = IndicatorValues(facts)
    told: dict[str, dict[bool, tuple[str, Line]]] = {}
    for line in facts.lines if every.all else ():
        for sentence in () if line.is_heading or not _QUALITY_SAID.search(line.text) else sentences(line.text):
            good, bad = _GOOD.search(sentence.text), _BAD.search(sentence.text)
            if bool(good) is bool(bad) or NOT.search(sentence.text) or _LATER.search(sentence.text):
                continue
            for word in dict.fromkeys(_TOKEN.findall(sentence.text)):
                valued = every.called(word)
                if valued:
                    own = told.setdefault(valued.indicator.id.value, {})
                    own.setdefault(bool(good), (sentence.text.strip(), line))
    for valued in every.all:
        yield from _both(valued, told.get(valued.indicator.id.value, {}))


def _both(valued: Valued, said: Mapping[bool, tuple[str, Line]]) -> Iterator[Finding]:
    if len(said) > 1 and said[True][1] is not said[False][1]:
        good, bad = said[True], said[False]
        years = [set(YEAR.findall(text)) for text, _ in (good, bad)]
        if not all(years) or years[0] & years[1]:
            fact = f'om "{valued.indicator.name}" står både "{shortened(good[0], 90)}" och "{shortened(bad[0], 90)}"'
            yield finding("VAL422", fact, good[1].origin, bad[1].origin, excerpt=f"{good[0]}\n{bad[0]}")


def trend_symbols_are_those_of_the_values(facts: Facts) -> Iterator[Finding]:
    """The arrow or the word of an indicator's trend goes as its values do, or as they get better or worse."""
    for valued in IndicatorValues(facts).all:
        for heading, said in zip(valued.part.columns, valued.indicator.values, strict=False):
            way = _way(said.value) if _TREND.search(heading.value) and valued.improved is not None else ""
            if way and valued.last_two and _speaks_against(said.value, way, valued):
                old, new = valued.last_two
                better = valued.indicator.direction.value if valued.indicator.direction else ""
                fact = f'{heading} för "{valued.indicator.name}" är {said} men värdet går från {old.text} till '
                fact += f"{new.text} och {better} är bättre"
                yield finding("VAL265", fact, said.origin, new.origin)


def _way(text: str) -> str:
    """Return the way that a symbol or a word of a trend goes: upp, ned, or "" where it goes nowhere."""
    arrow = next((way for symbol, way in _ARROWS.items() if symbol in text), "")
    way = arrow or direction_of(text)
    return way if way in ("upp", "ned") else ""


def _speaks_against(text: str, way: str, valued: Valued) -> bool:
    """Return whether a trend fits neither the number's way nor that of what is better; words may say which is meant."""
    up = way == "upp"
    return valued.improved is not up and (valued.grew is not up or bool(_QUALITY.search(text)))


def the_trend_of_a_section_is_not_against_all_its_indicators(facts: Facts) -> Iterator[Finding]:
    """A section whose trend goes up has at least one indicator that did not get worse, and the other way."""
    vocabulary = facts.profile.vocabularies.get(TREND)
    levels = {level.id: level for level in vocabulary.levels} if vocabulary else {}
    sections: dict[int, list[Valued]] = {}
    for valued in IndicatorValues(facts).all:
        sections.setdefault(id(valued.section), []).append(valued)
    for group in sections.values():
        trend = group[0].section.trend
        level = levels.get(trend.value) if trend else None
        way = _way(f"{level.id} {level.short}") if level else ""
        if trend and level and way and all(_moved(each) and each.improved is (way == "ned") for each in group):
            told = "; ".join(_shown(each) for each in group)
            fact = (
                f"trenden för {group[0].section.name} är {level.short} men alla indikatorer går åt andra hållet: {told}"
            )
            yield finding("VAL265", fact, trend.origin, *(each.indicator.origin for each in group))


def _moved(valued: Valued) -> bool:
    """Return whether a value has moved by more than a little."""
    ends = valued.last_two
    return ends is not None and abs(ends[1].number - ends[0].number) * 100 > abs(ends[0].number) * _FEW


def _shown(valued: Valued) -> str:
    old, new = valued.last_two or (None, None)
    better = f" ({valued.indicator.direction} är bättre)" if valued.indicator.direction else ""
    return f"{valued.indicator.name} från {old.text} till {new.text}{better}" if old and new else ""


RULES: tuple[Rule, ...] = (
    indicators_go_as_the_text_says,
    what_is_said_of_an_indicator_is_one,
    trend_symbols_are_those_of_the_values,
    the_trend_of_a_section_is_not_against_all_its_indicators,
)
