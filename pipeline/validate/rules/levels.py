"""Assessments, trends and statuses: what the prose says of them against what the report gives."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.findings.catalogue import finding
from pipeline.findings.finding import Finding
from pipeline.model.profile import Level, Vocabulary
from pipeline.model.report import Section, SectionPart, UndertakingsPart
from pipeline.model.walk import APPENDIX, parts_of
from pipeline.validate.excerpts import shortened
from pipeline.validate.facts import Facts
from pipeline.validate.line import Line
from pipeline.validate.numbers.context import NOT, sentences
from pipeline.validate.rule import Rule

_WORD = re.compile(r"\w+")
_SAME = {"inte": "ej", "icke": "ej", "uppfylla": "uppnå", "uppfyller": "uppnår", "når": "uppnår", "nå": "uppnå"}
_HAS = r"(?:har|hade|blev|blivit|gick|gått|är|var)\s+(?:\w+\s+){0,2}?"
_DONE_WITH = r"(?:at|ats|ade|ades|ts|te|tes|t|it)"
_MORE_OR_LESS = (
    rf"{_HAS}(?:högre|lägre|fler|färre)|(?:ök|minsk|sjunk|höj|sänk|fördubbl|halver){_DONE_WITH}|sjunker|ökar|minskar"
)
_CHANGES = rf"trend\w*|{_MORE_OR_LESS}|ökning\w*|minskning\w*|högre än|lägre än"
_BETTER = rf"{_HAS}bättre|(?:förbättr|stärk){_DONE_WITH}|förbättring\w*|uppgång\w*|växer|bättre än|förbättras|uppåt\w*"
_WORSE = (
    rf"{_HAS}sämre|(?:försämr|försvag|försen){_DONE_WITH}|försämring\w*|nedgång\w*|tillbakagång\w*|bromsar\w*|sämre än|"
    r"försämras|nedåt\w*|gått tillbaka"
)
_UP = re.compile(r"bättre|upp|stig|positiv|ökande", re.IGNORECASE)
_REASONS = {up: re.compile(rf"\b(?:{_CHANGES}|{words})\b", re.I) for up, words in ((True, _BETTER), (False, _WORSE))}
_FLAT = re.compile(r"oförändra|stabil|samma|lika", re.IGNORECASE)
_STEM = 6  # letters that tell a word from others
_DONE = 100
_PUT_OFF = r"försen|senarelagt|senarelägg|(?:skjutits|skjuts|skjutas)\s+upp\b|(?:flyttats|flyttas)\s+fram\b"
_LATE = re.compile(r"försen|\bej\b|\binte\b|avbr|paus|stopp|vilande", re.IGNORECASE)
_NONE = re.compile(r"\b(?:inga|inget|ingen|saknar|saknas|utan)\b", re.IGNORECASE)


def all_sections(
    sections: Sequence[Section], around: tuple[str, ...] = ()
) -> Iterator[tuple[Section, tuple[str, ...]]]:
    """Yield every section with the names of those around it and its own."""
    for section in sections:
        place = (*around, section.name.value)
        yield section, place
        yield from all_sections([part.section for part in section.parts if isinstance(part, SectionPart)], place)


def own_lines(facts: Facts, place: tuple[str, ...], *, below: bool = True) -> list[Line]:
    """Return the prose of a section, with that of what stands below it."""
    whole = (APPENDIX, *place)
    found = (facts.lines_below if below else facts.lines_at).get(whole, ())
    return [line for line in found if not line.is_heading]


def vocabulary_of(facts: Facts, level: str) -> Vocabulary | None:
    """Return the vocabulary that has a level with this id, or None."""
    found = [each for each in facts.profile.vocabularies.values() if any(own.id == level for own in each.levels)]
    return found[0] if found else None


def level_of(facts: Facts, level: str) -> Level | None:
    """Return the level with an id, of whichever vocabulary has it."""
    vocabulary = vocabulary_of(facts, level)
    return next((each for each in vocabulary.levels if each.id == level), None) if vocabulary else None


def _words(text: str) -> list[str]:
    return [_SAME.get(word, word) for word in _WORD.findall(text.lower())]


class Claims:
    """Finds which level of a vocabulary a sentence speaks of, by the words that its meanings do not share."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.levels = vocabulary.levels
        meanings = [_words(level.meaning.value) for level in vocabulary.levels]
        shared = set(meanings[0]).intersection(*meanings[1:]) if meanings else set()
        ordered = [word for word in meanings[0] if word in shared] if meanings else []
        self.common = ordered[1:]  # the first is what is assessed, which the prose calls by its name
        self.own = {
            level.id: {word for word in words if word not in shared}
            for level, words in zip(self.levels, meanings, strict=True)
        }

    def level(self, sentence: str) -> Level | None:
        """Return the level that a sentence claims, None where it claims none."""
        words = _words(sentence)
        if len(self.common) < 2 or not _in_order(self.common, words):
            return None
        start = words.index(self.common[0])
        inside = set(words[start : start + len(self.common) + 4])
        fits = [level for level in self.levels if self.own[level.id] <= inside]
        return max(fits, key=lambda level: len(self.own[level.id])) if fits else None


