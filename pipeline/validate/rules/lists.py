"""Lists and counts of what the report holds: goals, undertakings and indicators, by number and by name."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.findings.catalogue import finding
from pipeline.findings.finding import Finding
from pipeline.model.origin import Origin
from pipeline.model.report import GoalsPart, IndicatorsPart, SummaryPart, Undertaking, UndertakingsPart
from pipeline.model.walk import DECISION, PlacedPart, parts_of
from pipeline.validate.facts import Facts
from pipeline.validate.line import Line
from pipeline.validate.numbers.context import sentences
from pipeline.validate.numbers.words import PATTERN, value_of
from pipeline.validate.rule import Rule
from pipeline.validate.rules.levels import all_sections

_COUNT = re.compile(rf"(?<![\w.,:])(\d{{1,3}}|{PATTERN})(?![\w,:]|\.\d)", re.IGNORECASE)
_KINDS = {"mål": r"\w*mål(?:en)?", "åtaganden": r"åtagande(?:n|na|t)?", "indikatorer": r"indikator(?:er|erna|n)?"}
_BETWEEN = r"(?:\s+av)?(?:\s+de)?(?:\s+[\w-]+[ae])?\s+"
_ALIKE, _STEM = 0.6, 6
_OWN = re.compile(r"\begn?a?\b|\bsom egen\b", re.IGNORECASE)


@dataclass(frozen=True)
class _Counted:
    """Something of a kind that the report holds: where it stands and whether it has a scope of its own."""

    kind: str
    place: tuple[str, ...]
    origin: Origin
    own: bool = False
    status: str = ""


def _counted(parts: Iterator[PlacedPart]) -> Iterator[_Counted]:
    for placed in parts:
        part = placed.part
        if isinstance(part, GoalsPart):
            yield from (_Counted("mål", placed.place, goal.origin, own=goal.scope is not None) for goal in part.goals)
        elif isinstance(part, UndertakingsPart):
            for each in part.undertakings:
                yield _Counted("åtaganden", placed.place, each.origin, status=each.status.value)
        elif isinstance(part, IndicatorsPart):
            yield from (_Counted("indikatorer", placed.place, each.origin) for each in part.indicators)


def counts_in_the_prose_are_those_of_the_report(facts: Facts) -> Iterator[Finding]:
    """A sentence that counts goals, undertakings or indicators counts as many as there are."""
    there = list(_counted(parts_of(facts.case.report)))
    names = sorted({name for each in there for name in each.place}, key=len, reverse=True)
    for line in facts.lines:
        for sentence in () if line.is_heading else sentences(line.text):
            for said, kind, scope in _claims(sentence.text, names):
                yield from _held(there, line, sentence.text, (said, kind, scope))


def _claims(text: str, names: list[str]) -> Iterator[tuple[int, str, str]]:
    """Yield each number of things in a sentence with the section that it names, or "" for none.

    A bare number later in the sentence goes on counting the same: "14 processmål inom A och 6 inom B".
    """
    kind = ""
    for match in _COUNT.finditer(text):
        after = text[match.end() :]
        named = next((each for each, noun in _KINDS.items() if re.match(rf"{_BETWEEN}{noun}\b", after, re.I)), "")
        goes_on = kind and re.match(r"\s+inom\b", after)
        if not named and not goes_on:
            continue
        kind = named or kind
        if re.search(r"\b(?:de|dessa|dom|bägge|båda)\s+$", text[: match.start()], re.IGNORECASE):
            continue
        said = int(match[1]) if match[1].isdigit() else value_of(match[1])
        within = re.match(r"[^.;,]*?\b(?:inom|i|för)\s+(.+)", after)
        scope = next((name for name in names if within and within[1].lower().startswith(name.lower())), "")
        unknown = bool(re.match(r"\s*(?:\S+\s+){0,2}inom\s", after)) and not scope
        if said is not None and not unknown:
            yield said, kind, scope


def _held(there: list[_Counted], line: Line, text: str, claim: tuple[int, str, str]) -> Iterator[Finding]:
    said, kind, scope = claim
    around = () if line.place[0] == DECISION else line.place[1:]
    mine = [each for each in there if each.kind == kind]
    where = ""
    if scope:
        mine, where = [each for each in mine if scope in each.place], f" i {scope}"
    elif around and any(each.place[: len(around)] == around for each in mine):
        mine, where = [each for each in mine if each.place[: len(around)] == around], f" i {around[-1]}"
    status = _status_in(text, mine)
    if status:
        mine, where = [each for each in mine if each.status == status], f"{where} med status {status}"
    groups = [mine, [each for each in mine if each.own], [each for each in mine if not each.own]]
    if mine and said not in {len(group) for group in groups if group} and not _OWN.search(text):
        fact = f"texten säger {said} {kind} men{where or ' i rapporten'} finns {len(mine)}"
        yield finding("VAL310", fact, line.origin, mine[0].origin, excerpt=line.text)


def _status_in(text: str, mine: list[_Counted]) -> str:
    """Return the status that a sentence speaks of, "" for none or several."""
    stems = {each.status: each.status.lower()[:_STEM].rstrip("t") for each in mine if each.status}
    first = text.partition(":")[0].lower()
    found = [status for status, stem in stems.items() if re.search(rf"\b{re.escape(stem)}", first)]
    late = [status for status in found if not re.search(rf"\b(?:inte|ej)\b[^.]*\b{re.escape(stems[status])}", first)]
    return late[0] if len(late) == 1 else ""


def names_in_a_list_of_statuses_have_that_status(facts: Facts) -> Iterator[Finding]:
    """A list of delayed undertakings names those that are delayed, and no others."""
    everything = [
        each for placed in parts_of(facts.case.report) if isinstance(placed.part, UndertakingsPart)
        for each in placed.part.undertakings
    ]  # fmt: skip
    levels = {level for each in everything for level in [each.status.value]}
    for index, line in enumerate(facts.lines):
        status = _listed_status(line, levels)
        if not status:
            continue
        named = list(_named(facts.lines[index + 1 : index + 40], line.place, everything))
        for entry, each in named:
            if each.status.value != status:
                fact = f"{each.name} räknas upp som {status} men har status {each.status}"
                yield finding("VAL311", fact, entry.origin, each.status.origin, excerpt=entry.text)
        listed = {each.id.value for _, each in named}
        for each in everything if named else ():
            if each.status.value == status and each.id.value not in listed:
                fact = f"{each.name} har status {status} men räknas inte upp"
                yield finding("VAL311", fact, line.origin, each.status.origin, excerpt=line.text)


def _listed_status(line: Line, levels: set[str]) -> str:
    """Return the status that a line ending with a colon gives the names below it, or ""."""
    if not line.text.rstrip().endswith(":"):
        return ""
    last = list(sentences(line.text))[-1].text.lower()
    found = [level for level in levels if len(level) >= _STEM and level.lower()[:_STEM] in last]
    return found[0] if len(found) == 1 else ""


def _named(
    lines: tuple[Line, ...], place: tuple[str, ...], everything: list[Undertaking]
) -> Iterator[tuple[Line, Undertaking]]:
    for line in lines:
        scored = [(_likeness(line.text, each.name.value), each) for each in everything]
        best = max(scored, key=lambda pair: pair[0], default=(0.0, None))
        if line.place != place or best[1] is None or best[0] < _ALIKE:
            return
        yield line, best[1]


def _likeness(text: str, name: str) -> float:
    one, other = text.lower().strip(" .;"), name.lower()
    return 1.0 if one in other or other in one else difflib.SequenceMatcher(None, one, other).ratio()


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
                and difflib.SequenceMatcher(None, bare, name.lower()).ratio() > 0.84
            ):
                return text
    return ""


RULES: tuple[Rule, ...] = (
    counts_in_the_prose_are_those_of_the_report,
    names_in_a_list_of_statuses_have_that_status,
    sections_stand_in_one_order,
    no_two_headings_are_the_same,
    names_are_written_in_one_way,
)
