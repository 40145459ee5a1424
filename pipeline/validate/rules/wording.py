"""The wording of the prose: repeated, unfinished, out of date, unclear."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from pipeline.findings.catalogue import finding
from pipeline.findings.finding import Finding
from pipeline.model.walk import DECISION
from pipeline.validate.alike import Alike
from pipeline.validate.excerpts import shortened
from pipeline.validate.facts import Facts
from pipeline.validate.line import Line
from pipeline.validate.months import MONTHS
from pipeline.validate.numbers.context import sentences
from pipeline.validate.rule import Rule

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_FEWEST, _ALIKE = 8, Fraction(4, 5)  # words of a paragraph that is worth comparing; share of them that makes two alike
_SHORT = 4  # words of a paragraph that does not come twice under one heading by chance
_ENDS = re.compile(r"[.!?:;…)\]”\"'*]$")
_CUT = 3  # words of each half of a sentence that is cut in two
_DANGLING = re.compile(r"\b(?:och|samt|eller|att|som|med|av|för|till|i|på|en|ett|den|det)$", re.IGNORECASE)
_CUT_OFF = re.compile(r"\b((?:för|av|till|på|i|från)\s+\w{3,}(?:ets|ens|rnas))\s+(?=[+−-]?\d)")
_BEFORE, _JOINING = r"(?:för|av|i|på|inom|mot|under|vid|om|hos|utan|mellan|genom)", r"(?:och|samt|eller)"
_AFTER = r"(?:med|för|till|från|på|av|i|om|när|hur|emot|mot|efter|utan|utanför|kring|under|över|vid|inom|mellan|ur|hos)"
_NO_WORD = re.compile(rf"\b{_BEFORE}\s+{_JOINING}\s+(?!{_AFTER}\b)[^\W\d_]+", re.IGNORECASE)
_TWICE_SAID = re.compile(
    r"\b\d+-tal\s+(?:antal|stycken|st)\b|"
    rf"\b(?:{'|'.join(MONTHS)})\s+månad\b",
    re.IGNORECASE,
)
_DOUBLED = re.compile(r"\b([^\W\d_]{2,})(?:\s+(?i:\1)|[.,;]\s+(?=[a-zåäö])\1)\b")
_RIGHTLY_DOUBLED = {"det", "de", "är"}  # "det som är är bra"; others are mended or better said otherwise
_FOOTNOTE = re.compile(r"\w\*(?![\w*])")
_PLACEHOLDER = re.compile(r"\{\{|\}\}|\bTODO\b|\bLorem ipsum\b|\bX{2,}\b|\?{3,}|\[\.\.\.\]|\bx{3,}\b|\bTBD\b")
_MONEY = re.compile(
    r"\b(?:mnkr|mkr|tkr|kkr|msek|mdkr|milj\.? kr|miljon(?:er)?\s+kronor|miljard(?:er)?\s+kronor|tusen\s+kronor)\b", re.I
)
_COMPARED = re.compile(
    r"\b(?:högre|lägre|bättre|sämre|fler|färre|större|mindre)\b[^.]*?\bän\s+(?:år\s+)?"
    r"((?:19|20)\d\d|(?:före(?:gående|ående)|förra|tidigare)\s+år(?:et|en)?|i\s+fjol)\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d+(?:,\d+)?")
_LAST_MONTH = {
    **{month: number for number, month in enumerate(MONTHS, 1)},
    "våren": 5, "sommaren": 8, "hösten": 11, "vårterminen": 6, "höstterminen": 12, "kvartal 1": 3, "kvartal 2": 6,
    "kvartal 3": 9, "första kvartalet": 3, "andra kvartalet": 6, "tredje kvartalet": 9, "första halvåret": 6,
    "tertial 1": 4, "tertial 2": 8, "första tertialet": 4, "andra tertialet": 8, "q1": 3, "q2": 6, "q3": 9, "ht": 8,
}  # fmt: skip
_TIMES = "|".join(sorted(_LAST_MONTH, key=len, reverse=True))
_WHEN = re.compile(
    rf"\b(?:under|i|till|inför|senast|den)\s+(?:(?:den\s+)?\d{{1,2}}\s+)?({_TIMES})(?:\s+((?:19|20)\d\d))?\b",
    re.IGNORECASE,
)
_FAR = 25  # letters between a time and what is to come that are of two clauses
_HAPPENED = re.compile(r"\b(?:har|hade|var|blev|\w{3,}(?:ades|ats|tes|des|ade))\b", re.IGNORECASE)
_FUTURE = re.compile(
    r"\b(?:kommer\b|ska\b|skall\b|planeras\b|är planerad\w*|avses\b|beräknas\b|är tänkt\w*)",
    re.IGNORECASE,
)


def no_paragraph_stands_twice(facts: Facts) -> Iterator[Finding]:
    """Two paragraphs of one document that say almost the same are one too many; what sums up may."""
    long = [(line, frozenset(_words(line))) for line in facts.lines if not line.is_heading]
    long = [(line, words) for line, words in long if len(words) >= _FEWEST]
    alike = Alike([words for _, words in long], _ALIKE)
    for index, (line, _) in enumerate(long):
        for earlier, share in alike.before(index):
            other = long[earlier][0]
            sums_up = (other.place[:2] in facts.summaries) is not (line.place[:2] in facts.summaries)
            if other.place[0] == line.place[0] and not sums_up:
                where, percent = shortened(other.place[-1]), round(share * 100)
                fact = f'stycket står också under "{where}", med {percent} % av orden lika'
                yield finding("VAL400", fact, line.origin, other.origin, excerpt=line.text)
                break


def no_short_paragraph_stands_twice(facts: Facts) -> Iterator[Finding]:
    """A short paragraph stands once, word by word, under its heading; so does a decision point among the others."""
    seen: dict[tuple[tuple[str, ...], str], Line] = {}
    for line in facts.lines:
        words = [] if line.is_heading else _words(line)
        if len(words) < _SHORT or len(frozenset(words)) >= _FEWEST:
            continue
        point = line.place[0] == DECISION and line.place[1].startswith("§")
        first = seen.setdefault((line.place[:1] if point else line.place, " ".join(line.text.lower().split())), line)
        if first is not line:
            fact = f'"{shortened(line.text)}" står två gånger under "{shortened(first.place[-1])}"'
            yield finding("VAL400", fact, line.origin, first.origin, excerpt=line.text)


def _words(line: Line) -> list[str]:
    return [word.lower() for word in _WORD.findall(line.text)]


def what_is_to_come_is_not_past(facts: Facts) -> Iterator[Finding]:
    """A sentence about what will happen does not speak of a time before the period's end."""
    end = facts.case.report.period.end.value
    for line in facts.lines:
        for sentence in () if line.is_heading else sentences(line.text):
            when = _WHEN.search(sentence.text)
            future = _FUTURE.search(sentence.text)
            if when is None or future is None or _is_past(sentence.text, when, future):
                continue
            year = int(when[2]) if when[2] else end.year
            named = re.search(r"\b(?:19|20)\d\d\b", sentence.text[when.end() :])
            if not when[2] and named:
                continue
            if (year, _LAST_MONTH[when[1].lower()]) < (end.year, end.month):
                fact = f'"{when.group()}" är före periodens slut {end} men meningen talar om framtiden'
                yield finding("VAL401", fact, line.origin, excerpt=sentence.text.strip())


