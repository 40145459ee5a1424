r"""Dates as a field's picture writes them: ``\@ "d MMMM yyyy"`` (ECMA-376 part 1, 17.16.4.1)."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime

_TOKEN = re.compile(
    r"'([^']*)'|(am/pm|AM/PM)|(d{1,4}|M{1,4}|y{1,4}|Y{1,4}|D{1,4}|h{1,2}|H{1,2}|m{1,2}|s{1,2}|S{1,2})|(.)", re.S
)
_MONTHS = {
    "sv": "januari februari mars april maj juni juli augusti september oktober november december",
    "en": "January February March April May June July August September October November December",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "da": "januar februar marts april maj juni juli august september oktober november december",
    "nb": "januar februar mars april mai juni juli august september oktober november desember",
    "fi": "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta "
    "marraskuuta joulukuuta",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
}
_DAYS = {
    "sv": "måndag tisdag onsdag torsdag fredag lördag söndag",
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    "de": "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag",
    "da": "mandag tirsdag onsdag torsdag fredag lørdag søndag",
    "nb": "mandag tirsdag onsdag torsdag fredag lørdag søndag",
    "fi": "maanantai tiistai keskiviikko torstai perjantai lauantai sunnuntai",
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
}
_PLAIN = {"sv": "yyyy-MM-dd", "en": "M/d/yyyy", "de": "dd.MM.yyyy", "da": "dd-MM-yyyy", "nb": "dd.MM.yyyy"}
LONGEST = 200  # characters of a picture that are read


def written(moment: datetime, picture: str, language: str = "") -> str:
    """Return a moment as a picture writes it, with names in the language; without one, as its language writes dates."""
    short = _short(language)
    picture = picture or _PLAIN.get(short, "yyyy-MM-dd")
    return "".join(_part(match, moment, short) for match in _TOKEN.finditer(picture[:LONGEST]))


def _short(language: str) -> str:
    name = language.lower()[:2] or "sv"
    name = {"nn": "nb", "no": "nb"}.get(name, name)
    return name if name in _MONTHS else "en"


def _part(match: re.Match[str], moment: datetime, language: str) -> str:
    literal, half, token, other = match.groups()
    if token:
        return _WRITERS[token[0]](moment, len(token), language)
    if half:
        text = "AM" if moment.hour < 12 else "PM"
        return text if half.isupper() else text.lower()
    return literal or other or ""


def _padded(number: int, width: int) -> str:
    return f"{number:0{min(width, 2)}d}"


def _month(moment: datetime, width: int, language: str) -> str:
    if width < 3:
        return _padded(moment.month, width)
    name = _MONTHS[language].split()[moment.month - 1]
    return name if width == 4 else name[:3]


def _day(moment: datetime, width: int, language: str) -> str:
    if width < 3:
        return _padded(moment.day, width)
    name = _DAYS[language].split()[moment.weekday()]
    return name if width == 4 else name[:3]


def _year(moment: datetime, width: int, _language: str) -> str:
    return f"{moment.year % 100:02d}" if width < 3 else f"{moment.year:04d}"


_WRITERS: dict[str, Callable[[datetime, int, str], str]] = {
    "d": _day,
    "D": _day,
    "M": _month,
    "y": _year,
    "Y": _year,
    "h": lambda moment, width, _: _padded((moment.hour - 1) % 12 + 1, width),
    "H": lambda moment, width, _: _padded(moment.hour, width),
    "m": lambda moment, width, _: _padded(moment.minute, width),
    "s": lambda moment, width, _: _padded(moment.second, width),
    "S": lambda moment, width, _: _padded(moment.second, width),
}
