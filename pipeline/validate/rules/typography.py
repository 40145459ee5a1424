"""How the prose is typed, after Swedish typography, and whether its abbreviations are explained."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.findings.catalogue import finding
from pipeline.findings.finding import Finding
from pipeline.model.walk import DECISION
from pipeline.validate.facts import Facts
from pipeline.validate.line import Line
from pipeline.validate.rule import Rule

_UNIT = r"(?=\s*(?:%|procent|mnkr|mkr|tkr|kr\b|miljon))"
_MARKS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("decimalpunkt i stället för komma", re.compile(rf"(?<![\d.:/-])\d+\.\d{{1,2}}(?![\d.:/]){_UNIT}")),
    ("procenttecken utan mellanslag", re.compile(r"\d+(?:,\d+)?%")),
    ("bindestreck i ett intervall", re.compile(r"(?<![\d/:-])(?:19|20)\d\d-(?:19|20)?\d\d(?![\d-])")),
    ("bindestreck som minus", re.compile(rf"(?<=\s)-\d+(?:,\d+)?{_UNIT}")),
    ("dubbla mellanslag", re.compile(r"\S {2,}\S")),
    ("mellanslag före skiljetecken", re.compile(r"\w +[,;!?](?=\s|$)|\w +\.(?=\s|$)")),
    ("dubbla skiljetecken", re.compile(r"(?<!\.)\.\.(?!\.)|,,|;;")),
)  # fmt: skip
_ABBREVIATION = re.compile(r"(?<![\w-])[A-ZÅÄÖ]{2,6}(?![\w])")
_ESTABLISHED = (
    "AB AI BNP CV DNA EES EU FN FRA HBTQ HBTQI HIV HR ICA ID IKEA IP IT JO KB KPI LAS LED LO MB MS NATO "
    "NGO OK OBS PC PDF PR QR RUT SAAB SMHI SMS SOS SVT TT TV UK UNG URL USA USB VA VD VIP VM VVS WC "
    "II III IV VI VII VIII IX XI XII"
)
_KNOWN = frozenset(re.findall(r"\w+", _ESTABLISHED))
_SPELLED = r"[^\W\d_][\w/-]*"


def the_typing_is_swedish(facts: Facts) -> Iterator[Finding]:
    """Decimals, percent signs, intervals and spaces are typed as Svenska skrivregler have them."""
    for line in facts.lines:
        found = [(name, match.group()) for name, pattern in _MARKS for match in pattern.finditer(line.text)][:4]
        if found:
            shown = ", ".join(f'{name} ("{text.strip()}")' for name, text in found)
            yield finding("VAL406", shown, line.origin, excerpt=line.text)


def abbreviations_are_explained_at_first(facts: Facts) -> Iterator[Finding]:
    """An abbreviation is spelled out where it first stands in the report."""
    names = _words_of_names(facts)
    for decides in (True, False):
        lines = [line for line in facts.lines if (line.place[0] == DECISION) is decides]
        text = "\n".join(line.text for line in lines)
        told: set[str] = set()
        for line in lines:
            for match in _ABBREVIATION.finditer(line.text):
                short = match.group()
                if any(start <= match.start() < end for start, end in facts.names_in(line.text)):
                    continue
                if short in told or short in _KNOWN or short in names or line.text.isupper():
                    continue
                told.add(short)
                if not _is_explained(line, match):
                    later = re.search(rf"\({short}\)|\b{short} \({_SPELLED} {_SPELLED}", text)
                    fact = f"förkortningen {short} förklaras inte första gången den står"
                    fact += ", först längre ned" if later else ""
                    yield finding("VAL410", fact, line.origin, excerpt=line.text)


def _words_of_names(facts: Facts) -> frozenset[str]:
    """Return the capital words of the case's own headings: they are names, as a map or a board has."""
    headings = " ".join(name for line in facts.lines for name in line.place)
    return frozenset(_ABBREVIATION.findall(headings))


def _is_explained(line: Line, match: re.Match[str]) -> bool:
    before, after = line.text[: match.start()], line.text[match.end() :]
    if before.endswith("(") and after.startswith(")") and re.search(rf"{_SPELLED},?\s*\($", before):
        return True
    return re.match(rf"(?::?s|-)?\s*(?:{_SPELLED}\s+)?\(\s*{_SPELLED}(?:\s+{_SPELLED}|\w{{8,}})", after) is not None


RULES: tuple[Rule, ...] = (the_typing_is_swedish, abbreviations_are_explained_at_first)
