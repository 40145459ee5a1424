"""Numbers in words, up to the hundred thousands: ``sju``, ``tjugofem``, ``hundratolv``, ``två tusen``."""

from __future__ import annotations

import re

_ONES = {
    "en": 1, "ett": 1, "två": 2, "tre": 3, "fyra": 4, "fem": 5, "sex": 6, "sju": 7, "åtta": 8, "nio": 9,
    "tio": 10, "elva": 11, "tolv": 12, "tretton": 13, "fjorton": 14, "femton": 15, "sexton": 16, "sjutton": 17,
    "arton": 18, "nitton": 19,
}  # fmt: skip
_TENS = {
    "tjugo": 20, "trettio": 30, "fyrtio": 40, "femtio": 50, "sextio": 60, "sjuttio": 70, "åttio": 80, "nittio": 90,
}  # fmt: skip
_SMALL = "|".join(sorted((*_ONES, *_TENS), key=len, reverse=True))
_BELOW_HUNDRED = rf"(?:(?:{'|'.join(_TENS)})(?:en|ett|två|tre|fyra|fem|sex|sju|åtta|nio)?|{_SMALL})"
_BELOW_THOUSAND = rf"(?:(?:{_SMALL})?[ \u00a0]?hundra(?:{_BELOW_HUNDRED})?|{_BELOW_HUNDRED})"
PATTERN = rf"(?:(?:{_BELOW_THOUSAND})?[ \u00a0]?tusen(?:{_BELOW_THOUSAND})?|{_BELOW_THOUSAND})"
_PIECE = re.compile(rf"tusen|hundra|{_SMALL}")


def value_of(words: str) -> int | None:
    """Return the number that the words say, or None for words that say none."""
    text = re.sub(r"[ \u00a0]", "", words.lower())
    if not re.fullmatch(PATTERN, text):
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
