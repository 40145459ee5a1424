"""Units of money: how many kronor one of each is."""

from __future__ import annotations

_POWERS = {
    0: ("kr", "kronor", "sek"),
    3: ("tkr", "kkr", "tsek", "tusen kronor", "tusentals kronor", "tusen kr"),
    6: ("mnkr", "mkr", "msek", "miljoner kronor", "miljon kronor", "miljoner kr", "mn kr"),
    9: ("mdkr", "mdr", "miljarder kronor", "miljard kronor"),
}
_BY_WORD = {word: power for power, words in _POWERS.items() for word in words}


def power_of(unit: str) -> int | None:
    """Return the power of ten of a unit of money in kronor, such as 6 for mnkr; None for what is no unit of money."""
    return _BY_WORD.get(" ".join(unit.lower().split()))
