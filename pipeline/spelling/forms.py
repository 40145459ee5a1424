"""All forms of the words of a Hunspell dictionary, with what each may be: a word, or a part of a compound.

What the flags mean stands in the affix file itself (sv_SE.aff) and in hunspell(5): X begins a compound, U stands in the
middle of one, Y ends one, W lets an affix stand inside one, Z is no word of its own, ¤ needs an affix, ! is never
suggested, % is forbidden. Numbers in words have flags of their own, for the rules of compounds of numbers.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import IntFlag


class Use(IntFlag):
    """What a form may be."""

    WORD = 1
    FIRST = 2
    MIDDLE = 4
    LAST = 8
    SECRET = 16


@dataclass(frozen=True)
class Affix:
    """One way to make a form of a stem: what is taken from its end, what is added, when, and the form's own flags."""

    strip: str
    add: str
    flags: str
    when: re.Pattern[str]

    def on(self, stem: str) -> str | None:
        """Return the form, or None where the stem does not take it."""
        if not stem.endswith(self.strip) or not self.when.search(stem):
            return None
        return stem[: len(stem) - len(self.strip)] + self.add


_NUMBERS = {"2": Use.FIRST | Use.MIDDLE | Use.LAST, "4": Use.FIRST | Use.MIDDLE | Use.LAST, "5": Use.MIDDLE | Use.LAST}
_NUMBERS |= {"3": Use.MIDDLE, "6": Use.LAST, "8": Use.LAST}
_PARTS = {"X": Use.FIRST, "U": Use.FIRST | Use.MIDDLE, "Y": Use.LAST} | _NUMBERS
_HEAD = 4  # fields of the line that begins the rules of an affix; those of a rule are more


def forms_of(aff: str, dic: str) -> Mapping[str, Use]:
    """Return what every form may be, by the texts of the two files of a dictionary whose affixes are suffixes."""
    affixes = _affixes(aff.splitlines())
    found: defaultdict[str, Use] = defaultdict(lambda: Use(0))
    for line in dic.splitlines()[1:]:
        stem, _, flags = line.partition("\t")[0].partition("/")
        if stem and "%" not in flags:
            for form, use in _forms(stem, flags, affixes):
                found[form] |= use
    return {form: use for form, use in found.items() if use & ~Use.SECRET}


def _affixes(lines: Iterable[str]) -> Mapping[str, list[Affix]]:
    found: dict[str, list[Affix]] = {}
    for fields in (line.split() for line in lines if line.startswith("SFX")):
        if len(fields) > _HEAD or fields[1] in found:
            strip, (add, _, flags) = fields[2], fields[3].partition("/")
            when = "" if len(fields) == _HEAD or fields[4] == "." else fields[4]
            found[fields[1]].append(Affix(_bare(strip), _bare(add), flags, re.compile(f"{when}$")))
        else:
            found[fields[1]] = []
    return found


def _bare(part: str) -> str:
    """Return what an affix takes away or adds, where 0 says nothing."""
    return "" if part == "0" else part


def _forms(stem: str, flags: str, affixes: Mapping[str, list[Affix]]) -> Iterator[tuple[str, Use]]:
    hidden = Use.SECRET if "!" in flags else Use(0)
    if "¤" not in flags:
        yield stem, _use(flags, flags) | hidden
    for flag in flags:
        for affix in affixes.get(flag, ()):
            form = affix.on(stem)
            if form:
                yield form, _affixed(flags, affix) | hidden


def _use(own: str, all_flags: str) -> Use:
    use = Use(0) if "Z" in own else Use.WORD
    for flag in all_flags:
        use |= _PARTS.get(flag, Use(0))
    return use


def _affixed(flags: str, affix: Affix) -> Use:
    """Return what an affixed form may be: inside of a compound only with leave, and then not at its end."""
    use = _use(flags + affix.flags, flags + affix.flags)
    inside = Use.FIRST | Use.MIDDLE
    return use & ~Use.LAST if "W" in affix.flags else use & ~inside
