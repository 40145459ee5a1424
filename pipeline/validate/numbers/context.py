"""What a sentence says of its numbers: the scenario, the years, whether it is more or less."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from pipeline.model.statement import Scenario

_SENTENCE = re.compile(r"(?<=[.!?])[\"”)]?\s+(?=[\"”(]?[A-ZÅÄÖ0-9])")
_FRAME = r"(?:budget|drift|netto|anslags)?ram(?:en|ens)?\b"
_COMPARED_TO_BUDGET = (
    r"(?:bättre|sämre|högre|lägre|mer|mindre|dyrare|billigare|över|under)\s+(?:än\s+)?(?:\w+\s+)?"
    rf"(?:\w*budget\w*|{_FRAME})"
)
_EXPECTED = r"(?:bedömt|förväntat|beräknat|väntat)\s+(?:\w+\s+)?(?:utfall|(?:hel)?årsresultat|resultat)\w*"
_WORDS = (
    (Scenario.DEVIATION, rf"\w*avvik\w*|differens\w*|{_COMPARED_TO_BUDGET}"),
    (Scenario.BUDGET, rf"\w*budget(?:era\w*|en|ens|erat|erade)?\b|(?<!inom ){_FRAME}"),
    (Scenario.FORECAST, rf"\w*prognos(?:en|er|tisera\w*|ens)?\b|(?:hel)?årsbedömning\w*|{_EXPECTED}"),
    (Scenario.OUTCOME, r"utfall(?:et|en|ets)?\b"),
)
_SCENARIOS = tuple((scenario, re.compile(rf"\b(?:{words})", re.IGNORECASE)) for scenario, words in _WORDS)
_THAN_BUDGET = re.compile(r"\bän\s+budget", re.IGNORECASE)
EARLIER = re.compile(
    r"\b(?:tidigare|föregående|förra|ursprunglig\w*|(?:delår\w*|tertial|kvartal) 1|vårprognos\w*)\b", re.IGNORECASE
)
COMPARED = re.compile(r"\b(?:jämfört|jämförelse|än|mot|sedan|från)\b", re.IGNORECASE)
_EITHER = re.compile(r"\b(?:över|under)skott\w*|\bresultat\w*", re.IGNORECASE)
YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
WHOLE_YEAR = re.compile(r"\b(?:hel(?:a )?år\w*|årsprognos\w*|årsbudget\w*)\b", re.IGNORECASE)
MINUS = re.compile(r"\b(?:\w*underskott\w*|negativ\w*|minus)\b", re.IGNORECASE)
PLUS = re.compile(r"\b(?:\w*överskott\w*|positiv\w*|plus)\b", re.IGNORECASE)
NOT = re.compile(r"\b(?:inte|ej|inget|ingen|utan)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Sentence:
    """A sentence of a line, from ``start`` to ``end``."""

    text: str
    start: int
    end: int


@lru_cache(maxsize=1 << 16)  # every rule that reads sentences asks for those of all lines
def sentences(text: str) -> tuple[Sentence, ...]:
    """Return the sentences of a line."""
    return tuple(_sentences(text))


def _sentences(text: str) -> Iterator[Sentence]:
    start = 0
    for match in _SENTENCE.finditer(text):
        yield Sentence(text[start : match.start()], start, match.start())
        start = match.end()
    if text[start:].strip():
        yield Sentence(text[start:], start, len(text))


def scenarios_in(words: str) -> frozenset[Scenario]:
    """Return the scenarios that words name; a comparison with the budget may name it or the deviation from it."""
    found: set[Scenario] = set()
    rest = words
    for scenario, pattern in _SCENARIOS:
        if pattern.search(rest):
            found.add(scenario)
            rest = pattern.sub(" ", rest)
    if _THAN_BUDGET.search(words):
        found.add(Scenario.BUDGET)
    if found and _EITHER.search(rest):
        found.add(Scenario.DEVIATION)
    return frozenset(found)
