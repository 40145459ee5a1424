"""The recogniser: every number of a text, and what merely looks like one told apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from pipeline.validate.months import MONTHS
from pipeline.validate.numbers import words
from pipeline.validate.numbers.fractions import fractions_in
from pipeline.validate.numbers.mention import Kind, Mention
from pipeline.validate.numbers.units import Unit, named_unit, unit_at

_SPACE = " \u00a0\u2007\u2009\u202f"
_DASH = r"\-" "\u2010\u2011\u2012\u2013\u2212"
_MONTH = f"(?:{'|'.join(MONTHS)})"
_DAY = r"\d{1,2}(?::?[ae])?"
_YEAR = r"(?:19|20)\d{2}"
_PAGES = (
    r"(?:sid(?:an|a|or|orna)?|rum(?:met)?|bilag(?:a|or)|avsnitt|kapitel|punkt(?:en)?|tabell|figur|steg|nivå|version|årskurs|åk|"
    r"tertial|kvartal|vecka|fas|nr|nummer|etapp|zon|linje|paragraf|alternativ|delår\w*|halvår)"
)
# What papers number in a series, also as the end of a longer word: tertialrapport 1, beslutspunkt 2.
_SERIES = (
    rf"(?<![\w-])(?=[\w-]+[{_SPACE}]\d)(?<!antal )(?<!antalet )"
    r"(?:[\w-]*(?:rapport|uppföljning|underlag|bild|diagram|tabell|figur|karta|"
    r"bilaga|punkt|steg|fas|etapp|version|utgåva|utkast|moment|delmål|delprojekt|kolumn|fotnot|alternativ|scenario|"
    r"prioritet|prioritering|omgång|modul|fråga|paragraf)|del|rad|spår)"
)
_UNIT_WORD = (
    r"(?:%|procent|kr|tkr|mnkr|mkr|msek|mdkr|kronor|miljon(?:er)?|miljard(?:er)?|"
    r"[kKmMgG][wW]h?|km|m|m2|m²|st|ha|kg|ton)\b"
)
_PERCENT = r"\s*(?:%|procent)"
_LABEL = rf"\d{{1,2}}\b(?!,\d|[{_SPACE}]\d{{3}}\b|[{_SPACE}]?%|[{_SPACE}]{_UNIT_WORD})"
# What goes on with a list of labels: fas 2 och 3, but neither fas 2 och 3,5 mnkr nor årskurs 9 och 12 elever.
_COUNTED = r"(?:personer|elever|barn|anställda|medarbetare|invånare|platser|bostäder|brukare|kunder|gånger)\b"
_ALSO = (
    rf"\s*[{_DASH}]\s*\d+\b(?!,\d)|"
    rf"\s*(?:,|och)\s*\d+(?:\.\d+)*\b(?!,\d|[{_SPACE}]\d{{3}}\b|[{_SPACE}]?(?:%|{_UNIT_WORD}|{_COUNTED}))"
)
_TYPED = r"\d{1,2}(?:(?:\.\d{1,2})+\.?|\.)"  # the number of a heading, or of a point in a list, that is typed
# In this order: what is taken by one is not looked at by those below it. In the middle stands what a text must have
# one of, in lower case, for the pattern to be worth trying.
_APART = (
    (Kind.CONTACT, "@ :// www.", r"\S+@\S+|(?:https?://|www\.)\S+"),
    (Kind.CONTACT, "", rf"(?<!\d)(?<!\d[{_SPACE}])(?:\+46|0)\d{{0,3}}[{_DASH} ]{{1,3}}\d[\d {_DASH}]{{4,}}\d(?!\d)"),
    (Kind.CONTACT, "", r"(?<!\d)(?=\d{6})(?:\d{6,8}[-+]\d{4}|\d{10}|\d{12})(?!\d)"),
    (Kind.CONTACT, "", r"(?<!\d)(?:19|20)?\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01]) \d{4}(?!\d)"),
    (Kind.CONTACT, "bg pg giro", r"(?i:\b(?:bg|pg|bankgiro|plusgiro)(?:nr)?\b)\.?:?\s*\d[\d -]*\d"),
    (Kind.CONTACT, "", r"\b\d{3} \d{2}(?=\s+[A-ZÅÄÖ][a-zåäö]{2,})"),
    (Kind.REFERENCE, "nr num", r"(?i:\b(?:d|diarie|ärende)n(?:r|ummer(?:et)?))\.?:?\s+[\w/:.-]*\d[\w/:.-]*(?<![.:])"),
    (Kind.DATE, "/", rf"(?<![\d/])\d{{1,2}}/\d{{1,2}}/{_YEAR}(?![\d/])"),
    (Kind.TIME, "kl", rf"\bkl(?:ockan)?\b\.?\s*\d{{1,2}}(?:[.:]\d{{2}})?(?:\s*[{_DASH}]\s*\d{{1,2}}(?:[.:]\d{{2}})?)?"),
    (Kind.DATE, "-", rf"(?<![\d{_DASH}]){_YEAR}-\d{{2}}(?:-\d{{2}})?(?![\d{_DASH}])"),
    (Kind.DATE, "", rf"\b{_DAY}(?:\s*[{_DASH}]\s*{_DAY})?\s+{_MONTH}(?:,?\s+{_YEAR})?\b"),
    (Kind.DATE, "", rf"\b{_MONTH},?\s+{_YEAR}\b"),
    (Kind.REFERENCE, ": / -", r"\b[A-ZÅÄÖ]{1,8}[ /]\d{4}[:/-]\d+\b|\b\d{4}/\d{2,5}[:-]\d+\b"),
    (Kind.REFERENCE, ":", rf"\b\d{{4}}:\d+\b|\b\d+:\d+(?:[{_DASH}]\d+)?\b(?!\s*%)"),
    (Kind.REFERENCE, "§ v. s.", rf"§§\s*\d+\w?\s*(?:[{_DASH}]|och)\s*\d+\w?|\b[vs]\.\s?\d+\b(?![,.]\d)"),
    (Kind.REFERENCE, "§ kap", r"§+\s*\d+\w?|\b\d+\s*(?:kap\b\.?|§)(?:\s*\d+\s*§)?"),
    (Kind.REFERENCE, "", rf"(?i:\b{_PAGES})\.?\s+(?!{_YEAR}\b)\d+(?:\.\d+)*(?:{_ALSO})*\b(?!,\d|{_PERCENT})"),
    (Kind.REFERENCE, "", rf"(?i:{_SERIES})[{_SPACE}]{_LABEL}(?:(?:,| och|[{_SPACE}]?[{_DASH}])[{_SPACE}]?{_LABEL})*"),
    (Kind.ORDINAL, "", rf"\A\s*{_TYPED}(?=[{_SPACE}\t]+[A-ZÅÄÖ])(?![{_SPACE}]*(?i:{_UNIT_WORD}))"),
    (Kind.YEAR, "/", rf"\b{_YEAR}\s*/\s*(?:{_YEAR}|\d{{2}})\b|\b(?:årsskiftet|läsåret|säsongen)\s+\d{{2}}/\d{{2}}\b"),
    (Kind.YEAR, "", rf"(?<![\d,.{_DASH}]){_YEAR}\s*[{_DASH}]\s*(?:{_YEAR}|\d{{2}})(?![\d,]|\s*{_UNIT_WORD})\b"),
    (Kind.YEAR, "-talet", rf"\b{_YEAR}-talet\b"),
    (Kind.DATE, "/", rf"(?<![\d/])\d{{1,2}}/(?:1[0-2]|0?[1-9])(?!\s+av\b)(?:[{_DASH} ]{_YEAR})?(?![\d/])"),
    (Kind.YEAR, "/", r"(?<![\d/])\d{2}/\d{2}(?![\d/])"),
    (Kind.NAME, "", rf"\b(?:Agenda|Vision|Windows|Office|Microsoft|MS|ISO|SS|SIS|[Cc]ovid)[ -]\d+\b(?!{_PERCENT})"),
    (Kind.NAME, "", r"\b[^\W\d_][^\W_]*\d[\w-]*|\b\d{2}\+(?!\s?\d)"),
    (Kind.NAME, "", rf"(?<![\d,.])\b\d+(?!{_UNIT_WORD})(?![\d]*[a-z]*\d)[^\W\d_][\w-]*"),
    (Kind.NAME, "", rf"\b\d+[{_DASH}][^\W\d_]\w*|\b(?!{_UNIT_WORD})[^\W\d_]+[{_DASH}]\d{{1,3}}\b(?![,.]?\d)"),
    (Kind.ORDINAL, ":", r"\b\d+:(?:[ae]|de|te|sta|dje)\b"),
    (Kind.FRACTION, "dubb", r"(?i:\bdubbelt\b|\bfördubbl\w+)"),
)  # fmt: skip
_APART_PATTERNS = tuple((kind, tuple(hints.split()), re.compile(pattern)) for kind, hints, pattern in _APART)
_HAS_DIGIT = re.compile(r"[\d%@\u00b2\u00b3\u00b9\u2070-\u2089]")
_BARE_YEAR = re.compile(rf"(?<![\d,.+{_DASH}]){_YEAR}(?![\d]|,\d|\.\d|[{_SPACE}]\d{{3}}\b)")
_DIGITS = re.compile(
    rf"(?P<sign>(?<![\w\d)])[{_DASH}+][{_SPACE}]?)?(?<![\d,.])(?P<whole>\d{{1,3}}(?:[{_SPACE}]\d{{3}})+(?!\d)|\d{{1,3}}(?:\.\d{{3}})+(?!\d)|\d+)"
    r"(?:[,.](?P<part>\d+))?"
)
_SIGN_WORD = re.compile(rf"\b(minus|plus)[{_SPACE}]$", re.IGNORECASE)
_UNIT_BEFORE = re.compile(rf"(?<!\d)(?<!\d[{_SPACE}])\b(SEK|tkr|mnkr|mkr|mdkr|kr)[{_SPACE}]$")
_RANGE = re.compile(rf"[{_SPACE}]?[{_DASH}][{_SPACE}]?\d+(?:,\d+)?")
_FROM = re.compile(r"\b(?:från|mellan)\s+$", re.IGNORECASE)
_TO = re.compile(r"\s+(?:till|och)\s+\d+(?:,\d+)?")
_WORDS = re.compile(rf"(?<![\w-])(?P<words>{words.PATTERN})(?![\w-])", re.IGNORECASE)
_ONE_OF = re.compile(rf"\s+av\s+(?:de\s+|våra\s+|alla\s+)?(?:{words.PATTERN}|\d+)\b", re.IGNORECASE)


@lru_cache(maxsize=1 << 17)  # several rules ask of one line, also in a report a hundred times as long as others
def scan(text: str) -> tuple[Mention, ...]:
    """Return what of a text is a number or looks like one, in order; nothing is told twice."""
    found = [*fractions_in(text)]
    spans = [(each.start, each.end) for each in found]
    found += [each for each in _apart(text) if not any(start < each.end and each.start < end for start, end in spans)]
    taken = [(each.start, each.end) for each in found]
    for mention in (*_years(text), *_digits(text), *_in_words(text)):
        if not any(start < mention.end and mention.start < end for start, end in taken):
            found.append(mention)
            taken.append((mention.start, mention.end))
    return tuple(sorted(found, key=lambda each: each.start))


def masked(text: str) -> str:
    """Return a text without its numbers of persons, telephone numbers and addresses, for a report to show."""
    for mention in reversed(scan(text)):
        if mention.kind is Kind.CONTACT:
            text = f"{text[: mention.start]}•••{text[mention.end :]}"
    return text


def _apart(text: str) -> Iterator[Mention]:
    taken: list[tuple[int, int]] = []
    lower = text.lower()
    if not _HAS_DIGIT.search(text) and "dubb" not in lower:
        return
    for kind, hints, pattern in _APART_PATTERNS:
        for match in pattern.finditer(text) if _may_have(lower, hints) else ():
            if not any(start < match.end() and match.start() < end for start, end in taken):
                taken.append(match.span())
                yield Mention(match[0], kind, *match.span())


def _may_have(text: str, hints: tuple[str, ...]) -> bool:
    return not hints or any(hint in text for hint in hints)


def _years(text: str) -> Iterator[Mention]:
    for match in _BARE_YEAR.finditer(text):
        unit, end = unit_at(text, match.end())
        if not unit.family and end == match.end() and not _counts(unit):
            yield Mention(match[0], Kind.YEAR, *match.span())


def _counts(unit: Unit) -> bool:
    """Return whether a four-digit number is of things: years have no plural noun behind them."""
    return unit.noun in {"personer", "invånare", "elever", "barn", "anställda", "medarbetare", "besökare", "bostäder"}


def _digits(text: str) -> Iterator[Mention]:
    for match in _DIGITS.finditer(text):
        unit, end = unit_at(text, match.end())
        if unit.is_bare and (upper := _upper(text, match)):
            unit = unit_at(text, upper.end())[0]
        sign = (match["sign"] or "").strip(_SPACE)
        start, word = match.start(), _SIGN_WORD.search(text, max(0, match.start() - 6), match.start())
        if word and not sign:
            sign, start = "-" if word[1].lower() == "minus" else "+", word.start()
        if not unit.family and (before := _UNIT_BEFORE.search(text, max(0, start - 6), start)):
            unit = named_unit(before[1])
        whole = re.sub(rf"[{_SPACE}.]", "", match["whole"])
        part = match["part"] or ""
        value = Decimal(f"{whole}.{part}" if part else whole)
        value = -value if sign and sign != "+" else value
        shown = text[start:end].strip()
        yield Mention(shown, Kind.NUMBER, start, end, value, len(part), unit, bool(sign))


def _upper(text: str, lower: re.Match[str]) -> re.Match[str] | None:
    """Return the number that a bare one goes up to: 2–3 procent, from 2 to 3 procent."""
    if _FROM.search(text, 0, lower.start()):
        return _TO.match(text, lower.end()) or _RANGE.match(text, lower.end())
    return _RANGE.match(text, lower.end())


def _in_words(text: str) -> Iterator[Mention]:
    for match in _WORDS.finditer(text):
        value = words.value_of(match["words"])
        unit, end = unit_at(text, match.end())
        if value is None or (value == 1 and not unit.scale and not _ONE_OF.match(text, match.end())):
            continue
        shown = text[match.start() : end].strip()
        yield Mention(shown, Kind.NUMBER, match.start(), end, Decimal(value), 0, unit, in_words=True)
