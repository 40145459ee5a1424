"""Words that do not go together: an article with a noun of the other gender, an active verb for a passive one.

Each rule is a place where Swedish leaves no choice, whatever the words are about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from pipeline.findings.catalogue import finding
from pipeline.findings.finding import Finding
from pipeline.spelling import Dictionary, swedish
from pipeline.validate.facts import Facts
from pipeline.validate.line import Line
from pipeline.validate.numbers.context import sentences
from pipeline.validate.rule import Rule
from pipeline.validate.rules.grammar import is_supine

_LANGUAGE = "sv"
_BEFORE = r"(?:för|med|av|till|kring|mot|genom|inom|från)"
_ARTICLE = re.compile(
    r"\b(?P<article>[Dd]en)\s+(?P<adjective>[a-zåäö-]{3,}(?:[ae]|ande))\s+(?P<noun>[a-zåäö-]{5,}et)\b"
)
_PARTICIPLE = re.compile(rf"\b{_BEFORE}\s+(?P<participle>[a-zåäö]{{3,}}(?:at|tt))\s+(?P<noun>[a-zåäö-]{{5,}}et)\b")
_INTENDS = re.compile(r"\b(?P<verb>planerar|avser|tänker|ämnar)\s+att\s+(?P<passive>[a-zåäö]{4,}s)\s+av\b")
_PASSIVE = {"planerar": "planeras", "avser": "avses", "tänker": "är tänkt", "ämnar": "är ämnad"}
_HANGING = re.compile(
    r"\b(?P<first>kort|lång|stor|liten|hög|låg|bred|smal|ny)-\s+och\s+(?:kort|lång|stor|små|hög|låg|bred|smal|gammal)\s"
)
_APART = re.compile(
    r"(?<![\w-])(?P<short>[A-ZÅÄÖ]{2,6})\s+"
    r"(?P<word>(?:övergripande|gemensam(?:t|ma)?|specifik(?:t|a)?|relaterade?|relaterat|anpassade?|anpassat|ansvarig(?:a|t)?))\b"
)
_SHARED = {"fortsatt"}
_TOGETHER = {"träffas", "samlas", "mötas", "enas", "umgås", "skiljas", "lyckas", "trivas"}  # no passives
_TO = re.compile(r"\batt\s*:$", re.IGNORECASE)
_FIRST = re.compile(r"\W*(?P<word>[^\W\d_]+)")


def words_go_together(facts: Facts) -> Iterator[Finding]:
    """An article and its noun have one gender, a passive has a passive, and a compound is one word."""
    if not facts.profile.language.value.startswith(_LANGUAGE):
        return
    words = swedish()
    for line in facts.lines:
        for sentence in () if line.is_heading else sentences(line.text):
            for fact in _apart(sentence.text, words):
                yield finding("VAL431", fact, line.origin, excerpt=sentence.text.strip())


def _apart(text: str, words: Dictionary) -> Iterator[str]:
    """Yield what does not go together in a sentence, in words."""
    found = (_article(text, words), _participle(text, words), _intention(text, words), _compound(text))
    yield from (each for each in found if each)


def _article(text: str, words: Dictionary) -> str:
    for match in _ARTICLE.finditer(text):
        if is_definite_neuter(match["noun"], words):
            return f'"{match.group()}": den och "{match["noun"]}" har inte samma genus'
    return ""


def is_definite_neuter(word: str, words: Dictionary) -> bool:
    """Return whether a word is a neuter noun in the definite form: arbetet and målet, but neither paket nor enhet."""
    if not words.spells(word) or any(words.spells(f"{word}{end}") for end in ("et", "en", "er")):
        return False
    return any(words.spells(stem) and words.spells(f"{stem}s") for stem in (word[:-1], word[:-2]) if len(stem) > 2)


def _participle(text: str, words: Dictionary) -> str:
    for match in _PARTICIPLE.finditer(text):
        participle = match["participle"]
        known = participle in _SHARED or words.has(f"{participle[:-1]}d")
        if known and is_definite_neuter(match["noun"], words):
            return f'"{match.group()}": "{participle}" står i obestämd form men "{match["noun"]}" i bestämd'
    return ""


def _intention(text: str, words: Dictionary) -> str:
    match = _INTENDS.search(text)
    if match and match["passive"] not in _TOGETHER and words.has(match["passive"][:-1]):
        return f'"{match.group()}": "{_PASSIVE[match["verb"]]} att" tycks menas, eller en aktiv form'
    return ""


def _compound(text: str) -> str:
    if match := _HANGING.search(text):
        return f'"{match.group().strip()}": bindestrecket efter "{match["first"]}" har inget att binda till'
    if match := _APART.search(text):
        return f'"{match.group()}": ett bindestreck tycks saknas, "{match["short"]}-{match["word"]}"'
    return ""


def points_go_on_as_the_line_before_them(facts: Facts) -> Iterator[Finding]:
    """What a line that ends in ``att:`` opens goes on with infinitives, not with what has been done."""
    if not facts.profile.language.value.startswith(_LANGUAGE):
        return
    words = swedish()
    for before, line in pairwise(facts.lines):
        opens = _TO.search(before.text.rstrip()) and before.place == line.place and not line.is_heading
        verb = _verb(line, words) if opens else ""
        if verb:
            lead = " ".join(before.text.split()[-4:])
            fact = f'"{lead} {verb} …": efter att står verbet i infinitiv'
            yield finding("VAL431", fact, line.origin, before.origin, excerpt=f"{before.text}\n{line.text}")


def _verb(line: Line, words: Dictionary) -> str:
    first = _FIRST.match(line.text)
    return first["word"] if first and is_supine(first["word"].lower(), words) else ""


RULES: tuple[Rule, ...] = (words_go_together, points_go_on_as_the_line_before_them)
