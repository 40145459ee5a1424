"""The names and the order of the report's sections."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator

from pipeline.findings.catalogue import finding
from pipeline.findings.finding import Finding
from pipeline.model.origin import Origin
from pipeline.model.report import SummaryPart
from pipeline.model.walk import parts_of
from pipeline.validate.facts import Facts
from pipeline.validate.rule import Rule
from pipeline.validate.rules.levels import all_sections


def sections_stand_in_one_order(facts: Facts) -> Iterator[Finding]:
    """A summary names the sections in the order in which the report has them."""
    order = [section.id.value for section, _ in all_sections(facts.case.report.sections)]
    for placed in parts_of(facts.case.report):
        if isinstance(placed.part, SummaryPart) and placed.part.order:
            given = [each for each in placed.part.order if each.value in order]
            right = sorted(given, key=lambda each: order.index(each.value))
            moved = next((one for one, other in zip(given, right, strict=True) if one.value != other.value), None)
            if moved is not None:
                name = next(
                    s.name.value for s, _ in all_sections(facts.case.report.sections) if s.id.value == moved.value
                )
                yield finding(
                    "VAL312", f"{name} står på en annan plats i sammanställningen än i rapporten", moved.origin
                )


def no_two_headings_are_the_same(facts: Facts) -> Iterator[Finding]:
    """Two sections side by side have names of their own."""
    seen: dict[tuple[str, ...], Origin] = {}
    for section, place in all_sections(facts.case.report.sections):
        if place in seen:
            yield finding("VAL313", f'rubriken "{section.name}" står två gånger', section.name.origin, seen[place])
        seen.setdefault(place, section.name.origin)


def names_are_written_in_one_way(facts: Facts) -> Iterator[Finding]:
    """A section's name is not written almost right in the prose."""
    names = {name for section, _ in all_sections(facts.case.report.sections) for name in [section.name.value]}
    several = [name for name in names if 2 <= len(name.split()) <= 5]
    told: set[str] = set()
    for line in facts.lines:
        words = re.findall(r"[\w-]+", line.text)
        for name in sorted(several):
            found = _almost(words, name)
            if found and found not in told and not any(found.lower() in other.lower() for other in names):
                told.add(found)
                fact = f'texten skriver "{found}" men avsnittet heter "{name}"'
                yield finding("VAL314", fact, line.origin, excerpt=line.text)


def _almost(words: list[str], name: str) -> str:
    count = len(name.split())
    for start in range(len(words) - count + 1):
        own = words[start : start + count]
        if own[0][:1].isupper() and own[0][:3].lower() == name[:3].lower():
            text = " ".join(own)
            bare = text.removesuffix("s").lower()
            if (
                bare != name.lower().removesuffix("s")
                and _differing(bare, name.lower().removesuffix("s")) == 1
                and difflib.SequenceMatcher(None, bare, name.lower()).ratio() > 0.84
            ):
                return text
    return ""


def _differing(one: str, other: str) -> int:
    """Return how many words are not the same: with two of them, the words are other words and no other spelling."""
    return sum(a != b for a, b in zip(one.split(), other.split(), strict=False))


RULES: tuple[Rule, ...] = (
    sections_stand_in_one_order,
    no_two_headings_are_the_same,
    names_are_written_in_one_way,
)
