"""Slips of grammar that no dictionary of words sees: a verb where none may be, or none where one must be.

Each rule is a place where Swedish leaves no choice: behind the subject that begins a sentence stands a finite verb,
behind ``att`` no present tense, and behind a past tense no other tense without a word between.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.findings.catalogue import finding
from pipeline.findings.finding import Finding
from pipeline.spelling import Dictionary, swedish
from pipeline.validate.facts import Facts
from pipeline.validate.numbers.context import sentences
from pipeline.validate.rule import Rule

_LANGUAGE = "sv"
_WORDS = r"[^\W\d_]+"
# A department may be followed by its name, unless it has it in its own word: avdelningen Kultur, kulturavdelningen.
_ORGANISATION = (
    r"\w*(?:kommun|nämnd|styrels|region)en|staden|\w{3,}(?:förvaltning|avdelning|enhet|direktion|myndighet)en|"
    r"\w{3,}(?:bolag|kontor|utskott)et"
)
_FIRST = re.compile(rf"^\W*(?P<subject>{_ORGANISATION})\s+(?P<next>[a-zåäö]{{5,}})(?=[\s,.])", re.IGNORECASE)
_SUBJECT = re.compile(
    r"^\W*(?P<subject>(?:(?:[A-ZÅÄÖ]{2,6}|[^\W\d_]+(?:en|na)|Vi|De)(?:\s+[A-ZÅÄÖ]{2,6})?))\s+(?P<next>[a-zåäö]{4,})(?=[\s,.])"
)
_PAST = re.compile(r"\b(?P<first>[a-zåäö]+[ae]de|[a-zåäö]+erade)\s+(?P<next>[a-zåäö]{4,})(?=[\s,.])")
_TO = re.compile(r"\batt\s+(?P<next>[a-zåäö]{5,})(?=[\s,.])")
_SUBORDINATE = re.compile(
    r"\b(?:som|när|då|om|sedan|innan|eftersom|de|den|det|dessa|alla|vilka|vad)\b|^\W*att\b|(?<!och )\bdär\b",
    re.IGNORECASE,
)
_IRREGULAR = frozenset(
    re.findall(
        _WORDS, "fått gått blivit gjort haft tagit deltagit gett givit hållit kommit genomfört infört utfört sett"
    )
)
_SAME_IN_PRESENT = ("genomför", "utför", "medför", "tillför", "överför", "inför")
_NO_NOUN = frozenset(
    re.findall(
        _WORDS,
        "under efter innan mellan genom enligt också endast sedan bland annat alltid aldrig redan ännu själv därför "
        "dock även samt inklusive bara gärna tidigare utöver gällande avseende angående beträffande emellan "
        "tillsammans först sist igen inom utan kring inför trots medan eller",
    )
)


def sentences_have_their_verbs(facts: Facts) -> Iterator[Finding]:
    """A sentence that begins with its subject has a finite verb behind it, and no verb too much."""
    if not facts.profile.language.value.startswith(_LANGUAGE):
        return
    words = swedish()
    for line in facts.lines:
        for sentence in () if line.is_heading else sentences(line.text):
            fact = slip_in(sentence.text, words)
            if fact:
                yield finding("VAL431", fact, line.origin, excerpt=sentence.text.strip())


def slip_in(text: str, words: Dictionary) -> str:
    """Return what a sentence has wrong, in words, or ""."""
    return (
        _no_genitive(text, words)
        or _no_auxiliary(text, words)
        or _two_tenses(text, words)
        or _not_infinitive(text, words)
    )


def _no_genitive(text: str, words: Dictionary) -> str:
    match = _FIRST.search(text)
    if match and match["next"].lower() not in _NO_NOUN and _is_noun(match["next"], words):
        subject = match["subject"]
        return f'"{subject} {match["next"]}": ett s tycks saknas, "{subject}s {match["next"]}"'
    return ""


def _is_noun(word: str, words: Dictionary) -> bool:
    """Return whether a word is a noun without its article and no form of a verb that could stand there."""
    definite = [f"{word}n", f"{word}t"] if word[-1] in "aeiouyåäö" else [f"{word}en", f"{word}et"]
    verb = word.endswith(("r", "s", "de", "te")) or is_supine(word, words)
    return not verb and words.spells(word) and any(words.spells(each) for each in definite)


def _no_auxiliary(text: str, words: Dictionary) -> str:
    match = _SUBJECT.search(text)
    if match and is_supine(match["next"], words):
        return f'"{match["subject"]} {match["next"]}": har eller hade tycks saknas före "{match["next"]}"'
    return ""


def is_supine(word: str, words: Dictionary) -> bool:
    """Return whether a word is the form of a verb that stands behind har: arbetat, gjort."""
    return word in _IRREGULAR or (
        word.endswith("at") and words.has(word) and words.has(word[:-1]) and words.has(f"{word[:-1]}r")
    )


def _two_tenses(text: str, words: Dictionary) -> str:
    for match in _PAST.finditer(text):
        past = words.has(f"{match['first'][:-2]}r") and not _SUBORDINATE.search(text[: match.start()])
        if past and _is_present(match["next"], words):
            return f'"{match.group()}": två verb i olika tid står efter varandra'
    return ""


def _not_infinitive(text: str, words: Dictionary) -> str:
    for match in _TO.finditer(text):
        if _is_present(match["next"], words):
            return f'"{match.group()}": efter att står verbet i infinitiv'
    return ""


def _is_present(word: str, words: Dictionary) -> bool:
    """Return whether a word is a present tense and nothing else: no plural of a noun, no adjective."""
    if word in _SAME_IN_PRESENT:
        return word != "inför"
    infinitive = word[:-1] if word.endswith("ar") else f"{word[:-2]}a" if word.endswith("er") else ""
    if not infinitive or not words.has(word) or not words.has(infinitive):
        return False
    noun = not word.endswith("erar") and any(words.spells(f"{word}{end}") for end in ("na", "n", "en"))
    return not noun and words.has(f"{infinitive}s")


RULES: tuple[Rule, ...] = (sentences_have_their_verbs,)
