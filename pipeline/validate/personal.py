"""Personal data in text: identity numbers, phone numbers and mail addresses, and how they are masked.

Personal identity numbers and coordination numbers as in folkbokföringslagen (1991:481) 18 § and lag (2022:1697) om
samordningsnummer: a date, where a coordination number adds 60 to the day, three digits and a check digit by Luhn.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import lru_cache

_IDENTITY = re.compile(r"(?<![\d/:.-])(?P<century>19|20)?(?P<date>\d{6})[-+ ]?(?P<number>\d{4})(?![\d/-]|[.,:]\d)")
_PHONE = re.compile(
    r"(?<![\w/:.-])(?<!\d[ \u00a0])(?:\+46[ -]?(?:\(0\))?[ -]?|0)\d{1,3}[ \-–/]{1,3}"
    r"\d{2,3}(?:[ \u00a0]?\d{2,3}){1,3}(?![\w-])"
)
_PHONE_LABEL = re.compile(r"(?<![\w/:.-])0\d{8,9}(?![\w-])")
_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_COORDINATION = 60


class Personal(Enum):
    """What kind of personal data it is; the values are what a reader is told."""

    IDENTITY = "personnummer"
    PHONE = "telefonnummer"
    MAIL = "e-postadress"


# In this order, each with what is always in such a text.
_OTHERS = ((Personal.MAIL, "@", _MAIL), (Personal.PHONE, "", _PHONE), (Personal.PHONE, "0", _PHONE_LABEL))


@dataclass(frozen=True)
class Spot:
    """Personal data from ``start`` to ``end`` of a text."""

    kind: Personal
    start: int
    end: int


def personal_in(text: str) -> Iterator[Spot]:
    """Yield the personal data of a text, in order of its kinds."""
    taken: list[tuple[int, int]] = []
    for match in _IDENTITY.finditer(text):
        if _is_identity(match):
            taken.append(match.span())
            yield Spot(Personal.IDENTITY, *match.span())
    for kind, always, pattern in _OTHERS:
        for match in pattern.finditer(text) if always in text else ():
            if not any(start < match.end() and match.start() < end for start, end in taken):
                taken.append(match.span())
                yield Spot(kind, *match.span())


def _is_identity(match: re.Match[str]) -> bool:
    digits = match["date"] + match["number"]
    return _is_day(match["century"] or "", match["date"]) and _has_check_digit(digits)


def _is_day(century: str, digits: str) -> bool:
    day = int(digits[4:])
    day = day - _COORDINATION if day > _COORDINATION else day
    for first in (century,) if century else ("19", "20"):
        try:
            date(int(first + digits[:2]), int(digits[2:4]), day)
        except ValueError:
            continue
        return True
    return False


def _has_check_digit(digits: str) -> bool:
    total = 0
    for index, digit in enumerate(digits):
        doubled = int(digit) * (2 if index % 2 == 0 else 1)
        total += doubled // 10 + doubled % 10
    return total % 10 == 0


@lru_cache(maxsize=32)  # many findings may stand in one and the same line
def masked(text: str) -> str:
    """Return a text in which no personal data stands: each is named by its kind."""
    spots = sorted(personal_in(text), key=lambda spot: spot.start) if text else []
    out, at = "", 0
    for spot in spots:
        out += f"{text[at : spot.start]}[{spot.kind.value}]"
        at = spot.end
    return out + text[at:]