def _is_past(text: str, when: re.Match[str], future: re.Match[str]) -> bool:
    """Return whether the time belongs to another clause than what is to come, such as one of what has happened."""
    if when.start() < future.start():
        between = text[when.end() : future.start()]
        return when.start() > 0 or len(between) > _FAR or _HAPPENED.search(between) is not None
    return when.start() - future.end() > 60 or _HAPPENED.search(text[future.end() : when.start()]) is not None


def every_footnote_mark_has_its_note(facts: Facts) -> Iterator[Finding]:
    """An asterisk behind a word is explained in the same section."""
    for line in facts.lines:
        found = _FOOTNOTE.search(line.text)
        if found and not any(other.text.lstrip().startswith("*") for other in facts.lines_at[line.place]):
            word = re.search(r"[\w-]+\*$", line.text[: found.end()])
            name = word.group() if word else found.group()
            yield finding(
                "VAL402", f'"{name}" har ett notmärke men ingen not finns i avsnittet', line.origin, excerpt=line.text
            )


def every_sentence_is_finished(facts: Facts) -> Iterator[Finding]:
    """A paragraph of sentences ends with a full stop, and not in the middle of a phrase."""
    for before, line in zip((None, *facts.lines), facts.lines, strict=False):
        text = line.text.rstrip()
        if line.is_heading or not text:
            continue
        if _DANGLING.search(text):
            yield finding("VAL403", f'stycket slutar mitt i en mening: "… {text[-30:]}"', line.origin, excerpt=text)
        elif not _ENDS.search(text) and (len(_words(line)) > 12 or ". " in text):
            yield finding("VAL403", f'stycket slutar utan punkt: "… {text[-30:]}"', line.origin, excerpt=text)
        elif (fact := _lacking(text)) is not None:
            yield finding("VAL403", fact, line.origin, excerpt=text)
        elif text[0].islower() and (_is_the_rest(before, line) or _begins_small(before, line)):
            yield finding("VAL403", f'stycket börjar med liten bokstav: "{text[:30]} …"', line.origin, excerpt=text)


