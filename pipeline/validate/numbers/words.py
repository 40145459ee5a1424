"""Numbers in words, up to the hundred thousands: ``sju``, ``tjugofem``, ``hundratolv``, ``två tusen``."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

_ONES = {
    "en": 1, "ett": 1, "två": 2, "tre": 3, "fyra": 4, "fem": 5, "sex": 6, "sju": 7, "åtta": 8, "nio": 9,
    "tio": 10, "elva": 11, "tolv": 12, "tretton": 13, "fjorton": 14, "femton": 15, "sexton": 16, "sjutton": 17,
    "arton": 18, "nitton": 19,
}  # fmt: skip
_TENS = {
    "tjugo": 20, "trettio": 30, "fyrtio": 40, "femtio": 50, "sextio": 60, "sjuttio": 70, "åttio": 80, "nittio": 90,
}  # fmt: skip


def _one_of(words: Iterable[str]) -> str:
    return f"(?:{'|'.join(sorted(words, key=len, reverse=True))})"


_FIRST = "".join(sorted({word[0] for word in (*_ONES, *_TENS)}))
_BELOW_HUNDRED = rf"(?:{_one_of(_TENS)}{_one_of(list(_ONES)[:10])}?|{_one_of(_ONES)})"
_BELOW_THOUSAND = rf"(?:{_one_of((*_ONES, *_TENS))}?[ \u00a0]?hundra{_BELOW_HUNDRED}?|{_BELOW_HUNDRED})"
# Where a word begins with no letter of these nothing else is tried; what is matched is never empty.
_BEGINS = rf"(?=[{_FIRST}ht]|[ \u00a0](?:hundra|tusen))"
PATTERN = rf"(?:{_BEGINS}{_BELOW_THOUSAND}?(?:[ \u00a0]?tusen{_BELOW_THOUSAND}?)?(?<=\w))"
_WHOLE = re.compile(PATTERN)
_PIECE = re.compile(rf"tusen|hundra|{_one_of((*_ONES, *_TENS))}")


@lru_cache(maxsize=1 << 14)  # rules ask of the same words of a report again and again
def value_of(words: str) -> int | None:
    """Return the number that the words say, or None for words that say none."""
    text = re.sub(r"[ \u00a0]", "", words.lower())
    if not _WHOLE.fullmatch(text):
        return None
    total = part = 0
    for piece in _PIECE.findall(text):
        if piece == "tusen":
            total, part = (part or 1) * 1000, 0
        elif piece == "hundra":
            part = (part or 1) * 100
        else:
            part += _ONES.get(piece) or _TENS[piece]
    return total + part