def _in_order(wanted: Sequence[str], words: Sequence[str]) -> bool:
    at = 0
    for word in wanted:
        if word not in words[at:]:
            return False
        at = words.index(word, at) + 1
    return True


def the_sentence_and_the_symbol_agree(facts: Facts) -> Iterator[Finding]:
    """A section whose prose says how it is assessed has the symbol of that assessment."""
    for section, place in all_sections(facts.case.report.sections):
        vocabulary = vocabulary_of(facts, section.assessment.value) if section.assessment else None
        if section.assessment is None or vocabulary is None:
            continue
        claims = Claims(vocabulary)
        own = {each.id: each for each in vocabulary.levels}[section.assessment.value]
        for line in own_lines(facts, place):
            for sentence in sentences(line.text):
                said = claims.level(sentence.text)
                if said is not None and said.id != own.id:
                    fact = f'texten säger "{sentence.text.strip()}" men symbolen för {section.name} är {own.short}'
                    yield finding("VAL300", fact, line.origin, section.assessment.origin, excerpt=line.text)


def a_trend_that_is_not_flat_has_a_reason(facts: Facts) -> Iterator[Finding]:
    """A section whose trend goes up or down says why."""
    for section, place in all_sections(facts.case.report.sections):
        vocabulary = vocabulary_of(facts, section.trend.value) if section.trend else None
        if section.trend is None or vocabulary is None:
            continue
        level = next(each for each in vocabulary.levels if each.id == section.trend.value)
        if _FLAT.search(f"{level.id} {level.short} {level.meaning}"):
            continue
        reason = _REASONS[bool(_UP.search(f"{level.id} {level.short}"))]
        if not any(reason.search(line.text) for line in own_lines(facts, place)):
            fact = f"trenden för {section.name} är {level.short} men ingen text i avsnittet säger varför"
            yield finding("VAL301", fact, section.trend.origin, section.origin)


def the_text_of_an_undertaking_and_its_status_agree(facts: Facts) -> Iterator[Finding]:
    """The text of an undertaking that speaks of another status than it has contradicts the symbol."""
    for placed in parts_of(facts.case.report):
        if not isinstance(placed.part, UndertakingsPart):
            continue
        for each in placed.part.undertakings:
            vocabulary = vocabulary_of(facts, each.status.value)
            lines = own_lines(facts, (*placed.place, each.name.value))
            for level in vocabulary.levels if vocabulary else ():
                stem = level.short.value.lower()[:_STEM]
                if level.id == each.status.value or len(stem) < _STEM:
                    continue
                late = bool(_LATE.search(f"{level.id} {level.short}")) and not _LATE.search(each.status.value)
                for line in lines:
                    said = _said(line, re.escape(stem)) or (_said(line, _PUT_OFF) if late else "")
                    if said:
                        own = each.status.value
                        fact = (
                            f'texten till åtagandet "{shortened(each.name.value)}" säger "{said}" men status är {own}'
                        )
                        yield finding("VAL302", fact, line.origin, each.status.origin, excerpt=line.text)
                        break


def _said(line: Line, stem: str) -> str:
    for sentence in sentences(line.text):
        found = re.search(rf"\b(?:{stem})\w*", sentence.text, re.IGNORECASE)
        if found and not NOT.search(sentence.text[: found.start()]):
            return found.group()
    return ""


def what_is_finished_is_not_late(facts: Facts) -> Iterator[Finding]:
    """An undertaking that is done to a hundred per cent is not late."""
    for placed in parts_of(facts.case.report):
        for each in placed.part.undertakings if isinstance(placed.part, UndertakingsPart) else ():
            if each.completion is not None and each.completion.value >= _DONE and _LATE.search(each.status.value):
                fact = f"åtagandet {each.name} har färdiggraden {each.completion} % men status {each.status}"
                yield finding("VAL303", fact, each.completion.origin, each.status.origin)


def what_has_no_goals_says_so(facts: Facts) -> Iterator[Finding]:
    """An assessed section without goals, undertakings and words to say that there are none leaves a question."""
    for section, place in all_sections(facts.case.report.sections):
        if section.assessment is None or any(not isinstance(part, SectionPart) for part in section.parts[1:]):
            continue
        lines = own_lines(facts, place)
        if not lines or any(_NONE.search(line.text) for line in lines):
            continue
        if len(section.parts) <= 1:
            fact = f"{section.name} är bedömt men har varken mål, åtaganden eller ord om att det inte finns några"
            yield finding("VAL304", fact, section.origin)


RULES: tuple[Rule, ...] = (
    the_sentence_and_the_symbol_agree,
    a_trend_that_is_not_flat_has_a_reason,
    the_text_of_an_undertaking_and_its_status_agree,
    what_is_finished_is_not_late,
    what_has_no_goals_says_so,
)
