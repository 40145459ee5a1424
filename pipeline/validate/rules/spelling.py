"""Spelling: words that the dictionary lacks and that a slip of a letter makes of one that it has.

What it lacks and has nothing near is left: names, terms and other languages. So are words in capitals or with digits,
in quotation marks, in addresses, beside another unknown word or in a line of them (another language), and what stands
so often that it is a term.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from pipeline.findings.catalogue import finding
from pipeline.findings.finding import Finding
from pipeline.spelling import Dictionary, swedish
from pipeline.spelling.own import OwnWords, administration
from pipeline.validate.facts import Facts
from pipeline.validate.line import Line
from pipeline.validate.rule import Rule

_APART = re.compile(  # each alternative begins where a word does and never goes back, whatever the text
    r"[“”\"»«][^“”\"»«]{1,150}[“”\"»«]|(?<!\S)(?:www\.|(?=[^\s@\d_/\\]*+[@\d_/\\]))\S+|(?<![\w-])[\w-]++\.\w[\w.]*"
)
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_BEGINS = re.compile(r"(?:^|[.!?:]|[•–—-])\s*[(“”\"*]*$")
_FEWEST = 5  # letters of a word in which a slip tells which word was meant
_TERM = 3  # a word that stands so often, spelled in one way, is a term
_FOREIGN = 0.25  # the share of the words of a line that are not known when it is in another language
_LANGUAGE = "sv"
_SHOWN = 3


@dataclass
class _Unknown:
    """A word that is not known: how often it stands, where it may be a slip, and whether it stands there as a name."""

    word: str
    number: int = 0
    lines: list[Line] = field(default_factory=list)
    named: bool = False


@dataclass(frozen=True)
class _Checker:
    facts: Facts
    dictionary: Dictionary
    own: OwnWords

    @cached_property
    def unknown(self) -> tuple[_Unknown, ...]:
        """Return the unknown words in the order in which they first stand."""
        found: dict[str, _Unknown] = {}
        for line in self.facts.lines:
            for word, suspected, named in self._of_line(line):
                each = found.setdefault(word.casefold(), _Unknown(word))
                each.number += 1
                each.named = each.named or named
                if suspected:
                    each.lines.append(line)
        return tuple(found.values())

    def _of_line(self, line: Line) -> Iterator[tuple[str, bool, bool]]:
        """Yield the unknown words of a line, with whether each may be a slip there and whether it is a name."""
        if line.text.isupper():
            return
        text = _APART.sub(lambda match: " " * len(match[0]), line.text)
        words = list(_WORD.finditer(text))
        parts = [self._unknown_part(match[0]) for match in words]
        if sum(map(bool, parts)) > max(1, len(parts) * _FOREIGN):
            return
        for index, (match, part) in enumerate(zip(words, parts, strict=True)):
            if part:
                beside = any(parts[at] for at in (index - 1, index + 1) if 0 <= at < len(parts))
                named = part[0].isupper() and not (line.is_heading or _BEGINS.search(text[: match.start()]))
                yield part, not beside and len(part) >= _FEWEST, named

    def _unknown_part(self, word: str) -> str:
        """Return the first part between hyphens that is not known, or "" where all are; capitals are no spelling."""
        if "-" in word and self.own.spells(word):
            return ""
        for part in word.split("-"):
            if part and not any(letter.isupper() for letter in part[1:]) and not self._knows(part):
                return part
        return ""

    def _knows(self, part: str) -> bool:
        return len(part) == 1 or self.own.spells(part) or self.dictionary.begins(part[:1].lower() + part[1:])

    def meant(self, each: _Unknown) -> tuple[str, ...]:
        """Return what an unknown word is a slip of, the likeliest first, in the word's own case.

        A name is only held against compounds of long words: others are names for themselves.
        """
        word = each.word
        if word[0].islower() and self.dictionary.has(word.capitalize()):
            return (word.capitalize(),)
        small = word[0].lower() + word[1:]
        near = () if each.named else self.dictionary.near(small)
        near = near or self.dictionary.near_parts(small)
        return tuple(each.capitalize() if word[0].isupper() else each for each in near)


def words_are_spelled_right(facts: Facts) -> Iterator[Finding]:
    """A word that is not known and that a slip of a letter makes of a known one is told of once."""
    if not facts.profile.language.value.startswith(_LANGUAGE):
        return
    checker = _Checker(facts, swedish(), OwnWords(swedish(), _own_words(facts)))
    for each in checker.unknown:
        meant = checker.meant(each) if each.lines and each.number < _TERM else ()
        if meant:
            times = " (på två ställen)" if len(each.lines) > 1 else ""
            shown = " eller ".join(f'"{word}"' for word in meant[:_SHOWN])
            fact = f'"{each.word}"{times} finns inte i ordlistan, men {shown} gör det'
            yield finding("VAL430", fact, *(line.origin for line in each.lines), excerpt=each.lines[0].text)


def _own_words(facts: Facts) -> Iterator[str]:
    """Yield the words of administration, of the profile, and of the names that the case gives."""
    yield from administration()
    yield from (word.value for word in facts.profile.words)
    case = facts.case
    people = (part for each in case.signatories for part in (each.name, each.title))
    named = (case.board, case.unit, case.report.board, facts.profile.municipality, *people)
    for text in (*(each.value for each in named), *(each.name.value for each in case.recipients)):
        yield from _WORD.findall(text)
    for statement in case.statements.values():
        for row in statement.rows:
            yield from _WORD.findall(row.label.value)


RULES: tuple[Rule, ...] = (words_are_spelled_right,)
