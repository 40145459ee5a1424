"""How the prose is typed, after Swedish typography, and whether its abbreviations are explained."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.findings.catalogue import finding
from pipeline.findings.finding import Finding
from pipeline.model.walk import DECISION
from pipeline.validate.facts import Facts
from pipeline.validate.line import Line
from pipeline.validate.rule import Rule

_UNIT = r"(?=\s*(?:%|procent|mnkr|mkr|tkr|kr\b|miljon|år\b|timm|dagar\b|kronor\b|poäng))"
_MONTH = "(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)"


@dataclass(frozen=True)
class _Mark:
    """Something that is typed wrong: what it is, how it is found, and what to do."""

    name: str
    pattern: re.Pattern[str]
    advice: str


_RANGE = "skriv tankstreck utan mellanslag: 2024–2027, januari–augusti"
_SHORT = "skriv bl.a., p.g.a., m.fl., fr.o.m., t.o.m."
_HYPHEN = r"(?<![^\W\d_])[^\W\d_]++ - [^\W\d_]+"
_MARKS = (
    _Mark("decimalpunkt", re.compile(rf"(?<![\d.:/-])\d+\.\d{{1,2}}(?![\d.:/]){_UNIT}"), "skriv 48,2"),
    _Mark("procenttecken utan mellanslag", re.compile(r"\d+(?:,\d+)?%"), "skriv 50 % med mellanslag, eller procent"),
    _Mark("bindestreck i ett intervall", re.compile(r"(?<![\d/:-])(?:19|20)\d\d-(?:19|20)?\d\d(?![\d-])"), _RANGE),
    _Mark("bindestreck i ett intervall", re.compile(r"\bQ[1-4]-Q?[1-4]\b"), _RANGE),
    _Mark("mellanslag i ett intervall", re.compile(rf"\b{_MONTH} [-\u2013\u2212] {_MONTH}\b", re.IGNORECASE), _RANGE),
    _Mark("komma mellan månad och år", re.compile(rf"\b{_MONTH}, (?:19|20)\d\d\b", re.IGNORECASE), "skriv maj 2023"),
    _Mark("bindestreck som tankstreck", re.compile(_HYPHEN), "skriv tankstreck med mellanslag: –"),
    _Mark("bindestreck som minus", re.compile(rf"(?<=\s)-\d+(?:,\d+)?{_UNIT}"), "skriv minustecken: −4,6"),
    _Mark("dubbla mellanslag", re.compile(r"\S {2,}\S"), "ta bort det ena mellanslaget"),
    _Mark("mellanslag före skiljetecken", re.compile(r"\w +[,;!?](?=\s|$)|\w +\.(?=\s|$)"), "ta bort mellanslaget"),
    _Mark("förkortning utan punkt", re.compile(r"(?<![\w.-])(?:bla|pga|mfl|fom|t om|to m)(?![\w.-])"), _SHORT),
    _Mark("punkt före slutparentes", re.compile(r"\([A-ZÅÄÖ]{2,8}\.\)"), "ta bort punkten i parentesen"),
    _Mark("dubbla skiljetecken", re.compile(r"(?<!\.)\.\.(?!\.)|,,|;;"), "ta bort det ena tecknet"),
)  # fmt: skip
_ABBREVIATION = re.compile(r"(?<![\w-])(?<!\d/)[A-ZÅÄÖ]{2,6}(?!\w|/\d| \d{3})")  # none that is part of a case number
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
        found = [(mark, match.group()) for mark in _MARKS for match in mark.pattern.finditer(line.text)][:4]
        if found:
            shown = ", ".join(f'{mark.name} ("{text.strip()}")' for mark, text in found)
            advice = "; ".join(dict.fromkeys(mark.advice for mark, _ in found))
            yield finding("VAL406", shown, line.origin, help=advice, excerpt=line.text)


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
    if before.endswith("(") and re.match(r"[.,;]?\)", after) and re.search(rf"{_SPELLED},?\s*\($", before):
        return True
    ending = r"(?::\w{1,5}|s|-)?"
    return re.match(rf"{ending}\s*(?:{_SPELLED}\s+)?\(\s*(?:{_SPELLED}\s+{_SPELLED}|\w{{8,}})", after) is not None


RULES: tuple[Rule, ...] = (the_typing_is_swedish, abbreviations_are_explained_at_first)
