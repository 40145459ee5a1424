"""Units: what follows a number, brought to one scale, so that 15,9 mnkr and 15,9 miljoner kronor are one value."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from pipeline.validate.numbers.words import value_of

MONEY, SHARE, POINTS, COUNT = "kr", "%", "procentenheter", ""
UNKNOWN = "?"  # of a table or a figure that does not say what it is in
_GAP = r"[ \u00a0\u202f\u2009]?"
_NAMED = (
    (r"(?:miljarder|miljard|mdr|md)[ \u00a0](?:kronor|kr)\b|mdkr\b|mdr\b", MONEY, 9),
    (r"(?:miljoner|miljon|milj\.?|mn)[ \u00a0]?(?:kronor|kr)\b|mnkr\b|mkr\b|msek\b", MONEY, 6),
    (r"(?:tusen|tusentals)[ \u00a0](?:kronor|kr)\b|tkr\b|kkr\b|tsek\b", MONEY, 3),
    (r"kronor\b|kr\b|sek\b|:-", MONEY, 0),
    (r"procentenhet(?:er)?\b", POINTS, 0),
    (r"%[- ]?enheter\b", POINTS, 0),
    (r"procent\b|%|proc\.", SHARE, 0),
    (r"miljarder\b|miljard\b", COUNT, 9),
    (r"miljoner\b|miljon\b", COUNT, 6),
    (r"tusen\b", COUNT, 3),
)
_UNITS = tuple((re.compile(rf"{_GAP}(?:{pattern})", re.IGNORECASE), family, scale) for pattern, family, scale in _NAMED)
_NOUN = re.compile(
    rf"{_GAP}(?:(?:stycken|st|nya|olika|aktiva|av(?: de)?|totalt|egna|stora|första|sista)\b\.?{_GAP})*([^\W\d_]+)"
)
_NO_NOUN = {
    "i", "på", "och", "till", "från", "med", "inom", "för", "är", "var", "som", "har", "av", "eller", "men", "ska",
    "vid", "under", "om", "jämfört", "mot", "hade", "samt", "varav", "per", "den", "det", "de", "att", "än",
    "respektive", "totalt", "enligt",
}  # fmt: skip
_TIMES = ("månad", "år", "dag", "veck", "timm", "minut")


@dataclass(frozen=True)
class Unit:
    """A family of units and the power of ten of this one; ``noun`` is the word of what is counted, or ""."""

    family: str = COUNT
    scale: int = 0
    noun: str = ""

    def base(self, value: Decimal) -> Decimal:
        """Return a value of this unit in the family's own: millions of kronor in kronor."""
        return value.scaleb(self.scale)

    @property
    def is_time(self) -> bool:
        """Return whether the number says how long something lasts."""
        return not self.family and self.noun.startswith(_TIMES)

    @property
    def is_bare(self) -> bool:
        """Return whether nothing at all is said of what the number counts."""
        return not self.family and not self.noun and not self.scale


def unit_at(text: str, at: int) -> tuple[Unit, int]:
    """Return the unit that stands at a place of a text, after a space or none, and where it ends."""
    for pattern, family, scale in _UNITS:
        if match := pattern.match(text, at):
            return Unit(family, scale, "" if family else _noun(text, match.end())), match.end()
    return Unit(noun=_noun(text, at)), at


def _noun(text: str, at: int) -> str:
    match = _NOUN.match(text, at)
    word = match[1].lower() if match else ""
    return "" if word in _NO_NOUN or value_of(word) is not None else word


def named_unit(text: str) -> Unit:
    """Return the unit that a table or a named figure gives, such as ``mnkr`` or ``anställda``."""
    if not text.strip():
        return Unit(UNKNOWN)
    unit, end = unit_at(text.strip(), 0)
    return unit if end else Unit(noun=text.strip().lower())
