"""Sentences that count things of a status: they have one status each, and its word is inflected as the number is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.findings.catalogue import finding
from pipeline.findings.finding import Finding
from pipeline.model.profile import Vocabulary
from pipeline.validate.claims.counts import LevelCount
from pipeline.validate.claims.levelwords import Mentioned
from pipeline.validate.facts import Facts
from pipeline.validate.numbers.context import Sentence
from pipeline.validate.rule import Rule

_STATUS = "status"
_AT_YEAR_END = re.compile(r"\bårsskift|\bårets (?:slut|utgång)|\bårsslut|\b31 december\b|\bhelår", re.IGNORECASE)
_AND_WILL_BE = re.compile(
    r"\s+och\s+(?:beräknas|väntas|förväntas|bedöms|kommer|ska|kan)\s+"
    r"(?:(?:att|bli|blir|vara|ha|då|nu|ändå|även|också|delvis|helt|snart|troligen|trots allt|i stort sett)\s+)*",
    re.IGNORECASE,
)
_LATER = re.compile(r"\b(?:först|nästa|kommande|efter|därefter|senare)\b", re.IGNORECASE)
_IN_THE_YEAR = re.compile(r"\bi år\b|\b\w*året\b|\b\w*årets\b|\bårsskiftet\b", re.IGNORECASE)
_HAS = re.compile(r"\b(?:har|hade|ha)\b", re.IGNORECASE)
_PLURAL = "ade"


def what_is_counted_has_one_status(facts: Facts) -> Iterator[Finding]:
    """Things whose status is that of the year's end are not said to have one and to be of another within the year."""
    for line, sentence, claim in facts.claims.levels:
        if claim.words.vocabulary.id == _STATUS and _is_of_year_end(claim.words.vocabulary):
            other = _other_level(sentence, claim)
            if other is not None:
                said = sentence.text[claim.start - sentence.start :].strip(" .:;")
                fact = f'texten säger "{said}" men status gäller vid årets slut, då bara en av '
                fact += f'"{claim.level.short}" och "{other.level.short}" kan stämma'
                yield finding("VAL317", fact, line.origin, claim.words.vocabulary.explanation.origin, excerpt=line.text)


def _is_of_year_end(vocabulary: Vocabulary) -> bool:
    return bool(_AT_YEAR_END.search(vocabulary.explanation.value))


def _end_of(sentence: Sentence, claim: LevelCount) -> int | None:
    """Return where a count with its level ends in its sentence, or None where the number stands behind the level."""
    start = claim.start - sentence.start
    return start + len(claim.text) if sentence.text.startswith(claim.text, start) else None


def _other_level(sentence: Sentence, claim: LevelCount) -> Mentioned | None:
    """Return the other level that what is counted is said to be of within the year, or None."""
    end = _end_of(sentence, claim)
    joined = _AND_WILL_BE.match(sentence.text, end) if end is not None else None
    for mention in claim.words.mentions(sentence.text) if joined else ():
        if joined and mention.start == joined.end() and mention.level.id != claim.level.id:
            after = re.split(r"[;:.]|,\s", sentence.text[mention.end :])[0]
            return mention if _IN_THE_YEAR.search(after) and not _LATER.search(after) else None
    return None


def a_status_is_inflected_as_its_number(facts: Facts) -> Iterator[Finding]:
    """Two or more are avslutade, one is avslutat: where they are not, one of the words has come from elsewhere."""
    if not facts.profile.language.value.startswith("sv"):
        return
    for line, sentence, claim in facts.claims.levels:
        end = _end_of(sentence, claim)
        if end is None or claim.words.vocabulary.id != _STATUS:
            continue
        start = claim.start - sentence.start
        word = re.split(r"\s+", claim.text)[-1]
        before = sentence.text[:end]
        free = _HAS.search(before) or claim.words.is_subject(before)  # has done it, or of its status that it is so
        if not free and _is_inflected_else(claim, word, sentence.text[start:end]):
            fact = f'"{sentence.text[start:end]}": talet och "{word}" böjs inte lika'
            yield finding("VAL431", fact, line.origin, excerpt=sentence.text.strip())


def _is_inflected_else(claim: LevelCount, word: str, text: str) -> bool:
    """Return whether a level is in the singular behind a number of several, or in the plural right behind one."""
    own = claim.level.short.value.lower().split()[-1]
    if claim.said > 1:
        return word.lower() == own and own.endswith("t")
    return word.lower().endswith(_PLURAL) and len(text.split()) == len(claim.level.short.value.split()) + 1


RULES: tuple[Rule, ...] = (what_is_counted_has_one_status, a_status_is_inflected_as_its_number)
