"""A number of the prose with as many of the words beside it as tell what it counts."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.validate.numbers.readings import Reading

_MOST = 3  # words beside a number
_STOP = re.compile(r"[.,;:()!?\n]")
_PAUSE = re.compile(r"[;()!?\n]")
_WORD = re.compile(r"\S+")
_MEASURES = frozenset(re.findall(r"\w+", "kw mw gw kwh mwh gwh ha km m kg ton hektar kvadratmeter kvm grader"))
_FUNCTION_WORDS = (
    "och eller samt som att är var har hade ska i på av för till från med om vid mot under inom per än en ett den det "
    "de vilket där när men så"
)
_LOOSE = frozenset(re.findall(r"\w+", _FUNCTION_WORDS))
_ENDS = frozenset(re.findall(r"\w+", "och samt eller men som har hade ska kommer är var"))


def phrases_of(readings: Sequence[Reading]) -> list[str]:
    """Return the phrases of some numbers of one text; a number that stands in the phrase before it has none."""
    phrases: list[str] = []
    behind = -1
    for each in readings:
        if each.mention.start >= behind or each.line is not readings[0].line:
            phrases.append(phrase_of(each))
            words = _words_after(each) if _takes_words_after(each) else []
            behind = each.mention.end + len(" ".join(words))
    return phrases


def phrase_of(reading: Reading) -> str:
    """Return the number with the words that follow it, or those before it where nothing follows."""
    after = _words_after(reading) if _takes_words_after(reading) else []
    before = _words_before(reading) if not after or reading.mention.unit.is_bare else []
    mention, noun = reading.mention, reading.mention.unit.noun
    measured = reading.line.text[mention.end :].lstrip()[: len(noun)] if noun in _MEASURES else ""
    return " ".join(filter(None, [*before, mention.text, measured, *after]))


def _takes_words_after(reading: Reading) -> bool:
    return not (reading.mention.unit.family or reading.mention.unit.noun in _MEASURES)


def _words_after(reading: Reading) -> list[str]:
    text = reading.line.text[reading.mention.end : reading.sentence.end]
    words: list[str] = []
    for word in _WORD.findall(_STOP.split(text, maxsplit=1)[0])[:_MOST]:
        if words and word.lower() in _ENDS and not words[-1].endswith("a"):
            break
        words.append(word)
    while words and words[-1].lower() in _LOOSE:
        words.pop()
    return words


def _words_before(reading: Reading) -> list[str]:
    words = _WORD.findall(_PAUSE.split(reading.before)[-1].lstrip(" ,:"))[-_MOST:]
    while len(words) > 1 and words[0].lower() in _LOOSE:
        words.pop(0)
    return words
