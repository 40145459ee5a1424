"""Numbers as charts show them: by a format code, with the marks of a language (ECMA-376 part 1, 18.8.31)."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

_QUOTED = re.compile(r'"([^"]*)"|\\(.)|\[[^\]]*\]|_.|\*.')
_DIGITS = re.compile(r"[#0?][#0?,]*(?:\.([#0?]+))?")
_DATE = re.compile(r"yyyy|yy|mmmm|mmm|mm|m|dd|d|hh|h|ss|s", re.I)
_MONTHS = [
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
]
_ENGLISH = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_EPOCH = datetime(1899, 12, 30)  # noqa: DTZ001 - a day of the file, without a zone
MOST_DAYS = 2_958_465
_FIRST_MARK = 0xF0000  # of the characters that stand for quoted text while digits are looked for


def shown(value: float, code: str, language: str = "") -> str:
    """Return a number as its format code has it; with "General" as short as it can be."""
    sections = code.split(";")
    if value < 0 and len(sections) > 1 and sections[1].strip():
        return _section(-value, sections[1], language)
    if value == 0 and len(sections) > 2:
        return _section(value, sections[2], language)
    return _section(value, sections[0], language)


def _section(value: float, code: str, language: str) -> str:
    if not code or code.lower() in {"general", "standard", "@"}:
        return _general(value, language)
    literals: list[str] = []

    def keep(match: re.Match[str]) -> str:
        literals.append(match.group(1) or match.group(2) or "")
        return chr(_FIRST_MARK + len(literals) - 1)

    plain = _QUOTED.sub(keep, code)
    digits = _DIGITS.search(plain)
    if digits is None and _DATE.search(plain):
        text = _date(value, plain, language)
    elif digits is None:
        text = plain
    else:
        text = plain[: digits.start()] + _number(value, digits, plain, language) + plain[digits.end() :]
    marks = {_FIRST_MARK + number: literal for number, literal in enumerate(literals)}
    return text.translate(marks).strip()


def _number(value: float, digits: re.Match[str], plain: str, language: str) -> str:
    value *= 100 ** min(plain.count("%"), 2)
    whole = digits.group(0).partition(".")[0]
    value /= 1000 ** (len(whole) - len(whole.rstrip(",")))
    decimals = digits.group(1) or ""
    text = f"{value:,.{min(len(decimals), 15)}f}"
    least = len(decimals.rstrip("#"))
    while "." in text and text[-1] in "0." and len(text.partition(".")[2]) > least:
        text = text[:-1]
    text = text.removesuffix(".")
    if "," not in whole.rstrip(","):
        text = text.replace(",", "")
    return _marked(text, language)


def _general(value: float, language: str) -> str:
    text = f"{value:.10g}"
    return _marked(text.upper() if "e" in text else text, language)


def _marked(text: str, language: str) -> str:
    """Return a number with a comma and no-break spaces, unless the language is English."""
    if text.lstrip("-").strip("0.") == "":
        text = text.lstrip("-")
    if language.lower().startswith("en"):
        return text
    return text.replace(",", "\u00a0").replace(".", ",").replace("-", "\u2212" if language.startswith("sv") else "-")


def _date(value: float, code: str, language: str) -> str:
    if not 0 <= value <= MOST_DAYS:
        return _general(value, language)
    day = _EPOCH + timedelta(days=value)
    months = _ENGLISH if language.lower().startswith("en") else _MONTHS
    minutes = False

    def part(match: re.Match[str]) -> str:
        nonlocal minutes
        name = match.group(0).lower()
        if name in {"m", "mm"} and minutes:
            return f"{day.minute:02d}"
        minutes = name[0] == "h"
        month = months[day.month - 1]
        values = {"yyyy": f"{day.year:04d}", "yy": f"{day.year % 100:02d}", "mmmm": month, "mmm": month[:3]}
        numbers = {"m": day.month, "d": day.day, "h": day.hour, "s": day.second}
        return values.get(name) or f"{numbers[name[0]]:0{len(name)}d}"

    return _DATE.sub(part, code)
