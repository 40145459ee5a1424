r"""Numbers as a field's picture writes them: ``\# "# ##0,00 kr"`` (ECMA-376 part 1, 17.16.4.2)."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

LONGEST = 100  # characters of a picture that are read
_PLACES = re.compile(r"[0#x]")
_LITERAL = re.compile(r"'([^']*)'")
_CORE = re.compile(r"[0#x](?:[0#x.,\u00a0\u202f ]*[0#x])?")
_COMMA_LANGUAGES = {
    *("sv", "de", "fr", "da", "nb", "nn", "no", "fi", "es", "it", "nl", "pt", "pl", "cs", "ru", "uk", "tr", "el"),
    *("hu", "ro", "is", "et", "lv", "lt", "sk", "sl", "hr"),
}
_GROUPED = re.compile(r"[,.\u00a0\u202f ](?=[0#]{3}(?![0#]))")


class _Shape(NamedTuple):
    """The digits of a picture: those before and behind the decimal sign, which sign, and what parts thousands."""

    whole: str
    share: str
    decimal: str
    group: str


def pictured(number: Decimal, picture: str, language: str = "") -> str:
    """Return a number as its picture writes it, in a language that says which sign is the decimal one."""
    parts = picture[:LONGEST].split(";")
    if number < 0 and len(parts) > 1 and parts[1].strip():
        return _written(-number, parts[1], language, signed=False)
    if number == 0 and len(parts) > 2:
        return _written(number, parts[2], language, signed=False)
    return _written(number, parts[0], language, signed=True)


def _written(number: Decimal, picture: str, language: str, *, signed: bool) -> str:
    core = _CORE.search(picture)
    if core is None:
        return _LITERAL.sub(r"\1", picture)
    shape = _shape(core[0], language)
    places = len(shape.share)
    rounded = abs(number).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    whole, _, share = f"{rounded:f}".partition(".")
    digits = _whole(whole, shape) + (shape.decimal + _share(share, shape.share) if places else "")
    before, after = picture[: core.start()], picture[core.end() :]
    minus = "-" if signed and number < 0 and rounded and "-" not in before else ""
    if signed and "+" in before:
        before = before.replace("+", "-" if number < 0 else "+")
        minus = ""
    return _LITERAL.sub(r"\1", before) + minus + digits + _LITERAL.sub(r"\1", after)


def _shape(core: str, language: str) -> _Shape:
    """Return what stands where in the digits of a picture; the last of two kinds of sign is the decimal one."""
    signs = [sign for sign in core if sign in ".,"]
    decimal = signs[-1] if signs else ""
    only_one_kind = len(set(signs)) == 1
    if only_one_kind and (len(signs) > 1 or (not _is_decimal(decimal, language) and _GROUPED.search(core))):
        decimal = ""
    whole, _, share = core.rpartition(decimal) if decimal else (core, "", "")
    groups = [sign for sign in whole if not _PLACES.match(sign)]
    return _Shape("".join(_PLACES.findall(whole)), "".join(_PLACES.findall(share)), decimal, (groups or [""])[0])


def _is_decimal(sign: str, language: str) -> bool:
    return (sign == ",") is (language.lower()[:2] in _COMMA_LANGUAGES)


def _whole(digits: str, shape: _Shape) -> str:
    """Return the digits before the decimal sign: a nought stands where the picture asks for one."""
    least = len(shape.whole) - len(shape.whole.lstrip("#"))
    least = len(shape.whole) - least
    if shape.whole.startswith("x"):
        digits = digits[-len(shape.whole) :]
    digits = "" if digits == "0" and not least else digits.zfill(least)
    if not shape.group:
        return digits
    first = len(digits) % 3 or 3
    parts = [digits[:first], *(digits[at : at + 3] for at in range(first, len(digits), 3))]
    return shape.group.join(part for part in parts if part)


def _share(digits: str, places: str) -> str:
    """Return the digits behind the decimal sign; noughts at places of ``#`` are left out."""
    kept = len(places.rstrip("#"))
    return digits[:kept] + digits[kept:].rstrip("0")
