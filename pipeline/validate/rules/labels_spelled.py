"""Words of the tables, of goals and of indicators that lack the dots or the ring of a word that there is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.findings.catalogue import finding
from pipeline.findings.finding import Finding
from pipeline.model.origin import Origin
from pipeline.model.report import GoalsPart, IndicatorsPart, UndertakingsPart
from pipeline.model.walk import parts_of
from pipeline.spelling import Dictionary, swedish
from pipeline.validate.facts import Facts
from pipeline.validate.rule import Rule

_LANGUAGE = "sv"
_WORD = re.compile(r"[^\W\d_]{5,}")
_MARKED = {"a": "åä", "o": "ö", "å": "ä", "ä": "å"}


def words_of_labels_have_their_marks(facts: Facts) -> Iterator[Finding]:
    """A word of a label that the dictionary knows only as a compound is no word that it has but for å, ä or ö."""
    if not facts.profile.language.value.startswith(_LANGUAGE):
        return
    words, own = swedish(), {each.value.lower() for each in facts.profile.words}
    told: set[str] = set()
    for label, origin in _labels(facts):
        for word in _WORD.findall(label):
            small = word.lower()
            if small in told or small in own or small in facts.vocabulary or words.has(small):
                continue
            told.add(small)
            meant = _meant(small, words)
            if meant:
                shown = meant.capitalize() if word[0].isupper() else meant
                fact = f'"{word}" i "{label}" finns inte i ordlistan, men "{shown}" gör det'
                yield finding("VAL430", fact, origin, excerpt=label)


def _labels(facts: Facts) -> Iterator[tuple[str, Origin]]:
    for table in facts.asserted.tables.values():
        for row in table.grid.rows:
            yield table.grid.label(row), table.grid.statement.rows[row].label.origin
        yield from ((each.heading.value, each.heading.origin) for each in table.grid.statement.columns)
    for placed in parts_of(facts.case.report):
        if isinstance(placed.part, GoalsPart):
            yield from ((each.name.value, each.name.origin) for each in placed.part.goals)
        elif isinstance(placed.part, UndertakingsPart):
            yield from ((each.name.value, each.name.origin) for each in placed.part.undertakings)
        elif isinstance(placed.part, IndicatorsPart):
            yield from ((each.name.value, each.name.origin) for each in placed.part.indicators)


def _meant(word: str, words: Dictionary) -> str:
    """Return the one word that a word is with another mark on one of its vowels, or ""."""
    found = {
        f"{word[:at]}{other}{word[at + 1 :]}"
        for at, letter in enumerate(word)
        for other in _MARKED.get(letter, "")
        if words.has(f"{word[:at]}{other}{word[at + 1 :]}")
    }
    return found.pop() if len(found) == 1 else ""


RULES: tuple[Rule, ...] = (words_of_labels_have_their_marks,)
