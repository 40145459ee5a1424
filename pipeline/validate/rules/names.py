"""Names: one thing has one name, units are those of the register, and short forms are written alike."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.findings.catalogue import finding
from pipeline.findings.finding import Finding
from pipeline.model.origin import Origin
from pipeline.model.report import GoalsPart, IndicatorsPart, UndertakingsPart
from pipeline.model.walk import PlacedPart, parts_of
from pipeline.validate.excerpts import shortened
from pipeline.validate.facts import Facts
from pipeline.validate.line import Line
from pipeline.validate.numbers.context import sentences
from pipeline.validate.rule import Rule

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LONGEST_NAME = 3  # words
_FEWEST_LETTERS = 8
_FEWEST_CAPITALS = 4
_NOT_FIRST = frozenset(
    re.findall(
        r"\w+",
        "av den det de dess denna detta där efter en ett flera från för genom i inom med mellan mot men när och om på "
        "som till under utan vid vi vår över alla andra",
    )
)
_QUOTED = re.compile(r"[\"”“]([^\"”“]{12,150})[\"”“]")
_SAME_START = 4  # words at the beginning that two titles share
_DECIDED = re.compile(
    r"\b(?:som\s+)?(?:beslut(?:ades|ats)|antogs|fastställdes)\s+av\s+([\w/]+)\s+((?:den\s+)?(?:\d{1,2}\s+)?(?:i\s+)?"
    r"(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)\s+\d{4})",
    re.IGNORECASE,
)
_STEM = 9  # letters that two long words share when they are about one thing
_SHORT_FORM = re.compile(r"(?<![\w-])[A-ZÅÄÖ]{2,5}(?![\w])")
_VOWELS = re.compile(r"[aeiouyåäö]", re.IGNORECASE)
_MOST = 3
_ANY = r"[^\W\d_]+(?:\s+[^\W\d_]+)?"  # one or two words
_CAPITAL = rf"(?=[A-ZÅÄÖ]){_ANY}"


@dataclass(frozen=True)
class _Spelled:
    """A name as it is spelled somewhere."""

    text: str
    origin: Origin
    around: str


def one_name_is_spelled_in_one_way(facts: Facts) -> Iterator[Finding]:
    """A name is not written as one word here and as two there, nor with other capitals."""
    names: dict[str, dict[str, _Spelled]] = {}
    for text, origin in _texts(facts):
        for name in _names(text):
            key = re.sub(r"[\s-]", "", name).lower()
            names.setdefault(key, {}).setdefault(name, _Spelled(name, origin, text))
    told: set[str] = set()
    for key in sorted(names, key=len):
        first, *others = names[key].values()
        if others and not told & _shorter(first.text):
            told.add(key)
            texts = ", ".join(f'"{each.text}"' for each in others)
            fact = f'samma namn skrivs "{first.text}" och {texts}'
            excerpt = "\n".join(each.around for each in (first, others[0]))
            yield finding("VAL420", fact, first.origin, *(each.origin for each in others), excerpt=excerpt)


def _shorter(name: str) -> set[str]:
    """Return the keys of the runs of words inside a name."""
    words = re.split(r"[\s-]", name.lower())
    return {"".join(words[at : at + count]) for count in range(1, len(words)) for at in range(len(words))}


def _texts(facts: Facts) -> Iterator[tuple[str, Origin]]:
    yield from ((line.text, line.origin) for line in facts.lines if not line.is_heading)
    for placed in parts_of(facts.case.report):
        yield from _words_of(placed)


def _words_of(placed: PlacedPart) -> Iterator[tuple[str, Origin]]:
    part = placed.part
    if isinstance(part, GoalsPart):
        yield from ((goal.name.value, goal.name.origin) for goal in part.goals)
    elif isinstance(part, UndertakingsPart):
        for each in part.undertakings:
            yield each.name.value, each.name.origin
            yield from ((name.value, name.origin) for name in each.responsible)
    elif isinstance(part, IndicatorsPart):
        yield from ((each.name.value, each.name.origin) for each in part.indicators)


def _names(text: str) -> Iterator[str]:
    """Yield the runs of one to three words that begin with a capital and are long enough to be told from others."""
    words = list(_WORD.finditer(text))
    for at, first in enumerate(words):
        if not first[0][0].isupper() or first[0].lower() in _NOT_FIRST:
            continue
        for count in range(1, _LONGEST_NAME + 1):
            own = words[at : at + count]
            name = text[own[0].start() : own[-1].end()]
            if len(own) == count and _is_name(name, count):
                yield name


def _is_name(name: str, count: int) -> bool:
    letters = len(name.replace(" ", "").replace("-", ""))
    if re.search(r"[^\w\s-]|\d|\n|\s\s|-\s|\s(?:och|eller|samt)$", name):
        return False
    if count == 1 and letters < _FEWEST_LETTERS:
        return letters >= _FEWEST_CAPITALS and name[1:2].isalpha()
    return letters >= _FEWEST_LETTERS


def one_title_is_quoted_in_one_way(facts: Facts) -> Iterator[Finding]:
    """Two titles in quotation marks that begin alike are one, quoted wrong once."""
    titles: dict[str, dict[str, Line]] = {}
    for line in facts.lines:
        for match in _QUOTED.finditer(line.text):
            words = match[1].lower().split()
            if len(words) > _SAME_START:
                titles.setdefault(" ".join(words[:_SAME_START]), {}).setdefault(match[1].strip(), line)
    for ways in titles.values():
        if len(ways) > 1:
            (one, first), (other, second) = list(ways.items())[:2]
            fact = f'två titlar börjar lika men är olika: "{shortened(one, 100)}" och "{shortened(other, 100)}"'
            yield finding("VAL420", fact, first.origin, second.origin, excerpt=f"{first.text}\n{second.text}")


def one_decision_is_of_one_thing(facts: Facts) -> Iterator[Finding]:
    """What one body decided in one month is called the same where it is told of again."""
    told: dict[tuple[str, str], list[tuple[str, Line]]] = {}
    for line in facts.lines:
        for sentence in sentences(line.text):
            match = _DECIDED.search(sentence.text)
            if match and match.start():
                subject = sentence.text[: match.start()].strip(" ,")
                told.setdefault((match[1].lower(), match[2].lower()), []).append((subject, line))
    for (body, when), group in told.items():
        for (one, first), (other, second) in pairwise(group):
            if one != other and _about_one(one, other) and len(one.split()) < 8 > len(other.split()):
                fact = f'"{one}" och "{other}" sägs båda vara beslutade av {body.upper()} {when}'
                yield finding("VAL420", fact, first.origin, second.origin, excerpt=f"{first.text}\n{second.text}")


def _about_one(one: str, other: str) -> bool:
    stems = [{word.lower()[:_STEM] for word in _WORD.findall(text) if len(word) >= _STEM} for text in (one, other)]
    return bool(stems[0] & stems[1])


def units_are_those_of_the_register(facts: Facts) -> Iterator[Finding]:
    """A unit that the prose names is one of the units that the table has; tables with the same units are one."""
    units: dict[tuple[str, tuple[str, ...]], Origin] = {}
    for table in facts.asserted.tables.values():
        for noun, rows in table.grid.statement.units.items():
            units.setdefault((noun, tuple(row.value.lstrip("-–−• ") for row in rows)), rows[0].origin)
    for (noun, labels), origin in units.items():
        prefix = _prefix(labels)
        known = [label.removeprefix(prefix).strip().lower() for label in labels]
        unknown: dict[str, list[Line]] = {}
        for line in facts.lines:
            for name in _named_units(line.text, noun, prefix):
                if not _is_known(name.lower(), known):
                    unknown.setdefault(name.split()[0], []).append(line)
        for lines in unknown.values():
            yield _unknown(lines, noun, prefix, origin)


def _prefix(labels: Sequence[str]) -> str:
    """Return the word that all labels begin with, or ""."""
    first = {label.split(maxsplit=1)[0] for label in labels}
    return next(iter(first)) if len(first) == 1 and len(labels) > 1 else ""


def _named_units(text: str, noun: str, prefix: str) -> Iterator[str]:
    """Yield what follows the common word of the units, or the word for unit, where it is a name."""
    stem = re.escape(noun.rstrip("e"))
    patterns = [rf"(?i:\b{stem}\w*\s+för\s+({_ANY}))", rf"\b(?i:{stem}\w*)\s+({_CAPITAL})"]
    if prefix:
        patterns.append(rf"\b{re.escape(prefix)}\s+({_CAPITAL})")
    for pattern in patterns:
        yield from (match[1] for match in re.finditer(pattern, text))


def _is_known(name: str, known: Iterable[str]) -> bool:
    """Return whether the first word of a name is that of a unit, a letter or so apart."""
    first = name.split(maxsplit=1)[0]
    return any(
        own.split()[0].strip(",") == first or difflib.SequenceMatcher(None, own.split()[0], first).ratio() > 0.8
        for own in known
        if own
    )


def _unknown(lines: list[Line], noun: str, prefix: str, register: Origin) -> Finding:
    name = next(_named_units(lines[0].text, noun, prefix))
    times = f" på {len(lines)} ställen" if len(lines) > 1 else ""
    fact = f'texten nämner {noun} "{name}"{times} men bland raderna för {noun} i tabellen finns ingen sådan'
    places = list({str(line.origin): line.origin for line in lines}.values())
    return finding("VAL326", fact, *places[:_MOST], register, excerpt=lines[0].text)


def short_forms_are_written_alike(facts: Facts) -> Iterator[Finding]:
    """A short form that is written with capitals is not written without them elsewhere.

    Those with a vowel may be words of their own in small letters and are left.
    """
    forms = {match.group() for line in facts.lines for match in _SHORT_FORM.finditer(line.text)}
    plain = {form.lower(): form for form in forms if not _VOWELS.search(form)}
    found: dict[str, list[Line]] = {}
    for line in facts.lines:
        for word in re.findall(r"(?<![\w.-])[a-zåäö]{2,5}(?![\w.])", line.text):
            if word in plain:
                found.setdefault(word, []).append(line)
    if found:
        pairs = ", ".join(f'"{word}" ("{plain[word]}")' for word in found)
        lines = list({str(line.origin): line for each in found.values() for line in each}.values())
        fact = f"förkortningar skrivs med små bokstäver på ett ställe och med stora på ett annat: {pairs}"
        yield finding("VAL421", fact, *(line.origin for line in lines[:_MOST]), excerpt=lines[0].text)


def those_who_answer_are_spelled_out(facts: Facts) -> Iterator[Finding]:
    """The short forms among those who answer for undertakings are explained somewhere in the report."""
    short: dict[str, Origin] = {}
    for placed in parts_of(facts.case.report):
        for each in placed.part.undertakings if isinstance(placed.part, UndertakingsPart) else ():
            for name in each.responsible:
                if re.fullmatch(r"[A-ZÅÄÖ]{2,6}", name.value):
                    short.setdefault(name.value, name.origin)
    if short:
        prose = "\n".join(line.text for line in facts.lines)
        explained = set(re.findall(r"\(([A-ZÅÄÖ]{2,6})\)", prose))
        explained |= {word.upper() for word in re.findall(r"\b([^\W\d_]{2,6})(?::\w+)? \([^()]{8,}\)", prose)}
        unknown = [name for name in short if name not in explained]
        if unknown:
            one = "förkortningen" if len(unknown) == 1 else "förkortningarna"
            fact = f"{one} {', '.join(unknown)} bland de ansvariga förklaras inte i rapporten"
            yield finding("VAL410", fact, *(short[name] for name in unknown[:_MOST]))


RULES: tuple[Rule, ...] = (
    those_who_answer_are_spelled_out,
    one_name_is_spelled_in_one_way,
    one_title_is_quoted_in_one_way,
    one_decision_is_of_one_thing,
    units_are_those_of_the_register,
    short_forms_are_written_alike,
)
