"""The names and the order of the report's sections."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator

from pipeline.findings.catalogue import finding
from pipeline.findings.finding import Finding
from pipeline.model.origin import Origin
from pipeline.model.report import SummaryPart
from pipeline.model.walk import parts_of
from pipeline.validate.facts import Facts
from pipeline.validate.rule import Rule
from pipeline.validate.rules.levels import all_sections

_MOST_WORDS, _FIRST, _ALMOST = 5, 3, 0.84  # words of a name, its first letters, and how nearly it is written


def sections_stand_in_one_order(facts: Facts) -> Iterator[Finding]:
    """A summary names the sections in the order in which the report has them."""
    named = {section.id.value: section.name.value for section, _ in all_sections(facts.case.report.sections)}
    order = {name: index for index, name in enumerate(named)}
    for placed in parts_of(facts.case.report):
        if isinstance(placed.part, SummaryPart) and placed.part.order:
            given = [each for each in placed.part.order if each.value in order]
            right = sorted(given, key=lambda each: order[each.value])
            moved = next((one for one, other in zip(given, right, strict=True) if one.value != other.value), None)
            if moved is not None:
                fact = f"{named[moved.value]} står på en annan plats i sammanställningen än i rapporten"
                yield finding("VAL312", fact, moved.origin)


def no_two_headings_are_the_same(facts: Facts) -> Iterator[Finding]:
    """Two sections side by side have names of their own."""
    seen: dict[tuple[str, ...], Origin] = {}
    for section, place in all_sections(facts.case.report.sections):
        if place in seen:
            yield finding("VAL313", f'rubriken "{section.name}" står två gånger', section.name.origin, seen[place])
        seen.setdefault(place, section.name.origin)


def names_are_written_in_one_way(facts: Facts) -> Iterator[Finding]:
    """A section's name is not written almost right in the prose."""
    names = {section.name.value for section, _ in all_sections(facts.case.report.sections)}
    every = "\n".join(sorted(name.lower() for name in names))
    several = _Several(name for name in sorted(names) if 2 <= len(name.split()) <= _MOST_WORDS)
    told: set[str] = set()
    for line in facts.lines:
        for name, found in sorted(several.almost_in(re.findall(r"[\w-]+", line.text)).items()):
            if found not in told and found.lower() not in every:
                told.add(found)
                fact = f'texten skriver "{found}" men avsnittet heter "{name}"'
                yield finding("VAL314", fact, line.origin, excerpt=line.text)


class _Several:
    """Names of several words, found in a text where they are written almost right."""

    def __init__(self, names: Iterable[str]) -> None:
        self.names: dict[tuple[str, int], list[str]] = {}
        for name in names:
            self.names.setdefault((name[:_FIRST].lower(), len(name.split())), []).append(name)

    def almost_in(self, words: list[str]) -> dict[str, str]:
        """Return each name that stands there almost, with the first words that are almost it."""
        found: dict[str, str] = {}
        for start, word in enumerate(words):
            for count in range(2, _MOST_WORDS + 1) if word[:1].isupper() else ():
                near = self.names.get((word[:_FIRST].lower(), count), ()) if start + count <= len(words) else ()
                text = " ".join(words[start : start + count]) if near else ""
                for name in near:
                    if name not in found and _is_almost(text.removesuffix("s").lower(), name.lower()):
                        found[name] = text
        return found


def _is_almost(bare: str, name: str) -> bool:
    bare_name = name.removesuffix("s")
    if bare == bare_name or _differing(bare, bare_name) != 1:
        return False
    matcher = difflib.SequenceMatcher(None, bare, name)
    return all(ratio() > _ALMOST for ratio in (matcher.real_quick_ratio, matcher.quick_ratio, matcher.ratio))


def _differing(one: str, other: str) -> int:
    """Return how many words are not the same: with two of them, the words are other words and no other spelling."""
    return sum(a != b for a, b in zip(one.split(), other.split(), strict=False))


RULES: tuple[Rule, ...] = (
    sections_stand_in_one_order,
    no_two_headings_are_the_same,
    names_are_written_in_one_way,
)