def _lacking(text: str) -> str | None:
    """Return what a phrase in the middle of a text lacks, or has too much of, in words."""
    if (cut := _CUT_OFF.search(text)) is not None:
        return f'ett ord tycks saknas efter "{cut[1]}"'
    if (joined := _NO_WORD.search(text)) is not None:
        return f'ett ord tycks saknas i "{joined.group()}"'
    if (twice := _TWICE_SAID.search(text)) is not None:
        return f'"{twice.group()}" säger samma sak två gånger'
    return None


def _is_the_rest(before: Line | None, line: Line) -> bool:
    """Return whether a line that begins small and ends a sentence is the rest of the one before it, cut in two."""
    last = before.text.rstrip() if before and before.place == line.place and not before.is_heading else ""
    cut = last[:1].isupper() and len(last.split()) >= _CUT and not _ENDS.search(last) and not last.endswith(",")
    return cut and line.text.rstrip().endswith(".") and len(_words(line)) >= _CUT


def _begins_small(before: Line | None, line: Line) -> bool:
    """Return whether a long line that begins small goes on with nothing: no list, no introduction with a colon."""
    if len(_words(line)) <= _FEWEST:
        return False
    last = before.text.rstrip() if before and before.place == line.place else ""
    return not last.endswith((":", ",", ";")) and not last[:1].islower()


def no_word_stands_twice_in_a_row(facts: Facts) -> Iterator[Finding]:
    """A word that is doubled by mistake, told once for each paragraph."""
    for line in facts.lines:
        doubled = {
            found.group().casefold(): found.group()
            for found in _DOUBLED.finditer(line.text)
            if found[1].lower() not in _RIGHTLY_DOUBLED and not found[1].isupper()
        }
        for shown in doubled.values():
            yield finding("VAL404", f'"{shown}": samma ord två gånger', line.origin, excerpt=line.text)


def one_sentence_has_one_unit_of_money(facts: Facts) -> Iterator[Finding]:
    """One sentence, or its neighbour in the paragraph, does not mix mnkr with miljoner kronor."""
    for line in facts.lines:
        for sentence in sentences(line.text):
            units = list(dict.fromkeys(" ".join(unit.lower().split()) for unit in _MONEY.findall(sentence.text)))
            if len(units) > 1:
                fact = f"meningen blandar {' och '.join(units)}"
                yield finding("VAL405", fact, line.origin, excerpt=sentence.text.strip())


def no_sentence_is_too_long(facts: Facts) -> Iterator[Finding]:
    """A sentence that nobody can hold in mind."""
    for line in facts.lines:
        for sentence in () if line.is_heading else sentences(line.text):
            count = len(_WORD.findall(sentence.text))
            if count > facts.profile.limits.sentence:
                fact = f'meningen "{" ".join(sentence.text.split()[:6])} …" har {count} ord'
                yield finding("VAL407", fact, line.origin, excerpt=sentence.text.strip())


def nothing_is_left_to_fill_in(facts: Facts) -> Iterator[Finding]:
    """No mark of what was to be written later is left."""
    for line in facts.lines:
        found = _PLACEHOLDER.search(line.text)
        if found:
            fact = f'"{found.group()}" ser ut som något som skulle fyllas i'
            yield finding("VAL408", fact, line.origin, excerpt=line.text)


def a_comparison_has_its_values(facts: Facts) -> Iterator[Finding]:
    """A sentence that compares with another year says with what."""
    for line in facts.lines:
        for sentence in () if line.is_heading else sentences(line.text):
            found = _COMPARED.search(sentence.text)
            numbers = [number for number in _NUMBER.findall(sentence.text) if found and number != found[1]]
            if found and len([number for number in numbers if not re.fullmatch(r"(?:19|20)\d\d", number)]) < 1:
                fact = f'"{found.group()[:60]}" jämför med {found[1]} men säger inget värde'
                yield finding("VAL409", fact, line.origin, excerpt=sentence.text.strip())


RULES: tuple[Rule, ...] = (
    no_paragraph_stands_twice,
    no_short_paragraph_stands_twice,
    what_is_to_come_is_not_past,
    every_footnote_mark_has_its_note,
    every_sentence_is_finished,
    no_word_stands_twice_in_a_row,
    one_sentence_has_one_unit_of_money,
    no_sentence_is_too_long,
    nothing_is_left_to_fill_in,
    a_comparison_has_its_values,
)
